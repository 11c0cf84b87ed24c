import { LEXICON, senseOf } from '../../lexicon/lexicon.js';
import { compare } from '../../text/exact.js';
import { isUsable, type Figure } from '../figures.js';
import { isSpan } from '../figures/units.js';
import type { Sign } from './sign.js';
import type { FigureChange } from './change.js';
import { likelyOrRight } from './changes.js';
import { areOfOne, whatIn } from './periods.js';
import { fallIn as moveIn } from './steps.js';
import { textOf, wordsBefore, type Clause, type Sentence } from './clauses.js';

/* 逐年下降, 逐季加快: that each number of a series is less, or more, than the one before. */

/** So many numbers at least are a series. */
const LEAST = 3;
/** 逐年, or a quarter that is compared with another. */
export const TREND: Sign = { figures: LEAST, words: ['than'], text: LEXICON.wordsOf('stepwise') };
/** So far behind 逐年 may it say whether it rose or fell. */
const REACH = 6;

/** The neighbours of a series in time, each with the direction that the sentence says all of them have. */
export function trendsOf({ clauses, isBracket }: Sentence): FigureChange[] {
  if (isBracket) return [];
  const isDecrease = trendIn(clauses.map(c => textOf(c.tokens)).join('，'));
  const isCompared = clauses.some(c => quartersIn(c).length === COMPARED);
  const series = isDecrease === null && !isCompared ? [] : seriesIn(clauses);
  if (series.length < LEAST) return [];
  return [
    ...(isDecrease === null ? [] : neighbours(series, isDecrease)),
    ...(isCompared && series.length === QUARTERS ? clauses.flatMap(c => between(c, series)) : []),
  ];
}

function neighbours(series: readonly Figure[], isDecrease: boolean): FigureChange[] {
  const all = series.slice(1).flatMap((to, i): FigureChange[] => {
    const from = series[i]!;
    if (compare(from.value!, to.value!) === 0) return [];
    return [{ from, to, difference: null, change: null, by: 'direction', isDecrease, claim: 'likely' }];
  });
  const isWrong = ({ from, to }: FigureChange): boolean => compare(from!.value!, to.value!) < 0 === isDecrease;
  // Where most of them go the other way, something else was meant to fall.
  return all.filter(isWrong).length * 2 <= all.length ? all : [];
}

const [QUARTERS, COMPARED] = [4, 2];
/** 四季度比一季度: the numbers of the quarters a clause compares. */
const quartersIn = ({ tokens, says }: Clause): number[] =>
  says.has('than')
    ? tokens.flatMap((t, i) => (t.kind === 'number' && tokens[i + 1]?.text === '季度' ? (t.value?.digits ?? []) : []))
    : [];

/** 四季度比一季度高1.2个百分点, of the numbers of four quarters. */
function between(clause: Clause, series: readonly Figure[]): FigureChange[] {
  const [later, earlier] = quartersIn(clause);
  const [to, from] = [series[later! - 1], series[earlier! - 1]];
  const [change, ...more] = clause.figures;
  if (!to || !from || !change || more.length > 0 || !isUsable(change)) return [];
  const isFall = moveIn(wordsBefore(clause, change));
  const isPoints = change.unit === '个百分点' && to.unit === '%';
  if (isFall === null || !(isPoints || change.unit === to.unit)) return [];
  return likelyOrRight({ from, to, difference: null, change, by: 'amount', isDecrease: isFall });
}

/** Whether it fell step by step; null where nothing says so, or both. */
function trendIn(text: string): boolean | null {
  let found: boolean | null = null;
  for (let at = 0; at < text.length; at++) {
    const word = LEXICON.longestAt(text, at, 'stepwise');
    if (!word) continue;
    const isFall = fallIn(text.slice(at + word.text.length, at + word.text.length + REACH));
    if (isFall === null) continue;
    if (found !== null && found !== isFall) return null;
    found = isFall;
  }
  return found;
}

function fallIn(text: string): boolean | null {
  for (let at = 0; at < text.length && text[at] !== '，'; at++) {
    const word = LEXICON.longestAt(text, at, 'drift');
    if (word) return senseOf(word, 'drift')!.attributes['down'] !== undefined;
  }
  return null;
}

/** The numbers of one unit one behind the other, each of a time of its own: 2021年14起，2022年17起; 四个季度分别为4.8%、4.6%、5.4%. */
function seriesIn(clauses: readonly Clause[]): Figure[] {
  // 四个季度 says how many there are.
  const isOf = ({ role, unit, isHan }: Figure): boolean =>
    role !== 'band' && unit !== '个百分点' && !isSpan(unit) && !isHan;
  let run: Figure[] = [];
  let isListed = false;
  let first = '';
  for (const clause of clauses) {
    const own = clause.figures.filter(isOf);
    if (own.length === 0) continue;
    const [figure, ...more] = own as [Figure, ...Figure[]];
    const words = wordsBefore(clause, figure);
    const isTimed = words.some(
      (t, i) => t.kind === 'number' && LEXICON.longestAt(words[i + 1]?.text ?? '', 0, 'timed') !== null,
    );
    const isNext = run.length > 0 && figure.unit === run[0]!.unit && (isListed || figure.role === run[0]!.role);
    if (more.length > 0 || !isUsable(figure)) {
      if (run.length >= LEAST) break;
      run = [];
      continue;
    }
    const [isEach, what] = [words.some(t => t.is('each')), whatIn(words)];
    if (isNext && (isListed ? clause.mark === '、' && words.length === 0 : isTimed && areOfOne(first, what)))
      run.push(figure);
    else {
      if (run.length >= LEAST) break;
      run = isEach || isTimed ? [figure] : [];
      isListed = isEach;
      first = what;
    }
  }
  return run;
}
