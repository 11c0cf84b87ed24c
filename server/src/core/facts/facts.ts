import { memoize } from '../memoize.js';
import type { Chunk, PlacedChunk } from '../syntax/document.js';
import { abbreviationsIn } from './abbreviations.js';
import { citationsIn } from './citations.js';
import { claimsIn } from './claims.js';
import { datesIn } from './dates.js';
import { figuresIn } from './figures.js';
import { headingsIn } from './headings.js';
import { shifted } from '../text/span.js';
import { Mover } from './moved.js';
import { mismatchesIn } from './mismatches.js';
import { placeholdersIn } from './placeholders.js';
import { pointMarksIn } from './points.js';
import { relationsIn } from './relations.js';
import { suppressionsIn } from './suppressions.js';

const citationsOf = memoize(citationsIn);

/**
 * Every kind of fact, and what recognises it: a pure function of one chunk that gives facts in the order of the text, as
 * plain data whose spans count in the chunk's reading. A kind named here is placed in the document, joined over the
 * chunks and part of the model; there is no other place to name it. Only suppressions count in the chunk's source: they
 * stand in comments, which nobody reads.
 */
export const RECOGNISERS = {
  headings: headingsIn,
  marks: pointMarksIn,
  placeholders: placeholdersIn,
  figures: figuresIn,
  sums: chunk => relationsIn(chunk).sums,
  shares: chunk => relationsIn(chunk).shares,
  openShares: chunk => relationsIn(chunk).openShares,
  changes: chunk => relationsIn(chunk).changes,
  differences: chunk => relationsIn(chunk).differences,
  products: chunk => relationsIn(chunk).products,
  bandPartitions: chunk => relationsIn(chunk).bandPartitions,
  mismatches: mismatchesIn,
  uncompared: chunk => relationsIn(chunk).uncompared,
  dates: datesIn,
  abbreviations: abbreviationsIn,
  citations: citationsOf,
  claims: chunk => claimsIn(chunk.reading.text, citationsOf(chunk)),
  suppressions: suppressionsIn,
} satisfies Readonly<Record<string, (chunk: Chunk) => readonly object[]>>;

export type Kind = keyof typeof RECOGNISERS;
export const KINDS = Object.keys(RECOGNISERS) as readonly Kind[];
/** The place of each kind among all: what is known of a chunk stands in lists by it, which are of one shape whatever is asked first. */
const PLACES: ReadonlyMap<Kind, number> = new Map(KINDS.map((kind, place) => [kind, place]));
const RECOGNISER_AT: readonly ((chunk: Chunk) => readonly object[])[] = Object.values(RECOGNISERS);

/** Facts of every kind: what one chunk says by itself, or all chunks of a text together. */
export type Facts = { readonly [K in Kind]: readonly ReturnType<(typeof RECOGNISERS)[K]>[number][] };

/**
 * What a chunk says by itself: spans count from its start, in the source. The one place where facts leave the reading, each kind
 * when somebody asks for it.
 */
class ChunkFacts {
  readonly #chunk: Chunk;
  /** By the place of their kind, as they are read and as they are in the source. */
  readonly #read = Array<readonly object[] | null>(KINDS.length).fill(null);
  readonly #placed = Array<readonly object[] | null>(KINDS.length).fill(null);
  #mover: Mover | null = null;

  constructor(chunk: Chunk) {
    this.#chunk = chunk;
  }

  countOf(kind: Kind): number {
    return this.#inReading(PLACES.get(kind)!).length;
  }

  of<K extends Kind>(kind: K): Facts[K] {
    const place = PLACES.get(kind)!;
    let known = this.#placed[place]!;
    if (known === null) {
      const { reading } = this.#chunk;
      known = this.#inReading(place);
      if (known.length > 0 && !reading.isSame && kind !== 'suppressions') {
        this.#mover ??= new Mover();
        known = this.#mover.moved(known, span => reading.toSource(span));
      }
      this.#placed[place] = known;
    }
    return known as Facts[K];
  }

  #inReading(place: number): readonly object[] {
    this.#read[place] ??= RECOGNISER_AT[place]!(this.#chunk);
    return this.#read[place];
  }
}

/** Asked once for each chunk. */
export const factsOf = memoize((chunk: Chunk) => new ChunkFacts(chunk));

/** How many facts of a kind the chunks say, without placing them. */
export function countOf(chunks: readonly PlacedChunk[], kind: Kind): number {
  let count = 0;
  for (const { chunk } of chunks) count += factsOf(chunk).countOf(kind);
  return count;
}

/** The facts of one kind of all chunks of a text, in the order of the text. What `mover` moves of several kinds is one object in all. */
export function joinedFacts<K extends Kind>(chunks: readonly PlacedChunk[], kind: K, mover = new Mover()): Facts[K] {
  const [only] = chunks;
  if (chunks.length === 1 && only!.offset === 0) return factsOf(only!.chunk).of(kind);
  const all: object[] = [];
  for (const { offset, chunk } of chunks) {
    const facts = factsOf(chunk);
    if (facts.countOf(kind) === 0) continue;
    const own = facts.of(kind);
    all.push(...(offset === 0 ? own : mover.moved(own, span => shifted(span, offset))));
  }
  return all as unknown as Facts[K];
}
