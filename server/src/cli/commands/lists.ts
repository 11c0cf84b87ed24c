import { resolve } from 'node:path';
import { analyze } from '../../core/analyze.js';
import type { Message } from '../../core/message.js';
import { cellsOf, LIST_KINDS, listsOf, markdownOf, type ListKind } from '../../features/lists.js';
import { RefusedError } from '../../host/decode.js';
import { tablesAs } from '../../host/sheets/tables.js';
import { exists, followed } from '../../host/write.js';
import { plainMarkdown } from '../../review/escape.js';
import { openDrafts, type DraftOptions } from '../open-drafts.js';
import { regulationsOf } from '../regulations.js';
import { EXIT, type ExitCode, type Session } from '../session.js';
import { TROUBLE } from '../session.messages.js';
import { EXPORT } from './export.messages.js';
import { LISTS } from './lists.messages.js';

export interface ListsOptions extends DraftOptions {
  readonly output?: string;
  readonly kind?: ListKind;
  readonly force?: boolean;
}

/** 问题清单, 任务清单, 责任清单 of one draft. */
export async function lists(
  draft: string,
  { output, kind, force, ...options }: ListsOptions,
  session: Session,
): Promise<ExitCode> {
  const regulations = regulationsOf(session);
  if (!regulations) return EXIT.trouble;
  try {
    const target = output === undefined ? null : await followed(resolve(session.io.cwd, output));
    if (target !== null && !force && (await exists(target))) return refuse(TROUBLE.refused(output!, EXPORT.exists));
    for await (const { file, text, named, config, origin } of openDrafts([draft], options, session, {
      ignored: 0,
      refused: 0,
      targets: 0,
    })) {
      if (!named) return refuse(EXPORT.oneDraft(draft));
      const analysis = analyze(text, {
        index: session.hear(await regulations.under(config)).index,
        settings: config.settings,
      });
      if (session.exitCode(EXIT.clean) !== EXIT.clean) return EXIT.trouble;
      const found = (kind ? [kind] : LIST_KINDS).flatMap(one => listsOf(analysis, one));
      if (found.length === 0) return refuse(LISTS.none(file));
      const { locale } = session;
      const markdown = found.map(list => markdownOf(list, locale, plainMarkdown)).join('\n');
      if (target === null) {
        session.print(markdown);
        return EXIT.clean;
      }
      const content = /\.(?:md|markdown)$/i.test(output!)
        ? markdown
        : await tablesAs(
            output!,
            found.map(list => ({ title: list.title[locale], rows: cellsOf(list, locale) })),
          );
      session.drawOn(origin);
      await session.write(target, content);
      session.tell(LISTS.written(output!, found.length));
      return EXIT.clean;
    }
    return session.exitCode(EXIT.trouble);
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return refuse(TROUBLE.refused(output ?? draft, error.reason));
  }

  function refuse(message: Message): ExitCode {
    session.trouble(message);
    return EXIT.trouble;
  }
}
