import type { Analysis } from '../core/analyze.js';
import type { Model } from '../core/model.js';
import { readingOf } from '../core/syntax/document.js';
import { OBJECT } from '../core/syntax/reading.js';
import { blanks } from './completion/blanks.js';
import type { Completion, CursorContext } from './completion/item.js';
import { names } from './completion/names.js';
import { nextNumbers } from './completion/next-numbers.js';
import { ownRemedies } from './countermeasures.js';
import { provisions } from './completion/provisions.js';
import { snippets } from './completion/snippets.js';
import type { DraftData } from './draft-data.js';
import type { TeamSnippet } from './snippets/team.js';
import type { Format } from './writing-style.js';

export type { Completion, CursorContext } from './completion/item.js';

export interface Surroundings {
  /** What the data sheets say; null when the draft names none. */
  readonly data?: DraftData | null;
  /** What the editor calls the language. */
  readonly format?: Format;
  /** Whether it is to be treated as a report, where the settings know better than the text. */
  readonly isReport?: boolean;
  /** Snippets of the team. */
  readonly team?: readonly TeamSnippet[];
}

/**
 * What may stand at `offset`, best first; empty where nothing is offered. All filtering is done here, pinyin included.
 */
export function completions(analysis: Analysis, offset: number, around: Surroundings = {}): readonly Completion[] {
  const { model } = analysis;
  const { data = null, format = 'markdown', isReport = model.genre.isReport, team = [] } = around;
  const place = placeAt(model, offset);
  if (isHidden(model, place)) return [];
  return (
    names(model, place) ??
    provisions(model, place) ??
    blanks(model, place, data) ?? [
      ...nextNumbers(model, place, ownRemedies(analysis)),
      ...snippets(model, place, format, isReport, team),
    ]
  );
}

/**
 * Works out what the first list of a session waits for, and no other: the names of the index by their initials, the lists of a text
 * with what answers what.
 */
export function warmUp(analysis: Analysis): void {
  const { model } = analysis;
  const place = { offset: model.text.length, after: '' };
  names(model, { ...place, before: '《' });
  nextNumbers(model, { ...place, before: '' }, ownRemedies(analysis));
}

function placeAt({ text, lines }: Model, offset: number): CursorContext {
  const { line, column } = lines.at(offset);
  const start = offset - column + 1;
  const end = lines.starts[line] ?? text.length;
  return { offset, before: text.slice(start, offset), after: text.slice(offset, end).replace(/[\r\n]+$/, '') };
}

/** In code, in a comment, in front matter: no prose is written there. */
function isHidden({ document }: Model, { offset, before }: CursorContext): boolean {
  // Marks of a heading, an item or bold with nothing behind them are read as nothing, too.
  if (MARKS_ALONE.test(before.trim()))
    return (
      document.chunks[0] !== undefined && document.frontMatter !== null && offset < document.chunks[0].chunk.text.length
    );
  // A blank may be read or not; what stands before it tells.
  const at = offset - before.length + before.trimEnd().length;
  const { text } = readingOf(document);
  const { start, end } = readingOf(document).toReading({ start: at - 1, end: at });
  return start === end || text[start] === OBJECT;
}

const MARKS_ALONE = /^(?:#{1,6}|[-*+])?(?: ?\*\*)?$/;
