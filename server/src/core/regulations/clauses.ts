import { folded as alike } from '../syntax/fold.js';
import type { Span } from '../text/span.js';
import { toNumber } from '../text/numerals.js';

/**
 * A clause: the words between two punctuation marks, in the text they were found in, with the fingerprint of their
 * normal form. Two clauses with the same words have the same hash however they are spaced, punctuated or set:
 *
 * - every punctuation mark and symbol ends a clause (、 and brackets and quotation marks included), but not `%`, `‰`,
 *   `℃`, nor a decimal point or thousands comma between two digits;
 * - white space and invisible characters vanish; full-width letters and digits become half-width;
 * - 百分之三十, ３０％ and 30% become `30%`; other Chinese numerals stay, for 十 and 10 are not exchangeable in law;
 * - a number in brackets that only counts the points, `（一）` or `(1)` at the start of a line, or after ；。： or ……, or
 *   after the quotation mark that opens anew for it, is no clause: the structure says it.
 */
export interface Clause extends Span {
  /** 32-bit FNV-1a over the UTF-16 code units of the normal form, finished with the murmur3 avalanche. */
  readonly hash: number;
}

/** The clauses of a text in order, look-alike characters folded. Pure, linear in its length; text without words has none. */
export function clausesOf(source: string): Clause[] {
  const text = alike(source);
  const clauses: Clause[] = [];
  let words = '';
  let start = 0;
  let end = 0;
  for (let i = 0; i <= text.length; i++) {
    const kind = i === text.length ? SEPARATOR : kindAt(text, i);
    if (kind === WORD) {
      if (words === '') start = i;
      words += folded(text, i);
      end = i + 1;
    } else if (kind === SEPARATOR && words !== '') {
      if (!isEnumerator(text, start, end, words)) clauses.push({ start, end, hash: hashOf(normal(words)) });
      words = '';
    }
  }
  return clauses;
}

const WORD = 1;
const BLANK = 2;
const SEPARATOR = 3;
const KEPT = new Set('%％‰℃');
/** Kind of each UTF-16 code unit, found out when first met: testing Unicode properties is the slow part. */
const kinds = new Uint8Array(0x10000);

function kindAt(text: string, i: number): number {
  const code = text.charCodeAt(i);
  if (code >= 0x4e00 && code <= 0x9fff) return WORD;
  if (isInsideNumber(text, i)) return code === 0x2c || code === 0xff0c ? BLANK : WORD;
  kinds[code] ||= kindOf(String.fromCharCode(code));
  return kinds[code];
}

function kindOf(c: string): number {
  if (KEPT.has(c)) return WORD;
  if (/[\s\p{Cf}\p{Cc}]/u.test(c)) return BLANK;
  return /[\p{P}\p{S}]/u.test(c) ? SEPARATOR : WORD;
}

/** A decimal point of either width between two digits, or a comma with exactly three digits after it. */
function isInsideNumber(text: string, i: number): boolean {
  const c = text[i]!;
  if (c === '.' || c === '．') return isDigit(text, i - 1) && isDigit(text, i + 1);
  if (c !== ',' && c !== '，') return false;
  return (
    isDigit(text, i - 1) &&
    isDigit(text, i + 1) &&
    isDigit(text, i + 2) &&
    isDigit(text, i + 3) &&
    !isDigit(text, i + 4)
  );
}

function isDigit(text: string, i: number): boolean {
  const code = text.charCodeAt(i);
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}

/** ASCII for the full-width form of it, else the unit itself. */
function folded(text: string, i: number): string {
  const code = text.charCodeAt(i);
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : text[i]!;
}

/** Whether the clause is a bare number in brackets that stands where a point begins. */
function isEnumerator(text: string, start: number, end: number, words: string): boolean {
  if (!/^(?:[一二三四五六七八九十百]{1,5}|\d{1,2})$/.test(words)) return false;
  const opening = pastBlanks(text, start - 1, -1);
  if (!/^[（(]$/.test(text.charAt(opening)) || !/^[）)]$/.test(text.charAt(pastBlanks(text, end, 1)))) return false;
  const before = pastBlanks(text, opening - 1, -1);
  return before < 0 || /[\n\r；;。：:…“‘「『"]/.test(text[before]!);
}

/** The first offset from `i` on, in steps of `step`, where the line goes on with something visible or ends. */
function pastBlanks(text: string, i: number, step: 1 | -1): number {
  while (i >= 0 && i < text.length && text[i] !== '\n' && text[i] !== '\r' && kindAt(text, i) === BLANK) i += step;
  return i;
}

function normal(words: string): string {
  return words.replace(
    /百分之([零〇一二两三四五六七八九十百]+(?:点[零〇一二三四五六七八九]+)?|\d+(?:\.\d+)?)/g,
    (whole, number: string) => {
      const [integer, fraction] = number.split('点');
      const value = /^\d/.test(number) ? number : toNumber(integer!);
      if (value === null) return whole;
      return `${value}${fraction === undefined ? '' : `.${[...fraction].map(c => toNumber(c)).join('')}`}%`;
    },
  );
}

/** The hash of one clause whose words are in normal form: Chinese characters alone are. */
export const fingerprintOf = (words: string): number => hashOf(words);

const hashOf = (words: string): number => finished(hashing(words));

/** The unfinished hash of words that go on: of `甲乙` it is that of `乙` after that of `甲`. */
export function hashing(words: string, before = 0x811c9dc5): number {
  let hash = before;
  for (let i = 0; i < words.length; i++) hash = Math.imul(hash ^ words.charCodeAt(i), 0x01000193);
  return hash;
}

/** The fingerprint of a clause, of its unfinished hash. */
export function finished(goingOn: number): number {
  let hash = goingOn;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The inverse of {@link hashing}: of the unfinished hash of `甲乙` and the words `乙`, that of `甲`. */
export function hashedBefore(words: string, after: number): number {
  let hash = after;
  for (let i = words.length - 1; i >= 0; i--) hash = Math.imul(hash, 0x359c449b) ^ words.charCodeAt(i);
  return hash;
}

/** The inverse of {@link finished}. */
export function unfinished(fingerprint: number): number {
  let hash = fingerprint;
  hash = Math.imul(hash ^ (hash >>> 16), 0x7ed1b41d);
  hash = Math.imul(hash ^ (hash >>> 13) ^ (hash >>> 26), 0xa5cb9243);
  return hash ^ (hash >>> 16);
}

/** What is known of a clause besides its words, in one byte: {@link marksOf} writes it, these read it. */
export const lengthOf = (mark: number): number => mark & LONGEST;
/** Whether its sentence, or its line, ends with it. */
export const endsSentence = (mark: number): boolean => (mark & ENDS) !== 0;
/** Whether it takes something back from what stands before or behind it: 但…, 除…外, …的除外. */
export const isException = (mark: number): boolean => (mark & EXCEPTS) !== 0;

/** Longer clauses count as this long. */
const LONGEST = 0x3f;
const ENDS = 0x40;
const EXCEPTS = 0x80;

/** A byte for each of the clauses of `text`, which are all of them: its length in UTF-16 code units and two signs. */
export function marksOf(text: string, clauses: readonly Clause[]): number[] {
  return clauses.map(({ start, end }, i) => {
    const next = clauses[i + 1];
    const ends = !next || /[。！？!?\n]/.test(text.slice(end, next.start));
    const excepts = /^(?:但|不过|除)|除外$/.test(text.slice(start, end));
    return Math.min(LONGEST, end - start) | (ends ? ENDS : 0) | (excepts ? EXCEPTS : 0);
  });
}
