import { resolve } from 'node:path';
import { RefusedError } from '../../host/decode.js';
import { readNamedDraft } from '../../host/sources.js';
import { exists } from '../../host/write.js';
import { unreadSentences } from '../../word/texts.js';
import { EXIT, type ExitCode, type Session } from '../session.js';
import { TROUBLE } from '../session.messages.js';
import { CONVERT } from './convert.messages.js';

export interface ConvertOptions {
  readonly output?: string;
}

/** The text of a Word document as Markdown: what `check` reads, word for word. */
export async function convert(draft: string, { output }: ConvertOptions, session: Session): Promise<ExitCode> {
  const { cwd } = session.io;
  try {
    const { text, word, origin } = await readNamedDraft(resolve(cwd, draft));
    if (!word) throw new RefusedError(CONVERT.notWord);
    if (output === undefined) session.print(text);
    else {
      if (await exists(resolve(cwd, output))) {
        session.trouble(TROUBLE.refused(output, CONVERT.exists));
        return EXIT.trouble;
      }
      session.drawOn(origin);
      await session.write(resolve(cwd, output), text);
      session.tell(CONVERT.written(output));
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
