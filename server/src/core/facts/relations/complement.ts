import { LEXICON } from '../../lexicon/lexicon.js';
import { HUNDRED, maySumTo } from '../../text/exact.js';
import { amountOf, isPercentage } from '../figures.js';
import { textOf, wordsBefore, wordsBetween, type Sentence } from './clauses.js';
import { mendOf } from './evidence.js';
import type { Sign } from './sign.js';
import { isConsistentSum, isKnown, type Sum } from './sum.js';

/** What the other is named by. */
const RATE = '率';
/** The two stand in neighbouring clauses, the second behind a word for the rest. */
const REST = LEXICON.wordsOf('remaining');
export const COMPLEMENT: Sign = { text: REST };

/** 认证率为98.3%，尚有1.7%的人员未认证: who is and who is not are all, but for a slip. */
export function complementsOf({ clauses, units, text }: Sentence): Sum[] {
  if (!units.has('%') || !text.includes(RATE)) return [];
  return clauses.slice(1).flatMap((clause, i): Sum[] => {
    const before = clauses[i]!;
    const [[rate, ...more], [rest, ...others]] = [before.figures, clause.figures];
    if (!rate || !rest || more.length > 0 || others.length > 0) return [];
    if (![rate, rest].every(f => isPercentage(f) && isKnown(f) && f.value!.exponent < 0)) return [];
    const behind = textOf(wordsBetween(clause, rest.end, clause.end)) + textOf(clauses[i + 2]?.tokens ?? []);
    const isRest = REST.some(word => textOf(wordsBefore(clause, rest)).startsWith(word));
    const isRate = textOf(wordsBefore(before, rate)).includes(RATE);
    if (!isRest || !isRate || !LEXICON.holds(behind, 'negation')) return [];
    const one: Sum = { parts: [rate, rest], whole: null, claim: 'likely' };
    if (isConsistentSum(one)) return [one];
    const mend = mendOf(one.parts, value =>
      maySumTo(
        one.parts.map(f => ({ ...amountOf(f), value: value(f) })),
        HUNDRED,
      ),
    );
    return mend ? [{ ...one, mend }] : [];
  });
}
