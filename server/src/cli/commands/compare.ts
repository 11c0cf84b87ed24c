import { analyze, type Analysis } from '../../core/analyze.js';
import { comparedLines, comparison } from '../../features/compare.js';
import { RefusedError } from '../../host/decode.js';
import { line } from '../inert.js';
import { openDrafts, type DraftOptions } from '../open-drafts.js';
import { regulationsOf } from '../regulations.js';
import { EXIT, type ExitCode, type Session } from '../session.js';
import { TROUBLE } from '../session.messages.js';
import { EXPORT } from './export.messages.js';

/** What became of the findings of a draft in another one, and what else changed between them. */
export async function compare(
  before: string,
  after: string,
  options: DraftOptions,
  session: Session,
): Promise<ExitCode> {
  const read: { file: string; analysis: Analysis }[] = [];
  for (const draft of [before, after]) {
    const found = await analysed(draft);
    if (!found) return EXIT.trouble;
    read.push(found);
  }
  const [a, b] = read as [(typeof read)[0], (typeof read)[0]];
  const found = comparison(a.analysis, b.analysis);
  session.print(`${comparedLines(found, [a.file, b.file], session.locale).map(line).join('\n')}\n`);
  return found.added.length > 0 ? EXIT.findings : EXIT.clean;

  /** Null where the draft is of no use, which has been told then. */
  async function analysed(draft: string): Promise<{ file: string; analysis: Analysis } | null> {
    const regulations = regulationsOf(session);
    if (!regulations) return null;
    try {
      const none = { ignored: 0, refused: 0, targets: 0 };
      for await (const { file, text, named, config } of openDrafts([draft], options, session, none)) {
        if (!named) {
          session.trouble(EXPORT.oneDraft(draft));
          return null;
        }
        const { index } = session.hear(await regulations.under(config));
        if (session.exitCode(EXIT.clean) !== EXIT.clean) return null;
        return { file, analysis: analyze(text, { index, settings: config.settings }) };
      }
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      session.trouble(TROUBLE.refused(draft, error.reason));
    }
    return null;
  }
}
