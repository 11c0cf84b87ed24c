import {
  closeSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  renameSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { access, appendFile, lstat, mkdir, realpath, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { msg, type Message } from '../core/message.js';
import { RefusedError, type Decoded } from './decode.js';
import { encode } from './encode.js';
import { MOST, readFound, type Origin } from './open.js';
import { answerOurselves, letSystemAnswer } from './signals.js';
import { unwritable } from './texts.js';

export interface WriteHow {
  /** Whether to wait until it is on the disk. */
  readonly fsync?: boolean;
  /** What the content is made of: nobody may read the file who may not read all of them. */
  readonly origins?: readonly Origin[];
}

/**
 * Writes a file whole or not at all: beside it under another name first, then renamed, with the owner and the permissions
 * of the one it replaces. A link is replaced, not followed. Rejects with a RefusedError when that fails, and leaves nothing
 * behind. Nothing runs between its steps: a signal that ends the process finds the file as it was or as it shall be.
 */
export async function writeAtomically(
  path: string,
  content: string | Uint8Array,
  { fsync = true, origins = [] }: WriteHow = {},
): Promise<void> {
  const temporary = join(dirname(path), `.policydoc-${crypto.randomUUID().slice(-12)}.tmp`);
  try {
    answerOurselves();
    const before = lstatSync(path, { throwIfNoEntry: false });
    // For nobody else's eyes as long as it is not what it shall be.
    const file = openSync(temporary, 'wx', 0o600);
    try {
      const made = fstatSync(file);
      const { uid, gid, mode } = before?.isFile() ? before : { ...made, mode: 0o666 & ~process.umask() };
      if (uid !== made.uid || gid !== made.gid) fchownSync(file, uid, gid);
      writeFileSync(file, content);
      fchmodSync(file, permissions(mode & 0o7777, gid, origins));
      if (fsync) fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    try {
      unlinkSync(temporary);
    } catch {
      // It was never there, or whatever went wrong keeps it there: the reader wants to know what went wrong.
    }
    throw new RefusedError(unwritable(codeOf(error)));
  }
}

/** Those of `mode` but for people who may not read every origin. The owner is who wrote it. */
function permissions(mode: number, gid: number, origins: readonly Origin[]): number {
  return origins.reduce((left, origin) => {
    const others = origin.mode & (origin.gid === gid ? 0o077 : 0o007);
    return left & (others | 0o7700);
  }, mode);
}

/**
 * The same for a file that somebody named: a name that is a link means what it leads to. A device or a pipe, `/dev/stdout`, is
 * written into: there is no file to replace.
 */
export async function writeNamed(path: string, content: string | Uint8Array, how: WriteHow = {}): Promise<void> {
  const there = await stat(path).catch(() => null);
  if (!there || there.isFile() || there.isDirectory()) return writeAtomically(await followed(path), content, how);
  // Until somebody reads the other end.
  await letSystemAnswer();
  await writeFile(path, content).catch(error => {
    throw new RefusedError(unwritable(codeOf(error)));
  });
}

/** Throws where a file could not be put: a long run should not end with that. */
export async function assertWritable(path: string): Promise<void> {
  const folder = await stat(dirname(path)).catch(error => {
    throw new RefusedError(unwritable(codeOf(error)));
  });
  if (!folder.isDirectory()) throw new RefusedError(unwritable('ENOENT'));
  const there = await stat(path).catch(() => null);
  if (there?.isDirectory()) throw new RefusedError(unwritable('EISDIR'));
}

/** Adds to the end of a file that another program has begun. */
export async function appendTo(path: string, content: string): Promise<void> {
  await appendFile(path, content).catch(error => {
    throw new RefusedError(unwritable(codeOf(error)));
  });
}

/**
 * Replaces a text by another, in the same encoding; refuses where anything but the text would change. `within` is the folder
 * that the file was found in, which no link may lead out of; null for a file that was named.
 */
export async function rewriteSource(
  path: string,
  within: string | null,
  before: string,
  after: string,
  written: Pick<Decoded, 'encoding' | 'bom'>,
): Promise<void> {
  const file = within === null ? await followed(path) : path;
  const { bytes: current } = readFound(file, { most: MOST.text, ...(within !== null && { within }) });
  const [unchanged, bytes] = [await encode(before, written), await encode(after, written)];
  // Some bytes of GB18030 have two spellings: a file that would not come back as it was is left alone.
  if (!unchanged || !bytes || !current.equals(unchanged)) throw new RefusedError(CHANGED);
  await writeAtomically(file, bytes);
}

const CHANGED: Message = msg(
  '文件已被改动，或其编码无法原样写回，未修改',
  'not changed: it was modified meanwhile, or its encoding cannot be written back as it was',
);

/** What the system calls an error. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

export const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** The file a path leads to, also through links; the path itself where there is none. */
export const followed = (path: string): Promise<string> => realpath(path).catch(() => path);

/** Writes a file, and the folders it stands in, unless there is one of that name; whether it did. Throws a RefusedError. */
export async function createFile(path: string, content: string): Promise<boolean> {
  try {
    if (
      await lstat(path).then(
        () => true,
        () => false,
      )
    )
      return false;
    await mkdir(dirname(path), { recursive: true });
  } catch (error) {
    throw new RefusedError(unwritable(codeOf(error)));
  }
  await writeAtomically(path, content);
  return true;
}
