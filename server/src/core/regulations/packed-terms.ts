import type { Term, TermIndex } from './terms.js';

/*
 * The terms of one regulation, packed: of each a hash, and in which passages it stands. A passage is an article, counted once
 * where several editions have it in the same words; passages are numbered in the order in which they first appear.
 *
 *     terms    = range count holders*    nothing where there are none; `range`: hashes are below it
 *     holders  = gap many gap*           one for each of `count` hashes, ascending; then the passages, ascending
 *
 * Bits, the lowest of each byte first. `range`, `count` and `many` are in Elias's gamma code; a gap is the distance from the one
 * before, from -1 at first, less one, in Rice's code with the parameter that suits the mean. Of 32 terms that do not occur
 * one has the hash of a term that does.
 */
const SPARSE = 32;

/** What each article of each edition is as a passage. `editions` are the fingerprints of the clauses of each article. */
export function passagesOf(editions: readonly (readonly Uint32Array[])[]): number[][] {
  const known = new Map<number, number>();
  return editions.map(articles =>
    articles.map(fingerprints => {
      let [high, low] = [0, 0];
      for (const hash of fingerprints) {
        high = (Math.imul(high, 0x01000193) ^ hash) >>> 0;
        low = (Math.imul(low, 0x2c1b3c6d) + hash) & 0xfffff;
      }
      const key = high * 0x100000 + low;
      const passage = known.get(key) ?? known.size;
      known.set(key, passage);
      return passage;
    }),
  );
}

/** The terms of the editions of one regulation, unpacked when one of them is first asked. */
export class RegulationTerms {
  readonly #bytes: Uint8Array;
  readonly #editions: () => readonly (readonly Uint32Array[])[];
  #indexes: readonly TermIndex[] | null = null;

  /** `editions` as {@link passagesOf} takes them; those without a text have no article. */
  constructor(bytes: Uint8Array, editions: () => readonly (readonly Uint32Array[])[]) {
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
    const articles = new Map<number, number[]>();
    passages.forEach((passage, article) => {
      const same = articles.get(passage);
      if (same) same.push(article);
      else articles.set(passage, [article]);
    });
    return {
      articles: passages.length,
      articlesWith: term => packed.passagesWith(term).flatMap(passage => articles.get(passage) ?? []),
    };
  });
}

/** `passages` are the terms of each passage. */
export function encodeTerms(passages: readonly (readonly Term[])[]): Uint8Array {
  const range = new Set(passages.flat()).size * SPARSE;
  if (range === 0) return new Uint8Array();
  const holders = new Map<number, Set<number>>();
  passages.forEach((terms, passage) => {
    for (const term of terms) {
      const hash = hashOf(term, range);
      const held = holders.get(hash);
      if (held) held.add(passage);
      else holders.set(hash, new Set([passage]));
    }
  });
  const bits = new BitWriter();
  bits.gamma(range);
  bits.gamma(holders.size);
  const parameter = parameterFor(range, holders.size);
  let last = -1;
  for (const [hash, held] of [...holders].sort((a, b) => a[0] - b[0])) {
    bits.rice(hash - last - 1, parameter);
    last = hash;
    bits.gamma(held.size);
    const ofPassages = parameterFor(passages.length, held.size);
    let before = -1;
    for (const passage of held) {
      bits.rice(passage - before - 1, ofPassages);
      before = passage;
    }
  }
  return bits.bytes();
}

/** The inverse of {@link encodeTerms}, but for the terms themselves, of which only the hashes are left. */
export class PackedTerms {
  readonly #range: number;
  /** By hash. */
  readonly #passages = new Map<number, readonly number[]>();

  /** `passages` is how many there are. */
  constructor(bytes: Uint8Array, passages: number) {
    const bits = new BitReader(bytes);
    this.#range = bytes.length === 0 ? 0 : bits.gamma();
    const count = bytes.length === 0 ? 0 : bits.gamma();
    const parameter = parameterFor(this.#range, count);
    let hash = -1;
    for (let i = 0; i < count && !bits.isAtEnd; i++) {
      hash += bits.rice(parameter) + 1;
      const many = bits.gamma();
      const ofPassages = parameterFor(passages, many);
      const held: number[] = [];
      let passage = -1;
      for (let j = 0; j < many && !bits.isAtEnd; j++) {
        passage += bits.rice(ofPassages) + 1;
        held.push(passage);
      }
      this.#passages.set(hash, held);
    }
  }

  /** Ascending; empty for a term that is not kept, but for one of 32 of those. */
  passagesWith(term: Term): readonly number[] {
    return this.#passages.get(hashOf(term, this.#range)) ?? [];
  }
}

function hashOf(term: Term, range: number): number {
  let hash = Math.imul(term ^ (term >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return ((hash ^ (hash >>> 15)) >>> 0) % range;
}

/** Of Rice's code, for so many gaps that make up a range. */
const parameterFor = (range: number, gaps: number): number => Math.max(0, Math.floor(Math.log2((0.69 * range) / gaps)));

class BitWriter {
  readonly #bytes: number[] = [];
  #used = 8;

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
  #at = 0;

  constructor(readonly bytes: Uint8Array) {}

  get isAtEnd(): boolean {
    return this.#at >= this.bytes.length * 8;
  }

  /** Past the end, where a damaged file may lead, every bit is 1 for a gamma code and 0 for Rice's: each then ends. */
  #bit(beyond: number): number {
    const at = this.#at++;
    return at >= this.bytes.length * 8 ? beyond : (this.bytes[at >>> 3]! >>> (at & 7)) & 1;
  }

  #bits(length: number, lead: number): number {
    let value = lead;
    for (let i = 0; i < length; i++) value = (value << 1) | this.#bit(0);
    return value;
  }

  gamma(): number {
    let length = 0;
    while (this.#bit(1) === 0) length++;
    return this.#bits(length, 1);
  }

  rice(parameter: number): number {
    let high = 0;
    while (this.#bit(0) === 1) high++;
    return this.#bits(parameter, high);
  }
}
