/**
 * What `begin` makes of each of `source`, in their order. While one is worked on, up to `capacity()` of those behind it
 * have been begun. What fails is thrown in its turn, so that those before it come first however many were begun.
 */
export async function* prefetch<From, To>(
  source: AsyncIterator<From>,
  begin: (one: From) => Promise<To>,
  capacity: () => number,
): AsyncGenerator<To> {
  const begun: (() => To)[] = [];
  let isOver = false;
  for (;;) {
    while (!isOver && begun.length <= capacity()) {
      try {
        const { done, value } = await source.next();
        if (done) {
          isOver = true;
          break;
        }
        const one = await begin(value);
        begun.push(() => one);
      } catch (error) {
        isOver = true;
        begun.push(() => {
          throw error;
        });
      }
    }
    const first = begun.shift();
    if (!first) return;
    yield first();
  }
}
