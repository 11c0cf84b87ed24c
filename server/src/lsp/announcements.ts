import type { Connection } from 'vscode-languageserver';
import type { Locale } from '../core/message.js';
import { severityCounts } from '../core/rules/rule.js';
import { warmUp } from '../features/completion.js';
import { coverageLine } from '../features/wording.js';
import type { DocumentAnalysis } from './document-analyses.js';
import type { Status, StatusMethod } from './protocol.js';

const STATUS: StatusMethod = 'policydoc/status';
/** Behind a list that is asked for twice, by the client and by its editor, and with the findings, for which VS Code asks then. */
const STATUS_DELAY = 50;
/** Behind all that an editor asks for when it shows a text, before a writer who has read a line of it types. */
const WARM_UP_DELAY = 1000;

/** Tells the client how each document stands, once for each analysis. */
export class Announcements {
  readonly #waiting = new Map<string, { readonly check: DocumentAnalysis; readonly timer: NodeJS.Timeout }>();
  #warmingUp: NodeJS.Timeout | null = null;

  constructor(
    private readonly connection: Connection,
    private readonly locale: () => Locale,
    /** Has an error of what nobody waits for written into the log. */
    private readonly tell: (work: Promise<unknown>) => void,
  ) {}

  /** It takes findings to tell how a document stands: behind an answer that somebody waits for, but no later than they are told. */
  soon(check: DocumentAnalysis): void {
    const { uri } = check.document;
    clearTimeout(this.#waiting.get(uri)?.timer);
    this.#waiting.set(uri, { check, timer: setTimeout(() => this.now(check), STATUS_DELAY) });
  }

  /** Unless the client knows. */
  now(check: DocumentAnalysis): void {
    const { uri } = check.document;
    if (this.#waiting.get(uri)?.check !== check) return;
    this.forget(uri);
    this.tell(this.connection.sendNotification(STATUS, statusOf(check, this.locale())));
    if (check.isChecked) this.#warmingUp ??= setTimeout(() => warmUp(check.analysis), WARM_UP_DELAY);
  }

  forget(uri: string): void {
    clearTimeout(this.#waiting.get(uri)?.timer);
    this.#waiting.delete(uri);
  }

  stop(): void {
    for (const uri of [...this.#waiting.keys()]) this.forget(uri);
    if (this.#warmingUp) clearTimeout(this.#warmingUp);
  }
}

const statusOf = (
  { document: { uri }, analysis: { model, coverage }, isChecked, why, findings, problem }: DocumentAnalysis,
  locale: Locale,
): Status => ({
  uri,
  isReport: model.genre.isReport,
  isChecked,
  why,
  coverage: {
    citations: coverage.citations,
    quotations: coverage.quotations,
    placeholders: coverage.placeholders,
  },
  coverageLine: coverageLine(coverage, model.index.asOf)[locale],
  counts: severityCounts(findings),
  problem: problem?.[locale] ?? null,
});
