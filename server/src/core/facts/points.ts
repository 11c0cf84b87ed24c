import type { Span } from '../text/span.js';
import type { OrdinalForm } from './headings.js';

/** One item of a prose enumeration: 一是…, 第一，…, 首先…, （一）…, 1. …. The span goes to where the next one begins. */
export interface Point extends Span {
  readonly number: number;
  readonly form: OrdinalForm;
  /** The first sentence after the ordinal, without its full stop. */
  readonly title: string;
  /** Where the ordinal itself is written. */
  readonly marker: Span;
}
