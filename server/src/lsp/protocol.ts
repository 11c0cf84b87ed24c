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

/** `policydoc/text`, client → server: the text of a file handed over, as it is checked. What cannot be read is an error. */
export type TextMethod = 'policydoc/text';
export interface OpenedText {
  readonly text: string;
  readonly isWord: boolean;
  /** What of a Word document was not read or is not certain, in the reader's language. */
  readonly said: readonly string[];
}

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

/** `policydoc/placeholders`, client → server: the blanks of an open document; null when it is not open. */
export type PlaceholdersMethod = 'policydoc/placeholders';
/** `policydoc/citations`, client → server: its citations and what they were found to be; null when it is not open. */
export type CitationsMethod = 'policydoc/citations';
/**
 * `policydoc/countermeasures`, client → server: a paragraph for each problem that has no countermeasure; null when it
 * is not open.
 */
export type CountermeasuresMethod = 'policydoc/countermeasures';
/**
 * `policydoc/tidy`, client → server: the edits that join the broken lines of a pasted text; null when it is not open.
 */
export type TidyMethod = 'policydoc/tidy';
/**
 * `policydoc/lists`, client → server: what an open document gives as lists, as tables in Markdown; null when it is not
 * open. `policydoc/saveLists` writes them into a file instead, whole or not at all: a workbook, CSV or Markdown, by its
 * ending. Where the document lists nothing, that is an error.
 */
export type ListsMethod = 'policydoc/lists';
export type SaveListsMethod = 'policydoc/saveLists';
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
/**
 * `policydoc/renumber`, client → server: the edits that put all numbers of an open document in order; null when it is
 * not open.
 */
export type RenumberMethod = 'policydoc/renumber';
export interface Renumbered {
  /** The version of the document that the edits are for. */
  readonly version: number;
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
  /** Where the text points at a number, which is not changed, in the reader's language; null where it does not. */
  readonly message: string | null;
}
/**
 * `policydoc/review`, client → server: the review sheet of a draft, or of several, as one HTML file without scripts: of an open
 * document as it is now, of another as its file has it. Null for a document that is neither open nor a file.
 */
export type ReviewMethod = 'policydoc/review';
export interface ReviewParams extends DocumentParams {
  /** The URIs of further drafts, in the order of the sheet. */
  readonly others?: readonly string[];
}
/**
 * `policydoc/understanding`, client → server: how an open document was read, as text: tokens, quantities, relations, citations;
 * null when it is not open.
 */
export type UnderstandingMethod = 'policydoc/understanding';
export interface Understanding {
  readonly text: string;
}
/**
 * `policydoc/paragraphs`, client → server: the paragraphs of a report that may be put in at a place of an open document, those
 * that it wants first; null when the document is not open.
 */
export type ParagraphsMethod = 'policydoc/paragraphs';
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
    readonly also: readonly { readonly range: Range; readonly newText: string }[];
  }[];
}
/**
 * `policydoc/compare`, client → server: what became of an earlier draft in an open document, as plain lines in the reader's
 * language; null when the document is not open. A draft that cannot be read is an error.
 */
export type CompareMethod = 'policydoc/compare';
export interface CompareParams extends DocumentParams {
  /** The URI of the earlier draft: .md, .txt or .docx. */
  readonly before: string;
}
export interface Compared {
  readonly text: string;
}
/**
 * `policydoc/checkDocument`, client → server: from now on, until it is closed, an open document is checked whatever it looks
 * like; where the settings exclude it, it stays excluded. Null when it is not open.
 */
export type CheckDocumentMethod = 'policydoc/checkDocument';
/**
 * `policydoc/settings`, client → server: the policydoc.config.json that holds for a document, open or not; a new one in its folder
 * of the workspace where there is none. With `set`, the severity of a rule is written into it. What cannot be written is an error.
 */
export type SettingsMethod = 'policydoc/settings';
export interface SettingsParams extends DocumentParams {
  readonly set?: { readonly rule: string; readonly severity: 'error' | 'warning' | 'info' | 'off' };
}
export interface SettingsFile extends Saved {
  /** Its URI. */
  readonly file: string;
}
/**
 * `policydoc/decidable`, client → server: what there is at a place of an open document that a person may have a say about: the
 * findings, also those that are silenced by what was said before; null when it is not open.
 */
export type DecidableMethod = 'policydoc/decidable';
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
/**
 * `policydoc/decide`, client → server: writes what a person says of a finding into policydoc-decisions.json beside the document,
 * in the place of what was said of it before; with `decision` null it is taken back. Null when the document is not open; what
 * cannot be written is an error.
 */
export type DecideMethod = 'policydoc/decide';
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

export interface Countermeasures {
  /** The version of the document that the edits are for. */
  readonly version: number;
  /** How many problems get a paragraph. */
  readonly problems: number;
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
}

export interface Tidying {
  /** The version of the document that the edits are for. */
  readonly version: number;
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
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

/**
 * `policydoc/word`, client → server: the text of a Word document as `policydoc convert` prints it. What cannot be read
 * is an error.
 */
export type WordMethod = 'policydoc/word';
export interface WordText {
  readonly text: string;
  /** What of the document was not read or is not certain, in the reader's language. */
  readonly said: readonly string[];
}

/**
 * `policydoc/saveWord`, client → server: writes what is made of a draft into a file, whole or not at all. Of a Word
 * document, read anew: a copy with the findings as comments, or its text as Markdown. Of a text that is open: a Word
 * document in official form; null when it is not open.
 */
export type SaveWordMethod = 'policydoc/saveWord';
export interface SaveWordParams extends DocumentParams {
  /** The URI of the file to be written. */
  readonly target: string;
  readonly what: 'comments' | 'markdown' | 'report';
}

/**
 * `policydoc/saveReview`, client → server: writes a review sheet that was made before into a file, whole or not at all.
 */
export type SaveReviewMethod = 'policydoc/saveReview';
export interface SaveReviewParams extends ReviewParams {
  /** The URI of the file to be written. */
  readonly target: string;
  readonly html: string;
}
export interface Saved {
  /** What came of it, in the reader's language. */
  readonly message: string;
}

/**
 * `policydoc/dataSheets`, client → server: the data sheets that the front matter of a document names; null when it is
 * not open.
 */
export type DataSheetsMethod = 'policydoc/dataSheets';
export interface DataSheets {
  readonly names: readonly string[];
}

/**
 * `policydoc/exportData`, client → server: writes the blanks of an open document into a data sheet, whole or not at
 * all; null when the document is not open. A name that asks for no format is an error.
 */
export type ExportDataMethod = 'policydoc/exportData';
export interface ExportDataParams extends DocumentParams {
  /** The URI of the file to be written; its ending tells the format. */
  readonly target: string;
}
/**
 * `policydoc/fillData`, client → server: the edits that put the values of data sheets into the blanks of an open
 * document; null when it is not open. No sheet at all is an error. For a view of a Word document, which no edit can change, a
 * copy of it that is filled in is written into `target` instead, whole or not at all.
 */
export type FillDataMethod = 'policydoc/fillData';
export interface FillDataParams extends DocumentParams {
  /** URIs of sheets besides those of the front matter. */
  readonly sheets: readonly string[];
  /** The URI of the Word document to be written. */
  readonly target?: string;
}
/**
 * `policydoc/fillValues`, client → server: the edits that put values into blanks of an open document, which are told by their ids;
 * or why they do not fit. Null when the document is not open.
 */
export type FillValuesMethod = 'policydoc/fillValues';
export interface FillValuesParams extends DocumentParams {
  readonly values: readonly { readonly id: string; readonly value: string }[];
}
export interface FilledData {
  /** The version of the document that the edits are for. */
  readonly version: number;
  /** None where there is any problem, or where they are written into a file. */
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
  /** What came of it, in the reader's language. */
  readonly message: string;
  /** Why nothing is filled in, each with file and row. */
  readonly problems: readonly string[];
  /** What is to be known of values that are filled in: that they are approximate. */
  readonly notes: readonly string[];
}

/**
 * `policydoc/importRegulations`, client → server: writes the texts of regulations in these files into the folder
 * `regulations` of a folder of reports, one file an edition; a file that is there with other words is left alone.
 */
export type ImportRegulationsMethod = 'policydoc/importRegulations';
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
  readonly coverageLine: string;
  /** In the order of the text. */
  readonly citations: readonly (Cited & {
    /** The title of the regulation meant, or its name as written; '' where the context names it and it is not known. */
    readonly regulation: string;
    /** What of it is cited; null for the whole. */
    readonly place: string | null;
    /** Whether a text of the team's has the article. */
    readonly hasText: boolean;
    /** Where a quick fix knows what may stand there instead; null where none does. */
    readonly mend: Range | null;
    readonly detail: string | null;
    readonly quotations: readonly Cited[];
  })[];
}
export interface Cited {
  readonly range: Range;
  readonly label: string;
  readonly standing: Standing;
  readonly verdict: string;
}

/**
 * `policydoc/checkWorkspace`, client → server: checks every report in the folders as the command line would, and
 * publishes what it finds in those that are not open. Reports progress to `workDoneToken`; a cancelled request answers
 * with what was done.
 */
export type CheckWorkspaceMethod = 'policydoc/checkWorkspace';
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
