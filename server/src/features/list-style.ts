import type { OrdinalForm } from '../core/facts/ordinals.js';
import type { Model } from '../core/model.js';
import type { Commitment } from '../core/rules/shared/commitments.js';
import type { ListItem } from '../core/rules/shared/items.js';
import { renumberedAs } from '../core/rules/shared/numbering.js';
import { wordsAt } from '../core/syntax/document.js';
import { toChinese } from '../core/text/numerals.js';
import { bodyEnd } from './body-end.js';

/* How the items of a list are written, so that one more is written as they are. */

/** Whether a report's measures tell who, with whom, by when and to what end. */
export type Asks = { readonly [Part in keyof Commitment]: boolean };
export const NOTHING: Asks = { lead: false, support: false, time: false, goal: false };

/** How a list is written. */
export interface Style {
  readonly form: OrdinalForm | null;
  /** An ordinal of the list as it is spelled, to be written with another number. */
  readonly marker: string | null;
  /** What stands before the ordinal on its line: ###, **. */
  readonly lead: string;
  /** Between the head and what is said of it: a full stop, **, or the lines that part a heading from its text. */
  readonly close: string;
  /** What ends an item. */
  readonly stop: '。' | '；';
  /** Between two paragraphs; '' where all stand in one. */
  readonly separator: string;
  readonly eol: string;
  readonly asks: Asks;
}

export function styleOf(model: Model, items: readonly ListItem[], asks: Asks): Style {
  const { text } = model;
  const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const first = items[0]!;
  const { form } = first;
  const isInLine = !first.opensLine || (items.length > 1 && !items[1]!.opensLine);
  const marker =
    first.marker &&
    text.slice(first.marker.start, first.marker.end) +
      // **一是**更新管网, 1. **更新管网。**
      /^[ \t\u3000]*(?:\*\*)?/.exec(text.slice(first.marker.end, first.marker.end + 4))![0];
  if (isInLine) {
    const isClause = items.length > 1 && /；\s*$/.test(wordsAt(model.document, first));
    return {
      form,
      marker,
      lead: '',
      close: isClause ? '，' : '。',
      stop: isClause ? '；' : '。',
      separator: '',
      eol,
      asks,
    };
  }
  const lead = lineOf(model, first.head.start);
  const isSpaced =
    lead.includes('#') ||
    /(?:\r\n|\n|\r(?!\n))[ \t>]*(?:\r\n|\n|\r)/.test(text.slice(Math.max(0, first.start - 4), items.at(-1)!.end));
  const quote = QUOTE.exec(lead)?.[0] ?? '';
  const separator = isSpaced ? eol + quote.trimEnd() + eol : eol;
  return {
    form,
    marker,
    lead,
    close: closeOf(model, first, lead + (marker ?? ''), separator + quote, eol + quote),
    stop: '。',
    separator,
    eol,
    asks,
  };
}

/** What a line of a block quote begins with. */
const QUOTE = /^(?:[ \t]*>[ \t]?)+/;

/** What stands between the head of an item and its words, where the line begins with `opened`: ### （, **一是. */
function closeOf({ text }: Model, { head }: ListItem, opened: string, separator: string, eol: string): string {
  const behind = text.slice(head.end, head.end + 8);
  if (opened.includes('#')) return separator;
  const bold = /^[。：:；]?(?:\*\*|__)[。：:；]?/.exec(behind)?.[0];
  if (bold !== undefined) {
    const rest = behind.slice(bold.length);
    return bold + (/^[ \t]*[\r\n]/.test(rest) ? separator : /^[ \u3000]/.test(rest) ? ' ' : '');
  }
  const marks = opened.match(/\*\*|__/g) ?? [];
  if (marks.length % 2 === 1) return `。${marks[0]}`;
  // A heading of plain text: its words stand below it.
  const below = /^[ \t]*(?:\r\n|\n|\r)([ \t>]*(?:\r\n|\n|\r))?[\s>]*[^\s>]/.exec(text.slice(head.end, head.end + 40));
  if (below) return below[1] === undefined ? eol : separator;
  return behind.startsWith('：') ? '：' : '。';
}

/**
 * The ordinal with another number, as it is spelled: 二要, (二), 3.2, and 其次 of the words that count. Of a list of words
 * that is too long for them, `total` null, one more is 此外.
 */
export function ordinalAs(written: string, number: number, total: number | null): string {
  if (WORD.test(written)) {
    const word =
      total === null || number > 4
        ? '此外'
        : number === total && total > 3
          ? '最后'
          : ['首先', '其次', '再次'][number - 1]!;
    return written.replace(WORD, word);
  }
  // 一抓培训: the verb is the writer's.
  if (/^[一二三四五六七八九十]+$/.test(written)) return `${toChinese(number)}是`;
  const decimal = /^(?:\d{1,2}\.){1,2}(?=\d)/.exec(written)?.[0];
  return decimal === undefined
    ? renumberedAs(written, number)
    : decimal + renumberedAs(written.slice(decimal.length), number);
}
const WORD = /首先|其次|再次|再者|最后/;

export const lineStart = ({ lines }: Model, { head }: ListItem): number => head.start - lines.at(head.start).column + 1;
export const lineOf = ({ lines, text }: Model, offset: number): string =>
  text.slice(offset - lines.at(offset).column + 1, offset);
/** Where the words of an item end, before the marks that open the line of the next. */
export const endOf = (model: Model, { head, end }: ListItem, next?: ListItem): number =>
  bodyEnd(model.text, head.end, next ? Math.min(end, lineStart(model, next)) : end);
