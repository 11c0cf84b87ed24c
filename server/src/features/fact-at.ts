import { partitionPoint } from '../core/text/search.js';
import { touches, type Span } from '../core/text/span.js';

/** The fact the cursor is on: the one it stands in or before, else the one it stands right behind. */
export const factAt = <T extends Span>(facts: readonly T[], offset: number): T | undefined =>
  facts.find(({ start, end }) => start <= offset && offset < end) ?? facts.find(fact => touches(fact, offset));

/** How many of `facts`, which are in the order of the text, begin at or before `offset`. */
export const countUpTo = (facts: readonly Span[], offset: number): number =>
  partitionPoint(facts, ({ start }) => start <= offset);
