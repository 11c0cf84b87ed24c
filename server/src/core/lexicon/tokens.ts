import type { Exact } from '../text/exact.js';
import { toNumber } from '../text/numerals.js';
import type { Span } from '../text/span.js';
import { GENRE, type Lexicon, type Sense, type Word } from './lexicon.js';
import type { WordClass } from './words.js';

/**
 * `number`: digits or Chinese numerals; `word`: one of the lexicon; `mark`: punctuation, the full-width one for either
 * width; `title`: 《…》; `other`: whatever is none of these.
 */
export type TokenKind = 'number' | 'word' | 'mark' | 'title' | 'other';

/** A piece of a reading. The tokens of a text follow each other without a gap. Spans count in the text they were made of. */
export class Token implements Span {
  constructor(
    readonly kind: TokenKind,
    readonly start: number,
    readonly end: number,
    /** As written; of a mark the full-width one. */
    readonly text: string,
    readonly word: Word | null = null,
    /** Of a number, and null where its digits are too many. */
    readonly value: Exact | null = null,
  ) {}

  /** Its meaning of that class. */
  as(of: WordClass): Sense | null {
    if (this.word === null) return null;
    const { senses } = this.word;
    for (let i = 0; i < senses.length; i++) if (senses[i]!.of === of) return senses[i]!;
    return null;
  }

  is(of: WordClass): boolean {
    if (this.word === null) return false;
    const { senses } = this.word;
    for (let i = 0; i < senses.length; i++) if (senses[i]!.of === of) return true;
    return false;
  }

  /** Whether it is of one of these classes. */
  isAny(classes: ReadonlySet<WordClass>): boolean {
    if (this.word === null) return false;
    const { senses } = this.word;
    for (let i = 0; i < senses.length; i++) if (classes.has(senses[i]!.of)) return true;
    return false;
  }

  /** Whether it is one of these marks. */
  isMark(marks: string): boolean {
    return this.kind === 'mark' && marks.includes(this.text);
  }

  /** Whether it is one of these characters. */
  isChar(chars: string): boolean {
    return this.text.length === 1 && chars.includes(this.text);
  }

  /** Whether it is a number in Chinese numerals. */
  get isHan(): boolean {
    return this.kind === 'number' && !isDigit(this.text.charCodeAt(this.text.length - 1));
  }
}

/** What a character is to the tokens of a text: of each UTF-16 code unit one of these, or 0 for what is none. */
const [DASH, HAN, DIGIT, NUMERAL, MARK] = [1, 2, 3, 4, 5] as const;
const KINDS = new Uint8Array(0x10000).fill(HAN, 0x3400, 0xa000).fill(DIGIT, 0x30, 0x3a);
const setKinds = (chars: string, kind: number): void => {
  for (let i = 0; i < chars.length; i++) KINDS[chars.charCodeAt(i)] = kind;
};
/** Marks that are written in either width, and the full-width one of each. */
const [NARROW, WIDE] = [',;:()!?', '，；：（）！？'];
setKinds('-—–－~～', DASH);
setKinds('零〇一二两三四五六七八九十百千', NUMERAL);
setKinds(`，；、：。！？（）“”"‘’'「」|\n《》〔〕[]【】${NARROW}`, MARK);

/** So long may a title be; what is longer is none. */
const LONGEST_TITLE = 200;
/** Numerals of more characters are none: 零〇一二三… */
const LONGEST_HAN = 8;
const MOST_DIGITS = 15;

const isNumeral = (text: string, at: number): boolean => KINDS[text.charCodeAt(at)] === NUMERAL;
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** All tokens of a text, in one pass: at each place a title, a number, a mark or the longest word that begins there. */
export function tokenize(text: string, lexicon: Lexicon = GENRE): Token[] {
  const tokens: Token[] = [];
  let other = -1;
  /** Of what the last of its characters is. */
  let otherBody: number = HAN;
  let lastClose = -2;
  /** What is none of the others ends before an offset. */
  const endOther = (end: number): void => {
    tokens.push(new Token('other', other, end, text.slice(other, end)));
    other = -1;
  };
  for (let at = 0; at < text.length; ) {
    const kind = KINDS[text.charCodeAt(at)]!;
    if (kind === DIGIT) {
      if (other >= 0) endOther(at);
      const number = arabicAt(text, at);
      tokens.push(number);
      at = number.end;
      continue;
    }
    if (kind === MARK) {
      if (other >= 0) endOther(at);
      const char = text[at]!;
      if (char === '《') {
        // No title closes behind this place: it is not looked for again, so that the pass stays linear.
        if (lastClose < at && lastClose !== -1) lastClose = text.indexOf('》', at);
        const within = lastClose > at && lastClose - at <= LONGEST_TITLE && text.indexOf('《', at + 1);
        if (within !== false && (within < 0 || within > lastClose)) {
          tokens.push(new Token('title', at, lastClose + 1, text.slice(at, lastClose + 1)));
          at = lastClose + 1;
          continue;
        }
      }
      // 9:30, 12:38: what belongs to numbers.
      const isInner = char === ':' && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1));
      const narrow = isInner ? -1 : NARROW.indexOf(char);
      tokens.push(new Token('mark', at, at + 1, narrow < 0 ? char : WIDE[narrow]!));
      at++;
      continue;
    }
    const word = lexicon.longestAt(text, at);
    if (kind === NUMERAL) {
      const end = hanEnd(text, at);
      const isPower = other < 0 && isInQuantity(tokens.at(-1)) && word?.senses.some(s => s.of === 'power') === true;
      if (!isPower && (word === null || word.text.length <= end - at || /^[十百千]+[万亿]+$/.test(word.text))) {
        const value = hanValue(text.slice(at, end));
        if (value) {
          if (other >= 0) endOther(at);
          tokens.push(new Token('number', at, end, text.slice(at, end), null, value));
          at = end;
          continue;
        }
        // 三四十: no number, and no part of it is one, but made of Han.
        if (other < 0) other = at;
        otherBody = HAN;
        at = end;
        continue;
      }
    }
    if (word) {
      if (other >= 0) endOther(at);
      tokens.push(new Token('word', at, at + word.text.length, word.text, word));
      at += word.text.length;
      continue;
    }
    // Han, dashes and what is neither do not join: a marker ends a word, a dash a marker.
    const body = kind === NUMERAL ? HAN : kind;
    if (other >= 0 && body !== otherBody) endOther(at);
    if (other < 0) other = at;
    otherBody = body;
    at++;
  }
  if (other >= 0) endOther(text.length);
  return tokens;
}

/** Behind a number, or 余 behind one, 千 and 万 belong to it. */
const isInQuantity = (last: Token | undefined): boolean => last?.kind === 'number' || last?.is('about') === true;

/** 12,345; 12.5; 2，846 before what is none of its digits; 2 4 8 set apart letter by letter. */
function arabicAt(text: string, at: number): Token {
  let end = at;
  while (isDigit(text.charCodeAt(end))) end++;
  if (end === at + 1) {
    let apart = end;
    while (text[apart] === ' ' && isDigit(text.charCodeAt(apart + 1)) && !isDigit(text.charCodeAt(apart + 2)))
      apart += 2;
    if (apart > end) return numberOf(text, at, apart);
  }
  while (isGroup(text, end)) end += 4;
  if (text[end] === '.' && isDigit(text.charCodeAt(end + 1))) {
    end++;
    while (isDigit(text.charCodeAt(end))) end++;
  }
  return numberOf(text, at, end);
}

/** Whether a comma and exactly three digits stand there. */
function isGroup(text: string, at: number): boolean {
  const comma = text[at];
  if (comma !== ',' && comma !== '，') return false;
  for (let i = 1; i <= 3; i++) if (!isDigit(text.charCodeAt(at + i))) return false;
  if (isDigit(text.charCodeAt(at + 4))) return false;
  // A clause comma is followed by a word, or by a number that says of what it is: 85名，120名.
  return true;
}

/** Its digits, and how many of them stand behind the point; commas and blanks only part them. */
function numberOf(text: string, start: number, end: number): Token {
  let [digits, count, point] = [0, 0, -1];
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === POINT) point = count;
    if (!isDigit(code)) continue;
    digits = digits * 10 + code - 0x30;
    count++;
  }
  const value = count > MOST_DIGITS ? null : { digits, exponent: point < 0 ? 0 : point - count };
  return new Token('number', start, end, text.slice(start, end), null, value);
}
const POINT = 0x2e;

function hanEnd(text: string, at: number): number {
  let end = at;
  while (end - at < LONGEST_HAN && isNumeral(text, end)) end++;
  if (text[end] === '万' && end > at) {
    const from = end + 1;
    end = from;
    while (end - from < LONGEST_HAN && isNumeral(text, end)) end++;
  }
  return end;
}

function hanValue(text: string): Exact | null {
  const digits = toNumber(text);
  return digits === null ? null : { digits, exponent: 0 };
}
