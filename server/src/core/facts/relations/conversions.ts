import { LEXICON } from '../../lexicon/lexicon.js';
import type { Exact } from '../../text/exact.js';
import { isUsable, type Figure } from '../figures.js';
import { factorBetween, UNEVEN } from '../figures/units.js';
import { textOf, wordsBefore, type Clause, type Sentence } from './clauses.js';
import { isConsistentProduct, type Product } from './product.js';
import type { Sign } from './sign.js';

/** So far may the one amount stand behind the other: 用地36.5公顷，折合547.5亩. */
const NEAR = 8;

export const CONVERSION: Sign = { units: UNEVEN, text: ['即', '折合', '，合'] };

/** 1800公顷（合2.7万亩）; 用地36.5公顷，折合547.5亩: one amount in two units, of which one is so many of the other. */
export function conversionsOf({ clauses, owner, isBracket }: Sentence): Product[] {
  let before: Figure | null = isBracket ? owner : null;
  const found: Product[] = [];
  for (const clause of clauses)
    for (const figure of clause.figures) {
      const one = before && isUsable(before) && isUsable(figure) ? conversion(before, figure) : null;
      if (one && saysSame(clause, figure, isBracket, before!)) found.push(one);
      before = figure;
    }
  return found;
}

/** 合, 折合, 约合 and nothing else before it; in brackets that say nothing else, no word at all. */
function saysSame(clause: Clause, figure: Figure, isBracket: boolean, before: Figure): boolean {
  const words = textOf(wordsBefore(clause, figure));
  if (words === '') return isBracket && clause.figures.length === 1 && clause.tokens.at(-1)!.end === figure.end;
  return (isBracket || figure.start - before.end <= NEAR) && words.length < NEAR && LEXICON.holds(words, 'converted');
}

function conversion(a: Figure, b: Figure): Product | null {
  // 0.35亿元（即3500万元）: the same with other zeros
  if (a.unit === b.unit) return a.magnitude === b.magnitude ? null : restated(a, b);
  const [down, up] = [unitsIn(a.unit, b.unit), unitsIn(b.unit, a.unit)];
  if (!down && !up) return null;
  const [rate, total, by] = down ? [a, b, down] : [b, a, up!];
  const one: Product = { counts: [], rate, more: [], by, total, as: 'conversion' };
  return isConsistentProduct(one) || rate.role === total.role ? one : null;
}

function restated(a: Figure, b: Figure): Product | null {
  const one: Product = { counts: [], rate: a, more: [], by: { digits: 1, exponent: 0 }, total: b, as: 'conversion' };
  return a.role === b.role ? one : null;
}

/** How many of the lesser unit one of the greater is; null of others. */
function unitsIn(from: string, to: string): Exact | null {
  const factor = factorBetween(from, to);
  return factor && factor.digits > 0 && (factor.digits > 1 || factor.exponent > 0) ? factor : null;
}
