import type { Coverage } from '../core/analyze.js';

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
  readonly coverage: Coverage;
  /** The coverage in one line, in the reader's language. */
  readonly coverageLine: string;
  /** Findings shown, by severity; all zero when the document is not checked. */
  readonly counts: { readonly error: number; readonly warning: number; readonly info: number };
  /** What keeps the check from being whole (no regulation data, unreadable settings), in the reader's language. */
  readonly problem: string | null;
}

/** Which documents are checked: policy reports only, or every document. */
export type Reports = 'auto' | 'all';

/** `initializationOptions`, and `policydoc` in `workspace/didChangeConfiguration`. All of it is optional. */
export interface ClientSettings {
  /** Used where no policydoc.config.json says otherwise. */
  readonly reports?: Reports;
}
