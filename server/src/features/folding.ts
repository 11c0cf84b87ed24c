import type { Analysis } from '../core/analyze.js';
import type { Span } from '../core/text/span.js';

/** Text that can be folded away: from its first line, which stays, to its last line that is not blank. */
export interface Fold extends Span {
  readonly kind: 'front-matter' | 'section' | 'point';
}

/** Sections, points of several lines and front matter, in the order of the text; nothing that is a single line. */
export function folding({ model: { text, lines, frontMatter, sections, points } }: Analysis): Fold[] {
  // （一） may open a section and count as a point of it: one fold is enough.
  const headed = new Set(sections.map(({ heading }) => heading.start));
  const folds: Fold[] = [
    ...(frontMatter ? [{ start: frontMatter.start, end: frontMatter.end, kind: 'front-matter' as const }] : []),
    // A section reaches to the words of the next heading; the # before them are no more its own.
    ...sections.map(({ start, end }) => ({
      start,
      end: end < text.length ? lines.start(lines.at(end).line) : end,
      kind: 'section' as const,
    })),
    ...points
      .filter(({ start }) => !headed.has(start))
      .map(({ start, end }) => ({ start, end, kind: 'point' as const })),
  ];
  return folds
    .map(fold => ({ ...fold, end: fold.start + text.slice(fold.start, fold.end).trimEnd().length }))
    .filter(({ start, end }) => lines.at(start).line < lines.at(end).line)
    .sort((a, b) => a.start - b.start || b.end - a.end);
}
