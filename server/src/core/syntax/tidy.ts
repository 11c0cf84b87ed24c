import type { Document, PlacedChunk } from './document.js';
import type { Line } from './parse.js';
import type { Span } from '../text/span.js';

export type Edit = Span & { readonly text: string };

/** What may stand at the break of a paragraph and goes with it: blanks, the mark of a quotation, the number of a page. */
const MARKS = /[\s>\u00ad\u200b\u2060\ufeff]+/g;
const PAGE_NUMBER = /^[—–―－/／\d第页共，,-]{0,30}$/;
const isNothing = (between: string): boolean => PAGE_NUMBER.test(between.replace(MARKS, ''));
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]+/g;
const LINE_ENDS = /[\v\f\u0085\u2028\u2029]/g;

/**
 * The edits that make of a text copied from a PDF, Word or a page one that is written as it is read: broken lines are joined,
 * lines with tabs become a table, what nobody sees is removed. Nothing it says changes: law 10. Ascending, not overlapping.
 */
export const tidyEdits = (document: Document): Edit[] =>
  document.chunks.flatMap(chunk => editsOf(chunk, document.text));

function editsOf({ offset, chunk }: PlacedChunk, whole: string): Edit[] {
  const { text, reading, lines, breaks } = chunk;
  const edits: Edit[] = [];
  const add = (start: number, end: number, by: string): unknown => edits.push({ start, end, text: by });

  for (const { start, end } of breaks) {
    if (!isNothing(text.slice(start, end))) continue;
    const isLatin =
      /[a-wyz][,.;]?$/.test(text.slice(Math.max(0, start - 2), start)) &&
      /^[A-Za-z][a-z]/.test(text.slice(end, end + 2));
    add(start, end, isLatin ? ' ' : '');
  }
  const ending = /\r\n|\r|\n/.exec(whole)?.[0] ?? '\n';
  const isBelow = (above: Line | undefined, line: Line | undefined): boolean =>
    above !== undefined && above.end + 1 === line?.start;
  lines.forEach((line, i) => {
    const { start, end } = reading.toSource(line);
    const row = text.slice(start, end);
    if (line.kind !== 'table' || row.includes('|') || !row.includes('\t')) return;
    const [above, below] = [lines[i - 1], lines[i + 1]];
    const isFirst = !(isBelow(above, line) && above?.kind === 'table');
    // A table stands by itself: what is right above or below it would be taken for a row.
    add(start, start, `${isFirst && isBelow(above, line) ? ending : ''}| `);
    for (const { index } of row.matchAll(/\t/g)) add(start + index, start + index + 1, ' | ');
    const dashes = isFirst ? `${ending}|${'---|'.repeat(row.split('\t').length)}` : '';
    add(end, end, ` |${dashes}${isBelow(line, below) && below?.kind !== 'table' ? ending : ''}`);
  });
  for (const { index, 0: found } of text.matchAll(INVISIBLE)) add(index, index + found.length, '');
  for (const { index } of text.matchAll(LINE_ENDS)) add(index, index + 1, ending);

  let done = 0;
  return edits
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .filter(({ start, end }) => {
      const isFree = start >= done;
      if (isFree) done = end;
      return isFree;
    })
    .map(edit => ({ ...edit, start: edit.start + offset, end: edit.end + offset }));
}
