import type { Chunk } from '../syntax/document.js';
import { announcedWrongly } from './mismatches/announced.js';
import { capitalsBesideDigits } from './mismatches/capitals.js';
import { wrongDays } from './mismatches/days.js';
import type { Mismatch } from './mismatches/mismatch.js';
import { tokensIn } from './tokens.js';

/** The mismatches of a chunk, in the order of the text. */
export function mismatchesIn(chunk: Chunk): Mismatch[] {
  const { text } = chunk.reading;
  const found: Mismatch[] = [];
  if (text.includes('月') && text.includes('天')) found.push(...wrongDays(tokensIn(chunk)));
  if (text.includes('元')) found.push(...capitalsBesideDigits(text));
  if (text.includes('：') || text.includes(':')) found.push(...announcedWrongly(chunk));
  return found.sort((a, b) => a.start - b.start);
}
