import { editionText, levelText, locatorText } from '../wording.js';
import { eachProblem } from './shared/citations.js';
import type { Rule } from './rule.js';

export const citationItemAbsent: Rule = {
  id: 'citation-item-absent',
  title: { 'zh-CN': '引用的项或目不存在', en: 'No such item' },
  severity: 'error',
  check: model =>
    eachProblem(model, (citation, { locator }, { verdict, level, exists }) => {
      if (verdict !== 'absent' || (level !== 'item' && level !== 'subitem')) return null;
      const name = editionText(citation.denotes.edition!);
      const { part: _part, chapter: _chapter, section: _section, ...below } = locator;
      const where = locatorText(below, level === 'item' ? 'paragraph' : 'item');
      const named = levelText(level, locator[level]!);
      const word = level === 'item' ? '项' : '目';
      const range = exists && { first: levelText(level, exists.first), last: levelText(level, exists.last) };
      return {
        start: locator.start,
        end: locator.end,
        message: {
          'zh-CN': `${name['zh-CN']}${where['zh-CN']}没有${named['zh-CN']}，${range ? `现有${range.first['zh-CN']}至${range.last['zh-CN']}` : `不分${word}`}。`,
          en: `${where.en} of ${name.en} has no ${named.en}; ${range ? `it has ${range.first.en} to ${range.last.en}` : 'it has none'}.`,
        },
        reason: {
          'zh-CN':
            '项的序号用中文数字加括号，目的序号用阿拉伯数字。序号超出范围，多因法规修订或把款误作项。请对照现行文本核实。',
          en: 'Items are numbered in brackets, paragraphs are counted by position; numbers change when a regulation is revised. Check the text in force.',
        },
      };
    }),
};
