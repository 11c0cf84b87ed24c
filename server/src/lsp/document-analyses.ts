import type { Diagnostic } from 'vscode-languageserver';
import { analyze, type Analysis, type Settings } from '../core/analyze.js';
import { lazily } from '../core/lazily.js';
import { memoize } from '../core/memoize.js';
import { about, msg, type Message } from '../core/message.js';
import { RegulationIndex } from '../core/regulations/regulation-index.js';
import type { Finding } from '../core/rules/rule.js';
import { TeamOverlays, type TeamIndex } from '../host/regulations.js';
import { isBelow } from '../host/below.js';
import type { SnippetFile } from '../host/team-snippets.js';
import type { OpenDocument } from './document.js';
import { UNTRUSTED, type Config, type Host } from './host.js';
import type { Reports, Status } from './protocol.js';

/** The analysis of one version of a document under one reading of its settings, and what of it is to be shown. */
export interface DocumentAnalysis {
  readonly document: OpenDocument;
  readonly analysis: Analysis;
  readonly settings: Settings;
  /** Files of snippets that its settings name. */
  readonly snippetFiles: readonly SnippetFile[];
  readonly isChecked: boolean;
  /** The text as it was when it was opened or last saved. */
  readonly saved: string;
  /** Why it is not; null when it is. */
  readonly why: Status['why'];
  /** The findings, none for a document that is not checked. */
  readonly findings: readonly Finding[];
  readonly problem: Message | null;
  /** Names this analysis among all of this server's. */
  readonly id: string;
  /** What the client was told of this document last, be it of another version. */
  readonly answered: Answered;
}

export interface Answered {
  diagnostics: {
    /** The analysis that they were found to be true of, and that in whose name they were sent. */
    readonly check: string;
    readonly resultId: string;
    readonly items: readonly Diagnostic[];
  } | null;
}

interface Kept extends DocumentAnalysis {
  /** Before anything was decided: what the next analysis begins with. */
  readonly own: Analysis;
  readonly config: Config;
  /** The editor's say that it was judged by. */
  readonly wishes: number;
  readonly index: RegulationIndex;
}

/**
 * Analyses of the open documents. A document is analysed when somebody asks and its text or settings have changed; the
 * analysis before it is handed to the engine, which takes from it what still holds.
 */
export class DocumentAnalyses {
  readonly #configs = new Map<string, Promise<Config>>();
  readonly #last = new Map<string, Kept>();
  readonly #overlays = new TeamOverlays(folders => this.host.teamTexts(folders, this.surroundings().workspace));
  #regulations: Promise<Regulations> | null = null;
  #reports: Reports = 'auto';
  #off: readonly string[] = [];
  #rules: Settings['rules'] = {};
  readonly #wanted = new Set<string>();
  readonly #saved = new Map<string, string>();
  /** Counts the changes of what the editor wants. */
  #wishes = 0;
  #count = 0;

  /** `documentOf` knows the open documents; `onAnalysis` is called after every analysis. */
  constructor(
    private readonly host: Host,
    private readonly surroundings: () => { readonly workspace: readonly string[]; readonly isTrusted: boolean },
    private readonly documentOf: (uri: string) => OpenDocument | undefined,
    private readonly onAnalysis: (check: DocumentAnalysis) => void,
  ) {}

  /** The analysis of a document as it is now; null when it is not open (any more). */
  async get(uri: string): Promise<DocumentAnalysis | null> {
    const config = await this.#configFor(uri);
    const { index, problem } = await this.#regulationsFor(config);
    const document = this.documentOf(uri);
    if (!document) return null;
    const last = this.#last.get(uri);
    const isSame =
      last?.document === document &&
      last.config === config &&
      last.index === index &&
      last.problem === (config.problem ?? problem);
    if (isSame && last.wishes === this.#wishes && last.saved === this.#savedOf(document)) return last;
    const own = analyze(document.text, { index, settings: this.#settingsUnder(config) }, last?.own, document.edit);
    const answered = last?.answered ?? { diagnostics: null };
    const kept = { own, config, index, wishes: this.#wishes, answered };
    const check: Kept = this.#judged(document, own, config, problem, kept);
    this.#last.set(uri, check);
    this.onAnalysis(check);
    return check;
  }

  /** The analysis of a text that is not open, kept by nobody. */
  async ofClosed(document: OpenDocument): Promise<DocumentAnalysis> {
    const config = await this.host.configFor(this.host.fileOf(document.uri));
    const { index, problem } = await this.#regulationsFor(config);
    const own = analyze(document.text, { index, settings: this.#settingsUnder(config) });
    return this.#judged(document, own, config, problem, { answered: { diagnostics: null } });
  }

  /** With what else is `known` of it. */
  #judged<T extends Pick<DocumentAnalysis, 'answered'>>(
    document: OpenDocument,
    own: Analysis,
    config: Config,
    problem: Message | null,
    known: T,
  ): DocumentAnalysis & T {
    const analysis = config.decide(own);
    const { genre } = analysis.model;
    // The file itself has the first word, as on the command line.
    const isReport =
      this.#wanted.has(document.uri) ||
      (genre.sign === 'front-matter'
        ? genre.isReport
        : (config.isReport ?? (this.#reports === 'all' || genre.isReport)));
    const isOff = this.#off.some(folder => isBelow(document.uri, folder));
    const why = isOff ? 'off' : config.isIgnored ? 'ignored' : isReport ? null : 'no-report';
    const isChecked = why === null;
    return lazily(
      {
        ...known,
        document,
        analysis,
        settings: analysis.settings,
        snippetFiles: config.snippets,
        isChecked,
        saved: this.#savedOf(document),
        why,
        problem: config.problem ?? problem,
        id: String(++this.#count),
      },
      { findings: () => (isChecked ? analysis.findings : []) },
    );
  }

  /**
   * What citations are checked against; an empty index, in which nothing is verifiable, when the data cannot be read.
   */
  regulations(): Promise<Regulations> {
    this.#regulations ??= this.host.loadIndex().then(
      index => ({ index, problem: null }),
      (error: unknown) => {
        const why = error instanceof Error ? error.message : String(error);
        return {
          index: RegulationIndex.of({ version: 1, asOf: '', regulations: [] }, new Uint32Array()),
          problem: msg(
            `法规数据无法读取，所有引用均未核对：${why}`,
            `The regulation data cannot be read; no citation has been checked: ${why}`,
          ),
        };
      },
    );
    return this.#regulations;
  }

  /** For documents whose folder has no say: what the editor's own settings want. */
  set reports(reports: Reports) {
    this.#reports = reports;
    this.#wishes++;
  }

  /** The severity of each rule that the folder has no say about. */
  set rules(rules: Settings['rules']) {
    this.#rules = rules;
    this.#wishes++;
  }

  #settingsUnder({ settings }: Config): Settings {
    return { ...settings, rules: { ...this.#rules, ...settings.rules } };
  }

  /** URIs of folders in which the user wants nothing checked. */
  set off(folders: readonly string[]) {
    this.#off = folders;
    this.#wishes++;
  }

  /** An open document is on the disk as it is now. */
  saved({ uri, text }: OpenDocument): void {
    this.#saved.set(uri, text);
  }

  #savedOf({ uri, text }: OpenDocument): string {
    return this.#saved.get(uri) ?? text;
  }

  /** From now on, until it is closed, the user wants this document checked, whatever it looks like. */
  want(uri: string): void {
    this.#wanted.add(uri);
    this.#wishes++;
  }

  /** A settings file or a team's texts have changed, or may have. */
  forgetConfigs(): void {
    this.#configs.clear();
    this.#overlays.forget();
  }

  /** Whether the file lies in a folder of texts that reports are checked against, or is one, or holds one. */
  isTeamText(uri: string): boolean {
    const file = this.host.fileOf(uri);
    return file !== null && this.#overlays.hasRead(file);
  }

  /** What a document under these settings is checked against. */
  async #regulationsFor({ regulations: all }: Config): Promise<Regulations> {
    const { index, problem: missing } = await this.regulations();
    const { isTrusted } = this.surroundings();
    const folders = isTrusted ? all : all.filter(({ named }) => named === null);
    const team = await this.#overlays.over(index, folders);
    return { index: team.index, problem: missing ?? (folders.length < all.length ? UNTRUSTED : faultOf(team)) };
  }

  forget(uri: string): void {
    this.#wanted.delete(uri);
    this.#saved.delete(uri);
    this.#last.delete(uri);
    this.#configs.delete(uri);
  }

  #configFor(uri: string): Promise<Config> {
    let config = this.#configs.get(uri);
    if (!config) {
      config = this.host.configFor(this.host.fileOf(uri));
      this.#configs.set(uri, config);
    }
    return config;
  }
}

interface Regulations {
  readonly index: RegulationIndex;
  readonly problem: Message | null;
}

/** What keeps texts of a team from being used that should be. One object for each index: it tells one analysis from another. */
const faultOf = memoize(({ problems }: TeamIndex): Message | null => {
  const fault = problems.find(({ severity }) => severity === 'error');
  return fault ? about(fault.path, fault.reason) : null;
});
