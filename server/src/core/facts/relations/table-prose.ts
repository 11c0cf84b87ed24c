import { LEXICON } from '../../lexicon/lexicon.js';
import { startingIn } from '../../text/search.js';
import { isUsable, type Figure } from '../figures.js';
import { scaled } from '../figures/quantities.js';
import { isSameKind } from '../figures/units.js';
import { likelySum } from './likely.js';
import { isConsistentSum, type Sum } from './sum.js';
import { kindOf, labelOf, measureOf, NOT_ADDED, type Table, type TableCell } from './tables.js';

/** So far before a table, or behind it, stands what says how much it holds. */
const REACH = 120;
/** As many marks as a cell may have in its head and below it. */
const MARKS = 8;

/**
 * 三所学校在校生共4,870人，详见下表: what the prose around a table says there is of a column that has no total of its own. It is, or would be
 * but for one slip. `text` is the chunk's reading, `prose` its figures outside of tables.
 */
export function announcedSums(table: Table, text: string, prose: readonly Figure[]): Sum[] {
  const { head, body } = table;
  const rows = body.filter(row => kindOf(labelOf(row)) === 'data');
  const cells = body.flatMap(row => row.flatMap(cell => cell.figure ?? []));
  if (rows.length !== body.length || rows.length < 2 || cells.length === 0) return [];
  const [start, end] = [cells[0]!.start, cells.at(-1)!.end];
  // The head, and the line below it, stand between.
  const reach = REACH + head.reduce((all, { text: name }) => all + name.length + MARKS, 0);
  const near = startingIn(prose, { start: start - reach, end: end + REACH }).filter(
    f => f.role === 'count' && isUsable(f) && (f.end <= start || f.start >= end),
  );
  return near.flatMap(whole => {
    // C级危房148户 of the column C级（户）
    const named = head.filter((column, c) => c > 0 && isNamed(whole, column));
    const isAll = saysAll(text, whole);
    if (!isAll && named.length !== 1) return [];
    const sums = head.flatMap((column, c) =>
      c === 0 || NOT_ADDED.test(column.text) || !(named.length === 1 ? named.includes(column) : isAll)
        ? []
        : columnSum(rows, c, column, whole),
    );
    const right = sums.find(isConsistentSum);
    return right ? [right] : sums.length === 1 ? sums : [];
  });
}

/** Whether the head of a column is in what a number counts. */
function isNamed({ label }: Figure, { text }: TableCell): boolean {
  const bracket = text.search(/[（(]/);
  const name = bracket < 0 ? text : text.slice(0, bracket);
  return name.length > 1 && label.includes(name);
}

/** 共, 合计 or 总 right before it, in its clause. */
function saysAll(text: string, { start }: Figure): boolean {
  const before = text.slice(Math.max(0, start - CLAUSE), start);
  const clause = before.slice(Math.max(...[...'，。；：\n'].map(mark => before.lastIndexOf(mark))) + 1);
  return LEXICON.wordsOf('tabled').some(word => clause.includes(word));
}
const CLAUSE = 24;

function columnSum(rows: readonly (readonly TableCell[])[], c: number, column: TableCell, whole: Figure): Sum[] {
  const cells = rows.map(row => row[c]!.figure);
  if (!cells.every(f => f !== null && isUsable(f))) return [];
  const measure = measureOf(column.text);
  if (measure ? !isSameKind(measure.unit, whole.unit) : whole.magnitude > 0) return [];
  const magnitude = measure?.magnitude ?? 0;
  const parts = cells.map((f): Figure => ({ ...f!, value: scaled(f!.value!, magnitude), magnitude, unit: whole.unit }));
  return likelySum(parts, whole, 'unknown', 'headed');
}
