import type { Message } from '../core/message.js';
import type { Label } from './numbering.js';
import type { Unread } from './source.js';
import { NOT_WRITTEN } from './texts.js';
import type { Element } from './xml.js';

/**
 * What a document is read as: paragraphs and tables made of pieces, each piece with where it is written.
 */

/** A stretch of a part. An offset always travels with the name of its part. */
export interface Extent {
  readonly part: string;
  readonly from: number;
  readonly to: number;
}

/** A run as far as writing is concerned. */
export interface Run {
  readonly part: string;
  readonly element: Element;
  /**
   * What no mark of a comment may stand inside: a field, a content control, or the run a text box or note hangs on.
   * Null where the run itself may be split. A field's end is known only when the story is read.
   */
  readonly anchor: Extent | null;
  /** Why nothing can be filled in here; null where it can. */
  readonly lock: ((words: string) => Message) | null;
  readonly page: number;
}

/** Some of what is read. `made`: Word shows it or Markdown needs it, but no text says it. */
export interface Piece {
  readonly text: string;
  readonly kind: 'plain' | 'atomic' | 'made';
  readonly from: number;
  readonly to: number;
  readonly run: Run | null;
  /** Blank only, and underlined: a place to be filled. */
  readonly isPlaceholder: boolean;
  readonly isUnderlined: boolean;
  /** A soft line break. */
  readonly isBreak: boolean;
  /** The content control whose placeholder this is. */
  readonly control: Element | null;
  /** The same words in the other copy of their text box. */
  twin: Piece | null;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly part: string;
  readonly element: Element;
  readonly pieces: Piece[];
  /** Of a heading, from 0. */
  readonly level: number | null;
  readonly isTitle: boolean;
  readonly isCentred: boolean;
  readonly label: Label | null;
  /** What comments of the writer say to policydoc: rules and reason. */
  readonly remarks: string[];
  /** The text boxes that hang on it. */
  readonly boxes: Block[];
}

export interface Cell {
  readonly blocks: Block[];
  /** How many columns it takes. */
  readonly span: number;
}

export interface Table {
  readonly kind: 'table';
  readonly rows: readonly (readonly Cell[])[];
}

export type Block = Paragraph | Table;

export interface NoteText {
  readonly kind: 'footnote' | 'endnote';
  readonly number: number;
  readonly blocks: readonly Block[];
}

/** A document as it was read, before it is one text. */
export interface Read {
  readonly blocks: readonly Block[];
  readonly notes: readonly NoteText[];
  readonly unread: Unread;
  /** Whether Word has left marks of where pages ended. */
  readonly hasPages: boolean;
}

export const BLANK = /^[\s\u00a0\u2002-\u200a\u3000]*$/;
/** How long a blank is that is as wide as its tab, its field or its control. */
export const PLACEHOLDER = '＿＿＿＿';

export const piece = (text: string, kind: Piece['kind'], from: number, to: number, run: Run | null): Piece => ({
  text,
  kind,
  from,
  to,
  run,
  isPlaceholder: false,
  isUnderlined: false,
  isBreak: false,
  control: null,
  twin: null,
});

/** Characters that no text says. */
export const madePiece = (text: string): Piece => piece(text, 'made', -1, -1, null);

/** A stretch of underline that is blank only, and two characters or more: a place to be filled. */
export function withPlaceholders(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  for (let i = 0; i < pieces.length; ) {
    if (!pieces[i]!.isUnderlined) {
      out.push(pieces[i++]!);
      continue;
    }
    let end = i;
    while (end < pieces.length && pieces[end]!.isUnderlined && !pieces[end]!.isBreak) end++;
    if (end === i) end++;
    const stretch = pieces.slice(i, end);
    const isTab = (it: Piece): boolean => it.kind === 'atomic';
    const isPlaceholder =
      stretch.every(({ text }) => BLANK.test(text)) &&
      stretch.reduce((n, it) => n + (isTab(it) ? PLACEHOLDER.length : it.text.length), 0) >= 2;
    out.push(
      ...stretch.map(it =>
        isPlaceholder ? { ...it, text: isTab(it) ? PLACEHOLDER : '＿'.repeat(it.text.length), isPlaceholder } : it,
      ),
    );
    i = end;
  }
  return out;
}

/** Words of a text box stand twice; where both copies are alike, each piece knows the other. */
export function pair(blocks: readonly Block[], twins: readonly Block[]): void {
  const [own, other] = [piecesOf(blocks), piecesOf(twins)];
  const isSame =
    own.length === other.length && own.every(({ text, kind }, i) => text === other[i]!.text && kind === other[i]!.kind);
  own.forEach((it, i) => {
    if (isSame) it.twin = other[i]!;
    else if (it.run) (it as { run: Run }).run = { ...it.run, lock: it.run.lock ?? NOT_WRITTEN.copies };
  });
}

const piecesOf = (blocks: readonly Block[]): Piece[] =>
  blocks.flatMap(it =>
    it.kind === 'paragraph'
      ? [...it.pieces, ...piecesOf(it.boxes)]
      : it.rows.flatMap(row => row.flatMap(({ blocks }) => piecesOf(blocks))),
  );

export const textOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');

/** Word itself has no more columns. */
const MOST_COLUMNS = 64;

/** A table of one column, or with a cell that holds a text of its own, only places things on the page. */
export const isLayout = (rows: readonly (readonly Cell[])[]): boolean =>
  rows.every(row => row.length <= 1) ||
  rows.some(row => row.reduce((n, { span }) => n + span, 0) > MOST_COLUMNS) ||
  rows.some(row =>
    row.some(
      ({ blocks }) => blocks.filter(it => it.kind === 'paragraph' && textOf(it.pieces).trim() !== '').length > 3,
    ),
  );
