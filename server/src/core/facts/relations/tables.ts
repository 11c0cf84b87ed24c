import type { Chunk } from '../../syntax/document.js';
import { tokenize, type Token } from '../../lexicon/tokens.js';
import type { Line } from '../../syntax/parse.js';
import { compare, maySumTo, sum, HUNDRED } from '../../text/exact.js';
import { amountOf, type Figure } from '../figures.js';
import { startingIn } from '../../text/search.js';
import { cellsOf } from '../table-cells.js';
import { tokensIn } from '../tokens.js';
import { isCrossing, isThreshold, likelySum } from './likely.js';
import { isConsistentSum, type Sum } from './sum.js';

export interface TableCell {
  readonly text: string;
  readonly figure: Figure | null;
}

/** A table whose rows all have as many cells as its head. */
export interface Table {
  readonly head: readonly TableCell[];
  readonly body: readonly (readonly TableCell[])[];
  /** 注：8人在两个乡镇均参加培训，合计中只计1次: a note below, or its head, says that a total counts each of them once. */
  readonly isOnce: boolean;
}
/** As far behind a table its note says so. */
const NOTE = 160;

const TOTAL = /^(?:合计|总计|共计|总数|总和|全[县市区省镇乡校]合计|合计数|总合计)(?:[（(][^）)]*[）)])?$/;
/** 全年, 全县: a row that is of all the others, if their numbers say so. */
const ALL_OF_IT = /^全[年国省市县区州旗镇乡村校局部]$/;
/** 小计, 上半年小计, 镇级合计. */
const SUBTOTAL = /(?:小计|合计)(?:[（(][^）)]*[）)])?$/;
/** 三年合计 over a column; in a row, 投入合计 may be of some rows only. */
const TOTAL_COLUMN = /^[一-龥]{0,4}(?:合计|总计|共计|小计|总数)(?:[（(][^）)]*[）)])?$/;
/** Columns whose numbers do not add up. */
export const NOT_ADDED =
  /率|均|比例|占比|比重|同比|环比|增长|增幅|增速|单价|排名|位次|名次|得分|分数|评分|序号|[年党工教]龄|编号|年份|年度|时间|指数|密度|%|％|满意度|标准|最高|最低/;
const PART_ROW = /^(?:其中|含|#|＃|[-—–•·])/;

/** The totals of tables: what their rows and columns claim to add up to. */
export const tableSums = (tables: readonly Table[]): Sum[] =>
  tables.flatMap(({ head, body, isOnce }) => {
    const sums = [...columnSums(head, body), ...numberedSums(head, body), ...rowSums(head, body)];
    return isOnce ? sums.filter(s => !isMore(s)) : sums;
  });

const saysOnce = (tokens: readonly Token[]): boolean =>
  tokens.some(t => t.as('open')?.attributes['once'] !== undefined);

/** Parts that are more than their whole are no slip where the whole counts each once. */
const isMore = ({ parts, whole }: Sum): boolean =>
  whole?.value != null && parts.every(p => p.value) && compare(sum(parts.map(p => p.value!)), whole.value) > 0;

/** The tables of a chunk, with the figures in their cells. */
export function tablesIn(chunk: Chunk, figures: readonly Figure[]): Table[] {
  const tables = linesOfTables(chunk);
  if (tables.length === 0) return [];
  const byStart = new Map(figures.map(f => [f.start, f]));
  const tokens = tokensIn(chunk);
  return tables.flatMap((rows): Table[] => {
    // A line of prose right below a table is none of its rows.
    const end = rows.findIndex(line => !chunk.reading.text.slice(line.start, line.end).includes('|'));
    const [head, ...body] = (end < 0 ? rows : rows.slice(0, end)).map(line =>
      cellsOf(chunk.reading.text.slice(line.start, line.end)).map(
        ({ start, end }): TableCell => ({
          text: chunk.reading.text.slice(line.start + start, line.start + end).replaceAll(' ', ''),
          figure: byStart.get(line.start + start) ?? null,
        }),
      ),
    );
    if (!head || !body.every(row => row.length === head.length)) return [];
    const isOnce = saysOnce(startingIn(tokens, { start: rows[0]!.start, end: rows.at(-1)!.end + NOTE }));
    return [{ head, body, isOnce }];
  });
}

function linesOfTables({ lines }: Chunk): Line[][] {
  const tables: Line[][] = [];
  let last: Line | null = null;
  for (const line of lines) {
    if (line.kind !== 'table') {
      last = null;
      continue;
    }
    // A blank line ends a table.
    if (last?.end === line.start - 1) tables.at(-1)!.push(line);
    else tables.push([line]);
    last = line;
  }
  return tables;
}

/** What a row is of. */
export const labelOf = (row: readonly TableCell[]): string =>
  row.find(cell => cell.text !== '' && !/^\d+$/.test(cell.text))?.text ?? '';

function columnSums(head: readonly TableCell[], body: readonly (readonly TableCell[])[]): Sum[] {
  const kinds = body.map(row => kindOf(labelOf(row)));
  const totals = kinds.flatMap((kind, i) => (kind === 'total' ? [i] : []));
  if (totals.length !== 1 || kinds.includes('part')) return [];
  const total = totals[0]!;
  if (total !== 0 && total !== body.length - 1) return [];
  const groups = groupsOf(kinds, total);
  if (!groups) return [];
  const isLikely = ALL_OF_IT.test(labelOf(body[total]!));
  return groups.flatMap(({ rows, whole }) => {
    const sums = head.flatMap((column, c) =>
      NOT_ADDED.test(column.text)
        ? []
        : sumOf(
            rows.map(r => body[r]![c]!),
            body[whole]![c]!,
          ),
    );
    return plausible(isLikely ? sums.flatMap(s => likelySum(s.parts, s.whole!, 'alike', 'led')) : sums);
  });
}

type RowKind = 'total' | 'subtotal' | 'part' | 'data';
/** What a row is, by its label. */
export const kindOf = (label: string): RowKind =>
  TOTAL.test(label) || ALL_OF_IT.test(label)
    ? 'total'
    : SUBTOTAL.test(label)
      ? 'subtotal'
      : PART_ROW.test(label)
        ? 'part'
        : 'data';

/** 一、收入 */
const NUMBERED = /^[一二三四五六七八九十]{1,3}、/;

/** 一、收入, 财政补助, 自筹, 二、支出 …: a numbered row is what the rows below it make, if their numbers say so. */
function numberedSums(head: readonly TableCell[], body: readonly (readonly TableCell[])[]): Sum[] {
  const found: Sum[] = [];
  for (let from = 0; from < body.length; from++) {
    if (!NUMBERED.test(labelOf(body[from]!))) continue;
    let to = from + 1;
    while (to < body.length && kindOf(labelOf(body[to]!)) === 'data' && !NUMBERED.test(labelOf(body[to]!))) to++;
    const rows = body.slice(from + 1, to);
    const isCrossed = rows.map(labelOf).some(label => isCrossing(label, []) || isThreshold(label));
    for (const [c, column] of head.entries()) {
      const cells = rows.map(row => row[c]!);
      if (c === 0 || cells.length < 2 || isCrossed || NOT_ADDED.test(column.text)) continue;
      for (const { parts, whole } of sumOf(cells, body[from]![c]!))
        found.push(...likelySum(parts, whole!, 'unknown', 'enclosed'));
    }
  }
  return found;
}

/** Which rows each total is of. A 小计 closes the rows before it; with any, the total is of the 小计 alone. */
function groupsOf(kinds: readonly RowKind[], total: number): { rows: number[]; whole: number }[] | null {
  const rows = kinds.map((_, i) => i).filter(i => i !== total);
  const subtotals = rows.filter(i => kinds[i] === 'subtotal');
  if (subtotals.length === 0) return rows.length > 1 ? [{ rows, whole: total }] : null;
  // All rows must belong to a 小计, and only where the total comes last is it plain that they close what is above.
  if (subtotals.at(-1) !== total - 1) return null;
  const groups: { rows: number[]; whole: number }[] = [];
  let from = 0;
  for (const whole of subtotals) {
    if (whole - from < 2) return null;
    groups.push({ rows: rows.filter(i => i >= from && i < whole), whole });
    from = whole + 1;
  }
  return [...groups, { rows: subtotals, whole: total }];
}

function rowSums(head: readonly TableCell[], body: readonly (readonly TableCell[])[]): Sum[] {
  const wholes = head.flatMap((cell, c) => (TOTAL_COLUMN.test(cell.text) ? [c] : []));
  if (wholes.length !== 1 || wholes[0] === 0) return [];
  const whole = wholes[0]!;
  const isNumeric = (c: number): boolean => body.some(row => row[c]!.figure !== null);
  const columns = head
    .map((_, c) => c)
    .filter(c => c !== whole && c > 0 && isNumeric(c) && !NOT_ADDED.test(head[c]!.text));
  // 合计 at either end of what it adds; what stands on its other side is something else.
  const left = columns.filter(c => c < whole);
  const parts = left.length > 0 ? left : columns;
  if (
    parts.length < 2 ||
    parts.some(c => /其中|减|扣/.test(head[c]!.text)) ||
    new Set(parts.map(c => unitOf(head[c]!.text))).size > 1
  )
    return [];
  const sumsFrom = (from: number): Sum[] =>
    body.flatMap(row =>
      NOT_ADDED.test(labelOf(row))
        ? []
        : sumOf(
            parts.slice(from).map(c => row[c]!),
            row[whole]!,
          ),
    );
  // 学校数, 男生, 女生, 学生总数: the first columns may be of something else, if most rows say so.
  const all = sumsFrom(0);
  for (let from = 1; from < parts.length - 1 && !all.some(isConsistentSum); from++) {
    const some = sumsFrom(from);
    if (some.filter(isConsistentSum).length * 2 >= some.length) return some;
  }
  return plausible(all);
}

/** The unit that a head names, and the power of ten with it: 万人次 of 门急诊量（万人次）, 件 of 件数; null where it names none. */
export function measureOf(header: string): { readonly unit: string; readonly magnitude: number } | null {
  const named = unitOf(header);
  const tokens = tokenize(named === '' && header.endsWith('数') ? header.slice(-2, -1) : named);
  const power = Number(tokens[0]?.as('power')?.attributes['zeros'] ?? 0);
  const last = tokens[power > 0 ? 1 : 0];
  const unit = last?.as('unit');
  if (!last || !unit || tokens.length > (power > 0 ? 2 : 1)) return null;
  const { as = last.text, zeros = '0' } = unit.attributes;
  return { unit: as, magnitude: power + Number(zeros) };
}

/** 培训（期） and 金额（万元） do not add up. */
export const unitOf = (header: string): string => /[（(]([^）)]{1,6})[）)]/.exec(header)?.[1] ?? '';

/** All cells numbers of one unit, at most one of them blank. */
function sumOf(parts: readonly TableCell[], whole: TableCell): Sum[] {
  if (![...parts, whole].every(cell => cell.figure && !cell.figure.isApproximate)) return [];
  const [figures, total] = [parts.map(p => p.figure!), whole.figure!];
  const known = [...figures, total].filter(f => !f.isBlank);
  if (known.length < figures.length || new Set(known.map(f => f.unit)).size > 1) return [];
  const isShare = known[0]!.unit === '%';
  if (isShare && !(total.value && total.value.digits === 10 ** -total.value.exponent * 100)) return [];
  return [{ parts: figures, whole: total, claim: 'complete' }];
}

/** Where nothing of several totals comes out, the table means something else by them. */
function plausible(sums: Sum[]): Sum[] {
  const known = sums.filter(s => [...s.parts, s.whole!].every(f => !f.isBlank));
  const holding = known.filter(s =>
    maySumTo(s.parts.map(amountOf), s.whole!.unit === '%' ? HUNDRED : amountOf(s.whole!)),
  );
  return known.length > 2 && holding.length === 0 ? [] : sums;
}
