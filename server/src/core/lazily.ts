/** How what an object is to have later is worked out, and what came of it. */
interface Later {
  readonly makers: Readonly<Record<string, () => unknown>>;
  readonly made: Record<string, unknown>;
}

/** Where an object has it: nobody meets it who goes over its properties. */
const LATER = Symbol('later');

/** `object` with further properties, each worked out when somebody asks for it, once. */
export function lazily<T extends object, L extends object>(
  object: T,
  makers: { readonly [K in keyof L]: () => L[K] },
): T & Readonly<L> {
  const later: Later = { makers, made: {} };
  Object.defineProperty(object, LATER, { value: later });
  for (const key of Object.keys(makers)) Object.defineProperty(object, key, accessorOf(key));
  return object as T & L;
}

/** One for all objects: of an accessor of its own the engine keeps hold, with the shape of the object, and so of all that it is made of. */
function accessorOf(key: string): PropertyDescriptor {
  let accessor = ACCESSORS.get(key);
  if (!accessor) {
    accessor = {
      enumerable: true,
      configurable: true,
      get(this: { readonly [LATER]: Later }) {
        const { makers, made } = this[LATER];
        if (!(key in made)) made[key] = makers[key]!();
        return made[key];
      },
    };
    ACCESSORS.set(key, accessor);
  }
  return accessor;
}
const ACCESSORS = new Map<string, PropertyDescriptor>();

/** What is like `object` but for `own`; what `object` works out later is worked out once for both. */
export const withOther = <T extends object>(object: T, own: Partial<T>): T =>
  Object.defineProperties(
    {},
    { ...Object.getOwnPropertyDescriptors(object), ...Object.getOwnPropertyDescriptors(own) },
  ) as T;

/** `make`, asked once. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
