import { HUNDRED, maySumTo, toFloat, type Exact } from '../../text/exact.js';
import { amountOf, type Figure } from '../figures.js';
import type { Sentence } from './clauses.js';
import { mendOf } from './evidence.js';
import type { CountedItem, List } from './items.js';
import { likenessOf } from './likely.js';
import { isConsistentSum, isKnown, type Sum } from './sum.js';
import { restIn } from './totals.js';

/** How far from a hundred shares may be that were meant to make it. */
const REACH = 45;

/**
 * The shares of a list that make a hundred, or would but for one slip: 农户贷款占41.5%，企业贷款占36.2%，其他占22.3%; and
 * of counts, 东部1280家，占58.8%；中部493家，占22.6%；西部406家，占18.6%. `found` is what is known of the list already.
 */
export function shareSums(
  { says }: Sentence,
  lists: readonly List[],
  shareOf: ReadonlyMap<Figure, Figure>,
  found: readonly Sum[],
): Sum[] {
  if (says.has('open')) return [];
  return lists.flatMap(({ items }) => {
    const shares = sharesOfList(items, shareOf);
    if (
      shares.length < 3 ||
      !shares.every(isKnown) ||
      (likenessOf(items) === 'crossing' && !restIn(items.at(-1)!)) ||
      found.some(s => (s.claim === 'complete' || !isConsistentSum(s)) && s.parts.some(p => shares.includes(p)))
    )
      return [];
    const one: Sum = { parts: shares, whole: null, claim: 'likely' };
    if (maySumTo(shares.map(amountOf), HUNDRED)) return [one];
    if (Math.abs(shares.reduce((all, f) => all + toFloat(f.value!), -100)) > REACH) return [];
    const holds = (value: (f: Figure) => Exact): boolean =>
      maySumTo(
        shares.map(f => ({ ...amountOf(f), value: value(f) })),
        HUNDRED,
      );
    const mend = shares.some(f => f.value!.exponent < 0) ? mendOf(shares, holds) : null;
    return mend ? [{ ...one, mend }] : [];
  });
}

/** The items' own percentages, or those behind each of their counts; none where one has none. */
function sharesOfList(items: readonly CountedItem[], shareOf: ReadonlyMap<Figure, Figure>): Figure[] {
  const shares = items.map(({ quantity }) => (quantity.role === 'share' ? quantity : shareOf.get(quantity)));
  return shares.every(f => f?.unit === '%') ? (shares as Figure[]) : [];
}
