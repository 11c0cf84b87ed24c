/** `object` with further properties, each worked out when somebody asks for it, once. */
export function lazily<T extends object, L extends object>(
  object: T,
  makers: { readonly [K in keyof L]: () => L[K] },
): T & Readonly<L> {
  for (const key of Object.keys(makers) as (keyof L & string)[])
    Object.defineProperty(object, key, {
      enumerable: true,
      configurable: true,
      get() {
        const value = makers[key]();
        Object.defineProperty(object, key, { enumerable: true, value });
        return value;
      },
    });
  return object as T & L;
}

/** What is like `object` but for `own`; what `object` works out later it still does. */
export const withOther = <T extends object>(object: T, own: Partial<T>): T =>
  Object.create(object, Object.getOwnPropertyDescriptors(own)) as T;

/** `make`, asked once. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
