import { stat } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { analyze } from '../../core/analyze.js';
import type { Message } from '../../core/message.js';
import { rulesOff } from '../../features/not-checked.js';
import { decided } from '../../host/decisions.js';
import { RefusedError } from '../../host/decode.js';
import { digest } from '../../host/digest.js';
import { inWord, isWordName } from '../../host/drafts.js';
import { nameForOthers } from '../../host/shown-name.js';
import { readNamedDraft } from '../../host/sources.js';
import { followed } from '../../host/write.js';
import { markup } from '../inert.js';
import { openDrafts, type OpenedDraft, type DraftOptions } from '../open-drafts.js';
import { reviewsHtml } from '../../review/html.js';
import { GENERATOR, reviewPage, type ReviewPage } from '../../review/page.js';
import { wordNotes } from '../../review/word.js';
import { unreadSentences } from '../../word/texts.js';
import { isFree } from '../own-files.js';
import { REVIEWING } from './review.messages.js';
import { regulationsOf } from '../regulations.js';
import { EXIT, type ExitCode, type Session } from '../session.js';
import { TROUBLE } from '../session.messages.js';
import { reviewMarkdown } from '../views/review-markdown.js';

export interface ReviewOptions extends DraftOptions {
  readonly output?: string;
  readonly uncompared?: boolean;
  readonly format?: keyof typeof REVIEW_FORMATS;
}

/** How both formats of the review sheet begin. */
const REVIEW_SHEET = new RegExp(
  `^<!-- ${GENERATOR} -->|^<!doctype html>[^]{0,1000}<meta name="generator" content="${GENERATOR}">`,
);

type Pages = readonly [ReviewPage, ...ReviewPage[]];
const REVIEW_FORMATS = {
  html: (pages: Pages) => markup(reviewsHtml(pages)),
  markdown: (pages: Pages) => pages.map(reviewMarkdown).join('\n'),
};

/** The sheet of one draft, or of several in one file, for the person who signs. It judges, but never fails. */
export async function review(
  drafts: readonly string[],
  { output, format, uncompared = false, ...options }: ReviewOptions,
  session: Session,
): Promise<ExitCode> {
  const regulations = regulationsOf(session);
  if (!regulations) return EXIT.trouble;
  const isComments = isWordName(output ?? '');
  if (isComments && drafts.length > 1) return refuse(REVIEWING.commentsOfOne);
  const all: OpenedDraft[] = [];
  for (const draft of drafts) {
    const opened = await only(draft, options, session);
    if (opened) all.push(opened);
  }
  const [first] = all;
  if (!first || all.length < drafts.length) return EXIT.trouble;
  try {
    if (output !== undefined) {
      const problem =
        (isComments && commentsProblem(output, first.word)) ||
        (await problemWith(
          output,
          all.flatMap(({ path }, i) => (drafts[i] === '-' ? [] : [path])),
          session,
        ));
      if (problem) return refuse(problem);
    }
    const pages: ReviewPage[] = [];
    for (const { file, text, config, word, decisions } of all) {
      const analysis = decided(
        analyze(text, { index: session.hear(await regulations.under(config)).index, settings: config.settings }),
        decisions,
      );
      const page = reviewPage(analysis, {
        file: nameForOthers(file),
        locale: session.locale,
        asOf: regulations.builtIn.asOf,
        digest: digest(text),
        rulesOff: rulesOff(config.settings),
        unread: word ? unreadSentences(word.unread) : [],
        listsUncompared: uncompared,
      });
      // Something needed for the verdicts could not be read: no sheet is better than one that says less than it seems to.
      if (session.exitCode(EXIT.clean) !== EXIT.clean) return EXIT.trouble;
      if (word && output !== undefined && isComments) {
        const notes = wordNotes(analysis, regulations.builtIn.asOf, page.notChecked, session.locale);
        session.drawOn(first.origin);
        await session.write(resolve(session.io.cwd, output), await inWord(word.annotated(notes)));
        session.tell(REVIEWING.commented(output, notes.length));
        return EXIT.clean;
      }
      pages.push(page);
    }
    const sheet = REVIEW_FORMATS[format ?? (/\.(?:md|markdown)$/i.test(output ?? '') ? 'markdown' : 'html')](
      pages as unknown as Pages,
    );
    if (output === undefined) {
      session.print(sheet);
    } else {
      for (const { origin } of all) session.drawOn(origin);
      await session.write(resolve(session.io.cwd, output), sheet);
      session.tell(REVIEWING.written(output, pages.length, pages.flatMap(page => page.sheet.notes).length));
    }
    return EXIT.clean;
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return refuse(TROUBLE.refused(output ?? first.file, error.reason));
  }

  function refuse(message: Message): ExitCode {
    session.trouble(message);
    return EXIT.trouble;
  }
}

/** The one text asked for; null after saying why there is none. */
async function only(draft: string, options: DraftOptions, session: Session): Promise<OpenedDraft | null> {
  const passed = { ignored: 0, refused: 0, targets: 0 };
  for await (const opened of openDrafts([draft], options, session, passed)) {
    if (opened.named) return opened;
    session.trouble(REVIEWING.oneDraft(draft));
    return null;
  }
  if (passed.refused === 0) session.trouble(passed.ignored > 0 ? REVIEWING.ignored(draft) : REVIEWING.oneDraft(draft));
  return null;
}

/** Why comments cannot go there. */
function commentsProblem(output: string, word: OpenedDraft['word']): Message | null {
  if (!word) return REVIEWING.notWord(output);
  return extname(output).toLowerCase() === word.extension ? null : REVIEWING.extension(word.extension);
}

/** Why the sheet may not go there. A draft whose name was typed after -o by mistake would be lost. */
async function problemWith(output: string, drafts: readonly string[], { io }: Session): Promise<Message | null> {
  const target = await followed(resolve(io.cwd, output));
  for (const draft of drafts) if (target === (await followed(draft))) return REVIEWING.ontoDraft;
  if (isWordName(output)) {
    const there = await stat(target).catch(() => null);
    if (!there || there.size === 0) return null;
    const { word } = await readNamedDraft(target).catch(() => ({ word: null }));
    return word?.isAnnotated ? null : REVIEWING.ontoOtherWord(output);
  }
  return (await isFree(target, () => REVIEW_SHEET)) ? null : REVIEWING.ontoOther(output);
}
