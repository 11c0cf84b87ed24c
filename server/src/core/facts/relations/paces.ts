import { LEXICON } from '../../lexicon/lexicon.js';
import type { Token } from '../../lexicon/tokens.js';
import type { Exact } from '../../text/exact.js';
import { isUsable, type Figure } from '../figures.js';
import type { FigureChange } from './change.js';
import { likelyOrRight } from './changes.js';
import { textOf, wordsBefore, type Clause, type Sentence } from './clauses.js';
import { differenceAmong, type Difference } from './difference.js';
import { yearsIn } from './each.js';
import { monthsIn } from './periods.js';
import type { Sign } from './sign.js';

/* How fast something grows: 增长11.6%，上年增速为7.7%，加快3.9个百分点; 三年累计增长23.9%，年均增长7.4%. */

/** Points that are of a pace, or another's rate that tells what they are from. */
export const PACE: Sign = { figures: 3, text: LEXICON.wordsOf('paced') };
/** What stands before a number of points, without what it is of. */
const PACES = LEXICON.wordsOf('pace');

/** A rate with the words before it. */
interface Told {
  readonly figure: Figure;
  readonly words: readonly Token[];
}

/** The points between two rates that a sentence tells, where one is of another time or place and the points are of nothing else. */
export function pacesOf({ clauses, figures, isBracket }: Sentence): Difference[] {
  if (isBracket) return [];
  const rates = figures.filter(f => f.unit === '%');
  const [points, ...more] = figures.filter(f => f.unit === '个百分点');
  if (rates.length !== 2 || !points || more.length > 0 || ![...rates, points].every(isUsable)) return [];
  const [step, ...told] = [points, ...rates].map((figure): Told => {
    const clause = clauses.find(c => c.figures.includes(figure))!;
    return { figure, words: wordsBefore(clause, figure) };
  });
  const other = told.find(t => isOfOther(t.words, step!.words));
  const one = told.find(t => t !== other);
  // Of one digit any other is a slip: 加快0.9个百分点, from whatever time.
  if (points.value!.digits < 10 && !other?.words.some(isAgo)) return [];
  if (!other || !one || !saysGrowth(one.words) || !saysGrowth(other.words) || !isPace(step!.words)) return [];
  return differenceAmong([one.figure, other.figure], points, 'weak');
}

/** 上年增速为, 一季度增长 beside 上半年; 全国增长 of 高于全国. */
function isOfOther(words: readonly Token[], step: readonly Token[]): boolean {
  // 比上年增长 is of this year.
  if (words.some(t => t.is('than') || t.is('compare'))) return false;
  const place = LEXICON.wordsOf('allof').find(word => textOf(words).startsWith(word));
  const than = step.findIndex(t => t.is('than') || t.is('compare'));
  if (place !== undefined) return than >= 0 && textOf(step.slice(than)).includes(place);
  return words.some(isAgo) || (than < 0 && monthsIn(words).some(m => m.from === 1));
}

const isAgo = (t: Token): boolean => t.as('time')?.attributes['ago'] !== undefined;
const saysGrowth = (words: readonly Token[]): boolean =>
  words.some(t => t.is('change')) || textOf(words).includes('增速');

/** 加快, 增速比上年加快, 高于全国; not 占比提高. */
function isPace(words: readonly Token[]): boolean {
  const text = textOf(words.filter(t => !t.is('time') && !t.is('compare') && !t.is('opening') && !t.is('link')));
  const rest = PACES.reduce((all, word) => all.replaceAll(word, ''), text);
  return rest === '' || LEXICON.wordsOf('allof').some(place => rest === place);
}

/** What tells by how much something grows a year, beside how much it grew in all. */
export const YEARLY: Sign = { figures: 2, text: ['累计增长'] };
const HUNDRED: Exact = { digits: 100, exponent: 0 };

/** 三年累计增长23.9%，年均增长7.4%: a number that was a hundred. */
export function yearlyOfAll({ clauses, isBracket }: Sentence): FigureChange[] {
  if (isBracket) return [];
  return clauses.flatMap((clause, i): FigureChange[] => {
    const [all, yearly] = [growthIn(clauses[i - 1], '累计'), growthIn(clause, '年均')];
    const [years] = all && yearly ? yearsIn(textOf(clauses[i - 1]!.tokens)) : [];
    // 其中工业年均增长8.8%
    const isOfAll = yearly !== null && clause.lead === null && textOf(wordsBefore(clause, yearly)).startsWith('年均');
    if (!all || !isOfAll || years === undefined || years < 2) return [];
    const from: Figure = { ...all, unit: '', value: HUNDRED, isRounded: false, madeOf: [all] };
    const to: Figure = {
      ...all,
      unit: '',
      value: { digits: 10 ** (2 - all.value!.exponent) + all.value!.digits, exponent: all.value!.exponent },
    };
    return likelyOrRight({ from, to, difference: null, change: yearly, by: 'percent', isDecrease: false, years });
  });
}

/** The one rate of a clause, which says how it is meant. */
function growthIn(clause: Clause | undefined, how: string): Figure | null {
  const [figure, ...more] = clause?.figures.filter(f => f.unit === '%') ?? [];
  const words = figure ? wordsBefore(clause!, figure) : [];
  const isRise = words.some(t => t.as('change')?.attributes['up'] !== undefined);
  return figure && more.length === 0 && isUsable(figure) && isRise && textOf(words).includes(how) ? figure : null;
}
