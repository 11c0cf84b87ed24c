import { compare, mayBeShare, maySumTo, minus, sum, type Amount, type Exact } from '../../text/exact.js';
import { amountOf, isUsable, type Figure } from '../figures.js';
import { bare } from './dimensions.js';
import type { FigureClause, Sentence } from './clauses.js';

/** A number that became another, and by how much it says it did. */
export interface FigureChange {
  /** null where only the difference is told: 156名，比上年增加12名，增长8.3%. */
  readonly from: Figure | null;
  readonly to: Figure;
  /** The difference that stands in for `from`. */
  readonly difference: Figure | null;
  /** By how much; null where only the direction is told: 由5天压缩到3天. */
  readonly change: Figure | null;
  /** `percent`: in per cent; `amount`: in units, or in percentage points. */
  readonly by: 'percent' | 'amount' | 'direction';
  readonly isDecrease: boolean;
}

const FROM = /(?:由|从)[^，；。]{0,20}$/;
const UP =
  '发展到|发展至|增加到|增长到|增至|增加至|增长至|提高到|提高至|提升到|提升至|上升到|上升至|扩大到|扩大至|增加为|提高为|上升为|升至|升到|涨到|涨至';
const DOWN =
  '减少到|减少至|减至|降到|降至|下降到|下降至|降低到|降低至|压缩到|压缩至|缩短到|缩短至|压减到|压减至|缩减到|缩减至|精简到|精简至|精简为|减少为|下降为|缩短为|压缩为|压减为|缩小到|缩小至';
const TO = new RegExp(`^[^，；。、]{0,10}?(?:(${UP})|(${DOWN}))[^，；。、]{0,9}$`);
const FALLS = /减|降|下滑|缩短|压缩|少|回落|精简|缩小/;
/** Words by which a percentage is of something else than these two numbers. */
const YEARLY = /年均|月均|平均|累计|复合|可比|不变价|名义|实际|其中|环比/;
/** A place in a ranking gets better by getting smaller. */
const RANK = /排名|位次|名次|排位|居/;

/** The number before the change. */
export function startOf({ from, to, difference, isDecrease }: FigureChange): Exact {
  if (from) return from.value!;
  return isDecrease ? sum([to.value!, difference!.value!]) : minus(to.value!, difference!.value!);
}

/** Whether the change can be true. */
export function isConsistentChange(c: FigureChange): boolean {
  const [start, end] = [startOf(c), c.to.value!];
  const isRise = compare(end, start) > 0;
  if (c.by === 'direction') return compare(end, start) === 0 || isRise !== c.isDecrease;
  const before: Amount = { value: start, isRounded: (c.from ?? c.to).isRounded || c.difference?.isRounded === true };
  if (start.digits <= 0) return true;
  if (c.by === 'amount') {
    return c.isDecrease
      ? maySumTo([amountOf(c.to), amountOf(c.change!)], before)
      : maySumTo([before, amountOf(c.change!)], amountOf(c.to));
  }
  // to ÷ from is 100 per cent and the change, written to the same place.
  const hundred: Exact = { digits: 100, exponent: 0 };
  return mayBeShare(
    amountOf(c.to),
    before,
    c.isDecrease ? minus(hundred, c.change!.value!) : sum([hundred, c.change!.value!]),
  );
}

export const changesOf = ({ clauses }: Sentence): FigureChange[] => [
  ...movedOf(clauses),
  ...comparedOf(clauses),
  ...statedOf(clauses),
  ...lastYearOf(clauses),
  ...yearsOf(clauses),
];

/** 由152.6亿元增加到178.5亿元，增长17.0%. */
function movedOf(clauses: readonly FigureClause[]): FigureChange[] {
  const found: FigureChange[] = [];
  clauses.forEach((clause, i) => {
    const ends = clause.figures.filter(f => f.role === 'count' || f.role === 'share');
    for (let k = 1; k < ends.length; k++) {
      const [from, to] = [ends[k - 1]!, ends[k]!];
      const verb = TO.exec(clause.text.slice(from.end - clause.start, to.start - clause.start));
      const before = clause.text.slice(0, from.start - clause.start);
      if (
        !verb ||
        !FROM.test(before) ||
        from.unit !== to.unit ||
        !isUsable(from) ||
        !isUsable(to) ||
        RANK.test(clause.text)
      )
        continue;
      const moved = { from, to, difference: null };
      if (compare(from.value!, to.value!) !== 0)
        found.push({ ...moved, change: null, by: 'direction', isDecrease: verb[2] !== undefined });
      const [own, next] = [clause.figures.filter(f => f.start > to.end), clauses[i + 1]];
      const candidates =
        own.length > 0
          ? own
          : next && !next.lead && next.figures.length === 1 && next.mark !== '；'
            ? next.figures
            : [];
      const c = candidates.length === 1 ? candidates[0]! : null;
      if (c?.role !== 'change' || !isUsable(c)) continue;
      const at = own.length > 0 ? clause : next!;
      const words = at.text.slice(Math.max(0, c.start - at.start - 14), c.start - at.start);
      const by = unitOfChange(from, c);
      if (!by || YEARLY.test(words) || /[比较](?!增|减|上升|下降)/.test(words.replace('同比', ''))) continue;
      found.push({ ...moved, change: c, by, isDecrease: isFall(words) });
    }
  });
  return found;
}

function unitOfChange(from: Figure, change: Figure): FigureChange['by'] | null {
  if (change.unit === '%') return from.unit === '%' ? null : 'percent';
  return change.unit === from.unit || (change.unit === '个百分点' && from.unit === '%') ? 'amount' : null;
}

/** The last word of the kind decides: 增长率下降 is a fall. */
function isFall(words: string): boolean {
  const last = [...words.matchAll(/增|升|提高|涨|扩大|多|减|降|下滑|缩短|压缩|缩小|少|回落|精简/g)].at(-1)?.[0] ?? '';
  return FALLS.test(last);
}

const COMPARED =
  /^\0*(?:同比|[比较](?:上年|去年|20\d\d年|上一年|前一年)(?:同期)?)[一-龥]{0,2}(?:增加|减少|增长|下降|多|少|降低|提高)(?:了)?$/;
const RATE = /^\0*(?:同比)?(?:增长|增幅|下降|降幅|减少|提高|增速|增加)(?:率)?(?:了|为|达)?$/;

/** 受理156件、办结150件，比上年增加12件: nobody can tell of which. */
const isOneOfSeveral = ({ mark }: FigureClause): boolean => mark === '、';

/** 156名，比上年增加12名，增长8.3%: the year before had 144. */
function comparedOf(clauses: readonly FigureClause[]): FigureChange[] {
  const found: FigureChange[] = [];
  for (let i = 1; i + 1 < clauses.length; i++) {
    const [state, difference, rate] = [clauses[i - 1]!, clauses[i]!, clauses[i + 1]!];
    const to = state.figures.filter(f => f.role === 'count' || f.role === 'average');
    if (
      isOneOfSeveral(state) ||
      to.length !== 1 ||
      state.figures.at(-1) !== to[0] ||
      difference.figures.length !== 1 ||
      rate.figures.length !== 1
    )
      continue;
    const [by, percent] = [difference.figures[0]!, rate.figures[0]!];
    const words = difference.text.slice(0, by.start - difference.start);
    if (
      by.role !== 'change' ||
      by.unit !== to[0]!.unit ||
      !COMPARED.test(words) ||
      percent.unit !== '%' ||
      percent.role !== 'change'
    )
      continue;
    if (![to[0]!, by, percent].every(isUsable) || !RATE.test(rate.text.slice(0, percent.start - rate.start))) continue;
    const one: FigureChange = {
      from: null,
      to: to[0]!,
      difference: by,
      change: percent,
      by: 'percent',
      isDecrease: isFall(words),
    };
    if (startOf(one).digits > 0) found.push(one);
  }
  return found;
}

/** The time that a number is compared with. */
const THEN = '(?:上年|去年|20\\d\\d年)(?:同期|底|末)?';
const STATED = new RegExp(`^\\0*[比较]${THEN}的?$`);
const BY = /^[一-龥]{0,2}(?:增加|减少|增长|上升|提升|下降|多|少|降低|提高)(?:了)?$/;

/** 38.6万亩，较2020年的26.2万亩增加12.4万亩，增长47.3%: all three numbers are told. */
function statedOf(clauses: readonly FigureClause[]): FigureChange[] {
  const found: FigureChange[] = [];
  clauses.slice(1).forEach((clause, i) => {
    const to = resultOf(clauses[i]!);
    const [from, by] = clause.figures;
    const isStated =
      to &&
      from &&
      by &&
      clause.figures.length === 2 &&
      STATED.test(clause.text.slice(0, from.start - clause.start)) &&
      BY.test(clause.text.slice(from.end - clause.start, by.start - clause.start));
    const unit = isStated ? unitOfChange(to, by) : null;
    if (!isStated || !unit || by.role !== 'change' || from.unit !== to.unit || ![from, to, by].every(isUsable)) return;
    const one = { from, to, difference: null, isDecrease: isFall(clause.text) };
    found.push({ ...one, change: by, by: unit });
    const rate = clauses[i + 2];
    const percent = rate && percentOf(rate);
    if (percent && RATE.test(rate.text.slice(0, percent.start - rate.start)))
      found.push({ ...one, change: percent, by: 'percent' });
  });
  return found;
}

/** The one count a clause ends in. */
function resultOf(clause: FigureClause): Figure | null {
  const [one, ...others] = clause.figures.filter(f => f.role === 'count');
  return one && others.length === 0 && !isOneOfSeveral(clause) && clause.figures.at(-1) === one ? one : null;
}

/** The one number of a clause where it is a percentage by which something changed. */
function percentOf({ figures }: FigureClause): Figure | null {
  const only = figures.length === 1 ? figures[0]! : null;
  return only?.unit === '%' && only.role === 'change' && isUsable(only) ? only : null;
}

const WAS = new RegExp(`^\\0*(${THEN})[为是]?$`);
const SINCE = new RegExp(`^\\0*(?:同比|[比较](${THEN}))(?:增长|增加|上升|提高|下降|减少|降低|多|少)(?:了)?$`);

/** 86.4亿元，同比增加8.2亿元，上年为78.2亿元; 186件，上年同期为152件，同比上升22.4%. */
function lastYearOf(clauses: readonly FigureClause[]): FigureChange[] {
  const found: FigureChange[] = [];
  for (let i = 2; i < clauses.length; i++) {
    const [state, ...behind] = [clauses[i - 2]!, clauses[i - 1]!, clauses[i]!];
    const to = state.lead ? null : resultOf(state);
    const figureAfter = (
      pattern: RegExp,
    ): { when: string | undefined; clause: FigureClause; figure: Figure } | undefined =>
      behind.flatMap(clause => {
        const [figure, ...others] = clause.figures;
        const m =
          figure && others.length === 0 && isUsable(figure)
            ? pattern.exec(clause.text.slice(0, figure.start - clause.start))
            : null;
        return m ? [{ when: m[1], clause, figure: figure! }] : [];
      })[0];
    const [from, by] = [figureAfter(WAS), figureAfter(SINCE)];
    if (
      !to ||
      !from ||
      !by ||
      !isUsable(to) ||
      from.figure.unit !== to.unit ||
      from.figure.role !== 'count' ||
      by.figure.role !== 'change'
    )
      continue;
    // 同比 is against the year before; 比2022年底 against what that was.
    if (by.when === undefined ? !/^[上去]年/.test(from.when!) : by.when !== from.when) continue;
    const unit = unitOfChange(to, by.figure);
    if (unit)
      found.push({
        from: from.figure,
        to,
        difference: null,
        change: by.figure,
        by: unit,
        isDecrease: isFall(by.clause.text),
      });
  }
  return found;
}

const YEAR = /(?:20\d\d年|上年|去年|今年|前年)(?:同期|全年|底|末|度)?/;

/** 2022年受理120件，2023年受理150件，同比增长25%. */
function yearsOf(clauses: readonly FigureClause[]): FigureChange[] {
  const found: FigureChange[] = [];
  for (let i = 2; i < clauses.length; i++) {
    const rate = clauses[i]!;
    const percent = percentOf(rate);
    if (!percent) continue;
    const words = rate.text.slice(0, percent.start - rate.start);
    if (!/^\0*(?:同比)?(?:增长|增幅|下降|降幅|减少)(?:率)?(?:了|为|达)?$/.test(words)) continue;
    const [a, b] = [clauses[i - 2]!, clauses[i - 1]!].map(c => ({
      year: YEAR.exec(c.text)?.[0],
      count: c.figures.length === 1 && c.figures[0]!.role === 'count' ? c.figures[0]! : null,
      clause: c,
    }));
    if (
      !a!.count ||
      !b!.count ||
      !a!.year ||
      !b!.year ||
      a!.count.unit !== b!.count.unit ||
      !isUsable(a!.count) ||
      !isUsable(b!.count)
    )
      continue;
    const label = ({ count, clause }: { count: Figure | null; clause: FigureClause }): string =>
      bare(clause.text.slice(0, count!.start - clause.start).replace(YEAR, ''));
    if (label(b!) !== '' && label(a!) !== '' && label(a!) !== label(b!)) continue;
    const order = orderOf(a!.year, b!.year);
    if (order === 0) continue;
    const [from, to] = order < 0 ? [a!.count, b!.count] : [b!.count, a!.count];
    found.push({ from, to, difference: null, change: percent, by: 'percent', isDecrease: isFall(words) });
  }
  return found;
}

/**
 * Which year is earlier, as numbers compare; 0 where that is not certain: 今年 and 去年 have no place among named years, 上年
 * is before any.
 */
function orderOf(a: string, b: string): number {
  const [x, y] = [a, b].map(year =>
    Number(/20\d\d/.exec(year)?.[0] ?? RELATIVE.findIndex(word => year.startsWith(word))),
  );
  const isMixed = x! < RELATIVE.length !== y! < RELATIVE.length;
  return isMixed && !(a + b).includes('上年') ? 0 : x! - y!;
}

const RELATIVE = ['前年', '上年', '去年', '今年'];
