import { lstatSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { Lines } from '../core/text/lines.js';
import { decode, RefusedError } from './decode.js';
import { namedBy, Repository, type Beyond, type Commit } from './git.js';
import { GitError } from './git-pack.js';
import { letSystemAnswer } from './signals.js';

/** Why a history cannot be asked. */
export class HistoryError extends Error {
  constructor(
    readonly problem: 'noRepository' | 'notation' | 'unknown' | 'unrelated' | 'unreadable' | Beyond,
    detail = '',
  ) {
    super(detail);
  }
}

/** Whose lines are compared: not those of a Word document, which has none. */
const TEXT = /\.(?:md|markdown|txt)$/i;

/** Lines that changed, counted from 1; or all of them, or none. */
export type ChangedLines = ReadonlySet<number> | 'all' | 'none';

/** Files of a commit that are gone, and what they hold together; the text of one that came is compared with each. */
const MOST_GONE = 200;
const MOST_CHARACTERS = 64 * 1024 * 1024;

/** What changed in a Git repository since its history left that of a commit. */
export class History {
  private constructor(
    readonly repository: Repository,
    readonly base: Commit,
  ) {}

  /** Rejects with a HistoryError. */
  static async since(ref: string, cwd: string): Promise<History> {
    // A long history is walked at one go.
    await letSystemAnswer();
    if (!namedBy(ref)) throw new HistoryError('notation');
    const repository = found(cwd);
    try {
      return History.#between(ref, repository);
    } catch (error) {
      // The reason why, where it is known: nobody is to look for a history that is there.
      if (!(error instanceof HistoryError)) throw error;
      const beyond = asked('unreadable', () => repository.beyondUs);
      // Only an object can lie elsewhere, and it is told by its hash; a branch that is not here is nowhere.
      const isWhy = beyond !== null && (beyond !== 'alternates' || /^[0-9a-f]{4,40}$/.test(error.message));
      throw isWhy ? new HistoryError(beyond) : error;
    }
  }

  static #between(ref: string, repository: Repository): History {
    const head = asked('unreadable', () => repository.commitAt('HEAD'));
    const wanted = asked('unknown', () => repository.commitAt(ref));
    const base = asked('unrelated', () => {
      const oid = repository.parting(head, wanted);
      return oid === null ? null : repository.commit(oid);
    });
    if (!base) throw new HistoryError('unrelated');
    return new History(repository, base);
  }

  #gone: readonly (readonly string[])[] | null = null;

  /**
   * Of a file as it is now; one outside the repository is new, and so is one the commit does not have, unless it is
   * one that is gone under another name: then at least half of either's lines are the other's too.
   */
  async linesOf(path: string, text: string): Promise<ChangedLines> {
    const name = relative(this.repository.root, path);
    if (name.startsWith(`..${sep}`) || isAbsolute(name)) return 'all';
    const after = linesIn(text);
    try {
      const before = this.#linesAt(name.split(sep).join('/')) ?? this.#likest(after);
      return before ? await changed(before, after) : 'all';
    } catch (error) {
      // Not to be read: what cannot be compared must not be passed over.
      if (error instanceof GitError || error instanceof RefusedError) return 'all';
      throw error;
    }
  }

  /** Null where the commit has no such file. Throws a GitError or a RefusedError. */
  #linesAt(path: string): string[] | null {
    const bytes = this.repository.file(this.base, path);
    return bytes && linesIn(decode(bytes).text);
  }

  /** The lines of the files that are gone. Throws a GitError. */
  #goneFiles(): string[][] {
    const { root } = this.repository;
    const gone: string[][] = [];
    let left = MOST_CHARACTERS;
    for (const path of this.repository.pathsIn(this.base, name => TEXT.test(name))) {
      if (gone.length === MOST_GONE || left < 0) break;
      if (lstatSync(join(root, path), { throwIfNoEntry: false })) continue;
      try {
        const lines = this.#linesAt(path) ?? [];
        left = lines.reduce((rest, line) => rest - line.length, left);
        gone.push(lines);
      } catch (error) {
        // What cannot be read is like nothing.
        if (!(error instanceof GitError || error instanceof RefusedError)) throw error;
      }
    }
    return gone;
  }

  /** Of the files that are gone the one most like this; null where none is like it. Throws a GitError. */
  #likest(lines: readonly string[]): readonly string[] | null {
    let [most, likest]: [number, readonly string[] | null] = [0, null];
    this.#gone ??= this.#goneFiles();
    for (const gone of this.#gone) {
      const share = shared(gone, lines);
      if (share >= 0.5 && share > most) [most, likest] = [share, gone];
    }
    return likest;
  }
}

function found(cwd: string): Repository {
  const repository = asked('unreadable', () => Repository.around(cwd));
  if (!repository) throw new HistoryError('noRepository');
  return repository;
}

function asked<T>(problem: HistoryError['problem'], work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof GitError || error instanceof RefusedError) throw new HistoryError(problem, error.message);
    throw error;
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

/** How much of the longer of two texts stands in the other as well, in lines that are not blank. */
function shared(one: readonly string[], other: readonly string[]): number {
  const [a, b] = [one, other].map(lines => lines.filter(line => line.trim() !== '')) as [string[], string[]];
  const left = new Map<string, number>();
  for (const line of a) left.set(line, (left.get(line) ?? 0) + 1);
  let both = 0;
  for (const line of b) {
    const count = left.get(line) ?? 0;
    if (count === 0) continue;
    left.set(line, count - 1);
    both++;
  }
  return both / Math.max(a.length, b.length, 1);
}

/** Without their endings, which Git may have changed on the way. */
function linesIn(text: string): string[] {
  const lines = new Lines(text);
  return Array.from({ length: lines.count }, (_, i) => text.slice(lines.start(i + 1), lines.end(i + 1)));
}
