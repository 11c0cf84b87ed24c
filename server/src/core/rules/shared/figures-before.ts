import type { Figure } from '../../facts/figures.js';
import type { PlacedPassage } from '../../passage.js';
import { shifted } from '../../text/span.js';

/** At most `most` figures of a text that stand before an offset of it, in the order of the text. */
export function figuresBefore(passages: readonly PlacedPassage[], i: number, offset: number, most: number): Figure[] {
  const found: Figure[] = [];
  for (let at = i; at >= 0 && found.length < most; at--) {
    const { offset: by, passage } = passages[at]!;
    if (!passage.has('figures')) continue;
    const own = passage.figures.filter(f => f.start + by < offset).slice(found.length - most);
    found.unshift(...own.map(f => shifted(f, by)));
  }
  return found;
}
