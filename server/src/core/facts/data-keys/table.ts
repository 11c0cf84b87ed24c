import type { Chunk } from '../../syntax/document.js';
import type { Lexicon } from '../../lexicon/lexicon.js';
import { countedAt } from '../../lexicon/measures.js';
import { partitionPoint } from '../../text/search.js';
import type { Span } from '../../text/span.js';
import { cellsOf } from '../table-cells.js';

/** Where in a table a span stands: under which heads. */
export interface CellHeads {
  /** The first cell of its row, and the head of its column without the unit; '' where it stands in that cell itself. */
  readonly row: string;
  readonly column: string;
  /** 户数（户）, 资金/万元: what the column counts in; '' when the head does not say. */
  readonly unit: string;
}

/** （单位：万元）, /户 behind the head of a column. */
const UNIT = /(?:[（(](?:单位[：:])?|[/／])([^（）()/／：:]{1,6})[）)]?$/;
const unitOf = (head: string, lexicon: Lexicon): string => {
  const unit = UNIT.exec(head)?.[1] ?? '';
  return countedAt(lexicon, unit, 0) === unit ? unit : '';
};

/** Tells the cell at `offset` of the line that starts at `lineStart`; null for a line of no table. Offsets in the chunk. */
export function tableCells({
  reading: { text: prose },
  lines,
  lexicon,
}: Chunk): (lineStart: number, offset: number) => CellHeads | null {
  const rows = new Map<number, { row: TableRow; head: TableRow | null }>();
  let head: TableRow | null = null;
  for (const { start, end, kind } of lines) {
    if (kind !== 'table') {
      head = null;
      continue;
    }
    const row = new TableRow(prose.slice(start, end));
    rows.set(start, { row, head });
    head ??= row;
  }
  return (lineStart, offset) => {
    const found = rows.get(lineStart);
    if (!found) return null;
    const at = found.row.cellAt(offset - lineStart);
    const head = found.head?.cell(at) ?? '';
    const unit = unitOf(head, lexicon);
    return { row: at > 0 ? found.row.cell(0) : '', column: unit === '' ? head : head.replace(UNIT, ''), unit };
  };
}

/** A row and its cells, split once, when first asked. */
class TableRow {
  #cells: readonly Span[] | undefined;

  constructor(readonly line: string) {}

  get #spans(): readonly Span[] {
    this.#cells ??= cellsOf(this.line);
    return this.#cells;
  }

  /** The last cell that starts no later. */
  cellAt(offset: number): number {
    return Math.max(0, partitionPoint(this.#spans, ({ start }) => start <= offset) - 1);
  }

  cell(at: number): string {
    const span = this.#spans[at];
    return span ? this.line.slice(span.start, span.end).trim() : '';
  }
}
