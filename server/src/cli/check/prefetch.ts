import type { Session } from '../session.js';

/**
 * What `begin` makes of each of `source`, in their order. While one is worked on, up to `room()` of those behind it have
 * been begun; what that has to say to the reader is kept back until their turn comes, so that nobody can tell.
 */
export async function* prefetch<From, To>(
  source: AsyncIterator<From>,
  begin: (one: From) => Promise<To>,
  room: () => number,
  session: Session,
): AsyncGenerator<To> {
  const begun: { readonly value: { readonly one: To } | null; tell(): void }[] = [];
  let isOver = false;
  try {
    for (;;) {
      while (!isOver && begun.length <= room()) {
        const next = await session.keepingBack(async () => {
          const { done, value } = await source.next();
          return done ? null : { one: await begin(value) };
        });
        begun.push(next);
        isOver = next.value === null;
      }
      const first = begun.shift()!;
      first.tell();
      if (!first.value) return;
      yield first.value.one;
    }
  } finally {
    for (const { tell } of begun) tell();
  }
}
