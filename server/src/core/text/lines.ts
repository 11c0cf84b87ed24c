import { partitionPoint } from './search.js';

/** A place as people and reports count: the first line is 1, the first UTF-16 code unit of a line is column 1. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** Two texts are the same before `start`, and from `newEnd` of the new one on, where `by` is what it is longer. */
export interface TextChange {
  readonly start: number;
  readonly newEnd: number;
  readonly by: number;
}

/**
 * The line index of one text: offset ↔ line and column.
 * A line ends at `\n`, `\r\n` or a lone `\r`, as in the Language Server Protocol and CommonMark.
 */
export class Lines {
  /** Offset of the first character of each line, ascending; never empty. */
  readonly starts: readonly number[];

  constructor(
    readonly text: string,
    starts?: readonly number[],
  ) {
    this.starts = starts ?? [0, ...startsIn(text, 1, text.length)];
  }

  /** The index of `text`, which an edit made of this one: only around that it is looked for lines. */
  edited(text: string, { start, newEnd, by }: TextChange): Lines {
    const kept = partitionPoint(this.starts, own => own < start);
    const behind = partitionPoint(this.starts, own => own + by <= newEnd);
    const starts = this.starts.slice(0, kept);
    if (start === 0) starts.push(0);
    starts.push(...startsIn(text, Math.max(1, start), newEnd));
    for (let i = behind; i < this.starts.length; i++) starts.push(this.starts[i]! + by);
    return new Lines(text, starts);
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

/** The offsets from the first to the last at which a line begins: behind `\n`, and behind a `\r` that no `\n` follows. */
function startsIn(text: string, first: number, last: number): number[] {
  const starts: number[] = [];
  const hasReturns = text.includes('\r');
  let at = first - 1;
  while (at < last) {
    const feed = text.indexOf('\n', at);
    const end = feed < 0 || feed >= last ? last : feed;
    if (hasReturns) for (; at < end; at++) if (text[at] === '\r' && text[at + 1] !== '\n') starts.push(at + 1);
    if (end < last) starts.push(end + 1);
    at = end + 1;
  }
  return starts;
}
