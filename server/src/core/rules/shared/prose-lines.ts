import type { Model } from '../../model.js';
import { shifted, type Span } from '../../text/span.js';

/** A line of prose, as it is read: a paragraph. The span is that in the text. */
export interface ProseLine extends Span {
  readonly words: string;
  /** Whether the mark of a Markdown list stands before it. */
  readonly isItem: boolean;
  /** Where a part of its words stands in the text. */
  readonly spanOf: (from: number, to: number) => Span;
}

/** The lines of prose that begin within a span, in the order of the text; headings and rows of tables are none. */
export function* proseLinesIn({ document, sections }: Model, within: Span): Generator<ProseLine> {
  const headings = new Set(sections.map(({ heading }) => heading.start));
  for (const { offset, chunk } of document.chunks) {
    if (offset + chunk.text.length <= within.start || offset >= within.end) continue;
    const { reading } = chunk;
    for (const line of chunk.lines) {
      const span = shifted(reading.toSource(line), offset);
      if (line.kind !== 'text' || span.start < within.start || span.start >= within.end || headings.has(span.start))
        continue;
      const spanOf = (from: number, to: number): Span =>
        shifted(reading.toSource({ start: line.start + from, end: line.start + to }), offset);
      yield { ...span, words: reading.text.slice(line.start, line.end), isItem: line.isItem, spanOf };
    }
  }
}
