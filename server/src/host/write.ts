import { appendFile, lstat, mkdir, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Message } from '../core/message.js';
import { RefusedError, type Decoded } from './decode.js';
import { encode } from './encode.js';
import { unwritable } from './texts.js';

/**
 * Writes a file wholly or not at all, with the permissions of the one it replaces. The library takes its temporary file
 * away also when the process is ended by a signal. Throws a RefusedError.
 */
export async function writeAtomically(path: string, content: string | Uint8Array, { fsync = true } = {}): Promise<void> {
  const { default: writeFileAtomic } = await import('write-file-atomic');
  try {
    await writeFileAtomic(path, typeof content === 'string' ? content : Buffer.from(content), { fsync });
  } catch (error) {
    throw new RefusedError(unwritable(codeOf(error)));
  }
}

/** Throws where a file could not be put: a long run should not end with that. */
export async function assertWritable(path: string): Promise<void> {
  const folder = await stat(dirname(path)).catch(error => { throw new RefusedError(unwritable(codeOf(error))); });
  if (!folder.isDirectory()) throw new RefusedError(unwritable('ENOENT'));
  const there = await stat(path).catch(() => null);
  if (there?.isDirectory()) throw new RefusedError(unwritable('EISDIR'));
}

/** Adds to the end of a file that another program has begun. */
export async function appendTo(path: string, content: string): Promise<void> {
  await appendFile(path, content).catch(error => { throw new RefusedError(unwritable(codeOf(error))); });
}

/** Replaces a text by another, in the same encoding; refuses where anything but the text would change. */
export async function rewriteSource(path: string, before: string, after: string, written: Pick<Decoded, 'encoding' | 'bom'>): Promise<void> {
  const current = await readFile(path).catch(error => { throw new RefusedError(unwritable(codeOf(error))); });
  const [unchanged, bytes] = [await encode(before, written), await encode(after, written)];
  // Some bytes of GB18030 have two spellings: a file that would not come back as it was is left alone.
  if (!unchanged || !bytes || !current.equals(unchanged)) throw new RefusedError(CHANGED);
  await writeAtomically(path, bytes);
}

const CHANGED: Message = {
  'zh-CN': '文件已被改动，或其编码无法原样写回，未修改',
  en: 'not changed: it was modified meanwhile, or its encoding cannot be written back as it was',
};

/** What the system calls an error. */
export const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : String(error));

/** Writes a file, and the folders it stands in, unless there is one of that name; whether it did. Throws a RefusedError. */
export async function createFile(path: string, content: string): Promise<boolean> {
  try {
    if (await lstat(path).then(() => true, () => false)) return false;
    await mkdir(dirname(path), { recursive: true });
  } catch (error) {
    throw new RefusedError(unwritable(codeOf(error)));
  }
  await writeAtomically(path, content);
  return true;
}
