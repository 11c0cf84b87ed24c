import type { Exact } from '../../text/exact.js';
import { isUsable, type Figure } from '../figures.js';
import { factorBetween } from '../figures/units.js';
import { textOf, wordsBefore, type Clause, type Sentence } from './clauses.js';
import { eachIn, isCalled } from './each.js';
import { mendOf } from './evidence.js';
import { digitsOf, measureOf, saysTotal, TELLING_TOTAL, times } from './product.js';
import type { Sign } from './sign.js';
import { isConsistentSum, type Sum } from './sum.js';

export const BUNDLE: Sign = { roles: ['average'] };

/**
 * 35家、每家奖励20万元，48家、每家奖励10万元，共1180万元: what several numbers make with a standard each. They are right, or but for a slip
 * of the total.
 */
export function bundlesOf(sentences: readonly Sentence[]): Sum[] {
  const found: Sum[] = [];
  let parts: Figure[] = [];
  let [count, rate]: [Figure | null, Figure | null] = [null, null];
  for (const { clauses, isBracket } of sentences)
    for (const clause of isBracket ? [] : clauses)
      for (const figure of clause.figures) {
        if (!isUsable(figure)) continue;
        if (figure.role === 'average') {
          // 每亩12元 behind 11.24万户 is of a number told behind it.
          const each = eachIn(textOf(wordsBefore(clause, figure)));
          if (each && count && measureOf(each) && !isCalled(count, each)) count = null;
          if (count && factorBetween(figure.unit, count.unit) === null) parts.push(partOf(count, figure));
          rate = count ? null : figure;
          count = null;
          continue;
        }
        // 每人3000元，200人；每人2000元，150人
        if (rate && figure.role === 'count' && factorBetween(figure.unit, rate.unit) === null) {
          parts.push(partOf(rate, figure));
          rate = null;
          continue;
        }
        if (parts.length > 1 && parts.every(p => p.unit === figure.unit) && saysTotal(clause, figure)) {
          found.push(...bundle(parts, figure, clauses));
          parts = [];
        }
        count = figure.role === 'count' ? figure : null;
      }
  return found;
}

function bundle(parts: readonly Figure[], whole: Figure, clauses: readonly Clause[]): Sum[] {
  const one: Sum = { parts, whole, claim: 'likely' };
  const holdsOf = (value: (f: Figure) => Exact): boolean =>
    isConsistentSum({ ...one, whole: { ...whole, value: value(whole) } });
  if (holdsOf(f => f.value!)) return [one];
  const mend = digitsOf(whole) < TELLING_TOTAL ? null : mendOf([whole], holdsOf);
  if (mend) return [{ ...one, mend }];
  // 两档相加
  const isCounted = clauses.some(c => c.tokens[0]?.kind === 'number' && c.tokens[0].value?.digits === parts.length);
  return isCounted ? [one] : [];
}

/** What a number and its standard make, as a part of the total. */
const partOf = (a: Figure, b: Figure): Figure => ({
  ...(a.role === 'average' ? a : b),
  role: 'count',
  start: a.start,
  end: b.end,
  value: times(a.value!, b.value!),
});
