/*
 * The data sheet: what is blank in a draft as rows that others fill in, and their values back in the draft.
 */
export { placeholderRows, type PlaceholderRow } from './sheet/rows.js';
export { namedSheets, valuesByKey, type SheetContents } from './sheet/named.js';
export { fill, type Filling, type Problem } from './sheet/fill.js';
export type { SheetRow } from './sheet/sheet-row.js';
