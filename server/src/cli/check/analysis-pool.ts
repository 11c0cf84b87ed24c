import { availableParallelism } from 'node:os';
import type { Settings } from '../../core/analyze.js';
import { RefusedError } from '../../host/decode.js';
import type { Job } from './analyze-worker.js';
import { isSaid, type Style } from '../formats/blocks.js';
import { analyzeFile, packed, unpacked, type FileResult, type PackedResult } from './analyze-file.js';
import type { FileResultCache } from './file-result-cache.js';
import type { Noted } from '../notes.js';
import type { Regulations } from '../regulations.js';
import type { OpenedDraft } from '../open-drafts.js';
import { ThreadError, Threads } from './threads.js';
import type { Session } from '../session.js';
import { TROUBLE } from '../session.messages.js';

/** Fewer texts than these are analysed before other threads have started. */
const MANY = 64;
/** With a cache at hand there may be no more to analyse than a few. */
const FEW = 8;
const MOST_THREADS = 8;

/** Analyses the texts of a run: in this thread, or in several when there are many; or has the results from before. */
export class AnalysisPool {
  readonly #count: number;
  #threads: Threads<Job, PackedResult> | null = null;
  #made = 0;

  constructor(
    readonly regulations: Regulations,
    readonly cache: FileResultCache | null,
    /** How what is found in a text will be said; null where that cannot be told from the text alone. */
    readonly style: Style | null,
    readonly session: Session,
  ) {
    this.#count =
      session.io.workerFile === undefined ? 1 : (session.io.threads ?? Math.min(availableParallelism(), MOST_THREADS));
  }

  /** How many texts may be asked about before the first is answered. */
  get capacity(): number {
    return this.#threads?.capacity ?? 0;
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
    const { file, config, decisions } = draft;
    const { result: team, notes } = await this.regulations.under(config);
    const entry = isStored ? await this.cache?.entryOf(draft, settings, team) : undefined;
    const known = entry?.get();
    const { style } = this;
    if (entry && known) {
      if (style && !isSaid(known.report, style)) entry.put(await packed(known, style));
      return { result: () => Promise.resolve(known), notes };
    }
    const { regulations } = config;
    const {
      locale,
      io: { dataFolder, cwd },
    } = this.session;
    const job: Job = { file, text: draft.text, settings, regulations, decisions, locale, style, dataFolder, cwd };
    const found = this.#threadsFor(left)?.begin(job);
    const answer = async (): Promise<FileResult> => {
      const fresh = await (found ? found().catch(refused) : this.#here(job));
      entry?.put(fresh);
      return unpacked(fresh, () => fresh.findings);
    };
    return { result: answer, notes };
  }

  /** What is new is kept. */
  async end(): Promise<void> {
    await this.#threads?.end();
    await this.cache?.close();
  }

  /** Other threads, who are called when the texts turn out to be many. */
  #threadsFor(left: number): Threads<Job, PackedResult> | null {
    this.#made++;
    if (this.#threads || this.#count < 2 || left < MANY || (this.cache && this.#made <= FEW)) return this.#threads;
    this.#threads = new Threads(this.session.io.workerFile!, this.#count - 1, job => this.#here(job));
    return this.#threads;
  }

  async #here({ file, text, settings, decisions, regulations, locale, style }: Job): Promise<PackedResult> {
    const { result } = await this.regulations.under({ regulations });
    return packed(analyzeFile(file, text, settings, result.index, decisions, locale), style);
  }
}

function refused(error: unknown): never {
  throw error instanceof ThreadError ? new RefusedError(TROUBLE.workers(error.message)) : error;
}
