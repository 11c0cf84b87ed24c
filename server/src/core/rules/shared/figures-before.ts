import type { Figure } from '../../facts/figures.js';
import type { Model } from '../../model.js';
import type { Passage, PlacedPassage } from '../../passage.js';
import type { Stretch } from '../../stretch.js';
import { memoize } from '../../memoize.js';
import { partitionPoint } from '../../text/search.js';
import { shifted } from '../../text/span.js';

/** The figures before an offset of a passage, in its offsets: at most `most` are looked at, and those given that `isWanted` holds for. */
export type Before = (offset: number, most: number, isWanted: (figure: Figure) => boolean) => Figure[];

/** The text of the passage in which a figure of those stands, and where that begins. */
export type OwnText = (figure: Figure) => { readonly text: string; readonly offset: number };

/**
 * What `make` makes of each passage that asks something, by `asking`, and of the figures before it. It is made once, as long as
 * the passages it has looked at are the same.
 */
export function withFiguresBefore<Q extends object, T>(
  asking: (passage: Passage) => readonly Q[],
  make: (passage: Passage, asked: readonly Q[], before: Before, ownText: OwnText) => readonly T[],
): (model: Pick<Model, 'passages' | 'stretches'>) => { readonly offset: number; readonly made: T }[] {
  const askedBy = memoize(asking);
  const asked = memoize(({ passages }: Stretch) =>
    passages.flatMap(({ passage }, i) => (askedBy(passage).length > 0 ? [i] : [])),
  );
  const latest = memoize((_: Passage): Latest<T> => ({ looked: [], isFromStart: false, made: [] }));
  return ({ passages, stretches }) => {
    const found: { readonly offset: number; readonly made: T }[] = [];
    for (const i of stretches.flatMap(({ index, stretch }) => asked(stretch).map(own => index + own))) {
      const { offset, passage } = passages[i]!;
      const last = latest(passage);
      const { looked } = last;
      const isSame =
        looked.length > 0 &&
        (!last.isFromStart || looked.length === i + 1) &&
        looked.every((other, back) => other === passages[i - back]?.passage);
      if (!isSame) {
        let [back, isFromStart] = [1, false];
        const before: Before = (at, most, isWanted) => {
          const { figures, reach, isAll } = figuresBefore(passages, i, at, most, isWanted);
          back = Math.max(back, reach);
          isFromStart ||= isAll;
          return figures;
        };
        const ownText: OwnText = ({ start }) => {
          const own = passages[partitionPoint(passages, other => other.offset - offset <= start) - 1]!;
          return { text: own.passage.text, offset: own.offset - offset };
        };
        last.made = make(passage, askedBy(passage), before, ownText);
        last.looked = Array.from({ length: back }, (_, k) => passages[i - k]!.passage);
        last.isFromStart = isFromStart;
      }
      for (const made of last.made) found.push({ offset, made });
    }
    return found;
  };
}

/** What was made last, and of what: of all passages up to here, or of the nearest, the last of them first. */
interface Latest<T> {
  looked: readonly Passage[];
  isFromStart: boolean;
  made: readonly T[];
}

/** The figures, in how many passages they were looked for, and whether there are no others before them. */
function figuresBefore(
  passages: readonly PlacedPassage[],
  i: number,
  offset: number,
  most: number,
  isWanted: (figure: Figure) => boolean,
): { readonly figures: Figure[]; readonly reach: number; readonly isAll: boolean } {
  const found: Figure[] = [];
  let [count, at] = [0, i];
  for (; at >= 0 && count < most; at--) {
    const by = passages[at]!.offset - passages[i]!.offset;
    const { figures } = passages[at]!.passage;
    for (let k = figures.length - 1; k >= 0 && count < most; k--) {
      const figure = figures[k]!;
      if (figure.start + by >= offset) continue;
      count++;
      if (isWanted(figure)) found.push(shifted(figure, by));
    }
  }
  return { figures: found.reverse(), reach: i - at, isAll: count < most };
}
