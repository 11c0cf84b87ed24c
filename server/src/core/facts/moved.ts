import type { Reading } from '../syntax/reading.js';
import type { Span } from '../text/span.js';

/** Facts by kind. A fact is plain data; whatever in it has a `start` and an `end` is a span, at any depth. */
type FactLists = Readonly<Record<string, readonly object[]>>;

/** The same facts with every span `by` code units further on. */
export const moved = <T extends FactLists>(facts: T, by: number): T =>
  by === 0 ? facts : mapped(facts, { toSource: ({ start, end }) => ({ start: start + by, end: end + by }) });

/**
 * The same facts with every span as `way` takes it. What is one object in several places, a figure of the text and of a
 * sum, is one object again; what holds no span is not copied, nor are facts of the kind `but`.
 */
export function placed<T extends FactLists>(facts: T, way: Way, but?: keyof T): T {
  const own = mapped(facts, way, but);
  // They are made alike, and will be moved.
  shapes.set(own, shapeOf(facts));
  return own;
}

type Way = Pick<Reading, 'toSource'>;

function mapped<T extends FactLists>(facts: T, way: Way, but?: keyof T): T {
  const kinds = shapeOf(facts);
  if (kinds.length === 0) return facts;
  const known = new Map<object, object>();
  const move = (value: unknown, shape: Shape): unknown => {
    if (!isObject(value)) return value;
    if (Array.isArray(value)) {
      const isFlat = shape.holding.length === 0 && !shape.isShared;
      return value.map(
        isFlat ? item => ({ ...(item as Span), ...way.toSource(item as Span) }) : item => move(item, shape),
      );
    }
    const before = shape.isShared ? known.get(value) : undefined;
    if (before) return before;
    const copy = (isSpan(value) ? { ...value, ...way.toSource(value) } : { ...value }) as Record<string, unknown>;
    for (const { key, shape: inner } of shape.holding) copy[key] = move(copy[key], inner);
    if (shape.isShared) known.set(value, copy);
    return copy;
  };
  const lists: Record<string, unknown> = { ...facts };
  for (const { key, shape } of kinds) if (key !== but) lists[key] = move(facts[key], shape);
  return lists as T;
}

/** Where the spans are in objects of one kind. */
interface Shape {
  /** The properties that hold spans, one or many, alone or deeper. */
  readonly holding: readonly Property[];
  /** Whether one of the objects stands in several places. */
  isShared: boolean;
}

interface Property {
  readonly key: string;
  readonly shape: Shape;
}

const shapes = new WeakMap<FactLists, readonly Property[]>();

/** How the facts of a chunk are made. Asked once for it, for they are moved again with every edit before them. */
function shapeOf(facts: FactLists): readonly Property[] {
  const known = shapes.get(facts);
  if (known) return known;
  const shape = shapeOfLists(facts);
  shapes.set(facts, shape);
  return shape;
}

function shapeOfLists(facts: FactLists): readonly Property[] {
  const seen = new Map<object, Shape>();
  const shapeOfAll = (values: readonly object[]): Shape | null => {
    const held = new Map<string, object[]>();
    let hasSpans = false;
    for (const value of values) {
      hasSpans ||= isSpan(value);
      collect(value, held);
    }
    const holding = propertiesOf(held);
    if (!hasSpans && holding.length === 0) return null;
    const shape: Shape = { holding, isShared: false };
    for (const value of values) {
      const other = seen.get(value);
      if (other) other.isShared = shape.isShared = true;
      else seen.set(value, shape);
    }
    return shape;
  };
  const propertiesOf = (held: ReadonlyMap<string, readonly object[]>): Property[] =>
    [...held].flatMap(([key, values]) => {
      const shape = shapeOfAll(values);
      return shape ? [{ key, shape }] : [];
    });
  const kinds = new Map<string, object[]>();
  collect(facts, kinds);
  return propertiesOf(kinds);
}

/** Adds to `held` the objects that the properties of `value` hold, by the name of the property. */
function collect(value: object, held: Map<string, object[]>): void {
  for (const key in value) {
    const inner: unknown = (value as Record<string, unknown>)[key];
    if (!isObject(inner)) continue;
    const list = held.get(key) ?? [];
    held.set(key, list);
    for (const one of Array.isArray(inner) ? inner : [inner]) if (isObject(one)) list.push(one);
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isSpan = (value: object): value is Span => 'start' in value && 'end' in value;
