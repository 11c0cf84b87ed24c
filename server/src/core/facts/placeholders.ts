import { memoize } from '../memoize.js';
import type { Chunk } from '../syntax/document.js';
import { bracketPlaceholders } from './placeholders/brackets.js';
import { deciding } from './placeholders/clue.js';
import { Gap, KINDS, unitAfter } from './placeholders/kind.js';
import { LineTraits } from './placeholders/mark.js';
import { markerPlaceholders } from './placeholders/markers.js';
import type { Placeholder } from './placeholders/placeholder.js';
import type { RawPlaceholder } from './placeholders/surroundings.js';
import { wordPlaceholders } from './placeholders/words.js';

export type { Placeholder, PlaceholderForm, PlaceholderKind } from './placeholders/placeholder.js';

/** Every placeholder in the chunk's prose, in order, not overlapping; spans count from the chunk's start. */
export const placeholdersIn = memoize((chunk: Chunk): readonly Placeholder[] => {
  const found: Placeholder[] = [];
  let above: string | undefined;
  for (const { start, end, kind } of chunk.lines) {
    const line = new LineTraits(chunk.reading.text.slice(start, end), chunk.lexicon, above);
    above = kind === 'heading' ? '' : line.text;
    for (const placeholder of rawPlaceholdersIn(line)) {
      const gap = new Gap(line, placeholder);
      const missing = deciding(KINDS, gap).says;
      found.push({
        start: start + placeholder.start,
        end: start + placeholder.end,
        form: placeholder.form,
        kind: missing,
        key: placeholder.key ?? null,
        unit: placeholder.unit ?? (missing === 'number' && !placeholder.key ? unitAfter(gap) : null),
      });
    }
  }
  return found;
});

/**
 * The placeholders of one line of a reading. Where two overlap, the one that starts first stands: a bracket, not the XX inside it.
 */
export function rawPlaceholdersIn(line: LineTraits): RawPlaceholder[] {
  const named = bracketPlaceholders(line);
  const worded = wordPlaceholders(line);
  const marked = markerPlaceholders(line, [...named, ...worded]);
  if (named.length + worded.length + marked.length === 0) return [];
  const all = [...named, ...worded, ...marked].sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return all.filter(placeholder => {
    if (placeholder.start < end) return false;
    end = placeholder.end;
    return true;
  });
}
