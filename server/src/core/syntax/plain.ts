import type { Markup } from './markup.js';
import type { Change } from './reading.js';

/*
 * Most of a report is paragraphs, numbered points and headings, in which the parser finds nothing to hide but the # of the
 * headings. It is by far the dearest step of reading, so what has no other markup is not given to it. That both
 * readings are one is a property test.
 */

/** What stands before the content of a line, when the line is a paragraph or an item numbered 1. */
const LEAD = '(?:[ \\t]|\\d{1,9}[.)][ \\t])';
const ENDS = '(?![^ \\t\\r\\n])';
/** What begins a quotation, a definition, a table, a list, a line drawn across, or a heading that is no plain one. */
const BLOCK = `${LEAD}*(?:[>[|:-]|\\+${ENDS}|[*_](?:${ENDS}|[*_ \\t]*(?![^\\r\\n])))|${LEAD}+#|#{1,6}[ \\t][^\\r\\n#]*#`;
/** Code, HTML, an address, an escape, a character reference or what is struck out may begin anywhere. */
const MARKUP = new RegExp(`[\`<\\\\&]|~~|(?:^|[\\r\\n])(?:${BLOCK})`);
const HEADING = new RegExp(`(?<![^\\r\\n])(#{1,6})${ENDS}[ \\t]*([^\\r\\n]*)`, 'g');

/** The markup of `source` when it is plain: {@link markupOf} would say the same; null when that must be asked. */
export function plainMarkupOf(source: string): Markup | null {
  if (MARKUP.test(source)) return null;
  const changes: Change[] = [];
  const hide = (start: number, end: number): unknown => changes.push({ start, end, as: '' });
  const headings = new Map<number, number>();
  for (const { index, 0: line, 1: marks, 2: rest } of source.matchAll(HEADING)) {
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
  return { changes, comments: [], headings, rows: NONE, breaks: NONE, open: null };
}

const NONE: ReadonlySet<number> = new Set();
