import { isPercentage, isTooLarge, saysFall, usable, type Row, type Rows } from './cells.js';
import { compare, HUNDRED, isZero, sum } from '../../text/exact.js';
import type { Figure } from '../figures.js';
import { holds, isConsistentChange, type FigureChange } from './change.js';
import { mendOf } from './evidence.js';
import { isConsistentProduct, type Product } from './product.js';
import { isConsistentShare, type Share } from './share.js';
import { isConsistentSum, type Sum } from './sum.js';
import { kindOf, labelOf, NOT_ADDED, unitOf, type Table, type TableCell } from './tables.js';

/** What the columns of a table say of each other, row by row. */
export interface ColumnLaws {
  readonly sums: readonly Sum[];
  readonly shares: readonly Share[];
  readonly changes: readonly FigureChange[];
  readonly products: readonly Product[];
}

/*
 * A column is what others make: 男生 + 女生 = 学生总数, 已支出 ÷ 额度 = 支出率, 2023年 ÷ 2022年 = 增长. No word need say so: what
 * holds in every row but one was meant to hold in that one too.
 */

/** In so many rows a law must hold to be one: with a word in the head that names it, and by its numbers alone. */
const [NAMED, UNNAMED] = [2, 3];

const IS_SHARE =
  /率$|率[（(]|占比|比例|比重|百分比|完成(?:[年初度调整]{0,4}预算|[年度]{0,2}计划|目标|任务)|^[（(]?[%％]/;
const IS_CHANGE = /增长|增幅|增速|增减|增加|涨幅|同比|降幅|下降|减少|变化/;
/** What one column has and another lacks. */
const IS_REST = /缺|差|余|剩|未|空/;
/** What was multiplied: 每户补助 of 户数. */
const IS_RATE = /均|每|单价|标准|单产|亩产|师?比$/;
/** A total that some of the other columns make. */
const IS_TOTAL = /合计|总|共[计有]/;

/** The laws of its columns, and of its rows as if they were columns: 收入, 支出, 结余, a year each column. */
export function tableLaws(table: Table, known: readonly Sum[]): ColumnLaws {
  const [columns, rows] = [columnLaws(table, known), columnLaws(turned(table), known)];
  const told = new Set(columns.sums.map(s => s.whole));
  return {
    sums: [...columns.sums, ...rows.sums.filter(s => !told.has(s.whole))],
    shares: [...columns.shares, ...rows.shares],
    changes: [...columns.changes, ...rows.changes],
    products: [...columns.products, ...rows.products],
  };
}

/** Rows as columns. */
function turned({ head, body }: Rows): Rows {
  const all = [head, ...body];
  const [first = [], ...others] = head.map((_, c) => all.map(row => row[c]!));
  return { head: first, body: others };
}

function columnLaws(table: Rows, known: readonly Sum[]): ColumnLaws {
  const { head, body } = table;
  const laws = { sums: [] as Sum[], shares: [] as Share[], changes: [] as FigureChange[], products: [] as Product[] };
  if (isTooLarge(table)) return laws;
  const numeric = head.flatMap((_, c) => (c > 0 && body.some(row => row[c]!.figure) ? [c] : []));
  const isTold = new Set(known.map(s => s.whole));
  for (const c of numeric) {
    const name = head[c]!.text;
    const isPercent = isPercentage(head[c]!, c, body);
    if (isPercent || IS_SHARE.test(name)) laws.shares.push(...sharesIn(c, head, body, numeric));
    if (isPercent || IS_CHANGE.test(name)) laws.changes.push(...changesIn(c, head, body, numeric));
    if (!isPercent && !NOT_ADDED.test(name)) {
      const free = body.filter(row => !isTold.has(row[c]!.figure));
      laws.sums.push(...sumsIn(c, head, free, numeric));
      laws.products.push(...productsIn(c, head, body, numeric));
    }
  }
  return laws;
}

/** The relations of a law, where it is one: it holds in all rows but one at most. */
function lawful<R>(all: readonly R[], holds: (one: R) => boolean, least: number): readonly R[] {
  const wrong = all.filter(one => !holds(one)).length;
  return wrong <= 1 && all.length - wrong >= least ? all : [];
}

/** The pairs of columns that may make column `c`, those that stand before it and nearest first. */
const pairsFor = (c: number, numeric: readonly number[]): (readonly [number, number])[] =>
  numeric
    .flatMap(a => numeric.map(b => [a, b] as const))
    .filter(([a, b]) => a !== b && a !== c && b !== c)
    .sort((x, y) => Math.abs(c - x[0]) + Math.abs(c - x[1]) - Math.abs(c - y[0]) - Math.abs(c - y[1]));

function sharesIn(c: number, head: Row, body: readonly Row[], numeric: readonly number[]): readonly Share[] {
  const one = (part: TableCell, whole: TableCell, share: TableCell): Share[] => {
    const figures = usable(part, whole, share);
    if (!figures || isZero(figures[1]!.value!)) return [];
    return [{ part: figures[0]!, whole: figures[1]!, share: figures[2]!, name: '占比', claim: 'stated' }];
  };
  const amounts = numeric.filter(n => n !== c && !isPercentage(head[n]!, n, body));
  // 占比 is of the column's total, if there is one: by its name, or a row of 100% that is what all others make.
  const named = body.filter(row => kindOf(labelOf(row)) === 'total');
  const total = named.length > 0 ? named : wholeIn(c, body, amounts);
  const rows = body.filter(row => kindOf(labelOf(row)) === 'data' && !total.includes(row));
  // Without that row it is of what the rows make, if all shares make a hundred, or would but for one.
  if (total.length === 0 && rows.length === body.length && rows.length > 2)
    for (const a of amounts) {
      const parts = usable(...rows.map(row => row[a]!));
      const whole = parts && { ...parts[0]!, value: sum(parts.map(p => p.value!)) };
      if (!whole || whole.value.digits <= 0) continue;
      const found = lawful(
        rows.flatMap(row => one(row[a]!, { text: '', figure: whole }, row[c]!)),
        isConsistentShare,
        NAMED,
      );
      if (found.length > 0) return found;
    }
  if (total.length === 1)
    for (const a of amounts) {
      const found = lawful(
        rows.flatMap(row => one(row[a]!, total[0]![a]!, row[c]!)),
        isConsistentShare,
        // A total that its own 100% tells is one more that holds.
        named.length > 0 ? NAMED : NAMED - 1,
      );
      if (found.length > 0) return found;
    }
  for (const [a, b] of pairsFor(c, amounts)) {
    const found = lawful(
      body.flatMap(row => one(row[a]!, row[b]!, row[c]!)),
      isConsistentShare,
      IS_SHARE.test(head[c]!.text) ? NAMED : UNNAMED,
    );
    if (found.length > 0) return found;
  }
  return [];
}

/** 零售总额 | 94.60 | 100.0: the row of all others, two or more, by its share and by what they make. */
function wholeIn(c: number, body: readonly Row[], [a]: readonly number[]): Row[] {
  if (a === undefined || body.length < LEAST_OF_ALL) return [];
  for (const row of body) {
    const share = row[c]!.figure?.value;
    if (!share || compare(share, HUNDRED.value) !== 0) continue;
    const figures = usable(...body.filter(other => other !== row).map(other => other[a]!), row[a]!);
    const isAll =
      figures && isConsistentSum({ parts: figures.slice(0, -1), whole: figures.at(-1)!, claim: 'complete' });
    if (isAll) return [row];
  }
  return [];
}
/** A whole and two parts. */
const LEAST_OF_ALL = 3;

function changesIn(c: number, head: Row, body: readonly Row[], numeric: readonly number[]): readonly FigureChange[] {
  const name = head[c]!.text;
  const isDecrease = saysFall(name);
  const isPercent = isPercentage(head[c]!, c, body);
  const others = numeric.filter(n => n !== c);
  const amounts = others.filter(n => !isPercentage(head[n]!, n, body));
  // 82.5%, 86.3%, +3.8: points between percentages.
  const percentages = isPercent ? [] : others.filter(n => isPercentage(head[n]!, n, body));
  for (const [a, b] of [...pairsFor(c, amounts), ...pairsFor(c, percentages)]) {
    const all = body.flatMap((row): FigureChange[] => {
      const figures = usable(row[a]!, row[b]!, row[c]!);
      if (!figures || isZero(figures[0]!.value!)) return [];
      const [from, to, own] = figures as [Figure, Figure, Figure];
      // The head has its unit.
      const change = isPercent ? { ...own, unit: '%' } : own;
      return [
        { from, to, difference: null, change, by: isPercent ? 'percent' : 'amount', isDecrease, claim: 'stated' },
      ];
    });
    const isNamed = IS_CHANGE.test(name);
    const found = lawful(all, isConsistentChange, isNamed ? NAMED : UNNAMED);
    if (found.length > 0) return found;
    // 2022年 | 2023年 | 增长: of two rows one is enough, if a slip would mend the other.
    const areYears = YEAR.test(head[a]!.text) && YEAR.test(head[b]!.text);
    const told = isNamed && areYears ? lawful(all, isConsistentChange, 1).map(mended) : [];
    if (told.length > 0 && told.every(c => c !== null)) return told as FigureChange[];
  }
  return [];
}

/** 2023年, 上年 */
const YEAR = /^(?:(?:19|20)\d\d|[上去今本前])年/;

/** A change that is right, or that a slip would make right. */
function mended(c: FigureChange): FigureChange | null {
  if (isConsistentChange(c)) return c;
  const mend = mendOf([c.change!, c.to, c.from!], value => holds(c, value));
  return mend ? { ...c, claim: 'likely', mend } : null;
}

/** The columns right beside `c`, on one side, two or more of them, that add up to it. */
function sumsIn(c: number, head: Row, body: readonly Row[], numeric: readonly number[]): readonly Sum[] {
  const name = head[c]!.text;
  const at = numeric.indexOf(c);
  for (const block of [...blocksFrom(numeric, at, 1), ...blocksFrom(numeric, at, -1)]) {
    if (block.some(n => NOT_ADDED.test(head[n]!.text) || unitOf(head[n]!.text) !== unitOf(name))) continue;
    const parts = [...block].sort((a, b) => a - b);
    const all = body.flatMap((row): Sum[] => {
      const figures = usable(...parts.map(n => row[n]!), row[c]!);
      return figures ? [{ parts: figures.slice(0, -1), whole: figures.at(-1)!, claim: 'complete' }] : [];
    });
    // 1 = 1 + 0 in two rows is chance.
    const telling = all.filter(s => s.whole!.value!.digits >= 10 && s.parts.filter(p => !isZero(p.value!)).length > 1);
    const isNamed = IS_TOTAL.test(name);
    const isRest = block.length === 2 && IS_REST.test(head[block.at(-1)!]!.text);
    if (
      (isRest ? all : telling).filter(isConsistentSum).length < NAMED ||
      lawful(all, isConsistentSum, NAMED).length === 0
    )
      continue;
    const wrong = all.find(s => !isConsistentSum(s));
    if (!wrong || isNamed) return all;
    const { whole } = wrong;
    const mend = mendOf([...wrong.parts, whole!], value =>
      isConsistentSum({
        parts: wrong.parts.map(p => ({ ...p, value: value(p) })),
        whole: { ...whole!, value: value(whole!) },
        claim: 'complete',
      }),
    );
    if (mend) return all.map(s => (s === wrong ? { ...s, claim: 'likely', mend } : s));
  }
  return [];
}

/** 户数 × 每户补助 = 补助金额, 元 that make 万元 and 公斤 that make 吨 included. */
function productsIn(c: number, head: Row, body: readonly Row[], numeric: readonly number[]): readonly Product[] {
  const rates = numeric.filter(n => n !== c && IS_RATE.test(head[n]!.text) && !isPercentage(head[n]!, n, body));
  for (const r of rates)
    for (const n of numeric) {
      if (n === r || n === c || isPercentage(head[n]!, n, body)) continue;
      for (const exponent of SCALES) {
        const all = body.flatMap((row): Product[] => {
          const [count, rate, total] = usable(row[n]!, row[r]!, row[c]!) ?? [];
          if (!count || !rate || !total || [count, rate, total].some(f => f.value!.digits <= 0)) return [];
          return [{ counts: [count], rate, more: [], by: { digits: 1, exponent }, total, as: 'average' }];
        });
        // 1 × 3 = 3 is chance.
        const telling = all.filter(p => p.rate.value!.digits >= 10 && p.counts.every(f => f.value!.digits > 2));
        if (telling.filter(isConsistentProduct).length >= NAMED && lawful(all, isConsistentProduct, NAMED).length > 0)
          return all;
      }
    }
  return [];
}

/** Powers of ten between what is multiplied and what it makes: 元 and 万元, 公斤 and 吨. */
const SCALES = [0, -4, -3, -8] as const;

/** 2, 3, 4 … neighbours of a column on one side. */
function blocksFrom(numeric: readonly number[], at: number, step: 1 | -1): number[][] {
  const blocks: number[][] = [];
  const block: number[] = [];
  for (let i = at + step; i >= 0 && i < numeric.length; i += step) {
    block.push(numeric[i]!);
    if (block.length > 1) blocks.push([...block]);
  }
  return blocks;
}
