import { stat } from 'node:fs/promises';
import type { Locale, Message } from '../core/message.js';
import type { Origin } from '../host/open.js';
import { followed, writeNamed } from '../host/write.js';
import { line } from './inert.js';
import type { Io } from './io.js';
import { RefusedError } from '../host/decode.js';
import type { Noted } from './notes.js';
import { TROUBLE } from './session.messages.js';

export const EXIT = { clean: 0, findings: 1, trouble: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** One run of a command: the world it may touch, the language it speaks, and whether anything has gone wrong. */
export class Session {
  #inTrouble = false;
  /** Takes away what stands in the way of a line on standard error. */
  beforeNote: () => void = () => undefined;
  readonly #origins: Origin[] = [];

  constructor(
    readonly io: Io,
    readonly locale: Locale,
  ) {}

  say(message: Message): string {
    return message[this.locale];
  }

  /** What is inert already: see `inert.ts`. */
  print(text: string): void {
    this.io.stdout.write(text);
  }

  /** One line on standard output, whatever is named in it. */
  tell(message: Message): void {
    this.print(`${line(this.say(message))}\n`);
  }

  /** What is good to know but changes nothing. */
  note(message: Message): void {
    this.beforeNote();
    this.io.stderr.write(`policydoc: ${line(this.say(message))}\n`);
  }

  /** What work came to, after saying what there is to say of it. */
  hear<T>({ result, notes }: Noted<T>): T {
    for (const { message, isTrouble } of notes) {
      if (isTrouble) this.trouble(message);
      else this.note(message);
    }
    return result;
  }

  /** What kept the tool from doing all it was asked to: the run will end with exit code 2. */
  trouble(message: Message): void {
    this.#inTrouble = true;
    this.note(message);
  }

  /** A fault of the tool itself, with all that helps to find it. */
  fault(error: unknown): void {
    this.trouble(TROUBLE.internal(error instanceof Error ? error.message : String(error)));
    const stack = error instanceof Error ? (error.stack ?? '') : '';
    for (const place of stack.split('\n').slice(1)) this.io.stderr.write(`${line(place)}\n`);
  }

  /** The exit code of a run that otherwise would end with `code`. */
  exitCode(code: ExitCode): ExitCode {
    return this.#inTrouble ? EXIT.trouble : code;
  }

  /** What is written from now on holds words of this file. */
  drawOn(origin: Origin): void {
    this.#origins.push(origin);
  }

  /**
   * Writes a file that the user named: whole or not at all, for the eyes of no more people than may read all it was
   * made of, and over none of that. Throws a RefusedError.
   */
  async write(path: string, content: string | Uint8Array): Promise<void> {
    const there = await stat(await followed(path)).catch(() => null);
    if (there?.isFile() && this.#origins.some(({ dev, ino }) => dev === there.dev && ino === there.ino))
      throw new RefusedError(TROUBLE.ontoInput);
    await writeNamed(path, content, { origins: this.#origins });
  }
}
