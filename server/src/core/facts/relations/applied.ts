import { LEXICON } from '../../lexicon/lexicon.js';
import { compare } from '../../text/exact.js';
import { isPercentage, isUsable, type Figure } from '../figures.js';
import { isSpan } from '../figures/units.js';
import { textOf, wordsBefore, wordsBetween, type Clause, type Sentence } from './clauses.js';
import { mendOf } from './evidence.js';
import { holds, isConsistentProduct, ONE, type Product } from './product.js';
import type { Sign } from './sign.js';

/** What is taken of something, at so many per cent: a word of its own, or 按…的比例. */
export const APPLIED: Sign = { text: [...LEXICON.wordsOf('applied'), '%的比例', '%比例'] };

/** So many numbers before may be what it is taken of. */
const BASES = 3;

/**
 * 以2.85亿元竞得地块，契税税率3%，应缴契税855万元; 从12600户中按5%的比例抽取630户: so many per cent of the one number are the other, which may stand in
 * the sentence behind. Only where they are, or would be but for one slip of what came out.
 */
export function appliedOf({ clauses, figures, isBracket, units }: Sentence, next: Sentence | undefined): Product[] {
  if (isBracket || !units.has('%')) return [];
  const behind = next && !next.isBracket ? next.clauses.slice(0, 2) : [];
  return clauses.flatMap((clause, at) =>
    clause.figures.flatMap((share): Product[] => {
      if (!isPercentage(share) || !isUsable(share) || !saysApplied(clause, share)) return [];
      const isCount = (f: Figure): boolean => f.role === 'count' && isUsable(f) && !isSpan(f.unit);
      const bases = figures.filter(f => f.end <= share.start && isCount(f));
      const stop = figures.find(f => f.start > share.start && isPercentage(f))?.start ?? Infinity;
      const part = [...clauses.slice(at), ...behind]
        .flatMap(c => c.figures.map(f => ({ c, f })))
        .find(
          ({ c, f }) =>
            f.start > share.start &&
            f.start < stop &&
            isCount(f) &&
            LEXICON.holds(textOf(wordsBefore(c, f)), 'applying'),
        )?.f;
      if (!part) return [];
      const able = bases.filter(b => b.unit === part.unit && compare(b.value!, part.value!) > 0).slice(-BASES);
      const rate: Figure = { ...share, value: { ...share.value!, exponent: share.value!.exponent - 2 } };
      const of = (base: Figure): Product => ({ counts: [base], rate, more: [], by: ONE, total: part, as: 'standard' });
      const right = able.map(of).find(isConsistentProduct);
      if (right) return [right];
      const [base, ...more] = able;
      if (!base || more.length > 0) return [];
      const mend = mendOf([part], value => holds(of(base), value));
      return mend ? [{ ...of(base), mend }] : [];
    }),
  );
}

/** 税率3%, 按5%的比例 */
function saysApplied(clause: Clause, share: Figure): boolean {
  const before = textOf(wordsBefore(clause, share));
  if (LEXICON.holds(before, 'applied')) return true;
  const behind = textOf(wordsBetween(clause, share.end, clause.end));
  return before.includes('按') && (behind.startsWith('的比例') || behind.startsWith('比例'));
}
