import { readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Settings } from '../core/analyze.js';
import type { Locale } from '../core/message.js';
import { ConfigError, readConfig, type ConfigData } from './config-schema.js';
import type { RefusedError } from './decode.js';
import { assertNoLink } from './links.js';
import { systemReason } from './sources.js';
import type { TeamFolder } from './team-regulations.js';

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
  return new Config(file, data, await matcherOf(ignore), await matcherOf(typeof reports === 'string' ? [] : reports));
}

async function matcherOf(globs: readonly string[]): Promise<Matcher> {
  if (globs.length === 0) return NOTHING;
  const { Minimatch } = await import('minimatch');
  // It matches name by name; within one, the schema bounds the wildcards, on which the time depends.
  const options = {
    dot: true,
    noext: true,
    nonegate: true,
    nocomment: true,
    braceExpandMax: 1000,
    maxGlobstarRecursion: 10,
  } as const;
  const made = globs.map(glob => new Minimatch(glob, options));
  return name => made.some(glob => glob.match(name));
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
    await assertNoLink(file).catch((error: RefusedError) => {
      throw new ConfigError(file, [error.reason]);
    });
    const source = await readFile(file, 'utf8').catch(error => {
      if (isMissing(error)) return null;
      throw new ConfigError(file, [systemReason(error)]);
    });
    if (source !== null) return configOf(file, source);
    const above = dirname(folder);
    return above === folder ? NO_CONFIG : this.nearest(above);
  }
}

/** The configuration in exactly that file. Rejects with a ConfigError when it is missing or broken. */
export async function loadConfig(file: string): Promise<Config> {
  const source = await readFile(file, 'utf8').catch(error => {
    throw new ConfigError(file, [systemReason(error)]);
  });
  return configOf(file, source);
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
