import type { Analysis } from '../core/analyze.js';
import { contains, touches, type Span } from '../core/text/span.js';

/**
 * What to select around the cursor, from the smallest to the whole text: a placeholder, a name, a locator, a citation,
 * a quotation, then clause, sentence, line, point, section. Each lies within the next.
 */
export function selection({ model }: Analysis, offset: number): Span[] {
  const { text, lines, placeholders, citations, quotations, abbreviations, points, sections } = model;
  const { line } = lines.at(offset);
  const whole = { start: lines.start(line), end: lines.end(line) };
  const cited = citations.filter(citation => touches(citation, offset));
  const candidates: readonly Span[] = [
    ...placeholders,
    ...abbreviations.map(a => a.nameSpan),
    ...abbreviations,
    ...cited.flatMap(({ nameSpan, locators }) => [...(nameSpan ? [nameSpan] : []), ...locators]),
    ...cited,
    ...quotations,
    between(text, whole, offset, /[，；：。！？,;]/),
    between(text, whole, offset, /[。！？；]/),
    whole,
    ...points,
    ...sections.map(({ start, end }) => ({ start, end })),
    { start: 0, end: text.length },
  ];
  const around = candidates
    .filter(span => touches(span, offset) && span.start < span.end)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  const chain: Span[] = [];
  for (const { start, end } of around) {
    const inner = chain.at(-1);
    // What only overlaps is left out: a clause may end inside a title with a comma.
    if (!inner || (contains({ start, end }, inner) && end - start > inner.end - inner.start))
      chain.push({ start, end });
  }
  return chain.length > 0 ? chain : [{ start: offset, end: offset }];
}

/** How far a clause is looked for on either side: a line may be megabytes long. */
const REACH = 2000;

/** The words of a line around `offset`, up to and without the stops on both sides. */
function between(text: string, { start, end }: Span, offset: number, stop: RegExp): Span {
  let from = offset;
  while (from > Math.max(start, offset - REACH) && !stop.test(text[from - 1]!)) from--;
  let to = offset;
  while (to < Math.min(end, offset + REACH) && !stop.test(text[to]!)) to++;
  while (from < to && /\s/.test(text[from]!)) from++;
  return { start: from, end: to };
}
