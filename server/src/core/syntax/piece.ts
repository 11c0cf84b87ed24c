import type { Lexicon } from '../lexicon/lexicon.js';
import { Keeper, memoize } from '../memoize.js';
import type { Chunk, Document } from './document.js';

/**
 * Words of a text that are asked about at every edit, a title or what an item says: as long as the text has them they are one
 * object, wherever they stand, and what is worked out of them is worked out once.
 */
export class Piece extends Keeper {
  constructor(
    readonly text: string,
    /** Of its text. */
    readonly lexicon: Lexicon,
  ) {
    super();
  }
}

/** The pieces that a version of a text was asked for. */
type Pieces = Map<string, Piece>;

/** Those of the latest version of the text that begins with a chunk. */
const latest = memoize((_: Chunk): { pieces: Pieces } => ({ pieces: new Map() }));

/** Those of a text, and those of the version before, of which it takes what it still has. */
const piecesOf = memoize(({ chunks }: Document): { own: Pieces; before: Pieces } => {
  const own: Pieces = new Map();
  const [first] = chunks;
  if (!first) return { own, before: own };
  const last = latest(first.chunk);
  const before = last.pieces;
  last.pieces = own;
  return { own, before };
});

/** The piece of a document that has these words. */
export function pieceOf(document: Document, words: string): Piece {
  const { own, before } = piecesOf(document);
  let piece = own.get(words);
  if (!piece) {
    piece = before.get(words) ?? new Piece(words, document.lexicon);
    own.set(words, piece);
  }
  return piece;
}
