import { GENRE, LEXICON } from '../lexicon/lexicon.js';
import type { Chunk } from '../syntax/document.js';
import { announcedWrongly } from './mismatches/announced.js';
import { wronglyAged } from './mismatches/ages.js';
import { wronglyAppointed } from './mismatches/appointed.js';
import { capitalsBesideDigits } from './mismatches/capitals.js';
import { wronglyLasting } from './mismatches/lasting.js';
import { listedWrongly } from './mismatches/listed.js';
import type { Mismatch } from './mismatches/mismatch.js';
import { toldIn, type Told } from './mismatches/moments.js';
import { tokensIn } from './tokens.js';

/** How long something takes is told by a word of its own, or beside a month in one of these. */
const TERMS = [...LEXICON.wordsOf('lasting', 'sure'), ...LEXICON.wordsOf('term')];
const LENGTHS = GENRE.wordsOf('unit').filter(word =>
  ['day', 'workday', 'month'].includes(GENRE.sense(word, 'unit')!.attributes['lasts'] ?? ''),
);
const [TERMS_BY_MONTHS, SINCE, APPOINTING] = [[...TERMS, ...LENGTHS], LEXICON.wordsOf('since'), ['，即', '距']];

/** The mismatches of a chunk, in the order of the text. */
export function mismatchesIn(chunk: Chunk): Mismatch[] {
  const { text } = chunk.reading;
  const found: Mismatch[] = [];
  const ofMoments = [
    [wronglyLasting, text.includes('月') ? TERMS_BY_MONTHS : TERMS],
    [wronglyAged, SINCE],
    [wronglyAppointed, APPOINTING],
  ] as const;
  let told: readonly Told[] | null = null;
  for (const [wrongly, signs] of ofMoments)
    for (const sign of signs)
      if (text.includes(sign)) {
        told ??= toldIn(tokensIn(chunk));
        found.push(...wrongly(tokensIn(chunk), told));
        break;
      }
  if (text.includes('元')) found.push(...capitalsBesideDigits(text));
  if (text.includes('：') || text.includes(':')) found.push(...announcedWrongly(chunk));
  found.push(...listedWrongly(text));
  return found.sort((a, b) => a.start - b.start);
}
