import { LEXICON } from '../../lexicon/lexicon.js';
import { compare, HUNDRED, maySumTo, sum, toFloat, type Exact } from '../../text/exact.js';
import { amountOf, type Figure } from '../figures.js';
import { textOf, type Clause, type Sentence } from './clauses.js';
import { mendOf } from './evidence.js';
import type { CountedItem, List } from './items.js';
import { likelySum, likenessOf } from './likely.js';
import { isConsistentSum, isKnown, type Sum } from './sum.js';
import { restIn } from './totals.js';

/** How far from a hundred shares may be that were meant to make it, and how far if it was but one slip for certain. */
const [NEAR, REACH] = [45, 85];
/** More shares of one whole nobody lists. */
const LONGEST = 24;

/**
 * The shares of a list that make a hundred, or would but for one slip: 农户贷款占41.5%，企业贷款占36.2%，其他占22.3%; and
 * of counts, 东部1280家，占58.8%；中部493家，占22.6%；西部406家，占18.6%. `found` is what is known of the list already.
 */
export function shareSums(
  sentence: Sentence,
  lists: readonly List[],
  shareOf: ReadonlyMap<Figure, Figure>,
  found: readonly Sum[],
): Sum[] {
  if (sentence.says.has('open') && !lists.some(({ items }) => restIn(items.at(-1)!))) return [];
  const isFound = (shares: readonly Figure[]): boolean =>
    found.some(s => (s.claim === 'complete' || !isConsistentSum(s)) && s.parts.some(p => shares.includes(p)));
  const crossing: Figure[] = [];
  const sums = lists.flatMap(({ items }) => {
    const listed = sharesOfList(items, shareOf);
    if (listed.length === 0) return [];
    const rest = restBehind(sentence, listed.at(-1)!);
    const shares = rest ? [...listed, rest] : listed;
    const isCrossing = likenessOf(items) === 'crossing' && !restIn(items.at(-1)!);
    if (isCrossing) crossing.push(...shares);
    return isCrossing || isFound(shares)
      ? []
      : toHundred(shares, shares.some(hasDecimals) || rest !== null || restIn(items.at(-1)!));
  });
  const told = new Set([...[...found, ...sums].flatMap(({ parts }) => parts), ...crossing]);
  return [
    ...sums,
    ...runsOf(sentence)
      .filter(({ shares }) => !shares.some(f => told.has(f)))
      .flatMap(({ shares, isLed, isTotalled }) =>
        isTotalled ? toTotal(shares) : toHundred(shares, isLed || shares.some(hasDecimals)),
      ),
  ];
}

/** “不满意”的占6.1%，其余4.2%的受访者选择“不了解”: the share that the clause behind a list begins with. */
function restBehind({ clauses, says }: Sentence, last: Figure): Figure | null {
  if (!says.has('rest')) return null;
  const next = clauses[clauses.findIndex(c => c.figures.includes(last)) + 1];
  const share = next?.tokens[0]?.is('rest') ? next.figures[0] : undefined;
  return share?.role === 'share' && share.unit === '%' && isKnown(share) ? share : null;
}

const hasDecimals = (f: Figure): boolean => f.value !== null && f.value.exponent < 0;

/** That these make a hundred, or would but for one slip, where `isTelling`: whole per cents hardly tell. */
function toHundred(shares: readonly Figure[], isTelling: boolean): Sum[] {
  if (shares.length < 3 || shares.length > LONGEST || !shares.every(isKnown)) return [];
  const one: Sum = { parts: shares, whole: null, claim: 'likely' };
  if (maySumTo(shares.map(amountOf), HUNDRED)) return [one];
  const by = Math.abs(shares.reduce((all, f) => all + toFloat(f.value!), -100));
  if (!isTelling || by > REACH) return [];
  const holds = (value: (f: Figure) => Exact): boolean =>
    maySumTo(
      shares.map(f => ({ ...amountOf(f), value: value(f) })),
      HUNDRED,
    );
  // Far from a hundred only what makes it to the last place.
  const makes = (value: (f: Figure) => Exact): boolean => compare(sum(shares.map(value)), HUNDRED.value) === 0;
  const mend = mendOf(shares, by > NEAR ? makes : holds);
  return mend ? [{ ...one, mend }] : [];
}

/**
 * Percentages one behind the other, with no number between, whatever stands before them: 煤炭56.1%、石油17.6%、其他26.3%; 占比依次为
 * 41.7%、52.6%和5.7%. `isLed`: 其中, 结构 or 分别 says that one whole is told apart.
 */
function runsOf({ clauses, figures, says }: Sentence): { shares: Figure[]; isLed: boolean; isTotalled: boolean }[] {
  if (figures.length < 3 || says.has('standard')) return [];
  const runs: Figure[][] = [[]];
  const isRate = ({ tokens, says: own }: Clause): boolean =>
    own.has('than') ||
    own.has('compare') ||
    ((own.has('ratio') || tokens.some(t => t.text.endsWith('率'))) && !LEXICON.holds(textOf(tokens), 'entire'));
  const others = new Set(clauses.filter(isRate).flatMap(c => c.figures));
  for (const f of figures)
    if (f.role === 'share' && f.unit === '%' && !others.has(f)) runs.at(-1)!.push(f);
    else runs.push([]);
  const isLed = clauses.some(c => c.lead || c.mark === '：') || says.has('dimension') || says.has('each');
  const totals = new Set(clauses.filter(c => c.says.has('total')).map(c => c.figures.at(-1)));
  return runs
    .filter(shares => shares.length > 2)
    .map(shares => ({
      shares,
      isLed: isLed && areJoinedAlike(clauses, shares),
      isTotalled: totals.has(shares.at(-1)),
    }));
}

/** 工业、商业分别占52.6%和31.9%，合计84.5%: the last is of all before it. */
function toTotal(shares: readonly Figure[]): Sum[] {
  const [whole, parts] = [shares.at(-1)!, shares.slice(0, -1)];
  if (!shares.every(isKnown)) return [];
  const sums = likelySum(parts, whole, 'unknown', 'enclosed');
  return sums.every(s => isConsistentSum(s) || s.mend) ? sums : [];
}

/** Each in the clause right behind the one before, and all joined by one mark. */
function areJoinedAlike(clauses: readonly Clause[], shares: readonly Figure[]): boolean {
  const from = clauses.findIndex(c => c.figures.includes(shares[0]!));
  const own = clauses.slice(from, from + shares.length);
  return (
    own.every((c, i) => c.figures.includes(shares[i]!)) &&
    own.slice(1).every(c => '、，'.includes(c.mark) || c.mark === own[1]!.mark)
  );
}

/** The items' own percentages, or those behind each of their counts; none where one has none. */
function sharesOfList(items: readonly CountedItem[], shareOf: ReadonlyMap<Figure, Figure>): Figure[] {
  const shares = items.map(({ quantity }) => (quantity.role === 'share' ? quantity : shareOf.get(quantity)));
  return shares.every(f => f?.unit === '%' && isKnown(f)) ? (shares as Figure[]) : [];
}
