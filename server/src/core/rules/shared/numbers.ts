/**
 * Numbers keys, whole numbers and none of them negative, in the order in which they are first asked for. Emptied and used again
 * it makes nothing anew, and costs a fifth of a Map.
 */
export class Numbers {
  /** By slot a key, and its number with the generation that put it there. */
  #keys = new Float64Array(0);
  #numbers = new Int32Array(0);
  #generations = new Int32Array(0);
  #generation = 0;
  #shift = 0;
  count = 0;

  /** Empties it, with room for so many keys. */
  clear(most: number): void {
    const bits = Math.max(4, Math.ceil(Math.log2(most * 2)));
    if (2 ** bits > this.#keys.length) {
      this.#keys = new Float64Array(2 ** bits);
      this.#numbers = new Int32Array(2 ** bits);
      this.#generations = new Int32Array(2 ** bits);
      this.#shift = 32 - bits;
    }
    this.#generation++;
    this.count = 0;
  }

  of(key: number): number {
    let slot = Math.imul(key, MIXING) >>> this.#shift;
    while (this.#generations[slot] === this.#generation) {
      if (this.#keys[slot] === key) return this.#numbers[slot]!;
      slot = (slot + 1) & (this.#keys.length - 1);
    }
    this.#generations[slot] = this.#generation;
    this.#keys[slot] = key;
    this.#numbers[slot] = this.count;
    return this.count++;
  }
}
/** Neighbouring keys do not go to neighbouring places: 2 to the 32nd by the golden ratio. */
const MIXING = 0x9e3779b1;
