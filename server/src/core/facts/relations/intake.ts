import type { Token } from '../../lexicon/tokens.js';
import { isUsable, type Figure } from '../figures.js';
import { wordsBefore, type Clause, type Sentence } from './clauses.js';
import { mendOf } from './evidence.js';
import { holds, isConsistentProduct, isOfSize, ONE, type Product } from './product.js';
import { isColon, termOf } from './ratio.js';
import type { Sign } from './sign.js';

export const INTAKE: Sign = { figures: 2, text: [':', '：', '∶'] };

/** 18个职位各招1人，按照1∶3的比例确定面试人选，共54人: so many places, and as many times more who are let in. */
export function intakesOf({ clauses }: Sentence): Product[] {
  return clauses.flatMap((clause, at) => {
    const term = termsIn(clause.tokens);
    if (!term) return [];
    const places = clauses
      .slice(0, at + 1)
      .flatMap(c => c.figures)
      .filter(f => isCount(f) && f.end <= term.start && f.value!.digits > 1);
    const behind = clauses
      .slice(at)
      .flatMap(c => c.figures.filter(f => f.start > term.end).map(f => ({ clause: c, f })));
    const told = behind.find(({ f }) => isCount(f) && f.unit === '人');
    const [place, ...others] = places;
    if (!place || others.length > 0 || !told) return [];
    const one: Product = {
      counts: [place],
      rate: termOf(term, 'count', ''),
      more: [],
      by: ONE,
      total: told.f,
      as: 'standard',
    };
    if (isConsistentProduct(one)) return [one];
    const mend = mendOf([told.f], value => holds(one, value));
    if (mend) return [{ ...one, mend }];
    return saysAll(told.clause, told.f) && isOfSize(one) ? [one] : [];
  });
}

const isCount = (f: Figure): boolean => f.role === 'count' && isUsable(f);
const saysAll = (clause: Clause, figure: Figure): boolean => wordsBefore(clause, figure).some(t => t.is('total'));

/** 3 of 按照1∶3的比例. */
function termsIn(tokens: readonly Token[]): Token | null {
  const at = tokens.findIndex(
    (t, i) => t.value?.digits === 1 && isColon(tokens[i + 1]) && tokens[i + 2]?.kind === 'number',
  );
  if (at < 1 || !tokens[at - 1]!.text.startsWith('按')) return null;
  const term = tokens[at + 2]!;
  const says = tokens.slice(at + 3, at + 5).some(t => t.text.startsWith('比例'));
  return says && term.value && term.value.digits > 1 ? term : null;
}
