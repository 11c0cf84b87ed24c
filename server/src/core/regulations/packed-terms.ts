import type { Term, TermIndex } from './terms.js';

/*
 * The terms of one regulation, packed: of each a hash, and in which passages it stands. A passage is an article, counted once
 * where several editions have it in the same words; passages are numbered in the order in which they first appear. Nothing is
 * unpacked but the block of hashes in which a term is, when somebody asks for it, and that is kept.
 *
 *     terms    = range begin* block*       nothing where there are none; hashes are below `range`, four bytes
 *     begin    = two bytes                 where each block begins, counted from the first byte of all
 *     block    = count holders*            of so many hashes that are next to each other, in whole bytes
 *     holders  = gap many gap*             one for each of `count` hashes, ascending; then the passages, ascending
 *
 * Bits, the lowest of each byte first. `count`, one more than it is, and `many` are in Elias's gamma code; a gap is the distance
 * from the one before, at first from what stands before the block or before the first passage, less one, in Rice's code with the
 * parameter that suits the mean. Of 32 terms that do not occur one has the hash of a term that does.
 */
const SPARSE = 32;
/** Of the range, how much a block holds. */
const BLOCK = 16 * SPARSE;
/** Before the first `begin`. */
const HEAD = 4;
const NONE: readonly number[] = [];

/** The clauses of an edition, and where those of each article begin among them, and those of the last end. */
export interface EditionClauses {
  readonly fingerprints: Uint32Array;
  readonly bounds: Uint32Array;
}

/** What each article of each edition is as a passage. */
export function passagesOf(editions: readonly EditionClauses[]): number[][] {
  const known = new Map<number, number>();
  return editions.map(({ fingerprints, bounds }) => {
    const passages: number[] = [];
    for (let article = 0; article < bounds.length - 1; article++) {
      let [high, low] = [0, 0];
      for (let i = bounds[article]!; i < bounds[article + 1]!; i++) {
        const hash = fingerprints[i]!;
        high = (Math.imul(high, 0x01000193) ^ hash) >>> 0;
        low = (Math.imul(low, 0x2c1b3c6d) + hash) & 0xfffff;
      }
      const key = high * 0x100000 + low;
      const passage = known.get(key) ?? known.size;
      known.set(key, passage);
      passages.push(passage);
    }
    return passages;
  });
}

/** The terms of the editions of one regulation, found out when one of them is first asked. */
export class RegulationTerms {
  readonly #bytes: Uint8Array;
  readonly #editions: () => readonly EditionClauses[];
  #indexes: readonly TermIndex[] | null = null;

  /** `editions` as {@link passagesOf} takes them; those without a text have no article. */
  constructor(bytes: Uint8Array, editions: () => readonly EditionClauses[]) {
    this.#bytes = bytes;
    this.#editions = editions;
  }

  /** Of the edition that is so many behind the first. */
  of(edition: number): TermIndex {
    this.#indexes ??= indexesOf(this.#bytes, passagesOf(this.#editions()));
    return this.#indexes[edition]!;
  }
}

function indexesOf(bytes: Uint8Array, editions: readonly (readonly number[])[]): TermIndex[] {
  const packed = new PackedTerms(bytes, new Set(editions.flat()).size);
  return editions.map(passages => {
    const articles: number[][] = [];
    passages.forEach((passage, article) => {
      articles[passage] ??= [];
      articles[passage].push(article);
    });
    return {
      articles: passages.length,
      articlesWith: term => {
        const found: number[] = [];
        for (const passage of packed.passagesWith(term)) if (articles[passage]) found.push(...articles[passage]);
        return found;
      },
    };
  });
}

/** `passages` are the terms of each passage. */
export function encodeTerms(passages: readonly (readonly Term[])[]): Uint8Array {
  const range = new Set(passages.flat()).size * SPARSE;
  if (range === 0) return new Uint8Array();
  const blocks = Array.from({ length: Math.ceil(range / BLOCK) }, () => new Map<number, Set<number>>());
  passages.forEach((terms, passage) => {
    for (const term of terms) {
      const hash = hashOf(term, range);
      const holders = blocks[Math.floor(hash / BLOCK)]!;
      const held = holders.get(hash);
      if (held) held.add(passage);
      else holders.set(hash, new Set([passage]));
    }
  });
  const bits = new BitWriter(HEAD + 2 * blocks.length);
  bits.put(0, range, HEAD);
  for (const [i, holders] of blocks.entries()) {
    bits.put(HEAD + 2 * i, bits.align(), 2);
    bits.gamma(holders.size + 1);
    let last = i * BLOCK - 1;
    for (const [hash, held] of [...holders].sort((a, b) => a[0] - b[0])) {
      bits.rice(hash - last - 1, OF_HASHES);
      last = hash;
      bits.gamma(held.size);
      const ofPassages = parameterFor(passages.length, held.size);
      let before = -1;
      for (const passage of held) {
        bits.rice(passage - before - 1, ofPassages);
        before = passage;
      }
    }
  }
  return bits.bytes();
}

/** The inverse of {@link encodeTerms}, but for the terms themselves, of which only the hashes are left. */
export class PackedTerms {
  readonly #bytes: Uint8Array;
  readonly #range: number;
  /** What has been unpacked. */
  readonly #blocks: (ReadonlyMap<number, readonly number[]> | undefined)[] = [];

  /** `passages` is how many there are. */
  constructor(
    bytes: Uint8Array,
    readonly passages: number,
  ) {
    this.#bytes = bytes;
    this.#range = this.#number(0, HEAD);
  }

  /** Ascending; empty for a term that is not kept, but for one of 32 of those. */
  passagesWith(term: Term): readonly number[] {
    if (this.#range === 0) return NONE;
    const hash = hashOf(term, this.#range);
    const block = Math.floor(hash / BLOCK);
    this.#blocks[block] ??= this.#unpacked(block);
    return this.#blocks[block].get(hash) ?? NONE;
  }

  /** The passages of each hash of a block. */
  #unpacked(block: number): ReadonlyMap<number, readonly number[]> {
    const holders = new Map<number, readonly number[]>();
    const bits = new BitReader(this.#bytes, this.#number(HEAD + 2 * block, 2));
    let hash = block * BLOCK - 1;
    for (let left = bits.gamma() - 1; left > 0 && !bits.isAtEnd; left--) {
      hash += bits.rice(OF_HASHES) + 1;
      const many = bits.gamma();
      const ofPassages = parameterFor(this.passages, many);
      const held: number[] = [];
      let passage = -1;
      for (let i = 0; i < many && !bits.isAtEnd; i++) {
        passage += bits.rice(ofPassages) + 1;
        held.push(passage);
      }
      holders.set(hash, held);
    }
    return holders;
  }

  /** Of so many bytes, the lowest first. */
  #number(at: number, length: number): number {
    let number = 0;
    for (let i = at + length - 1; i >= at; i--) number = number * 0x100 + (this.#bytes[i] ?? 0);
    return number;
  }
}

function hashOf(term: Term, range: number): number {
  let hash = Math.imul(term ^ (term >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return ((hash ^ (hash >>> 15)) >>> 0) % range;
}

/** Of Rice's code, for so many gaps that make up a range. */
const parameterFor = (range: number, gaps: number): number => Math.max(0, Math.floor(Math.log2((0.69 * range) / gaps)));
const OF_HASHES = parameterFor(SPARSE, 1);

class BitWriter {
  readonly #bytes: number[];
  #used = 8;

  /** So many bytes are left for {@link put}. */
  constructor(before: number) {
    this.#bytes = new Array<number>(before).fill(0);
  }

  /** Writes a number over so many bytes, the lowest first. */
  put(at: number, number: number, length: number): void {
    for (let i = 0; i < length; i++) this.#bytes[at + i] = Math.floor(number / 0x100 ** i) % 0x100;
    if (number >= 0x100 ** length) throw new Error(`more terms than can be packed: ${number}`);
  }

  /** Goes on with a whole byte, and says how many stand before it. */
  align(): number {
    this.#used = 8;
    return this.#bytes.length;
  }

  bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }

  #bit(bit: number): void {
    if (this.#used === 8) {
      this.#bytes.push(0);
      this.#used = 0;
    }
    this.#bytes[this.#bytes.length - 1]! |= bit << this.#used++;
  }

  /** The lowest `length` bits of a value, the highest of them first. */
  #bits(value: number, length: number): void {
    for (let i = length - 1; i >= 0; i--) this.#bit((value >>> i) & 1);
  }

  /** `value` is 1 or more. */
  gamma(value: number): void {
    const length = 31 - Math.clz32(value);
    for (let i = 0; i < length; i++) this.#bit(0);
    this.#bits(value, length + 1);
  }

  rice(value: number, parameter: number): void {
    for (let i = value >>> parameter; i > 0; i--) this.#bit(1);
    this.#bit(0);
    this.#bits(value, parameter);
  }
}

class BitReader {
  #at: number;
  readonly #end: number;

  /** From a byte on. */
  constructor(
    readonly bytes: Uint8Array,
    from: number,
  ) {
    this.#at = from * 8;
    this.#end = bytes.length * 8;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#end;
  }

  /* Past the end, where a damaged file may lead, every bit is 1 for a gamma code and 0 for Rice's: each then ends. */

  gamma(): number {
    let length = 0;
    let at = this.#at;
    while (at < this.#end && !((this.bytes[at >>> 3]! >>> (at & 7)) & 1)) {
      at++;
      length++;
    }
    this.#at = at + 1;
    return this.#bits(length, 1);
  }

  rice(parameter: number): number {
    let high = 0;
    let at = this.#at;
    while (at < this.#end && (this.bytes[at >>> 3]! >>> (at & 7)) & 1) {
      at++;
      high++;
    }
    this.#at = at + 1;
    return this.#bits(parameter, high);
  }

  #bits(length: number, lead: number): number {
    let value = lead;
    let at = this.#at;
    for (const to = at + length; at < to; at++)
      value = (value << 1) | (at < this.#end ? (this.bytes[at >>> 3]! >>> (at & 7)) & 1 : 0);
    this.#at = at;
    return value;
  }
}
