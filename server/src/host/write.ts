import { access, realpath } from 'node:fs/promises';
import writeFileAtomic from 'write-file-atomic';
import { RefusedError } from './decode.js';
import { unwritable } from './texts.js';

/**
 * Writes a file whole or not at all: beside it under another name first, then renamed. Its rights stay, a link stays a
 * link. Throws a RefusedError when that fails, and leaves nothing behind.
 */
export async function writeAtomically(path: string, content: string | Uint8Array): Promise<void> {
  try {
    const target = await realpath(path).catch(() => path);
    await writeFileAtomic(target, Buffer.from(content));
  } catch (error) {
    throw new RefusedError(unwritable(codeOf(error)));
  }
}

/** What the system calls an error. */
export const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : String(error));

export const exists = (path: string): Promise<boolean> => access(path).then(() => true, () => false);

/** Whether two paths name one file, also through links. A path that does not exist is compared as it is written. */
export async function isSameFile(a: string, b: string): Promise<boolean> {
  const [realA, realB] = await Promise.all([a, b].map(path => realpath(path).catch(() => path)));
  return realA === realB;
}
