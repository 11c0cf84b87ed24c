import type { RegulationIndex } from '../core/regulations/regulation-index.js';
import type { Config } from '../host/config.js';
import { ConfigError } from '../host/config-schema.js';
import { loadIndex } from '../host/load-index.js';
import { TeamOverlays, type TeamIndex } from '../host/regulations.js';
import { shownName } from '../host/shown-name.js';
import { loadTeamRegulations } from '../host/team-regulations.js';
import { configFinder, configNotes, type ConfigOptions } from './configs.js';
import type { Io } from './io.js';
import { note, trouble, type Noted } from './notes.js';
import type { Session } from './session.js';
import { TROUBLE } from './session.messages.js';

/** What the texts of a run are checked against: the built-in index, with what the settings of each lay over it. */
export class Regulations {
  readonly builtIn: RegulationIndex;
  readonly #overlays: TeamOverlays;
  readonly #cwd: string;
  /** Those whose problems have been told. */
  readonly #told = new Set<TeamIndex>();

  /** Throws an Error where the data cannot be used. */
  constructor({ dataFolder, cwd }: Pick<Io, 'dataFolder' | 'cwd'>) {
    this.builtIn = loadIndex(dataFolder);
    this.#cwd = cwd;
    this.#overlays = new TeamOverlays(folders => loadTeamRegulations(folders, [cwd]));
  }

  /** The index for texts under these settings. What is wrong with its folders is told the first time. */
  async under({ regulations }: Pick<Config, 'regulations'>): Promise<Noted<TeamIndex>> {
    const result = await this.#overlays.over(this.builtIn, regulations);
    if (this.#told.has(result)) return { result, notes: [] };
    this.#told.add(result);
    const notes = result.problems.map(({ path, reason, severity }) => {
      const message = TROUBLE.refused(shownName(path, '', this.#cwd), reason);
      return severity === 'error' ? trouble(message) : note(message);
    });
    return { result, notes };
  }
}

/** Null after saying why the data cannot be used. */
export function regulationsOf(session: Session): Regulations | null {
  try {
    return new Regulations(session.io);
  } catch (error) {
    session.trouble(TROUBLE.index(error instanceof Error ? error.message : String(error)));
    return null;
  }
}

/** The index as a text in the current folder would be checked against; null after saying why it cannot be had. */
export async function indexHere(
  options: ConfigOptions,
  session: Session,
  regulations = regulationsOf(session),
): Promise<RegulationIndex | null> {
  const { cwd } = session.io;
  if (!regulations) return null;
  try {
    const config = await configFinder(options, cwd)(cwd);
    return session.hear(await regulations.under(config)).index;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    session.hear({ result: null, notes: configNotes(error, cwd) });
    return null;
  }
}
