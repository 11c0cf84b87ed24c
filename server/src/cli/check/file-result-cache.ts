import { readFile } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import packageJson from '../../../package.json' with { type: 'json' };
import type { Settings } from '../../core/analyze.js';
import { memoize } from '../../core/memoize.js';
import { RefusedError } from '../../host/decode.js';
import type { TeamIndex } from '../../host/regulations.js';
import { digest, digestOfFolder, ResultCache, userCacheFolder } from '../../host/result-cache.js';
import type { OpenedDraft } from '../open-drafts.js';
import type { FileReport } from '../report/report.js';
import type { Session } from '../session.js';
import type { FileResult } from './analyze-file.js';
import { RUN } from './check.messages.js';

/** Whether something may have been a result: an entry of another program is none. */
function isFileResult(value: unknown): value is FileResult {
  if (typeof value !== 'object' || value === null || !('report' in value)) return false;
  const { own, looksLikeReport, report } = value as Partial<FileResult>;
  return (
    (own === null || typeof own === 'boolean') &&
    typeof looksLikeReport === 'boolean' &&
    typeof report === 'object' &&
    Array.isArray((report as Partial<FileReport> | null)?.findings)
  );
}

/** Tells the present state of a team's folders from every other. */
const stateOf = memoize(({ folders }: TeamIndex) =>
  Promise.all(folders.map(({ path }) => digestOfFolder(path))).then(all => all.join()),
);

/** Whether a path is the folder or in it. */
function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** What is kept of one text. */
export interface CacheEntry {
  get(): FileResult | undefined;
  put(fresh: FileResult): Promise<void>;
}

/** The results of earlier runs, for the same text, settings, language, regulation data and program. */
export class FileResultCache {
  #isBroken = false;

  private constructor(
    readonly cache: ResultCache,
    readonly circumstances: string,
    readonly session: Session,
  ) {}

  /** In the user's own folder unless another is named; null after saying why it cannot be had. */
  static async open(named: string | undefined, session: Session): Promise<FileResultCache | null> {
    const { programFile, dataFolder, cwd, env } = session.io;
    const own = userCacheFolder(env);
    let cache: ResultCache;
    try {
      if (own === null) throw new RefusedError(RUN.noCacheFolder);
      // One that a setting puts into the folder that is checked may have come with it, secret and all.
      const home = env['HOME'];
      if (isBelow(own, cwd) && !(home && isBelow(home, cwd))) throw new RefusedError(RUN.cacheWithin);
      cache = await ResultCache.open(own, named === undefined ? undefined : resolve(cwd, named));
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      session.note(RUN.cache(error.reason));
      return null;
    }
    const program = programFile === undefined ? '' : digest(await readFile(programFile).catch(() => ''));
    const circumstances = JSON.stringify([
      packageJson.version,
      program,
      await digestOfFolder(dataFolder),
      session.locale,
    ]);
    return new FileResultCache(cache, circumstances, session);
  }

  /** Of a draft that is checked against `team` under `settings`. */
  async entryOf(
    { file, path, text, decisions }: OpenedDraft,
    settings: Settings,
    team: TeamIndex,
  ): Promise<CacheEntry> {
    const key = digest(JSON.stringify([this.circumstances, await stateOf(team), settings, decisions, digest(text)]));
    return {
      get: () => {
        const known = this.cache.get(path, key);
        return isFileResult(known) ? { ...known, report: { ...known.report, file } } : undefined;
      },
      put: async fresh => {
        if (!this.#isBroken) await this.cache.put(path, key, fresh).catch(error => this.#giveUp(error));
      },
    };
  }

  /** A cache that cannot be written makes a run slow, not wrong. */
  #giveUp(error: unknown): void {
    if (!(error instanceof RefusedError)) throw error;
    this.#isBroken = true;
    this.session.note(RUN.cache(error.reason));
  }
}
