import { frontMatterEnd, readFrontMatter, type FrontMatter } from './front-matter.js';
import { GENRE, type Lexicon } from '../lexicon/lexicon.js';
import { Keeper, memoize } from '../memoize.js';
import { partitionPoint } from '../text/search.js';
import { Lines, type TextChange } from '../text/lines.js';
import { shifted, type Span } from '../text/span.js';
import type { Comment } from './markup.js';
import { parse, type Line, type Parsed } from './parse.js';
import { JoinedReading, type Reading } from './reading.js';
import { PAGE } from './wrapped.js';

/**
 * The source between two safe cuts, parsed alone. A pure function of its text and of the words it is read by: the same
 * text anywhere, in any document, is the same chunk, which is what lets a chunk of the previous analysis be used again.
 */
export class Chunk extends Keeper implements Parsed {
  readonly reading: Reading;
  readonly lines: readonly Line[];
  readonly comments: readonly Comment[];
  readonly breaks: readonly Span[];
  readonly open: RegExp | null;

  constructor(
    readonly text: string,
    readonly lexicon: Lexicon,
  ) {
    super();
    const { reading, lines, comments, breaks, open } = parse(text, lexicon);
    this.reading = reading;
    this.lines = lines;
    this.comments = comments;
    this.breaks = breaks;
    this.open = open;
  }
}

export interface PlacedChunk {
  /** Where the chunk begins in the document. */
  readonly offset: number;
  readonly chunk: Chunk;
}

/** A text cut into chunks that together are exactly that text. */
export interface Document {
  readonly text: string;
  /** The words it is read by, and all its chunks. */
  readonly lexicon: Lexicon;
  readonly chunks: readonly PlacedChunk[];
  readonly frontMatter: FrontMatter | null;
}

/** The reading of a whole document. */
export const readingOf = memoize(
  ({ chunks }: Document): JoinedReading =>
    new JoinedReading(chunks.map(({ offset, chunk }) => ({ offset, reading: chunk.reading }))),
);

/** Its lines. */
export const readingLines = memoize((document: Document): Lines => new Lines(readingOf(document).text));

/** What is read of a span of the document's text: its words, whatever they are dressed in and over however many lines. */
export function wordsAt(document: Document, span: Span): string {
  const reading = readingOf(document);
  const { start, end } = reading.toReading(span);
  return reading.text.slice(start, end);
}

/** The chunks of which something stands within a span of the text. */
export const chunksIn = ({ chunks }: Pick<Document, 'chunks'>, { start, end }: Span): readonly PlacedChunk[] =>
  chunks.slice(
    partitionPoint(chunks, placed => endOf(placed) <= start),
    partitionPoint(chunks, ({ offset }) => offset < end),
  );

/** The first line of text behind front matter; null where nothing is written. */
export function firstLineOf({ chunks }: Document): Span | null {
  for (const { offset, chunk } of chunks) {
    const [line] = chunk.lines;
    if (line) return shifted(chunk.reading.toSource(line), offset);
  }
  return null;
}

/** What ends a line for a reader, and what is a blank. */
const EOL = '\\n\\r\\v\\f\\u0085\\u2028\\u2029';
const BLANK = '[ \\t\\u00a0\\u2000-\\u200a\\u202f\\u3000]';
const END = `(?:\\r\\n|[${EOL}])`;
const CN = '[一二三四五六七八九十⼀⼆⼋⼗]{1,3}';
/**
 * Where the text may be cut. Always at document level, outside fences and HTML:
 *  - a heading line (`#` in column 0);
 *  - a line that begins with a Han character or a full-width mark, after a blank line; not 注：, which says more of the table before it;
 *  - an item of a list in column 0: the parser's time grows with the square of a list with lists inside.
 * And by the habit of the genre, where one physical line is one paragraph even without blank lines:
 *  - a line that begins with an ordinal: 一、 （一） 一是 第一，
 * The parser itself tells whether such a place is inside a fence or a comment (`Parsed.open`).
 */
const CUT = new RegExp(
  `(?<=[${EOL}])(?!${PAGE}[ \\t]*[${EOL}])(?:#{1,6}(?=${BLANK}|[${EOL}]|[\\u3400-\\u9fff（])|` +
    `(?<=(?:\\n|\\r(?!\\n)|[\\v\\f\\u0085\\u2028\\u2029])${BLANK}*${END})(?<!(?:^|[${EOL}])[ \\t]{0,20}${PAGE}[ \\t]{0,20}(?:${END}[ \\t]{0,20}){1,3})(?!(?:备注|说明|注)[：:])(?=[\\u3400-\\u9fff\\uf900-\\ufaff\\u2e80-\\u2fd5（《“【])` +
    `|(?=(?:[-+*]|\\d{1,9}[.)])[ \\t]+[^\\s])|(?<!第${END})(?=${CN}(?:、|是)|[（(]${CN}[）)](?![条款项])|第${CN}[，、：]))`,
  'g',
);

/**
 * Cuts and parses `text`. What `previous` has before and behind the place where the texts differ is taken over, so the
 * cost is that of the lines around an edit; nothing, where it was read by other words. Read by the words of `before`, where
 * it is not said by which. Where `edit` is not of the text of `before`, the two are compared. Total.
 */
export function read(
  text: string,
  before?: Document,
  lexicon: Lexicon = before?.lexicon ?? GENRE,
  edit?: TextEdit | null,
): Document {
  const previous = before?.lexicon === lexicon ? before : undefined;
  const head = frontMatterEnd(text);
  const old = previous?.chunks ?? [];
  const change = previous && (edit?.of === previous.text ? edit : changeOf(previous.text, text));
  const isSameHead = head === (previous?.frontMatter?.end ?? 0);
  const chunks = change && isSameHead ? old.slice(0, keptBefore(old, text, change)) : [];
  const same = chunks.length;
  let offset = endOf(chunks.at(-1));
  const add = (end: number): Chunk => {
    const piece = text.slice(offset, end);
    // The line before the edit is cut again; usually that yields the identical chunk.
    const known = old[chunks.length];
    const placed =
      known?.offset === offset && known.chunk.text === piece ? known : { offset, chunk: chunkOf(piece, lexicon) };
    chunks.push(placed);
    offset = end;
    return placed.chunk;
  };

  if (head > 0 && offset === 0) add(head);
  for (let behind = same; offset < text.length; ) {
    if (change && offset > change.newEnd + 1) {
      while (behind < old.length && old[behind]!.offset + change.by < offset) behind++;
      if (behind < old.length && old[behind]!.offset + change.by === offset) {
        chunks.push(...movedBy(old, behind, change.by));
        break;
      }
    }
    const start = offset;
    const end = nextCut(text, start);
    const { open } = add(end);
    if (open && end < text.length) {
      chunks.pop();
      offset = start;
      // Past the terminator's line, not one cut at a time: typing a fence must not cost quadratic time.
      add(lineAfter(text, open, end));
    }
  }
  const isKept = same > 0 && previous?.frontMatter;
  return {
    text,
    lexicon,
    chunks,
    frontMatter: head === 0 ? null : isKept ? previous.frontMatter : readFrontMatter(text, head),
  };
}

/**
 * A part of a string keeps the whole alive. A chunk outlives the text it was cut from, so it has words of its own: the
 * engine makes a new string of two joined, and the part of that keeps only that alive.
 */
const chunkOf = (piece: string, lexicon: Lexicon): Chunk => new Chunk(`\n${piece}`.slice(1), lexicon);

/** The first cut past `offset`; the end of the text when there is none. */
function nextCut(text: string, offset: number): number {
  CUT.lastIndex = offset + 1;
  return CUT.exec(text)?.index ?? text.length;
}

const endOf = (placed: PlacedChunk | undefined): number => (placed ? placed.offset + placed.chunk.text.length : 0);

function movedBy(chunks: readonly PlacedChunk[], from: number, by: number): PlacedChunk[] {
  return by === 0
    ? chunks.slice(from)
    : chunks.slice(from).map(({ offset, chunk }) => ({ offset: offset + by, chunk }));
}

/** What was done to a text, known beforehand. */
export interface TextEdit extends TextChange {
  /** The text it was done to. */
  readonly of: string;
}

function changeOf(before: string, after: string): TextChange {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  return { start, newEnd: after.length - tail, by: after.length - before.length };
}

/**
 * How many chunks an edit leaves alone: those that end before the line of the edit begins. Whether there is a cut at the
 * beginning of a line, the line itself and the blank ones before it tell.
 */
function keptBefore(chunks: readonly PlacedChunk[], text: string, { start }: TextChange): number {
  let line = start;
  while (line > 0 && !/[\n\r\v\f\u0085\u2028\u2029]/.test(text[line - 1]!)) line--;
  return partitionPoint(chunks, placed => endOf(placed) < line);
}

/** The start of the line after the first match of `terminator` at or past `from`; the end of the text without one. */
function lineAfter(text: string, terminator: RegExp, from: number): number {
  const search = new RegExp(terminator.source, `${terminator.flags}g`);
  search.lastIndex = from;
  const found = search.exec(text);
  if (!found) return text.length;
  const ending = /\r\n|\r|\n/g;
  ending.lastIndex = found.index + found[0].length;
  const after = ending.exec(text);
  return after ? after.index + after[0].length : text.length;
}
