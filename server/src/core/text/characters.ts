/* What a UTF-16 code unit is, for those that look at one beside a place; '' is what stands beyond the edge of a text. */

export const isHan = (ch: string): boolean => ch >= '\u3400' && ch <= '\u9fff';
export const isDigit = (ch: string): boolean => ch >= '0' && ch <= '9';
export const isLatin = (ch: string): boolean => (ch >= 'A' && ch <= 'Z') || (ch >= 'a' && ch <= 'z');
/** Whether it is one of `chars`; the edge of a text is none. */
export const isOneOf = (ch: string, chars: string): boolean => ch !== '' && chars.includes(ch);
/** Whether it is one of `chars` or the edge of a text. */
export const isEdgeOr = (ch: string, chars: string): boolean => chars.includes(ch);
export const isHanDigit = (ch: string): boolean => isOneOf(ch, '零〇一二三四五六七八九十百千两');

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

  /** Whether one of them stands in a text. */
  isIn(text: string): boolean {
    for (let i = 0; i < text.length; i++) if (this.#has[text.charCodeAt(i)] === 1) return true;
    return false;
  }
}
