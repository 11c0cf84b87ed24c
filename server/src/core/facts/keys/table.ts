import type { Chunk } from '../../syntax/document.js';
import { MASK } from '../../text/mask.js';
import { COUNTED } from '../../text/measures.js';

/** Where in a table a span stands: under which heads. */
export interface Cell {
  /** The first cell of its row, and the head of its column without the unit; '' where it stands in that cell itself. */
  readonly row: string;
  readonly column: string;
  /** 户数（户）, 资金/万元: what the column counts in; '' when the head does not say. */
  readonly unit: string;
}

const UNIT = new RegExp(`\\s*(?:[（(]\\s*(?:单位[：:])?|[/／])(万元|亿元|个百分点|${COUNTED})\\s*[）)]?$`);

/** Tells the cell at `offset` of the line that starts at `lineStart`; null for a line of no table. Offsets in the chunk. */
export function tableCells({ prose, lines }: Chunk): (lineStart: number, offset: number) => Cell | null {
  const rows = new Map<number, { line: string; head: readonly string[] }>();
  let head: readonly string[] | null = null;
  for (const { start, end, kind } of lines) {
    const line = prose.slice(start, end);
    if (kind !== 'table') {
      head = null;
      continue;
    }
    rows.set(start, { line, head: head ?? [] });
    head ??= cellsOf(line);
  }
  return (lineStart, offset) => {
    const row = rows.get(lineStart);
    if (!row) return null;
    const at = cellsOf(row.line.slice(0, offset - lineStart)).length - 1;
    const head = row.head[at] ?? '';
    return { row: at > 0 ? cellsOf(row.line)[0] ?? '' : '', column: head.replace(UNIT, ''), unit: UNIT.exec(head)?.[1] ?? '' };
  };
}

/** Split at bars, but not at \\|, which stands for a bar within a cell. */
const cellsOf = (line: string): string[] => line.replace(/^\s*\|/, '').split(/(?<!\\)\|/).map(cell => cell.replaceAll(MASK, '').trim());
