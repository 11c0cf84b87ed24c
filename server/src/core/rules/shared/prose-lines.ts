import { memoize } from '../../memoize.js';
import type { Model } from '../../model.js';
import { inChunks } from '../../stretch.js';
import type { Chunk } from '../../syntax/document.js';
import { Lines } from '../../text/lines.js';
import { startingIn } from '../../text/search.js';
import { shifted, type Span } from '../../text/span.js';

/** A line of prose, as it is read: a paragraph. What does not change with the place of its chunk is one object wherever that stands. */
export interface Prose {
  readonly words: string;
  /** Whether the mark of a Markdown list stands before it. */
  readonly isItem: boolean;
  /** What its line of the text has before it, and the whole of that from there on with the marks that close what is in bold. */
  readonly before: string;
  readonly source: string;
  /** Where a part of its words stands in its chunk. */
  readonly partOf: (from: number, to: number) => Span;
}

/** One in its text: the span is that in the text. */
export interface ProseLine extends Span {
  readonly prose: Prose;
  /** Where its chunk begins. */
  readonly offset: number;
}

/** Where a part of the words of a line stands in the text. */
export const spanIn = ({ prose, offset }: ProseLine, from: number, to: number): Span =>
  shifted(prose.partOf(from, to), offset);

/** The lines of prose that begin within a span, in the order of the text; headings and rows of tables are none. */
export const proseLinesIn = (model: Model, within: Span): readonly ProseLine[] => startingIn(proseOf(model), within);

const proseOf = memoize((model: Model): readonly ProseLine[] => {
  const headings = new Set<number>();
  for (const { heading } of model.sections) headings.add(heading.start);
  const found: ProseLine[] = [];
  for (const line of allLines(model)) if (!headings.has(line.start)) found.push(line);
  return found;
});

const placed = (line: ProseLine, by: number): ProseLine =>
  by === 0 ? line : { ...line, start: line.start + by, end: line.end + by, offset: line.offset + by };
const allLines = inChunks<ProseLine>(chunk => linesOf(chunk), placed);

const linesOf = memoize(({ reading, lines, text }: Chunk): readonly ProseLine[] => {
  const sources = new Lines(text);
  const found: ProseLine[] = [];
  for (const line of lines) {
    if (line.kind !== 'text') continue;
    const { start, end } = reading.toSource(line);
    const lineStart = start - sources.at(start).column + 1;
    const prose: Prose = {
      words: reading.text.slice(line.start, line.end),
      isItem: line.isItem,
      before: text.slice(lineStart, start),
      source: text.slice(lineStart, end + 2),
      partOf: (from, to) => reading.toSource({ start: line.start + from, end: line.start + to }),
    };
    found.push({ start, end, offset: 0, prose });
  }
  return found;
});
