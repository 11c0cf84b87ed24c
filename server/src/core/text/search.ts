import type { Span } from './span.js';

/** How many of `sorted` `isFirst` holds for: those stand before all the others. Found by halving. */
export function partitionPoint<T>(sorted: readonly T[], isFirst: (one: T) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isFirst(sorted[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Those of `sorted`, in the order of their starts, that start within a span. */
export const startingIn = <T extends Span>(sorted: readonly T[], { start, end }: Span): readonly T[] =>
  sorted.slice(
    partitionPoint(sorted, one => one.start < start),
    partitionPoint(sorted, one => one.start < end),
  );

/**
 * Every match in a text of a pattern with the flag g. `matchAll` makes the pattern anew for each text, which costs more than to look
 * for it in most.
 */
export function matchesOf(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex++;
  }
  return found;
}
