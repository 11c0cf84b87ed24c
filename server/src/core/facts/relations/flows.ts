import type { Exact } from '../../text/exact.js';
import type { Figure } from '../figures.js';
import type { Sentence } from './clauses.js';
import { isConsistentDifference, type Difference } from './difference.js';
import { chanceOfMend, mendOf } from './evidence.js';
import { countedIn, type CountedItem } from './items.js';
import type { Sign } from './sign.js';
import { together } from './sum.js';

/** What there was at first and what is left at last stand around what came and what went. */
const LENGTH = 4;
/** What says that a number is of the beginning. */
const FIRST = ['初', '原', '上'] as const;
export const FLOW: Sign = { figures: LENGTH, text: FIRST };

/**
 * 年初结余21.46亿元，当年收入48.73亿元，支出45.28亿元，年末结余24.91亿元: what there was and what came, less what went, is what is left. Only
 * where the first and the last number say so, and the arithmetic holds or would but for one slip.
 */
export function flowsOf({ clauses }: Sentence): Difference[] {
  const items = clauses.map(countedIn).filter(item => item !== null && !item.quantity.isHan);
  for (let from = 0; from + LENGTH <= items.length; from++) {
    const [first, second, third, last] = items.slice(from, from + LENGTH) as [
      CountedItem,
      CountedItem,
      CountedItem,
      CountedItem,
    ];
    const own = [first, second, third, last];
    if (own.some(i => i.quantity.unit !== first.quantity.unit) || !areEnds(first, last)) continue;
    // What went may be told before what came.
    for (const [came, went] of [
      [second, third],
      [third, second],
    ] as const) {
      const one = flow(first.quantity, came.quantity, went.quantity, last.quantity);
      if (one) return [one];
    }
  }
  return [];
}

/** 年初结余 and 年末滚存结余, 期初在册 and 期末在册: the first says what there was, and the last what there is. */
function areEnds(first: CountedItem, last: CountedItem): boolean {
  const says = (item: CountedItem, chars: readonly string[]): boolean =>
    item.words.some(t => chars.some(c => t.text.includes(c)));
  return says(first, FIRST) && says(last, ['末', '底', '现']);
}

/** So probable may a mend by chance be. */
const MOST_CHANCE = 0.15;

function flow(first: Figure, came: Figure, went: Figure, last: Figure): Difference | null {
  const of = (value: (f: Figure) => Exact): Difference => {
    const [a, b, c, d] = [first, came, went, last].map(f => ({ ...f, value: value(f) })) as [
      Figure,
      Figure,
      Figure,
      Figure,
    ];
    return { larger: together([a, b]), smaller: c, difference: d, claim: 'likely' };
  };
  const one: Difference = { ...of(f => f.value!), smaller: went, difference: last };
  if (isConsistentDifference(one)) return one;
  const all = [first, came, went, last];
  const mend = mendOf(all, value => isConsistentDifference(of(value)));
  return mend && chanceOfMend(all, one.larger.value!, mend.isExchange) <= MOST_CHANCE ? { ...one, mend } : null;
}
