import { availableParallelism } from 'node:os';
import type { Tinypool } from 'tinypool';
import type { Settings } from '../../core/analyze.js';
import { RefusedError } from '../../host/decode.js';
import type { Job } from './analyze-worker.js';
import { analyzeFile, type FileResult } from './analyze-file.js';
import type { FileResultCache } from './file-result-cache.js';
import type { Noted } from '../notes.js';
import type { Regulations } from '../regulations.js';
import type { OpenedDraft } from '../open-drafts.js';
import type { Session } from '../session.js';
import { TROUBLE } from '../session.messages.js';

/** Fewer texts than these are analysed before workers have started. */
const MANY = 64;
/** With a cache at hand there may be no more to analyse than a few. */
const FEW = 8;
const MOST_WORKERS = 8;
/** How many texts a worker has before it: none waits while the run is at something else. */
const QUEUE = 4;

/** Analyses the texts of a run: in this thread, or in several when there are many; or has the results from before. */
export class AnalysisPool {
  readonly #threads: number;
  #pool: Tinypool | null = null;
  /** Rejected when a worker ends that had nothing to do: before it was ready, as a rule. */
  #failure: Promise<never> | null = null;
  #made = 0;
  #hasAnswered = false;
  #hasFailed = false;

  constructor(
    readonly regulations: Regulations,
    readonly cache: FileResultCache | null,
    readonly session: Session,
  ) {
    this.#threads =
      session.io.workerFile === undefined ? 1 : (session.io.threads ?? Math.min(availableParallelism(), MOST_WORKERS));
  }

  /** How many texts may be asked about before the first is answered. */
  get capacity(): number {
    return this.#pool ? this.#threads * QUEUE : 0;
  }

  /**
   * Begins to analyse a text, with `left` texts to come, and returns how to learn what came of it. All that is to be
   * said to the reader is in the notes or said by the answer, so that both in the order of the texts make the same run
   * every time. `isStored` false: of a text that is no file's yet.
   */
  async begin(
    draft: OpenedDraft,
    settings: Settings,
    left: number,
    isStored = true,
  ): Promise<Noted<() => Promise<FileResult>>> {
    const { file, text, config, decisions } = draft;
    const { result: team, notes } = await this.regulations.under(config);
    const entry = isStored ? await this.cache?.entryOf(draft, settings, team) : undefined;
    const known = entry?.get();
    if (known) return { result: () => Promise.resolve(known), notes };
    const { regulations } = config;
    const {
      locale,
      io: { dataFolder, cwd },
    } = this.session;
    const job: Job = { file, text, settings, regulations, decisions, locale, dataFolder, cwd };
    const pool = await this.#poolFor(left);
    const found =
      pool &&
      Promise.race([pool.run(job) as Promise<FileResult>, this.#failure!]).then(
        result => {
          this.#hasAnswered = true;
          return result;
        },
        error => {
          this.#hasFailed = true;
          throw this.#hasAnswered ? error : new RefusedError(TROUBLE.workers(String(error)));
        },
      );
    found?.catch(() => undefined); // Thrown where it is waited for.
    const answer = async (): Promise<FileResult> => {
      const fresh = (await found) ?? analyzeFile(file, text, settings, team.index, decisions, locale);
      await entry?.put(fresh);
      return fresh;
    };
    return { result: answer, notes };
  }

  async end(): Promise<void> {
    // After a failure more workers may fail, which destroy() cannot bear. None keeps the process: they end with their
    // work.
    if (!this.#hasFailed) await this.#pool?.destroy();
    this.#pool = null;
  }

  /** The workers, who are called when the texts turn out to be many. */
  async #poolFor(left: number): Promise<Tinypool | null> {
    this.#made++;
    if (this.#pool || this.#threads < 2 || left < MANY || (this.cache && this.#made <= FEW)) return this.#pool;
    const { Tinypool } = await import('tinypool');
    const pool = new Tinypool({
      filename: this.session.io.workerFile!,
      minThreads: this.#threads,
      maxThreads: this.#threads,
      concurrentTasksPerWorker: 2,
    });
    this.#failure = new Promise((_, reject) => {
      pool.on('error', reject);
    });
    this.#pool = pool;
    return pool;
  }
}
