import { lstatSync } from 'node:fs';
import { dirname } from 'node:path';
import { decode, type Decoded } from './decode.js';
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

/**
 * The same without leaving the thread where that can be, which takes a fifth of the time: for whoever reads a thousand files
 * and lets others have a turn in between. `within` is the folder that was named; null: the file itself was.
 */
export function readSourceAtOnce(path: string, within: string | null): Source | Promise<Source> {
  if (within === null && !isPlain(path)) return readNamedSource(path);
  const { bytes, origin } = readFound(path, { most: MOST.text, within: within ?? dirname(path) });
  const source = { ...decode(bytes), origin };
  return answerFor(bytes.length)?.then(() => source) ?? source;
}

const isPlain = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? true;

/** Reads and decodes a stream to its end. */
export async function readStream(stream: AsyncIterable<Uint8Array>): Promise<Decoded> {
  const bytes = await bounded(stream, MOST.text);
  await answerFor(bytes.length);
  return decode(bytes);
}
