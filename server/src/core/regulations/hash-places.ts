/** Where each hash of a list stands. Made in one pass, without an object for each; asked for as often as one likes. */
export class HashPlaces {
  readonly #hashes: Uint32Array;
  /** By the low bits of a hash, one more than its first place; and by place, one more than the next with the same bits. */
  readonly #first: Int32Array;
  readonly #next: Int32Array;

  constructor(hashes: Uint32Array) {
    const size = 2 ** Math.ceil(Math.log2(hashes.length + 1));
    const first = new Int32Array(size);
    const next = new Int32Array(hashes.length);
    for (let place = hashes.length - 1; place >= 0; place--) {
      const slot = hashes[place]! & (size - 1);
      next[place] = first[slot]!;
      first[slot] = place + 1;
    }
    [this.#hashes, this.#first, this.#next] = [hashes, first, next];
  }

  /** Ascending. */
  *of(hash: number): Generator<number> {
    for (let at = this.#first[hash & (this.#first.length - 1)]!; at > 0; at = this.#next[at - 1]!)
      if (this.#hashes[at - 1] === hash) yield at - 1;
  }
}
