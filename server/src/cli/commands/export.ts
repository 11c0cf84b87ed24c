import { extname, resolve } from 'node:path';
import { analyze } from '../../core/analyze.js';
import type { Message } from '../../core/message.js';
import { printed, type Printed } from '../../features/printed.js';
import { RefusedError } from '../../host/decode.js';
import { exists, followed } from '../../host/write.js';
import type { Style } from '../../word/export/write.js';
import { openDrafts, type DraftOptions } from '../open-drafts.js';
import { regulationsOf } from '../regulations.js';
import { EXIT, type ExitCode, type Session } from '../session.js';
import { TROUBLE } from '../session.messages.js';
import { EXPORT } from './export.messages.js';

export interface WordExportOptions extends DraftOptions {
  readonly output: string;
  readonly style: Style;
  readonly final?: boolean;
  readonly force?: boolean;
}

/** A draft as a Word document in official form. */
export async function exportWord(
  draft: string,
  { output, style, final, force, ...options }: WordExportOptions,
  session: Session,
): Promise<ExitCode> {
  const { cwd } = session.io;
  const regulations = regulationsOf(session);
  if (!regulations) return EXIT.trouble;
  try {
    const target = await followed(resolve(cwd, output));
    if (extname(output).toLowerCase() !== '.docx') return refuse(EXPORT.ending(output));
    if (!force && (await exists(target))) return refuse(TROUBLE.refused(output, EXPORT.exists));
    for await (const { file, text, word, named, config, origin } of openDrafts([draft], options, session, {
      ignored: 0,
      refused: 0,
      targets: 0,
    })) {
      if (!named) return refuse(EXPORT.oneDraft(draft));
      if (word) return refuse(TROUBLE.refused(file, EXPORT.isWord));
      const analysis = analyze(text, {
        index: session.hear(await regulations.under(config)).index,
        settings: config.settings,
      });
      if (session.exitCode(EXIT.clean) !== EXIT.clean) return EXIT.trouble;
      const errors = analysis.findings.filter(({ severity }) => severity === 'error').length;
      const blanks = analysis.model.placeholders.length;
      if (final && errors + blanks > 0) {
        session.note(EXPORT.notFinal(file, blanks, errors));
        return EXIT.findings;
      }
      const { exported } = await import('../../word/export/write.js');
      const report = printed(analysis);
      session.drawOn(origin);
      await session.write(target, await exported({ ...report, title: titleOf(report, file) }, style));
      session.tell(EXPORT.written(output));
      if (errors + blanks > 0) session.note(EXPORT.unfinished(blanks, errors));
      return EXIT.clean;
    }
    return session.exitCode(EXIT.trouble);
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return refuse(TROUBLE.refused(output, error.reason));
  }

  function refuse(message: Message): ExitCode {
    session.trouble(message);
    return EXIT.trouble;
  }
}

function titleOf({ blocks }: Printed, file: string): string {
  const title = blocks.find(({ kind }) => kind === 'title');
  return title && 'words' in title ? title.words.map(({ text }) => text).join('') : file.replace(/^.*[/\\]/, '');
}
