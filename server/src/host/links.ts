import { lstat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { RefusedError } from './decode.js';
import { REFUSALS } from './texts.js';

/**
 * What somebody named may be a link, and is followed. What was only found or has a name of ours is not: it might lead out
 * of the folder that was named. Throws a RefusedError where `path`, or a folder between it and `named`, is a link.
 */
export async function assertNoLink(path: string, named = dirname(path)): Promise<void> {
  for (let at = path; at !== named && at !== dirname(at); at = dirname(at)) {
    if (await isLink(at)) throw new RefusedError(REFUSALS.link);
  }
}

export const isLink = (path: string): Promise<boolean> =>
  lstat(path).then(
    it => it.isSymbolicLink(),
    () => false,
  );
