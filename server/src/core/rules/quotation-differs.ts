import { passageText } from '../wording.js';
import type { Span } from '../text/span.js';
import { eachQuotation, provisionText, strangeWords } from './shared/quotations.js';
import type { Citation } from '../model.js';
import { paragraphWords } from '../regulations/provision-text.js';
import type { Fix, Rule } from './rule.js';

export const quotationDiffers: Rule = {
  id: 'quotation-differs',
  title: { 'zh-CN': '引文与条文不符', en: 'Quotation differs from the provision' },
  severity: 'error',
  check: model =>
    eachQuotation(model, 'differs', (quotation, citation) => {
      const provision = provisionText(citation);
      const near = quotation.passages[0];
      const isOther = near !== undefined && !citation.denotes.locators.some(({ article }) => article === near.article);
      const words = strangeWords(model, quotation);
      return {
        start: quotation.start,
        end: quotation.end,
        message: {
          'zh-CN': `引文与${provision['zh-CN']}不符：${words}不见于该条${isOther ? `；与之相近的是${passageText(near)['zh-CN']}` : ''}。`,
          en: `The quotation is not what ${provision.en} says: ${words} ${quotation.strange.length > 1 ? 'are' : 'is'} not there${isOther ? `; ${passageText(near).en} is like it` : ''}.`,
        },
        reason: {
          'zh-CN':
            '引号内的文字应当与原文逐字一致。不一致的，多因摘自旧版本、凭记忆书写或者抄录有误。请对照现行文本改正；转述大意的，去掉引号。',
          en: 'Words in quotation marks must be the provision’s own. Correct them against the text in force, or paraphrase without the marks.',
        },
        fixes: exactWords(quotation, citation),
      };
    }),
};

/** With the team's own text of the provision at hand: its very words, as a choice. */
function exactWords({ start, end }: Span, { denotes: { edition, locators } }: Citation): Fix[] {
  const only = locators.length === 1 ? locators[0]! : null;
  const words = edition && only?.article ? paragraphWords(edition, only.article, only.locator.paragraph) : null;
  return words === null
    ? []
    : [
        {
          title: { 'zh-CN': '换成条文原文', en: 'Insert the exact words' },
          kind: 'choice',
          edits: [{ start, end, text: words }],
        },
      ];
}
