import { isLatin, isOneOf } from '../text/characters.js';
import { GENRE, type Lexicon } from './lexicon.js';

/* What a number that is missing is counted in: 人, 万元, 个百分点; by the lexicon of the text, for a team has units of its own. */

/** The longest measure word that begins at an offset; '' where none does. One in Latin letters ends where no letter follows: `*km`, not `*kmart`. */
function oneAt(lexicon: Lexicon, text: string, at: number): string {
  let found = '';
  for (const of of ['unit', 'measure', 'power'] as const) {
    const word = lexicon.longestAt(text, at, of)?.text ?? '';
    if (word.length > found.length) found = word;
  }
  const end = at + found.length;
  return found !== '' && isLatin(text[end - 1]!) && isLatin(text[end] ?? '') ? '' : found;
}

/** What is counted behind an offset, at most a power and a unit: 人, 万元, 十个; '' where nothing is. */
export function measureAt(lexicon: Lexicon, text: string, at: number): string {
  const first = isOneOf(text[at] ?? '', '十百千万亿') ? text[at]! : oneAt(lexicon, text, at);
  if (first === '') return '';
  const isPower = lexicon.sense(first, 'power') !== null || isOneOf(first, '十百千');
  return isPower ? first + oneAt(lexicon, text, at + first.length) : first;
}

/** The same, but no measure that another word begins with: `**项目**条件` is bold, `X对Y` a variable; neither lacks a number. */
export function countedAt(lexicon: Lexicon, text: string, at: number): string {
  const other = lexicon.longestAt(text, at, 'compound')?.text;
  if (other === undefined) return measureAt(lexicon, text, at);
  // A team may count what is no measure to others: 网格.
  return lexicon.sense(other, 'unit') && !GENRE.sense(other, 'unit') ? other : '';
}
