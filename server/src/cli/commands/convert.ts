import { resolve } from 'node:path';
import { RefusedError } from '../../host/decode.js';
import { readDraft } from '../../host/sources.js';
import { createFile } from '../../host/write.js';
import { unreadSentences } from '../../word/texts.js';
import { EXIT, type ExitCode, type Session } from '../session.js';
import { TROUBLE } from '../texts.js';
import { CONVERT } from '../word-texts.js';

export interface ConvertOptions {
  readonly output?: string;
}

/** The text of a Word document as Markdown: what `check` reads, word for word. */
export async function convert(draft: string, { output }: ConvertOptions, session: Session): Promise<ExitCode> {
  const { cwd } = session.io;
  try {
    const { text, word } = await readDraft(resolve(cwd, draft));
    if (!word) {
      session.trouble(TROUBLE.refused(draft, CONVERT.notWord));
      return EXIT.trouble;
    }
    if (output === undefined) session.print(text);
    else if (await createFile(resolve(cwd, output), text)) session.print(`${session.say(CONVERT.written(output))}\n`);
    else {
      session.trouble(TROUBLE.refused(output, CONVERT.exists));
      return EXIT.trouble;
    }
    for (const sentence of [...unreadSentences(word.unread), CONVERT.leftBehind])
      session.note(TROUBLE.refused(draft, sentence));
    return EXIT.clean;
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    session.trouble(TROUBLE.refused(draft, error.reason));
    return EXIT.trouble;
  }
}
