import type { NamedPlaceholder } from '../facts/data-keys.js';
import type { Message } from '../message.js';

/** What is written in place of a placeholder, and what to know of it, or why a value cannot be. */
export type Fitted = { readonly text: string; readonly note?: Message } | { readonly misfit: Message };

/** A placeholder and the draft around it. */
export interface FillTarget extends NamedPlaceholder {
  /** A few characters on both sides. */
  readonly before: string;
  readonly after: string;
  /** The placeholder as it is written. */
  readonly own: string;
}

/** Full-width digits and signs as ASCII, without white space. */
export const folded = (value: string): string =>
  value
    .replace(/[！-～]/g, ch => String.fromCharCode(ch.charCodeAt(0) - 0xfee0))
    .replace(/\s+/g, '')
    .replace('−', '-');
