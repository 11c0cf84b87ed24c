/* What a UTF-16 code unit is, for those that look at one beside a place; '' is what stands beyond the edge of a text. */

export const isHan = (ch: string): boolean => ch >= '\u3400' && ch <= '\u9fff';
/** Han of the first block of Unicode, without the rare ones before it. */
export const isCommonHan = (ch: string): boolean => ch >= '\u4e00' && ch <= '\u9fff';
export const isDigit = (ch: string): boolean => ch >= '0' && ch <= '9';
export const isLatin = (ch: string): boolean => (ch >= 'A' && ch <= 'Z') || (ch >= 'a' && ch <= 'z');
/** Whether it is one of `chars`; the edge of a text is none. */
export const isOneOf = (ch: string, chars: string): boolean => ch !== '' && chars.includes(ch);
/** Whether it is one of `chars` or the edge of a text. */
export const isEdgeOr = (ch: string, chars: string): boolean => chars.includes(ch);
export const isHanDigit = (ch: string): boolean => isOneOf(ch, '零〇一二三四五六七八九十百千两');

/** Where the first of `chars` stands in a text, from an offset on; -1 where none does. */
export function firstOf(text: string, chars: string, from = 0): number {
  for (let at = from; at < text.length; at++) if (chars.includes(text[at]!)) return at;
  return -1;
}

/** Where the last of `chars` stands in a text; -1 where none does. */
export function lastOf(text: string, chars: string): number {
  let at = text.length - 1;
  while (at >= 0 && !chars.includes(text[at]!)) at--;
  return at;
}

/** Where a run of such characters ends that begins at an offset, of at most so many: the offset itself where none does. */
export function endOfRun(text: string, at: number, is: (ch: string) => boolean, most = Infinity): number {
  let end = at;
  while (end < text.length && end - at < most && is(text[end]!)) end++;
  return end;
}

/** Where a run of such characters begins that ends at an offset: the offset itself where none does. */
export function startOfRun(text: string, end: number, is: (ch: string) => boolean): number {
  let at = end;
  while (at > 0 && is(text[at - 1]!)) at--;
  return at;
}

/**
 * Where words in a row end that begin at an offset, of each step one: `['个', '条'], ['主要', ''], ['问题']`; '' may be left out. Of
 * several that fit the first in the order of the lists; -1 where none do.
 */
export const endOfWords = (text: string, at: number, ...steps: Steps): number => endFrom(text, at, steps, 0);
type Steps = readonly (readonly string[])[];
function endFrom(text: string, at: number, steps: Steps, step: number): number {
  if (step === steps.length) return at;
  for (const word of steps[step]!) {
    const end = text.startsWith(word, at) ? endFrom(text, at + word.length, steps, step + 1) : -1;
    if (end >= 0) return end;
  }
  return -1;
}

/** Where words in a row begin that end at an offset; the steps from the last to the first. As {@link endOfWords}. */
export const startOfWords = (text: string, end: number, ...steps: Steps): number => startFrom(text, end, steps, 0);
function startFrom(text: string, end: number, steps: Steps, step: number): number {
  if (step === steps.length) return end;
  for (const word of steps[step]!) {
    const at = text.endsWith(word, end) ? startFrom(text, end - word.length, steps, step + 1) : -1;
    if (at >= 0) return at;
  }
  return -1;
}

/** UTF-16 code units of which one is looked for in many texts. */
export class CharSet {
  readonly #has = new Uint8Array(0x10000);

  constructor(chars: string) {
    for (let i = 0; i < chars.length; i++) this.#has[chars.charCodeAt(i)] = 1;
  }

  /** Whether one of them stands at an offset of a text. */
  isAt(text: string, at: number): boolean {
    return this.#has[text.charCodeAt(at)] === 1;
  }

  /** Where the first of them stands in a text, from an offset on; -1 where none does. */
  firstIn(text: string, from = 0): number {
    for (let i = from; i < text.length; i++) if (this.#has[text.charCodeAt(i)] === 1) return i;
    return -1;
  }

  /** Whether one of them stands in a text. */
  isIn(text: string): boolean {
    return this.firstIn(text) >= 0;
  }
}
