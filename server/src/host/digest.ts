import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** A browser has none, and an editor may bring a Node whose own lacks `hash`. */
const crypto = typeof process === 'undefined' ? undefined : process.getBuiltinModule?.('node:crypto');

/** The same on a machine that has none at hand: there a browser's own would make one wait. */
export const portableDigest = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** SHA-256 of a text in UTF-8, in hexadecimal digits, at once. */
export const digest = crypto?.hash ? (text: string): string => crypto.hash('sha256', text) : portableDigest;
