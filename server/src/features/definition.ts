import type { Analysis } from '../core/analyze.js';
import type { Citation, Model } from '../core/model.js';
import { Definitions } from '../core/regulations/resolve.js';
import { articleText } from '../core/regulations/provision-text.js';
import { touches, type Span } from '../core/text/span.js';
import { factAt } from './fact-at.js';

/** The article cited, in the file of a team that holds its text. */
export interface ProvisionPlace {
  readonly origin: Span;
  readonly file: string;
  /** 1-based. */
  readonly line: number;
}

/** Where the article under the cursor can be read; null where no team's text has it. */
export function provisionPlace({ model }: Analysis, offset: number): ProvisionPlace | null {
  const citation = factAt(model.citations, offset);
  const edition = citation?.denotes.edition;
  if (!citation || !edition?.text) return null;
  const located = citation.denotes.locators.filter(({ article }) => article !== null);
  const { article } = located.find(({ locator }) => touches(locator, offset)) ?? located[0] ?? { article: null };
  const line = article ? articleText(edition, article)?.line : 1;
  return line === undefined
    ? null
    : { origin: { start: citation.start, end: citation.end }, file: edition.text.file, line };
}

/** From a place of the text to the one that says what it means. */
export interface Definition {
  /** What was asked about. */
  readonly origin: Span;
  readonly target: Span;
  /** The part of the target to put the cursor on. */
  readonly selection: Span;
}

/**
 * Where the thing under the cursor gets its meaning: an abbreviation from its 以下简称; 该条例, 前款 and a bare 第三条 from the
 * citation before them; a quotation from the citation it is attributed to. Null for what stands by itself.
 */
export function definition({ model }: Analysis, offset: number): Definition | null {
  const citation = factAt(model.citations, offset);
  if (citation) return fromCitation(citation, model);
  const quotation = factAt(model.quotations, offset);
  if (!quotation) return null;
  return leading({ start: quotation.start, end: quotation.end }, model.citations[quotation.citation]!);
}

function fromCitation(citation: Citation, model: Model): Definition | null {
  const { name, nameKind, nameSpan, start, end } = citation;
  const origin = nameSpan ?? { start, end };
  switch (nameKind) {
    case 'title':
    case 'short':
    case 'abbreviation': {
      const found = new Definitions(model.abbreviations).at(name, start);
      return found && { origin, target: { start: found.start, end: found.end }, selection: found.nameSpan };
    }
    case 'pronoun':
    case 'implicit':
    case 'relative': {
      const before = antecedent(citation, model);
      return before && leading(origin, before);
    }
    case 'self':
      return null; // 本条例 is the text itself.
  }
}

/**
 * The citation before, in the same paragraph, that the engine took the regulation from. 前款 is not resolved by the
 * engine: its nearest citation is where a reader looks, too.
 */
function antecedent(
  { start, nameKind, denotes: { regulation } }: Citation,
  { citations, lines }: Model,
): Citation | null {
  const from = lines.start(lines.at(start).line);
  const before = citations.filter(c => from <= c.start && c.start < start);
  if (nameKind === 'relative') return before.at(-1) ?? null;
  return regulation ? (before.findLast(c => c.denotes.regulation === regulation) ?? null) : null;
}

const leading = (origin: Span, { start, end, nameSpan }: Citation): Definition => ({
  origin,
  target: { start, end },
  selection: nameSpan ?? { start, end },
});
