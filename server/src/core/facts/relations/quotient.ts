import type { Token } from '../../lexicon/tokens.js';
import { isUsable, type Figure } from '../figures.js';
import { textOf, wordsBefore, type Clause, type Sentence } from './clauses.js';
import { mendOf } from './evidence.js';
import { isConsistentProduct, type Product } from './product.js';
import { isColon } from './ratio.js';

/* How many times one number is another: 师生比为1:15, 是十年前的4倍, 增长3.8倍. */

/** The ratios a sentence names, of two numbers of its own. `tokens` are those of the sentence, marks included. */
export function namedRatios({ clauses }: Sentence, tokens: readonly Token[]): Product[] {
  const found: Product[] = [];
  for (let i = 1; i + 2 < tokens.length; i++) {
    const [left, colon, right] = [tokens[i]!, tokens[i + 1], tokens[i + 2]!];
    if (left.kind !== 'number' || !isColon(colon) || right.kind !== 'number') continue;
    if (isColon(tokens[i - 1]) || isColon(tokens[i + 3]) || !left.value || !right.value) continue;
    const name = nameBefore(tokens, i);
    const one = isOne(left) ? right : isOne(right) ? left : null;
    if (!name || !one || (isOne(left) && isOne(right))) continue;
    const counts = clauses
      .flatMap(clause => clause.figures.map(figure => ({ clause, figure })))
      .filter(({ figure: f }) => f.end <= left.start && (f.role === 'count' || f.role === 'average') && isUsable(f));
    if (counts.length !== 2) continue;
    const [first, second] = counts as [Named, Named];
    // 师生比 1:15 and 城乡比 1.9:1: of which of the two is told by where the one stands, if both are named in that order.
    const pairs = [
      { total: first, count: second },
      { total: second, count: first },
    ].map(
      ({ total, count }): Product => ({ total: total.figure, count: count.figure, rate: rateOf(one), as: 'ratio' }),
    );
    const fits = pairs.find(isConsistentProduct);
    if (fits) found.push(fits);
    else found.push(...pairs.flatMap(likely).slice(0, 1));
  }
  return found;
}

interface Named {
  readonly clause: Clause;
  readonly figure: Figure;
}

const isOne = ({ value }: Token): boolean => value?.digits === 1 && value.exponent === 0;

/** 收入比为, 师生比达到: the name of a ratio right before it. */
const nameBefore = (tokens: readonly Token[], at: number): string | null =>
  /([一-龥]{2,6}比(?:例|值)?)(?:为|是|达|达到|约为|仅为|只有)?$/.exec(
    textOf(tokens.slice(Math.max(0, at - 8), at)),
  )?.[1] ?? null;

/** A slip in the ratio or in a number of at least two digits would make it right. */
function likely(one: Product): Product[] {
  const mend = mendOf([one.rate], value =>
    isConsistentProduct({ ...one, rate: { ...one.rate, value: value(one.rate) } }),
  );
  return mend ? [{ ...one, mend }] : [];
}

const rateOf = ({ start, end, value }: Token): Figure => ({
  start,
  end,
  value,
  role: 'count',
  unit: '',
  isApproximate: false,
  isRounded: true,
  isBlank: false,
  isHan: false,
  label: '',
  magnitude: 0,
  bounds: null,
});

/** What a multiple may be of, and be of the number it became from: 十年前, 上年, 2015年, 期初. */
const BEFORE = /^(?:[是为达到约已相当于近超过]*)(?:.{0,8}(?:前|年|初|期|末|底|时|原来|原先|过去|当初)的?)?$/;

/** 由2.4万户增加到9.6万户，是十年前的4倍; 增长3倍. `from` and `to` are what the clause before says became what. */
export function multiplesOf({ clauses }: Sentence, moves: readonly { from: Figure | null; to: Figure }[]): Product[] {
  return clauses.flatMap((clause, i) =>
    clause.figures.flatMap((figure): Product[] => {
      if (figure.unit !== '倍' || !isUsable(figure)) return [];
      const before = [...clause.figures.filter(f => f.end <= figure.start), ...(clauses[i - 1]?.figures ?? [])];
      const move = moves.find(m => m.from && before.includes(m.to) && m.from.value!.digits > 0);
      if (!move) return [];
      const words = wordsBefore(clause, figure);
      const isGrowth = words.some(t => t.is('change') && t.as('change')!.attributes['up'] !== undefined);
      if (words.some(t => t.is('otherwise')) || (!isGrowth && !BEFORE.test(textOf(words)))) return [];
      return [{ count: move.from!, total: move.to, rate: figure, as: isGrowth ? 'growth' : 'multiple' }];
    }),
  );
}
