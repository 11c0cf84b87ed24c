import { LEXICON } from '../lexicon/lexicon.js';
import type { Chunk } from '../syntax/document.js';
import { announcedWrongly } from './mismatches/announced.js';
import { wronglyAged } from './mismatches/ages.js';
import { wronglyAppointed } from './mismatches/appointed.js';
import { capitalsBesideDigits } from './mismatches/capitals.js';
import { wronglyLasting } from './mismatches/lasting.js';
import { listedWrongly } from './mismatches/listed.js';
import type { Mismatch } from './mismatches/mismatch.js';
import { tokensIn } from './tokens.js';

/** How long something takes is told in one of these beside a month, or by a word of its own. */
const LENGTHS = ['天', '个月', '个工作日'] as const;
const TERMS = ['历时', '为期', ...LEXICON.wordsOf('term')];
function saysLength(text: string): boolean {
  for (const word of TERMS) if (text.includes(word)) return true;
  if (text.includes('月')) for (const unit of LENGTHS) if (text.includes(unit)) return true;
  return false;
}

const AGES = LEXICON.wordsOf('since');

/** The mismatches of a chunk, in the order of the text. */
export function mismatchesIn(chunk: Chunk): Mismatch[] {
  const { text } = chunk.reading;
  const found: Mismatch[] = [];
  if (saysLength(text)) found.push(...wronglyLasting(tokensIn(chunk)));
  for (const word of AGES)
    if (text.includes(word)) {
      found.push(...wronglyAged(tokensIn(chunk)));
      break;
    }
  if (text.includes('，即') || text.includes('距')) found.push(...wronglyAppointed(tokensIn(chunk)));
  if (text.includes('元')) found.push(...capitalsBesideDigits(text));
  if (text.includes('：') || text.includes(':')) found.push(...announcedWrongly(chunk));
  found.push(...listedWrongly(text));
  return found.sort((a, b) => a.start - b.start);
}
