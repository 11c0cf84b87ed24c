import type { Row } from './cells.js';
import { tokenize } from '../../lexicon/tokens.js';
import { sum } from '../../text/exact.js';
import { isUsable, type Figure } from '../figures.js';
import { monthsIn, type Months } from './periods.js';
import { isConsistentSum, type Sum } from './sum.js';
import { labelOf, NOT_ADDED, unitOf, type Table } from './tables.js';

/* What the times in the head of a table say: four quarters make the year, and what a month adds is in what there was so far. */

/** The sums that a table's times state. */
export const timeSums = ({ head, body }: Table): Sum[] => [...wholesIn(head, body), ...runningTotals(head, body)];

/** More columns are no year. */
const MOST_COLUMNS = 16;

/** 一季度 | 二季度 | 三季度 | 四季度 | 全年: a column of all of the time that others are of, one behind the other. */
function wholesIn(head: Row, body: readonly Row[]): Sum[] {
  if (head.length < 3 || head.length > MOST_COLUMNS) return [];
  const times = head.map(({ text }): Months | null => {
    const months = NOT_ADDED.test(text) || STOCK.test(text) ? [] : monthsIn(tokenize(text));
    return months.length === 1 ? months[0]! : null;
  });
  return times.flatMap((whole, c) => {
    if (!whole) return [];
    const parts: number[] = [];
    for (let next = whole.from; next <= whole.to; ) {
      const at = times.findIndex(
        (t, k) => t && k !== c && t.from === next && t.to <= whole.to && t.to - t.from < whole.to - whole.from,
      );
      if (at < 0) return [];
      parts.push(at);
      next = times[at]!.to + 1;
    }
    if (new Set([...parts, c].map(k => unitOf(head[k]!.text))).size > 1) return [];
    const sums = body.flatMap((row): Sum[] => {
      const figures = [...parts, c].map(k => row[k]!.figure);
      const isPlain = figures.every(f => f !== null && isUsable(f) && f.unit !== '%');
      if (!isPlain || NOT_ADDED.test(labelOf(row)) || STOCK.test(labelOf(row))) return [];
      return [{ parts: figures.slice(0, -1) as Figure[], whole: figures.at(-1)!, claim: 'complete' }];
    });
    return sums.some(isConsistentSum) ? sums : [];
  });
}
const STOCK = /余额|存量|期末|年末|在册/;

/** 当月 | 累计: each row's total is that of the row above and what it adds. */
function runningTotals(head: Row, body: readonly Row[]): Sum[] {
  const totals = head.flatMap(({ text }, c) => (text.startsWith('累计') ? [c] : []));
  const [total, ...more] = totals;
  if (total === undefined || more.length > 0 || body.length < LEAST_ROWS) return [];
  for (const [c, column] of head.entries()) {
    if (c === total || c === 0 || NOT_ADDED.test(column.text) || unitOf(column.text) !== unitOf(head[total]!.text))
      continue;
    const cells = body.map(row => [row[c]!.figure, row[total]!.figure] as const);
    if (!cells.every(([a, b]) => a && b && isUsable(a) && isUsable(b))) continue;
    const sums = cells
      .slice(1)
      .map(([own, all], i): Sum => ({ parts: [cells[i]![1]!, own!], whole: all!, claim: 'likely' }));
    const wrong = sums.flatMap((s, i) => (isConsistentSum(s) ? [] : [i]));
    const [first, next] = wrong;
    // A total that is wrong is wrong in two rows, what was added in one.
    const isOne =
      wrong.length === 1 || (wrong.length === 2 && next === first! + 1 && isPassedOver(sums[first!]!, sums[next!]!));
    if (wrong.length === 0 || (isOne && sums.length - wrong.length > 0))
      return wrong.length < 2 ? sums : sums.filter((_, i) => i !== next);
  }
  return [];
}
const LEAST_ROWS = 3;

/** Without the total between them two rows add up. */
const isPassedOver = (first: Sum, next: Sum): boolean =>
  isConsistentSum({
    parts: [...first.parts, next.parts[1]!],
    whole: next.whole,
    claim: 'complete',
  }) && sum(first.parts.map(p => p.value!)).digits > 0;
