import { LEXICON } from '../../lexicon/lexicon.js';
import type { WordClass } from '../../lexicon/words.js';
import { maySumTo, minus, compare, type Exact } from '../../text/exact.js';
import { amountOf, isUsable, type Figure } from '../figures.js';
import { isSameKind } from '../figures/units.js';
import { startingIn } from '../../text/search.js';
import { textOf, wordsBefore, wordsBetween, type Clause, type Sentence } from './clauses.js';
import { saysOverlap } from './by-numbers.js';
import { mendOf, type Mend } from './evidence.js';
import type { Sign } from './sign.js';

/** `larger` less `smaller` is `difference`: 核定编制126名，实有97名，缺编29名. */
export interface Difference {
  readonly larger: Figure;
  readonly smaller: Figure;
  readonly difference: Figure;
  /** `stated`: the text says so; `likely`: the numbers do, but for one slip of the pen. */
  readonly claim: 'stated' | 'likely';
  readonly mend?: Mend;
}

/** Whether it can be true. */
export const isConsistentDifference = (d: Omit<Difference, 'claim'>): boolean => holds(d, f => f.value!);

const holds = (d: Omit<Difference, 'claim'>, value: (f: Figure) => Exact): boolean =>
  maySumTo(
    [d.smaller, d.difference].map(f => ({ ...amountOf(f), value: unsigned(value(f)) })),
    { ...amountOf(d.larger), value: value(d.larger) },
  );

/** 自然增长率为-1.73‰ is the difference of two rates, whichever is the greater. */
const unsigned = ({ digits, exponent }: Exact): Exact => ({ digits: Math.abs(digits), exponent });

/** Without the zeros at its end: 600 has one. */
const tellingDigits = ({ digits }: Exact): number => {
  let rest = Math.abs(digits);
  while (rest > 9 && rest % 10 === 0) rest /= 10;
  return String(rest).length;
};

/** So many digits must a difference have to tell of which of several numbers it is. */
const TELLING = 3;
/** So many numbers before the difference may be those it is of. */
const REACH = 4;

export const DIFFERENCE: Sign = { words: ['difference', 'than', 'compare'] };

/**
 * The differences a sentence states of two numbers, its own or the last of the paragraph before it; `all` are the paragraph's, those
 * in brackets among them, and `wholes` tells of what each listed number is a part.
 */
export function differencesOf(
  { clauses }: Sentence,
  earlier: readonly Figure[],
  all: readonly Figure[],
  wholes: ReadonlyMap<Figure, Figure>,
): Difference[] {
  const seen: Figure[] = [];
  /** 其中女干部31人: a part, though nothing adds up with it. */
  const within = new Set<Figure>();
  return clauses.flatMap(clause =>
    clause.figures.flatMap(figure => {
      // 提高12个百分点，比2020年高出15%: points are the difference, and what is told behind them is a rate.
      if (figure.unit === '%' && seen.at(-1)?.unit === '个百分点') return [];
      const own = seen.filter(f => isOfKind(f, figure));
      const word = differenceWord(clause, figure);
      const compared = word ? null : comparedIn(clause, figure, own, all);
      if (figure.role !== 'band') seen.push(figure);
      if (clause.lead === '其中') within.add(figure);
      if (!isUsable(figure)) return [];
      if (compared) return differenceAmong(compared, figure, 'weak');
      // 缺技术的51户，缺本钱的46户，两头都缺的22户: they are no two of which one is less.
      if (!word || saysOverlap(clauses)) return [];
      const far = own.length < 2 ? earlier.filter(f => isOfKind(f, figure)) : [];
      const found = differenceAmong([...far, ...own].slice(-REACH), figure, far.length > 0 ? 'weak' : word);
      const [one] = found;
      const isOfPart = clause.lead === '其中' || (one && within.has(one.smaller) && !within.has(one.larger));
      if (one ? !isOfPart || isConsistentDifference(one) : wholes.size === 0) return found;
      // 其中涉农贷款净增5.2亿元: of a part.
      if (clause.lead === '其中') return [];
      // 编制148名，其中行政45名、事业103名。实有139人，包括行政41人、事业98人，空编9名: of the two that are no parts.
      const pair: Figure[] = [];
      for (const f of [...earlier, ...seen])
        if (f !== figure && !wholes.has(f) && !within.has(f) && isOfKind(f, figure)) pair.push(f);
      return pair.length === 2 ? differenceAmong(pair, figure, 'weak') : [];
    }),
  );
}

/** Whether a number may be one of the two: points are between percentages, of growth as well. */
const isOfKind = (f: Figure, { unit }: Figure): boolean =>
  unit === '个百分点' ? f.unit === '%' : f.role !== 'change' && isSameKind(f.unit, unit);

type Strength = 'strong' | 'weak';

/** 缺编, 净增 right before a number. */
function differenceWord(clause: Clause, figure: Figure): Strength | null {
  if (!clause.says.has('difference')) return null;
  const words = wordsBefore(clause, figure);
  const at = words.findLastIndex(t => t.is('difference'));
  // 0.85亿元缺口, 36名空缺
  if (at < 0)
    return wordsBetween(clause, figure.end, clause.end)
      .find(t => t.text !== '的')
      ?.is('difference')
      ? 'weak'
      : null;
  const behind = words.slice(at + 1).filter(t => !t.is('link') && !t.is('unit') && !t.is('ratio'));
  // 净增党员72名: of what, in a word.
  if (behind.length > 1 || behind.some(t => t.kind === 'mark' || t.text.length > 4)) return null;
  const isStrong = words[at]!.as('difference')!.attributes['strong'] !== undefined;
  // 缺水0.36亿立方米: of what, in a word that nothing else belongs to. 目标缺失的5个: one digit is a slip of any other.
  const isBeside = behind.length === 1 && behind[0]!.text.length === 1 && tellsMore(figure);
  return behind.length === 0 ? (isStrong ? 'strong' : 'weak') : isStrong || isBeside ? 'weak' : null;
}

const tellsMore = ({ value }: Figure): boolean => value !== null && tellingDigits(value) > 1;

/**
 * The two numbers of which one is compared with the other: 我县18,930元，比全市平均水平20,415元低1,485元; 甲村120户、乙村102户，甲村比乙村多18户;
 * 增速高于城镇居民2个百分点. What it is called, 低, 快, 提前, does not matter.
 */
function comparedIn(
  clause: Clause,
  figure: Figure,
  seen: readonly Figure[],
  own: readonly Figure[],
): readonly Figure[] | null {
  if (!clause.says.has('than') && !clause.says.has('compare')) return null;
  const words = wordsBetween(clause, clause.start, figure.start);
  const from = words.findIndex(t => t.is('than') || t.is('compare'));
  if (from < 0) return null;
  const other = seen.at(-1);
  const isTold = other !== undefined && clause.figures.includes(other) && other.start > words[from]!.start;
  const isBehind = isTold && clause.figures.indexOf(figure) === clause.figures.indexOf(other) + 1;
  // 比年初预算17.9亿元超收0.74亿元, 比一季度的3.8%加快0.9个百分点
  const isTarget = (): boolean =>
    LEXICON.holds(textOf(words.filter(t => t.start < other!.start).slice(from)), 'target');
  if (isBehind && (figure.unit === '个百分点' || isTarget())) return seen.slice(-2);
  // 比上年, 比2020年: what it was before is a change.
  const at = words.findIndex(t => t.is('than'));
  if (at < 0 || words.slice(at).some(t => t.isAny(WHEN) || t.kind === 'number')) return null;
  if (isTold) return isBehind ? seen.slice(-2) : null;
  // 比全市平均水平（3.05人）少0.34人
  const aside = asideIn(clause, words[at]!.start, figure, own);
  if (aside && other && !clause.figures.some(f => f.start > words[at]!.start && f.end < figure.start))
    return [other, aside];
  // 比全省平均水平: no number told before.
  if (clause.figures.length > 1 || words.slice(at).some(t => t.is('elsewhere') || t.is('average'))) return null;
  return at > 0 ? seen.slice(-REACH) : null;
}

/** 比上年, 比上半年: with the same of another time. */
const WHEN: ReadonlySet<WordClass> = new Set(['time', 'compare', 'each', 'when']);

/** The one figure of its kind in brackets between a word and a figure behind it. */
function asideIn({ figures }: Clause, from: number, figure: Figure, all: readonly Figure[]): Figure | null {
  const within = startingIn(all, { start: from, end: figure.start }).filter(f => !figures.includes(f));
  return within.length === 1 && isOfKind(within[0]!, figure) && isUsable(within[0]!) ? within[0]! : null;
}

export function differenceAmong(before: readonly Figure[], difference: Figure, word: Strength): Difference[] {
  if (!before.every(isUsable)) return [];
  const pairs = before.flatMap((b, j) =>
    before.slice(0, j).flatMap((a): Difference[] => {
      const [larger, smaller] = compare(a.value!, b.value!) >= 0 ? [a, b] : [b, a];
      return (a.unit === '%') === (b.unit === '%') ? [{ larger, smaller, difference, claim: 'stated' }] : [];
    }),
  );
  const right = pairs.findLast(isConsistentDifference);
  if (right) return [right];
  // Of two numbers there is one difference; of more it is of the last two, if a slip of its own says so.
  if (pairs.length > 1 && tellingDigits(difference.value!) >= TELLING) {
    const one = pairs.at(-1)!;
    const mend = mendOf([difference], value => holds(one, value));
    return mend ? [{ ...one, claim: 'likely', mend }] : [];
  }
  if (pairs.length !== 1 || minus(pairs[0]!.larger.value!, pairs[0]!.smaller.value!).digits === 0) return [];
  const one = pairs[0]!;
  if (word === 'strong') return [one];
  // A slip may have made the smaller of them the larger.
  return [one, { ...one, larger: one.smaller, smaller: one.larger }]
    .flatMap((d): Difference[] => {
      const mend = mendOf([difference, d.smaller, d.larger], value => holds(d, value));
      return mend ? [{ ...d, claim: 'likely', mend }] : [];
    })
    .slice(0, 1);
}
