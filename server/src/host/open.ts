import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readlinkSync,
  readSync,
  realpathSync,
  type Stats,
} from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Message } from '../core/message.js';
import { RefusedError } from './decode.js';
import { answerFor, letSystemAnswer } from './signals.js';
import { REFUSALS } from './texts.js';

/*
 * The two ways a file is opened. One that was found, or has a name of ours, may have come with a folder from elsewhere: it
 * must be a plain file, be no link nor lie behind one, and hold no more than such files do. One that somebody named may be
 * a link, a pipe or a device; it is only bounded.
 */

/** How many bytes a file of a kind may have: far more than any has that people write. */
export const MOST = {
  text: 32 * 1024 * 1024,
  /** It has pictures. */
  word: 64 * 1024 * 1024,
  settings: 256 * 1024,
  regulation: 8 * 1024 * 1024,
  list: 32 * 1024 * 1024,
  report: 256 * 1024 * 1024,
} as const;

/** The file that something was read from: which one it is, and who may read it. */
export interface Origin {
  readonly dev: number;
  readonly ino: number;
  readonly mode: number;
  readonly gid: number;
}

/** What came from no file, and may be read by its owner alone. */
export const NOBODY_ELSE: Origin = { dev: -1, ino: -1, mode: 0, gid: -1 };

export interface Bytes {
  readonly bytes: Buffer;
  readonly origin: Origin;
}

export interface FoundHow {
  readonly most: number;
  /** The folder that was named: no link may stand between it and the file. Else the folder of the file. */
  readonly within?: string;
}

/** Reads a file that was found, without waiting for anybody. Throws a RefusedError. */
export function readFound(path: string, { most, within }: FoundHow): Bytes {
  const { file, what } = openFound(path, within);
  try {
    if (what.size > most) throw new RefusedError(REFUSALS.tooLarge(most));
    return { bytes: bytesOf(file, what.size, most), origin: what };
  } catch (error) {
    throw refusalOf(error);
  } finally {
    closeSync(file);
  }
}

/** Opens a file that was found, to be read in parts and closed by the caller. Throws a RefusedError. */
export function openFound(path: string, within = dirname(path)): { readonly file: number; readonly what: Stats } {
  let file: number | null = null;
  try {
    // A pipe or a device is not opened to learn that it is one: some do something when they are.
    assertPlain(lstatSync(path));
    file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const what = fstatSync(file);
    assertPlain(what);
    // What has been looked at and what has been opened are two things as long as others may change the folder.
    if (!isIn(file, path, within)) throw new RefusedError(REFUSALS.link);
    return { file, what };
  } catch (error) {
    if (file !== null) closeSync(file);
    throw refusalOf(error);
  }
}

function assertPlain(what: { isFile(): boolean; isSymbolicLink(): boolean; isDirectory(): boolean }): void {
  if (what.isSymbolicLink()) throw new RefusedError(REFUSALS.link);
  if (what.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
  if (!what.isFile()) throw new RefusedError(REFUSALS.notPlain);
}

/** Whether no link led from the folder to the open file. */
function isIn(file: number, path: string, within: string): boolean {
  let led: string | null = null;
  try {
    led = readlinkSync(`/proc/self/fd/${file}`);
  } catch {
    // Not on every system: there the way is walked once more.
  }
  if (led !== null) return led === join(realpathSync.native(within), relative(within, path));
  const [opened, there] = [fstatSync(file, { bigint: true }), lstatSync(path, { bigint: true })];
  for (let at = dirname(path); at !== within && at !== dirname(at); at = dirname(at))
    if (lstatSync(at).isSymbolicLink()) return false;
  return opened.ino === there.ino && opened.dev === there.dev;
}

/** To its end, as long as that comes before `most`: a file may grow while it is read, and some tell no size at all. */
function bytesOf(file: number, size: number, most: number): Buffer {
  let bytes = Buffer.allocUnsafe(Math.min(size, most) + 1);
  for (let length = 0; ; ) {
    const got = readSync(file, bytes, length, bytes.length - length, null);
    if (got === 0) return bytes.subarray(0, length);
    length += got;
    if (length > most) throw new RefusedError(REFUSALS.tooLarge(most));
    if (length === bytes.length) bytes = Buffer.concat([bytes], Math.min(2 * length + 4096, most + 1));
  }
}

/** Reads what somebody named, whatever it is, to its end. Rejects with a RefusedError. */
export async function readNamed(path: string, most: number): Promise<Bytes> {
  try {
    const what = await stat(path);
    // It may have nothing to say for as long as it likes, and keeps the process with it.
    if (!what.isFile() && !what.isDirectory()) await letSystemAnswer();
    if (what.isFile() && what.size > most) throw new RefusedError(REFUSALS.tooLarge(most));
    const file = await open(path, 'r');
    try {
      const bytes = await bounded(file.createReadStream({ autoClose: false, highWaterMark: 1024 * 1024 }), most);
      await answerFor(bytes.length);
      return { bytes, origin: what };
    } finally {
      await file.close();
    }
  } catch (error) {
    throw refusalOf(error);
  }
}

/** All bytes of a stream; rejects with a RefusedError where there are more than `most`. */
export async function bounded(stream: AsyncIterable<Uint8Array>, most: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of stream) {
    length += piece.length;
    if (length > most) throw new RefusedError(REFUSALS.tooLarge(most));
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** What the system said when a file or folder could not be used, in the reader's words where we know them. */
export function systemReason(error: unknown): Message {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return REFUSALS.unreadable(code);
}

function refusalOf(error: unknown): unknown {
  if (error instanceof RefusedError || !(error instanceof Error && 'code' in error)) return error;
  const refusal = new RefusedError(error.code === 'ELOOP' ? REFUSALS.link : systemReason(error));
  return Object.assign(refusal, { code: error.code });
}

/** Whether a file could not be read because there is none. */
export const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
