import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { once } from '../core/lazily.js';

/** A browser has none, and an editor may bring a Node whose own lacks `hash`. Loaded when there is something to digest. */
const machines = once(() =>
  typeof process === 'undefined' ? undefined : process.getBuiltinModule?.('node:crypto')?.hash,
);

/** The same on a machine that has none at hand: there a browser's own would make one wait. */
export const portableDigest = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** SHA-256 of a text in UTF-8, in hexadecimal digits, at once. */
export const digest = (text: string): string => machines()?.('sha256', text) ?? portableDigest(text);
