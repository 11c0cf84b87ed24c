import { lstat, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { RefusedError } from './decode.js';
import { GIT, Ignored, OWN, type IgnoreProblem } from './ignore-files.js';
import { isLink } from './links.js';
import { isMissing, systemReason } from './open.js';
import { DISCOVERY } from './texts.js';

/** The files one PATH of the command line stands for, as absolute paths in no particular order. */
export interface Discovery {
  readonly files: readonly string[];
  /** Whether PATH named the file itself, rather than a folder it was found in. */
  readonly named: boolean;
  /** Lines of ignore files that were not used. */
  readonly problems: readonly IgnoreProblem[];
  /** Old Word documents that a folder also holds, which cannot be read. */
  readonly unread: readonly string[];
}

const TEXT = /\.(?:md|markdown|txt|docx|docm)$/i;
const OLD = /\.(?:doc|wps)$/i;
/** What Word keeps beside an open document. */
const LOCK = /^~\$/;
/** Milliseconds after which others have their turn. */
const LONGEST_TURN = 20;

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
  if (!isFolder) return { files: [path], named: true, problems: [], unread: [] };
  const { passed, ...found } = await textsIn(path);
  if (found.files.length === 0 && found.unread.length === 0)
    throw new RefusedError(
      passed === 'all' ? DISCOVERY.ignored : passed === 'some' ? DISCOVERY.restIgnored : DISCOVERY.empty,
    );
  return { ...found, named: false };
}

/**
 * A path that stands in a list: a file counts as if its folder had been named, so one of another kind, a link, or one that
 * an ignore file of ours names, is none to check.
 */
export async function discoverListed(path: string): Promise<Discovery> {
  const nothing = { files: [], named: false, problems: [], unread: [] };
  if (await isLink(path)) return nothing;
  const found = await discover(path);
  if (!found.named) return found;
  const isOld = OLD.test(path);
  if ((!TEXT.test(path) && !isOld) || LOCK.test(basename(path))) return nothing;
  const problems: IgnoreProblem[] = [];
  const { ignored } = await whatHoldsIn(dirname(path), false, problems, path);
  if (!ignored) return { ...nothing, problems };
  return { ...nothing, problems, ...(isOld ? { unread: [path] } : { files: [path] }) };
}

/**
 * Links are not followed, as in Git: no loop can occur and no file outside the folder is found. Hidden ones are passed over.
 * `passed` tells what ignore files took away: the folder itself, something in it, or nothing.
 */
async function textsIn(root: string): Promise<Omit<Discovery, 'named'> & { passed: 'all' | 'some' | 'none' }> {
  const [files, unread, problems]: [string[], string[], IgnoreProblem[]] = [[], [], []];
  const start = await whatHoldsIn(root, true, problems);
  const folders = start.ignored ? [{ path: root, names: start.names, ignored: start.ignored }] : [];
  let passed: 'all' | 'some' | 'none' = start.ignored ? 'none' : 'all';
  let turned = performance.now();
  for (let folder = folders.pop(); folder; folder = folders.pop()) {
    const { path, names } = folder;
    const entries = await readdir(path, { withFileTypes: true }).catch(error => {
      if (path !== root && isMissing(error)) return [];
      throw new RefusedError(DISCOVERY.unsearchable(systemReason(error)));
    });
    const has = (name: string): boolean => entries.some(entry => entry.name === name);
    const ignored = folder.ignored.with(path, names.length, [GIT, OWN].filter(has), problems);
    for (const entry of entries) {
      const { name } = entry;
      const isFolder = entry.isDirectory();
      const isDraft = entry.isFile() && !LOCK.test(name) && (TEXT.test(name) || OLD.test(name));
      if (name.startsWith('.') || !(isFolder ? name !== 'node_modules' : isDraft)) continue;
      if (performance.now() - turned > LONGEST_TURN) {
        await turn();
        turned = performance.now();
      }
      const below = [...names, name];
      if (ignored.has(below, isFolder)) {
        passed = 'some';
        continue;
      }
      if (isFolder) folders.push({ path: join(path, name), names: below, ignored });
      else (TEXT.test(name) ? files : unread).push(join(path, name));
    }
  }
  return { files, problems, unread: unread.sort(), passed };
}

/**
 * What the folders above `folder` say: ignore files of ours hold from wherever they are, Git's within the repository. `names`
 * lead from the root of all to it. `ignored` is null where they ignore the folder, or `file` in it.
 */
async function whatHoldsIn(
  folder: string,
  withGit: boolean,
  problems: IgnoreProblem[],
  file?: string,
): Promise<{ names: string[]; ignored: Ignored | null }> {
  const above: string[] = [];
  for (let at = folder; at !== dirname(at); at = dirname(at)) above.unshift(dirname(at));
  const isRoot = await Promise.all([...above, folder].map(path => exists(join(path, '.git'))));
  // The innermost repository is the one the folder is in.
  const root = withGit ? isRoot.lastIndexOf(true) : -1;
  const names: string[] = [];
  let ignored = Ignored.NOTHING;
  const steps = [...above.slice(1), folder, ...(file === undefined ? [] : [file])];
  for (const [depth, path] of [...above, ...(file === undefined ? [] : [folder])].entries()) {
    const files = [...(root >= 0 && depth >= root ? [GIT] : []), OWN];
    ignored = ignored.with(path, depth, files, problems);
    names.push(basename(steps[depth]!));
    if (ignored.has(names, steps[depth] !== file)) return { names, ignored: null };
  }
  return { names, ignored };
}

const exists = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );
