import { isLatin, isOneOf } from '../text/characters.js';
import { LEXICON } from './lexicon.js';

/* What a number that is missing is counted in: 人, 万元, 个百分点. */

/** The longest measure word that begins at an offset; '' where none does. One in Latin letters ends where no letter follows: `*km`, not `*kmart`. */
function oneAt(text: string, at: number): string {
  let found = '';
  for (const of of ['unit', 'measure', 'power'] as const) {
    const word = LEXICON.longestAt(text, at, of)?.text ?? '';
    if (word.length > found.length) found = word;
  }
  const end = at + found.length;
  return found !== '' && isLatin(text[end - 1]!) && isLatin(text[end] ?? '') ? '' : found;
}

/** What is counted behind an offset, at most a power and a unit: 人, 万元, 十个; '' where nothing is. */
export function measureAt(text: string, at: number): string {
  const first = isOneOf(text[at] ?? '', '十百千万亿') ? text[at]! : oneAt(text, at);
  if (first === '') return '';
  return LEXICON.sense(first, 'power') || isOneOf(first, '十百千') ? first + oneAt(text, at + first.length) : first;
}

/** The same, but no measure that another word begins with: `**项目**条件` is bold, `X对Y` a variable; neither lacks a number. */
export const countedAt = (text: string, at: number): string =>
  LEXICON.longestAt(text, at, 'compound') ? '' : measureAt(text, at);
