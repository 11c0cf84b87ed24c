import { columns } from './columns.js';
import type { Output } from './io.js';
import { printable } from './printable.js';

/** Shows how far a long run has come, on a terminal only and on the side of the diagnostics, and takes it away again. */
export class Progress {
  #shownAt: number;
  #isShown = false;

  /** `now` counts milliseconds. */
  constructor(readonly output: Output, readonly isWanted: boolean, readonly now: () => number = () => performance.now()) {
    this.#shownAt = now() + WAIT - PAUSE;
  }

  /** Before the `done`-th of `all` files is read. */
  step(done: number, all: number, file: string): void {
    if (!this.isWanted || !this.output.isTTY || this.now() - this.#shownAt < PAUSE) return;
    this.#shownAt = this.now();
    this.#isShown = true;
    const filled = Math.round((done / Math.max(1, all)) * WIDTH);
    this.output.write(`\r\x1b[K${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${done}/${all} ${shortened(printable(file))}`);
  }

  /** Must be called before anything else is written to the terminal. */
  clear(): void {
    if (this.#isShown) this.output.write('\r\x1b[K');
    this.#isShown = false;
  }
}

/** A short run shows nothing; a long one not more often than the eye can follow. */
const WAIT = 1000;
const PAUSE = 100;
const WIDTH = 20;

/** The end of a name, which tells files apart, within a narrow terminal. */
function shortened(file: string): string {
  let name = [...file];
  while (columns(name.join('')) > 40) name = name.slice(1);
  return name.join('');
}
