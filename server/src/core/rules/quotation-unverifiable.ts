import { msg } from '../message.js';
import { contains } from '../text/span.js';
import { eachQuotation, quoted, unquoted } from './shared/quotations.js';
import type { Rule } from './rule.js';

export const quotationUnverifiable: Rule = {
  id: 'quotation-unverifiable',
  title: msg('引文无法核验', 'Quotation cannot be verified'),
  severity: 'info',
  scope: 'chunk',
  judges: ['quotations'],
  // A term or a piece of a sentence that looks like one is counted in the coverage line only; so is what an
  // unverifiable citation quotes. What a blank inside hides is reported as a blank.
  check: model =>
    eachQuotation(model, 'unverifiable', ({ start, end, opensWhole, closesWhole, strange }, { denotes }) => {
      const piece = strange.find(clause => clause.end - clause.start >= TELLING);
      const isWhole = opensWhole && closesWhole;
      if (
        (!isWhole && !(piece && (opensWhole || closesWhole))) ||
        model.placeholders.some(placeholder => contains({ start, end }, placeholder)) ||
        denotes.verdict === 'unverifiable' ||
        denotes.verdict === 'ambiguous'
      )
        return null;
      return {
        start,
        end,
        message: /…/.test(model.text.slice(start, end))
          ? msg(
              '引文无法核验：省略过多，所余文字不足以逐字比对。',
              'The quotation leaves out too much to be verified word by word.',
            )
          : piece
            ? msg(
                `引文无法核验：${quoted(model, piece)}像是半句，不足以逐字比对。`,
                `${quoted(model, piece)} may be a piece of a sentence, too short to be verified word by word.`,
              )
            : msg(
                '引文无法核验：所引条文的文本未收录或者不完整。',
                'The text of the provision quoted here is not, or not wholly, in the data.',
              ),
        reason: msg(
          '未经核验不等于正确。请对照正式文本自行核实引文。',
          'Not verified is not correct. Check the quotation against the official text.',
        ),
        fixes: piece || /…/.test(model.text.slice(start, end)) ? unquoted(model, { start, end }) : [],
      };
    }),
};

/** A piece of so many characters is said not to have been found. */
const TELLING = 10;
