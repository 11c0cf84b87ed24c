import { firstSentence } from '../../facts/points.js';
import { rolesIn } from '../../facts/roles.js';
import { cellsOf } from '../../facts/table-cells.js';
import type { Model } from '../../model.js';
import { inChunks } from '../../stretch.js';
import type { Chunk } from '../../syntax/document.js';
import { shifted, type Span } from '../../text/span.js';
import { memoize } from '../../memoize.js';
import type { TopicPart } from './topics.js';

/** What a column of problems may be called besides 问题: 查出的情况. */
const FOUND = /情况|现象|事项|表现/;

/** A table by the names of its columns; of each cell what it says first, null for one that says nothing. */
interface Table {
  readonly start: number;
  readonly names: readonly string[];
  readonly rows: readonly (readonly (Cell | null)[])[];
  /** Which column says what is wrong, and which what is done about it; null where not both do. */
  readonly columns: { readonly found: number; readonly proposed: number } | null;
}
interface Cell extends Span {
  readonly title: string;
  readonly head: Span;
}

/** The tables of a text that have a head and two rows or more. */
export const tablesIn = memoize<Model, readonly Table[]>(inChunks(chunk => tableOf(chunk), placed));

function placed(table: Table, by: number): Table {
  const placedCell = (cell: Cell | null): Cell | null => cell && { ...shifted(cell, by), head: shifted(cell.head, by) };
  return { ...table, start: table.start + by, rows: table.rows.map(row => row.map(placedCell)) };
}

interface Row {
  readonly start: number;
  readonly text: string;
}
/** The table of a chunk, in its own offsets. */
const tableOf = memoize(({ reading, lines }: Chunk): Table[] => {
  const rows = lines.filter(({ kind }) => kind === 'table');
  if (rows.length < 3) return [];
  const [head, ...others] = rows.map(({ start, end }) => ({ start, text: reading.text.slice(start, end) })) as [
    Row,
    ...Row[],
  ];
  const spanOf = (start: number, end: number): Span => reading.toSource({ start, end });
  const cellsIn = (row: Row): (Cell | null)[] =>
    cellsOf(row.text).map(cell => {
      const title = firstSentence(row.text.slice(cell.start, cell.end));
      if (title === '') return null;
      const at = row.start + row.text.indexOf(title, cell.start);
      return { title, head: spanOf(at, at + title.length), ...spanOf(at, row.start + cell.end) };
    });
  const names = cellsOf(head.text).map(({ start, end }) => head.text.slice(start, end));
  const { start } = spanOf(head.start, head.start + 1);
  return [{ start, names, rows: others.map(cellsIn), columns: columnsOf(names) }];
});

function columnsOf(names: readonly string[]): Table['columns'] {
  const proposed = names.findIndex(name => rolesIn(name)[0] === 'countermeasures');
  const found = names.findIndex(
    (name, i) => i !== proposed && (rolesIn(name)[0] === 'problems' || (i < proposed && FOUND.test(name))),
  );
  return proposed < 0 || found < 0 ? null : { found, proposed };
}

/** Problems and measures that stand side by side in the rows of a table, | 存在问题 | 整改措施 |: each row is a topic. */
export const tabledIn = memoize((model: Model): readonly TopicPart[] =>
  tablesIn(model).flatMap(({ rows, columns }) => {
    if (!columns) return [];
    const { found, proposed } = columns;
    return rows.flatMap(row => {
      const topic = row.find(cell => cell !== null)?.start ?? 0;
      const part = (column: number, role: TopicPart['role']): TopicPart[] => {
        const cell = row[column];
        // ——, 无: nothing is done.
        const isSaid = cell && /[\u4e00-\u9fff]/.test(cell.title) && !/^(?:暂?无|待定|略)$/.test(cell.title);
        return isSaid ? [{ role, topic, ...cell }] : [];
      };
      return [...part(found, 'problems'), ...part(proposed, 'countermeasures')];
    });
  }),
);
