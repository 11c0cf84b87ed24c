import { analyze, type Analysis, type Settings } from '../core/analyze.js';
import type { Message } from '../core/message.js';
import type { Edit } from '../core/text/edit.js';
import type { Span } from '../core/text/span.js';
import { completions } from './completion.js';
import { literal } from './snippets.js';
import { styleOf, type Format } from './writing-style.js';

/** A paragraph that may be put in where the cursor is, for a list to choose from. */
export interface Paragraph {
  readonly name: string;
  readonly detail: Message | null;
  readonly replace: Span;
  /** In the snippet grammar. */
  readonly insert: string;
  /** What changes elsewhere: numbers behind it. */
  readonly also: readonly Edit[];
}

/**
 * The paragraphs that may stand at `offset`, those that the place wants first. On a line that has words they come behind it: what
 * is offered is then worked out for the text as it will be.
 */
export function paragraphs(analysis: Analysis, offset: number, format: Format, settings: Settings): Paragraph[] {
  const { text, lines, index } = analysis.model;
  const { line } = lines.at(offset);
  const [start, end] = [lines.start(line), lines.end(line)];
  const isBlank = text.slice(start, end).trim() === '';
  const { isSpaced, eol } = styleOf(analysis.model, format);
  const lead = isBlank ? '' : eol + (isSpaced ? eol : '');
  const here = isBlank ? analysis : analyze(text.slice(0, end) + lead + text.slice(end), { index, settings }, analysis);
  const back = (at: number): number => (at <= end ? at : Math.max(end, at - lead.length));
  return completions(here, (isBlank ? start : end) + lead.length, { format, isReport: true })
    .filter(({ kind }) => kind === 'snippet')
    .map(({ label, detail, insert, isSnippet, replace, also = [] }) => ({
      name: label,
      detail,
      replace: isBlank ? { start, end } : { start: back(replace.start), end: back(replace.end) },
      insert: lead + (isSnippet ? insert : literal(insert)),
      also: also.map(edit => ({ ...edit, start: back(edit.start), end: back(edit.end) })),
    }));
}
