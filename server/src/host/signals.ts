import { setImmediate as turn } from 'node:timers/promises';

/*
 * Who answers when the process is told to end. Our own answer says so and leaves with an exit code of ours, but it is heard
 * only between two turns of the loop. While something long is computed, or a pipe is waited for, it would not be heard for
 * minutes: then the system's own answer holds, and the process is gone at once. What writes a file takes ours back first,
 * so that none is left half made.
 */

export type Ending = 'SIGINT' | 'SIGTERM';
const ENDINGS: readonly Ending[] = ['SIGINT', 'SIGTERM'];

let ours: ((signal: Ending) => void) | null = null;
let isOurs = false;

/** Bytes of a text that are dealt with in a fraction of a second. */
const LONG = 256 * 1024;

/** Lays down our answer; without one, in a server or a worker, nothing here does anything. */
export function answerEndings(answer: (signal: Ending) => void): void {
  ours = answer;
  answerOurselves();
}

export function answerOurselves(): void {
  if (!ours || isOurs) return;
  isOurs = true;
  for (const signal of ENDINGS) process.on(signal, ours);
}

/** Before something that may keep the thread, or keep the process from leaving. */
export async function letSystemAnswer(): Promise<void> {
  if (!ours || !isOurs) return;
  // One that has come already is still ours to answer.
  await turn();
  isOurs = false;
  for (const signal of ENDINGS) process.off(signal, ours);
}

/** What was just read is about to be looked at: one of many bytes takes long. */
export function answerFor(bytes: number): Promise<void> | undefined {
  if (bytes > LONG) return letSystemAnswer();
  answerOurselves();
  return undefined;
}
