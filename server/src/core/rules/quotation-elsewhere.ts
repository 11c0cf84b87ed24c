import { msg } from '../message.js';
import { passageLocator, passageText } from '../wording.js';
import { citing, eachQuotation, judgedBy, placeText } from './shared/quotations.js';
import type { Rule } from './rule.js';

export const quotationElsewhere: Rule = {
  id: 'quotation-elsewhere',
  title: msg('引文出自别的条文', 'Quotation of another article'),
  severity: 'error',
  scope: 'chunk',
  judges: ['quotations'],
  check: model =>
    eachQuotation(model, 'elsewhere', (quotation, citation) => {
      const [place, source] = [placeText(citation), judgedBy(citation)];
      const places = quotation.passages.map(passageText);
      return {
        start: quotation.start,
        end: quotation.end,
        message: msg(
          `引文出自别处：不是${place['zh-CN']}的文字，而在${places.map(p => p['zh-CN']).join('、')}${source['zh-CN']}。`,
          `The words are not those of ${place.en}; they stand in ${places.map(p => p.en).join(' and ')}${source.en}.`,
        ),
        reason: msg(
          '读者按此序号查不到依据。请核实究竟引用哪一条，改正条文序号或者引文。',
          'Number and words do not belong together, so the reader will not find the authority. Correct one or the other.',
        ),
        fixes: quotation.passages.flatMap(passage => citing(citation, passageLocator(passage))),
      };
    }),
};
