import { msg } from '../message.js';
import { eachQuotation, judgedBy, leftOut, placeText } from './shared/quotations.js';
import type { Rule } from './rule.js';

export const quotationShortened: Rule = {
  id: 'quotation-shortened',
  title: msg('引文有省略而未标明', 'Quotation leaves words out without saying so'),
  severity: 'error',
  scope: 'chunk',
  judges: ['quotations'],
  check: model =>
    eachQuotation(model, 'shortened', (quotation, citation) => {
      const { words, fixes } = leftOut(model, quotation);
      const [place, source] = [placeText(citation), judgedBy(citation)];
      return {
        start: quotation.start,
        end: quotation.end,
        message: msg(
          `引文漏引：${place['zh-CN']}在${words}之间还有文字${source['zh-CN']}。`,
          `The quotation leaves words out: ${place.en} has more between ${words}${source.en}.`,
        ),
        reason: msg(
          '省略中间文字的，应当用省略号标明。请补引全文，或者在漏引处加省略号。',
          'Words left out are to be marked with ……. Quote them too, or mark the place.',
        ),
        fixes,
      };
    }),
};
