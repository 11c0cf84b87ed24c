import { DEFAULT_SETTINGS, type Analysis, type DecidedFinding, type Settings } from '../core/analyze.js';
import { msg, type Locale, type Message } from '../core/message.js';
import type { PlaceholderRow, SheetContents } from '../core/sheet.js';
import type { RegulationIndex } from '../core/regulations/regulation-index.js';
import type { Finding } from '../core/rules/rule.js';
import type { Export } from '../word/export/write.js';
import type { WordSource } from '../word/source.js';
import type { RuleChange } from '../host/config-edit.js';
import type { DraftSheets } from '../host/sheets/draft.js';
import type { Table } from '../host/sheets/tables.js';
import type { TeamFolder, TeamRegulations } from '../host/team-regulations.js';
import type { SnippetFile, TeamSnippets } from '../host/team-snippets.js';

/**
 * All that the server needs from the machine it runs on. Handed in, so that a test needs no files and a browser can
 * have its own.
 */
export interface Host {
  /** What the host calls the file of a document; null for a text that is no file here. */
  fileOf(uri: string): string | null;
  uriOf(file: string): string;
  /** Called once. Rejects when the data is missing or damaged. */
  loadIndex(): Promise<RegulationIndex>;
  /**
   * What the nearest policydoc.config.json above `file` says, never rejecting; `file` is null for a text that was never
   * saved.
   */
  configFor(file: string | null): Promise<Config>;
  /**
   * The regulation texts in a team's folders; never rejecting. `workspace` are the folders that the user has opened.
   */
  teamTexts(folders: readonly TeamFolder[], workspace: readonly string[]): Promise<TeamRegulations>;
  /** The snippets in files that settings name; never rejecting. */
  teamSnippets(files: readonly SnippetFile[], workspace: readonly string[]): Promise<TeamSnippets>;
  /** Reads texts of regulations into the folder `regulations` of `folder`: what came of it, and what was refused. */
  importTexts(
    files: readonly string[],
    folder: string,
  ): Promise<{ readonly said: readonly Message[]; readonly problems: readonly Message[] }>;
  /** Where the page of a rule can be opened. */
  rulePage(rule: string): string;
  /**
   * The texts in and below a folder, as paths in a fixed order, without those that ignore files name. Or why it cannot
   * be searched.
   */
  textsIn(folder: string): Promise<readonly string[] | Refusal>;
  /** The text of a file, or why it cannot be had. */
  textOf(file: string): Promise<string | Refusal>;
  /** A Word document, or why it cannot be read. */
  wordOf(file: string): Promise<WordSource | Refusal>;
  /** A report as a Word document in official form, or why there is none. */
  wordFrom(report: Export): Promise<Uint8Array | Refusal>;
  /** Whether a document is a view of another file, which nobody can edit. */
  isView(uri: string): boolean;
  /** The data sheets for a draft; never rejecting. `draft` is null for a text that was never saved. */
  sheetsFor(draft: string | null, sheets: DraftSheets): Promise<SheetContents>;
  /** The file of a sheet that a draft names, by the name alone; null where it names none that would be read. */
  sheetFile(draft: string | null, name: string): string | null;
  /** The file that a draft names and may lead to, all links followed; null where it may not. */
  namedFile(draft: string, name: string, workspace: readonly string[]): Promise<string | null>;
  /**
   * Writes a data sheet of a draft's placeholders, in the format that the name of `file` asks for; or why it was not
   * written.
   */
  writeSheet(
    file: string,
    draft: string | null,
    placeholders: readonly PlaceholderRow[],
    workspace: readonly string[],
    locale: Locale,
  ): Promise<Refusal | null>;
  /**
   * The settings file nearest to `file`, or a new one where there is none: in the folder of `workspace` that holds it, else beside
   * it. With `set`, the severity of a rule is written into it. Or why nothing was written.
   */
  settingsFile(file: string, set: RuleChange | null, workspace: readonly string[]): Promise<string | Refusal>;
  /**
   * Writes what a person says of a finding of a draft into the file of decisions beside it; null takes back what was said. Or why
   * it was not written.
   */
  decide(
    draft: string,
    analysis: Analysis,
    finding: Finding,
    decision: Omit<DecidedFinding, 'rule' | 'finding'> | null,
  ): Promise<Refusal | null>;
  /** Writes tables about a draft, in the format that the name of `file` asks for; or why they were not written. */
  writeTables(file: string, draft: string | null, tables: readonly Table[]): Promise<Refusal | null>;
  /** Writes what is made of drafts into a file, whole or not at all; or why it was not written. */
  write(file: string, drafts: readonly string[], content: string | Uint8Array): Promise<Refusal | null>;
}

export interface Refusal {
  readonly reason: Message;
}

export interface Config {
  readonly settings: Settings;
  /** Folders with the team's own regulation texts. */
  readonly regulations: readonly TeamFolder[];
  /** Files of the team's own snippets. */
  readonly snippets: readonly SnippetFile[];
  /** Whether the file is to be checked as a report; null when its text decides. */
  readonly isReport: boolean | null;
  /** The settings say that this file is not to be checked. */
  readonly isIgnored: boolean;
  /** The analysis of the file with what was decided about its findings. */
  readonly decide: (analysis: Analysis) => Analysis;
  /** Why the settings could not be read; null when they could, or when there are none. */
  readonly problem: Message | null;
}

/** The settings where there is no file of them. */
export const NOTHING_SAID: Config = {
  settings: DEFAULT_SETTINGS,
  regulations: [],
  snippets: [],
  isReport: null,
  isIgnored: false,
  decide: analysis => analysis,
  problem: null,
};

/** Why something was not read that a draft or a settings file names. */
export const UNTRUSTED: Message = msg(
  '工作区未受信任（受限模式），文稿和设置文件中写明的文件和文件夹均不读取',
  'the workspace is not trusted (Restricted Mode): nothing that a draft or a settings file names is read',
);

/** The files of documents, of those that are any. */
export const filesOf = (uris: readonly string[], { fileOf }: Host): readonly string[] =>
  uris.flatMap(uri => fileOf(uri) ?? []);

/** The last part of a document's name. */
export const nameOf = (uri: string, { fileOf }: Host): string => (fileOf(uri) ?? uri).replace(/^.*[/\\]/s, '');
