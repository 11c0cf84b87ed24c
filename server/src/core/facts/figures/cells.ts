import type { Line } from '../../syntax/parse.js';
import type { Span } from '../../text/span.js';

export const isTableLine = ({ kind }: Line): boolean => kind === 'table';

/** What a quotation or a list puts before its rows. */
const BEFORE = /^[\s>]*(?:(?:[-+*]|\d+[.)])\s[\s>]*)?$/;

/** The cells of a row, without the white space around them; an empty cell is an empty span. Offsets in the line. */
export function cellsOf(line: string, source: string): Span[] {
  const cells: Span[] = [];
  let from = 0;
  const add = (to: number): void => {
    let [start, end] = [from, to];
    while (start < end && /[\s\0]/.test(line[start]!)) start++;
    while (end > start && /[\s\0]/.test(line[end - 1]!)) end--;
    cells.push({ start, end });
  };
  for (let i = 0; i <= line.length; i++) {
    if (i < line.length && (line[i] !== '|' || source[i - 1] === '\\')) continue;
    // What stands before the first bar and behind the last is no cell when it is blank.
    const isBlank = from > 0 ? line.slice(from, i).trim() === '' : BEFORE.test(source.slice(0, i));
    if (!isBlank || (from > 0 && i < line.length)) add(i);
    from = i + 1;
  }
  return cells;
}
