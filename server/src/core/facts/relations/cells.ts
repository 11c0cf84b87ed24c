import { isUsable, type Figure } from '../figures.js';
import type { Table, TableCell } from './tables.js';

/* What laws of columns and laws of rows ask of the cells of a table. */

export type Row = readonly TableCell[];
export type Rows = Pick<Table, 'head' | 'body'>;

const [MOST_COLUMNS, MOST_ROWS] = [14, 80];

/** Of more columns or rows than a table of a report has. */
export const isTooLarge = ({ head, body }: Rows): boolean => head.length > MOST_COLUMNS || body.length > MOST_ROWS;

/** The figures of cells; null where one of them has none that can be reckoned with. */
export const usable = (...cells: readonly TableCell[]): Figure[] | null =>
  cells.every(cell => cell.figure && isUsable(cell.figure)) ? cells.map(cell => cell.figure!) : null;

/** By the head of a column, or by a cell below it. */
export const isPercentage = (column: TableCell, c: number, body: readonly Row[]): boolean =>
  IS_PERCENT.test(column.text) || body.some(row => row[c]!.figure?.unit === '%');
const IS_PERCENT = /[%％]/;

/** Whether the head of a column says that something became less. */
export const saysFall = (head: string): boolean => IS_FALL.test(head);
const IS_FALL = /降|(?<!增)减/;
