import type { Lines } from '../../core/text/lines.js';
import type { Span } from '../../core/text/span.js';
import { columns } from '../columns.js';
import { printable } from '../../core/text/printable.js';

/** A line of the source, cut to what fits, and the columns under which the span stands. */
export interface Frame {
  readonly line: string;
  /** Columns of a terminal before the span, and under it: a Chinese character takes two. */
  readonly indent: number;
  readonly width: number;
}

/** Columns shown of a line; of a long one, those before the span and those of the span. The same on every terminal. */
const LINE = 76;
const SPAN = 56;
const BEFORE = 24;
const MORE = '…';

/** The first line of the span. An empty span is shown as one column wide. */
export function frame(lines: Lines, span: Span): Frame {
  const { line } = lines.at(span.start);
  const [from, to] = [lines.start(line), lines.end(line)];
  const start = Math.min(span.start, to);
  const end = Math.max(start, Math.min(span.end, to));
  const isShort = to - from <= LINE && columns(lines.text.slice(from, to)) <= LINE;
  const before = tail(lines.text.slice(from, start), isShort ? LINE : BEFORE);
  const marked = head(lines.text.slice(start, end), isShort ? LINE : SPAN);
  const indent = columns(before);
  const width = columns(marked);
  const isCut = marked.length < end - start;
  const after = isCut ? '' : head(lines.text.slice(end, to), LINE - indent - width);
  return { line: before + marked + after, indent, width: Math.max(1, width) };
}

/** The same in fewer columns. */
export function narrowed(frame: Frame, room: number): Frame {
  if (columns(frame.line) <= room) return frame;
  const [before, rest] = cutAt(frame.line, frame.indent);
  const [marked, after] = cutAt(rest, frame.width);
  const shownBefore = tail(before, Math.max(BEFORE_AT_LEAST, Math.min(frame.indent, Math.floor(room / 3))));
  const indent = columns(shownBefore);
  const shownMarked = head(marked, Math.max(2, room - indent));
  const width = columns(shownMarked);
  const left = room - indent - width;
  return { line: shownBefore + shownMarked + (left > 1 ? head(after, left) : ''), indent, width: Math.max(1, width) };
}

const BEFORE_AT_LEAST = 4;

/** `text` in two at a column. */
export function cutAt(text: string, column: number): [string, string] {
  let used = 0;
  let at = 0;
  for (const character of text) {
    if (used >= column) break;
    used += columns(character);
    at += character.length;
  }
  return [text.slice(0, at), text.slice(at)];
}

/** The beginning of `text` that fits `room` columns, with … where something was cut off. */
function head(text: string, room: number): string {
  const window = [...printable(text.slice(0, room + 1))];
  return window.join('').length === text.length && fitting(window, room) === window.length
    ? window.join('')
    : window.slice(0, fitting(window, room - 1)).join('') + MORE;
}

/** The end of `text` that fits `room` columns, with … where something was cut off. */
function tail(text: string, room: number): string {
  const window = [...printable(text.slice(-room - 1))].reverse();
  return window.join('').length === text.length && fitting(window, room) === window.length
    ? window.reverse().join('')
    : MORE +
        window
          .slice(0, fitting(window, room - 1))
          .reverse()
          .join('');
}

/** How many of the characters fit. */
function fitting(characters: readonly string[], room: number): number {
  let used = 0;
  const over = characters.findIndex(character => {
    used += columns(character);
    return used > room;
  });
  return over < 0 ? characters.length : over;
}
