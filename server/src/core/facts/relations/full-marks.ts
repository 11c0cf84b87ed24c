import type { Figure } from '../figures.js';
import type { Sentence } from './clauses.js';
import { mendOf } from './evidence.js';
import type { List } from './items.js';
import type { Sign } from './sign.js';
import { isConsistentSum, isKnown, type Sum } from './sum.js';

/** Out of a hundred, told by a word and no number. */
const WORD = '百分制';
export const FULL_MARKS: Sign = { figures: 3, text: [WORD], units: ['分'] };
/** Points that come on top, or go. */
const BEYOND = ['加分', '附加', '扣', '以上', '以下'] as const;

/** 实行百分制：党建引领25分、民生服务30分、平安建设20分、环境整治15分、群众评议10分: what all of them make is a hundred. */
export function fullMarks({ text, clauses, isBracket }: Sentence, lists: readonly List[]): Sum[] {
  const at = text.indexOf(WORD);
  if (isBracket || at < 0 || BEYOND.some(word => text.includes(word))) return [];
  const start = clauses[0]!.start + at;
  return lists.flatMap(({ items }): Sum[] => {
    const parts = items.map(i => i.quantity);
    if (parts.length < 3 || parts[0]!.start < start || !parts.every(p => p.unit === '分' && isKnown(p))) return [];
    const whole: Figure = { ...parts[0]!, start, end: start + WORD.length, value: { digits: 100, exponent: 0 } };
    const one: Sum = { parts, whole, claim: 'likely' };
    if (isConsistentSum(one)) return [one];
    const mend = mendOf(parts, value =>
      isConsistentSum({ ...one, parts: parts.map(p => ({ ...p, value: value(p) })) }),
    );
    return [mend ? { ...one, mend } : one];
  });
}
