/** A class whose instance is the object it is handed: what extends it gives that the fields of its own. */
// biome-ignore lint/complexity/useArrowFunction: an arrow function constructs nothing.
const Given = function (one?: object) {
  return one;
} as unknown as new (
  one?: object,
) => object;

/**
 * What is worked out of an object is kept with it, and goes when it goes: in a WeakMap, what is known of an object lives until all of
 * memory is gone through, and whatever it leads to as well. Nobody sees what is kept. Objects of which there are many, and of each of
 * which much is asked, extend this and have the place from the beginning; to any other it is given when something is kept.
 */
export class Keeper extends Given {
  readonly #kept: unknown[] = [];

  /** What the object keeps, by the number of what is worked out. */
  static keptBy(one: object): unknown[] {
    return #kept in one ? one.#kept : new Keeper(one).#kept;
  }
}

let count = 0;

/**
 * Makes `of`, a pure function of an immutable object, remember its result for each for as long as the object lives.
 * Chunks live on from one version of a text to the next: what is known of them is worked out once, and needs no other cache.
 * `undefined` is no result.
 */
export function memoize<K extends object, T extends object | string | number | boolean | null>(
  of: (key: K) => T,
): (key: K) => T {
  const number = count++;
  return key => {
    const kept = Keeper.keptBy(key);
    let found = kept[number] as T | undefined;
    if (found === undefined) {
      found = of(key);
      kept[number] = found;
    }
    return found;
  };
}

/** The same for what is large and asked of one object several times in a row: the latest alone is remembered. */
export function lately<K extends object, T>(of: (key: K) => T): (key: K) => T {
  let latest: { readonly key: K; readonly made: T } | undefined;
  return key => {
    if (latest?.key !== key) latest = { key, made: of(key) };
    return latest.made;
  };
}
