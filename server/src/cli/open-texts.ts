import { dirname, resolve } from 'node:path';
import type { Config } from '../host/config.js';
import { ConfigError } from '../host/config-schema.js';
import { RefusedError } from '../host/decode.js';
import { discover } from '../host/discover.js';
import { readSource, readStream } from '../host/sources.js';
import { configFinder, explainConfig, type ConfigOptions } from './configs.js';
import type { Session } from './session.js';
import { shownName } from './shown-name.js';
import { TROUBLE } from './texts.js';

/** Options that say which texts are read, and by which settings. */
export interface TextOptions extends ConfigOptions {
  readonly stdinFilename?: string;
}

/** A text that was asked for. */
export interface Opened {
  /** The name it is shown under. */
  readonly file: string;
  readonly path: string;
  /** Whether the user named this very file. */
  readonly named: boolean;
  readonly config: Config;
  readonly text: string;
}

export interface PassedOver {
  ignored: number;
  refused: number;
}

interface Target {
  readonly file: string;
  readonly path: string;
  readonly named: boolean;
  readonly isStdin: boolean;
}

/**
 * The texts that the paths stand for, in the order of their names. One that cannot be used is said to be so by its name,
 * and the others still come; `passed` counts what does not come.
 */
export async function* openTexts(
  paths: readonly string[], options: TextOptions, session: Session, passed: PassedOver,
): AsyncGenerator<Opened> {
  const configOf = configFinder(options, session.io.cwd);
  const brokenConfigs = new Set<string>();
  for (const target of await targetsOf(paths, options, session, passed)) {
    try {
      const config = await configOf(dirname(target.path));
      if (config.isIgnored(target.path) || (!target.named && config.isRegulation(target.path))) {
        passed.ignored++;
        continue;
      }
      const { text } = await (target.isStdin ? readStream(session.io.stdin) : readSource(target.path));
      yield { file: target.file, path: target.path, named: target.named, config, text };
    } catch (error) {
      passed.refused++;
      if (error instanceof ConfigError) {
        if (!brokenConfigs.has(error.file)) explainConfig(error, session);
        brokenConfigs.add(error.file);
        session.trouble(TROUBLE.configured(target.file));
      } else if (error instanceof RefusedError) {
        session.trouble(TROUBLE.refused(target.file, error.reason));
      } else {
        throw error;
      }
    }
  }
}

/** Each file once, however often it is named; in the order of code units, which is the same on every machine. */
async function targetsOf(paths: readonly string[], { stdinFilename }: TextOptions, session: Session, passed: PassedOver): Promise<Target[]> {
  const { cwd } = session.io;
  const targets = new Map<string, Target>();
  for (const path of paths) {
    if (path === '-') {
      const file = stdinFilename ?? '<stdin>';
      targets.set('-', { file, path: resolve(cwd, file), named: true, isStdin: true });
      continue;
    }
    try {
      const { files, named } = await discover(resolve(cwd, path));
      for (const found of files) {
        if (named || !targets.has(found)) targets.set(found, { file: shownName(found, path, cwd), path: found, named, isStdin: false });
      }
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      passed.refused++;
      session.trouble(TROUBLE.refused(path, error.reason));
    }
  }
  return [...targets.values()].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}
