import { RUN } from './check.messages.js';
import { progressBar, type ProgressBar } from '../progress-bar.js';
import type { Session } from '../session.js';

/** A short run shows no bar. */
const WAIT = 1000;

/** The bar of a run that turns out to be long. It makes way for every line said to the reader, and comes back after it. */
export class Progress {
  readonly #began = performance.now();
  #bar: ProgressBar | null = null;

  constructor(
    readonly session: Session,
    readonly isWanted: boolean,
  ) {
    session.beforeNote = () => this.end();
  }

  /** After `done` of `all` files. */
  async step(done: number, all: number): Promise<void> {
    if (!this.isWanted || performance.now() - this.#began < WAIT) return;
    if (this.#bar) this.#bar.step();
    else this.#bar = await progressBar(this.session.io, this.session.say(RUN.progress), all, done);
  }

  end(): void {
    this.#bar?.end();
    this.#bar = null;
  }
}
