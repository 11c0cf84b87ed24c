import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Settings } from '../core/analyze.js';
import type { Locale } from '../core/message.js';
import { CONFIG_FILE, REGULATIONS_FOLDER } from './beside.js';
import { SAYS_NOTHING, saidIn, type ConfigSaid } from './config-said.js';
import { ConfigError, type ConfigData } from './config-schema.js';
import { RefusedError } from './decode.js';
import { isMissing, MOST, readFound, readNamed } from './open.js';
import type { TeamFolder } from './team-regulations.js';
import type { SnippetFile } from './team-snippets.js';

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

  /** `file` is null for the settings that hold where there is no file. */
  constructor(
    readonly file: string | null,
    private readonly said: ConfigSaid,
  ) {
    const { data, settings } = said;
    this.data = data;
    this.settings = settings;
    this.locale = data.locale ?? null;
    this.snippets = file === null ? [] : (data.snippets ?? []).map(name => ({ name, by: dirname(file) }));
    this.regulations = file === null ? [] : foldersOf(dirname(file), data.regulations ?? []);
  }

  /** Whether the file is one of the texts reports are checked against. */
  isRegulation(path: string): boolean {
    return this.regulations.some(folder => dirname(path) === folder.path);
  }

  isIgnored(path: string): boolean {
    return this.said.isIgnored(this.#nameOf(path));
  }

  /** Whether the file is to be checked as a report; null when its text decides. */
  isReport(path: string): boolean | null {
    return this.said.isReport(this.#nameOf(path));
  }

  /** The path from the folder of the file, with `/`. */
  #nameOf(path: string): string {
    return this.file === null ? path : relative(dirname(this.file), path).split(sep).join('/');
  }
}

/** Reads the source of a configuration file. Rejects with a ConfigError when it is broken. */
export const configOf = async (file: string, source: string): Promise<Config> =>
  new Config(file, await saidIn(file, source));

function foldersOf(base: string, named: readonly string[]): TeamFolder[] {
  const folders = new Map(named.map(name => [resolve(base, name), { name, by: base }]));
  const listed = [...folders].map(([path, named]) => ({ path, named }));
  const own = join(base, REGULATIONS_FOLDER);
  return folders.has(own) ? listed : [{ path: own, named: null }, ...listed];
}

export const NO_CONFIG = new Config(null, SAYS_NOTHING);

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
