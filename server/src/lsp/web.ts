import { msg, type Message } from '../core/message.js';
import { NOTHING_SAID, type Host, type Refusal } from './host.js';
import type { WebStart } from './protocol.js';
import { createServer } from './server.js';
import { ofWorker, whenStarted } from './worker.js';

/** The bundle `dist/web.js`: the server in a worker of a browser. */

whenStarted<WebStart>((start, connection) => createServer(connection, browser(start)));

/** A browser has no files: texts are checked as if they had never been saved, and what needs a file says that there is none. */
const browser = ({ pages, hasSettings, ...data }: WebStart): Host => ({
  ...ofWorker(data),
  fileOf: () => null,
  uriOf: file => file,
  configFor: async () => (hasSettings ? { ...NOTHING_SAID, problem: UNREAD } : NOTHING_SAID),
  teamTexts: async () => ({ editions: [], problems: [] }),
  importTexts: async files => ({ said: [], problems: files.map(() => NO_FILES.reason) }),
  rulePage: rule => `${pages}/${rule}.md`,
  textsIn: async () => NO_FILES,
  textOf: async () => NO_FILES,
  wordOf: async () => NO_FILES,
  wordFrom: async () => NO_FILES,
  isView: () => false,
  sheetsFor: async (_, { named }) => ({ rows: [], problems: named.map(name => ({ name, ...NO_FILES })) }),
  sheetFile: () => null,
  namedFile: async () => null,
  teamSnippets: async () => ({ snippets: [], problems: [] }),
  writeSheet: async () => NO_FILES,
  writeTables: async () => NO_FILES,
  write: async () => NO_FILES,
  settingsFile: async () => NO_FILES,
  decide: async () => NO_FILES,
});

const UNREAD: Message = msg(
  '在浏览器中不读取 policydoc.config.json，按默认设置检查',
  'policydoc.config.json is not read in a browser: the default settings hold',
);

const NO_FILES: Refusal = {
  reason: msg(
    '在浏览器中不能读写文件，请使用桌面版 VS Code 或命令行',
    'files cannot be read or written in a browser: use VS Code on the desktop, or the command line',
  ),
};
