import type { Span } from '../../server/src/core/text/span.js';

/** A text with places marked in it: ⟦ ⟧ around spans, which may nest, and ‸ for a cursor. */
export interface Unmarked {
  readonly text: string;
  /** In the order of their starts; the outer before the inner. */
  readonly spans: readonly Span[];
  /** Offset of the cursor; null when none is marked. */
  readonly cursor: number | null;
}

export function unmark(marked: string): Unmarked {
  let text = '';
  let cursor: number | null = null;
  const open: number[] = [];
  const spans: Span[] = [];
  for (const c of marked) {
    if (c === '⟦') {
      open.push(text.length);
    } else if (c === '⟧') {
      if (open.length === 0) throw new Error(`⟧ without ⟦: ${marked}`);
      spans.push({ start: open.pop()!, end: text.length });
    } else if (c === '‸') {
      cursor = text.length;
    } else {
      text += c;
    }
  }
  if (open.length > 0) throw new Error(`⟦ without ⟧: ${marked}`);
  return { text, spans: spans.sort(byPlace), cursor };
}

/** The inverse of {@link unmark}: equal spans are marked once. */
export function mark(text: string, spans: readonly Span[]): string {
  const distinct = [...new Map(spans.map(span => [`${span.start}-${span.end}`, span])).values()].sort(byPlace);
  let out = '';
  for (let at = 0; at <= text.length; at++) {
    out += '⟧'.repeat(distinct.filter(({ start, end }) => end === at && start < at).length);
    for (const { start, end } of distinct) if (start === at) out += end === at ? '⟦⟧' : '⟦';
    out += text.slice(at, at + 1);
  }
  return out;
}

/** Only the lines of `text` that a span touches, marked. */
export function markedLines(text: string, spans: readonly Span[]): string {
  return mark(text, spans)
    .split(/\r\n|\r|\n/)
    .filter((line, i, lines) => /[⟦⟧]/.test(line) || isInside(lines, i))
    .join('\n');
}

/** Whether line `i` of a marked text lies wholly inside a span that began on a line before it. */
const isInside = (lines: readonly string[], i: number): boolean => {
  const before = lines.slice(0, i).join('');
  return before.split('⟦').length > before.split('⟧').length;
};

const byPlace = (a: Span, b: Span): number => a.start - b.start || b.end - a.end;
