import assert from 'node:assert/strict';
import type { Span } from '../../server/src/core/text/span.js';

export type Edit = Span & { readonly text: string };

/** `text` with the edits made. They must lie inside it and must not overlap; two may not insert at one place. */
export function applied(text: string, edits: readonly Edit[]): string {
  let out = '';
  let at = 0;
  for (const [i, { start, end, text: insertion }] of [...edits]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .entries()) {
    assert.ok(
      start <= end && end <= text.length && (i === 0 || start >= at),
      'edits lie inside the text and apart from each other',
    );
    out += text.slice(at, start) + insertion;
    at = end;
  }
  return out + text.slice(at);
}
