import type { Token } from '../../lexicon/tokens.js';
import { compare } from '../../text/exact.js';
import { isUsable, type Figure } from '../figures.js';
import { textOf, wordsBefore, type Sentence } from './clauses.js';
import { mendOf } from './evidence.js';
import { holds, isConsistentProduct, ONE, type Product } from './product.js';
import { isColon, termOf } from './ratio.js';

/* How many times one number is another: 师生比为1:15, 是十年前的4倍, 增长3.8倍. */

/** The ratios a sentence names, of two numbers of its own. `tokens` are those of the sentence, marks included. */
export function namedRatios({ clauses }: Sentence, tokens: readonly Token[]): Product[] {
  const found: Product[] = [];
  for (let i = 1; i + 2 < tokens.length; i++) {
    const [left, colon, right] = [tokens[i]!, tokens[i + 1], tokens[i + 2]!];
    if (left.kind !== 'number' || !isColon(colon) || right.kind !== 'number') continue;
    if (isColon(tokens[i - 1]) || isColon(tokens[i + 3]) || !left.value || !right.value) continue;
    const before = textOf(tokens.slice(Math.max(0, i - 8), i));
    const isNamed = NAMED.test(before);
    if (!isNamed && !/按照?$/.test(before)) continue;
    const counts = clauses
      .flatMap(clause => clause.figures)
      .filter(
        f =>
          (f.role === 'count' || f.role === 'average') && isUsable(f) && (f.end <= left.start || f.start >= right.end),
      );
    const [first, second] = counts;
    if (counts.length !== 2 || !first || !second || (!isNamed && first.unit !== second.unit)) continue;
    // 师生比 1:15 and 城乡比 1.9:1: which of the two numbers is meant by which term nobody says.
    const pairs = [[first, second] as const, [second, first] as const].map(pair => ratioOf(pair, left, right));
    const fits = pairs.find(isConsistentProduct);
    if (fits) found.push(fits);
    else found.push(...pairs.flatMap(likely).slice(0, 1));
  }
  return found;
}

/** 收入比为, 师生比达到: the name of a ratio right before it. */
const NAMED = /[一-龥]{2,6}(?:比(?:例|值)?|之比)(?:为|是|达|达到|仅为|只有)?$/;

/** a : b is m : n. As a product: b × m ÷ n is a; where neither term is 1, b × m is a × n, as two counts of one total. */
function ratioOf([a, b]: readonly [Figure, Figure], left: Token, right: Token): Product {
  const [m, n] = [termOf(left, 'count', ''), termOf(right, 'count', '')];
  const plain = { more: [], by: ONE, as: 'ratio' } as const;
  if (isOne(left)) return { ...plain, counts: [a], rate: n, total: b };
  if (isOne(right)) return { ...plain, counts: [b], rate: m, total: a };
  return { ...plain, counts: [b], rate: m, total: a, divisor: n };
}

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
