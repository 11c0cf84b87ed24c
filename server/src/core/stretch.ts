import { Keeper, memoize } from './memoize.js';
import type { Passage, PassageKind, PlacedPassage } from './passage.js';
import type { Chunk } from './syntax/document.js';
import type { Span } from './text/span.js';

/**
 * Neighbouring passages of a text, one object for as long as they are the same: what is asked of every passage at every edit is
 * asked of a stretch, which remembers it. Where one ends its last passage tells, so that an edit changes one or two of them.
 */
export class Stretch extends Keeper {
  readonly #has: { [K in PassageKind]?: boolean } = {};
  /** How many chunks they are made of. */
  readonly chunks: number;

  /** Their offsets count from the first. */
  constructor(readonly passages: readonly PlacedPassage[]) {
    super();
    this.chunks = passages.reduce((count, { passage }) => count + passage.document.chunks.length, 0);
  }

  /** Whether any of them has anything of a kind. */
  has(kind: PassageKind): boolean {
    this.#has[kind] ??= this.passages.some(({ passage }) => passage.has(kind));
    return this.#has[kind];
  }
}

/** A stretch in its text. */
export interface PlacedStretch {
  readonly offset: number;
  /** How many passages stand before it. */
  readonly index: number;
  readonly stretch: Stretch;
}

/** So many passages on the average make a stretch, and so many at most. */
const [MANY, MOST] = [16, 64];
const endsStretch = memoize(({ text }: Passage) => text.length % MANY === 0);

/** All passages of a text in stretches; those of the text `before` where they are the same. */
export function stretchesOf(
  passages: readonly PlacedPassage[],
  before: readonly PlacedStretch[] = [],
): PlacedStretch[] {
  const known = new Map(before.map(({ stretch }) => [stretch.passages[0]!.passage, stretch]));
  const found: PlacedStretch[] = [];
  for (let from = 0; from < passages.length; ) {
    const { offset, passage } = passages[from]!;
    const last = known.get(passage);
    const stretch = last && isAt(last, passages, from) ? last : new Stretch(stretchAt(passages, from));
    found.push({ offset, index: from, stretch });
    from += stretch.passages.length;
  }
  return found;
}

/** The passages of the stretch that begins with one of them. */
function stretchAt(passages: readonly PlacedPassage[], from: number): PlacedPassage[] {
  let to = from + 1;
  while (to < passages.length && to - from < MOST && !endsStretch(passages[to - 1]!.passage)) to++;
  const first = passages[from]!.offset;
  return passages.slice(from, to).map(({ offset, passage }) => ({ offset: offset - first, passage }));
}

/** What of the text stands in a span of it. */
export const stretchesIn = (stretches: readonly PlacedStretch[], { start, end }: Span): PlacedStretch[] =>
  stretchesOf(
    stretches.flatMap(({ offset: from, stretch }) =>
      stretch.passages
        .map(({ offset, passage }) => ({ offset: from + offset, passage }))
        .filter(({ offset, passage }) => offset + passage.text.length > start && offset < end),
    ),
  );

/** Whether a stretch is the one that begins with a passage: what it ends with ends it, there too. */
function isAt({ passages: own }: Stretch, passages: readonly PlacedPassage[], from: number): boolean {
  const to = from + own.length;
  if (to > passages.length) return false;
  for (let i = 0; i < own.length; i++) if (own[i]!.passage !== passages[from + i]!.passage) return false;
  return to === passages.length || own.length === MOST || endsStretch(own.at(-1)!.passage);
}

/**
 * What the passages of a text have, in their order and in its offsets: `of` tells what one has, in its own, and `placed` moves
 * that. A passage is asked once, a stretch puts together what its passages have, and one that stands where it stood is not
 * placed again.
 */
export function inPassages<T>(
  of: (passage: Passage) => readonly T[],
  placed: (one: T, by: number) => T,
): (model: { readonly stretches: readonly PlacedStretch[] }) => T[] {
  const inPassage = memoize(of);
  return joined((passage, by, all) => {
    for (const one of inPassage(passage)) all.push(placed(one, by));
  }, placed);
}

/** What the chunks of a text have, in the same way; `of` keeps with each what it has. */
export function inChunks<T>(
  of: (chunk: Chunk) => readonly T[],
  placed: (one: T, by: number) => T,
): (model: { readonly stretches: readonly PlacedStretch[] }) => T[] {
  return joined(({ document }, by, all) => {
    for (const { offset, chunk } of document.chunks) for (const one of of(chunk)) all.push(placed(one, by + offset));
  }, placed);
}

function joined<T>(
  add: (passage: Passage, by: number, all: T[]) => void,
  placed: (one: T, by: number) => T,
): (model: { readonly stretches: readonly PlacedStretch[] }) => T[] {
  const inStretch = memoize((stretch: Stretch): { at: number; all: readonly T[] } => {
    const all: T[] = [];
    for (const { offset, passage } of stretch.passages) add(passage, offset, all);
    return { at: 0, all };
  });
  return ({ stretches }) => {
    const found: T[] = [];
    for (const { offset, stretch } of stretches) {
      const last = inStretch(stretch);
      if (last.at !== offset) {
        const by = offset - last.at;
        last.all = last.all.map(one => placed(one, by));
        last.at = offset;
      }
      for (const one of last.all) found.push(one);
    }
    return found;
  };
}

/** Of what the passages of a text have, that whose key something else has too, and no more than `most`: no other is placed. As {@link inPassages}. */
export function sharedInPassages<T>(
  of: (passage: Passage) => readonly T[],
  keyOf: (one: T) => string,
  placed: (one: T, by: number) => T,
  most = Infinity,
): (model: { readonly stretches: readonly PlacedStretch[] }) => T[] {
  const inPassage = memoize((passage: Passage) => of(passage).map(one => ({ one, key: keyOf(one) })));
  const keysIn = memoize(({ passages }: Stretch) =>
    passages.flatMap(({ passage }) => inPassage(passage).map(({ key }) => key)),
  );
  const latest = memoize((_: Passage) => new Counts(most));
  return ({ stretches }) => {
    const [first] = stretches;
    if (!first) return [];
    const counts = latest(first.stretch.passages[0]!.passage);
    counts.take(stretches, keysIn);
    if (counts.shared.size === 0) return [];
    return stretches.flatMap(({ offset: from, stretch }) =>
      keysIn(stretch).some(key => counts.shared.has(key))
        ? stretch.passages.flatMap(({ offset, passage }) =>
            inPassage(passage)
              .filter(({ key }) => counts.shared.has(key))
              .map(({ one }) => placed(one, from + offset)),
          )
        : [],
    );
  };
}

/** How often the stretches of a text have each key: of those that it had before they are known. */
class Counts {
  readonly #counts = new Map<string, number>();
  #stretches: ReadonlySet<Stretch> = new Set();
  /** The keys that are there more than once, and not too often. */
  readonly shared = new Set<string>();

  constructor(private readonly most: number) {}

  take(all: readonly PlacedStretch[], keysIn: (stretch: Stretch) => readonly string[]): void {
    const now = new Set(all.map(({ stretch }) => stretch));
    for (const stretch of this.#stretches)
      if (!now.has(stretch)) for (const key of keysIn(stretch)) this.#count(key, -1);
    for (const stretch of now)
      if (!this.#stretches.has(stretch)) for (const key of keysIn(stretch)) this.#count(key, 1);
    this.#stretches = now;
  }

  #count(key: string, by: 1 | -1): void {
    const count = (this.#counts.get(key) ?? 0) + by;
    if (count > 0) this.#counts.set(key, count);
    else this.#counts.delete(key);
    if (count > 1 && count <= this.most) this.shared.add(key);
    else this.shared.delete(key);
  }
}
