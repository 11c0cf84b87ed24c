/**
 * Makes `of`, a pure function of an immutable object, remember its result for each for as long as the object lives.
 * Chunks live on from one version of a text to the next: what is known of them is worked out once, and needs no other cache.
 */
export function memoize<K extends object, T>(of: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, { readonly value: T }>();
  return key => {
    let found = known.get(key);
    if (!found) {
      found = { value: of(key) };
      known.set(key, found);
    }
    return found.value;
  };
}
