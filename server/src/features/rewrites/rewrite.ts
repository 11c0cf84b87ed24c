import type { Message } from '../../core/message.js';
import type { Model } from '../../core/model.js';
import type { Edit } from '../../core/text/edit.js';
import type { Span } from '../../core/text/span.js';

/** Another way to write what stands at a place, for the writer to choose; nothing is wrong there. */
export interface Rewrite {
  readonly title: Message;
  /** Ascending, not overlapping. */
  readonly edits: readonly Edit[];
}

/** What can be rewritten at a place: a pure function of the text. */
export type Rewriter = (model: Model, place: Span) => readonly Rewrite[];
