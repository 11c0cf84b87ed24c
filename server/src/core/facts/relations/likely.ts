import { LEXICON, senseOf } from '../../lexicon/lexicon.js';
import { compare, maySumTo, sum, type Exact } from '../../text/exact.js';
import { amountOf, type Figure } from '../figures.js';
import { isLong } from '../figures/units.js';
import { areStates, claimOf, isOneMoreTime, shared, STATES, type DimensionValue, type Member } from './dimensions.js';
import { chanceOfMend, isNear, mendOf, type Mend } from './evidence.js';
import type { CountedItem } from './items.js';
import { amountsOf, isKnown, type Sum } from './sum.js';

/**
 * What the names of parts tell. `closed`: all of a dimension is among them (公办、公建民营、民办). `alike`: one tail and different
 * heads, or one scale, so that none counts what another counts (高中教师、初中教师; 一等奖、二等奖). `kindred`: the same, of a
 * dimension the lexicon knows to have more members (机关、农村、企业 without 社区). `bodies`: each is of another office or place (司法机关、主管部门).
 * `crossing`: a property that others may have as
 * well (女, 党员, 大专以上). `unknown`: nothing. `unnamed`: one has no name.
 */
export type Likeness = 'closed' | 'alike' | 'kindred' | 'bodies' | 'unknown' | 'unnamed' | 'crossing';

/** What makes a kind of whatever stands before it. */
const KIND = /[类型奖组]$/;
/** Tails of one character that make a kind of what stands before them. */
const KINDS = /^[类级奖型等区片组系档层批期届条线段式省市县镇乡村]$/;

export function likenessOf(items: readonly CountedItem[]): Likeness {
  const labels = items.map(i => i.label);
  // 在本省、在外省、在境外: what all of them have tells none apart.
  const all = items.flatMap(i => i.place ?? []);
  const places =
    new Set(all.map(p => p.member + p.dimension)).size > 1 || all.some(p => p.dimension !== STATES) ? all : [];
  // 高级职称, 博士, 45岁以下: known to differ by different things; 高级, 正高级: one within the other.
  if (places.length > 1) {
    if (areStates(places)) return 'unknown';
    const common = shared(places);
    // 东部地区有企业1280家；中部地区493家；西部地区406家: the first says what there is, and the others where.
    const isHeadless = items.length > 2 && places.length === items.length && shared(places.slice(1)) !== null;
    if (!common && !isHeadless && places.some(isProperty)) return 'crossing';
    if (common) {
      const members = items.flatMap((item, i): Member[] =>
        item.place ? [{ place: common[i] ?? item.place, band: item.band }] : [],
      );
      const claim = claimOf(members, false);
      if (claim === 'complete') return 'closed';
      // 省外游客、境外游客: two words for one member are not what tells these apart.
      const areTold = new Set(common.map(p => p.member)).size === common.length || common.some(isProperty);
      if (places.length === items.length && (claim !== 'none' || areTold))
        return claim === 'none' ? 'crossing' : 'kindred';
    }
  }
  if (isCrossingBand(items) || labels.some((label, i) => isThreshold(label) && i > 0 && i < labels.length - 1))
    return 'crossing';
  const tail = labels.includes('') ? '' : commonTail(labels);
  const crossing = labels.filter(l => isCrossing(l, labels)).length;
  if (
    (crossing > 1 || (crossing === 1 && labels.length < 3) || labels.filter(isAnswer).length > 1) &&
    !(KIND.test(tail) && new Set(labels).size === labels.length)
  )
    return 'crossing';
  if (labels.includes('')) return 'unnamed';
  if (new Set(labels).size < labels.length) return 'crossing';
  // 农业人口、非农业人口: what one is not, the other is.
  const isNegated = (a: string, b: string): boolean => LEXICON.wordsOf('negation').some(not => a === not + b);
  if (labels.length === 2 && (isNegated(labels[0]!, labels[1]!) || isNegated(labels[1]!, labels[0]!))) return 'closed';
  const isWithin = (a: string, b: string): boolean => a !== b && a.includes(b) && !isNegated(a, b);
  if (labels.some(a => labels.some(b => isWithin(a, b)))) return 'crossing';
  // 务工增收, 养殖增收: what is done by several means.
  if (tail.length >= 2 && LEXICON.sense(tail.slice(-2), 'change')) return 'unknown';
  if (tail.length >= 2 || KINDS.test(tail) || commonHead(labels)) return 'alike';
  return labels.every(l => LEXICON.endingAt(l, l.length, 'org', 'place').length > 1) ? 'bodies' : 'unknown';
}

/** What somebody is by himself: it goes with any other. Of places, fields and kinds a thing has one. */
const isProperty = ({ dimension }: DimensionValue): boolean =>
  LEXICON.sense(dimension, 'property') !== null || dimension.endsWith('段');

/** 35岁以下 beside 女干部; not 五年以上, 三年以上不满五年 and 拘役, which are one scale. */
function isCrossingBand(items: readonly CountedItem[]): boolean {
  const bands = items.flatMap((item): Member[] =>
    item.band && item.place ? [{ place: item.place, band: item.band }] : [],
  );
  if (items.every(i => i.band === null)) return false;
  // 学生3.2万人，60岁以上老人5.7万人: one band alone may be one of the parts.
  const isOne = bands.length < 2 && items.length > bands.length + 1;
  return (
    (bands.length < 2 && !isOne) ||
    (!isOne && claimOf(bands, false) === 'none') ||
    items.some(i => i.band === null && isCrossing(i.label, []))
  );
}

/** 女党员, 大专以上学历, 亿元以上项目: with it, a part says nothing of the others. */
export const isCrossing = (label: string, others: readonly string[]): boolean => {
  const word = LEXICON.longestAt(label, 0, 'attribute');
  if (!word) return false;
  const { attributes } = senseOf(word, 'attribute')!;
  const thing = label.slice(word.text.length);
  // 村级文化室 beside 综合文化站: the level is not what tells them apart.
  if (attributes['level'] !== undefined)
    return thing.length < 2 || others.some(o => o !== label && o.endsWith(thing.slice(-2)));
  return attributes['asks'] === undefined;
};
/** 认为“待遇低”的, 认为“任务重”的: one may say both. 认为“好”的, “一般”的 are answers to one question. */
function isAnswer(label: string): boolean {
  const word = LEXICON.longestAt(label, 0, 'attribute');
  return word !== null && senseOf(word, 'attribute')!.attributes['asks'] !== undefined;
}
/** 二星及以下, which ends a scale where it stands first or last. */
export const isThreshold = (label: string): boolean => label.includes('以上') || label.includes('以下');
/** 来自机关的, 来自企业的: each is from one of them. Who does one thing, 种植水稻, may do another as well. */
const commonHead = ([first, ...others]: readonly string[]): boolean =>
  LEXICON.longestAt(first!, 0, 'whence') !== null && others.every(l => l.slice(0, 2) === first!.slice(0, 2));

/** Whether a number that nothing makes a whole is named like its neighbours: 工业用电, beside 农业用电 and 居民用电. */
export const isNamedAlike = (items: readonly CountedItem[]): boolean => {
  const labels = items.map(i => i.label);
  return !labels.includes('') && commonTail(labels).length > 1;
};

function commonTail(labels: readonly string[]): string {
  const shortest = Math.min(...labels.map(l => l.length));
  let length = 0;
  while (
    length < shortest - 1 &&
    labels.every(l => l[l.length - 1 - length] === labels[0]![labels[0]!.length - 1 - length])
  )
    length++;
  return length === 0 ? '' : labels[0]!.slice(-length);
}

/**
 * How a list stands to its whole. `enclosed`: in brackets, behind 分别 or 从年龄看, by states (已办结、正在办理), with a rest; who
 * lists so mostly lists all. `led`: behind 其中, 包括 or a colon. `headed`: behind a number that may be the whole, though
 * nothing says so; `loose`: behind a number that may as well be the first of them (小麦38万吨，玉米26万吨，大豆15万吨); `sibling`: and is
 * named like them (工业用电、农业用电、居民用电).
 */
export type Form = 'enclosed' | 'led' | 'headed' | 'loose' | 'sibling';

/** So probable may a mend by chance be, of two, of three, of more parts: of those that are more than the whole, and less. */
interface Limits {
  readonly over: readonly [two: number, three: number, more: number];
  readonly under: readonly [two: number, three: number, more: number];
}

/** 女, 党员: what crosses may well be more than the whole, and is hardly ever all of it. */
const CROSSING: Limits = { over: [0.03, 0.03, 0.03], under: [0.005, 0.005, 0.005] };
const SIBLING: Limits = { over: [0.03, 0.03, 0.03], under: [0.02, 0.02, 0.02] };
const LOOSE: Limits = { over: [0.05, 0.12, 0.15], under: [0.05, 0.12, 0.12] };
const ENCLOSED: Limits = { over: [1, 1, 1], under: [0.4, 0.4, 0.4] };
const LIMITS: Readonly<Record<Form, Readonly<Record<Exclude<Likeness, 'crossing'>, Limits>>>> = {
  enclosed: {
    closed: ENCLOSED,
    alike: ENCLOSED,
    kindred: ENCLOSED,
    bodies: ENCLOSED,
    unknown: ENCLOSED,
    unnamed: ENCLOSED,
  },
  led: {
    closed: ENCLOSED,
    alike: { over: [1, 1, 1], under: [0.15, 0.4, 0.4] },
    kindred: { over: [1, 1, 1], under: [0.15, 0.15, 0.15] },
    bodies: { over: [1, 1, 1], under: [0.15, 0.4, 0.4] },
    unknown: { over: [0.8, 0.8, 0.8], under: [0.1, 0.4, 0.4] },
    unnamed: { over: [0.6, 0.6, 0.6], under: [0.1, 0.1, 0.1] },
  },
  headed: {
    closed: { over: [0.8, 0.8, 0.8], under: [0.3, 0.4, 0.4] },
    alike: { over: [0.8, 0.8, 0.8], under: [0.15, 0.3, 0.4] },
    kindred: { over: [0.4, 0.8, 0.8], under: [0.12, 0.2, 0.05] },
    bodies: { over: [0.1, 0.4, 0.5], under: [0.02, 0.25, 0.35] },
    unknown: { over: [0.1, 0.4, 0.5], under: [0.02, 0.25, 0.35] },
    unnamed: CROSSING,
  },
  sibling: { closed: SIBLING, alike: SIBLING, kindred: SIBLING, bodies: SIBLING, unknown: SIBLING, unnamed: CROSSING },
  loose: {
    closed: { over: [0.3, 0.4, 0.4], under: [0.1, 0.2, 0.2] },
    alike: LOOSE,
    kindred: LOOSE,
    bodies: LOOSE,
    unknown: LOOSE,
    unnamed: CROSSING,
  },
};

/**
 * The sum of parts that nothing but their numbers says are all there is: when they are, and when they were meant to be:
 * nearly, or but for one slip. None where the numbers tell nothing. `readings`: so many ways to read the numbers are tried, any
 * of which may be right by chance.
 */
export function likelySum(
  parts: readonly Figure[],
  whole: Figure,
  likenessOfParts: Likeness | (() => Likeness),
  form: Form,
  readings = 1,
): Sum[] {
  // Ages do not add up.
  if (parts.length < 2 || isLong(whole.unit) || ![...parts, whole].every(isKnown)) return [];
  if (isOneMoreTime(whole, parts)) return [];
  const one: Sum = { parts, whole, claim: 'likely' };
  if (maySumTo(amountsOf(parts), amountOf(whole))) return [one];
  const values = parts.map(p => p.value!);
  const isOver = compare(sum(values), whole.value!) > 0;
  const all = [...parts, whole];
  const mend = mendOfSum(parts, whole);
  const isLed = form === 'led' || form === 'enclosed';
  if (!mend && (readings > 1 || !isLed)) return [];
  const likeness = typeof likenessOfParts === 'string' ? likenessOfParts : likenessOfParts();
  const { over, under } = likeness === 'crossing' ? CROSSING : LIMITS[form][likeness];
  const limit = (isOver ? over : under)[Math.min(parts.length, 4) - 2]!;
  // What crosses was hardly meant to add up, by whatever slip.
  const isExchange = mend?.isExchange === true && likeness !== 'crossing';
  if (mend && chanceOfMend(all, whole.value!, isExchange) * readings <= limit) return [{ ...one, mend }];
  if (readings > 1) return [];
  const isExclusive = likeness === 'closed' || likeness === 'alike' || likeness === 'kindred';
  if (isLed && isOver && isExclusive && parts.length > 2) return [{ ...one, claim: 'exclusive' }];
  // Less by a little may be what nobody cared to name: 医院86家、基层机构2,214家 of 2,346家.
  const isMeant = isOver || mend !== null || isExclusive || form === 'enclosed';
  return isLed && isMeant && likeness !== 'crossing' && isNear(values, whole.value!)
    ? [{ ...one, ...(mend ? { mend } : {}) }]
    : [];
}

/** What a slip may change a number by, but for a power of ten: 1 to 9 of these. */
const STEPS = [1, 9, 99] as const;
const [LEAST_POWER, MOST_POWER] = [-6, 13];

/** The slip that makes parts and whole fit. Most numbers are no slip apart: that is seen before any is tried. */
function mendOfSum(parts: readonly Figure[], whole: Figure): Mend | null {
  const all = [...parts, whole];
  const short = floatOf(whole.value!) - parts.reduce((sofar, p) => sofar + floatOf(p.value!), 0);
  const steps = all.map(f => (f.isRounded ? 10 ** f.value!.exponent : 0));
  const room = steps.reduce((a, b) => a + b, 0) + Math.abs(floatOf(whole.value!)) * 1e-9;
  const isScaled = all.some(({ value }) => isTenfoldApart(Math.abs(short), Math.abs(floatOf(value!)), room));
  if (!isScaled && !isSlipApart(Math.abs(short), room)) return null;
  return mendOf(
    all,
    value => holds(parts, whole, value),
    (figure, value) => {
      const by = floatOf(value) - floatOf(figure.value!);
      return Math.abs(figure === whole ? by + short : by - short) <= room;
    },
  );
}

/** A zero too many, or one too few. */
const isTenfoldApart = (by: number, of: number, room: number): boolean =>
  Math.abs(by - 9 * of) <= room || Math.abs(by - 0.9 * of) <= room;

function isSlipApart(by: number, room: number): boolean {
  for (let power = LEAST_POWER; power < MOST_POWER; power++)
    for (const step of STEPS) {
      const unit = step * 10 ** power;
      const times = Math.min(9, Math.max(1, Math.round(by / unit)));
      if (Math.abs(by - times * unit) <= room) return true;
    }
  return false;
}

/** Near enough to choose by. */
const floatOf = ({ digits, exponent }: Exact): number => digits * 10 ** exponent;

const holds = (parts: readonly Figure[], whole: Figure, value: (f: Figure) => Exact): boolean =>
  maySumTo(amountsOf(parts, value), { ...amountOf(whole), value: value(whole) });
