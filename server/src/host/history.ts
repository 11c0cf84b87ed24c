import fs from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { Lines } from '../core/text/lines.js';
import { decode } from './decode.js';

/** Why a history cannot be asked. */
export class HistoryError extends Error {
  constructor(
    readonly problem: 'noRepository' | 'unknown' | 'unrelated' | 'unreadable',
    detail = '',
  ) {
    super(detail);
  }
}

/** Lines that changed, counted from 1; or all of them, or none. */
export type ChangedLines = ReadonlySet<number> | 'all' | 'none';

/**
 * What changed in a Git repository since its history left that of a commit. Its objects are read by isomorphic-git: no
 * process is started, and nothing of the repository is run.
 */
export class History {
  /** Keeps the packs that were read. */
  readonly #cache = {};

  private constructor(
    readonly git: typeof import('isomorphic-git'),
    readonly root: string,
    readonly gitdir: string,
    readonly base: string,
  ) {}

  /** Throws a HistoryError. */
  static async since(ref: string, cwd: string): Promise<History> {
    const git = (await import('isomorphic-git')).default;
    const { root, own, gitdir } = await repositoryOf(cwd);
    const cache = {};
    const resolved = (name: string, from = gitdir): Promise<string> => git.resolveRef({ fs, gitdir: from, ref: name });
    const head = await headOf(own, resolved);
    const wanted = await commitOf(ref);
    const [base] = (await git.findMergeBase({ fs, gitdir, oids: [head, wanted], cache }).catch(() => [])) as (
      | string
      | undefined
    )[];
    if (base === undefined) throw new HistoryError('unrelated');
    return new History(git, root, gitdir, base);

    /** `main`, `origin/main`, a tag, a hash or its beginning, each with ~2 or ^ behind it. */
    async function commitOf(name: string): Promise<string> {
      const [, start, steps] = /^(.*?)((?:~\d*|\^)*)$/.exec(name)!;
      try {
        const oid =
          start === 'HEAD'
            ? head
            : await resolved(start!).catch(() => git.expandOid({ fs, gitdir, oid: start!, cache }));
        let { commit, oid: peeled } = await git.readCommit({ fs, gitdir, oid, cache });
        for (const step of steps!.match(/~\d*|\^/g) ?? []) {
          for (let left = Number(step.slice(1) || 1); left > 0; left--) {
            ({ commit, oid: peeled } = await git.readCommit({ fs, gitdir, oid: commit.parent[0]!, cache }));
          }
        }
        return peeled;
      } catch {
        throw new HistoryError('unknown');
      }
    }
  }

  /** Of a file as it is now; one outside the repository, or one the commit does not have, is new. */
  async linesOf(path: string, text: string): Promise<ChangedLines> {
    const name = relative(this.root, path);
    if (name.startsWith(`..${sep}`) || isAbsolute(name)) return 'all';
    const { git, gitdir, base } = this;
    let before: string;
    try {
      const { blob } = await git.readBlob({
        fs,
        gitdir,
        oid: base,
        filepath: name.split(sep).join('/'),
        cache: this.#cache,
      });
      before = decode(blob).text;
    } catch {
      // Not there then, or not to be read: what cannot be compared must not be passed over.
      return 'all';
    }
    return changed(linesIn(before), linesIn(text));
  }
}

async function changed(before: readonly string[], after: readonly string[]): Promise<ChangedLines> {
  const { diffArrays } = await import('diff');
  const parts = diffArrays([...before], [...after], { timeout: 5000 });
  if (!parts) return 'all';
  const lines = new Set<number>();
  let line = 1;
  for (const { added, removed, value } of parts) {
    if (removed) continue;
    if (added) value.forEach((_, i) => lines.add(line + i));
    line += value.length;
  }
  return lines.size > 0 || before.length !== after.length ? lines : 'none';
}

/** Without their endings, which Git may have changed on the way. */
function linesIn(text: string): string[] {
  const lines = new Lines(text);
  return Array.from({ length: lines.count }, (_, i) => text.slice(lines.start(i + 1), lines.end(i + 1)));
}

/** `own` holds HEAD, `gitdir` objects and branches: not the same in a linked working tree. */
async function repositoryOf(cwd: string): Promise<{ root: string; own: string; gitdir: string }> {
  for (let root = resolve(cwd); ; root = dirname(root)) {
    const at = join(root, '.git');
    const found = await stat(at).catch(() => null);
    if (found?.isDirectory()) return { root, own: at, gitdir: at };
    const [, link] = found ? (/^gitdir: (.*)$/m.exec(await readFile(at, 'utf8')) ?? []) : [];
    if (link !== undefined) {
      const own = resolve(root, link.trim());
      const common = await readFile(join(own, 'commondir'), 'utf8').catch(() => '.');
      return { root, own, gitdir: resolve(own, common.trim()) };
    }
    if (dirname(root) === root) throw new HistoryError('noRepository');
  }
}

async function headOf(own: string, resolved: (name: string) => Promise<string>): Promise<string> {
  try {
    const head = (await readFile(join(own, 'HEAD'), 'utf8')).trim();
    return head.startsWith('ref: ') ? await resolved(head.slice(5)) : head;
  } catch (error) {
    throw new HistoryError('unreadable', (error as Error).message);
  }
}
