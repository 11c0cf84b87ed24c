import { passageLocator, passageText } from '../wording.js';
import { citing, eachQuotation, provisionText } from './shared/quotations.js';
import type { Rule } from './rule.js';

export const quotationElsewhere: Rule = {
  id: 'quotation-elsewhere',
  title: { 'zh-CN': '引文出自别的条文', en: 'Quotation of another article' },
  severity: 'error',
  check: model =>
    eachQuotation(model, 'elsewhere', (quotation, citation) => {
      const provision = provisionText(citation);
      const places = quotation.passages.map(passageText);
      return {
        start: quotation.start,
        end: quotation.end,
        message: {
          'zh-CN': `引文不是${provision['zh-CN']}的文字，而在${places.map(p => p['zh-CN']).join('、')}。`,
          en: `The words are not those of ${provision.en}; they stand in ${places.map(p => p.en).join(' and ')}.`,
        },
        reason: {
          'zh-CN': '条文序号与引文对不上，读者据此查不到依据。请核实究竟引用哪一条，改正条文序号或者引文。',
          en: 'Number and words do not belong together, so the reader will not find the authority. Correct one or the other.',
        },
        fixes: quotation.passages.flatMap(passage => citing(citation, passageLocator(passage))),
      };
    }),
};
