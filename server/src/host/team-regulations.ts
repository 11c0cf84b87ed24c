import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Message } from '../core/message.js';
import { nameKey } from '../core/regulations/names.js';
import { readCanonical, type TeamEdition } from '../core/regulations/team.js';
import { RefusedError } from './decode.js';
import { assertNoLink } from './links.js';
import { MOST, systemReason } from './open.js';
import { readSource } from './sources.js';
import { TEAM } from './texts.js';

/** A folder of regulation texts. */
export interface TeamFolder {
  readonly path: string;
  /** Whether somebody named it; the folder `regulations` beside a configuration need not exist, nor be about this. */
  readonly named: boolean;
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
 * Never throws: what cannot be used is among the problems. Read anew at every call.
 */
export async function loadTeamRegulations(folders: readonly TeamFolder[]): Promise<TeamRegulations> {
  const read = await Promise.all(folders.map(readFolder));
  return { editions: read.flatMap(({ editions }) => editions), problems: read.flatMap(({ problems }) => problems) };
}

async function readFolder({ path, named }: TeamFolder): Promise<TeamRegulations> {
  let names: string[];
  try {
    if (!named) await assertNoLink(path);
    names = (await readdir(path)).filter(name => /^(?!readme\.).*\.md$/i.test(name) && !name.startsWith('.')).sort();
  } catch (error) {
    // One that nobody named might not have been meant: that it is not used is told, and no more.
    if (error instanceof RefusedError)
      return { editions: [], problems: [{ path, reason: TEAM.folder(error.reason), severity: 'warning' }] };
    return {
      editions: [],
      problems: named ? [{ path, reason: TEAM.folder(systemReason(error)), severity: 'error' }] : [],
    };
  }
  const editions: TeamEdition[] = [];
  const problems: TeamProblem[] = [];
  for (const name of names) {
    const file = join(path, name);
    const read = await readSource(file, { most: MOST.regulation }).then(
      ({ text }) => readCanonical(file, text),
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
