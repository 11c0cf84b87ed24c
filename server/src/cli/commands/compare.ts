import { analyze, type Analysis } from '../../core/analyze.js';
import type { Message } from '../../core/message.js';
import type { LineColumn } from '../../core/text/lines.js';
import { byLine, comparedLines, comparison, type ComparedDraft } from '../../features/compare.js';
import { RefusedError } from '../../host/decode.js';
import { placeSaid } from '../../word/texts.js';
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
  const read: (ComparedDraft & { readonly analysis: Analysis })[] = [];
  for (const draft of [before, after]) {
    const found = await analysed(draft);
    if (!found) return EXIT.trouble;
    read.push(found);
  }
  const [a, b] = read as [(typeof read)[0], (typeof read)[0]];
  const found = comparison(a.analysis, b.analysis);
  session.print(`${comparedLines(found, [a, b], session.locale).map(line).join('\n')}\n`);
  return found.added.length > 0 ? EXIT.findings : EXIT.clean;

  /** Null where the draft is of no use, which has been told then. */
  async function analysed(draft: string): Promise<(typeof read)[0] | null> {
    const regulations = regulationsOf(session);
    if (!regulations) return null;
    try {
      const none = { ignored: 0, refused: 0, targets: 0 };
      for await (const { file, text, word, named, config } of openDrafts([draft], options, session, none)) {
        if (!named) {
          session.trouble(EXPORT.oneDraft(draft));
          return null;
        }
        const { index } = session.hear(await regulations.under(config));
        if (session.exitCode(EXIT.clean) !== EXIT.clean) return null;
        const analysis = analyze(text, { index, settings: config.settings });
        // Nobody finds a line in Word.
        const inWord = (place: LineColumn): Message => {
          const start = analysis.model.lines.offset(place);
          return placeSaid(word!.place({ start, end: start + 1 }));
        };
        return { name: file, placeOf: word ? inWord : byLine, analysis };
      }
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      session.trouble(TROUBLE.refused(draft, error.reason));
    }
    return null;
  }
}
