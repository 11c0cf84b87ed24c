import { tokenize } from '../../lexicon/tokens.js';
import type { Chunk } from '../../syntax/document.js';
import type { Line } from '../../syntax/parse.js';
import type { Span } from '../../text/span.js';

/* What relations are looked for in: the paragraphs of a chunk. */

const ENTRY = /^(?:[（(]?\d{1,2}[.、）)]|[-*•·]|[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]是)/;

/** Whether a line of a reading is an item of a list. */
export const isEntry = ({ start, end, isItem, kind }: Line, prose: string): boolean =>
  kind === 'text' && end - start < LONGEST_ENTRY && (isItem || ENTRY.test(prose.slice(start, end)));
const LONGEST_ENTRY = 200;

/** Whether a line behind a list says what its items come to: 以上检查合计490家次; 三项合计2,600万元. */
export function addsUp({ start, end, kind }: Line, prose: string): boolean {
  if (kind !== 'text' || end - start > LONGEST_ENTRY) return false;
  const [first, ...others] = tokenize(prose.slice(start, Math.min(end, start + TOTAL_REACH)));
  const begins =
    first !== undefined && (first.is('back') || first.is('bound') || first.is('total') || first.kind === 'number');
  return begins && (first.is('total') || others.some(t => t.is('total')));
}
/** So far from the beginning of the line stands the word. */
const TOTAL_REACH = 20;

/** As many entries as stand from a line on, the first of them, where the line behind them says that they are so many. */
function countedFrom(lines: readonly Line[], from: number, prose: string): number {
  if (from > 0 && isEntry(lines[from - 1]!, prose)) return 0;
  let to = from;
  while (to < lines.length && isEntry(lines[to]!, prose)) to++;
  const count = to - from;
  const behind = lines[to];
  if (count < 2 || !behind || !addsUp(behind, prose)) return 0;
  return tokenize(prose.slice(behind.start, behind.start + TOTAL_REACH))[0]?.value?.digits === count ? count : 0;
}

/**
 * Lines of prose; one that ends in a colon, and the entries it announces, are one paragraph, with the line behind them that adds
 * them up.
 */
export function paragraphsOf({ lines, reading: { text: prose } }: Chunk): Span[] {
  const out: { start: number; end: number }[] = [];
  let [isOpen, entries] = [false, 0];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    // （一）…问题12个。（二）…19个。两个方面一共31个: nothing announces them, and the line behind counts them.
    const counted = isOpen ? 0 : countedFrom(lines, i, prose);
    if (counted > 0) {
      i += counted;
      out.push({ start: line.start, end: lines[i]!.end });
      continue;
    }
    const { start, end, kind } = line;
    if (kind === 'table') {
      isOpen = false;
      continue;
    }
    const last = out.at(-1);
    if (last && isOpen && isEntry(line, prose)) {
      last.end = end;
      entries++;
    } else if (last && isOpen && entries > 1 && addsUp(line, prose)) {
      last.end = end;
      isOpen = false;
    } else {
      out.push({ start, end });
      [isOpen, entries] = [false, 0];
    }
    isOpen ||= prose[end - 1] === '：' || prose[end - 1] === ':';
  }
  return out;
}
