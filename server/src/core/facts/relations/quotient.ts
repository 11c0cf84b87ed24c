import type { Token } from '../../lexicon/tokens.js';
import type { Span } from '../../text/span.js';
import { compare, equal, sum } from '../../text/exact.js';
import { isUsable, type Figure } from '../figures.js';
import { textOf, wordsBefore, type Sentence } from './clauses.js';
import { mendOf } from './evidence.js';
import { holds, isConsistentProduct, ONE, type Product } from './product.js';
import { isColon, termOf } from './ratio.js';

/* How many times one number is another: 师生比为1:15, 是十年前的4倍, 增长3.8倍. */

/** So many numbers before a ratio may be those it is of. */
const REACH = 6;

/**
 * The ratios a paragraph names, of two numbers of the sentence or, where it has none, of those before: 师生比为1:15, 男女比例1.1:1,
 * 城乡收入比1.54. `tokens` and `figures` are those of the paragraph.
 */
export function namedRatios(tokens: readonly Token[], figures: readonly Figure[]): Product[] {
  const found: Product[] = [];
  const isCount = (f: Figure): boolean => (f.role === 'count' || f.role === 'average') && isUsable(f);
  for (let i = 1; i < tokens.length; i++) {
    const left = tokens[i]!;
    if (left.kind !== 'number' || left.isHan || !left.value || isColon(tokens[i - 1])) continue;
    const right = isColon(tokens[i + 1]) ? tokens[i + 2] : null;
    if (right === undefined || (right && (right.kind !== 'number' || !right.value || isColon(tokens[i + 3])))) continue;
    // A number with a unit is no ratio, nor is 3 of 前3.
    if (!right && (left.value.exponent >= 0 || tokens[i + 1]?.is('unit') || tokens[i + 1]?.is('power'))) continue;
    const before = textOf(tokens.slice(Math.max(0, i - 8), i));
    const isNamed = NAMED.test(before);
    if (!isNamed && !(right && /按照?$/.test(before))) continue;
    const { start, end } = sentenceAround(tokens, i);
    const all = figures.filter(f => isCount(f) && f.start < end);
    const own = all.filter(f => f.start >= start && (f.end <= left.start || f.start >= (right ?? left).end));
    const counts = withoutWhole((own.length < 2 ? all.filter(f => f.end <= left.start) : own).slice(-REACH), isNamed);
    const [first, second] = counts;
    if (counts.length !== 2 || !first || !second || (!(isNamed && right) && first.unit !== second.unit)) continue;
    // 师生比 1:15 and 城乡比 1.9:1: which of the two numbers is meant by which term nobody says.
    const pairs = [[first, second] as const, [second, first] as const].map(pair =>
      right ? ratioOf(pair, left, right) : timesOf(pair, left),
    );
    const fits = pairs.find(isConsistentProduct);
    if (fits) found.push(fits);
    else found.push(...pairs.flatMap(likely).slice(0, 1));
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
const NAMED = /[一-龥]{2,6}(?:比(?:例|值)?|之比|倍差)(?:为|是|达|达到|仅为|只有)?$/;

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

/** 是全市平均水平的2.4倍: of something else than the numbers beside it. */
const OF_OTHER = /平均|水平|全[国省市县区]|目标|计划|标准|同类|国家/;

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
