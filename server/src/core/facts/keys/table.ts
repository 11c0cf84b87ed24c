import type { Document } from '../../syntax/document.js';
import { MASK } from '../../text/mask.js';

/** The head of the row and of the column that a cell of a table stands under. */
export interface CellHeads {
  readonly row: string;
  readonly column: string;
}

/** Tells the heads of the cell at `offset` of the line that starts at `lineStart`; null for a line of no table. */
export function tableHeads({ chunks }: Document): (lineStart: number, offset: number) => CellHeads | null {
  const rows = new Map<number, { line: string; head: readonly string[] }>();
  for (const { offset, chunk } of chunks) {
    let head: readonly string[] | null = null;
    for (const { start, end, kind } of chunk.lines) {
      const line = chunk.prose.slice(start, end);
      if (kind !== 'table') head = null;
      else if (head === null) head = cellsOf(line);
      else rows.set(offset + start, { line, head });
    }
  }
  return (lineStart, offset) => {
    const row = rows.get(lineStart);
    if (!row) return null;
    const column = cellsOf(row.line.slice(0, offset - lineStart)).length - 1;
    return { row: column > 0 ? cellsOf(row.line)[0] ?? '' : '', column: row.head[column] ?? '' };
  };
}

const cellsOf = (line: string): string[] => line.replace(/^\s*\|/, '').split('|').map(cell => cell.replaceAll(MASK, '').trim());
