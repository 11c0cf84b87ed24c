import { msg } from '../message.js';
import { toChinese } from '../text/numerals.js';
import { levelText } from '../wording.js';
import { articleOnly, eachProblem, judgedBy, standsAlone, writing } from './shared/citations.js';
import type { Rule } from './rule.js';

export const citationParagraphAbsent: Rule = {
  id: 'citation-paragraph-absent',
  title: msg('引用的款不存在', 'No such paragraph'),
  severity: 'error',
  scope: 'chunk',
  judges: ['citations'],
  check: model =>
    eachProblem(model, (citation, { locator, article }, { verdict, level, exists, isReversed }) => {
      if (verdict !== 'absent' || level !== 'paragraph' || isReversed) return null;
      const source = judgedBy(citation);
      const where = levelText('article', article!.number, article!.suffix);
      const named = levelText('paragraph', locator.paragraph!);
      const count = exists?.last ?? 0;
      const item = article!.paragraphs.some(p => p.items.some(i => i.number === locator.paragraph))
        ? levelText('item', locator.paragraph!)
        : null;
      return {
        start: locator.start,
        end: locator.end,
        message: msg(
          `没有${named['zh-CN']}：${where['zh-CN']}${count === 1 ? '只有一款，不分款' : `共${counted(count)}款`}${source['zh-CN']}。`,
          `There is no ${named.en}: ${where.en} has ${count} paragraph${count === 1 ? '' : 's'}${source.en}.`,
        ),
        reason: msg(
          item
            ? `款是条文的自然段，带括号序号的是项。如指该项，应写作“${item['zh-CN']}”。请对照现行文本核实。`
            : '款是条文的自然段，按先后计数。请对照现行文本核实。',
          'A 款 is a paragraph of the article, counted by position; numbered items in brackets are 项. Check the text in force.',
        ),
        fixes:
          standsAlone(citation) && locator.item === undefined
            ? [
                ...(item
                  ? [
                      writing(locator, { ...articleOnly(locator), item: locator.paragraph! }, text =>
                        msg(`改为${text}`, `Change to ${text}`),
                      ),
                    ]
                  : []),
                writing(locator, articleOnly(locator), text => msg(`只写${text}`, `Write ${text} alone`)),
              ]
            : [],
      };
    }),
};

/** 两款, 三款: the second paragraph is 第二款, but of paragraphs there are 两. */
const counted = (n: number): string => (n === 2 ? '两' : toChinese(n));
