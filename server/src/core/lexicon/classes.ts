import { LINES, type WordClass } from './words.js';

/** Each class is a bit of one of several numbers of 32. */
const PLACES = new Map<WordClass, number>();
for (const [, of] of LINES) if (!PLACES.has(of)) PLACES.set(of, PLACES.size);
const NUMBERS = (PLACES.size + 31) >> 5;

/** Some classes of words, immutable. Those of many words are put together at no greater cost than those of two. */
export class Classes {
  static readonly none = new Classes(Array<number>(NUMBERS).fill(0));
  readonly #bits: readonly number[];

  private constructor(bits: readonly number[]) {
    this.#bits = bits;
  }

  static of(one: WordClass): Classes {
    const place = PLACES.get(one)!;
    return new Classes(Classes.none.#bits.map((bits, i) => (i === place >> 5 ? bits | (1 << (place & 31)) : bits)));
  }

  has(of: WordClass): boolean {
    const place = PLACES.get(of)!;
    return (this.#bits[place >> 5]! & (1 << (place & 31))) !== 0;
  }

  /** These and others. */
  and(others: Classes): Classes {
    if (this === Classes.none) return others;
    let bits: number[] | null = null;
    for (let i = 0; i < NUMBERS; i++) {
      const both = this.#bits[i]! | others.#bits[i]!;
      if (both === this.#bits[i]) continue;
      bits ??= [...this.#bits];
      bits[i] = both;
    }
    return bits ? new Classes(bits) : this;
  }
}
