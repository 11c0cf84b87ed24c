import type { Settings } from '../core/analyze.js';
import type { Locale, Message } from '../core/message.js';
import type { SheetContents } from '../core/sheet.js';
import type { RegulationIndex } from '../core/regulations/index.js';
import type { Exported } from '../host/sheets/table.js';
import type { TeamFolder, TeamRegulations } from '../host/team-regulations.js';

/** All that the server needs from the machine it runs on. Handed in, so that a test needs no files. */
export interface Host {
  /** Called once. Rejects when the data is missing or damaged. */
  loadIndex(): Promise<RegulationIndex>;
  /** What the nearest policydoc.config.json above `file` says, never rejecting; `file` is null for a text that was never saved. */
  configFor(file: string | null): Promise<Config>;
  /** The regulation texts in a team's folders; never rejecting. */
  teamTexts(folders: readonly TeamFolder[]): Promise<TeamRegulations>;
  /** Where the page of a rule can be opened. */
  rulePage(rule: string): string;
  /** The texts in and below a folder, as paths in a fixed order, without those that ignore files name. Or why it cannot be searched. */
  textsIn(folder: string): Promise<readonly string[] | Refusal>;
  /** The text of a file, or why it cannot be had. */
  textOf(file: string): Promise<string | Refusal>;
  /** The data sheets for a draft, whose names count from it; never rejecting. `draft` is null for a text that was never saved. */
  sheetsFor(draft: string | null, names: readonly string[]): Promise<SheetContents>;
  /** A data sheet of these gaps in the format that the name of `file` asks for, written nowhere, or why there is none. */
  sheetOf(file: string, gaps: readonly Exported[], locale: Locale): Promise<Uint8Array | Refusal>;
}

export interface Refusal {
  readonly reason: Message;
}

export interface Config {
  readonly settings: Settings;
  /** Folders with the team's own regulation texts. */
  readonly regulations: readonly TeamFolder[];
  /** Whether the file is to be checked as a report; null when its text decides. */
  readonly isReport: boolean | null;
  /** The settings say that this file is not to be checked. */
  readonly isIgnored: boolean;
  /** Why the settings could not be read; null when they could, or when there are none. */
  readonly problem: Message | null;
}
