import { frontMatterEnd, readFrontMatter, type FrontMatter } from './front-matter.js';
import { parse, type Parsed } from './parse.js';

/**
 * The source between two safe cuts, parsed alone. A pure function of its text: the same text anywhere, in any document,
 * is the same chunk, which is what lets a chunk of the previous analysis be used again.
 */
export interface Chunk extends Parsed {
  readonly text: string;
}

export interface PlacedChunk {
  /** Where the chunk begins in the document. */
  readonly offset: number;
  readonly chunk: Chunk;
}

/** A text cut into chunks that together are exactly that text. */
export interface Document {
  readonly text: string;
  readonly chunks: readonly PlacedChunk[];
  readonly frontMatter: FrontMatter | null;
  /** Every piece that was parsed for this document, by its text; the next version of the document looks here first. */
  readonly parsed: ReadonlyMap<string, Chunk>;
}

/**
 * Makes `of`, a pure function of a chunk, remember what it said of each. Chunks live on from one version of a text to
 * the next, so after an edit only what was typed in is looked at anew.
 */
export function perChunk<T>(of: (chunk: Chunk) => T): (chunk: Chunk) => T {
  const known = new WeakMap<Chunk, { readonly value: T }>();
  return chunk => {
    let found = known.get(chunk);
    if (!found) known.set(chunk, found = { value: of(chunk) });
    return found.value;
  };
}

/** The text of the same length in which what is not prose is masked. */
export const proseOf = ({ chunks }: Document): string => chunks.map(({ chunk }) => chunk.prose).join('');

const CN = '[一二三四五六七八九十]{1,3}';
/**
 * Where the text may be cut. Always at document level, outside fences and HTML:
 *  - a heading line (`#` in column 0);
 *  - a line that begins with a Han character or a full-width mark, after a blank line;
 *  - an item of a list in column 0: the parser's time grows with the square of a list with lists inside.
 * And by the habit of the genre, where one physical line is one paragraph even without blank lines:
 *  - a line that begins with an ordinal: 一、 （一） 一是 第一，
 * Whether such a place is inside a fence or a comment all the same, the parser says itself (`Parsed.open`).
 */
const CUT = new RegExp(
  `(?<=[\\r\\n])(?:#{1,6}(?=[ \\t\\r\\n])|(?<=(?:\\n|\\r)[ \\t]*(?:\\r\\n|\\n|\\r))(?=[\\u3400-\\u9fff\\uf900-\\ufaff（《“【])` +
  `|(?=(?:[-+*]|\\d{1,9}[.)])[ \\t]+[^\\s])|(?=${CN}(?:、|是)|[（(]${CN}[）)]|第${CN}[，、：]))`, 'g');

/** Cuts and parses `text`, taking from `previous` every chunk whose text is the same. Total. */
export function read(text: string, previous?: Document): Document {
  const parsed = new Map<string, Chunk>();
  const chunkOf = (piece: string): Chunk => {
    let chunk = parsed.get(piece) ?? previous?.parsed.get(piece);
    chunk ??= { text: piece, ...parse(piece) };
    parsed.set(piece, chunk);
    return chunk;
  };

  const chunks: PlacedChunk[] = [];
  const head = frontMatterEnd(text);
  if (head > 0) chunks.push({ offset: 0, chunk: chunkOf(text.slice(0, head)) });
  const cuts = [...text.matchAll(CUT)].map(m => m.index);
  cuts.push(text.length);
  let next = 0;
  for (let offset = head; offset < text.length;) {
    while (cuts[next]! <= offset) next++;
    let end = cuts[next]!;
    let chunk = chunkOf(text.slice(offset, end));
    if (chunk.open && end < text.length) {
      // Past the terminator's line, not one cut at a time: typing a fence must not cost quadratic time.
      end = lineAfter(text, chunk.open, end);
      chunk = chunkOf(text.slice(offset, end));
    }
    chunks.push({ offset, chunk });
    offset = end;
  }
  return { text, chunks, frontMatter: head > 0 ? readFrontMatter(text, head) : null, parsed };
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

