import { isAbsolute, relative, sep } from 'node:path';
import { Lines } from '../core/text/lines.js';
import { decode, RefusedError } from './decode.js';
import { GitError, namedBy, Repository, type Beyond, type Commit } from './git.js';
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

/** Lines that changed, counted from 1; or all of them, or none. */
export type ChangedLines = ReadonlySet<number> | 'all' | 'none';

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

  /** Of a file as it is now; one outside the repository, or one the commit does not have, is new. */
  async linesOf(path: string, text: string): Promise<ChangedLines> {
    const name = relative(this.repository.root, path);
    if (name.startsWith(`..${sep}`) || isAbsolute(name)) return 'all';
    let before: string;
    try {
      const bytes = this.repository.file(this.base, name.split(sep).join('/'));
      if (!bytes) return 'all';
      before = decode(bytes).text;
    } catch {
      // Not to be read: what cannot be compared must not be passed over.
      return 'all';
    }
    return changed(linesIn(before), linesIn(text));
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

/** Without their endings, which Git may have changed on the way. */
function linesIn(text: string): string[] {
  const lines = new Lines(text);
  return Array.from({ length: lines.count }, (_, i) => text.slice(lines.start(i + 1), lines.end(i + 1)));
}
