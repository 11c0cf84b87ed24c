import { contains } from '../text/span.js';
import { eachQuotation } from './shared/quotations.js';
import type { Rule } from './rule.js';

export const quotationUnverifiable: Rule = {
  id: 'quotation-unverifiable',
  title: { 'zh-CN': '引文无法核验', en: 'Quotation cannot be verified' },
  severity: 'info',
  // A term or a piece of a sentence is counted in the coverage line only; so is what an unverifiable citation quotes.
  // What a blank inside hides is reported as a blank.
  check: model =>
    eachQuotation(model, 'unverifiable', ({ start, end, opensWhole, closesWhole }, { denotes }) =>
      !opensWhole ||
      !closesWhole ||
      model.placeholders.some(placeholder => contains({ start, end }, placeholder)) ||
      denotes.verdict === 'unverifiable' ||
      denotes.verdict === 'ambiguous'
        ? null
        : {
            start,
            end,
            message: /…/.test(model.text.slice(start, end))
              ? {
                  'zh-CN': '此处引文省略过多，无法逐字核验。',
                  en: 'The quotation leaves out too much to be verified word by word.',
                }
              : {
                  'zh-CN': '此处引文所在条文的文本未收录或不完整，无法逐字核验。',
                  en: 'The text of the provision quoted here is not, or not wholly, in the data.',
                },
            reason: {
              'zh-CN': '未经核验不等于正确。请对照正式文本自行核实引文。',
              en: 'Not verified is not correct. Check the quotation against the official text.',
            },
          },
    ),
};
