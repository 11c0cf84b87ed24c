import { isPercentage, isTooLarge, saysFall, usable, type Row, type Rows } from './cells.js';
import { LEXICON } from '../../lexicon/lexicon.js';
import type { Exact } from '../../text/exact.js';
import type { Figure } from '../figures.js';
import { holds, isConsistentChange, type FigureChange } from './change.js';
import { isConsistentDifference, type Difference } from './difference.js';
import { chanceOfMend, mendOf } from './evidence.js';
import { together } from './sum.js';

/** 比上年增减, 较上年增长（%）, 环比: says by how much each row is more than the row above, where the rows are times one behind the other. */
export function periodChanges(table: Rows): FigureChange[] {
  const { head, body } = table;
  if (isTooLarge(table) || body.length < 3) return [];
  const told = head.flatMap((cell, c) => (c > 0 && saysChange(cell.text) ? [c] : []));
  if (told.length === 0 || !areConsecutive(body.map(row => row[0]!.text))) return [];
  return told.flatMap(c => {
    const columns = head
      .flatMap((_, n) => (n > 0 && n !== c && !told.includes(n) ? [n] : []))
      .sort((a, b) => Math.abs(a - c) - Math.abs(b - c));
    for (const n of columns) {
      const found = lawful(changesOf(c, n, head, body));
      if (found.length > 0) return found;
    }
    return [];
  });
}

const saysChange = (text: string): boolean => LEXICON.holds(text, 'compare') || LEXICON.holds(text, 'change');

/** 2021年, 2022年, 2023年; 7月, 8月, 9月: each is the next of the one above. */
function areConsecutive(labels: readonly string[]): boolean {
  const numbers = labels
    .map(label => /^(?:(\d{4})(?:年度?)?|(\d{1,2})月份?)$/.exec(label))
    .map(m => Number(m?.[1] ?? m?.[2] ?? Number.NaN));
  return numbers.every((n, i) => !Number.isNaN(n) && (i === 0 || n === numbers[i - 1]! + 1));
}

function changesOf(c: number, n: number, head: Row, body: readonly Row[]): FigureChange[] {
  const isPercent = isPercentage(head[c]!, c, body);
  return body.slice(1).flatMap((row, i): FigureChange[] => {
    const [from, to, own] = usable(body[i]![n]!, row[n]!, row[c]!) ?? [];
    if (!from || !to || !own || from.value!.digits <= 0) return [];
    const isDecrease = own.value!.digits < 0 || (saysFall(head[c]!.text) && own.value!.digits > 0);
    const change: Figure = {
      ...own,
      unit: isPercent ? '%' : own.unit,
      value: { ...own.value!, digits: Math.abs(own.value!.digits) },
    };
    return [{ from, to, difference: null, change, by: isPercent ? 'percent' : 'amount', isDecrease, claim: 'likely' }];
  });
}

/** The rows of a law: all right but one that a slip mends, or two that one number in both of them makes wrong. */
function lawful(all: readonly FigureChange[]): FigureChange[] {
  const wrong = all.filter(c => !isConsistentChange(c));
  const [first, second] = wrong;
  if (all.length < 2 || wrong.length > 2) return [];
  if (!first) return [...all];
  const right = all.filter(c => isConsistentChange(c));
  if (second) {
    if (first.to !== second.from) return [];
    const mend = mendOf([first.to], value => holds(first, value) && holds(second, value));
    return mend ? [...right, { ...first, mend }] : [];
  }
  const mend = right.length > 0 ? mendOf([first.change!, first.to, first.from!], value => holds(first, value)) : null;
  return mend ? [...right, { ...first, mend }] : right.length > 1 ? [...all] : [];
}

/** So probable may a mend by chance be. */
const MOST_CHANCE = 0.4;
/** Between what there was and what there is stand so many columns. */
const BETWEEN = 5;

/** 基础分 | 加分 | 扣分 | 总分: a column of what there was and what came, less what went, as the heads of the others say. */
export function signedTotals(table: Rows): Difference[] {
  const { head, body } = table;
  if (isTooLarge(table) || body.length < 2) return [];
  const minus = head.map((cell, c) => c > 0 && LEXICON.holds(cell.text, 'away'));
  if (!minus.includes(true)) return [];
  for (let last = 4; last < head.length; last++) {
    if (minus[last] || NOT_TOLD.test(head[last]!.text)) continue;
    for (let first = last - 2; first > 0 && last - first <= BETWEEN + 1; first--) {
      if (minus[first] || !minus.slice(first, last).includes(true)) continue;
      const found = flowsOf(body, first, last, minus);
      if (found.length > 0) return found;
    }
  }
  return [];
}
const NOT_TOLD = /率|均|比例|占比|排名|位次/;

function flowsOf(body: readonly Row[], first: number, last: number, minus: readonly boolean[]): Difference[] {
  const all = body.flatMap((row): Difference[] => {
    const figures = usable(...row.slice(first, last + 1));
    if (!figures) return [];
    const [added, taken] = [false, true].map(isTaken =>
      figures.slice(0, -1).filter((_, i) => minus[first + i] === isTaken),
    ) as [Figure[], Figure[]];
    return added.length > 1 && taken.length > 0
      ? [{ larger: together(added), smaller: together(taken), difference: figures.at(-1)!, claim: 'likely' }]
      : [];
  });
  const wrong = all.filter(d => !isConsistentDifference(d));
  if (wrong.length > 1 || all.length - wrong.length < 2) return [];
  const [one] = wrong;
  if (!one) return all;
  const figures = [...one.larger.madeOf!, ...one.smaller.madeOf!, one.difference];
  const of = (value: (f: Figure) => Exact): Difference => ({
    ...one,
    larger: together(one.larger.madeOf!.map(f => ({ ...f, value: value(f) }))),
    smaller: together(one.smaller.madeOf!.map(f => ({ ...f, value: value(f) }))),
    difference: { ...one.difference, value: value(one.difference) },
  });
  const mend = mendOf(figures, value => isConsistentDifference(of(value)));
  const isTold = mend !== null && chanceOfMend(figures, one.larger.value!, mend.isExchange) <= MOST_CHANCE;
  return all.map(d => (d === one && isTold ? { ...d, mend } : d));
}
