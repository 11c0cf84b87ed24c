import type { Message } from '../../core/message.js';
import type { Edit } from '../../core/text/edit.js';
import type { Span } from '../../core/text/span.js';

/** One thing that may stand where the cursor is. */
export interface Completion {
  readonly label: string;
  readonly kind: 'regulation' | 'abbreviation' | 'division' | 'article' | 'blank' | 'point' | 'snippet';
  readonly detail: Message | null;
  /** What is taken out; the cursor is in it, on the same line. */
  readonly replace: Span;
  readonly insert: string;
  /** What else changes in the text when it is taken: numbers behind it that move up. Apart from `replace`. */
  readonly also?: readonly Edit[];
  /** `insert` is in the snippet grammar. */
  readonly isSnippet?: true;
  /** No longer in force. */
  readonly isOutdated?: true;
}

/** Where the cursor is: what stands before and after it on its line. */
export interface CursorContext {
  readonly offset: number;
  readonly before: string;
  readonly after: string;
}
