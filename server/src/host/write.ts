import { access, realpath } from 'node:fs/promises';
import writeFileAtomic from 'write-file-atomic';
import { RefusedError } from './decode.js';
import { REFUSALS } from './texts.js';

/**
 * Writes the whole file or leaves the one that is there: a new file beside it takes its place. A link stays a link.
 * Throws a RefusedError when it cannot be written.
 */
export async function writeAtomically(path: string, bytes: Uint8Array): Promise<void> {
  try {
    const target = await realpath(path).catch(() => path);
    await writeFileAtomic(target, Buffer.from(bytes));
  } catch (error) {
    throw new RefusedError(REFUSALS.unwritable(error instanceof Error && 'code' in error ? String(error.code) : String(error)));
  }
}

export const exists = (path: string): Promise<boolean> => access(path).then(() => true, () => false);

/** Whether two paths name one file, also through links. A path that does not exist is compared as it is written. */
export async function isSameFile(a: string, b: string): Promise<boolean> {
  const [realA, realB] = await Promise.all([a, b].map(path => realpath(path).catch(() => path)));
  return realA === realB;
}
