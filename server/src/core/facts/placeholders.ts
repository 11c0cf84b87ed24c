import { remembered } from '../remembered.js';
import type { Chunk } from '../syntax/document.js';
import { bracketGaps } from './placeholders/brackets.js';
import { kindOf, unitAfter } from './placeholders/kind.js';
import { markerGaps } from './placeholders/markers.js';
import type { Placeholder } from './placeholders/placeholder.js';
import { Surroundings, type Gap } from './placeholders/surroundings.js';
import { wordGaps } from './placeholders/words.js';

export type { Placeholder, PlaceholderForm, PlaceholderKind } from './placeholders/placeholder.js';

/** Every gap in the chunk's prose, in order, not overlapping; spans count from the chunk's start. */
export const placeholdersIn = remembered((chunk: Chunk): readonly Placeholder[] => {
  const found: Placeholder[] = [];
  for (const { start, end } of chunk.lines) {
    const line = chunk.prose.slice(start, end);
    for (const gap of gapsIn(line, chunk.text.slice(start, end))) {
      const around = new Surroundings(line, gap);
      const kind = kindOf(gap, around, line.slice(gap.start, gap.end));
      found.push({
        start: start + gap.start,
        end: start + gap.end,
        form: gap.form,
        kind,
        key: gap.key ?? null,
        unit: gap.unit ?? (kind === 'number' && !gap.key ? unitAfter(around) : null),
      });
    }
  }
  return found;
});

/** The gaps of one line. Where two overlap, the one that starts first stands: a bracket, not the XX inside it. */
function gapsIn(line: string, source: string): Gap[] {
  const named = bracketGaps(line, source);
  const worded = wordGaps(line);
  const marked = markerGaps(line, named.length + worded.length > 0);
  const all = [...named, ...worded, ...marked].sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return all.filter(gap => {
    if (gap.start < end) return false;
    end = gap.end;
    return true;
  });
}
