import { rewriteSource } from '../../host/write.js';
import { RefusedError } from '../../host/decode.js';
import { withSafeFixes } from './fixes.js';
import { line } from '../inert.js';
import type { OpenedDraft } from '../open-drafts.js';
import { RUN } from './check.messages.js';
import { printable } from '../../core/text/printable.js';
import type { ReportFinding } from '../report/report.js';
import type { Session } from '../session.js';
import { TROUBLE } from '../session.messages.js';

/** Makes the safe fixes of a run: in the files, or as a difference on standard output. */
export class Fixer {
  #changed = 0;

  constructor(
    readonly isDry: boolean,
    readonly session: Session,
  ) {}

  /** The text as it is after that: of a dry run, and where a file cannot be written, as it was. */
  async fix(opened: OpenedDraft, findingsIn: (text: string) => Promise<readonly ReportFinding[]>): Promise<string> {
    const { text, written, path, within, file, word } = opened;
    if (word) {
      this.session.trouble(TROUBLE.refused(file, RUN.wordFix));
      return text;
    }
    const fixed = await withSafeFixes(text, findingsIn);
    if (fixed === text) return text;
    if (this.isDry) {
      this.session.print(this.#shown(await difference(file, text, fixed)));
      return text;
    }
    try {
      if (!written) throw new RefusedError(RUN.stdinFix);
      await rewriteSource(path, within, text, fixed, written);
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      this.session.trouble(TROUBLE.refused(file, error.reason));
      return text;
    }
    this.#changed++;
    return fixed;
  }

  /** `git apply` wants it to the letter; a screen, and the log of a job, show it to people. */
  #shown(patch: string): string {
    const { stdout, env } = this.session.io;
    return stdout.isTTY || env['CI'] ? patch.split('\n').map(line).join('\n') : patch;
  }

  finish(): void {
    if (!this.isDry) this.session.note(RUN.fixed(this.#changed));
  }
}

/** As `git apply` and `patch` take it. */
async function difference(file: string, before: string, after: string): Promise<string> {
  const { createTwoFilesPatch } = await import('diff');
  const name = printable(file);
  return createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, '', '', {
    headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true },
  });
}
