import type { Chunk } from '../syntax/document.js';
import { announcedWrongly } from './mismatches/announced.js';
import { capitalsBesideDigits } from './mismatches/capitals.js';
import { wronglyLasting } from './mismatches/lasting.js';
import { listedWrongly } from './mismatches/listed.js';
import type { Mismatch } from './mismatches/mismatch.js';
import { tokensIn } from './tokens.js';

/** How long something takes is told in one of these beside a month, or by a word of its own. */
const LENGTHS = ['天', '个月', '个工作日'] as const;
function saysLength(text: string): boolean {
  if (text.includes('历时') || text.includes('为期')) return true;
  if (text.includes('月')) for (const unit of LENGTHS) if (text.includes(unit)) return true;
  return false;
}

/** The mismatches of a chunk, in the order of the text. */
export function mismatchesIn(chunk: Chunk): Mismatch[] {
  const { text } = chunk.reading;
  const found: Mismatch[] = [];
  if (saysLength(text)) found.push(...wronglyLasting(tokensIn(chunk)));
  if (text.includes('元')) found.push(...capitalsBesideDigits(text));
  if (text.includes('：') || text.includes(':')) found.push(...announcedWrongly(chunk));
  found.push(...listedWrongly(text));
  return found.sort((a, b) => a.start - b.start);
}
