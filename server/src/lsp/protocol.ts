import type { DecisionKind } from '../core/analyze.js';
import type { Coverage } from '../core/coverage.js';
import type { Locale } from '../core/message.js';

export type { DecisionKind };

/*
 * What server and client say to each other beyond the Language Server Protocol. Types only: the client must be able to
 * import this file without taking any code of the server along.
 */

/** `policydoc/status`, server → client: sent after every analysis of an open document. */
export type StatusMethod = 'policydoc/status';
export interface Status {
  readonly uri: string;
  /** Whether the text was taken for a policy report. */
  readonly isReport: boolean;
  /** Whether findings are shown for it: it is a report, or the settings say that everything is to be checked. */
  readonly isChecked: boolean;
  /** Why it is not checked: it is no report, the settings exclude it, or its folder is switched off; null when it is. */
  readonly why: 'no-report' | 'ignored' | 'off' | null;
  /** How many were checked, and with what result. */
  readonly coverage: Pick<Coverage, 'citations' | 'quotations' | 'placeholders'>;
  /** The coverage in one line, in the reader's language. */
  readonly coverageLine: string;
  /** Findings shown, by severity; all zero when the document is not checked. */
  readonly counts: { readonly error: number; readonly warning: number; readonly info: number };
  /** What keeps the check from being whole (no regulation data, unreadable settings), in the reader's language. */
  readonly problem: string | null;
}

/** What a server in a browser's worker is sent before anything of the protocol, for it cannot read files. */
export interface WebStart {
  /** The URI of the folder with the pages of the rules. */
  readonly pages: string;
  /** Whether the workspace has settings files, which are not read. */
  readonly hasSettings: boolean;
  /** `regulations.json` and `fingerprints.bin`. */
  readonly facts: Uint8Array;
  readonly fingerprints: Uint8Array;
}

/** The same for the page, whose server has files in memory: those it is handed. */
export interface PageStart extends Omit<WebStart, 'hasSettings'> {
  readonly locale: Locale;
}

/**
 * `policydoc/file`, where the server's files are in memory: client → server, a file that the user has opened; server →
 * client, one that was written for him.
 */
export type FileMethod = 'policydoc/file';
export interface HandedFile {
  readonly uri: string;
  readonly bytes: Uint8Array;
}

export interface OpenedText {
  readonly text: string;
  readonly isWord: boolean;
  /** What of a Word document was not read or is not certain, in the reader's language. */
  readonly said: readonly string[];
}

/**
 * What the client may ask beyond the protocol: by the name of a request what it is asked with, and the answer. It is null where the
 * document is not open.
 */
export interface Requests {
  /** The blanks of the document. */
  'policydoc/placeholders': [DocumentParams, ListedPlaceholders];
  /** Its citations and what they were found to be. */
  'policydoc/citations': [DocumentParams, Citations];
  /** A paragraph for each problem that has no countermeasure. */
  'policydoc/countermeasures': [DocumentParams, Countermeasures];
  /** The edits that join the broken lines of a pasted text. */
  'policydoc/tidy': [DocumentParams, Edits];
  /** The edits that put all its numbers in order. */
  'policydoc/renumber': [DocumentParams, Renumbered];
  /** What it gives as lists, as tables in Markdown. */
  'policydoc/lists': [ListsParams, Lists];
  /**
   * Writes them into a file instead, whole or not at all: a workbook, CSV or Markdown, by its ending. Where the document lists
   * nothing, that is an error.
   */
  'policydoc/saveLists': [SaveListsParams, Saved];
  /**
   * The review sheet of a draft, or of several, as one HTML file without scripts: of an open document as it is now, of another as
   * its file has it. Null for a document that is neither open nor a file.
   */
  'policydoc/review': [ReviewParams, Review];
  /** Writes a review sheet that was made before into a file, whole or not at all. */
  'policydoc/saveReview': [SaveReviewParams, Saved];
  /** How the document was read, as text: tokens, quantities, relations, citations. */
  'policydoc/understanding': [DocumentParams, Understanding];
  /** The paragraphs of a report that may be put in at a place of the document, those that it wants first. */
  'policydoc/paragraphs': [ParagraphsParams, ListedParagraphs];
  /**
   * What became of an earlier draft in the document, as plain lines in the reader’s language. A draft that cannot be read is an error.
   */
  'policydoc/compare': [CompareParams, Compared];
  /**
   * From now on, until it is closed, the document is checked whatever it looks like; where the settings exclude it, it stays
   * excluded. There is no answer.
   */
  'policydoc/checkDocument': [DocumentParams, null];
  /**
   * The policydoc.config.json that holds for a document, open or not; a new one in its folder of the workspace where there is none.
   * With `set`, the severity of a rule is written into it. What cannot be written is an error.
   */
  'policydoc/settings': [SettingsParams, SettingsFile];
  /**
   * What there is at a place that a person may have a say about: the findings, also those that are silenced by what was said before.
   */
  'policydoc/decidable': [DecidableParams, readonly Decidable[]];
  /**
   * Writes what a person says of a finding into policydoc-decisions.json beside the document, in the place of what was said of it
   * before; with `decision` null it is taken back. What cannot be written is an error.
   */
  'policydoc/decide': [DecideParams, Saved];
  /** The text of a Word document as `policydoc convert` prints it. What cannot be read is an error. */
  'policydoc/word': [DocumentParams, WordText];
  /**
   * Writes what is made of a draft into a file, whole or not at all. Of a Word document, read anew: a copy with the findings as
   * comments, or its text as Markdown. Of a text that is open: a Word document in official form.
   */
  'policydoc/saveWord': [SaveWordParams, Saved];
  /** The data sheets that the front matter of the document names. */
  'policydoc/dataSheets': [DocumentParams, DataSheets];
  /** Writes its blanks into a data sheet, whole or not at all. A name that asks for no format is an error. */
  'policydoc/exportData': [ExportDataParams, Saved];
  /**
   * The edits that put the values of data sheets into its blanks. No sheet at all is an error. For a view of a Word document, which
   * no edit can change, a copy of it that is filled in is written into `target` instead, whole or not at all.
   */
  'policydoc/fillData': [FillDataParams, FilledData];
  /** The edits that put values into blanks, which are told by their ids; or why they do not fit. */
  'policydoc/fillValues': [FillValuesParams, FilledData];
  /**
   * Writes the texts of regulations in these files into the folder `regulations` of a folder of reports, one file an edition; a
   * file that is there with other words is left alone.
   */
  'policydoc/importRegulations': [ImportRegulationsParams, ImportedRegulations];
  /**
   * Checks every report in the folders as the command line would, and publishes what it finds in those that are not open. Reports
   * progress to `workDoneToken`; a cancelled request answers with what was done.
   */
  'policydoc/checkWorkspace': [CheckWorkspaceParams, CheckWorkspaceResult];
  /**
   * Where the server’s files are in memory: the text of a file handed over, as it is checked. What cannot be read is an error.
   */
  'policydoc/text': [DocumentParams, OpenedText];
}
/** Those about an open document. */
export type DocumentRequest = {
  [M in keyof Requests]: Requests[M][0] extends DocumentParams ? M : never;
}[keyof Requests];

/** Which documents are checked: policy reports only, or every document. */
export type Reports = 'auto' | 'all';

/** Nothing; what was not found right, and numbers of blanks; each citation with its verdict. */
export type Hints = 'off' | 'open' | 'all';

/** `initializationOptions`, and `policydoc` in `workspace/didChangeConfiguration`. All of it is optional. */
export interface ClientSettings {
  /** Used where no policydoc.config.json says otherwise. */
  readonly reports?: Reports;
  /** Severities of rules, by their ids, for those that policydoc.config.json does not name. */
  readonly rules?: Readonly<Record<string, unknown>>;
  /** URIs of folders in which nothing is checked. */
  readonly off?: readonly string[];
  /** What is shown in the text behind citations and headings; `open` where it is not said. */
  readonly inlayHints?: Hints;
  /** False for a client that wants no paragraphs offered; true where it is not said. */
  readonly snippets?: boolean;
  /** Whether the client has the command `policydoc.disableRule`, which takes the URI of a document and the id of a rule. */
  readonly commands?: boolean;
}

/**
 * `policydoc/trust`, client → server: whether the user trusts the workspace, also said in `initializationOptions`. In
 * one that is not trusted, nothing is read that a draft or a settings file names. Trusted where it is never said.
 */
export type TrustMethod = 'policydoc/trust';
export interface Trust {
  readonly isTrusted: boolean;
}

/** 问题清单, 任务清单, 责任清单. */
export type ListKind = 'problems' | 'tasks' | 'duties';
export interface ListsParams extends DocumentParams {
  readonly kinds: readonly ListKind[];
}
export interface SaveListsParams extends ListsParams {
  /** The URI of the file to be written. */
  readonly target: string;
}
export interface Lists {
  readonly markdown: string;
}
export interface Renumbered extends Edits {
  /** Where the text points at a number, which is not changed, in the reader's language; null where it does not. */
  readonly message: string | null;
}
export interface ReviewParams extends DocumentParams {
  /** The URIs of further drafts, in the order of the sheet. */
  readonly others?: readonly string[];
}
export interface Understanding {
  readonly text: string;
}
export interface ParagraphsParams extends DocumentParams {
  readonly position: Range['start'];
}
export interface ListedParagraphs {
  /** The version of the document that the ranges are of. */
  readonly version: number;
  readonly paragraphs: readonly {
    readonly name: string;
    readonly detail: string;
    readonly range: Range;
    /** In the snippet grammar. */
    readonly insert: string;
    /** What changes elsewhere with it. */
    readonly also: readonly TextEdit[];
  }[];
}
export interface CompareParams extends DocumentParams {
  /** The URI of the earlier draft: .md, .txt or .docx. */
  readonly before: string;
}
export interface Compared {
  readonly text: string;
}
export interface SettingsParams extends DocumentParams {
  readonly set?: { readonly rule: string; readonly severity: 'error' | 'warning' | 'info' | 'off' };
}
export interface SettingsFile extends Saved {
  /** Its URI. */
  readonly file: string;
}
export interface DecidableParams extends DocumentParams {
  readonly range: Range;
}
export interface Decidable {
  readonly rule: string;
  readonly message: string;
  readonly range: Range;
  /** What was said of it, in the reader's language; null where nobody has said anything yet. */
  readonly decision: string | null;
}
export interface DecideParams extends DocumentParams {
  readonly rule: string;
  readonly range: Range;
  readonly decision: {
    readonly kind: DecisionKind;
    /** Why, or who is asked and what. May be '' where it is adopted. */
    readonly reason: string;
    readonly by: string;
    /** ISO date of today, where the person is. */
    readonly on: string;
  } | null;
}
export interface DocumentParams {
  readonly uri: string;
}

/** As in the Language Server Protocol, in the position encoding agreed on. */
export interface Range {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export interface Countermeasures extends Edits {
  /** How many problems get a paragraph. */
  readonly problems: number;
}

/** What is to be changed in a document. */
export interface Edits {
  /** The version of the document that the edits are for. */
  readonly version: number;
  readonly edits: readonly TextEdit[];
}
/** As in the Language Server Protocol. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

export interface Review {
  /** Of the report, or of its file; of several, how many there are. */
  readonly title: string;
  /** For a file. */
  readonly html: string;
  /**
   * To be shown beside the draft: the numbers of lines lead there, by the command `policydoc.showLine`, which takes the number, and behind it
   * which of several drafts it is of, counted from 0, unless it is the first.
   */
  readonly live: string;
}

export interface WordText {
  readonly text: string;
  /** What of the document was not read or is not certain, in the reader's language. */
  readonly said: readonly string[];
}

export interface SaveWordParams extends DocumentParams {
  /** The URI of the file to be written. */
  readonly target: string;
  readonly what: 'comments' | 'markdown' | 'report';
}

export interface SaveReviewParams extends ReviewParams {
  /** The URI of the file to be written. */
  readonly target: string;
  readonly html: string;
}
export interface Saved {
  /** What came of it, in the reader's language. */
  readonly message: string;
}

export interface DataSheets {
  readonly names: readonly string[];
}

export interface ExportDataParams extends DocumentParams {
  /** The URI of the file to be written; its ending tells the format. */
  readonly target: string;
}
export interface FillDataParams extends DocumentParams {
  /** URIs of sheets besides those of the front matter. */
  readonly sheets: readonly string[];
  /** The URI of the Word document to be written. */
  readonly target?: string;
}
export interface FillValuesParams extends DocumentParams {
  readonly values: readonly { readonly id: string; readonly value: string }[];
}
export interface FilledData extends Edits {
  /** None where there is any problem, or where they are written into a file. */
  readonly edits: readonly TextEdit[];
  /** What came of it, in the reader's language. */
  readonly message: string;
  /** Why nothing is filled in, each with file and row. */
  readonly problems: readonly string[];
  /** What is to be known of values that are filled in: that they are approximate. */
  readonly notes: readonly string[];
}

export interface ImportRegulationsParams {
  /** URIs of files or folders. */
  readonly sources: readonly string[];
  /** The URI of the folder of reports. */
  readonly folder: string;
}
export interface ImportedRegulations {
  /** What came of it, in the reader's language. */
  readonly message: string;
  /** What was not imported, with the reasons. */
  readonly problems: readonly string[];
}

export interface ListedPlaceholders {
  /** Empty sections when it is not. */
  readonly isChecked: boolean;
  readonly total: number;
  /** By heading, in the order of the text; all texts are in the reader's language or the document's own words. */
  readonly sections: readonly {
    /** '' for what stands before the first heading. */
    readonly title: string;
    readonly range: Range | null;
    readonly placeholders: readonly ListedPlaceholder[];
  }[];
}

export interface ListedPlaceholder {
  readonly range: Range;
  /** The name it has, or that its words give it. */
  readonly label: string;
  /** As in data sheets. */
  readonly id: string;
  /** The sentence it stands in, itself in 〖 〗. */
  readonly words: string;
  readonly missing: string;
  readonly unit: string | null;
}

/** The columns of the coverage. */
export type Standing = 'wrong' | 'outdated' | 'unverifiable' | 'named' | 'byNumber' | 'inSubstance';
export interface Citations {
  readonly isChecked: boolean;
  /** The version of the document that all of it is of. */
  readonly version: number;
  readonly coverageLine: string;
  /** In the order of the text. */
  readonly citations: readonly (Cited & {
    /** The title of the regulation meant, or its name as written; '' where the context names it and it is not known. */
    readonly regulation: string;
    /** What of it is cited; null for the whole. */
    readonly place: string | null;
    /** Whether a text of the team's has the article. */
    readonly hasText: boolean;
    /** What may stand there instead, as far as it is known: to be verified first. */
    readonly mendings: readonly Mending[];
    readonly detail: string | null;
    readonly quotations: readonly Cited[];
  })[];
}
export interface Mending {
  readonly title: string;
  /** The words as they are, and as they would be. */
  readonly change: string;
  readonly edits: readonly TextEdit[];
}
export interface Cited {
  readonly range: Range;
  readonly label: string;
  readonly standing: Standing;
  readonly verdict: string;
}

export interface CheckWorkspaceParams {
  /** URIs; the folders of the workspace when left out. */
  readonly folders?: readonly string[];
  readonly workDoneToken?: string | number;
}
export interface CheckWorkspaceResult {
  /** Reports checked, those that are open included. */
  readonly reports: number;
  /** Texts that are no reports, and files the settings exclude. */
  readonly passedOver: number;
  readonly counts: { readonly error: number; readonly warning: number; readonly info: number };
  /**
   * Files and folders that could not be read or whose settings could not, with the reason. They have not been checked.
   */
  readonly refused: readonly { readonly path: string; readonly reason: string }[];
  readonly isCancelled: boolean;
}
