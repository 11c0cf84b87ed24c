import type { Message } from '../message.js';
import type { Model } from '../model.js';
import type { SheetRow } from './sheet-row.js';
import { SHEET_PROBLEMS } from './texts.js';

/** The data sheets that the front matter names, as they are written: they count from the draft. Or why they cannot be told. */
export function namedSheets({
  frontMatter,
}: Model): { readonly names: readonly string[] } | { readonly problem: Message } {
  const data = frontMatter?.data['data'];
  const own: unknown[] = data === undefined || data === null ? [] : Array.isArray(data) ? data : [data];
  return own.every((name): name is string => typeof name === 'string' && name !== '')
    ? { names: own }
    : { problem: SHEET_PROBLEMS.badFrontMatter };
}

/** What sheets say, and which of them could not be read. */
export interface SheetContents {
  readonly rows: readonly SheetRow[];
  readonly problems: readonly { readonly name: string; readonly reason: Message }[];
}

/** The rows with a value by their key, of rows that agree the first: two rows of one key contradict each other. */
export function valuesByKey(rows: readonly SheetRow[]): ReadonlyMap<string, readonly SheetRow[]> {
  const found = new Map<string, SheetRow[]>();
  for (const row of rows) {
    const [key, value] = [row.key.trim(), row.value.trim()];
    if (key === '' || value === '') continue;
    const others = found.get(key);
    if (!others) found.set(key, [row]);
    else if (!others.some(other => other.value.trim() === value)) others.push(row);
  }
  return found;
}
