/**
 * A half-open range `[start, end)` of UTF-16 code units in a text whose byte order mark is already stripped.
 * The only way this project says *where*; lines and columns are derived from it by {@link Lines} for display.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Whether `inner` lies within `outer`; equal ends count. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** Whether a cursor at `offset` touches the span; a cursor at either edge does. */
export const touches = (span: Span, offset: number): boolean => span.start <= offset && offset <= span.end;

/** A copy of `fact` with `start` and `end` moved by `by` code units. Nested spans are the caller's to move. */
export const shifted = <T extends Span>(fact: T, by: number): T =>
  by === 0 ? fact : { ...fact, start: fact.start + by, end: fact.end + by };
