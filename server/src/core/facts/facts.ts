import { memoize } from '../memoize.js';
import type { Chunk, PlacedChunk } from '../syntax/document.js';
import { abbreviationsIn } from './abbreviations.js';
import { citationsIn } from './citations.js';
import { claimsIn } from './claims.js';
import { datesIn } from './dates.js';
import { figuresIn } from './figures.js';
import { headingsIn } from './headings.js';
import { Mover } from './moved.js';
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

/** What a chunk says by itself, in its reading. */
const factsOf = memoize(
  (chunk: Chunk) => Object.fromEntries(KINDS.map(kind => [kind, RECOGNISERS[kind](chunk)])) as unknown as Facts,
);

/**
 * What a chunk says, in a document: spans count from its start. The one place where facts leave the reading, each kind when
 * somebody asks for it.
 */
export class PlacedFacts {
  readonly #facts: Facts;
  readonly #kinds: Partial<Facts> = {};
  #mover: Mover | null = null;

  constructor(readonly placed: PlacedChunk) {
    this.#facts = factsOf(placed.chunk);
  }

  countOf(kind: Kind): number {
    return this.#facts[kind].length;
  }

  of<K extends Kind>(kind: K): Facts[K] {
    const known = this.#kinds[kind];
    if (known) return known as Facts[K];
    const placed = this.#placed(kind);
    this.#kinds[kind] = placed;
    return placed;
  }

  #placed<K extends Kind>(kind: K): Facts[K] {
    const { offset, chunk } = this.placed;
    const { reading } = chunk;
    const facts = this.#facts[kind];
    const isSame = reading.isSame || kind === 'suppressions';
    if (facts.length === 0 || (isSame && offset === 0)) return facts;
    this.#mover ??= new Mover();
    return this.#mover.moved(facts, span => {
      const { start, end } = isSame ? span : reading.toSource(span);
      return { start: start + offset, end: end + offset };
    });
  }
}

/** How many facts of a kind the chunks say, without placing them. */
export const countOf = (chunks: readonly PlacedFacts[], kind: Kind): number =>
  chunks.reduce((sum, chunk) => sum + chunk.countOf(kind), 0);

/** The facts of one kind of all chunks of a text, in the order of the text. */
export function joinedFacts<K extends Kind>(chunks: readonly PlacedFacts[], kind: K): Facts[K] {
  const all: object[] = [];
  for (const chunk of chunks) for (const fact of chunk.of(kind)) all.push(fact);
  return all as unknown as Facts[K];
}
