import type { Span } from '../../text/span.js';

/** What a placeholder is written with. */
export type PlaceholderForm =
  | 'asterisk'
  | 'X'
  | 'cross'
  | 'underscore'
  | 'bracket'
  | 'blank'
  | 'template'
  | 'words'
  | 'ellipsis'
  | 'YMD'
  | 'box'
  | 'mou';

/** What is missing, as far as its surroundings tell. */
export type PlaceholderKind = 'number' | 'name' | 'date' | 'text' | 'org';

/** A placeholder: a place the writer left to be filled. One per run of the marker. */
export interface Placeholder extends Span {
  readonly form: PlaceholderForm;
  readonly kind: PlaceholderKind;
  /** The key of a named placeholder, `{{党员数|人}}` → 党员数; null for a bare one. */
  readonly key: string | null;
  /** The unit a named placeholder asks for, or the measure word right after a bare number; null when there is none. */
  readonly unit: string | null;
}
