import { dateText, editionText, passageText } from '../wording.js';
import { eachQuotation } from './shared/quotations.js';
import type { Rule } from './rule.js';

export const quotationSuperseded: Rule = {
  id: 'quotation-superseded',
  title: { 'zh-CN': '引文出自旧版本', en: 'Quotation of an older edition' },
  severity: 'error',
  check: model =>
    eachQuotation(model, 'superseded', (quotation, citation) => {
      const { was, now } = quotation.origin!;
      const old = dateText(was.edition.date);
      const place = passageText(was);
      const isRepealed = citation.denotes.verdict === 'repealed';
      const current = editionText(isRepealed && now ? now.edition : citation.denotes.edition!);
      const present = now && passageText(now);
      return {
        start: quotation.start,
        end: quotation.end,
        message: {
          'zh-CN': `引文是${isRepealed ? '已经废止的' : ''}${old['zh-CN']}版本${place['zh-CN']}的文字，${
            present
              ? `现行的${current['zh-CN']}中与之对应的是${present['zh-CN']}，文字已有改动`
              : '现行规定中找不到对应条文'
          }。`,
          en: `These are the words of ${place.en} in the edition of ${old.en}${isRepealed ? ', since repealed' : ''}; ${
            present
              ? `what corresponds to it in ${current.en} is ${present.en}, in other words`
              : 'nothing in force corresponds to it'
          }.`,
        },
        reason: {
          'zh-CN': '旧版本的文字已经失效，引作依据会误导读者。请按现行文本引用；确需引用旧文的，写明是哪一年的版本。',
          en: 'Words of an edition no longer in force mislead the reader. Quote the present text, or say which edition is quoted.',
        },
      };
    }),
};
