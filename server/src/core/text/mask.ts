import type { Span } from './span.js';

/** Stands for a character that is not prose. It cannot occur in a parsed text: a Markdown parser replaces it. */
export const MASK = '\0';

/**
 * `text` with every character inside `hidden` replaced by {@link MASK}, line endings kept.
 * The result has the same length, so an offset found in it is an offset of the text.
 */
export function masked(text: string, hidden: readonly Span[]): string {
  if (hidden.length === 0) return text;
  let out = '';
  let at = 0;
  for (const { start, end } of [...hidden].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (end <= at) continue;
    out += text.slice(at, Math.max(at, start)) + text.slice(Math.max(at, start), end).replace(/[^\r\n]/g, MASK);
    at = end;
  }
  return out + text.slice(at);
}
