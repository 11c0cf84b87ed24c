import { partitionPoint } from './search.js';

/** A place as people and reports count: the first line is 1, the first UTF-16 code unit of a line is column 1. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/**
 * The line index of one text: offset ↔ line and column.
 * A line ends at `\n`, `\r\n` or a lone `\r`, as in the Language Server Protocol and CommonMark.
 */
export class Lines {
  /** Offset of the first character of each line, ascending; never empty. */
  readonly starts: readonly number[];

  constructor(readonly text: string) {
    const starts = [0];
    const hasReturns = text.includes('\r');
    for (let at = 0; at < text.length; ) {
      const feed = text.indexOf('\n', at);
      const next = feed < 0 ? text.length : feed + 1;
      // A lone \r ends a line too.
      if (hasReturns)
        for (let i = at; i < next - 1; i++) if (text[i] === '\r' && text[i + 1] !== '\n') starts.push(i + 1);
      if (feed >= 0 || text.endsWith('\r')) starts.push(next);
      at = next;
    }
    this.starts = starts;
  }

  get count(): number {
    return this.starts.length;
  }

  /** The place of an offset; an offset past the end is the place of the end. */
  at(offset: number): LineColumn {
    const wanted = Math.max(0, Math.min(offset, this.text.length));
    const line = partitionPoint(this.starts, start => start <= wanted);
    return { line, column: wanted - this.start(line) + 1 };
  }

  /** The offset of a place; a column past the line's text is the end of that text, a line past the last the end of all. */
  offset({ line, column }: LineColumn): number {
    if (line < 1) return 0;
    if (line > this.starts.length) return this.text.length;
    return Math.max(this.start(line), Math.min(this.start(line) + column - 1, this.end(line)));
  }

  /** Offset of the first character of a 1-based line. */
  start(line: number): number {
    return this.starts[line - 1]!;
  }

  /** Offset just past the last character of a 1-based line, its line ending not included. */
  end(line: number): number {
    let end = line < this.starts.length ? this.starts[line]! : this.text.length;
    if (line < this.starts.length) {
      end--;
      if (this.text[end] === '\n' && this.text[end - 1] === '\r' && end > this.start(line)) end--;
    }
    return end;
  }
}
