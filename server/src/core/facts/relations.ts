import type { Chunk } from '../syntax/document.js';
import { memoize } from '../memoize.js';
import { figuresIn, type Figure } from './figures.js';
import { withWideMarks } from './figures/marks.js';
import { changesOf, type FigureChange } from './relations/changes.js';
import { sentencesOf } from './relations/clauses.js';
import { listsOf } from './relations/items.js';
import { ratesOf, sharesOf, type NamedFigure, type PartsOf, type Share } from './relations/shares.js';
import { sumsOf, type ParagraphContext, type Sum } from './relations/sums.js';
import { bandPartitionsOf, type BandPartition } from './relations/band-partitions.js';
import { tableSums } from './relations/tables.js';

/** What the figures of a text say of each other. */
export interface Relations {
  readonly sums: readonly Sum[];
  readonly shares: readonly Share[];
  readonly changes: readonly FigureChange[];
  readonly bandPartitions: readonly BandPartition[];
}

const NONE: Relations = { sums: [], shares: [], changes: [], bandPartitions: [] };

const BEHIND = /^\0*[（(，,]\0*占(?:比)?(?:为|达)?\0*$/;

/** Of each count the share right behind it: 436人，占53.2%; 436人（占53.2%）. */
const sharesBehind = (figures: readonly Figure[], prose: string): ReadonlyMap<Figure, Figure> =>
  new Map(
    figures.slice(1).flatMap((share, i) => {
      const count = figures[i]!;
      const isBehind =
        count.role === 'count' &&
        share.role === 'share' &&
        share.unit === '%' &&
        share.start - count.end < 12 &&
        BEHIND.test(prose.slice(count.end, share.start));
      return isBehind ? [[count, share] as const] : [];
    }),
  );

/** Every relation the chunk states between its own figures. */
export const relationsIn = memoize((chunk: Chunk): Relations => {
  const figures = figuresIn(chunk);
  if (figures.length < 2) return NONE;
  const sums: Sum[] = [];
  const shares: Share[] = [];
  const changes: FigureChange[] = [];
  const bandPartitions: BandPartition[] = [];
  let next = 0;
  for (const { start, end } of paragraphsOf(chunk)) {
    const own: Figure[] = [];
    while (next < figures.length && figures[next]!.start < end) {
      const f = figures[next++]!;
      if (f.start >= start && f.role !== 'cell') own.push(f);
    }
    if (own.length < 2) continue;
    const context: ParagraphContext = {
      earlier: [],
      whole: null,
      wholes: new Map(),
      isStaff: false,
      shareOf: sharesBehind(own, chunk.reading.text),
    };
    const papers: NamedFigure[] = [];
    const parts: PartsOf = new Map();
    for (const sentence of sentencesOf(
      withWideMarks(chunk.reading.text.slice(start, end)).replaceAll('\n', '；'),
      start,
      own,
    )) {
      const earlier = [...context.earlier];
      const lists = listsOf(sentence);
      const found = sumsOf(sentence, lists, context);
      sums.push(...found);
      for (const s of found) if (s.whole) for (const part of s.parts) context.wholes.set(part, s.whole);
      shares.push(...sharesOf(sentence, earlier, context.wholes, own, parts), ...ratesOf(sentence, papers));
      changes.push(...changesOf(sentence));
      bandPartitions.push(...bandPartitionsOf(lists));
    }
  }
  sums.push(...tableSums(chunk, figures));
  return { sums, shares, changes, bandPartitions };
});

/** Lines of prose; one that ends in a colon, and the entries it announces, are one paragraph. */
function paragraphsOf({ lines, reading: { text: prose } }: Chunk): { start: number; end: number }[] {
  const out: { start: number; end: number }[] = [];
  let isOpen = false;
  for (const { start, end, kind, isItem } of lines) {
    if (kind === 'table') {
      isOpen = false;
      continue;
    }
    const text = prose.slice(start, end);
    const last = out.at(-1);
    const isEntry = (isItem || /^(?:[（(]?\d{1,2}[.、）)]|[-*•·])/.test(text)) && text.length < 200;
    if (last && isOpen && isEntry) last.end = end;
    else {
      out.push({ start, end });
      isOpen = false;
    }
    isOpen = isOpen || /[：:]$/.test(text);
  }
  return out;
}
