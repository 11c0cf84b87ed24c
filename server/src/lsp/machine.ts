import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Configs } from '../host/config.js';
import { ConfigError } from '../host/config-schema.js';
import { RefusedError } from '../host/decode.js';
import { discover } from '../host/discover.js';
import { loadIndex } from '../host/load-index.js';
import { loadTeamRegulations } from '../host/team-regulations.js';
import { formatOf } from '../host/sheets.js';
import { draftName, readSheetsFor, sheetPath } from '../host/sheets/draft.js';
import { readSource } from '../host/sources.js';
import { digest } from '../host/result-cache.js';
import { fileOf, uriOf } from '../host/uri.js';
import { NOTHING_SAID, type Config, type Host, type Refusal } from './host.js';

/** What is shipped beside the bundle that this is part of. */
const beside = (path: string): URL => new URL(path, import.meta.url);

/** The machine that Node runs on. */
export const machine: Host = {
  fileOf,
  uriOf,
  digest: async text => digest(text),
  loadIndex: async () => loadIndex(fileURLToPath(beside('../data'))),
  configFor,
  teamTexts: loadTeamRegulations,
  rulePage: rule => beside(`./rules/${rule}.md`).href,
  // In the order of code units, as on the command line.
  textsIn: folder => orRefusal(async () => [...(await discover(folder)).files].sort()),
  sheetsFor: readSheetsFor,
  sheetFile: sheetPath,
  sheetOf: (file, draft, rows, locale) => orRefusal(async () => {
    const name = draftName(draft, file);
    return Buffer.from(await (await formatOf(file)).write(rows.map(row => ({ draft: name, row })), locale)).toString('base64');
  }),
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
