import type { Placeholder } from '../core/facts/placeholders.js';
import type { SheetContents, SheetRow } from '../core/sheet.js';

/** What the data sheets of a draft say. */
export interface DraftData {
  /** The sheets as the front matter names them. */
  readonly names: readonly string[];
  /** By key; two rows of one key have different values. */
  readonly values: ReadonlyMap<string, readonly SheetRow[]>;
  /** The sheets that could not be read. */
  readonly problems: SheetContents['problems'];
}

/** A value as the sheet has it, with its unit or that of the blank behind it. */
export function valueText({ value, unit }: SheetRow, placeholder: Pick<Placeholder, 'unit'> | null): string {
  const words = value.trim();
  const measure = unit.trim() || placeholder?.unit || '';
  return measure === '' || words.endsWith(measure) ? words : `${words} ${measure}`;
}
