import { ending } from '../../lexicon/affixes.js';
import { LEXICON } from '../../lexicon/lexicon.js';
import { isUsable, type Figure } from '../figures.js';
import { textOf, wordsBefore, type Sentence } from './clauses.js';
import { likelySum } from './likely.js';
import type { Sign } from './sign.js';
import type { Sum } from './sum.js';

export const ACCUMULATED: Sign = { figures: 4, text: LEXICON.wordsOf('reached') };

/** 原合同价3,260万元，先后分别增加185万元、247万元和96万元，合同总价增至3,788万元: what there was and what came to it, one after the other. */
export function accumulatedOf({ clauses, isBracket }: Sentence): Sum[] {
  if (isBracket) return [];
  const said = clauses.flatMap(clause =>
    clause.figures.map(figure => ({ figure, words: wordsBefore(clause, figure), isEach: clause.says.has('each') })),
  );
  const end = said.findIndex(({ words }) => ending(textOf(words), 'reached') !== '');
  const whole = said[end]?.figure;
  if (!whole) return [];
  const own = said.slice(0, end).filter(({ figure: f }) => f.unit === whole.unit);
  const [first, next, ...others] = own;
  const isAdded = next?.words.some(t => t.as('change')?.attributes['up'] !== undefined || t.is('adding')) === true;
  const isEach =
    next?.isEach === true || others.every(({ words }) => words.some(t => t.is('change') || t.is('adding')));
  if (first?.figure.role !== 'count' || !isAdded || others.length === 0 || !isEach) return [];
  const parts = own.map(({ figure }): Figure => figure);
  return [...parts, whole].every(isUsable) ? likelySum(parts, whole, 'unknown', 'led') : [];
}
