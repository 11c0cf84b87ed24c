import type { Analysis } from '../core/analyze.js';
import { overlaps, type Span } from '../core/text/span.js';

/** What words of a report are, for colouring. */
export const SEMANTIC_TOKEN_TYPES = [
  'placeholder',
  'citation',
  'regulation',
  'locator',
  'abbreviation',
  'ordinal',
] as const;
export type SemanticTokenType = (typeof SEMANTIC_TOKEN_TYPES)[number];

export interface SemanticToken extends Span {
  readonly type: SemanticTokenType;
  /** No longer in force. */
  readonly isOutdated: boolean;
}

/** The tokens that overlap `span`, in order, none overlapping another, none reaching over a line's end. */
export function semanticTokens({ model }: Analysis, span: Span): SemanticToken[] {
  const { text, lines, placeholders, citations, abbreviations, points, sections } = model;
  // What comes first has the place: a placeholder inside a citation is a placeholder.
  const candidates: SemanticToken[] = [];
  const add = (type: SemanticTokenType, place: Span, isOutdated = false): void => {
    if (overlaps(place, span)) candidates.push({ start: place.start, end: place.end, type, isOutdated });
  };
  for (const placeholder of placeholders) add('placeholder', placeholder);
  for (const { nameSpan } of abbreviations) add('abbreviation', nameSpan);
  for (const citation of citations) {
    const isOutdated = citation.denotes.verdict === 'superseded' || citation.denotes.verdict === 'repealed';
    if (citation.nameSpan) add('regulation', citation.nameSpan, isOutdated);
    for (const locator of citation.locators) add('locator', locator, isOutdated);
    add('citation', citation, isOutdated);
  }
  for (const { marker } of points) add('ordinal', marker);
  for (const { number, heading } of sections) {
    const ordinal =
      number === null
        ? null
        : /^[#\s]*[^\s、.．）)]{0,8}(?:、|[.．]|[）)])/.exec(text.slice(heading.start, heading.end));
    if (ordinal)
      add('ordinal', { start: heading.start + ordinal[0].search(/[^#\s]/), end: heading.start + ordinal[0].length });
  }
  return withoutOverlap(candidates).flatMap(token => perLine(token, lines));
}

/** Each token keeps what no earlier one has taken; a citation is thus left with what is neither name nor locator. */
function withoutOverlap(candidates: readonly SemanticToken[]): SemanticToken[] {
  const order = new Map(candidates.map((token, i) => [token, i]));
  const edges = [...candidates].sort((a, b) => a.start - b.start || order.get(a)! - order.get(b)!);
  const result: SemanticToken[] = [];
  // A sweep over the starts; `open` holds what may still be running, the weightiest first.
  let open: SemanticToken[] = [];
  const cuts = [...new Set(candidates.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  let next = 0;
  for (let i = 0; i + 1 < cuts.length; i++) {
    const [start, end] = [cuts[i]!, cuts[i + 1]!];
    while (next < edges.length && edges[next]!.start <= start) open.push(edges[next++]!);
    open = open.filter(token => token.end > start);
    const top = open.reduce<SemanticToken | null>(
      (best, token) => (best && order.get(best)! < order.get(token)! ? best : token),
      null,
    );
    if (!top) continue;
    const last = result.at(-1);
    if (last && last.end === start && last.type === top.type && cuts[i] !== top.start)
      result[result.length - 1] = { ...last, end };
    else result.push({ ...top, start, end });
  }
  return result;
}

function perLine(token: SemanticToken, lines: Analysis['model']['lines']): SemanticToken[] {
  const [first, last] = [lines.at(token.start).line, lines.at(token.end).line];
  const pieces: SemanticToken[] = [];
  for (let line = first; line <= last; line++) {
    const start = Math.max(token.start, lines.start(line));
    const end = Math.min(token.end, lines.end(line));
    if (start < end) pieces.push({ ...token, start, end });
  }
  return pieces;
}
