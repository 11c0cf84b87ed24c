import { LEXICON } from '../../lexicon/lexicon.js';
import type { Token } from '../../lexicon/tokens.js';
import type { Span } from '../../text/span.js';
import { compare, equal, sum } from '../../text/exact.js';
import { startingIn } from '../../text/search.js';
import { isUsable, type Figure } from '../figures.js';
import { isSpan } from '../figures/units.js';
import { textOf, wordsBefore, wordsBetween, type Sentence } from './clauses.js';
import { mendOf } from './evidence.js';
import { holds, isConsistentProduct, ONE, type Product } from './product.js';
import { isColon, termOf } from './ratio.js';
import type { Sign } from './sign.js';

/* How many times one number is another: 师生比为1:15, 是十年前的4倍, 增长3.8倍. */

/** So many numbers before a ratio may be those it is of. */
const REACH = 6;

/**
 * The ratios a paragraph names, of two numbers of the sentence or, where it has none, of those before: 师生比为1:15, 男女比例1.1:1,
 * 城乡收入比1.54. `tokens` and `figures` are those of the paragraph.
 */
export function namedRatios(tokens: readonly Token[], figures: readonly Figure[]): Product[] {
  const found: Product[] = [];
  const isCount = (f: Figure): boolean =>
    (f.role === 'count' || f.role === 'average') && isUsable(f) && f.value!.digits > 0;
  for (let i = 1; i < tokens.length; i++) {
    const left = tokens[i]!;
    if (left.kind !== 'number' || left.isHan || !left.value || isColon(tokens[i - 1])) continue;
    const right = isColon(tokens[i + 1]) ? tokens[i + 2] : null;
    if (right === undefined || (right && (right.kind !== 'number' || !right.value || isColon(tokens[i + 3])))) continue;
    // A number with a unit is no ratio, nor is 3 of 前3.
    if (!right && (left.value.exponent >= 0 || tokens[i + 1]?.is('unit') || tokens[i + 1]?.is('power'))) continue;
    const before = textOf(tokens.slice(Math.max(0, i - 8), i));
    const name = NAMED.exec(before)?.[1] ?? null;
    const isNamed = name !== null;
    if (!isNamed && !(right && /按照?$/.test(before))) continue;
    const { start, end } = sentenceAround(tokens, i);
    const all = figures.filter(f => isCount(f) && f.start < end);
    const own = all.filter(f => f.start >= start && (f.end <= left.start || f.start >= (right ?? left).end));
    const near = own.length < 2 ? all.filter(f => f.end <= left.start) : own;
    // 193个岗位，每岗招聘1人，合格1158人: what each has is none of two numbers that are counted, and of one each either unit may be told.
    const counted = near.filter(f => f.role === 'count');
    const isOneEach = near.some(f => f.role === 'average' && equal(f.value!, ONE));
    const counts = withoutWhole((counted.length < 2 ? near : counted).slice(-REACH), isNamed);
    const [first, second] = counts;
    if (name !== null && !mayBeOf(name, counts)) continue;
    // 按1:3的比例 of places is meant exactly (intake.ts).
    if (!isNamed && isOne(left) && first?.unit === '人') continue;
    // 生机比 of what is no 机: of two units only where both are named.
    if (
      name !== null &&
      first &&
      second &&
      first.unit !== second.unit &&
      !isOneEach &&
      !areNamed(name, first, second) &&
      !areNamed(name, second, first)
    )
      continue;
    if (counts.length !== 2 || !first || !second || (!(isNamed && right) && first.unit !== second.unit)) continue;
    // 师生比 1:15 and 城乡比 1.9:1: which of the two numbers is meant by which term nobody says.
    const pairs = [[first, second] as const, [second, first] as const].map(pair =>
      right ? ratioOf(pair, left, right) : timesOf(pair, left),
    );
    const fits = pairs.find(isConsistentProduct);
    if (fits) {
      found.push(fits);
      continue;
    }
    const mended = pairs.flatMap(likely).slice(0, 1);
    const isTurned = name !== null && areNamed(name, second, first);
    const told = name !== null && (isTurned || areNamed(name, first, second)) ? pairs[isTurned ? 1 : 0]! : null;
    found.push(...(mended.length > 0 ? mended : told ? [told] : []));
  }
  return found;
}

/** From the mark before a token to the one behind it. */
function sentenceAround(tokens: readonly Token[], at: number): Span {
  let [first, last] = [at, at];
  while (first > 0 && at - first < LONGEST && !tokens[first - 1]!.isMark('。！？')) first--;
  while (last < tokens.length - 1 && last - at < LONGEST && !tokens[last]!.isMark('。！？')) last++;
  return { start: tokens[first]!.start, end: tokens[last]!.end };
}
/** So many tokens a sentence may have on either side. */
const LONGEST = 120;

/** 毕业生2520人，其中男生1320人、女生1200人: what the others make is none of the two; nor is what is of another unit. */
function withoutWhole(all: readonly Figure[], isNamed: boolean): readonly Figure[] {
  if (all.length <= 2) return all;
  const last = all.at(-1)!;
  const alike = isNamed ? all.filter(f => f.unit === last.unit) : all;
  const parts = alike.filter(
    whole => !alike.some((a, i) => alike.some((b, k) => i < k && a !== whole && b !== whole && isSumOf(a, b, whole))),
  );
  return parts;
}
const isSumOf = (a: Figure, b: Figure, whole: Figure): boolean => equal(sum([a.value!, b.value!]), whole.value!);

/** 收入比为, 师生比达到, 倍差: the name of a ratio right before it. */
const NAMED = /([一-龥]{2,8}?)(?:之比|比(?:例|值)?|倍差)(?:为|是|达|达到|仅为|只有)?$/;

/** 小学师生比 is none of all teachers, nor 床位与护士之比 of 医师. */
function mayBeOf(name: string, counts: readonly Figure[]): boolean {
  const has = (words: string): boolean => counts.some(f => f.label.includes(words));
  const [one, other, ...more] = name.replace('和', '与').split('与');
  if (other !== undefined && more.length === 0) return has(one!.slice(-2)) && has(other);
  const whose = name.slice(0, Math.max(0, ...LEXICON.wordsOf('pair').map(pair => name.indexOf(pair))));
  return whose === '' || has(whose) || '全我本该'.includes(whose[0]!);
}

/** 城乡居民收入比 of 城镇居民收入 and 农村居民收入, 医护比 of 医生 and 护士: the one and the other are named, in that order. */
function areNamed(name: string, { label: a }: Figure, { label: b }: Figure): boolean {
  const [one, other] = [name[0]!, name[1]!];
  const isOf = (label: string, c: string): boolean => label.includes(c) || (c === '乡' && label.includes('村'));
  return isOf(a, one) && isOf(b, other) && !isOf(a, other) && !isOf(b, one);
}

/** a : b is m : n. As a product: b × m ÷ n is a; where neither term is 1, b × m is a × n, as two counts of one total. */
function ratioOf([a, b]: readonly [Figure, Figure], left: Token, right: Token): Product {
  const [m, n] = [termOf(left, 'count', ''), termOf(right, 'count', '')];
  const plain = { more: [], by: ONE, as: 'ratio' } as const;
  if (isOne(left)) return { ...plain, counts: [a], rate: n, total: b };
  if (isOne(right)) return { ...plain, counts: [b], rate: m, total: a };
  return { ...plain, counts: [b], rate: m, total: a, divisor: n };
}

/** a is m times b: 城乡收入比1.54. */
const timesOf = ([a, b]: readonly [Figure, Figure], left: Token): Product => ({
  more: [],
  by: ONE,
  as: 'ratio',
  counts: [b],
  rate: termOf(left, 'count', ''),
  total: a,
});

const isOne = ({ value }: Token): boolean => value?.digits === 1 && value.exponent === 0;

/** A slip would make it right. */
function likely(one: Product): Product[] {
  const able = [one.rate, ...(one.divisor ? [one.divisor] : []), ...(isSharp(one) ? [one.total, ...one.counts] : [])];
  const mend = mendOf(able, value => holds(one, value));
  return mend ? [{ ...one, mend }] : [];
}

/** Of m:n both numbers are exact multiples; of 1:n either may be anything. */
const isSharp = ({ divisor }: Product): boolean => divisor !== undefined;

export const DOUBLING: Sign = { text: ['番'] };

/** 3.6亿元增至7.2亿元，翻了一番: twice as many, twice twice of 翻两番. */
export function doublingsOf(
  { clauses }: Sentence,
  tokens: readonly Token[],
  moves: readonly { from: Figure | null; to: Figure }[],
): Product[] {
  return startingIn(tokens, { start: clauses[0]!.start, end: clauses.at(-1)!.end }).flatMap(
    (token, i, all): Product[] => {
      if (!token.text.endsWith('番') || all[i + 1]?.is('about') || all[i + 1]?.is('bound')) return [];
      const said = textOf(all.slice(Math.max(0, i - 3), i + 1));
      const at = said.lastIndexOf('翻');
      const doubled = at < 0 ? null : LEXICON.sense(said.slice(at + 1).replace('了', ''), 'doubled');
      if (!doubled) return [];
      const before = clauses.flatMap(c => c.figures).filter(f => f.end <= token.start);
      const clause = clauses.find(c => c.start <= token.start && token.end <= c.end);
      const move = moves.findLast(m => m.from && before.includes(m.to) && before.includes(m.from));
      const counts = before.filter(f => f.role === 'count' && isUsable(f) && !isSpan(f.unit)).slice(-2);
      // 增加到286家，比2021年的143家翻了一番
      const isTurned = clause?.tokens.some(t => t.is('than')) === true && clause.figures.includes(counts.at(-1)!);
      const [from, to] = move ? [move.from!, move.to] : isTurned ? counts.reverse() : counts;
      const words = clause
        ? wordsBetween(clause, clause.figures.findLast(f => f.end <= token.start)?.end ?? clause.start, token.start)
        : [];
      if (!from || !to || !isOfNothingElse(textOf(words), [from, to])) return [];
      if (from.unit !== to.unit || from.value!.digits <= 0) return [];
      const rate = termOf(
        { ...token, value: { digits: Number(doubled.attributes['times']) * 10, exponent: -1 } } as Token,
        'count',
        '倍',
      );
      return [{ counts: [from], total: to, rate, more: [], by: ONE, as: 'multiple' }];
    },
  );
}
/** 正好翻一番, 五年翻一番, 产值翻了一番 of a number that is 产值; none of 专利拥有量翻番 behind another number. */
function isOfNothingElse(words: string, figures: readonly Figure[]): boolean {
  const said = words.slice(0, words.lastIndexOf('翻') < 0 ? undefined : words.lastIndexOf('翻'));
  const own = said.slice(said.lastIndexOf('年') + 1);
  return own === '' || LEXICON.sense(own, 'exactly') !== null || figures.some(f => f.label.includes(own.slice(0, 2)));
}

/** 是全市平均水平的2.4倍: of something else than the numbers beside it. */
const OF_OTHER = /平均|水平|全[国省市县区]|目标|计划|标准|同类|国家/;

export const MULTIPLE: Sign = { units: ['倍'] };

/** 由2.4万户增加到9.6万户，是十年前的4倍; 增长3倍; A是B的2倍. `moves` are what the clauses say became what. */
export function multiplesOf({ clauses }: Sentence, moves: readonly { from: Figure | null; to: Figure }[]): Product[] {
  return clauses.flatMap((clause, i) =>
    clause.figures.flatMap((rate): Product[] => {
      if (rate.unit !== '倍' || !isUsable(rate)) return [];
      const words = wordsBefore(clause, rate);
      const isGrowth = words.some(t => t.is('change') && t.as('change')!.attributes['up'] !== undefined);
      if (words.some(t => t.is('otherwise')) || (!isGrowth && OF_OTHER.test(textOf(words)))) return [];
      const as = isGrowth ? 'growth' : 'multiple';
      const one = (from: Figure, to: Figure): Product => ({ counts: [from], total: to, rate, more: [], by: ONE, as });
      const before = [...(clauses[i - 1]?.figures ?? []), ...clause.figures.filter(f => f.end <= rate.start)];
      const move = moves.find(m => m.from && before.includes(m.to) && m.from.value!.digits > 0);
      if (move) return [one(move.from!, move.to)];
      const all = [...clauses.slice(0, i).flatMap(c => c.figures), ...clause.figures].filter(
        f => f.end <= rate.start && (f.role === 'count' || f.role === 'average') && isUsable(f) && f.value!.digits > 0,
      );
      const pairs = all.flatMap(a => all.filter(b => a !== b && a.unit === b.unit).map(b => one(a, b)));
      const right = pairs.findLast(isConsistentProduct);
      if (right) return [right];
      // Of two numbers of one unit the greater is the multiple.
      const greater = pairs.filter(p => compare(p.counts[0]!.value!, p.total.value!) < 0);
      return greater.length === 1 ? greater.flatMap(likely) : [];
    }),
  );
}
