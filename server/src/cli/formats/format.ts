import type { Locale } from '../../core/message.js';
import type { Severity } from '../../core/rules/rule.js';
import type { Colors } from '../color.js';
import type { terminalOf } from '../io.js';
import type { FileReport, Report } from '../report/report.js';

/** What a format needs besides the report. */
export interface FormatContext {
  readonly locale: Locale;
  readonly colors: Colors;
  /** The terminal that shows it; null for a file or a pipe, whose lines nobody wraps. */
  readonly terminal: ReturnType<typeof terminalOf>;
  readonly failOn: Severity;
  /** The page of each rule that has one. */
  readonly pages: ReadonlyMap<string, string>;
  /** The name of a file counted from the root of the repository, where CI says where that is. */
  readonly inRepository: (file: string) => string;
}

/** What is said of one file alone rests on no more than this. */
export type BlockContext = Pick<FormatContext, 'locale' | 'colors' | 'terminal'>;

/** One of the formats of `check` and `merge`. */
export interface Format {
  /** The report as the text of a file or a stream. Pure. */
  readonly write: (report: Report, context: FormatContext) => string;
  /** What it says of one file, where that is the same whatever the others are: it can be said by another thread, and kept. */
  readonly block?: (file: FileReport, context: BlockContext) => string;
  /** Found in the first or the last 16 K of every file in this format, and in nobody else's: ours may be written over. */
  readonly mark: RegExp;
}
