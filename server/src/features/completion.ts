import type { Analysis } from '../core/analyze.js';
import type { Model } from '../core/model.js';
import { readingOf } from '../core/syntax/document.js';
import { OBJECT } from '../core/syntax/reading.js';
import { blanks } from './completion/blanks.js';
import type { Completion, CursorContext } from './completion/item.js';
import { lineStarts } from './completion/line-starts.js';
import { names } from './completion/names.js';
import { provisions } from './completion/provisions.js';
import type { DraftData } from './draft-data.js';

export type { Completion, CursorContext } from './completion/item.js';

/**
 * What may stand at `offset`, best first; empty where nothing is offered. All filtering is done here, pinyin included.
 */
export function completions({ model }: Analysis, offset: number, data: DraftData | null = null): readonly Completion[] {
  const place = placeAt(model, offset);
  if (isHidden(model, place)) return [];
  return names(model, place) ?? provisions(model, place) ?? blanks(model, place, data) ?? lineStarts(model, place);
}

function placeAt({ text, lines }: Model, offset: number): CursorContext {
  const { line, column } = lines.at(offset);
  const start = offset - column + 1;
  const end = lines.starts[line] ?? text.length;
  return { offset, before: text.slice(start, offset), after: text.slice(offset, end).replace(/[\r\n]+$/, '') };
}

/** In code, in a comment, in front matter: no prose is written there. */
function isHidden({ document }: Model, { offset, before }: CursorContext): boolean {
  if (before.trim() === '')
    return (
      document.chunks[0] !== undefined && document.frontMatter !== null && offset < document.chunks[0].chunk.text.length
    );
  // A blank may be read or not; what stands before it tells.
  const at = offset - before.length + before.trimEnd().length;
  const { text } = readingOf(document);
  const { start, end } = readingOf(document).toReading({ start: at - 1, end: at });
  return start === end || text[start] === OBJECT;
}
