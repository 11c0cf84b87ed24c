import { msg, type Message } from '../core/message.js';
import type { Edit } from '../core/text/edit.js';
import type { Span } from '../core/text/span.js';

/** A Word document that cannot be read, or into which something cannot be written. */
export class WordError extends Error {
  readonly reason: Message;

  constructor(...reasons: readonly Message[]) {
    const reason = msg(reasons.map(it => it['zh-CN']).join('；'), reasons.map(it => it.en).join('; '));
    super(reason.en);
    this.reason = reason;
  }
}

/** A comment to be written: where, and its paragraphs. */
export interface Note extends Span {
  readonly paragraphs: readonly string[];
}

/** What a document holds that was not read, each with how often. */
export interface Counted {
  readonly headers: number;
  readonly pictures: number;
  readonly objects: number;
  /** Characters. */
  readonly hidden: number;
  readonly symbols: number;
  /** Automatic numbers of a format we do not know, written in plain digits. */
  readonly numbers: number;
}

/** All that must be said of a document besides its findings. */
export interface Unread extends Counted {
  /** Tracked changes, all of which were taken as accepted. */
  readonly insertions: number;
  readonly deletions: number;
  /** Stretches of highlighted or shaded text: writers mark so what is to be verified. */
  readonly highlights: number;
  /** Fields that show the day on which the document is opened. */
  readonly dates: number;
  /** Templates, pictures and the like that are kept outside, links not counted. */
  readonly remote: number;
  readonly macros: boolean;
  /** Whether Word lets it be edited only in part, which holds for Word. */
  readonly isProtected: boolean;
}

/** Where something stands, for a person who has the document open in Word. All numbers count from 1. */
export interface WordPlace {
  /** The headings it stands under, outermost first. */
  readonly heading: readonly string[];
  readonly where:
    | { readonly in: 'body' | 'textBox' /** Among those of the body that are not blank. */; readonly paragraph: number }
    | { readonly in: 'table'; readonly table: number; readonly row: number; readonly column: number }
    | { readonly in: 'note'; readonly kind: 'footnote' | 'endnote'; readonly note: number };
  /** By the marks Word left when it last laid the document out; null where there are none. Never computed. */
  readonly page: number | null;
}

/** A Word document as text, one paragraph a line, and the way back. */
export interface WordSource {
  /** Structured Markdown: headings with `#`, tables with `|`, notes at the end. The spans of everything below count in it. */
  readonly text: string;
  readonly unread: Unread;
  /** The ending its name must have: Word opens no document with macros under the other. */
  readonly extension: '.docx' | '.docm';
  /** Whether it holds comments that a former run has written. */
  readonly isAnnotated: boolean;
  place(span: Span): WordPlace;
  /** The bytes after the edits. Throws a WordError where a place cannot be written, and then nothing is. */
  spliced(edits: readonly Edit[]): Promise<Uint8Array>;
  /** The bytes with these comments in place of those a former run has written; other people's stay. Throws a WordError. */
  annotated(notes: readonly Note[]): Promise<Uint8Array>;
}
