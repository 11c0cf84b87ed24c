import type { Message } from '../core/message.js';

/** Something to be said to the reader in its turn: what is good to know, or what kept the tool from doing all it should. */
export interface Note {
  readonly message: Message;
  readonly isTrouble: boolean;
}

/** What work came to, with what there is to say of it. */
export interface Noted<T> {
  readonly result: T;
  readonly notes: readonly Note[];
}

export const note = (message: Message): Note => ({ message, isTrouble: false });
export const trouble = (message: Message): Note => ({ message, isTrouble: true });
