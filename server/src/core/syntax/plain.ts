import type { Markup } from './markup.js';
import type { Change } from './reading.js';
import { matchesOf } from '../text/search.js';

/*
 * Most of a report is paragraphs, numbered points and headings, in which the parser finds nothing to hide but the # of the
 * headings, the mark of an item and the dashes of a table. It is by far the dearest step of reading, so what has no other
 * markup is not given to it. That both readings are one is a property test.
 */

/** What stands before the content of a line, when the line is a paragraph or an item numbered 1. */
const LEAD = '(?:[ \\t]|\\d{1,9}[.)][ \\t])';
const ENDS = '(?![^ \\t\\r\\n])';
/** What begins a quotation, a definition, a table, a list, a line drawn across, or a heading that is no plain one. */
const BLOCK = `${LEAD}*(?:[>[|:-]|\\+${ENDS}|[*_](?:${ENDS}|[*_ \\t]*(?![^\\r\\n])))|${LEAD}+#|#{1,6}[ \\t][^\\r\\n#]*#`;
/** Code, HTML, an address, an escape, a character reference or what is struck out may begin anywhere. */
const MARKUP = new RegExp(`[\`<\\\\&]|~~|(?:^|[\\r\\n])(?:${BLOCK})`);
const HEADING = new RegExp(`(?<![^\\r\\n])(#{1,6})${ENDS}[ \\t]*([^\\r\\n]*)`, 'g');

/** One item in one line, and no more: a list is cut into its items. */
const ITEM = /^[-+*] {1,4}(?=[\u3400-\u9fff“《（【])[^\n]*(?:\n[ \t\n]*)?$/;
/** A table as everybody writes it, between blank lines. */
const TABLE =
  /(?<![^\n]\n?|\n[ \t]{1,9}\n)(\|[^\n]*\|)\n(\|(?: ?:?-+:? ?\|)+)((?:\n\|[^\n]*\|)*)(?=\n[ \t]*(?:\n|$)|$)/g;

/** The markup of `source` when it is plain: {@link markupOf} would say the same; null when that must be asked. */
export function plainMarkupOf(source: string): Markup | null {
  const changes: Change[] = [];
  const hide = (start: number, end: number): unknown => changes.push({ start, end, as: '' });
  const rows = new Set<number>();
  const hasFeeds = !source.includes('\r');
  const item = hasFeeds && ITEM.test(source) ? /^[-+*] +/.exec(source) : null;
  if (item) hide(0, item[0].length);
  const rest = item
    ? source.slice(item[0].length)
    : hasFeeds && /\|[ :-]/.test(source)
      ? source.replace(TABLE, (table: string, head: string, dashes: string, body: string, at: number) => {
          if (head.split('|').length !== dashes.split('|').length) return table;
          rows.add(at);
          const bodyStart = at + head.length + 1 + dashes.length;
          hide(at + head.length, bodyStart);
          for (let feed = body.indexOf('\n'); feed >= 0; feed = body.indexOf('\n', feed + 1))
            rows.add(bodyStart + feed + 1);
          // A word in its place, for what makes markup of other things makes it in a table.
          return table.replaceAll('|', ' ').replace(/[^`<\\&~]/g, ' ');
        })
      : source;
  if (MARKUP.test(rest)) return null;
  const headings = new Map<number, number>();
  for (const { index, 0: line, 1: marks, 2: rest } of matchesOf(source, HEADING)) {
    const [start, end] = [index, index + line.length];
    const words = rest!.replace(/(?<![ \t])[ \t]+$/, '');
    if (words === '') {
      hide(start, end);
    } else {
      hide(start, end - rest!.length);
      if (words.length < rest!.length) hide(end - rest!.length + words.length, end);
    }
    headings.set(start, marks!.length);
  }
  return { changes, comments: [], headings, rows, breaks: NONE, open: null };
}

const NONE: ReadonlySet<number> = new Set();
