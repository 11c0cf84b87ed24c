import { readFile } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import packageJson from '../../../package.json' with { type: 'json' };
import type { Settings } from '../../core/analyze.js';
import { lazily } from '../../core/lazily.js';
import { memoize } from '../../core/memoize.js';
import { RefusedError } from '../../host/decode.js';
import type { TeamIndex } from '../../host/regulations.js';
import { digest, digestOfFolder, ResultCache, userCacheFolder } from '../../host/result-cache.js';
import type { OpenedDraft } from '../open-drafts.js';
import type { Session } from '../session.js';
import { unpacked, type FileResult, type PackedResult } from './analyze-file.js';
import { RUN } from './check.messages.js';

/** Tells the present state of a team's folders from every other. */
const stateOf = memoize(({ folders }: TeamIndex) =>
  Promise.all(folders.map(({ path }) => digestOfFolder(path))).then(all => all.join()),
);

/** Whether a path is the folder or in it. */
function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** What is read of each result that is asked for. */
type Kept = Omit<PackedResult, 'findings' | 'block'> & { readonly how: string | null };

/** What is kept of one text. */
export interface CacheEntry {
  get(): FileResult | undefined;
  put(fresh: PackedResult): void;
}

/** The results of earlier runs, for the same text, settings, language, regulation data and program. */
export class FileResultCache {
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
  async entryOf(draft: OpenedDraft, settings: Settings, team: TeamIndex): Promise<CacheEntry> {
    const { file, path, decisions } = draft;
    const content = digest(draft.bytes ?? draft.text);
    const key = digest(JSON.stringify([this.circumstances, await stateOf(team), settings, decisions, content]));
    return {
      get: () => {
        const found = this.cache.get(path, key);
        if (!found) return undefined;
        const { report, how, ...known } = found.value as Kept;
        const block = how === null ? null : lazily({ how }, { text: found.text });
        return unpacked({ ...known, report: { ...report, file }, block }, found.more);
      },
      put: ({ findings, block, ...fresh }) =>
        this.cache.put(path, key, { ...fresh, how: block?.how ?? null } satisfies Kept, block?.text ?? '', findings),
    };
  }

  /** A cache that cannot be written makes a run slow, not wrong. */
  async close(): Promise<void> {
    await this.cache.close().catch((error: unknown) => {
      if (!(error instanceof RefusedError)) throw error;
      this.session.note(RUN.cache(error.reason));
    });
  }
}
