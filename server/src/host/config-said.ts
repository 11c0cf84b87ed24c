import type { Settings } from '../core/analyze.js';
import { ConfigError, readConfig, type ConfigData } from './config-schema.js';
import { globOf } from './glob.js';
import { CONFIG } from './texts.js';

/** What a configuration says of settings and of names. Touches no file; names count from its folder, with `/`. */
export interface ConfigSaid {
  /** As the file says it. */
  readonly data: ConfigData;
  readonly settings: Settings;
  isIgnored(name: string): boolean;
  /** Whether the file is to be checked as a report; null when its text decides. */
  isReport(name: string): boolean | null;
}

/** Reads the source of a configuration file. Rejects with a ConfigError, which names `file`, when it is broken. */
export async function saidIn(file: string, source: string): Promise<ConfigSaid> {
  const data = await readConfig(file, source);
  const { ignore = [], reports = 'auto' } = data;
  try {
    return said(data, await matcherOf(ignore), await matcherOf(typeof reports === 'string' ? [] : reports));
  } catch (error) {
    throw error instanceof RangeError ? new ConfigError(file, [CONFIG.tooManyGlobs(MOST_GLOBS)]) : error;
  }
}

/** Whether a name is meant. */
type Matcher = (name: string) => boolean;
const NO_NAME: Matcher = () => false;

const said = (data: ConfigData, isIgnored: Matcher, isNamed: Matcher): ConfigSaid => ({
  data,
  settings: {
    rules: data.rules ?? {},
    ...(data.asOf !== undefined && { asOf: data.asOf }),
    ...(data.words !== undefined && { words: data.words }),
  },
  isIgnored,
  isReport: name => {
    const { reports = 'auto' } = data;
    return reports === 'auto' ? null : reports === 'all' || isNamed(name);
  },
});

/** What holds where there is no configuration. */
export const SAYS_NOTHING = said({}, NO_NAME, NO_NAME);

/** Of all lists of a file, with every brace written out. */
const MOST_GLOBS = 10_000;

/** Rejects with a RangeError where there are too many. */
async function matcherOf(globs: readonly string[]): Promise<Matcher> {
  if (globs.length === 0) return NO_NAME;
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
