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
    const moved = Array.isArray(value) ? this.#list(value, way) : this.#fact(value as Fact, way);
    this.#known.set(value, moved);
    return moved;
  }

  #list(list: readonly unknown[], way: Way): readonly unknown[] {
    let copy: unknown[] | null = null;
    for (let i = 0; i < list.length; i++) {
      const inner = list[i];
      if (typeof inner !== 'object' || inner === null) continue;
      const moved = this.#move(inner, way);
      if (moved === inner) continue;
      copy ??= [...list];
      copy[i] = moved;
    }
    return copy ?? list;
  }

  #fact(fact: Fact, way: Way): Fact {
    let copy: Fact | null = null;
    if (isSpan(fact)) {
      const { start, end } = way(fact);
      copy = { ...fact };
      copy['start'] = start;
      copy['end'] = end;
    }
    for (const key in fact) {
      const inner = fact[key];
      if (typeof inner !== 'object' || inner === null) continue;
      const moved = this.#move(inner, way);
      if (moved === inner) continue;
      copy ??= { ...fact };
      copy[key] = moved;
    }
    return copy ?? fact;
  }
}

type Fact = Record<string, unknown>;

const isSpan = (value: object): value is Fact & Span => 'start' in value && 'end' in value;
