/**
 * An object that keeps what is worked out of it, with itself: for those of which there are many, and of each of which much is
 * asked. Nobody sees what is kept.
 */
export abstract class Keeper {
  readonly #kept: unknown[] = [];

  /** What the object keeps, by the number of what is worked out; null for any other object. */
  static keptBy(one: object): unknown[] | null {
    return #kept in one ? one.#kept : null;
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
  let number: number | undefined;
  const others = new WeakMap<K, T>();
  return key => {
    const kept = Keeper.keptBy(key);
    // Numbered by those alone that are asked of such objects: what these keep stands close together.
    if (kept) number ??= count++;
    let found = (kept ? kept[number!] : others.get(key)) as T | undefined;
    if (found === undefined) {
      found = of(key);
      if (kept) kept[number!] = found;
      else others.set(key, found);
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
