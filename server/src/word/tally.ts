import type { Counted, Unread } from './source.js';
import type { Story } from './story.js';

type Counts = { -readonly [K in keyof Unread]: Unread[K] };

const NOTHING: Unread = {
  headers: 0,
  pictures: 0,
  objects: 0,
  hidden: 0,
  symbols: 0,
  numbers: 0,
  insertions: 0,
  deletions: 0,
  highlights: 0,
  dates: 0,
  remote: 0,
  macros: false,
  isProtected: false,
};

/** What is there and is not read, counted while the rest is. */
export class Tally {
  readonly #counts: Counts;

  constructor(known: Partial<Unread>) {
    this.#counts = { ...NOTHING, ...known };
  }

  count(
    story: Story,
    kind: Exclude<keyof Counted, 'headers'> | 'insertions' | 'deletions' | 'highlights' | 'dates',
    by = 1,
  ): void {
    if (story.isCounted) this.#counts[kind] += by;
  }

  get unread(): Unread {
    return { ...this.#counts };
  }
}
