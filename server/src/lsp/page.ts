import { ResponseError } from 'vscode-languageserver/browser';
import { msg, type Message } from '../core/message.js';
import type { SheetContents } from '../core/sheet.js';
import { importText } from '../core/regulations/text/recognise.js';
import type { TeamEdition } from '../core/regulations/team.js';
import { CONFIG_FILE, DECISIONS_FILE, REGULATIONS_FOLDER } from '../host/beside.js';
import { saidIn, SAYS_NOTHING } from '../host/config-said.js';
import { decided, decisionsOf, readDecisions } from '../host/decisions.js';
import { decode, RefusedError } from '../host/decode.js';
import { docxText } from '../host/docx.js';
import { draftOf, isWordName } from '../host/drafts.js';
import { htmlText } from '../host/html.js';
import { formatOf } from '../host/sheets/formats.js';
import { SHEETS } from '../host/sheets/texts.js';
import { exported } from '../word/export/write.js';
import { unreadSentences } from '../word/texts.js';
import { NOTHING_SAID, type Config, type Host, type Refusal } from './host.js';
import type { DocumentParams, FileMethod, HandedFile, OpenedText, PageStart, Requests } from './protocol.js';
import { configOr } from './read-config.js';
import { createServer } from './server.js';
import { ofWorker, whenStarted } from './worker.js';

/** The bundle of the page: the server in a worker, with files in memory that were handed to it in messages. */

whenStarted<PageStart>((start, connection) => {
  const files = new Map<string, Uint8Array>();
  const handBack = (uri: string, bytes: Uint8Array): void =>
    void connection.sendNotification('policydoc/file' satisfies FileMethod, { uri, bytes } satisfies HandedFile);
  connection.onNotification('policydoc/file' satisfies FileMethod, ({ uri, bytes }: HandedFile) => {
    const file = fileOf(uri);
    if (file !== null) files.set(file, bytes);
  });
  connection.onRequest(
    'policydoc/text' satisfies keyof Requests,
    async ({ uri }: DocumentParams): Promise<OpenedText | ResponseError<void>> => {
      const read = await refusable(() => draftOf(bytesOf(files, fileOf(uri)), uri));
      if ('reason' in read) return new ResponseError(REFUSED, read.reason[start.locale]);
      const { text, word } = read;
      const said = word ? unreadSentences(word.unread).map(sentence => sentence[start.locale]) : [];
      return { text, isWord: word !== null, said };
    },
  );
  createServer(connection, inMemory(start, files, handBack));
});

/** As `LSPErrorCodes.RequestFailed`. */
const REFUSED = -32803;
const SCHEME = 'page:///';
/** Where texts of regulations are, which nobody named. */
const REGULATIONS = `/${REGULATIONS_FOLDER}`;
const DEFAULT: Config = { ...NOTHING_SAID, regulations: [{ path: REGULATIONS, named: null }] };

const fileOf = (uri: string): string | null =>
  uri.startsWith(SCHEME) ? `/${decodeURIComponent(uri.slice(SCHEME.length))}` : null;
const uriOf = (file: string): string => SCHEME + encodeURIComponent(file.slice(1));
const baseName = (file: string): string => file.replace(/^.*\//s, '');

/** Files are named `/name`; what is written is handed back and not kept. */
function inMemory(
  { pages, ...data }: PageStart,
  files: ReadonlyMap<string, Uint8Array>,
  handBack: (uri: string, bytes: Uint8Array) => void,
): Host {
  const editions = new Map<string, TeamEdition>();
  const none = { reason: NO_FOLDERS };
  return {
    ...ofWorker(data),
    fileOf,
    uriOf,
    configFor: file => configOr(() => configFor(file, files, editions.size > 0)),
    teamTexts: async () => ({ editions: [...editions.values()], problems: [] }),
    importTexts: async sources => {
      const problems: Message[] = [];
      for (const file of sources) {
        const read = await refusable(async () => regulationIn(file, bytesOf(files, file)));
        if ('reason' in read)
          problems.push(msg(`${baseName(file)}：${read.reason['zh-CN']}`, `${baseName(file)}: ${read.reason.en}`));
        // Of two texts of one edition the one that came last counts.
        else editions.set(`${read.title} ${read.date}`, { ...read, file: `${REGULATIONS}/${baseName(file)}` });
      }
      return { said: [IMPORTED(sources.length - problems.length, editions.size)], problems };
    },
    rulePage: rule => `${pages}/${rule}.md`,
    textsIn: async () => none,
    textOf: async file => refusable(async () => (await draftOf(bytesOf(files, file), file)).text),
    wordOf: async file =>
      refusable(async () => {
        const { word } = await draftOf(bytesOf(files, file), file);
        if (!word) throw new RefusedError(NOT_WORD);
        return word;
      }),
    wordFrom: report => exported(report, 'report'),
    isView: isWordName,
    async sheetsFor(draft, { named, chosen }) {
      const contents = {
        rows: [] as SheetContents['rows'][number][],
        problems: [] as SheetContents['problems'][number][],
      };
      for (const file of new Set([...named.map(name => `/${name}`), ...chosen])) {
        const name = baseName(file);
        const read = await refusable(async () => (await formatOf(file)).read(bytesOf(files, file), name));
        const own = 'reason' in read || draft === null ? read : ofDraft(read, baseName(draft));
        if ('reason' in own) contents.problems.push({ name, reason: own.reason });
        else for (const row of own) contents.rows.push(row);
      }
      return contents;
    },
    sheetFile: (_, name) => `/${name}`,
    teamSnippets: async () => ({ snippets: [], problems: [] }),
    settingsFile: async () => none,
    decide: async () => none,
    writeTables: async () => none,
    namedFile: async (_, name) => (files.has(`/${name}`) ? `/${name}` : null),
    writeSheet: async (file, draft, placeholders, _, locale) => {
      const name = draft === null ? '' : baseName(draft);
      const made = await refusable(async () =>
        (await formatOf(file)).write(
          placeholders.map(row => ({ draft: name, row })),
          locale,
        ),
      );
      if ('reason' in made) return made;
      handBack(uriOf(file), made);
      return null;
    },
    write: async (file, _, content) => {
      handBack(uriOf(file), typeof content === 'string' ? new TextEncoder().encode(content) : content);
      return null;
    },
  };
}

/** Settings and decisions are those that were handed over, whatever folder they are from. */
async function configFor(
  file: string | null,
  files: ReadonlyMap<string, Uint8Array>,
  hasRegulations: boolean,
): Promise<Config> {
  const [config, decisions] = [files.get(`/${CONFIG_FILE}`), files.get(`/${DECISIONS_FILE}`)];
  if (file === null || !(config || decisions)) return DEFAULT;
  const name = baseName(file);
  const said = config ? await saidIn(CONFIG_FILE, new TextDecoder().decode(config)) : SAYS_NOTHING;
  const own = decisions ? decisionsOf(name, readDecisions(decisions)) : [];
  const isLess = (said.data.regulations ?? []).length > 0 && !hasRegulations;
  return {
    ...DEFAULT,
    settings: said.settings,
    isReport: said.isReport(name),
    isIgnored: said.isIgnored(name),
    decide: analysis => decided(analysis, own),
    problem: isLess ? NO_REGULATIONS : null,
  };
}

async function regulationIn(file: string, bytes: Uint8Array): Promise<TeamEdition> {
  const name = baseName(file);
  const text = isWordName(file)
    ? await docxText(bytes)
    : /\.html?$/i.test(file)
      ? htmlText(decode(bytes).text)
      : decode(bytes).text;
  const found = importText({ name, stem: name.replace(/\.[^.]*$/, ''), folders: [], text });
  if ('reason' in found) throw new RefusedError(found.reason);
  return found.edition;
}

/** Of a sheet exported for several drafts, the rows of this one. */
function ofDraft(rows: SheetContents['rows'], draft: string): SheetContents['rows'] | Refusal {
  const drafts = [...new Set(rows.map(row => row.draft.trim()))].filter(name => name !== '');
  if (drafts.length < 2) return rows;
  const own = rows.filter(row => row.draft.trim() === '' || baseName(row.draft.trim()) === draft);
  return drafts.some(name => baseName(name) === draft) ? own : { reason: SHEETS.otherDrafts(drafts) };
}

function bytesOf(files: ReadonlyMap<string, Uint8Array>, file: string | null): Uint8Array {
  const bytes = file === null ? undefined : files.get(file);
  if (!bytes) throw new RefusedError(NOT_HANDED);
  return bytes;
}

async function refusable<T>(work: () => T | Promise<T>): Promise<T | Refusal> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return { reason: error.reason };
  }
}

const NOT_HANDED: Message = msg('尚未打开这个文件', 'this file has not been opened here');
const NOT_WORD: Message = msg('不是 Word 文稿（.docx）', 'it is no Word document (.docx)');
const NO_FOLDERS: Message = msg('本页不读取文件夹', 'this page reads no folders');
const NO_REGULATIONS: Message = msg(
  'policydoc.config.json 指明的法规文本（regulations）本页读不到，请把它们拖到本页',
  'policydoc.config.json names texts of regulations that this page cannot read: drop them on it',
);
const IMPORTED = (count: number, all: number): Message =>
  msg(
    `已读入法规文本 ${count} 个，本次共用 ${all} 个版本。`,
    `${count} texts read; ${all} editions are used in this session.`,
  );
