import { compare } from '../../text/exact.js';
import type { Figure } from '../figures.js';
import { isSameKind } from '../figures/units.js';
import { byNumbers, isBeyond } from './by-numbers.js';
import type { Sentence } from './clauses.js';
import { claimOf, isOfOneWhole, isOneMoreTime, shared, YEARS, type Member } from './dimensions.js';
import { quantitiesOf, type CountedItem, type List } from './items.js';
import { likelySum, likenessOf } from './likely.js';
import { colonOf, distributed, divided, restOf, returned, settled, tooLarge } from './part-lists.js';
import { isConsistentSum, isKnown, type Claim, type Sum } from './sum.js';
import { closingTotals } from './totals.js';
import { meanBefore, wholeOf, wholeWithoutLead } from './wholes.js';

/** What a paragraph has said so far. */
export interface ParagraphContext {
  /** The latest counts, oldest first, at most {@link WINDOW}. */
  readonly earlier: Figure[];
  /** What the latest breakdown was of. */
  whole: Figure | null;
  /** Of what each listed number is a part, where 其中 or the like says so. */
  readonly wholes: Map<Figure, Figure>;
  /** It is about people in office. */
  isStaff: boolean;
  /** The share that stands right behind a count: 男性436人，占53.2%; 男性436人（占53.2%）. */
  readonly shareOf: ReadonlyMap<Figure, Figure>;
}

/** As many earlier numbers as may still be what a list adds up to. */
const WINDOW = 24;

/** The sums that a sentence with these lists claims; `context` is what the paragraph said before, and is brought up to date. */
export function sumsOf(sentence: Sentence, lists: readonly List[], context: ParagraphContext): Sum[] {
  const found: Sum[] = [];
  context.isStaff ||= sentence.says.has('staff');
  const counts: Figure[] = [];
  let at = 0;
  /** The counts of the sentence that stand before clause `first`. */
  const before = (first: number): readonly Figure[] => {
    for (; at < first; at++) counts.push(...sentence.clauses[at]!.figures.filter(f => f.role === 'count'));
    return counts;
  };
  const wholes = new Map<List, Figure>();
  /** Parts of a list that goes on behind one within it: they are none of the inner list. */
  const resumed = new Set<CountedItem>();
  let previousWhole: Figure | null = null;
  for (const list of lists) {
    // One number that nothing leads to is no part of anything.
    if (list.items.length === 1 && list.lead === null && !sentence.owner) continue;
    const own = before(list.first);
    const unit = list.items[0]!.quantity.unit;
    const fitting = [...context.earlier, ...own].filter(f => isSameKind(f.unit, unit)).slice(-WINDOW);
    const nearest = wholeOf(list, sentence, own, fitting) ?? meanBefore(list, sentence);
    if (nearest) wholes.set(list, nearest);
    // 每户大米60元、食用油90元: the first was told to be what one gets, and so are the others.
    const standard = list.lead === null ? sentence.clauses[list.first - 1]?.figures.at(-1) : undefined;
    if (standard?.role === 'average' && standard.unit === unit) continue;
    if (list.outer) {
      const whole = wholes.get(list.outer);
      const going = whole ? goingOn(list, whole, context) : null;
      if (going) {
        found.push(...going.sums);
        for (const item of going.items) resumed.add(item);
      }
    }
    const items = list.items.filter(item => !resumed.has(item));
    const rest: List = items.length === list.items.length ? list : { ...list, items };
    if (nearest?.role === 'count' && list.lead !== '：')
      for (const { quantity } of items) context.wholes.set(quantity, nearest);
    if (items.length > 1) {
      found.push(...closingTotals(rest, fitting), ...returned(rest));
      found.push(...divided(rest, own, sentence), ...distributed(rest, own, sentence));
      if (nearest) found.push(...restOf(rest, nearest, fitting), ...colonOf(rest, nearest));
    }
    const primary = nearest ?? (items.length > 1 ? wholeWithoutLead(rest, sentence, fitting, context.whole) : null);
    const sums = byDimension(rest, primary, fitting, context);
    found.push(...sums);
    if ((list.lead === '其中' || list.lead === '中') && nearest) found.push(...tooLarge(rest, nearest, fitting));
    found.push(...byNumbers(rest, sentence, primary ?? (isSecondOf(rest) ? previousWhole : null), fitting));
    if (nearest && nearest.role === 'count' && list.lead !== '：' && !sentence.isBracket) context.whole = nearest;
    else if (sums.length > 0 && !sentence.isBracket) context.whole = sums[0]!.whole ?? context.whole;
    if (nearest && rest.items.length > 1) previousWhole = nearest;
  }
  if (!sentence.isBracket) {
    context.earlier.push(...before(sentence.clauses.length));
    context.earlier.splice(0, context.earlier.length - WINDOW);
  }
  return distinct(found);
}

/** 第二产业66亿元，其中工业41亿元；第三产业126亿元: where a list goes on behind one within it, it is all its parts. */
function goingOn(
  inner: List,
  whole: Figure,
  context: ParagraphContext,
): { sums: Sum[]; items: readonly CountedItem[] } | null {
  const { items: outer } = inner.outer!;
  const readings = inner.items.slice(1).map((_, i) => ({
    items: inner.items.slice(i + 1),
    all: [...outer, ...inner.items.slice(i + 1)],
  }));
  const isSame = (all: readonly CountedItem[]): boolean =>
    all.every(({ quantity: f }) => f.role === whole.role && f.unit === whole.unit);
  for (const { items, all } of readings) {
    const one: Sum = { parts: quantitiesOf(all), whole, claim: 'complete' };
    if (isSame(all) && one.parts.every(isKnown) && isKnown(whole) && isConsistentSum(one))
      return { sums: [one], items };
  }
  for (const { items, all } of readings) {
    const places = all.every(i => i.place) ? shared(all.map(i => i.place!)) : null;
    const claim =
      places && isSame(all)
        ? claimOf(
            all.map((item, i): Member => ({ place: places[i]!, band: item.band })),
            context.isStaff,
          )
        : 'none';
    if (claim !== 'none') return { sums: [{ parts: quantitiesOf(all), whole, claim }], items };
  }
  for (const { items, all } of readings) {
    const sums = isSame(all) ? likelySum(quantitiesOf(all), whole, () => likenessOf(all), 'led') : [];
    if (sums.length > 0) return { sums, items };
  }
  return inner.joint === '；' && readings[0] ? { sums: [], items: readings[0].items } : null;
}

/** The parts of one dimension after another: 男40名、女45名，35岁以下18名、36—45岁25名、46岁以上42名. */
function byDimension(
  list: List,
  primary: Figure | null,
  fitting: readonly Figure[],
  { isStaff, shareOf }: ParagraphContext,
): Sum[] {
  const found: Sum[] = [];
  const { items } = list;
  for (let from = 0; from < items.length - 1; ) {
    let to = from + 1;
    let places = items[from]!.place ? [items[from]!.place] : null;
    for (
      ;
      to < items.length && places && items[to]!.place && items[to]!.quantity.role === items[from]!.quantity.role;
      to++
    ) {
      const more = shared(items.slice(from, to + 1).map(i => i.place!));
      if (!more) break;
      places = more;
    }
    const run = items.slice(from, to);
    const behind = items[to] && isBeyond(list, to) ? undefined : items[to];
    const isAlone = isKnownOrEdge(items[from - 1], primary) && isKnownOrEdge(behind, primary);
    from = to;
    if (!places || run.length < 2 || (places[0]!.dimension === YEARS && list.lead !== '其中')) continue;
    const claim = claimOf(
      run.map((item, i): Member => ({ place: places[i]!, band: item.band })),
      isStaff,
    );
    if (claim === 'none') continue;
    const parts = quantitiesOf(run);
    const isShare = parts[0]!.role === 'share';
    const claimed: Claim = claim === 'complete' && (isAlone || isShare) ? 'complete' : 'exclusive';
    if (isShare) {
      if (
        parts.every(p => p.unit === '%') &&
        isAlone &&
        (claimed === 'complete' || run[0]!.band || isOfOneWhole(places[0]!))
      )
        found.push({ parts, whole: null, claim: claimed });
      continue;
    }
    const sums = settled(parts, claimed, primary, fitting).filter(s => !s.whole || !isOneMoreTime(s.whole, parts));
    const shares = parts.flatMap(part => shareOf.get(part) ?? []);
    // With no whole told, all the shares of all there is are a hundred.
    if (sums.length === 0 && claimed === 'complete' && shares.length === parts.length)
      found.push({ parts: shares, whole: null, claim: claimed });
    found.push(...sums);
  }
  return found;
}

/** A neighbour of no known kind may be one more of the same: 专职18人、兼职25人、志愿者40人. */
const isKnownOrEdge = (item: CountedItem | undefined, whole: Figure | null): boolean =>
  item === undefined ||
  item.place !== null ||
  item.quantity === whole ||
  (item.words.length === 1 && item.words[0]!.is('total'));

const isSecondOf = ({ items }: List): boolean => items[0]!.clause.mark === '；';

/**
 * One list may be read in two ways; the one with more parts says more, and of two alike the first. A total before the parts
 * and another behind them are two claims: 党员85名，其中男40名、女46名，共计86名.
 */
function distinct(all: readonly Sum[]): Sum[] {
  const isWrong = (s: Sum): boolean => !isConsistentSum(s);
  // Parts that exclude each other and are less than the whole tell nothing; what their numbers tell comes first.
  const sums = all.filter(
    s =>
      s.claim !== 'exclusive' ||
      isWrong(s) ||
      !all.some(o => o.claim === 'likely' && isWrong(o) && s.parts.every(p => o.parts.includes(p))),
  );
  return sums.filter(
    (s, i) =>
      !sums.some(
        (other, j) =>
          j !== i &&
          s.parts.every(p => other.parts.includes(p)) &&
          (other.parts.length > s.parts.length || (isSameWhole(other.whole, s.whole) && j < i)),
      ),
  );
}

const isSameWhole = (a: Figure | null, b: Figure | null): boolean =>
  a === b || (!!a?.value && !!b?.value && compare(a.value, b.value) === 0);
