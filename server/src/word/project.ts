import type { Span } from '../core/text/span.js';
import type { Block, Extent, Paragraph, Piece, Read, Table } from './pieces.js';
import { madePiece, textOf } from './pieces.js';
import { WordError, type WordPlace } from './source.js';
import { NOT_READ } from './texts.js';

/** Paragraphs as one text, and for every character of it where it is written. */

/** A piece at its place in the text. */
export interface Placed extends Span {
  readonly piece: Piece;
}

/** A paragraph, a row of a table or a note at its place in the text. */
export interface Line extends Span {
  readonly heading: readonly string[];
  readonly where: WordPlace['where'];
  /** What a comment is put around that cannot be put around words; null where there is nothing. */
  readonly extent: Extent | null;
}

export interface Projection {
  readonly text: string;
  /** Ascending; together they are the text. */
  readonly pieces: readonly Placed[];
  readonly lines: readonly Line[];
}

/** Makes words of what Markdown would take for a mark. */
export const ESCAPE = '\\';

/**
 * What Markdown would not take for words: tags and comments, entities, code, escapes; in a cell a bar, which ends it.
 */
const MARKS = /<(?=[A-Za-z!?/])|&(?=#?[\dA-Za-z]{1,31};)|`|\\(?=[!-/:-@[-`{-~])/g;
const CELL_MARKS = new RegExp(`${MARKS.source}|\\|`, 'g');

/** Characters: a table may ask for many where it has none. */
const MOST_TEXT = 16 * 1024 * 1024;
/** A heading of more is a sentence that was given the look of one. */
const LONGEST_HEADING = 60;

export function project({ blocks, notes }: Read): Projection {
  const writer = new Writer(blocks.some(it => it.kind === 'paragraph' && it.isTitle));
  writer.blocks(blocks);
  for (const { kind, number, blocks } of notes) writer.note(kind, number, blocks);
  return writer.done();
}

class Writer {
  #text = '';
  readonly #pieces: Placed[] = [];
  readonly #lines: Line[] = [];
  #headings: { readonly depth: number; readonly title: string }[] = [];
  #paragraphs = 0;
  #tables = 0;
  #notes = 0;

  /** Beside a title, the first headings are one level lower. */
  constructor(private readonly hasTitle: boolean) {}

  done(): Projection {
    if (this.#text !== '') this.#push(madePiece('\n'));
    return { text: this.#text, pieces: this.#pieces, lines: this.#lines };
  }

  blocks(blocks: readonly Block[], isBox = false): void {
    for (const it of blocks) {
      if (it.kind === 'table') this.#table(it);
      else this.#paragraph(it, isBox);
    }
  }

  #push(piece: Piece): void {
    if (piece.text === '') return;
    const start = this.#text.length;
    if (start > MOST_TEXT) throw new WordError(NOT_READ.long);
    this.#text += piece.text;
    this.#pieces.push({ start, end: this.#text.length, piece });
  }

  #apart(): void {
    if (this.#text !== '') this.#push(madePiece('\n\n'));
  }

  #paragraph(it: Paragraph, isBox: boolean): void {
    const isHeading = it.level !== null || it.isTitle;
    // A title is broken where it looks well; a text is where it was pasted from a page.
    const lines = splitLines(it.pieces, isHeading || it.isCentred).map(trimmed);
    const label = it.label === null ? '' : it.label.text + (/[\p{P}\p{S}\p{No}]$/u.test(it.label.text) ? '' : ' ');
    const words = label + lines.map(textOf).join('');
    // A number with nothing behind it is counted, and stands there for nobody.
    if (lines.some(line => textOf(line) !== '')) {
      if (!isBox) this.#paragraphs++;
      const level = it.isTitle ? 1 : it.level === null ? 0 : Math.min(6, it.level + (this.hasTitle ? 2 : 1));
      const isMarked = level > 0 && words.length <= LONGEST_HEADING && !/[。；;]$/.test(words);
      this.#head(words, isMarked && !it.isTitle ? level : null);
      this.#apart();
      this.#remarks(it.remarks);
      this.#line(
        { in: isBox ? 'textBox' : 'body', paragraph: Math.max(1, this.#paragraphs) },
        extentOf(it.pieces, it),
        () => {
          if (isMarked) this.#push(madePiece(`${'#'.repeat(level)} `));
          this.#push(madePiece(label));
          let isFirst = true;
          for (const line of lines) {
            if (textOf(line) === '') continue;
            if (!isFirst) this.#push(madePiece('\n'));
            if (!isMarked && !(isFirst && label !== '')) this.#guard(textOf(line));
            this.#words(line);
            isFirst = false;
          }
        },
      );
    }
    this.blocks(it.boxes, true);
  }

  /** Headings by style, and those a writer only made to look like one: for the place, not for the text. */
  #head(words: string, level: number | null): void {
    const depth =
      level ??
      (words.length > 40 || /[。；;！？]$/.test(words)
        ? null
        : /^(?:[一二三四五六七八九十]+、|第[一二三四五六七八九十]+[章节部])/.test(words)
          ? 10
          : /^（[一二三四五六七八九十]+）/.test(words)
            ? 11
            : null);
    if (depth === null) return;
    this.#headings = [...this.#headings.filter(it => it.depth < depth), { depth, title: words }];
  }

  #remarks(remarks: readonly string[]): void {
    for (const remark of remarks) this.#push(madePiece(`<!-- policydoc-ignore-next-line ${remark} -->\n`));
  }

  #line(where: WordPlace['where'], extent: Extent | null, work: () => void): void {
    const start = this.#text.length;
    work();
    this.#lines.push({
      start,
      end: this.#text.length,
      where,
      extent,
      heading: this.#headings.map(({ title }) => title),
    });
  }

  /** What stands at the head of a line is words here, and no mark of Markdown that would hide what follows. */
  #guard(line: string): void {
    if (/^(?:~{3}|(?:-{3,}|={3,}|\*{3,}|_{3,})\s*$)/.test(line)) this.#push(madePiece(ESCAPE));
  }

  #words(pieces: readonly Piece[], isCell = false): void {
    const marks = [...textOf(pieces).matchAll(isCell ? CELL_MARKS : MARKS)].map(({ index }) => index);
    let at = 0;
    for (const it of pieces) {
      if (it.isBreak) this.#push(madePiece(isCell ? '<br>' : ' '));
      else {
        let from = 0;
        for (; marks.length > 0 && marks[0]! < at + it.text.length; marks.shift()) {
          this.#push(part(it, from, marks[0]! - at));
          this.#push(madePiece(ESCAPE));
          from = marks[0]! - at;
        }
        this.#push(part(it, from, it.text.length));
      }
      at += it.text.length;
    }
  }

  #table({ rows }: Table): void {
    const columns = Math.max(...rows.map(row => row.reduce((n, { span }) => n + span, 0)), 1);
    const hasWords = rows.some(row => row.some(({ blocks }) => cellPieces(blocks).length > 0));
    const table = ++this.#tables;
    if (hasWords) {
      this.#apart();
      this.#remarks(rows.flatMap(row => row.flatMap(({ blocks }) => remarksIn(blocks))));
      rows.forEach((row, i) => {
        if (i > 0) this.#push(madePiece('\n'));
        this.#push(madePiece('|'));
        let column = 0;
        for (const { blocks, span } of row) {
          const pieces = cellPieces(blocks);
          column++;
          const at = column;
          this.#push(madePiece(' '));
          this.#line(
            { in: 'table', table, row: i + 1, column: at },
            pieces.length > 0 ? extentOf(pieces, null) : null,
            () => this.#words(pieces, true),
          );
          this.#push(madePiece(`${pieces.length > 0 ? ' ' : ''}|${' |'.repeat(span - 1)}`));
          column += span - 1;
        }
        if (column < columns) this.#push(madePiece(' |'.repeat(columns - column)));
        if (i === 0) this.#push(madePiece(`\n|${' --- |'.repeat(columns)}`));
      });
    }
    for (const row of rows) for (const { blocks } of row) this.blocks(boxesIn(blocks), true);
  }

  note(kind: 'footnote' | 'endnote', number: number, blocks: readonly Block[]): void {
    const pieces = joined(blocks, madePiece(' '));
    if (textOf(pieces).trim() === '') return;
    this.#apart();
    this.#headings = [];
    this.#line({ in: 'note', kind, note: number }, extentOf(pieces, null), () => {
      this.#push(madePiece(`[^${++this.#notes}]: `));
      this.#words(trimmed(pieces));
    });
  }
}

/** What a cell says: its paragraphs one behind the other, a table in it inline. */
const cellPieces = (blocks: readonly Block[]): Piece[] => joined(blocks, { ...madePiece('\n'), isBreak: true });

function joined(blocks: readonly Block[], between: Piece): Piece[] {
  const out: Piece[] = [];
  for (const it of blocks) {
    const own =
      it.kind === 'table'
        ? trimmed(it.rows.flatMap(row => row.flatMap(({ blocks }) => [...cellPieces(blocks), madePiece(' ')])))
        : trimmed(it.label === null ? it.pieces : [madePiece(it.label.text), ...it.pieces]);
    if (textOf(own).trim() === '') continue;
    if (out.length > 0) out.push(between);
    out.push(...own);
  }
  return out;
}

const remarksIn = (blocks: readonly Block[]): string[] =>
  blocks.flatMap(it =>
    it.kind === 'paragraph' ? it.remarks : it.rows.flatMap(row => row.flatMap(({ blocks }) => remarksIn(blocks))),
  );
const boxesIn = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap(it =>
    it.kind === 'paragraph' ? it.boxes : it.rows.flatMap(row => row.flatMap(({ blocks }) => boxesIn(blocks))),
  );

/** The lines of a paragraph: broken where a writer broke them, or one where breaks are for looks alone. */
function splitLines(pieces: readonly Piece[], isJoined: boolean): Piece[][] {
  const lines: Piece[][] = [[]];
  for (const it of pieces) {
    if (!it.isBreak) lines.at(-1)!.push(it);
    else if (!isJoined) lines.push([]);
  }
  return lines;
}

/** Without blanks at both ends, unless they are to be filled. Four at the head of a line would make it code. */
function trimmed(pieces: readonly Piece[]): Piece[] {
  const out = [...pieces];
  const isBlank = (it: Piece): boolean => !it.isPlaceholder && it.text.trim() === '' && !it.isBreak;
  while (out.length > 0 && isBlank(out[0]!)) out.shift();
  while (out.length > 0 && isBlank(out.at(-1)!)) out.pop();
  const [first] = out;
  if (first && !first.isPlaceholder)
    out[0] = part(first, first.text.length - first.text.trimStart().length, first.text.length);
  const last = out.at(-1);
  if (last && !last.isPlaceholder) out[out.length - 1] = part(last, 0, last.text.trimEnd().length);
  return out;
}

/** Some of a piece. An atomic one is one place, whichever part of it is meant. */
function part(it: Piece, start: number, end: number): Piece {
  if (start === 0 && end === it.text.length) return it;
  const text = it.text.slice(start, end);
  if (it.kind !== 'plain') return { ...it, text };
  return {
    ...it,
    text,
    from: it.from + start,
    to: it.from + end,
    twin: it.twin && { ...it.twin, text, from: it.twin.from + start, to: it.twin.from + end },
  };
}

/** What a comment on the whole of it is put around. */
function extentOf(pieces: readonly Piece[], paragraph: Paragraph | null): Extent | null {
  const runs = pieces.flatMap(({ run }) => (run ? [run] : []));
  const [first, last] = [runs[0], runs.at(-1)];
  if (first && last) {
    const from = first.anchor ?? { part: first.part, from: first.element.from, to: first.element.to };
    const to = last.anchor ?? { part: last.part, from: last.element.from, to: last.element.to };
    return { part: from.part, from: from.from, to: Math.max(from.to, to.to) };
  }
  if (paragraph?.element.name !== 'w:p' || paragraph.element.inner === paragraph.element.to) return null;
  const { part, element } = paragraph;
  return { part, from: element.innerEnd, to: element.innerEnd };
}

/** The first of ascending spans that ends behind an offset. */
function firstBehind(spans: readonly Span[], offset: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The pieces in which a span of the text stands. */
export function* overlapping(pieces: readonly Placed[], start: number, end: number): Generator<Placed, undefined> {
  for (let i = firstBehind(pieces, start); i < pieces.length && pieces[i]!.start < end; i++) yield pieces[i]!;
}

/** Of those the ones that are written somewhere. */
export function* within(pieces: readonly Placed[], start: number, end: number): Generator<Placed, undefined> {
  for (const placed of overlapping(pieces, start, end)) if (placed.piece.run !== null) yield placed;
}

/** The line that an offset stands in; of one between two lines the next, of one behind all the last. */
export const lineAt = (lines: readonly Line[], offset: number): Line | undefined =>
  lines[Math.min(firstBehind(lines, offset), lines.length - 1)];
