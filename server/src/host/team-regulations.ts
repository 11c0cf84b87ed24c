import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Message } from '../core/message.js';
import { nameKey } from '../core/regulations/names.js';
import type { TeamEdition } from '../core/regulations/team.js';
import { contained, roomsOf } from './contained.js';
import { RefusedError } from './decode.js';
import { assertNoLink } from './links.js';
import { MOST, systemReason } from './open.js';
import { readSource } from './sources.js';
import { TEAM } from './texts.js';

/** A folder of regulation texts. */
export interface TeamFolder {
  readonly path: string;
  /**
   * How a configuration names it, and the folder of that, null where a user has said it; or null for the folder
   * `regulations` beside a configuration, which nobody named: it need not exist, nor be about this.
   */
  readonly named: { readonly name: string; readonly by: string | null } | null;
}

export interface TeamProblem {
  /** A file or a folder. */
  readonly path: string;
  readonly reason: Message;
  /** A file that was passed over, or something that keeps texts from being used that should be. */
  readonly severity: 'warning' | 'error';
}

export interface TeamRegulations {
  /** In the order of the folders, for a later folder goes before an earlier one; within a folder by file name. */
  readonly editions: readonly TeamEdition[];
  readonly problems: readonly TeamProblem[];
}

/**
 * The texts a team keeps in these folders (`*.md`, not in folders below them), to be laid over the index by `extended`.
 * Never throws: what cannot be used is among the problems. Read anew at every call. `workspace` are the folders that
 * the user has opened, or stands in: a configuration may lead there too.
 */
export async function loadTeamRegulations(
  folders: readonly TeamFolder[],
  workspace: readonly string[] = [],
): Promise<TeamRegulations> {
  const read = await Promise.all(folders.map(folder => readFolder(folder, workspace)));
  return { editions: read.flatMap(({ editions }) => editions), problems: read.flatMap(({ problems }) => problems) };
}

async function readFolder({ path, named }: TeamFolder, workspace: readonly string[]): Promise<TeamRegulations> {
  let names: string[];
  let at = path;
  try {
    if (!named) await assertNoLink(path);
    else if (named.by !== null) at = await contained(named.name, named.by, await roomsOf(named.by, workspace));
    names = (await readdir(at)).filter(name => /^(?!readme\.).*\.md$/i.test(name) && !name.startsWith('.')).sort();
  } catch (error) {
    // One that nobody named might not have been meant: that it is not used is told, and no more.
    if (error instanceof RefusedError)
      return {
        editions: [],
        problems: [{ path, reason: TEAM.folder(error.reason), severity: named ? 'error' : 'warning' }],
      };
    return {
      editions: [],
      problems: named ? [{ path, reason: TEAM.folder(systemReason(error)), severity: 'error' }] : [],
    };
  }
  // What a configuration names is relative. What a user names may be a path of his machine, which is nobody's business.
  const called = named?.by != null ? named.name.replace(/^\.[/\\]|(?<![/\\])[/\\]+$/g, '') : basename(path);
  const editions: TeamEdition[] = [];
  const problems: TeamProblem[] = [];
  if (names.length === 0) return { editions, problems };
  const { readCanonical } = await import('../core/regulations/team.js');
  for (const name of names) {
    const file = join(at, name);
    const read = await readSource(file, { most: MOST.regulation }).then(
      ({ text }) => readCanonical(file, text, `${called}/${name}`),
      (error: unknown) => {
        if (error instanceof RefusedError) return { reason: error.reason };
        throw error;
      },
    );
    if ('reason' in read) problems.push({ path: file, reason: TEAM.skipped(read.reason), severity: 'warning' });
    else editions.push(read);
  }
  if (editions.length === 0 && !named) return { editions, problems: [] };
  return withoutTwins(editions, problems);
}

/** Which of two files of one edition is meant nobody can say: neither is used. */
function withoutTwins(editions: readonly TeamEdition[], problems: readonly TeamProblem[]): TeamRegulations {
  const groups = new Map<string, TeamEdition[]>();
  for (const edition of editions)
    groups.set(editionKey(edition), [...(groups.get(editionKey(edition)) ?? []), edition]);
  const twins = [...groups.values()]
    .filter(group => group.length > 1)
    .flatMap(group =>
      group.map(
        (edition, i): TeamProblem => ({
          path: edition.file,
          severity: 'error',
          reason: TEAM.twice(
            edition.title,
            edition.date,
            group
              .filter((_, other) => other !== i)
              .map(({ file }) => file)
              .join('、'),
          ),
        }),
      ),
    );
  return {
    editions: editions.filter(edition => groups.get(editionKey(edition))!.length === 1),
    problems: [...problems, ...twins],
  };
}

/** The same for two texts of one edition. */
export const editionKey = ({ title, date }: Pick<TeamEdition, 'title' | 'date'>): string => `${nameKey(title)} ${date}`;
