import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Settings } from '../core/analyze.js';
import type { Locale } from '../core/message.js';
import { ConfigError, readConfig, type ConfigData } from './config-schema.js';
import { RefusedError } from './decode.js';
import { globOf } from './glob.js';
import { isMissing, MOST, readFound, readNamed } from './open.js';
import type { TeamFolder } from './team-regulations.js';
import type { SnippetFile } from './team-snippets.js';
import { CONFIG } from './texts.js';

export const CONFIG_FILE = 'policydoc.config.json';
/** Where a team keeps its regulation texts unless its configuration says otherwise, and where they are imported to. */
export const REGULATIONS_FOLDER = 'regulations';

/** Whether a path from the folder of the file, with `/`, is meant. */
type Matcher = (name: string) => boolean;
const NOTHING: Matcher = () => false;

/** The settings that hold for a text. Its globs count from the folder of the file. */
export class Config {
  readonly settings: Settings;
  readonly locale: Locale | null;
  /** Folders of regulation texts to lay over the index, a later over an earlier. */
  readonly regulations: readonly TeamFolder[];
  /** Files of the team's own snippets. */
  readonly snippets: readonly SnippetFile[];
  /** As the file says it. */
  readonly data: ConfigData;

  /** `file` is null for the settings that hold where there is no file. `ignore` and `reports` match the globs of `data`. */
  constructor(
    readonly file: string | null,
    data: ConfigData,
    private readonly ignore = NOTHING,
    private readonly reports = NOTHING,
  ) {
    this.data = data;
    this.settings = { rules: data.rules ?? {}, ...(data.asOf !== undefined && { asOf: data.asOf }) };
    this.locale = data.locale ?? null;
    this.snippets = file === null ? [] : (data.snippets ?? []).map(name => ({ name, by: dirname(file) }));
    this.regulations = file === null ? [] : foldersOf(dirname(file), data.regulations ?? []);
  }

  /** Whether the file is one of the texts reports are checked against. */
  isRegulation(path: string): boolean {
    return this.regulations.some(folder => dirname(path) === folder.path);
  }

  isIgnored(path: string): boolean {
    return this.ignore(this.#nameOf(path));
  }

  /** Whether the file is to be checked as a report; null when its text decides. */
  isReport(path: string): boolean | null {
    const { reports = 'auto' } = this.data;
    if (reports === 'auto') return null;
    return reports === 'all' || this.reports(this.#nameOf(path));
  }

  /** The path from the folder of the file, with `/`. */
  #nameOf(path: string): string {
    return this.file === null ? path : relative(dirname(this.file), path).split(sep).join('/');
  }
}

/** Reads the source of a configuration file. Rejects with a ConfigError when it is broken. */
export async function configOf(file: string, source: string): Promise<Config> {
  const data = await readConfig(file, source);
  const { ignore = [], reports = [] } = data;
  const [toIgnore, toCheck] = [ignore, typeof reports === 'string' ? [] : reports];
  try {
    return new Config(file, data, await matcherOf(toIgnore), await matcherOf(toCheck));
  } catch (error) {
    throw error instanceof RangeError ? new ConfigError(file, [CONFIG.tooManyGlobs(MOST_GLOBS)]) : error;
  }
}

/** Of all lists of a file, with every brace written out. */
const MOST_GLOBS = 10_000;

/** Rejects with a RangeError where there are too many. */
async function matcherOf(globs: readonly string[]): Promise<Matcher> {
  if (globs.length === 0) return NOTHING;
  const { braceExpand } = await import('minimatch');
  const written: string[] = [];
  for (const glob of globs) {
    written.push(...braceExpand(glob, { braceExpandMax: 1000 }));
    if (written.length > MOST_GLOBS) throw new RangeError();
  }
  const made = written.flatMap(meant).map(one => globOf(one));
  return name => {
    const names = name.split('/');
    return made.some(glob => glob.matches(names));
  };
}

/** A folder stands for all that is in it, as in ignore files; only `*` alone is, as it says, what lies in one itself. */
function meant(glob: string): string[] {
  const names = glob.split('/').filter(name => name !== '' && name !== '.');
  const below = [...names, '**'].join('/');
  if (/(?:^|\/)\.?$/.test(glob)) return [below];
  const last = names.at(-1);
  return last === '*' || last === '**' ? [names.join('/')] : [names.join('/'), below];
}

function foldersOf(base: string, named: readonly string[]): TeamFolder[] {
  const folders = new Map(named.map(name => [resolve(base, name), { name, by: base }]));
  const listed = [...folders].map(([path, named]) => ({ path, named }));
  const own = join(base, REGULATIONS_FOLDER);
  return folders.has(own) ? listed : [{ path: own, named: null }, ...listed];
}

export const NO_CONFIG = new Config(null, {});

/** The configuration files of one run: each is looked for and read once. */
export class Configs {
  readonly #byFolder = new Map<string, Promise<Config>>();

  /** The configuration in `folder` or the nearest above it. Rejects with a ConfigError when that one is broken. */
  nearest(folder: string): Promise<Config> {
    let config = this.#byFolder.get(folder);
    if (!config) {
      config = this.#search(folder);
      this.#byFolder.set(folder, config);
    }
    return config;
  }

  async #search(folder: string): Promise<Config> {
    const file = join(folder, CONFIG_FILE);
    const source = foundSource(file);
    if (source !== null) return configOf(file, source);
    const above = dirname(folder);
    return above === folder ? NO_CONFIG : this.nearest(above);
  }
}

/** The configuration in exactly that file. Rejects with a ConfigError when it is missing or broken. */
export async function loadConfig(file: string): Promise<Config> {
  const { bytes } = await readNamed(file, MOST.settings).catch(error => {
    throw configError(file, error);
  });
  return configOf(file, bytes.toString('utf8'));
}

/** Of a file with the usual name; null where there is none. */
function foundSource(file: string): string | null {
  try {
    return readFound(file, { most: MOST.settings }).bytes.toString('utf8');
  } catch (error) {
    if (isMissing(error)) return null;
    throw configError(file, error);
  }
}

const configError = (file: string, error: unknown): unknown =>
  error instanceof RefusedError ? new ConfigError(file, [error.reason]) : error;
