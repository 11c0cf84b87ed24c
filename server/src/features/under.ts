import { touches, type Span } from '../core/text/span.js';

/** The fact the cursor is on: the one it stands in or before, else the one it stands right behind. */
export const under = <T extends Span>(facts: readonly T[], offset: number): T | undefined =>
  facts.find(({ start, end }) => start <= offset && offset < end) ?? facts.find(fact => touches(fact, offset));

/** How many of `facts`, which are in the order of the text, begin at or before `offset`. */
export function countUpTo(facts: readonly Span[], offset: number): number {
  let [low, high] = [0, facts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (facts[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
