import { lstat, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { RefusedError } from './decode.js';
import { isLink } from './links.js';
import { systemReason } from './sources.js';
import { DISCOVERY } from './texts.js';

/** The files one PATH of the command line stands for, as absolute paths in no particular order. */
export interface Discovery {
  readonly files: readonly string[];
  /** Whether PATH named the file itself, rather than a folder it was found in. */
  readonly named: boolean;
  /** Old Word documents that a folder also holds, which cannot be read. */
  readonly unread: readonly string[];
}

const IGNORE_FILE = '.policydocignore';
const READ = /\.(?:md|markdown|txt|docx|docm)$/i;
const OLD = /\.(?:doc|wps)$/i;

/**
 * A file stands for itself, also where an ignore file names it; a folder for the texts in and below it.
 * Throws a RefusedError for a PATH that does not exist, cannot be searched or holds no text.
 */
export async function discover(path: string): Promise<Discovery> {
  const isFolder = await stat(path).then(
    it => it.isDirectory(),
    error => {
      throw new RefusedError(systemReason(error));
    },
  );
  if (!isFolder) return { files: [path], named: true, unread: [] };
  const found = await filesIn(path);
  const files = found.filter(file => READ.test(file));
  const unread = found.filter(file => !READ.test(file)).sort();
  if (files.length === 0 && unread.length === 0) throw new RefusedError(DISCOVERY.empty);
  return { files, named: false, unread };
}

/**
 * A path that stands in a list: a file counts as if its folder had been named, so one of another kind, a link, or one that
 * an ignore file names, is none to check.
 */
export async function discoverListed(path: string): Promise<Discovery> {
  const none = { files: [], named: false, unread: [] };
  if (await isLink(path)) return none;
  const found = await discover(path);
  if (!found.named) return found;
  if (!READ.test(path) && !OLD.test(path)) return none;
  const ignored = await ignoredAbove(path);
  if (ignored.some(isIgnored => isIgnored(path))) return none;
  return READ.test(path) ? { ...found, named: false } : { ...none, unread: [path] };
}

/** Symbolic links are not followed, as in Git: no loop can occur and no file outside the folder is read. */
async function filesIn(folder: string): Promise<string[]> {
  const { globby } = await import('globby');
  const found = await globby('**/*.{md,markdown,txt,docx,docm,doc,wps}', {
    cwd: folder,
    absolute: true,
    gitignore: true,
    ignoreFiles: `**/${IGNORE_FILE}`,
    // Beside an open document Word keeps a file of its own.
    ignore: ['**/node_modules/**', '**/~$*'],
    caseSensitiveMatch: false,
    followSymbolicLinks: false,
  }).catch(error => {
    throw new RefusedError(DISCOVERY.unsearchable(systemReason(error)));
  });
  const ignored = await ignoredAbove(folder);
  return found.filter(file => !ignored.some(isIgnored => isIgnored(file)));
}

/** globby looks for ignore files in and below the folder only; those of the folders above hold as well. */
async function ignoredAbove(folder: string): Promise<((file: string) => boolean)[]> {
  const { isIgnoredByIgnoreFiles } = await import('globby');
  const predicates: ((file: string) => boolean)[] = [];
  for (let above = dirname(folder), below = folder; above !== below; below = above, above = dirname(above)) {
    const isThere = await lstat(join(above, IGNORE_FILE)).then(
      it => it.isFile(),
      () => false,
    );
    if (isThere) predicates.push(await isIgnoredByIgnoreFiles(IGNORE_FILE, { cwd: above }));
  }
  return predicates;
}
