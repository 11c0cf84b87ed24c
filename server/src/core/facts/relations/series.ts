import type { Figure } from '../figures.js';
import type { Sentence } from './clauses.js';
import type { CountedItem, List } from './items.js';
import { likelySum, likenessOf } from './likely.js';
import { isKnown, type Sum } from './sum.js';
import { restIn } from './totals.js';

/** Sentences one behind the other that count one thing each. */
export interface Series {
  items: CountedItem[];
}

/** A series of more sentences is none: what a list may be long. */
const LONGEST = 24;

/**
 * 排查隐患1273处。建筑施工领域318处。道路交通领域446处。其余509处…: a total and its parts, each in a sentence of its own. Adds the
 * sentence to the series, and tells what the series says where the sentence ends it; null ends the paragraph.
 */
export function seriesSums(series: Series, sentence: Sentence | null, lists: readonly List[]): Sum[] {
  if (sentence?.isBracket) return [];
  const item = sentence && lists.length === 1 && lists[0]!.items.length === 1 ? lists[0]!.items[0]! : null;
  const [first] = series.items;
  const isLong = series.items.length > LONGEST;
  const isNext = !isLong && item?.quantity.role === 'count' && (!first || first.quantity.unit === item.quantity.unit);
  if (isNext && sentence!.clauses.filter(c => c.figures.some(f => f.role === 'count')).length === 1) {
    series.items.push(item);
    return restIn(item) && series.items.length > 2 ? close(series) : [];
  }
  const sums = close(series);
  if (item?.quantity.role === 'count') series.items.push(item);
  return sums;
}

function close(series: Series): Sum[] {
  const [whole, ...parts] = series.items;
  series.items = [];
  if (!whole || parts.length < 2 || !isKnown(whole.quantity)) return [];
  const figures: Figure[] = parts.map(p => p.quantity);
  if (restIn(parts.at(-1)!)) return [{ parts: figures, whole: whole.quantity, claim: 'complete' }];
  if (parts.length < 3) return [];
  return likelySum(figures, whole.quantity, likenessOf(parts) === 'crossing' ? 'crossing' : 'unknown', 'led');
}
