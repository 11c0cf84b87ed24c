import { isUsable, type Figure } from '../figures.js';
import { factorBetween } from '../figures/units.js';
import { textOf, wordsBefore, type Sentence } from './clauses.js';
import { eachIn } from './each.js';
import { isConsistentProduct, isShort, likely, ONE, type Product } from './product.js';
import type { Sign } from './sign.js';

export const YIELD: Sign = { figures: 3, roles: ['average'] };

/** 亩产1150斤，每斤1.32元，亩均毛收入1518元: what an area brings and what each of that is worth make what the area earns. */
export function yieldsOf({ clauses }: Sentence): Product[] {
  const found: Product[] = [];
  /** The averages before it. */
  const seen: { figure: Figure; each: string }[] = [];
  for (const clause of clauses)
    for (const figure of clause.figures) {
      if (figure.role !== 'average' || !isUsable(figure)) continue;
      const each = eachIn(textOf(wordsBefore(clause, figure)))?.name ?? '';
      const [much, worth] = seen.slice(-2);
      seen.push({ figure, each });
      if (!much || !worth || figure.unit !== worth.figure.unit || much.figure.unit === figure.unit) continue;
      if (!worth.each.startsWith(much.figure.unit) || factorBetween(much.figure.unit, figure.unit) !== null) continue;
      const one: Product = {
        counts: [much.figure],
        rate: worth.figure,
        more: [],
        by: ONE,
        total: figure,
        as: 'standard',
      };
      const told = !isShort(one) ? null : isConsistentProduct(one) ? one : likely(one, true);
      if (told) found.push(told);
    }
  return found;
}
