import { access } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Message } from '../../core/message.js';
import { RefusedError } from '../../host/decode.js';
import { assertNoLink } from '../../host/links.js';
import { readNamedSource, readSource } from '../../host/sources.js';
import { assertWritable } from '../../host/write.js';
import { BASELINE } from './baseline.messages.js';
import type { ReportFinding } from '../report/report.js';
import type { Session } from '../session.js';

/** A finding that is known, by its fingerprint: its rule, the words of its sentence, and which of several such it is. */
interface Entry {
  readonly rule: string;
  readonly fingerprint: string;
}

interface Data {
  readonly version: 1;
  /** By the name of the file, counted from the folder of the baseline. */
  readonly files: Readonly<Record<string, readonly Entry[]>>;
}

export const BASELINE_FILE = 'policydoc-baseline.json';

/** A baseline that cannot be used. */
export class BaselineError extends Error {
  constructor(readonly reason: Message) {
    super(reason.en);
  }
}

/** The findings a team has decided to live with for now: they are counted, and neither listed nor held against a run. */
export class BaselineRun {
  /** What will be written for the files that were checked. */
  readonly #kept = new Map<string, readonly Entry[]>();
  readonly #stale: { file: string; rule: string }[] = [];

  private constructor(
    readonly file: string,
    readonly isUpdated: boolean,
    readonly data: Data,
    /** Those that were looked for; null: all. */
    readonly rules: ReadonlySet<string> | null,
    readonly session: Session,
  ) {}

  /** Throws a BaselineError. The file is the usual one unless another is named. With `isUpdated` the file need not be there yet, and every finding becomes a known one. */
  static async open(
    named: string | undefined,
    isUpdated: boolean,
    rules: ReadonlySet<string> | null,
    session: Session,
  ): Promise<BaselineRun> {
    const file = named ?? BASELINE_FILE;
    const path = resolve(session.io.cwd, file);
    try {
      if (isUpdated) {
        if (named === undefined) await assertNoLink(path);
        await assertWritable(path);
        if (
          await access(path).then(
            () => false,
            () => true,
          )
        )
          return new BaselineRun(file, isUpdated, { version: 1, files: {} }, rules, session);
      }
      const { text } = await (named === undefined ? readSource(path) : readNamedSource(path));
      return new BaselineRun(file, isUpdated, dataOf(text), rules, session);
    } catch (error) {
      if (error instanceof RefusedError) throw new BaselineError(error.reason);
      throw error;
    }
  }

  /** Those of the findings of a file that are new. */
  newAmong(path: string, findings: readonly ReportFinding[]): readonly ReportFinding[] {
    if (this.isUpdated) return [];
    const known = new Set(this.#knownOf(this.#nameOf(path)).map(({ fingerprint }) => fingerprint));
    return findings.filter(({ fingerprint }) => !known.has(fingerprint));
  }

  /** Takes note of all findings of a file that was checked. */
  keep(path: string, findings: readonly ReportFinding[]): void {
    const name = this.#nameOf(path);
    const isAsked = ({ rule }: { rule: string }): boolean => this.rules === null || this.rules.has(rule);
    const found = new Set(findings.map(({ fingerprint }) => fingerprint));
    const known = this.#knownOf(name);
    for (const entry of known)
      if (isAsked(entry) && !found.has(entry.fingerprint)) this.#stale.push({ file: name, rule: entry.rule });
    this.#kept.set(name, [
      ...known.filter(entry => !isAsked(entry)),
      ...findings.filter(isAsked).map(({ rule, fingerprint }) => ({ rule, fingerprint })),
    ]);
  }

  /** Entries of files that were checked whose finding is gone, as far as they stay in the file. */
  get stale(): number {
    return this.isUpdated ? 0 : this.#stale.length;
  }

  /** Says what is found no more, and writes what was found if that was asked for. */
  async finish(known: number): Promise<void> {
    const { file, session } = this;
    const kept = new Map<string, readonly Entry[]>();
    for (const name of [...new Set([...Object.keys(this.data.files), ...this.#kept.keys()])].sort()) {
      const entries = this.#kept.get(name) ?? (await this.#uncheckedOf(name));
      if (entries.length > 0) kept.set(name, entries);
    }
    for (const { file: name, rule } of this.#stale) session.note(BASELINE.stale(name, rule));
    if (!this.isUpdated) return;
    try {
      // By entries: a file may be called as a property that every object has.
      const files = Object.fromEntries(kept);
      await session.write(
        resolve(session.io.cwd, file),
        `${JSON.stringify({ version: 1, files } satisfies Data, null, 2)}\n`,
      );
      session.note(BASELINE.updated(file, known, this.#stale.length));
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      session.trouble(BASELINE.broken(file, error.reason));
    }
  }

  /** A file that was not checked keeps its entries, unless it is there no more. */
  async #uncheckedOf(name: string): Promise<readonly Entry[]> {
    const entries = this.#knownOf(name);
    const isThere = await access(join(this.#folder, name)).then(
      () => true,
      () => false,
    );
    if (isThere) return entries;
    this.#stale.push(...entries.map(({ rule }) => ({ file: name, rule })));
    return [];
  }

  get #folder(): string {
    return dirname(resolve(this.session.io.cwd, this.file));
  }

  /** Counted from the folder of the baseline: the same wherever the tool is started. */
  #nameOf(path: string): string {
    return relative(this.#folder, path).split(sep).join('/');
  }

  #knownOf(name: string): readonly Entry[] {
    return Object.hasOwn(this.data.files, name) ? this.data.files[name]! : [];
  }
}

function dataOf(text: string): Data {
  let data: Partial<Data>;
  try {
    data = JSON.parse(text) as Partial<Data>;
  } catch {
    throw new BaselineError(BASELINE.damaged);
  }
  if (typeof data !== 'object' || data === null || data.version === undefined)
    throw new BaselineError(BASELINE.damaged);
  if (data.version !== 1) throw new BaselineError(BASELINE.version(String(data.version)));
  const lists = Object.values(data.files ?? { wrong: null });
  const isEntry = (entry: Partial<Entry> | null): boolean =>
    typeof entry?.rule === 'string' && typeof entry.fingerprint === 'string';
  if (!lists.every(list => Array.isArray(list) && list.every(isEntry))) throw new BaselineError(BASELINE.damaged);
  return data as Data;
}
