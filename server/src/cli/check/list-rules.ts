import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { levelOf } from '../../core/analyze.js';
import { RULES } from '../../core/rules/index.js';
import { Configs, loadConfig, NO_CONFIG, type Config } from '../../host/config.js';
import { ConfigError } from '../../host/config-schema.js';
import { RefusedError } from '../../host/decode.js';
import { systemReason } from '../../host/open.js';
import { json } from '../inert.js';
import type { DraftOptions } from '../open-drafts.js';
import { LISTS } from './list-rules.messages.js';
import { settingsUnder, type RuleOptions } from './rule-choice.js';
import { EXIT, type ExitCode, type Session } from '../session.js';
import { SEVERITY } from '../../features/wording.js';
import { TROUBLE } from '../session.messages.js';

type Options = DraftOptions & RuleOptions;

/** `check --list-rules`: every rule, how severe it is under the configuration, and what it finds. */
export async function listRules(
  [path = '.']: readonly string[],
  options: Options,
  chosen: ReadonlySet<string> | null,
  session: Session,
): Promise<ExitCode> {
  const config = await configFor(path, options, session);
  if (!config) return EXIT.trouble;
  const { rules } = settingsUnder(config.settings, chosen, options);
  for (const { id, title, severity } of RULES) {
    if (chosen && !chosen.has(id)) continue;
    const own = levelOf(rules[id] ?? severity);
    session.print(`${[id, session.say(own === 'off' ? LISTS.off : SEVERITY[own]), session.say(title)].join('\t')}\n`);
  }
  return EXIT.clean;
}

/** `check --print-config`: the settings that hold for a path, every rule named, as a configuration file would say them. */
export async function printConfig(
  [path = '.']: readonly string[],
  options: Options,
  chosen: ReadonlySet<string> | null,
  session: Session,
): Promise<ExitCode> {
  const config = await configFor(path, options, session);
  if (!config) return EXIT.trouble;
  const settings = settingsUnder(config.settings, chosen, options);
  const rules = Object.fromEntries(RULES.map(({ id, severity }) => [id, settings.rules[id] ?? severity]));
  session.print(json({ ...config.data, rules }));
  session.note(config.file === null ? LISTS.noConfig : LISTS.config(config.file));
  return EXIT.clean;
}

async function configFor(path: string, { config }: Options, session: Session): Promise<Config | null> {
  const { cwd } = session.io;
  try {
    if (config === false) return NO_CONFIG;
    if (config !== undefined) return await loadConfig(resolve(cwd, config));
    const full = resolve(cwd, path === '-' ? '.' : path);
    const isFolder = await stat(full).then(
      it => it.isDirectory(),
      error => {
        throw new RefusedError(systemReason(error));
      },
    );
    return await new Configs().nearest(isFolder ? full : dirname(full));
  } catch (error) {
    if (error instanceof RefusedError) session.trouble(TROUBLE.refused(path, error.reason));
    else if (error instanceof ConfigError)
      for (const problem of error.problems) session.trouble(TROUBLE.config(error.file, problem));
    else throw error;
    return null;
  }
}
