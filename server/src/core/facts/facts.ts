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

/** Facts of every kind: what one chunk says by itself, or all chunks of a text together. */
export type Facts = { readonly [K in Kind]: readonly ReturnType<(typeof RECOGNISERS)[K]>[number][] };

/**
 * What a chunk says by itself: spans count from its start, in the source. The one place where facts leave the reading, each kind
 * when somebody asks for it.
 */
class ChunkFacts {
  readonly #chunk: Chunk;
  readonly #read: { [K in Kind]?: Facts[K] } = {};
  readonly #kinds: { [K in Kind]?: Facts[K] } = {};
  #mover: Mover | null = null;

  constructor(chunk: Chunk) {
    this.#chunk = chunk;
  }

  countOf(kind: Kind): number {
    return this.#inReading(kind).length;
  }

  of<K extends Kind>(kind: K): Facts[K] {
    let known: Facts[K] | undefined = this.#kinds[kind];
    if (!known) {
      const { reading } = this.#chunk;
      known = this.#inReading(kind);
      if (known.length > 0 && !reading.isSame && kind !== 'suppressions') {
        this.#mover ??= new Mover();
        known = this.#mover.moved(known, span => reading.toSource(span));
      }
      (this.#kinds as Record<Kind, Facts[Kind]>)[kind] = known;
    }
    return known;
  }

  #inReading<K extends Kind>(kind: K): Facts[K] {
    let known: Facts[K] | undefined = this.#read[kind];
    if (!known) {
      known = RECOGNISERS[kind](this.#chunk) as Facts[K];
      (this.#read as Record<Kind, Facts[Kind]>)[kind] = known;
    }
    return known;
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
