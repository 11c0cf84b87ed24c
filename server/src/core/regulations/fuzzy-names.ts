import { nameKey, withoutPrefix } from './names.js';

/** Shorter names are too easily one character from another: 水法, 种子法. */
const SHORTEST = 6;
/** A difference in these tells one regulation from another: （一） and （二）, 2015 and 2016, 第一 and 第二. */
const TELLING = /[零〇一二三四五六七八九十百千0-9()省市县区州]/;

const MOST_ASKED = 1000;

/** Titles to compare with, by length; each with its place among them. */
export class FuzzyNames {
  /** The same unknown names are asked for again with every edit of a text. */
  readonly #asked = new Map<string, readonly number[]>();
  readonly #byLength = new Map<number, { readonly key: string; readonly place: number }[]>();

  constructor(titles: readonly string[]) {
    for (const [place, title] of titles.entries()) {
      const full = nameKey(title);
      for (const key of new Set([full, withoutPrefix(full)])) {
        if (withoutPrefix(key).length < SHORTEST) continue;
        const same = this.#byLength.get(key.length);
        if (same) same.push({ key, place });
        else this.#byLength.set(key.length, [{ key, place }]);
      }
    }
  }

  /** The places of titles that are one character from `name`: one wrong, one missing, one too many, or two swapped. */
  find(name: string): readonly number[] {
    const key = nameKey(name);
    if (withoutPrefix(key).length < SHORTEST) return [];
    const known = this.#asked.get(key);
    if (known) return known;
    const found = new Set<number>();
    for (const length of [key.length - 1, key.length, key.length + 1]) {
      for (const other of this.#byLength.get(length) ?? []) if (isOneOff(key, other.key)) found.add(other.place);
    }
    if (this.#asked.size >= MOST_ASKED) this.#asked.clear();
    this.#asked.set(key, [...found]);
    return [...found];
  }
}

function isOneOff(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  if (Math.max(a.length, b.length) - start - end > 2) return false;
  const [x, y] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (TELLING.test(x) || TELLING.test(y)) return false;
  return (x.length <= 1 && y.length <= 1) || (x.length === 2 && y.length === 2 && x[0] === y[1] && x[1] === y[0]);
}
