import { msg } from '../message.js';
import { levelText, locatorText } from '../wording.js';
import { articleOnly, eachProblem, judgedBy, standsAlone, writing } from './shared/citations.js';
import type { Rule } from './rule.js';

export const citationItemAbsent: Rule = {
  id: 'citation-item-absent',
  title: msg('引用的项或目不存在', 'No such item'),
  severity: 'error',
  scope: 'chunk',
  judges: ['citations'],
  check: model =>
    eachProblem(model, (citation, { locator, article }, { verdict, level, exists, isReversed }) => {
      if (verdict !== 'absent' || (level !== 'item' && level !== 'subitem') || isReversed) return null;
      const source = judgedBy(citation);
      const { part: _part, chapter: _chapter, section: _section, ...below } = locator;
      const where = locatorText(below, level === 'item' ? 'paragraph' : 'item');
      const named = levelText(level, locator[level]!);
      const word = level === 'item' ? '项' : '目';
      const range = exists && { first: levelText(level, exists.first), last: levelText(level, exists.last) };
      // 第一款第（二）项, where the second 款 is the one with items.
      const others =
        level === 'item' && locator.paragraph !== undefined
          ? article!.paragraphs.flatMap((p, i) => (p.items.some(x => x.number === locator.item) ? [i + 1] : []))
          : [];
      const nearest = others.map(paragraph => levelText('paragraph', paragraph));
      return {
        start: locator.start,
        end: locator.end,
        message: msg(
          `没有${named['zh-CN']}：${where['zh-CN']}${range ? `现有${range.first['zh-CN']}至${range.last['zh-CN']}` : `不分${word}`}${nearest.length ? `，${named['zh-CN']}在${nearest.map(n => n['zh-CN']).join('、')}` : ''}${source['zh-CN']}。`,
          `There is no ${named.en}: ${where.en} ${range ? `has ${range.first.en} to ${range.last.en}` : 'has none'}${nearest.length ? `; there is one in ${nearest.map(n => n.en).join(' and ')}` : ''}${source.en}.`,
        ),
        reason: msg(
          '多因法规修订或者把款误作项。请对照现行文本核实。',
          'Items are numbered in brackets, paragraphs are counted by position; numbers change when a regulation is revised. Check the text in force.',
        ),
        fixes: standsAlone(citation)
          ? [
              ...others.map(paragraph =>
                writing(locator, { ...articleOnly(locator), paragraph, item: locator.item! }, text =>
                  msg(`改为${text}`, `Change to ${text}`),
                ),
              ),
              writing(
                locator,
                {
                  ...articleOnly(locator),
                  ...(locator.paragraph && article!.paragraphs.length > 1 ? { paragraph: locator.paragraph } : {}),
                  ...(level === 'subitem' && locator.item ? { item: locator.item } : {}),
                },
                text => msg(`只写${text}`, `Write ${text} alone`),
              ),
            ]
          : [],
      };
    }),
};
