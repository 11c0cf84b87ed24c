import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  openSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { access, appendFile, lstat, mkdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Message } from '../core/message.js';
import { RefusedError, type Decoded } from './decode.js';
import { encode } from './encode.js';
import { unwritable } from './texts.js';

/**
 * Writes a file whole or not at all: beside it under another name first, then renamed, with the permissions of the one it
 * replaces. A link is replaced, not followed. Rejects with a RefusedError when that fails, and leaves nothing behind.
 * Nothing runs between its steps: a signal that ends the process finds the file as it was or as it shall be.
 * A device or a pipe, `/dev/stdout`, is written into: there is no file to replace.
 */
export async function writeAtomically(
  path: string,
  content: string | Uint8Array,
  { fsync = true } = {},
): Promise<void> {
  const temporary = join(dirname(path), `.policydoc-${randomBytes(6).toString('hex')}.tmp`);
  try {
    if (isStream(path)) return writeFileSync(path, content);
    const before = lstatSync(path, { throwIfNoEntry: false });
    const file = openSync(temporary, 'wx');
    try {
      if (before?.isFile()) fchmodSync(file, before.mode & 0o7777);
      writeFileSync(file, content);
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

function isStream(path: string): boolean {
  const there = statSync(path, { throwIfNoEntry: false });
  return there !== undefined && !there.isFile() && !there.isDirectory();
}

/** The same for a file that somebody named: a name that is a link means what it leads to. */
export const writeNamed = async (path: string, content: string | Uint8Array): Promise<void> =>
  writeAtomically(await followed(path), content);

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

/** Replaces a text by another, in the same encoding; refuses where anything but the text would change. */
export async function rewriteSource(
  path: string,
  before: string,
  after: string,
  written: Pick<Decoded, 'encoding' | 'bom'>,
): Promise<void> {
  const current = await readFile(path).catch(error => {
    throw new RefusedError(unwritable(codeOf(error)));
  });
  const [unchanged, bytes] = [await encode(before, written), await encode(after, written)];
  // Some bytes of GB18030 have two spellings: a file that would not come back as it was is left alone.
  if (!unchanged || !bytes || !current.equals(unchanged)) throw new RefusedError(CHANGED);
  await writeNamed(path, bytes);
}

const CHANGED: Message = {
  'zh-CN': '文件已被改动，或其编码无法原样写回，未修改',
  en: 'not changed: it was modified meanwhile, or its encoding cannot be written back as it was',
};

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
