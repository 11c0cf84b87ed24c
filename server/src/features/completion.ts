import type { Analysis } from '../core/analyze.js';
import type { Message } from '../core/message.js';
import type { Model } from '../core/model.js';
import { readingOf } from '../core/syntax/document.js';
import { OBJECT } from '../core/syntax/reading.js';
import type { Span } from '../core/text/span.js';
import { blanks } from './completion/blanks.js';
import { lineStarts } from './completion/line-starts.js';
import { names } from './completion/names.js';
import { provisions } from './completion/provisions.js';
import type { DraftData } from './draft-data.js';

/** One thing that may stand where the cursor is. */
export interface Completion {
  readonly label: string;
  readonly kind: 'regulation' | 'abbreviation' | 'division' | 'article' | 'blank' | 'point' | 'snippet';
  readonly detail: Message | null;
  /** What is taken out; the cursor is in it, on the same line. */
  readonly replace: Span;
  readonly insert: string;
  /** `insert` is in the snippet grammar. */
  readonly isSnippet?: true;
  /** No longer in force. */
  readonly isOutdated?: true;
}

/** Where the cursor is: what stands before and after it on its line. */
export interface Place {
  readonly offset: number;
  readonly before: string;
  readonly after: string;
}

/** What may stand at `offset`, best first; empty where nothing is offered. All filtering is done here, pinyin included. */
export function completions({ model }: Analysis, offset: number, data: DraftData | null = null): readonly Completion[] {
  const place = placeAt(model, offset);
  if (isHidden(model, place)) return [];
  return names(model, place) ?? provisions(model, place) ?? blanks(model, place, data) ?? lineStarts(model, place);
}

function placeAt({ text, lines }: Model, offset: number): Place {
  const { line, column } = lines.at(offset);
  const start = offset - column + 1;
  const end = lines.starts[line] ?? text.length;
  return { offset, before: text.slice(start, offset), after: text.slice(offset, end).replace(/[\r\n]+$/, '') };
}

/** In code, in a comment, in front matter: no prose is written there. */
function isHidden({ document }: Model, { offset, before }: Place): boolean {
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
