import { keysOf } from './names.js';

/*
 * Which regulations the keys of names may stand for, so that no name is read before it is asked for. A hash says where to look;
 * the regulations found there say themselves whether the key is theirs.
 *
 *     names = longest count hash* begin* place*
 *
 * 32-bit words: how long the longest key is and how many hashes there are; they ascend; where the places of each begin among
 * all, and where the last end; and the places, counted from 0 in the order of the index. The last two units of each key are a
 * key too, which may have no place: so words that end in no name are soon left alone.
 */

/** The hash of words that begin with `unit`, a UTF-16 code unit, and go on with those of the hash `behind`. */
export const hashedBefore = (unit: number, behind = 0x811c9dc5): number => Math.imul(behind ^ unit, 0x01000193) >>> 0;

function hashOf(key: string): number {
  let hash: number | undefined;
  for (let i = key.length - 1; i >= 0; i--) hash = hashedBefore(key.charCodeAt(i), hash);
  return hash ?? 0;
}

/** Every key with the regulations it stands for: in the strongest sense of the key only. */
export function packNames(
  regulations: readonly { readonly title: string; readonly names: readonly string[] }[],
): Uint32Array {
  const byKey = new Map<string, number[]>();
  const all = regulations.map(keysOf);
  for (const strength of [0, 1, 2]) {
    const weaker = new Map<string, number[]>();
    all.forEach((keys, place) => {
      for (const key of keys[strength]!) {
        if (byKey.has(key)) continue;
        const same = weaker.get(key);
        if (!same) weaker.set(key, [place]);
        else if (same.at(-1) !== place) same.push(place);
      }
    });
    for (const [key, same] of weaker) byKey.set(key, same);
  }
  const byHash = new Map<number, number[]>();
  let longest = 0;
  for (const [key, places] of byKey) {
    longest = Math.max(longest, key.length);
    for (const [hash, held] of [
      [hashOf(key.slice(-2)), []],
      [hashOf(key), places],
    ] as const)
      byHash.set(hash, [...(byHash.get(hash) ?? []), ...held]);
  }
  const hashes = Uint32Array.from(byHash.keys()).sort();
  const begins = [0];
  const places: number[] = [];
  for (const hash of hashes) {
    places.push(...byHash.get(hash)!);
    begins.push(places.length);
  }
  return Uint32Array.from([longest, hashes.length, ...hashes, ...begins, ...places]);
}

/** The inverse of {@link packNames}. */
export class PackedNames {
  /** The length of the longest key. */
  readonly longest: number;
  readonly #hashes: Uint32Array;
  readonly #begins: Uint32Array;
  readonly #places: Uint32Array;

  /** No words at all are those of no regulation. */
  constructor(words: Uint32Array) {
    const [longest = 0, count = 0] = words;
    this.longest = longest;
    this.#hashes = words.subarray(2, 2 + count);
    this.#begins = words.subarray(2 + count, 3 + 2 * count);
    this.#places = words.subarray(3 + 2 * count);
  }

  /** Where the regulations are that a key of this hash may stand for; null where no key has it, nor ends so. */
  at(hash: number): Uint32Array | null {
    const at = placeIn(this.#hashes, hash);
    return at < 0 ? null : this.#places.subarray(this.#begins[at], this.#begins[at + 1]);
  }

  of(key: string): Uint32Array | null {
    return this.at(hashOf(key));
  }
}

/** The first place of a value among ascending ones; -1 where it is not among them. */
function placeIn(ascending: Uint32Array, value: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return ascending[low] === value ? low : -1;
}
