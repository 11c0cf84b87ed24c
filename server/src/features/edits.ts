import type { Edit } from '../core/text/edit.js';
import type { Span } from '../core/text/span.js';

/** An edit, with the part of its text that waits to be typed over. */
export interface ActionEdit extends Edit {
  readonly blank?: Span;
}
