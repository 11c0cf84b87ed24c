import { lstatSync } from 'node:fs';
import { dirname } from 'node:path';
import { decode, type Decoded } from './decode.js';
import { draftOf, isWordName, type Draft } from './drafts.js';
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
}

/** Reads a draft that was found, a text or a Word document; throws a RefusedError for any other file. */
export async function readDraft(path: string, how: Partial<FoundHow> = {}): Promise<FiledDraft> {
  const { bytes, origin } = readFound(path, { most: mostOf(path), ...how });
  await answerFor(bytes.length);
  return { ...(await draftOf(bytes, path)), origin };
}

/** The same of a draft that somebody named. */
export async function readNamedDraft(path: string): Promise<FiledDraft> {
  const { bytes, origin } = await readNamed(path, mostOf(path));
  return { ...(await draftOf(bytes, path)), origin };
}

/**
 * The same without leaving the thread where that can be, which takes a fifth of the time: for whoever reads a thousand files
 * and lets others have a turn in between. `within` is the folder that was named; null: the file itself was.
 */
export function readDraftAtOnce(path: string, within: string | null): FiledDraft | Promise<FiledDraft> {
  if (within === null && !isPlain(path)) return readNamedDraft(path);
  const { bytes, origin } = readFound(path, { most: mostOf(path), within: within ?? dirname(path) });
  const draft = draftOf(bytes, path);
  const waits = answerFor(bytes.length);
  if (draft instanceof Promise || waits) return filed(draft, origin, waits);
  return { ...draft, origin };
}

async function filed(
  draft: Draft | Promise<Draft>,
  origin: Origin,
  waits: Promise<void> | undefined,
): Promise<FiledDraft> {
  const [made] = await Promise.all([draft, waits]);
  return { ...made, origin };
}

/** How large a draft may be, by what it is named. */
export const mostOf = (path: string): number => (isWordName(path) ? MOST.word : MOST.text);

const isPlain = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? true;

/** Reads a draft from a stream to its end. */
export async function readStream(stream: AsyncIterable<Uint8Array>, name: string): Promise<Draft> {
  const bytes = await bounded(stream, MOST.word);
  await answerFor(bytes.length);
  return draftOf(bytes, name);
}
