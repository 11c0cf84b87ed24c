import { randomBytes } from 'node:crypto';
import { access, lstat, open, realpath, rename, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { RefusedError } from './decode.js';
import { unwritable } from './texts.js';

/**
 * Writes a file whole or not at all: beside it under another name first, then renamed. The rights of the file that was there
 * stay; a link that was there is replaced, not followed. Throws a RefusedError when that fails, and leaves nothing behind.
 */
export async function writeAtomically(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = join(dirname(path), `.policydoc-${randomBytes(6).toString('hex')}.tmp`);
  try {
    const there = await lstat(path).catch(() => null);
    const file = await open(temporary, 'wx');
    try {
      if (there?.isFile()) await file.chmod(there.mode);
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw new RefusedError(unwritable(codeOf(error)));
  }
}

/** What the system calls an error. */
export const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : String(error));

export const exists = (path: string): Promise<boolean> => access(path).then(() => true, () => false);

/** The file a path leads to, also through links; the path itself where there is none. */
export const followed = (path: string): Promise<string> => realpath(path).catch(() => path);
