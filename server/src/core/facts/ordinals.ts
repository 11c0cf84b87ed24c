import { isDigit, isEdgeOr, isOneOf } from '../text/characters.js';
import { toNumber } from '../text/numerals.js';

/** The ways a line or a sentence is numbered, from the outermost (GB/T 9704-2012 7.3.3) to those of running prose. */
export type OrdinalForm = '第一章' | '一、' | '（一）' | '1.' | '（1）' | '①' | '一是' | '第一，' | '首先，' | '其一，';

export interface Ordinal {
  readonly form: OrdinalForm;
  readonly number: number;
  /** Length of the ordinal with its mark, in UTF-16 code units. */
  readonly length: number;
}

const HAN = '一二三四五六七八九十';
/** No list goes on so far: 一百二十一、 is none, nor is 2026. */
const MOST_HAN = 3;
const MOST_DIGITS = 2;
const IN_WORDS: Readonly<Record<string, number>> = { 首先: 1, 其次: 2, 再次: 3, 再者: 3, 最后: 4 };

/** The ordinal that `text` begins with, or null. */
export function ordinalOf(text: string): Ordinal | null {
  const first = text.charAt(0);
  if (first >= '①' && first <= '⑳') return { form: '①', number: first.charCodeAt(0) - 0x245f, length: 1 };
  const inWords = IN_WORDS[text.slice(0, 2)];
  if (inWords !== undefined)
    return { form: '首先，', number: inWords, length: isOneOf(text.charAt(2), '，,：:') ? 3 : 2 };
  const start = isOneOf(first, '第其（(') ? 1 : 0;
  const end = numeralEnd(text, start);
  const isHan = isOneOf(text.charAt(start), HAN);
  const found = end > start ? formAt(text, first, end, isHan) : null;
  const number = found && toNumber(text.slice(start, end));
  return number ? { form: found[0], number, length: found[1] } : null;
}

/** Where a numeral ends: as many Chinese ones, or digits, as an ordinal has. `start` where none stands. */
function numeralEnd(text: string, start: number): number {
  const isHan = isOneOf(text.charAt(start), HAN);
  const most = isHan ? MOST_HAN : MOST_DIGITS;
  let end = start;
  while (end < start + most && (isHan ? isOneOf(text.charAt(end), HAN) : isDigit(text.charAt(end)))) end++;
  return end;
}

/** The form and its length of the ordinal whose numeral ends at `end`, and which begins with `first`. */
function formAt(text: string, first: string, end: number, isHan: boolean): readonly [OrdinalForm, number] | null {
  const mark = text.charAt(end);
  if (isOneOf(first, '（(')) {
    if (!isOneOf(mark, '）)')) return null;
    return [isHan ? '（一）' : '（1）', end + (isOneOf(text.charAt(end + 1), '、.．') ? 2 : 1)];
  }
  if (first === '第' && isHan) {
    const part = ['章', '部分', '编', '节'].find(word => text.startsWith(word, end));
    if (part !== undefined && isEdgeOr(text.charAt(end + part.length), ' ：:'))
      return ['第一章', Math.min(text.length, end + part.length + 1)];
    return isOneOf(mark, '，、：: ') ? ['第一，', end + 1] : null;
  }
  if (first === '其') return isHan && isOneOf(mark, '，、：:') ? ['其一，', end + 1] : null;
  if (first === '第') return null;
  if (isHan) {
    if (mark === '、') return ['一、', end + 1];
    return isOneOf(mark, '是要则') && !isOneOf(text.charAt(end + 1), '否非') ? ['一是', end + 1] : null;
  }
  if (mark === '、' || (isOneOf(mark, '.．') && !isDigit(text.charAt(end + 1)))) return ['1.', end + 1];
  // 1) is no form of official documents; where it is used it is of the deepest.
  return isOneOf(mark, ')）') ? ['①', end + 1] : null;
}
