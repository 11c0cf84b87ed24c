import type { Line } from '../syntax/parse.js';
import type { Span } from '../text/span.js';

export const isTableLine = ({ kind }: Line): boolean => kind === 'table';

/** The cells of a row; an empty cell is an empty span. Bars at the ends of a row part nothing. Offsets in the line. */
export function cellsOf(line: string): Span[] {
  const cells: Span[] = [];
  let start = line.startsWith('|') ? 1 : 0;
  for (let end = line.indexOf('|', start); end >= 0; end = line.indexOf('|', start)) {
    cells.push({ start, end });
    start = end + 1;
  }
  if (start < line.length || cells.length === 0) cells.push({ start, end: line.length });
  return cells;
}
