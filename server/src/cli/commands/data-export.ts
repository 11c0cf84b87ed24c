import { isAbsolute, resolve } from 'node:path';
import { lexiconOf } from '../../core/lexicon/own.js';
import { placeholderRows } from '../../core/sheet.js';
import { modelOf } from '../../core/model.js';
import { RefusedError } from '../../host/decode.js';
import { formatOf } from '../../host/sheets/formats.js';
import { draftName } from '../../host/sheets/draft.js';
import { rowsReplaced } from '../../host/sheets.js';
import { byDepartment, type Exported } from '../../host/sheets/table.js';
import { exists } from '../../host/write.js';
import { DATA } from './data.messages.js';
import { openDrafts, type DraftOptions } from '../open-drafts.js';
import { EXIT, type ExitCode, type Session } from '../session.js';
import { TROUBLE } from '../session.messages.js';
import { noRegulations } from './data-fill.js';

export interface ExportOptions extends DraftOptions {
  readonly output: string;
  readonly force?: boolean;
}

/** Lists the blanks of the drafts in one data sheet. With any draft that cannot be read nothing is written. */
export async function exportData(
  paths: readonly string[],
  { output, force, ...options }: ExportOptions,
  session: Session,
): Promise<ExitCode> {
  const target = resolve(session.io.cwd, output);
  try {
    const format = await formatOf(output);
    if (!force && (await exists(target))) {
      session.trouble(DATA.exists(output));
      return EXIT.trouble;
    }
    const placeholders: Exported[] = [];
    let drafts = 0;
    let notReports = 0;
    for await (const { file, path, named, config, text, origin } of openDrafts(paths, options, session, {
      targets: 0,
      ignored: 0,
      refused: 0,
    })) {
      const model = modelOf(text, noRegulations(), '', undefined, lexiconOf(config.settings.words));
      if (!named && !(config.isReport(path) ?? model.genre.isReport)) {
        notReports++;
        continue;
      }
      drafts++;
      session.drawOn(origin);
      // As it was asked for, unless that is a way over the folders of this machine.
      const isAway = isAbsolute(file) || file.startsWith('../');
      const draft = isAway ? await draftName(path, target, [session.io.cwd]) : file;
      for (const row of placeholderRows(model)) placeholders.push({ draft, row });
    }
    if (session.exitCode(EXIT.clean) !== EXIT.clean) return EXIT.trouble;
    // Whose figure each is has been written into the sheet that this one replaces.
    const rows = byDepartment(placeholders, await rowsReplaced(target));
    await session.write(target, await format.write(rows, session.locale));
    session.tell(DATA.exported(output, placeholders.length, drafts));
    if (notReports > 0) session.note(DATA.notReports(notReports));
    return EXIT.clean;
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    session.trouble(TROUBLE.refused(output, error.reason));
    return EXIT.trouble;
  }
}
