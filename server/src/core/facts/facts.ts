import { memoize } from '../memoize.js';
import type { Chunk, PlacedChunk } from '../syntax/document.js';
import { abbreviationsIn } from './abbreviations.js';
import { citationsIn } from './citations.js';
import { claimsIn } from './claims.js';
import { datesIn } from './dates.js';
import { figuresIn } from './figures.js';
import { headingsIn } from './headings.js';
import { moved, placed } from './moved.js';
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

type Kind = keyof typeof RECOGNISERS;

/** Facts of every kind: what one chunk says by itself, or all chunks of a text together. */
export type Facts = { readonly [K in Kind]: readonly ReturnType<(typeof RECOGNISERS)[K]>[number][] };

/** The facts for which `of` gives those of one kind. */
const byKind = (of: (kind: Kind) => readonly object[]): Facts =>
  Object.fromEntries(Object.keys(RECOGNISERS).map(kind => [kind, of(kind as Kind)])) as unknown as Facts;

/** What a chunk says by itself, in its source; spans count from the chunk's start. The one place where facts leave the reading. */
export const factsOf = memoize((chunk: Chunk): Facts => {
  const read = byKind(kind => RECOGNISERS[kind](chunk));
  return chunk.reading.isSame ? read : placed(read, chunk.reading, 'suppressions');
});

/** The same in a document: spans count from its start. */
export const placedFacts = ({ offset, chunk }: PlacedChunk): Facts => moved(factsOf(chunk), offset);

/** The facts of all chunks of a text together, each kind in the order of the text. */
export const joinedFacts = (chunks: readonly Facts[]): Facts =>
  byKind(kind => {
    const all: object[] = [];
    for (const own of chunks) for (const fact of own[kind]) all.push(fact);
    return all;
  });
