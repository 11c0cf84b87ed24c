import { LEXICON } from '../../lexicon/lexicon.js';
import { compare, HUNDRED, reduced, sum, type Exact } from '../../text/exact.js';
import { isUsable, type Figure } from '../figures.js';
import { textOf, wordsBefore, type Clause, type Sentence } from './clauses.js';
import type { Sign } from './sign.js';
import { ONE, saysMonthly, saysOfYear, saysTotal, times } from './product.js';
import { isConsistentSum, type Sum } from './sum.js';

/* A rate for each of several groups, their numbers in the same order, and what all comes to. */

export const GRADED: Sign = { figures: 2, text: LEXICON.wordsOf('graded') };

/** No fewer groups, and no more. */
const [LEAST, MOST] = [2, 6];
const TWELVE: Exact = { digits: 12, exponent: 0 };
const HUNDREDTH: Exact = { digits: 1, exponent: -2 };

interface Said {
  readonly figure: Figure;
  readonly clause: Clause;
}

/**
 * 80至89周岁每人每月50元，90周岁以上每人每月100元。…分别为3120人和412人，每月共需19.72万元; 笔试占60%、面试占40%。笔试78.5分、面试84.0分，总成绩80.7分.
 * `next` is the sentence behind.
 */
export function gradedSums(sentence: Sentence, next?: Sentence): Sum[] {
  if (sentence.isBracket) return [];
  const own = saidIn(sentence);
  const rates = ratesIn(own.map(s => s.figure));
  if (!rates || rates.length > MOST) return [];
  const behind = own.filter(s => s.figure.start > rates.at(-1)!.start);
  for (const said of [behind, next && !next.isBracket ? saidIn(next) : []]) {
    const one = gradedSum(rates, said, saysMonthly(sentence.text));
    if (one) return [one];
  }
  return [];
}

const saidIn = ({ clauses }: Sentence): Said[] =>
  clauses.flatMap(clause => clause.figures.map(figure => ({ figure, clause })));

/** 50元、100元和300元 for each; 60% and 40%, which make a hundred. */
function ratesIn(figures: readonly Figure[]): readonly Figure[] | null {
  const amounts = figures.filter(f => f.role === 'average' && f.unit === '元');
  const weights = figures.filter(f => f.role === 'share' && f.unit === '%');
  if (amounts.length >= LEAST) return amounts.every(isUsable) ? amounts : null;
  const isWhole = weights.length >= LEAST && weights.every(isUsable);
  return isWhole && compare(sum(weights.map(f => f.value!)), HUNDRED.value) === 0 ? weights : null;
}

function gradedSum(rates: readonly Figure[], said: readonly Said[], isMonthly: boolean): Sum | null {
  const [first] = rates;
  const isWeight = first!.unit === '%';
  const counts = said.filter(({ figure: f }) => f.role === 'count' && isUsable(f) && (f.unit === '分') === isWeight);
  const from = counts.findIndex(({ figure: f }) => f.unit !== first!.unit);
  const groups = counts.slice(from, from + rates.length).map(s => s.figure);
  if (from < 0 || groups.length < rates.length || groups.some(f => f.unit !== groups[0]!.unit)) return null;
  const total = said.find(
    ({ figure: f, clause }) =>
      f.start > groups.at(-1)!.end && f.unit === (isWeight ? '分' : '元') && isTotal(clause, f),
  );
  if (!total || !isUsable(total.figure)) return null;
  // As many months as nobody tells: those of a year, where it is of a year.
  const isYearly = isMonthly && saysOfYear(textOf(wordsBefore(total.clause, total.figure)));
  const parts = groups.map((f, i): Figure => {
    const by = isWeight ? HUNDREDTH : isYearly ? TWELVE : ONE;
    const value = reduced(times(f.value!, rates[i]!.value!, by));
    return {
      ...f,
      unit: total.figure.unit,
      value,
      magnitude: total.figure.magnitude,
      isRounded: false,
      madeOf: [f, rates[i]!],
    };
  });
  return { parts, whole: total.figure, claim: 'likely' };
}
/** 每月共需19.72万元, 全年需发放236.64万元, 总成绩 */
const isTotal = (clause: Clause, figure: Figure): boolean =>
  saysTotal(clause, figure) || textOf(wordsBefore(clause, figure)).includes('需');

/** Whether the total is of the same, and not of something else as well: right, or off by less than a third. */
export function isOfGraded(one: Sum): boolean {
  const { parts, whole } = one;
  if (isConsistentSum(one)) return true;
  const all = sum(parts.map(p => p.value!));
  const [three, two]: Exact[] = [
    { digits: 3, exponent: 0 },
    { digits: 2, exponent: 0 },
  ];
  return (
    compare(times(all, two!), times(whole!.value!, three!)) < 0 &&
    compare(times(whole!.value!, two!), times(all, three!)) < 0
  );
}
