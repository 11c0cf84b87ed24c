import type { Message } from '../core/message.js';
import type { Encoding } from './encoding.js';
import { REFUSALS } from './texts.js';

export type { Encoding } from './encoding.js';

export interface Decoded {
  /** The text without its byte order mark. */
  readonly text: string;
  readonly encoding: Encoding;
  /** Whether the bytes began with a byte order mark. */
  readonly bom: boolean;
}

/** A file that is not a text we can read for certain. Guessing on would turn rubbish into findings, or hide some. */
export class RefusedError extends Error {
  constructor(readonly reason: Message) {
    super(reason.en);
  }
}

/** Byte order mark, else strict UTF-8, else GB18030 (a superset of GBK and GB2312), else refused. */
export function decode(bytes: Uint8Array): Decoded {
  const mark = marked(bytes);
  const { encoding, whole } = mark === null ? unmarked(bytes) : { encoding: mark, whole: strictly(mark, bytes) };
  if (whole === null) throw new RefusedError(REFUSALS.damaged(encoding));
  if (encoding === 'gb18030') assertChinese(bytes, whole);
  const bom = whole.startsWith('\uFEFF');
  const text = bom ? whole.slice(1) : whole;
  assertText(text);
  return { text, encoding, bom };
}

function marked(bytes: Uint8Array): Encoding | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return null;
}

function unmarked(bytes: Uint8Array): { readonly encoding: Encoding; readonly whole: string } {
  // Asked of the bytes: no encoding without a mark that we read has a zero byte in a text.
  if (bytes.includes(0)) throw new RefusedError(REFUSALS.zeroByte);
  const whole = strictly('utf-8', bytes);
  if (whole !== null) return { encoding: 'utf-8', whole };
  if (isDamagedUtf8(bytes)) throw new RefusedError(REFUSALS.damaged('utf-8'));
  const chinese = strictly('gb18030', bytes);
  if (chinese !== null) return { encoding: 'gb18030', whole: chinese };
  throw new RefusedError(REFUSALS.unknownEncoding);
}

/** The text with its byte order mark, or null where the bytes are not valid in that encoding. */
function strictly(encoding: Encoding, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * One broken byte in a UTF-8 file would make GB18030 the next guess, and GB18030 accepts nearly anything: the whole
 * report would turn into rubbish. Chinese text in GB18030 almost never holds a valid three-byte UTF-8 sequence.
 */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const lenient = new TextDecoder('utf-8').decode(bytes);
  return count(lenient, /[\u0800-\uFFFC]/g) > count(lenient, /\uFFFD/g);
}

/**
 * GB18030 gives some character for almost any bytes, so a wrong guess shows by what the text is made of. Big5 falls on
 * private-use characters; Japanese and Western encodings on the rare ones outside the two levels of GB2312. A report
 * written for officials, also in traditional characters, has more common characters than rare ones.
 */
function assertChinese(bytes: Uint8Array, text: string): void {
  const { common, all } = twoByteCharacters(bytes);
  const strange = count(text, /[\p{Co}\u0080-\u009f]/gu);
  if (/[\p{Cn}\p{Cs}]/u.test(text) || strange * 10 > all || common * 2 < all) {
    throw new RefusedError(REFUSALS.unknownEncoding);
  }
}

/** How many characters of valid GB18030 bytes are not ASCII, and how many of them lie where GB2312 has characters. */
function twoByteCharacters(bytes: Uint8Array): { common: number; all: number } {
  let common = 0;
  let all = 0;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at]!;
    if (lead < 0x80) continue;
    all++;
    if (lead === 0x80) continue;
    const trail = bytes[++at]!;
    if (trail <= 0x39) at += 2;
    else if (trail >= 0xa1 && ((lead >= 0xa1 && lead <= 0xa9) || (lead >= 0xb0 && lead <= 0xf7))) common++;
  }
  return { common, all };
}

/** Tab, line feed, vertical tab (a soft line break of Word), form feed and carriage return occur in texts; no other. */
export const CONTROL = /[\0-\x08\x0e-\x1f\x7f]/;

function assertText(text: string): void {
  const control = CONTROL.exec(text);
  if (!control) return;
  const line = count(text.slice(0, control.index), /\r\n|\r|\n/g) + 1;
  throw new RefusedError(REFUSALS.control(control[0].charCodeAt(0), line));
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  pattern.lastIndex = 0;
  while (pattern.test(text)) found++;
  return found;
}
