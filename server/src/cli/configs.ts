import { resolve } from 'node:path';
import type { RegulationIndex } from '../core/regulations/regulation-index.js';
import { Configs, loadConfig, NO_CONFIG, type Config } from '../host/config.js';
import { ConfigError } from '../host/config-schema.js';
import type { Session } from './session.js';
import { shownName } from '../host/shown-name.js';
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

export function explainConfig({ file, problems }: ConfigError, session: Session): void {
  const shown = shownName(file, '', session.io.cwd);
  for (const problem of problems) session.trouble(TROUBLE.config(shown, problem));
}

/**
 * The regulation index as a text in the current folder would be checked against; null after saying why it cannot be
 * had.
 */
export async function indexHere(options: ConfigOptions, session: Session): Promise<RegulationIndex | null> {
  const index = session.loadIndex();
  if (!index) return null;
  try {
    return await session.withTeam(index, await configFinder(options, session.io.cwd)(session.io.cwd));
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    explainConfig(error, session);
    return null;
  }
}
