import type { Span } from '../core/text/span.js';

/** Words to put in the place of a span. */
export interface Edit extends Span {
  readonly text: string;
}

/** An edit, with the part of its text that waits to be typed over. */
export interface ActionEdit extends Edit {
  readonly blank?: Span;
}

/** The text with all edits made; they must not overlap. */
export function applied(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}
