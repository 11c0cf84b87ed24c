import { extended } from '../core/regulations/overlay.js';
import type { RegulationIndex } from '../core/regulations/regulation-index.js';
import { isBelow } from './below.js';
import type { TeamFolder, TeamProblem, TeamRegulations } from './team-regulations.js';

/** What a text is checked against whose settings name these folders: the index with a team's own texts over it. */
export interface TeamIndex {
  readonly index: RegulationIndex;
  readonly folders: readonly TeamFolder[];
  /** What kept texts in the folders from being used. */
  readonly problems: readonly TeamProblem[];
}

/**
 * The one cache of indexes with a team's texts over them: one for each set of folders, which are read when it is first
 * asked for, and again after `forget`. How they are read is handed in, for a browser has no files; it never rejects.
 */
export class TeamOverlays {
  readonly #made = new Map<string, { readonly folders: readonly TeamFolder[]; readonly index: Promise<TeamIndex> }>();

  constructor(private readonly read: (folders: readonly TeamFolder[]) => Promise<TeamRegulations>) {}

  /** `index` is the same at every call. */
  over(index: RegulationIndex, folders: readonly TeamFolder[]): Promise<TeamIndex> {
    const key = folders.map(({ path }) => path).join('\0');
    let made = this.#made.get(key);
    if (!made) {
      const read = this.read(folders);
      made = {
        folders,
        index: read.then(({ editions, problems }) => ({ index: extended(index, editions), folders, problems })),
      };
      this.#made.set(key, made);
    }
    return made.index;
  }

  /** Something in the folders has changed, or may have. */
  forget(): void {
    this.#made.clear();
  }

  /** Whether this file, or what lies in this folder, is part of an index that is kept. */
  hasRead(file: string): boolean {
    const folder = file.replace(/[/\\][^/\\]*$/, '');
    return [...this.#made.values()].some(({ folders }) =>
      folders.some(({ path }) => path === folder || path === file || isBelow(path, file)),
    );
  }
}
