import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { msg, type Message } from '../core/message.js';
import { REGULATIONS_FOLDER } from '../host/beside.js';
import { Configs } from '../host/config.js';
import { settingsFile } from '../host/config-edit.js';
import { RefusedError } from '../host/decode.js';
import { isWordName } from '../host/drafts.js';
import { NOBODY_ELSE } from '../host/open.js';
import { decide, decisionsFor } from '../host/decisions-file.js';
import { decided } from '../host/decisions.js';
import { discover } from '../host/discover.js';
import { filesToImport, importFiles, isInUse, tally } from '../host/import.js';
import { loadIndex } from '../host/load-index.js';
import { loadTeamRegulations } from '../host/team-regulations.js';
import { rowsReplaced } from '../host/sheets.js';
import { formatOf } from '../host/sheets/formats.js';
import { byDepartment } from '../host/sheets/table.js';
import { readTeamSnippets } from '../host/team-snippets.js';
import { draftName, namedSheet, readSheetsFor, sheetPath } from '../host/sheets/draft.js';
import { readDraft, readNamedDraft } from '../host/sources.js';
import { IMPORT } from '../host/texts.js';
import { fileOf, isWordView, uriOf, wordViewOf } from '../host/uri.js';
import { writeNamed } from '../host/write.js';
import { NOTHING_SAID, type Config, type Host, type Refusal } from './host.js';
import { configOr } from './read-config.js';

/** What is shipped beside the bundle that this is part of. */
const beside = (path: string): URL => new URL(path, import.meta.url);
const PAGES = beside('./rules').href;

/** The machine that Node runs on. */
export const machine: Host = {
  fileOf,
  // What an editor can show of it.
  uriOf: file => (isWordName(file) ? wordViewOf(file) : uriOf(file)),
  loadIndex: async () => loadIndex(fileURLToPath(beside('../data'))),
  configFor,
  teamTexts: loadTeamRegulations,
  teamSnippets: readTeamSnippets,
  importTexts,
  rulePage: rule => `${PAGES}/${rule}.md`,
  // In the order of code units, as on the command line.
  textsIn: folder => orRefusal(async () => [...(await discover(folder)).files].sort()),
  sheetsFor: readSheetsFor,
  sheetFile: sheetPath,
  namedFile: (draft, name, workspace) => namedSheet(draft, name, workspace).catch(() => null),
  writeSheet: (file, draft, rows, workspace, locale) =>
    orRefusal(async () => {
      const name = await draftName(draft, file, workspace);
      const sheet = await (await formatOf(file)).write(
        byDepartment(
          rows.map(row => ({ draft: name, row })),
          await rowsReplaced(file),
        ),
        locale,
      );
      await writeBeside(file, own(draft), sheet);
      return null;
    }),
  settingsFile: (file, set, workspace) => orRefusal(() => settingsFile(file, set, workspace)),
  decide: (draft, analysis, finding, decision) =>
    orRefusal(async () => {
      await decide(draft, analysis, finding, decision);
      return null;
    }),
  writeTables: (file, draft, tables) =>
    orRefusal(async () => {
      await writeBeside(file, own(draft), await (await import('../host/sheets/tables.js')).tablesAs(file, tables));
      return null;
    }),
  write: (file, drafts, content) =>
    orRefusal(async () => {
      await writeBeside(file, drafts, content);
      return null;
    }),
  textOf: file => orRefusal(async () => (await readDraft(file)).text),
  wordOf: file =>
    orRefusal(async () => {
      // The user has named it: it may be a link.
      const { word } = await readNamedDraft(file);
      if (!word) throw new RefusedError(NOT_WORD);
      return word;
    }),
  wordFrom: async report => (await import('../word/export/write.js')).exported(report, 'report'),
  isView: isWordView,
};

const NOT_WORD: Message = msg('不是 Word 文稿（.docx）', 'it is no Word document (.docx)');

/** What is made of a draft is written whole or not at all, not over it, and for no more eyes than the draft. */
async function writeBeside(file: string, drafts: readonly string[], content: string | Uint8Array): Promise<void> {
  const origins = await Promise.all(drafts.map(draft => stat(draft).catch(() => NOBODY_ELSE)));
  const there = await stat(file).catch(() => null);
  if (there && origins.some(({ dev, ino }) => there.dev === dev && there.ino === ino))
    throw new RefusedError(ONTO_DRAFT);
  await writeNamed(file, content, { origins: origins.length > 0 ? origins : [NOBODY_ELSE] });
}
const own = (draft: string | null): readonly string[] => (draft === null ? [] : [draft]);

const ONTO_DRAFT: Message = msg('不能写到文稿自己身上，请另选文件名', 'that is the draft itself: choose another name');

async function orRefusal<T>(work: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return { reason: error.reason };
  }
}

async function importTexts(
  files: readonly string[],
  folder: string,
): Promise<{ said: Message[]; problems: Message[] }> {
  const output = join(folder, REGULATIONS_FOLDER);
  const found = await filesToImport(files, output, folder);
  const outcomes = await importFiles(found, output, folder);
  const { written, replaced, unchanged, duplicate, refused } = tally(outcomes);
  const isUsed = refused === outcomes.length || (await isInUse(output, folder));
  return {
    said: [
      IMPORT.summary(written, replaced, unchanged, duplicate, refused),
      ...(found.unread > 0 ? [IMPORT.unread(found.unread)] : []),
      ...(isUsed ? [] : [IMPORT.notInUse(REGULATIONS_FOLDER)]),
    ],
    problems: outcomes.flatMap(({ file, status, reason }) =>
      status === 'refused' && reason ? [msg(`${file}：${reason['zh-CN']}`, `${file}: ${reason.en}`)] : [],
    ),
  };
}

async function configFor(file: string | null): Promise<Config> {
  if (file === null) return NOTHING_SAID;
  return configOr(async () => {
    // Read anew each time the server asks: it asks once a document, and again when a settings file has changed.
    const config = await new Configs().nearest(dirname(file));
    const decisions = decisionsFor(file);
    return {
      settings: config.settings,
      regulations: config.regulations,
      snippets: config.snippets,
      isReport: config.isReport(file),
      isIgnored: config.isIgnored(file),
      decide: analysis => decided(analysis, decisions),
      problem: null,
    };
  });
}
