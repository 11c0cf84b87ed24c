import { tokenize, type Token } from '../lexicon/tokens.js';
import { lately } from '../memoize.js';
import type { Chunk } from '../syntax/document.js';

/** The tokens of a chunk's reading: what every recogniser may walk. They follow each other without a gap. */
export const tokensIn = lately((chunk: Chunk): readonly Token[] => tokenize(chunk.reading.text, chunk.lexicon));
