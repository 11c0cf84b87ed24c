import { LEXICON, type GenreClass } from './lexicon.js';

/* The words that a text begins or ends with, the longest of them. */

/** The word of these classes at the end; '' where none is, or a longer ordinary word ends so: 感谢, 应到. */
export function ending(text: string, ...of: readonly GenreClass[]): string {
  const word = LEXICON.endingAt(text, text.length, ...of);
  return word === '' || LEXICON.endingAt(text, text.length, 'ordinary').length > word.length ? '' : word;
}

/** The word of these classes at the beginning; '' where none is, or a longer word begins so: 有限, 组织部. */
export function beginning(text: string, ...of: readonly GenreClass[]): string {
  const word = longest(text, of);
  return word === '' || longest(text, LONGER).length > word.length ? '' : word;
}
const LONGER: readonly GenreClass[] = ['compound', 'plain'];

function longest(text: string, of: readonly GenreClass[]): string {
  let found = '';
  for (const one of of) {
    const word = LEXICON.longestAt(text, 0, one)?.text ?? '';
    if (word.length > found.length) found = word;
  }
  return found;
}

/** What is left without such words at the end, however many. */
export function withoutEnd(text: string, ...of: readonly GenreClass[]): string {
  let rest = text;
  for (let word = ending(rest, ...of); word !== ''; word = ending(rest, ...of)) rest = rest.slice(0, -word.length);
  return rest;
}

/** What is left without such words at the beginning, however many. */
export function withoutStart(text: string, ...of: readonly GenreClass[]): string {
  let rest = text;
  for (let word = beginning(rest, ...of); word !== ''; word = beginning(rest, ...of)) rest = rest.slice(word.length);
  return rest;
}
