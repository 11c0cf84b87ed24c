import type { Token } from '../../lexicon/tokens.js';
import { compare, mayBeShare, maySumTo, minus, sum, type Amount, type Exact } from '../../text/exact.js';
import { amountOf, isUsable, type Figure } from '../figures.js';
import { textOf, wordsBefore, wordsBetween, type Clause, type Sentence } from './clauses.js';
import { mendOf, type Mend } from './evidence.js';
import { bare } from './items.js';

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
  /** `stated`: the text says so; `likely`: the numbers do, but for one slip of the pen. */
  readonly claim: 'stated' | 'likely';
  readonly mend?: Mend;
}

/** The number before the change. */
export function startOf({ from, to, difference, isDecrease }: Omit<FigureChange, 'claim'>): Exact {
  if (from) return from.value!;
  return isDecrease ? sum([to.value!, difference!.value!]) : minus(to.value!, difference!.value!);
}

/** Whether the change can be true. */
export const isConsistentChange = (c: Omit<FigureChange, 'claim'>): boolean => holds(c, f => f.value!);

function holds(c: Omit<FigureChange, 'claim'>, value: (f: Figure) => Exact): boolean {
  const of = (f: Figure): Amount => ({ ...amountOf(f), value: value(f) });
  const end = value(c.to);
  const start = c.from
    ? value(c.from)
    : c.isDecrease
      ? sum([end, value(c.difference!)])
      : minus(end, value(c.difference!));
  const isRise = compare(end, start) > 0;
  if (c.by === 'direction') return compare(end, start) === 0 || isRise !== c.isDecrease;
  const before: Amount = { value: start, isRounded: (c.from ?? c.to).isRounded || c.difference?.isRounded === true };
  if (start.digits <= 0) return true;
  if (c.by === 'amount')
    return c.isDecrease ? maySumTo([of(c.to), of(c.change!)], before) : maySumTo([before, of(c.change!)], of(c.to));
  // to ÷ from is 100 per cent and the change, written to the same place.
  const hundred: Exact = { digits: 100, exponent: 0 };
  const share = value(c.change!);
  return mayBeShare(of(c.to), before, c.isDecrease ? minus(hundred, share) : sum([hundred, share]));
}

type Found = Omit<FigureChange, 'claim'>;

export function changesOf({ clauses, says }: Sentence): FigureChange[] {
  if (!says.has('change') && !says.has('moving')) return [];
  return [...movedOf(clauses), ...followedOf(clauses), ...yearsOf(clauses)].flatMap(one => claimed(one, clauses));
}

/** 生产总值 grows by constant prices: only a slip of the pen tells that the amounts were meant. */
function claimed(one: Found, clauses: readonly Clause[]): FigureChange[] {
  const state = clauses.find(c => c.figures.includes(one.to));
  if (one.by !== 'percent' || isConsistentChange(one) || !state?.tokens.some(t => t.is('real')))
    return [{ ...one, claim: 'stated' }];
  const mend = mendOf([one.change!], value => holds(one, value));
  return mend ? [{ ...one, claim: 'likely', mend }] : [];
}

/** Whether the last word of the kind before a number says that it fell: 增长率下降 is a fall. Null without one. */
function fallIn(words: readonly Token[]): boolean | null {
  const last = words.findLast(t => t.is('change') || t.is('moving'));
  return last ? (last.as('change') ?? last.as('moving'))!.attributes['down'] !== undefined : null;
}

function unitOfChange(from: Figure, change: Figure): 'percent' | 'amount' | null {
  if (change.unit === '%') return from.unit === '%' ? null : 'percent';
  return change.unit === from.unit || (change.unit === '个百分点' && from.unit === '%') ? 'amount' : null;
}

/** 年均, 可比口径, 实际: a percentage of something else than these two numbers. */
const isOfOther = (words: readonly Token[]): boolean => words.some(t => t.is('otherwise') || t.is('average'));

const FROM_REACH = 20;

/** 由152.6亿元增加到178.5亿元，增长17.0%. */
function movedOf(clauses: readonly Clause[]): Found[] {
  const found: Found[] = [];
  clauses.forEach((clause, i) => {
    const ends = clause.figures.filter(f => f.role === 'count' || f.role === 'share' || f.role === 'average');
    for (let k = 1; k < ends.length; k++) {
      const [from, to] = [ends[k - 1]!, ends[k]!];
      const verb = becomes(wordsBetween(clause, from.end, to.start));
      const isFrom = clause.tokens.some(t => t.is('from') && t.end <= from.start && from.start - t.end <= FROM_REACH);
      if (verb === null || !isFrom || from.unit !== to.unit || !isUsable(from) || !isUsable(to)) continue;
      if (clause.tokens.some(t => t.is('rank'))) continue;
      const moved = { from, to, difference: null };
      if (compare(from.value!, to.value!) !== 0)
        found.push({ ...moved, change: null, by: 'direction', isDecrease: verb });
      const own = clause.figures.filter(f => f.start > to.end);
      const told = own.length > 0 ? [{ clause, figures: own }] : behind(clauses, i);
      for (const { clause: at, figures } of told) {
        const c = figures.length === 1 ? figures[0]! : null;
        if (c?.role !== 'change' || !isUsable(c)) break;
        const words = wordsBefore(at, c);
        const [by, isFall] = [unitOfChange(from, c), fallIn(words)];
        if (!by || isFall === null || isOfOther(words) || words.some(t => t.is('than'))) continue;
        found.push({ ...moved, change: c, by, isDecrease: isFall });
      }
    }
  });
  return found;
}

/** The clauses behind one, until something else begins: 增加10,320元，增长33.0%. */
const behind = (clauses: readonly Clause[], i: number): { clause: Clause; figures: readonly Figure[] }[] => {
  const end = clauses.findIndex((c, k) => k > i && (c.lead !== null || c.mark === '；'));
  return clauses
    .slice(i + 1, end < 0 ? i + 3 : Math.min(end, i + 3))
    .map(clause => ({ clause, figures: clause.figures }));
};

/** Whether 增加到 or 减少到 stands there, with little around it: falls, rises, or null for neither. */
function becomes(words: readonly Token[]): boolean | null {
  const at = words.findIndex((t, i) => (t.is('change') || t.is('moving')) && words[i + 1]?.is('become'));
  if (at < 0 || textOf(words.slice(0, at)).length > 10 || textOf(words.slice(at + 2)).length > 9) return null;
  return words.some(t => t.kind === 'mark' && t.text !== '“' && t.text !== '”') ? null : fallIn(words.slice(0, at + 1));
}

/** What a clause behind a number says of it: that it rose or fell, or what it was. */
interface Follower {
  readonly clause: Clause;
  /** What it was then; null where that is not told. */
  readonly from: Figure | null;
  /** By how much it changed; null where that is not told. */
  readonly by: Figure | null;
  readonly isDecrease: boolean;
  /** With what it is compared: 上年, 年初预算; '' where that is told before. */
  readonly than: string;
}

/** 156名，比上年增加12名，增长8.3%; 186件，上年同期为152件，同比上升22.4%; 26.2万亩，较2020年的…增加…，增长…. */
function followedOf(clauses: readonly Clause[]): Found[] {
  const found: Found[] = [];
  clauses.forEach((state, i) => {
    const to = resultOf(state);
    // 与去年同期的398起相比, 上年为152件: what it was is not what it is.
    if (!to || followerOf(state)) return;
    const followers: Follower[] = [];
    const before = clauses[i - 1];
    const lead = before && comparedBefore(before);
    if (lead) followers.push(lead);
    for (let k = i + 1; k < clauses.length; k++) {
      const clause = clauses[k]!;
      if (clause.lead || clause.mark === '；') break;
      if (saysShareOnly(clause)) continue;
      const one = followerOf(clause);
      // 其中涉农52件，上年为48件: of which of the two nobody can tell.
      if (!one || (one.from && !one.by && state.lead)) break;
      followers.push(one.than === '' ? { ...one, than: followers.at(-1)?.than ?? '' } : one);
    }
    found.push(...relationsOf(to, followers));
  });
  return found;
}

/** 占60.8%, 为年初预算180,000万元的102.4%: what part it is, and not how it changed. */
function saysShareOnly({ tokens, figures }: Clause): boolean {
  const first = tokens.find(t => t.text !== '仅');
  return (
    (first?.is('share') || first?.is('goal')) === true && figures.every(f => f.role === 'share' || f.role === 'count')
  );
}

/** The one number a clause ends in, and that is not one of several. */
function resultOf(clause: Clause): Figure | null {
  const own = clause.figures.filter(f => f.role === 'count' || f.role === 'average' || f.role === 'share');
  const one = own.at(-1);
  if (!one || clause.mark === '、' || clause.figures.at(-1) !== one || !isUsable(one)) return null;
  if (own.length > 1 && !own.slice(0, -1).every(f => f.isHan || isSpanOf(f))) return null;
  const words = wordsBefore(clause, one);
  return words.some(t => t.is('share') || t.is('goal')) && one.role === 'share' ? null : one;
}

const isSpanOf = ({ unit }: Figure): boolean => /^(?:年|个月|天)$/.test(unit);

/** 与去年同期的398起相比: what is compared with, told before the number itself. */
function comparedBefore(clause: Clause): Follower | null {
  const [from, ...others] = clause.figures;
  if (!from || others.length > 0 || !isUsable(from) || !clause.tokens.at(-1)?.is('compared')) return null;
  return { clause, from, by: null, isDecrease: false, than: timeIn(wordsBefore(clause, from)) };
}

/** The words of a time, without what leads to it. */
function timeIn(words: readonly Token[]): string {
  return textOf(
    words.filter(t => !t.is('change') && !t.is('link') && !t.is('than') && !t.is('and') && !t.is('ratio')),
  ).replace(/^同比(?:净)?$/, '上年');
}

/** What a clause without a subject of its own says of the number before it; null where it is about something else. */
function followerOf(clause: Clause): Follower | null {
  const { figures } = clause;
  const [first, second] = figures;
  if (!first || figures.length > 2 || !figures.every(isUsable)) return null;
  const words = wordsBefore(clause, first);
  const at = words.findIndex(t => t.is('change') || t.is('moving'));
  if (figures.length === 1 && first.role !== 'change') {
    // 上年为91.2亿元; 与去年同期的398起相比
    const isCompared = clause.tokens.at(-1)?.is('compared') === true;
    const than = timeIn(words);
    if (!isCompared && !WAS.test(textOf(words))) return null;
    return { clause, from: first, by: null, isDecrease: false, than };
  }
  if (figures.length === 2) {
    // 比去年同期的286名增长9.1%
    const between = wordsBetween(clause, first.end, second!.start);
    const isFall = fallIn(between);
    if (!words[0]?.is('than') && !words[0]?.is('compare')) return null;
    if (first.role === 'change' || second!.role !== 'change' || isFall === null || isOfOther(between)) return null;
    if (textOf(between).length > 6 || !isTime(words.slice(1))) return null;
    return { clause, from: first, by: second!, isDecrease: isFall, than: timeIn(words) };
  }
  const isFall = fallIn(words);
  if (isFall === null || isOfOther(words)) return null;
  const subject = words.slice(0, at).filter(t => !isNoSubject(t));
  const isThan = words[0]?.is('than') === true;
  if (subject.length > 0 && !isThan) return null;
  // 比上年增加: nothing between that is no time. 比年初预算增加 is compared with that.
  if (textOf(words.slice(at + 1)).length > 4) return null;
  return { clause, from: null, by: first, isDecrease: isFall, than: timeIn(words.slice(0, at)) };
}

/** 上年为, 上年同期为, 2022年底为 */
const WAS = /^(?:上年|去年|前年|上年度|20\d\d年)(?:同期|底|末|年末|年底)?(?:的|为|是|完成|实现|达到?|共)*$/;
const isNoSubject = (t: Token): boolean =>
  t.is('compare') ||
  t.is('than') ||
  t.is('time') ||
  t.is('link') ||
  t.is('ratio') ||
  t.is('each') ||
  t.kind === 'number' ||
  t.text === '年' ||
  t.is('change');

/** 上年同期的, 2020年的 */
const isTime = (words: readonly Token[]): boolean =>
  words.every(t => t.is('time') || t.is('link') || t.kind === 'number' || /^(?:年|底|末|同期|年底|年末)$/.test(t.text));

function relationsOf(to: Figure, followers: readonly Follower[]): Found[] {
  const found: Found[] = [];
  const froms = followers.filter(f => f.from?.unit === to.unit && (f.by === null || unitOfChange(to, f.by) !== null));
  followers.forEach((follower, k) => {
    const { by, isDecrease, than } = follower;
    if (!by) return;
    const unit = unitOfChange(to, by);
    if (!unit) return;
    const told = follower.from ?? froms.find(f => isSameThan(f.than, than))?.from ?? null;
    if (told && told.unit === to.unit) {
      found.push({ from: told, to, difference: null, change: by, by: unit, isDecrease });
      return;
    }
    if (follower.from || unit !== 'percent') return;
    // The amount stands before or behind the rate, both against the same time.
    const amount = [followers[k - 1], followers[k + 1]].find(
      other =>
        other?.by &&
        !other.from &&
        other.by.unit === to.unit &&
        other.isDecrease === isDecrease &&
        (other.than === than ||
          (followers.indexOf(other) < k ? than === '' : other.than === '') ||
          isSameThan(other.than, than)),
    );
    if (!amount) return;
    const one: Found = { from: null, to, difference: amount.by, change: by, by: 'percent', isDecrease };
    if (startOf(one).digits > 0) found.push(one);
  });
  return found;
}

/** 同比 and what says nothing are against the year before. */
function isSameThan(a: string, b: string): boolean {
  const plain = (than: string): string =>
    than
      .replace(/^(?:比|较)/, '')
      .replace(/^(?:同比|)$/, '上年')
      .replace('去年', '上年')
      .replace(/(?:同期|度)$/, '');
  return plain(a) === plain(b);
}

const YEAR = /(?:20\d\d年|上年|去年|今年|前年)(?:同期|全年|底|末|度)?/;

/** 2022年受理120件，2023年受理150件，同比增长25%. */
function yearsOf(clauses: readonly Clause[]): Found[] {
  const found: Found[] = [];
  for (let i = 2; i < clauses.length; i++) {
    const follower = followerOf(clauses[i]!);
    if (!follower?.by || follower.from) continue;
    const [a, b] = [clauses[i - 2]!, clauses[i - 1]!].map(clause => ({
      year: YEAR.exec(textOf(clause.tokens))?.[0],
      count: clause.figures.length === 1 && clause.figures[0]!.role !== 'change' ? clause.figures[0]! : null,
      clause,
    }));
    if (!a!.count || !b!.count || !a!.year || !b!.year || a!.count.unit !== b!.count.unit) continue;
    if (!isUsable(a!.count) || !isUsable(b!.count)) continue;
    const unit = unitOfChange(a!.count, follower.by);
    const label = (one: { count: Figure | null; clause: Clause }): string =>
      bare(wordsBefore(one.clause, one.count!)).replace(YEAR, '');
    if (!unit || (label(b!) !== '' && label(a!) !== '' && label(a!) !== label(b!))) continue;
    const order = orderOf(a!.year, b!.year);
    // With a time of its own it is against that.
    if (order === 0 || !/^(?:上年|去年)?$/.test(follower.than.replace('同比', ''))) continue;
    const [from, to] = order < 0 ? [a!.count, b!.count] : [b!.count, a!.count];
    found.push({ from, to, difference: null, change: follower.by, by: unit, isDecrease: follower.isDecrease });
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
