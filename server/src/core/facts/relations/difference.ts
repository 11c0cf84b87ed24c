import { maySumTo, minus, compare, type Exact } from '../../text/exact.js';
import { amountOf, isUsable, type Figure } from '../figures.js';
import { isSameKind } from '../figures/units.js';
import { wordsBefore, type Clause, type Sentence } from './clauses.js';
import { mendOf, type Mend } from './evidence.js';

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
    [d.smaller, d.difference].map(f => ({ ...amountOf(f), value: value(f) })),
    { ...amountOf(d.larger), value: value(d.larger) },
  );

/** So many numbers before the difference may be those it is of. */
const REACH = 4;

/** The differences a sentence states of two of its numbers. */
export function differencesOf({ clauses, says }: Sentence): Difference[] {
  if (!says.has('difference') && !says.has('than')) return [];
  const seen: Figure[] = [];
  return clauses.flatMap(clause =>
    clause.figures.flatMap(figure => {
      const word = differenceWord(clause, figure) ?? comparedWord(clause, figure);
      const before = seen.filter(f => isSameKind(f.unit, figure.unit)).slice(-REACH);
      if (figure.role !== 'change' && figure.role !== 'band') seen.push(figure);
      return word && isUsable(figure) ? differenceAmong(before, figure, word) : [];
    }),
  );
}

type Strength = 'strong' | 'weak';

/** 缺编, 净增 right before a number. */
function differenceWord(clause: Clause, figure: Figure): Strength | null {
  const words = wordsBefore(clause, figure);
  const at = words.findLastIndex(t => t.is('difference'));
  if (at < 0) return null;
  const behind = words.slice(at + 1).filter(t => !t.is('link') && !t.is('unit'));
  // 净增党员72名: of what, in a word.
  if (behind.length > 1 || behind.some(t => t.kind === 'mark' || t.text.length > 4)) return null;
  const isStrong = words[at]!.as('difference')!.attributes['strong'] !== undefined;
  return behind.length === 0 ? (isStrong ? 'strong' : 'weak') : isStrong ? 'weak' : null;
}

/** 比上年, 比全省平均水平: no number told before. */
const OTHERS = ['time', 'compare', 'elsewhere', 'average'] as const;

/** 我县比邻县低0.43万元, 甲村比乙村多18户: by how much one is more than another, both told before. */
function comparedWord(clause: Clause, figure: Figure): Strength | null {
  const words = wordsBefore(clause, figure);
  const at = words.findIndex(t => t.is('than'));
  const isOfTwo = at > 0 && !words.slice(at).some(t => OTHERS.some(of => t.is(of)) || t.kind === 'number');
  return figure.role === 'change' && isOfTwo && clause.figures.length === 1 ? 'weak' : null;
}

function differenceAmong(before: readonly Figure[], difference: Figure, word: Strength): Difference[] {
  if (!before.every(isUsable)) return [];
  const pairs = before.flatMap((b, j) =>
    before.slice(0, j).flatMap((a): Difference[] => {
      const [larger, smaller] = compare(a.value!, b.value!) >= 0 ? [a, b] : [b, a];
      return (a.role === 'share') === (b.role === 'share') ? [{ larger, smaller, difference, claim: 'stated' }] : [];
    }),
  );
  const right = pairs.findLast(isConsistentDifference);
  if (right) return [right];
  // Of two numbers there is one difference; of more, nobody can tell which.
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
