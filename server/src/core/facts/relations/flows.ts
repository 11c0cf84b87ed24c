import { LEXICON } from '../../lexicon/lexicon.js';
import { toFloat, type Exact } from '../../text/exact.js';
import { isUsable, type Figure } from '../figures.js';
import { isSpan } from '../figures/units.js';
import { textOf, wordsBefore, type Sentence } from './clauses.js';
import { isConsistentDifference, type Difference } from './difference.js';
import { chanceOfMend, mendOf } from './evidence.js';
import type { Sign } from './sign.js';
import { together } from './sum.js';

/** What says that a number is of the beginning, and that it is of the end; what there was at one end of a time is told before what is at the next. */
const [FIRST, LAST] = [LEXICON.wordsOf('atfirst'), LEXICON.wordsOf('atlast')];
export const FLOW: Sign = { text: LAST };

/** The beginning may be told so many sentences before the end. */
const BACK = 2;
/** So few and so many flows stand between the two. */
const [FEWEST, MOST] = [2, 6];
/** Of so many it may be told by no word whether they came or went. */
const UNTOLD = 2;

/** A number of a unit with the words before it. */
interface Told {
  readonly figure: Figure;
  readonly words: string;
  /** Joined to the one before: 发行新增债券21.4亿元、再融资债券9.8亿元. */
  readonly isJoined: boolean;
}

/**
 * 年初结余21.46亿元，当年收入48.73亿元，支出45.28亿元，年末结余24.91亿元: what there was and what came, less what went, is what is left; the
 * beginning may be told before it. `sentences` are those of the paragraph, and the end is told in the one at an index.
 */
export function flowsOf(sentences: readonly Sentence[], at: number): Difference[] {
  const sentence = sentences[at]!;
  if (sentence.isBracket) return [];
  const all: Sentence[] = [];
  let [count, isBegun, isNet] = [0, false, false];
  for (let i = Math.max(0, at - BACK); i <= at; i++) {
    const one = sentences[i]!;
    if (one.isBracket) continue;
    all.push(one);
    for (const { role } of one.figures) if (role === 'count' || role === 'change') count++;
    isBegun ||= tellsBeginning(one.text, one === sentence);
    isNet ||= one.text.includes('净');
  }
  const least = isNet ? FEWEST + 1 : FEWEST + 2;
  if (count < least || !isBegun) return [];
  const found: Difference[] = [];
  for (const told of byUnit(all, least)) {
    const net = isNet ? netOf(told) : null;
    if (net) {
      found.push(net);
      continue;
    }
    const end = told.findLastIndex(t => t.figure.start >= sentence.clauses[0]!.start && says(t, LAST));
    const begin = told.findLastIndex((t, i) => i < end - FEWEST && (says(t, FIRST) || says(t, LAST)));
    if (begin < 0 || end - begin - 1 > MOST) continue;
    const one = flow(told[begin]!.figure, told.slice(begin + 1, end), told[end]!.figure);
    if (one) found.push(one);
  }
  return found;
}

/** Whether a text tells what there was at first, or, before what is at last, at the end of another time. */
function tellsBeginning(text: string, isLast: boolean): boolean {
  for (const word of FIRST) if (text.includes(word)) return true;
  let ends = 0;
  for (const word of LAST) for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) ends++;
  return ends > (isLast ? 1 : 0);
}

/** 净增加1.54亿元。期初余额4.12亿元，期末余额5.66亿元: what is left is what there was and by how much it changed, but for a slip. */
function netOf(told: readonly Told[]): Difference | null {
  const end = told.at(-1)!;
  const at = told.findLastIndex(t => says(t, FIRST));
  const first = told[at];
  const [net, ...more] = told.filter(t => LEXICON.holds(t.words, 'netted'));
  const isBetween = told.slice(at + 1, -1).some(t => t !== net);
  if (!says(end, LAST) || !first || first === end || !net || net === first || more.length > 0 || isBetween) return null;
  const isFall = net.words.includes('减');
  const [larger, smaller] = isFall ? [first.figure, end.figure] : [end.figure, first.figure];
  const one: Difference = { larger, smaller, difference: net.figure, claim: 'likely' };
  if (isConsistentDifference(one)) return one;
  const mend = mendOf([net.figure, first.figure, end.figure], value =>
    isConsistentDifference({
      larger: { ...larger, value: value(larger) },
      smaller: { ...smaller, value: value(smaller) },
      difference: { ...net.figure, value: value(net.figure) },
    }),
  );
  return mend ? { ...one, mend } : null;
}

const says = ({ words }: Told, some: readonly string[]): boolean => some.some(one => words.includes(one));

/** The numbers of each unit of which there are so many, in order; those within another are left out. */
function byUnit(sentences: readonly Sentence[], least: number): Told[][] {
  const units = new Map<string, Told[]>();
  for (const { clauses } of sentences) {
    let isWithin = false;
    /** 至2023年末，子公司17家: when, a clause before. */
    let when = '';
    for (const clause of clauses) {
      if (clause.figures.length === 0) {
        when = textOf(clause.tokens);
        continue;
      }
      isWithin = clause.lead === '其中' || (isWithin && clause.mark === '、');
      if (isWithin) continue;
      let words = '';
      for (const figure of clause.figures) {
        if (!isUsable(figure) || (figure.role !== 'count' && figure.role !== 'change') || isSpan(figure.unit)) continue;
        // 新增312户486人: of both
        words = textOf(wordsBefore(clause, figure)) || words;
        const told = units.get(figure.unit) ?? [];
        told.push({ figure, words: when + words, isJoined: clause.mark === '、' });
        units.set(figure.unit, told);
      }
      when = '';
    }
  }
  return [...units.values()].filter(told => told.length >= least);
}

/** 1 of what came, -1 of what went, 0 where no word says which. */
function signsOf(flows: readonly Told[]): number[] {
  const signs: number[] = [];
  for (const { words, isJoined } of flows) {
    const [came, went] = [LEXICON.holds(words, 'came'), LEXICON.holds(words, 'went')];
    signs.push(came !== went ? (came ? 1 : -1) : isJoined ? (signs.at(-1) ?? 0) : 0);
  }
  return signs;
}

/** So probable may a mend by chance be, where a word is missing; and so far off may it be where none is. */
const [MOST_CHANCE, NEAR] = [0.15, 0.1];

function flow(first: Figure, flows: readonly Told[], last: Figure): Difference | null {
  const told = signsOf(flows);
  const untold = told.filter(sign => sign === 0).length;
  if (untold > UNTOLD) return null;
  const readings = readingsOf(told).filter(signs => signs.includes(-1) && signs.includes(1));
  const all = [first, ...flows.map(f => f.figure), last];
  const of = (signs: readonly number[], value: (f: Figure) => Exact): Difference => {
    const own = (figures: readonly Figure[]): Figure => {
      const figure = together(figures.map(f => ({ ...f, value: value(f) })));
      return { ...figure, madeOf: figures };
    };
    const some = (sign: number): Figure[] => flows.flatMap((f, i) => (signs[i] === sign ? [f.figure] : []));
    const [came, went] = [[first, ...some(1)], some(-1)];
    return {
      larger: own(came),
      smaller: own(went),
      difference: { ...last, value: value(last) },
      claim: 'likely',
    };
  };
  const ways = readings.map(signs => ({ ...of(signs, f => f.value!), difference: last }));
  const right = ways.find(isConsistentDifference);
  if (right) return right;
  for (const [i, one] of ways.entries()) {
    const mend = mendOf(all, value => isConsistentDifference(of(readings[i]!, value)));
    const chance = mend ? chanceOfMend(all, one.larger.value!, mend.isExchange) * readings.length : 1;
    if (mend && (untold === 0 || chance <= MOST_CHANCE)) return { ...one, mend };
  }
  const [one, ...more] = ways;
  const by = one ? Math.abs(toFloat(one.larger.value!) - toFloat(one.smaller.value!) - toFloat(last.value!)) : 0;
  return one && more.length === 0 && untold === 0 && by <= toFloat(last.value!) * NEAR ? one : null;
}

/** Each way in which those that no word tells of may have come or gone. */
const readingsOf = (told: readonly number[]): number[][] =>
  told.reduce<number[][]>(
    (all, sign) =>
      all.flatMap(signs =>
        sign === 0
          ? [
              [...signs, 1],
              [...signs, -1],
            ]
          : [[...signs, sign]],
      ),
    [[]],
  );
