import { readFile } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import packageJson from '../../../package.json' with { type: 'json' };
import { analyze, type Settings } from '../../core/analyze.js';
import type { RegulationIndex } from '../../core/regulations/regulation-index.js';
import { decided, type Decision } from '../../host/decisions.js';
import { RefusedError } from '../../host/decode.js';
import { digest, digestOfFolder, ResultCache, userCacheFolder } from '../../host/result-cache.js';
import { RUN } from './check.messages.js';
import { fileReport } from '../report/file-report.js';
import type { FileReport } from '../report/report.js';
import { rulesOff } from '../../features/not-checked.js';
import type { OpenedDraft } from '../open-drafts.js';
import type { Session } from '../session.js';

/** All that a run of `check` wants to know of a text. Plain data: what is taken from the cache is no different. */
export interface FileResult {
  /** What the front matter says: whether the text is a report. */
  readonly own: boolean | null;
  readonly looksLikeReport: boolean;
  readonly report: FileReport;
}

export function analyzeFile(
  file: string,
  text: string,
  settings: Settings,
  index: RegulationIndex,
  decisions: readonly Decision[],
  { locale }: Session,
): FileResult {
  const analysis = decided(analyze(text, { index, settings }), decisions);
  const own = analysis.model.frontMatter?.data['policydoc'];
  return {
    own: typeof own === 'boolean' ? own : null,
    looksLikeReport: analysis.model.genre.isReport,
    report: fileReport(file, analysis, locale, rulesOff(settings)),
  };
}

/** Whether something may have been a look: an entry of another program is none. */
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

/** Whether a path is the folder or in it. */
function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** What is remembered of one text. */
export interface CacheEntry {
  recall(): FileResult | undefined;
  keep(fresh: FileResult): Promise<void>;
}

/** Remembers having looked at texts: same text, settings, language, regulation data and program. */
export class FileResultCache {
  #isBroken = false;
  /** By the folders of a team: what tells their present state from every other. */
  readonly #teams = new Map<string, Promise<string>>();

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

  async of({ file, path, text, config, decisions }: OpenedDraft, settings: Settings): Promise<CacheEntry> {
    const key = digest(
      JSON.stringify([this.circumstances, await this.#teamOf(config), settings, decisions, digest(text)]),
    );
    return {
      recall: () => {
        const known = this.cache.get(path, key);
        return isFileResult(known) ? { ...known, report: { ...known.report, file } } : undefined;
      },
      keep: async fresh => {
        if (!this.#isBroken) await this.cache.put(path, key, fresh).catch(error => this.#giveUp(error));
      },
    };
  }

  #teamOf({ regulations }: OpenedDraft['config']): Promise<string> {
    const folders = regulations.map(({ path }) => path);
    const name = folders.join('\0');
    let made = this.#teams.get(name);
    if (!made) {
      made = Promise.all(folders.map(digestOfFolder)).then(all => all.join());
      this.#teams.set(name, made);
    }
    return made;
  }

  /** A cache that cannot be written makes a run slow, not wrong. */
  #giveUp(error: unknown): void {
    if (!(error instanceof RefusedError)) throw error;
    this.#isBroken = true;
    this.session.note(RUN.cache(error.reason));
  }
}
