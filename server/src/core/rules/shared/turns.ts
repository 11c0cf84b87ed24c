import { firstSentence } from '../../facts/points.js';
import { sectionAt, type Section } from '../../facts/sections.js';
import { memoize } from '../../memoize.js';
import type { Model } from '../../model.js';
import { inPassages } from '../../stretch.js';
import type { Chunk } from '../../syntax/document.js';
import { shifted, type Span } from '../../text/span.js';
import type { ParagraphItem } from './paragraph-lists.js';
import { matchesOf } from '../../text/search.js';

/*
 * Problems told part by part, behind what goes well: 一、阵地方面 … 但从实地看，场馆闲置现象突出。. What turns from the one to the other
 * begins a problem, and so does what goes on from there, 同时，….
 */

const TURN =
  /(?<=[。；])(?:但是?|然而|不过|可是?|只是|美中不足的是|遗憾的是|令人[担堪]?忧的是|不足之处是|问题在于|短板在于)，?(?:(?:从|在)[^，。]{2,10}[看来说中上]，|总的看，|也要看到，|我们也看到，|也应看到，)?|(?<=^|[。；])最(?:大|突出|主要|头[疼痛]|集中|要紧|揪心|普遍)的?[^，。：]{0,8}是(?!否)/g;
const FURTHER = /(?<=[。；])(?:同时|与此同时|此外|另外|再者|加之|还有|二是)，/g;
/** Parts of a text with fewer of them may be chance. */
const LEAST = 3;

const placed = (one: ParagraphItem, by: number): ParagraphItem => ({
  ...one,
  ...shifted(one, by),
  head: shifted(one.head, by),
});

const turnsOf = memoize(({ reading, lines }: Chunk): readonly ParagraphItem[] =>
  lines.flatMap((line): ParagraphItem[] => {
    if (line.kind !== 'text') return [];
    const words = reading.text.slice(line.start, line.end);
    const turn = turnIn(words);
    if (!turn) return [];
    const further = matchesOf(words, FURTHER)
      .map(({ index, 0: cue }): Span => ({ start: index, end: index + cue.length }))
      .filter(({ start }) => start > turn.start);
    const found = [turn, ...further];
    return found.map(({ start: index, end: from }, i) => {
      const title = firstSentence(words.slice(from));
      const spanOf = (start: number, end: number): Span =>
        reading.toSource({ start: line.start + start, end: line.start + end });
      const end = found[i + 1]?.start ?? words.length;
      return { ...spanOf(index, end), head: spanOf(from, from + title.length), title };
    });
  }),
);
const allTurns = inPassages(
  ({ document }) => document.chunks.flatMap(({ offset, chunk }) => turnsOf(chunk).map(one => placed(one, offset))),
  placed,
);

/** Where words turn, behind what goes well, to what does not. */
export function turnIn(words: string): Span | null {
  const [turn] = words.matchAll(TURN);
  return turn ? { start: turn.index, end: turn.index + turn[0].length } : null;
}

/** The problems that parts of a text turn to which `isFree` lets have some; none where they are few. */
export function turnsIn(model: Model, isFree: (section: Section) => boolean): ParagraphItem[] {
  const parts = new Set<Section>();
  const found = allTurns(model).filter(({ start }) => {
    const section = sectionAt(model.sections, start);
    if (!section || section.level < 2 || !isFree(section)) return false;
    parts.add(section);
    return true;
  });
  return parts.size >= LEAST ? found : [];
}
