import { basename, dirname, relative, resolve, sep } from 'node:path';
import { faultOf } from '../../core/text/relative-name.js';
import type { SheetContents, SheetRow } from '../../core/sheet.js';
import { contained, isWithin, NAMES, roomsOf } from '../contained.js';
import { RefusedError } from '../decode.js';
import { readSheet } from '../sheets.js';
import { followed } from '../write.js';
import { SHEETS } from './texts.js';

/**
 * Of a sheet exported for several drafts, the rows of this one. A draft that was renamed alone keeps all of its sheet.
 */
export function ofDraft(rows: readonly SheetRow[], path: string, folders: readonly string[]): readonly SheetRow[] {
  const drafts = [...new Set(rows.map(({ draft }) => draft.trim()))].filter(name => name !== '');
  if (drafts.length < 2) return rows;
  const exact = drafts.filter(name => folders.some(folder => resolve(folder, name) === path));
  const own = exact.length > 0 ? exact : drafts.filter(name => basename(name) === basename(path));
  if (own.length !== 1) throw new RefusedError(SHEETS.otherDrafts(drafts));
  return rows.filter(({ draft }) => draft.trim() === '' || draft.trim() === own[0]);
}

/** Where a sheet is that a draft names, by the spelling alone; null for a name that will not be followed. */
export const sheetPath = (draft: string | null, name: string): string | null =>
  draft === null || faultOf(name) ? null : resolve(dirname(draft), name);

/**
 * Where a sheet is that a draft names, all links followed. Throws a RefusedError where the draft may not lead there.
 */
export async function namedSheet(draft: string | null, name: string, workspace: readonly string[]): Promise<string> {
  if (draft === null) throw new RefusedError(SHEETS.unsaved);
  // Keys and settings of other programs lie there, and are YAML and JSON too.
  if (/(?:^|[/\\])\.(?!\.?(?:[/\\]|$))/.test(name)) throw new RefusedError(NAMES.hidden);
  const folder = dirname(draft);
  return contained(name, folder, await roomsOf(folder, workspace));
}

/** The sheets of a draft. */
export interface DraftSheets {
  /** As its front matter names them. */
  readonly named: readonly string[];
  /** Files that the user chose, with whole paths. */
  readonly chosen: readonly string[];
  /** The folders that the user has opened. */
  readonly workspace: readonly string[];
}

/**
 * All rows for a draft in these sheets, each sheet read once; one that cannot be used is named, and the others are
 * read.
 */
export async function readSheetsFor(
  draft: string | null,
  { named, chosen, workspace }: DraftSheets,
): Promise<SheetContents> {
  const rows: SheetRow[] = [];
  const problems: SheetContents['problems'][number][] = [];
  const read = new Set<string>();
  for (const { name, isChosen, find } of [
    ...named.map(name => ({ name, isChosen: false, find: () => namedSheet(draft, name, workspace) })),
    ...chosen.map(path => ({ name: basename(path), isChosen: true, find: () => followed(path) })),
  ]) {
    try {
      const path = await find();
      if (read.has(path)) continue;
      read.add(path);
      const found = await readSheet(path, name, isChosen);
      // One at a time: spread over the arguments of a call, a long sheet is too many.
      for (const row of draft === null ? found : ofDraft(found, draft, [dirname(draft), dirname(path)])) rows.push(row);
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      problems.push({ name, reason: error.reason });
    }
  }
  return { rows, problems };
}

/**
 * The draft as its sheet calls it: from the sheet's folder, so that the two can be moved together. '' for one never
 * saved. Where they lie apart it is the last name alone: a way over this machine's folders helps nobody else, and tells
 * who made it.
 */
export async function draftName(
  draft: string | null,
  sheet: string,
  workspace: readonly string[] = [],
): Promise<string> {
  if (draft === null) return '';
  const [from, folder] = [dirname(sheet), dirname(draft)];
  const rooms = await roomsOf(folder, workspace);
  const areTogether = isWithin(draft, from) || rooms.some(room => isWithin(sheet, room) && isWithin(draft, room));
  return areTogether ? relative(from, draft).split(sep).join('/') : basename(draft);
}
