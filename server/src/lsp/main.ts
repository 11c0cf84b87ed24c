import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import { Configs, NO_CONFIG } from '../host/config.js';
import { ConfigError } from '../host/config-schema.js';
import { RefusedError } from '../host/decode.js';
import { discover } from '../host/discover.js';
import { loadIndex } from '../host/load-index.js';
import { loadTeamRegulations } from '../host/team-regulations.js';
import { formatOf } from '../host/sheets.js';
import { readSheetsFor } from '../host/sheets/draft.js';
import { readSource } from '../host/sources.js';
import type { Config, Host, Refusal } from './host.js';
import { createServer } from './server.js';

/** The bundle `dist/lsp.js`: started by an editor (`--stdio`, `--node-ipc`), or loaded by `policydoc lsp --stdio`. */

/** Serves one client, over the transport that the process's arguments name, until it says `exit`. */
export function startServer(): void {
  createServer(createConnection(), machine);
}

const beside = (path: string): URL => new URL(path, import.meta.url);

const machine: Host = {
  loadIndex: async () => loadIndex(fileURLToPath(beside('../data'))),
  configFor,
  teamTexts: loadTeamRegulations,
  rulePage: rule => beside(`./rules/${rule}.md`).href,
  // In the order of code units, as on the command line.
  textsIn: folder => orRefusal(async () => [...(await discover(folder)).files].sort()),
  sheetsFor: readSheetsFor,
  sheetOf: (file, gaps, locale) => orRefusal(async () => (await formatOf(file)).write(gaps, locale)),
  textOf: file => orRefusal(async () => (await readSource(file)).text),
};

async function orRefusal<T>(work: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return { reason: error.reason };
  }
}

async function configFor(file: string | null): Promise<Config> {
  if (file === null) return NOTHING_SAID;
  try {
    // Read anew each time the server asks: it asks once a document, and again when a settings file has changed.
    const config = await new Configs().nearest(dirname(file));
    return { settings: config.settings, regulations: config.regulations, isReport: config.isReport(file), isIgnored: config.isIgnored(file), problem: null };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const problems = (locale: 'zh-CN' | 'en', comma: string): string => error.problems.map(problem => problem[locale]).join(comma);
    return {
      ...NOTHING_SAID,
      problem: {
        'zh-CN': `设置文件未生效：${error.file}：${problems('zh-CN', '；')}`,
        en: `The settings file is not in use: ${error.file}: ${problems('en', '; ')}`,
      },
    };
  }
}

const NOTHING_SAID: Config = { settings: NO_CONFIG.settings, regulations: [], isReport: null, isIgnored: false, problem: null };

/** Whether this module is what the process was started with, rather than a part of the command line. */
const isEntry = process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url);
if (isEntry) startServer();
