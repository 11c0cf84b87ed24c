import type { Span } from '../text/span.js';
import type { Heading } from './headings.js';

export type Role = 'overview' | 'problems' | 'causes' | 'countermeasures' | 'other';

/** A heading and the text it heads, up to the next heading of its level or above. */
export interface Section extends Span {
  readonly heading: Heading;
  readonly number: number | null;
  readonly title: string;
  readonly level: number;
  readonly role: Role;
}
