import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { SheetContents, SheetRow } from '../../core/sheet.js';
import { RefusedError } from '../decode.js';
import { readSheet } from '../sheets.js';
import { SHEETS } from './texts.js';

/** Of a sheet exported for several drafts, the rows of this one. A draft that was renamed alone keeps all of its sheet. */
export function ofDraft(rows: readonly SheetRow[], path: string, folders: readonly string[]): readonly SheetRow[] {
  const drafts = [...new Set(rows.map(({ draft }) => draft.trim()))].filter(name => name !== '');
  if (drafts.length < 2) return rows;
  const exact = drafts.filter(name => folders.some(folder => resolve(folder, name) === path));
  const own = exact.length > 0 ? exact : drafts.filter(name => basename(name) === basename(path));
  if (own.length !== 1) throw new RefusedError(SHEETS.otherDrafts(drafts));
  return rows.filter(({ draft }) => draft.trim() === '' || draft.trim() === own[0]);
}

/** Where sheets are that count from a draft; null for one that was never saved, unless its path is whole. */
export const sheetPath = (draft: string | null, name: string): string | null =>
  draft === null ? (isAbsolute(name) ? name : null) : resolve(dirname(draft), name);

/** All rows for a draft in these sheets, each sheet read once; one that cannot be used is named, and the others are read. */
export async function readSheetsFor(draft: string | null, names: readonly string[]): Promise<SheetContents> {
  const rows: SheetRow[] = [];
  const problems: SheetContents['problems'][number][] = [];
  const read = new Set<string>();
  for (const name of names) {
    const path = sheetPath(draft, name);
    if (path !== null && read.has(path)) continue;
    try {
      if (path === null) throw new RefusedError(SHEETS.unsaved);
      read.add(path);
      const found = await readSheet(path, isAbsolute(name) ? basename(name) : name, isAbsolute(name));
      // One at a time: spread over the arguments of a call, a long sheet is too many.
      for (const row of draft === null ? found : ofDraft(found, draft, [dirname(draft), dirname(path)])) rows.push(row);
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      problems.push({ name, reason: error.reason });
    }
  }
  return { rows, problems };
}

/** The draft as its sheet calls it: from the sheet's folder, so that the two can be moved together. '' for one never saved. */
export function draftName(draft: string | null, sheet: string): string {
  if (draft === null) return '';
  const path = relative(dirname(sheet), draft);
  // On another drive there is no way from one to the other, and a path of this machine helps nobody else.
  return /^[A-Za-z]:/.test(path) ? basename(draft) : path.split(sep).join('/');
}
