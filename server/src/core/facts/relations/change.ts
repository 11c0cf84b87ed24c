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

/** The changes a sentence states; `asides` are the brackets in it: 86.3亿元，比上年增加7.5亿元（上年为78.8亿元）. */
export function changesOf({ clauses: own, says }: Sentence, asides: readonly Sentence[]): FigureChange[] {
  if (!says.has('change') && !says.has('moving')) return [];
  const clauses = own.flatMap(c => [
    c,
    ...asides.flatMap(a => (a.owner && c.figures.includes(a.owner) ? a.clauses : [])),
  ]);
  const stated = distinct([...movedOf(clauses), ...followedOf(clauses), ...yearsOf(clauses)]);
  return [
    ...stated.flatMap(one => claimed(one, clauses)),
    ...[...steppedOf(clauses), ...doneOf(clauses), ...nowOf(clauses)].flatMap(likely),
  ];
}

const distinct = (all: readonly Found[]): Found[] =>
  all.filter(
    (a, i) =>
      !all.slice(0, i).some(b => a.change !== null && b.change === a.change && b.from === a.from && b.to === a.to),
  );

/** It is right, or but for one slip. */
function likely(one: Found): FigureChange[] {
  if (isConsistentChange(one)) return [{ ...one, claim: 'likely' }];
  const mend = mendOf([one.change!, one.to], value => holds(one, value));
  return mend ? [{ ...one, claim: 'likely', mend }] : [];
}

/** 生产总值 grows by constant prices: only a slip of the pen tells that the amounts were meant. */
function claimed(one: Found, clauses: readonly Clause[]): FigureChange[] {
  const state = clauses.find(c => c.figures.includes(one.to));
  if (one.by !== 'percent' || isConsistentChange(one) || !state?.tokens.some(t => t.is('real')))
    return [{ ...one, claim: 'stated' }];
  const mend = mendOf([one.change!], value => holds(one, value));
  return mend ? [{ ...one, claim: 'likely', mend }] : [];
}

/** Whether the last word of the kind before a number says that it fell: 增长率下降 is a fall. Null without one, and where it says neither. */
function fallIn(words: readonly Token[]): boolean | null {
  const last = words.findLast(t => t.is('change') || t.is('moving'));
  const says = last && (last.as('change') ?? last.as('moving'))!.attributes;
  return says?.['down'] !== undefined ? true : says?.['up'] !== undefined ? false : null;
}

function unitOfChange(from: Figure, change: Figure): 'percent' | 'amount' | null {
  if (change.unit === '%') return from.unit === '%' ? null : 'percent';
  return change.unit === from.unit || (change.unit === '个百分点' && from.unit === '%') ? 'amount' : null;
}

/** 年均, 可比口径, 实际: a percentage of something else than these two numbers. */
const isOfOther = (words: readonly Token[]): boolean => words.some(t => t.is('otherwise') || t.is('average'));

const FROM_REACH = 20;

/** Two ends of a change in one clause. */
interface Move {
  readonly at: number;
  readonly from: Figure;
  readonly to: Figure;
  /** Null where 调整, 变为 say neither. */
  readonly isFall: boolean | null;
}

/** 由152.6亿元增加到178.5亿元 */
const movesIn = (clauses: readonly Clause[]): Move[] =>
  clauses.flatMap((clause, at) => {
    const ends = clause.figures.filter(f => f.role === 'count' || f.role === 'share' || f.role === 'average');
    return ends.slice(1).flatMap((to, k): Move[] => {
      const from = ends[k]!;
      const between = wordsBetween(clause, from.end, to.start);
      const isFrom = clause.tokens.some(t => t.is('from') && t.end <= from.start && from.start - t.end <= FROM_REACH);
      if (!becomes(between) || !isFrom || from.unit !== to.unit || !isUsable(from) || !isUsable(to)) return [];
      return clause.tokens.some(t => t.is('rank')) ? [] : [{ at, from, to, isFall: fallIn(between) }];
    });
  });

/** 由152.6亿元增加到178.5亿元，增长17.0%. */
function movedOf(clauses: readonly Clause[]): Found[] {
  const found: Found[] = [];
  for (const { at: i, from, to, isFall } of movesIn(clauses)) {
    const clause = clauses[i]!;
    const moved = { from, to, difference: null };
    if (isFall !== null && compare(from.value!, to.value!) !== 0)
      found.push({ ...moved, change: null, by: 'direction', isDecrease: isFall });
    const own = clause.figures.filter(f => f.start > to.end);
    const told = own.length > 0 ? [{ clause, figures: own }] : behind(clauses, i);
    for (const { clause: at, figures } of told) {
      const changes = figures.filter(f => f.role === 'change' || !isSpanOf(f));
      const c = changes.length === 1 ? changes[0]! : null;
      if (!c || (c.role !== 'change' && fallBehind(at, c) === null) || !isUsable(c)) break;
      const words = wordsBefore(at, c);
      const [by, falls] = [unitOfChange(from, c), fallIn(words) ?? fallBehind(at, c)];
      if (isOfAnother(words, clause)) break;
      // 累计增长 of the two ends that are told is from the one to the other; 人均每月增加 of 人均.
      const isOther =
        words.some(t => t.is('otherwise') && t.text !== '累计') ||
        (isPerHead(words) && !isPerHead(clause.tokens) && to.role !== 'average');
      if (!by || falls === null || isOther || words.some(t => t.is('than'))) continue;
      found.push({ ...moved, change: c, by, isDecrease: falls });
    }
  }
  return found;
}

/** 5.4个百分点的降幅 */
function fallBehind(clause: Clause, { end }: Figure): boolean | null {
  const [of, word] = clause.tokens.filter(t => t.start >= end);
  return of?.text === '的' && word?.is('change') ? fallIn([word]) : null;
}

const isPerHead = (words: readonly Token[]): boolean => words.some(t => t.is('average'));

/** 而初一新生同期增长6.1%: something else than what stands before it. */
const isOfAnother = (words: readonly Token[], clause?: Clause): boolean => {
  const at = words.findIndex(t => t.is('change') || t.is('moving'));
  const subject = textOf(words.slice(0, Math.max(0, at)).filter(t => !isNoSubject(t)));
  return subject.length > 1 && !(clause && textOf(clause.tokens).includes(subject));
};

/** The clauses behind one, until something else begins: 增加10,320元，增长33.0%. */
const behind = (clauses: readonly Clause[], i: number): { clause: Clause; figures: readonly Figure[] }[] => {
  const end = clauses.findIndex((c, k) => k > i && (c.lead !== null || c.mark === '；'));
  return clauses
    .slice(i + 1, end < 0 ? i + 3 : Math.min(end, i + 3))
    .map(clause => ({ clause, figures: clause.figures }));
};

/** Whether 增加到, 减少到 or 调整到 stands there, with little around it. */
function becomes(words: readonly Token[]): boolean {
  const at = words.findIndex((t, i) => (t.is('change') || t.is('moving')) && words[i + 1]?.is('become'));
  if (at < 0 || textOf(words.slice(0, at)).length > 10 || textOf(words.slice(at + 2)).length > 9) return false;
  return !words.some(t => t.kind === 'mark' && t.text !== '“' && t.text !== '”');
}

/** What a clause behind a number says of it: that it rose or fell, or what it was. */
interface Follower {
  readonly clause: Clause;
  /** What it was then; null where that is not told. */
  readonly from: Figure | null;
  /** By how much it changed; null where that is not told. */
  readonly by: Figure | null;
  readonly isDecrease: boolean;
  /** 人均增加: of numbers a head. */
  readonly isPerHead?: boolean;
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
    // 与上年的2846件相比，今年少发372件，全年共发生2474件
    const by = before && !lead ? followerOf(before) : null;
    const early = by?.by && !by.from && clauses[i - 2] ? comparedBefore(clauses[i - 2]!) : null;
    if (lead) followers.push(lead);
    if (early) followers.push(early, { ...by!, than: early.than });
    for (let k = i + 1; k < clauses.length; k++) {
      const clause = clauses[k]!;
      if (clause.lead || clause.mark === '；') break;
      if (saysShareOnly(clause)) continue;
      const one = followerOf(clause);
      // 其中涉农52件，上年为48件: of which of the two nobody can tell. 2022年为386起，2023年为309起: one year after the other.
      if (!one || (one.from && !one.by && (state.lead || isLater(clause, state)))) break;
      followers.push(one.than === '' ? { ...one, than: followers.at(-1)?.than ?? '' } : one);
    }
    found.push(...relationsOf(to, followers));
  });
  return found;
}

/** Whether it names a later year. */
const isLater = (clause: Clause, than: Clause): boolean => {
  const [own, other] = [clause, than].map(c => YEAR.exec(textOf(c.tokens))?.[0]);
  return own !== undefined && other !== undefined && orderOf(own, other) > 0;
};

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

const LEADING = ['change', 'link', 'than', 'and', 'ratio', 'opening', 'measuring'] as const;

/** The words of a time, without what leads to it. */
function timeIn(words: readonly Token[]): string {
  return textOf(words.filter(t => !LEADING.some(of => t.is(of)))).replace(/^同比(?:净)?$/, '上年');
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
    if (!isCompared && !saysWas(words)) return null;
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
  // 分别增长5.6%、下降10.6%: of several.
  if (isFall === null || words.some(t => t.is('otherwise') || t.is('each'))) return null;
  const subject = words.slice(0, at).filter(t => !isNoSubject(t));
  const isThan = words[0]?.is('than') === true;
  if (subject.length > 0 && !isThan && !isMeasure(subject)) return null;
  // 比上年增加: nothing between that is no time. 比年初预算增加 is compared with that.
  if (textOf(words.slice(at + 1)).length > 4) return null;
  return {
    clause,
    from: null,
    by: first,
    isDecrease: isFall,
    isPerHead: isPerHead(words),
    than: timeIn(words.slice(0, at)),
  };
}

/** 上年为, 而去年同期只有, 2022年底为 */
function saysWas(words: readonly Token[]): boolean {
  const at = words.findIndex(t => !(t.is('opening') || t.is('and') || t.text === '与'));
  const first = words[at];
  const isThen = first?.as('time')?.attributes['ago'] !== undefined || /^20\d\d$/.test(first?.text ?? '');
  return isThen && words.slice(at + 1).every(t => isTime([t]) || t.is('deed') || t.is('total') || t.text === '实现');
}

/** 总量, 人数, 批次: the number itself. */
const isMeasure = (words: readonly Token[]): boolean =>
  words.every(t => t.is('grand') || t.is('people') || t.is('measuring'));

const isNoSubject = (t: Token): boolean =>
  t.is('compare') ||
  t.is('than') ||
  t.is('time') ||
  t.is('link') ||
  t.is('ratio') ||
  t.is('opening') ||
  t.is('average') ||
  t.is('per') ||
  t.is('otherwise') ||
  t.is('total') ||
  t.kind === 'number' ||
  t.is('unit') ||
  t.is('change');

/** 上年同期的, 2020年的 */
const isTime = (words: readonly Token[]): boolean =>
  words.every(t => t.is('time') || t.is('link') || t.kind === 'number' || /^(?:年|底|末|同期|年底|年末)$/.test(t.text));

function relationsOf(to: Figure, followers: readonly Follower[]): Found[] {
  const found: Found[] = [];
  const froms = followers.filter(f => f.from?.unit === to.unit && (f.by === null || unitOfChange(to, f.by) !== null));
  followers.forEach((follower, k) => {
    const { by, isDecrease, than } = follower;
    if (!by || (follower.isPerHead === true && !isOfHeads(to))) return;
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

const isOfHeads = ({ role, label }: Figure): boolean => role === 'average' || /[人户]均|平均/.test(label);

/** 同比 and what says nothing are against the year before. */
function isSameThan(a: string, b: string): boolean {
  const plain = (than: string): string =>
    than
      .replace(/^(?:比|较)/, '')
      .replace(/^(?:同比|)$/, '上年')
      .replace('去年', '上年')
      .replace(/(?:同期|度|末|底)$/, '');
  return plain(a) === plain(b);
}

const YEAR = /(?:20\d\d年|上年|去年|今年|前年)(?:同期|全年|底|末|度)?/;

/** 2022年受理120件，2023年受理150件，同比增加30件，增长25%. */
function yearsOf(clauses: readonly Clause[]): Found[] {
  const found: Found[] = [];
  for (let i = 1; i < clauses.length; i++) {
    const [a, b] = [yearIn(clauses[i - 1]!), yearIn(clauses[i]!)];
    if (!a || !b || a.count.unit !== b.count.unit || !isSameThing(a.label, b.label)) continue;
    const order = orderOf(a.year, b.year);
    if (order === 0) continue;
    const [from, to] = order < 0 ? [a.count, b.count] : [b.count, a.count];
    for (const clause of clauses.slice(i + 1)) {
      const follower = followerOf(clause);
      // With a time of its own it is against that.
      if (!follower?.by || follower.from || !/^(?:上年|去年)?$/.test(follower.than.replace('同比', ''))) break;
      if (follower.isPerHead === true && !isOfHeads(from)) break;
      const unit = unitOfChange(from, follower.by);
      if (unit)
        found.push({ from, to, difference: null, change: follower.by, by: unit, isDecrease: follower.isDecrease });
    }
  }
  return found;
}

/** 招商引资到位资金, and 实现到位资金: one says the other, or nothing. */
function isSameThing(a: string, b: string): boolean {
  const [x, y] = [a, b].map(label => label.replace(/^(?:实现|完成|达到|为)/, '')) as [string, string];
  return x === '' || y === '' || x.endsWith(y) || y.endsWith(x);
}

/** The one number of a clause that names a year. */
function yearIn(clause: Clause): { readonly year: string; readonly count: Figure; readonly label: string } | null {
  const [count, ...more] = clause.figures;
  const year = YEAR.exec(textOf(clause.tokens))?.[0];
  if (!count || more.length > 0 || count.role === 'change' || year === undefined || !isUsable(count)) return null;
  const words = wordsBefore(clause, count).filter(t => !t.is('change') && !t.is('become'));
  return { year, count, label: bare(words).replace(YEAR, '') };
}

/** 撤销教学点23个，教学点总数由141个变为118个: what was done is by how much it changed, but for one slip. */
function doneOf(clauses: readonly Clause[]): Found[] {
  return movesIn(clauses).flatMap(({ at, from, to }): Found[] => {
    const clause = clauses[at - 1];
    const [by, ...more] = clause?.figures ?? [];
    const word = by && wordsBefore(clause!, by).find(t => t.is('adding'));
    // 另有3所合并: it is not all of the change.
    if (clauses[at + 1]?.figures.some(f => f.unit === to.unit)) return [];
    if (!word || more.length > 0 || by.role !== 'count' || by.unit !== to.unit || !isUsable(by)) return [];
    const isDecrease = word.as('adding')!.attributes['down'] !== undefined;
    return [{ from, to, difference: null, change: by, by: 'amount', isDecrease }];
  });
}

/** “十三五”末46万千瓦，目前达到58万千瓦，增加12万千瓦: what it became says nothing of its own. */
function nowOf(clauses: readonly Clause[]): Found[] {
  return clauses.slice(2).flatMap((clause, i): Found[] => {
    const [before, after] = [clauses[i]!, clauses[i + 1]!];
    const [from, to] = [onlyState(before), onlyState(after)];
    const follower = from && to && from.unit === to.unit ? followerOf(clause) : null;
    if (!follower?.by || follower.from || follower.than !== '' || unitOfChange(from!, follower.by) !== 'amount')
      return [];
    const words = wordsBefore(after, to!);
    const isNow =
      words.some(t => t.is('become') || t.is('opening')) && words.every(t => isNoSubject(t) || t.is('become'));
    return isNow
      ? [{ from: from!, to: to!, difference: null, change: follower.by, by: 'amount', isDecrease: follower.isDecrease }]
      : [];
  });
}

const onlyState = ({ figures: [one, ...more] }: Clause): Figure | null =>
  one && more.length === 0 && one.role !== 'change' && one.role !== 'band' && isUsable(one) ? one : null;

/** 2021年312件，2022年增加46件、达到358件，2023年又增加67件至425件: each from the one before, but for one slip. */
function steppedOf(clauses: readonly Clause[]): Found[] {
  const found: Found[] = [];
  let state: Figure | null = null;
  clauses.forEach((clause, i) => {
    const own = clause.figures.filter(f => f.role === 'change' || (!isSpanOf(f) && !f.isHan));
    const [by, ...rest] = own;
    const next = rest.length === 0 ? clauses[i + 1] : clause;
    const to = rest.length === 0 ? next?.figures[0] : rest[0];
    if (by?.role === 'change' && next && to && rest.length < 2 && (next === clause || next.figures.length === 1)) {
      const words = wordsBefore(clause, by);
      const isFall = fallIn(words);
      const isStep =
        wordsBefore(next, to).every(t => t.is('become') || t.is('link')) && wordsBefore(next, to).length > 0;
      if (state && isStep && isFall !== null && [state, by, to].every(isUsable) && !isOfAnother(words)) {
        const one: Found = { from: state, to, difference: null, change: by, by: 'amount', isDecrease: isFall };
        if (to.role === state.role && to.unit === state.unit && unitOfChange(state, by) === 'amount') found.push(one);
      }
      state = to;
    } else if (by && own.length === 1 && by.role !== 'change') state = by;
  });
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
