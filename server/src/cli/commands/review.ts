import { resolve } from 'node:path';
import { analyze } from '../../core/analyze.js';
import type { Message } from '../../core/message.js';
import { rulesOff } from '../../features/not-checked.js';
import { RefusedError } from '../../host/decode.js';
import { digest } from '../../host/result-cache.js';
import { followed } from '../../host/write.js';
import { markup } from '../inert.js';
import { openTexts, type Opened, type TextOptions } from '../open-texts.js';
import { reviewHtml } from '../../review/html.js';
import { reviewPage, type ReviewPage } from '../../review/page.js';
import { isFree, SHEET } from '../ours.js';
import { nameForOthers } from '../../host/shown-name.js';
import { REVIEWING } from '../review-texts.js';
import { EXIT, type ExitCode, type Session } from '../session.js';
import { TROUBLE } from '../texts.js';
import { reviewMarkdown } from '../writers/review-markdown.js';

export interface ReviewOptions extends TextOptions {
  readonly output?: string;
  readonly format?: keyof typeof WRITERS;
}

const WRITERS = { html: (page: ReviewPage) => markup(reviewHtml(page)), markdown: reviewMarkdown };

/** The sheet of one draft for the person who signs. It judges, but never fails. */
export async function review(
  draft: string,
  { output, format, ...options }: ReviewOptions,
  session: Session,
): Promise<ExitCode> {
  const index = session.loadIndex();
  if (!index) return EXIT.trouble;
  const opened = await only(draft, options, session);
  if (!opened) return EXIT.trouble;
  const { file, path, text, config, written } = opened;
  try {
    if (output !== undefined) {
      const problem = await problemWith(output, written ? path : null, session);
      if (problem) return refuse(problem);
    }
    const analysis = analyze(text, { index: await session.withTeam(index, config), settings: config.settings });
    const page = reviewPage(analysis, {
      file: nameForOthers(file),
      locale: session.locale,
      asOf: index.asOf,
      digest: digest(text),
      rulesOff: rulesOff(config.settings),
    });
    // Something needed for the verdicts could not be read: no sheet is better than one that says less than it seems to.
    if (session.exitCode(EXIT.clean) !== EXIT.clean) return EXIT.trouble;
    const sheet = WRITERS[format ?? (/\.(?:md|markdown)$/i.test(output ?? '') ? 'markdown' : 'html')](page);
    if (output === undefined) {
      session.print(sheet);
    } else {
      session.drawOn(opened.origin);
      await session.write(resolve(session.io.cwd, output), sheet);
      session.tell(REVIEWING.written(output, page.sheet.notes.length));
    }
    return EXIT.clean;
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return refuse(TROUBLE.refused(output ?? file, error.reason));
  }

  function refuse(message: Message): ExitCode {
    session.trouble(message);
    return EXIT.trouble;
  }
}

/** The one text asked for; null after saying why there is none. */
async function only(draft: string, options: TextOptions, session: Session): Promise<Opened | null> {
  const passed = { ignored: 0, refused: 0, targets: 0 };
  for await (const opened of openTexts([draft], options, session, passed)) {
    if (opened.named) return opened;
    session.trouble(REVIEWING.oneDraft(draft));
    return null;
  }
  if (passed.refused === 0) session.trouble(passed.ignored > 0 ? REVIEWING.ignored(draft) : REVIEWING.oneDraft(draft));
  return null;
}

/** Why the sheet may not go there. A draft whose name was typed after -o by mistake would be lost. */
async function problemWith(output: string, draft: string | null, { io }: Session): Promise<Message | null> {
  const target = await followed(resolve(io.cwd, output));
  if (draft !== null && target === (await followed(draft))) return REVIEWING.ontoDraft;
  return (await isFree(target, SHEET)) ? null : REVIEWING.ontoOther(output);
}
