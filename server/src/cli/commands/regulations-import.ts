import { resolve } from 'node:path';
import type { Message } from '../../core/message.js';
import { isDate } from '../../core/text/dates.js';
import { REGULATIONS_FOLDER } from '../../host/beside.js';
import { filesToImport, importFiles, isInUse } from '../../host/import.js';
import { shownName } from '../../host/shown-name.js';
import { IMPORT } from '../../host/texts.js';
import { IMPORTING } from './regulations-import.messages.js';
import { progressBar } from '../progress-bar.js';
import { importJson, importLines } from '../views/import.js';
import { EXIT, type ExitCode, type Session } from '../session.js';
import { TROUBLE } from '../session.messages.js';

export interface ImportOptions {
  readonly output?: string;
  readonly edition?: string;
  readonly format: 'text' | 'json';
  readonly force?: boolean;
}

/** Writes the texts of the files and folders named into the team's folder, one file an edition. */
export async function importRegulations(
  paths: readonly string[],
  options: ImportOptions,
  session: Session,
): Promise<ExitCode> {
  const { edition = '', format, force = false } = options;
  const { cwd } = session.io;
  const output = resolve(cwd, options.output ?? REGULATIONS_FOLDER);
  if (edition !== '' && !isDate(edition)) return failed(IMPORTING.badEdition(edition));
  const found = await filesToImport(paths, output, cwd);
  if (edition !== '' && found.files.size !== 1) return failed(IMPORTING.oneOnly);
  const progress = await progressBar(session.io, session.say(IMPORTING.progress), found.files.size * 2);
  const outcomes = await importFiles(found, output, cwd, {
    edition,
    force,
    isNamed: options.output !== undefined,
    step: () => progress.step(),
  });
  progress.end();
  for (const { file, status, reason } of outcomes)
    if (status === 'refused') session.trouble(TROUBLE.refused(file, reason!));
  session.print(
    format === 'json'
      ? importJson(outcomes, shownName(output, '', cwd), session.locale)
      : importLines(outcomes, session.locale),
  );
  if (found.unread > 0) session.note(IMPORT.unread(found.unread));
  if (!outcomes.every(({ status }) => status === 'refused') && !(await isInUse(output, cwd))) {
    session.note(IMPORT.notInUse(shownName(output, '', cwd)));
  }
  return session.exitCode(EXIT.clean);

  function failed(message: Message): ExitCode {
    session.trouble(message);
    return EXIT.trouble;
  }
}
