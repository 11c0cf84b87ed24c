import { MEASURE, PLACE } from '../text/measures.js';
import type { Span } from '../text/span.js';

/*
 * In this genre a bare * is a missing number: 党员*人，占*%. CommonMark would pair two of them into emphasis, across whole
 * sections, and `**《水法》**规定` does not close there at all. So the parser's own pairing is switched off (parse.ts) and
 * these few lines decide, one line at a time, which runs of markers are markup. All others stay in the prose.
 */

const GAP_BEHIND = new RegExp(`^(?:\\s?(?:${MEASURE}|${PLACE}))`);

/** The markers of `**bold**`, `__bold__`, `***both***` and `*note*` in one line: markup, not gaps. Offsets in `line`. */
export function emphasisMarkers(line: string): Span[] {
  const markers: Span[] = [];
  const runs = [...line.matchAll(/\*+|_+/g)].map(m => ({ start: m.index, end: m.index + m[0].length, marker: m[0] }));
  const looksLikeGap = (run: Span): boolean =>
    /[0-9０-９约近达共有超]$/.test(line.slice(Math.max(0, run.start - 1), run.start)) || GAP_BEHIND.test(line.slice(run.end, run.end + 4));
  for (let i = 0; i + 1 < runs.length; i++) {
    const open = runs[i]!;
    const close = runs[i + 1]!;
    if (open.marker !== close.marker || open.marker.length > 3) continue;
    const inside = line.slice(open.end, close.start);
    if (inside === '' || /^\s|\s$/.test(inside)) continue;
    const isMarkup = open.marker.length === 1
      ? isNote(line, open, close, runs.length) || (open.marker === '*' && /^[\x20-\x7e]*[A-Za-z][\x20-\x7e]*$/.test(inside))
      : /^[\d.,%]+$/.test(inside) || !(looksLikeGap(open) && looksLikeGap(close));
    if (!isMarkup) continue;
    markers.push({ start: open.start, end: open.end }, { start: close.start, end: close.end });
    i++;
  }
  return markers;
}

/** A line that is one single `*…*` from end to end: 注释 in italics. */
const isNote = (line: string, open: Span, close: Span, runs: number): boolean =>
  runs === 2 && line.slice(0, open.start).trim() === '' && line.slice(close.end).trim() === '' && close.start - open.end > 1;
