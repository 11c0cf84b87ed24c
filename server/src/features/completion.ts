import type { Analysis } from '../core/analyze.js';
import type { Model } from '../core/model.js';
import { MASK } from '../core/text/mask.js';
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
  const chunk = document.chunks.findLast(placed => placed.offset < offset);
  return chunk?.chunk.prose[offset - 1 - chunk.offset] === MASK;
}
