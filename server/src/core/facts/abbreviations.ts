import type { Span } from '../text/span.js';

/** （以下简称《条例》）: from now on `name` stands for the regulation named right before it. */
export interface Abbreviation extends Span {
  /** The short name, without 《》 or quotation marks. */
  readonly name: string;
  /** The full name it stands for, as written before the brackets, without 《》; '' when it is not a regulation's. */
  readonly fullName: string;
}
