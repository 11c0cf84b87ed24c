import { toChinese } from '../text/numerals.js';
import { editionText, levelText } from '../wording.js';
import { eachProblem } from './shared/citations.js';
import type { Rule } from './rule.js';

export const citationParagraphAbsent: Rule = {
  id: 'citation-paragraph-absent',
  title: { 'zh-CN': '引用的款不存在', en: 'No such paragraph' },
  severity: 'error',
  check: model =>
    eachProblem(model, (citation, { locator, article }, { verdict, level, exists }) => {
      if (verdict !== 'absent' || level !== 'paragraph') return null;
      const name = editionText(citation.denotes.edition!);
      const where = levelText('article', article!.number, article!.suffix);
      const named = levelText('paragraph', locator.paragraph!);
      const count = exists?.last ?? 0;
      const holdsItem = article!.paragraphs.some(p => p.items.some(i => i.number === locator.paragraph));
      return {
        start: locator.start,
        end: locator.end,
        message: {
          'zh-CN': `${name['zh-CN']}${where['zh-CN']}共${count === 1 ? '一款，不分款' : `${counted(count)}款`}，没有${named['zh-CN']}。`,
          en: `${where.en} of ${name.en} has ${count} paragraph${count === 1 ? '' : 's'}; there is no ${named.en}.`,
        },
        reason: {
          'zh-CN': holdsItem
            ? `款是条文的自然段，不编序号；带括号序号的是项。此处所指如是（${levelText('item', locator.paragraph!)['zh-CN'].slice(2, -2)}）项，应写作“${levelText('item', locator.paragraph!)['zh-CN']}”。请对照现行文本核实。`
            : '款是条文的自然段，按先后计数。款数对不上，多因法规修订或把项误作款。请对照现行文本核实。',
          en: 'A 款 is a paragraph of the article, counted by position; numbered items in brackets are 项. Check the text in force.',
        },
      };
    }),
};

/** 两款, 三款: the second paragraph is 第二款, but of paragraphs there are 两. */
const counted = (n: number): string => (n === 2 ? '两' : toChinese(n));
