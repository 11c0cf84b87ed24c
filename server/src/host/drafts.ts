import type { WordSource } from '../word/source.js';
import { decode, RefusedError, type Decoded } from './decode.js';

/** A draft as text, from whichever kind of file. */
export interface Draft {
  readonly text: string;
  /** How a text file is written; null for a Word document, which is written by `word`. */
  readonly written: Pick<Decoded, 'encoding' | 'bom'> | null;
  /** The way back into a Word document; null for a text file. */
  readonly word: WordSource | null;
}

/** Names under which Word documents stand. What a file is, its first bytes tell. */
export const isWordName = (path: string): boolean => /[^/\\]\.doc[xm]$/i.test(path);

/**
 * The draft that bytes are; `name` tells only what bytes that are nothing we know were meant to be. Throws a RefusedError for
 * what is neither a text we can read for certain nor a Word document.
 */
export function draftOf(bytes: Uint8Array, name: string): Draft | Promise<Draft> {
  if (mayBeWord(bytes, name)) return ofWord(bytes, name);
  const { text, encoding, bom } = decode(bytes);
  return { text, written: { encoding, bom }, word: null };
}

/** Whether bytes have to be looked at more closely before they are read as a text. */
export const mayBeWord = (bytes: Uint8Array, name: string): boolean =>
  (bytes[0] === 0x50 && bytes[1] === 0x4b) || bytes[0] === 0xd0 || isWordName(name) || isRtf(bytes);

const isRtf = (bytes: Uint8Array): boolean => [0x7b, 0x5c, 0x72, 0x74, 0x66].every((byte, i) => bytes[i] === byte);

async function ofWord(bytes: Uint8Array, name: string): Promise<Draft> {
  const { isWord, readWord } = await import('../word/read.js');
  // A text may begin with the same letters, and one in GB18030 with the same bytes.
  if (!isWord(bytes) && !isWordName(name)) {
    const { text, encoding, bom } = decode(bytes);
    return { text, written: { encoding, bom }, word: null };
  }
  const word = await inWord(readWord(bytes));
  return { text: word.text, written: null, word };
}

/** What the Word room answers, its refusals as those of the host. */
export async function inWord<T>(work: Promise<T>): Promise<T> {
  const { WordError } = await import('../word/source.js');
  return work.catch((error: unknown) => {
    throw error instanceof WordError ? new RefusedError(error.reason) : error;
  });
}
