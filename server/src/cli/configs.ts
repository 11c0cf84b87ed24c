import { resolve } from 'node:path';
import { Configs, loadConfig, NO_CONFIG, type Config } from '../host/config.js';
import type { ConfigError } from '../host/config-schema.js';
import { shownName } from '../host/shown-name.js';
import { trouble, type Note } from './notes.js';
import { TROUBLE } from './session.messages.js';

export interface ConfigOptions {
  /** A file; false for `--no-config`; undefined: the nearest upwards from each text. */
  readonly config?: string | false;
}

export function configFinder({ config }: ConfigOptions, cwd: string): (folder: string) => Promise<Config> {
  if (config === false) return () => Promise.resolve(NO_CONFIG);
  if (config !== undefined) {
    const only = loadConfig(resolve(cwd, config));
    only.catch(() => undefined); // Asked for, and so reported, with each text; there may be none.
    return () => only;
  }
  const configs = new Configs();
  return folder => configs.nearest(folder);
}

/** What is wrong with a settings file. */
export function configNotes({ file, problems }: ConfigError, cwd: string): Note[] {
  const shown = shownName(file, '', cwd);
  return problems.map(problem => trouble(TROUBLE.config(shown, problem)));
}
