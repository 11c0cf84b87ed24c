import { quotationStanding, standingOf, type Analysis, type Standing } from '../core/analyze.js';
import { msg, type Message } from '../core/message.js';
import type { Citation, Model } from '../core/model.js';
import type { Span } from '../core/text/span.js';
import { QUOTE_VERDICT, UNKNOWN, verdictText, versionText } from './wording.js';

export interface CitationEntry extends Span {
  /** As written. */
  readonly label: string;
  readonly standing: Standing;
  readonly verdict: Message;
  /** Against which edition, or why not at all. */
  readonly detail: Message | null;
  readonly quotations: readonly QuotationEntry[];
  /** 1-based. */
  readonly line: number;
}

export interface QuotationEntry extends Span {
  readonly label: string;
  readonly standing: Standing;
  readonly verdict: Message;
}

/** Every citation with what it was found to be and its quotations, in the order of the text. */
export const citationList = ({ model }: Analysis): CitationEntry[] => {
  const quotations = new Map<number, QuotationEntry[]>();
  for (const { citation, start, end, verdict } of model.quotations) {
    const entry = {
      start,
      end,
      label: `“${excerpt(model, { start, end }, 30)}”`,
      standing: quotationStanding(verdict),
      verdict: QUOTE_VERDICT[verdict],
    };
    quotations.set(citation, [...(quotations.get(citation) ?? []), entry]);
  }
  // What stands inside a quotation is the provision's own, and not counted.
  return model.citations.flatMap((citation, i) =>
    citation.isQuoted ? [] : [entryOf(citation, quotations.get(i) ?? [], model)],
  );
};

function entryOf(citation: Citation, quotations: readonly QuotationEntry[], model: Model): CitationEntry {
  const { start, end, denotes } = citation;
  const { edition, regulation, unknown } = denotes;
  const standing = standingOf(citation);
  const version = edition && versionText(edition);
  return {
    start,
    end,
    label: excerpt(model, { start, end }, 60),
    standing,
    verdict: verdictText(citation),
    detail: version
      ? msg(`《${regulation!.title}》${version['zh-CN']}`, `《${regulation!.title}》, ${version.en}`)
      : unknown
        ? UNKNOWN[unknown]
        : null,
    quotations,
    line: model.lines.at(start).line,
  };
}

/** The words of a span on one line, cut where they are too many. */
function excerpt({ text }: Model, { start, end }: Span, most: number): string {
  const words = text.slice(start, Math.min(end, start + 4 * most)).replace(/\s+/g, '');
  const characters = [...words];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : words;
}
