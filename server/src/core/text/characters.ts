/* What a UTF-16 code unit is, for those that look at one beside a place; '' is what stands beyond the edge of a text. */

export const isHan = (ch: string): boolean => ch >= '\u3400' && ch <= '\u9fff';
export const isDigit = (ch: string): boolean => ch >= '0' && ch <= '9';
export const isLatin = (ch: string): boolean => (ch >= 'A' && ch <= 'Z') || (ch >= 'a' && ch <= 'z');
/** Whether it is one of `chars`; the edge of a text is none. */
export const isOneOf = (ch: string, chars: string): boolean => ch !== '' && chars.includes(ch);
/** Whether it is one of `chars` or the edge of a text. */
export const isEdgeOr = (ch: string, chars: string): boolean => chars.includes(ch);
export const isHanDigit = (ch: string): boolean => isOneOf(ch, '零〇一二三四五六七八九十百千两');
