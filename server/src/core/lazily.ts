/** What an object works out later, and what of it is worked out: who made it is forgotten with that. */
class Later {
  readonly #makers: Map<string, () => unknown>;
  readonly #made = new Map<string, unknown>();

  constructor(makers: Readonly<Record<string, () => unknown>>) {
    this.#makers = new Map(Object.entries(makers));
  }

  of(key: string): unknown {
    const made = this.#made.get(key);
    if (made !== undefined) return made;
    const make = this.#makers.get(key);
    if (!make) return undefined;
    const value = make();
    this.#made.set(key, value);
    this.#makers.delete(key);
    return value;
  }
}

const LATER = Symbol('later');

/** The property of a name, the same for all objects: those with the same properties are of one shape, and no reader has to tell them apart. */
const PROPERTIES = new Map<string, PropertyDescriptor>();
function propertyOf(key: string): PropertyDescriptor {
  let property = PROPERTIES.get(key);
  if (!property) {
    property = {
      enumerable: true,
      configurable: true,
      get(this: { readonly [LATER]: Later }): unknown {
        return this[LATER].of(key);
      },
    };
    PROPERTIES.set(key, property);
  }
  return property;
}

/** `object` with further properties, each worked out when somebody asks for it, once. */
export function lazily<T extends object, L extends object>(
  object: T,
  makers: { readonly [K in keyof L]: () => L[K] },
): T & Readonly<L> {
  const later = makers as Readonly<Record<string, () => unknown>>;
  Object.defineProperty(object, LATER, { value: new Later(later) });
  for (const key of Object.keys(later)) Object.defineProperty(object, key, propertyOf(key));
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
