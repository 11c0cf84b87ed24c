import type { Span } from '../text/span.js';

/** Where a span goes. */
export type Way = (span: Span) => Span;

/**
 * Moves facts: plain data, in which whatever has a `start` and an `end` is a span, at any depth. What is one object in several
 * places, a figure of the text and of a sum, is one object again; what holds no span is not copied.
 */
export class Mover {
  /** What has been moved, by what it was. */
  readonly #known = new Map<object, object>();

  /** The facts with every span as `way` takes it. */
  moved<T extends object>(facts: T, way: Way): T {
    return this.#move(facts, way) as T;
  }

  #move(value: object, way: Way): object {
    const known = this.#known.get(value);
    if (known) return known;
    let copy: Record<string, unknown> | null = isSpan(value) ? { ...value, ...way(value) } : null;
    for (const key in value) {
      const inner: unknown = (value as Record<string, unknown>)[key];
      if (typeof inner !== 'object' || inner === null) continue;
      const moved = this.#move(inner, way);
      if (moved === inner) continue;
      copy ??= (Array.isArray(value) ? [...value] : { ...value }) as unknown as Record<string, unknown>;
      copy[key] = moved;
    }
    this.#known.set(value, copy ?? value);
    return copy ?? value;
  }
}

const isSpan = (value: object): value is Span => 'start' in value && 'end' in value;
