import { isUtf8 } from 'node:buffer';
import { lstatSync } from 'node:fs';
import { dirname } from 'node:path';
import { lazily } from '../core/lazily.js';
import { CONTROL, decode, type Decoded } from './decode.js';
import { draftOf, isWordName, mayBeWord, type Draft } from './drafts.js';
import { bounded, MOST, readFound, readNamed, type FoundHow, type Origin } from './open.js';
import { answerFor } from './signals.js';

/** A text, and the file it came from. */
export interface Source extends Decoded {
  readonly origin: Origin;
}

/** Reads and decodes a file that was found, not named; throws a RefusedError for any that is not a text we can read for certain. */
export async function readSource(path: string, how: Partial<FoundHow> = {}): Promise<Source> {
  const { bytes, origin } = readFound(path, { most: MOST.text, ...how });
  await answerFor(bytes.length);
  return { ...decode(bytes), origin };
}

/** The same of a file that somebody named, which may be a link or a pipe. */
export async function readNamedSource(path: string, most: number = MOST.text): Promise<Source> {
  const { bytes, origin } = await readNamed(path, most);
  return { ...decode(bytes), origin };
}

/** A draft, and the file it came from. */
export interface FiledDraft extends Draft {
  readonly origin: Origin;
  /** As they were read: what they hold needs no decoding to be known again. */
  readonly bytes: Uint8Array;
}

/** Reads a draft that was found, a text or a Word document; throws a RefusedError for any other file. */
export async function readDraft(path: string, how: Partial<FoundHow> = {}): Promise<FiledDraft> {
  const { bytes, origin } = readFound(path, { most: mostOf(path), ...how });
  await answerFor(bytes.length);
  return { ...(await draftOf(bytes, path)), origin, bytes };
}

/** The same of a draft that somebody named. */
export async function readNamedDraft(path: string): Promise<FiledDraft> {
  const { bytes, origin } = await readNamed(path, mostOf(path));
  return { ...(await draftOf(bytes, path)), origin, bytes };
}

/**
 * The same without leaving the thread where that can be, which takes a fifth of the time: for whoever reads a thousand files
 * and lets others have a turn in between. `within` is the folder that was named; null: the file itself was.
 */
export function readDraftAtOnce(path: string, within: string | null): FiledDraft | Promise<FiledDraft> {
  if (within === null && !isPlain(path)) return readNamedDraft(path);
  const { bytes, origin } = readFound(path, { most: mostOf(path), within: within ?? dirname(path) });
  const draft = inUtf8(bytes, path) ?? draftOf(bytes, path);
  const waits = answerFor(bytes.length);
  const filed = (of: Draft): FiledDraft => Object.assign(of, { origin, bytes });
  if (!(draft instanceof Promise) && !waits) return filed(draft);
  return Promise.all([draft, waits]).then(([made]) => filed(made));
}

/**
 * What `draftOf` makes of a text in UTF-8; null of any other. That it is one, the bytes tell at once; the text itself, which
 * takes most of the time, is made when somebody asks for it.
 */
function inUtf8(bytes: Buffer, path: string): Draft | null {
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  if (isMarked || mayBeWord(bytes, path) || !isUtf8(bytes) || CONTROL.test(bytes.toString('latin1'))) return null;
  const draft: Omit<Draft, 'text'> = { written: { encoding: 'utf-8', bom: false }, word: null };
  return lazily(draft, { text: () => bytes.toString() });
}

/** How large a draft may be, by what it is named. */
export const mostOf = (path: string): number => (isWordName(path) ? MOST.word : MOST.text);

const isPlain = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? true;

/** Reads a draft from a stream to its end. */
export async function readStream(stream: AsyncIterable<Uint8Array>, name: string): Promise<Omit<FiledDraft, 'origin'>> {
  const bytes = await bounded(stream, MOST.word);
  await answerFor(bytes.length);
  return { ...(await draftOf(bytes, name)), bytes };
}
