import { isDigit } from './characters.js';

/**
 * Chinese numerals, both ways. The numbers of 编, 章, 节, 条 and 项 are written in them (立法法 第六十五条);
 * reports also write Arabic digits of either width.
 */

const DIGITS = '零一二三四五六七八九';
/** By code unit: what a digit counts, and by what a unit counts it. */
const DIGIT_OF = new Map(
  [...DIGITS, '〇', '两'].map(c => [c.charCodeAt(0), c === '两' ? 2 : Math.max(0, DIGITS.indexOf(c))]),
);
const UNIT_OF = new Map([...'十百千'].map((c, i) => [c.charCodeAt(0), 10 ** (i + 1)]));
/** 廿 and 卅: tens in one character. */
const TENS_OF = new Map([...'廿卅'].map((c, i) => [c.charCodeAt(0), i + 2]));

/** The inside of a character class that matches any numeral {@link toNumber} reads. */
export const NUMERAL = '零〇一二两三四五六七八九十廿卅百千万0-9０-９';

/** Full-width digits as ASCII; the text stays as long as it was. */
export const narrowDigits = (text: string): string =>
  text.replace(/[０-９]/g, digit => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));

/** ASCII digits as full-width ones. */
export const wideDigits = (text: string): string =>
  text.replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/**
 * The value of a non-negative integer in Chinese or Arabic numerals, or null when `text` is not one.
 * Reads 二十一, 廿一, 一百零五, 一百〇五, 两千, 一万二千, 二〇二四 (digit by digit), 24 and ２４.
 */
export function toNumber(text: string): number | null {
  if (/^[\d０-９]{1,15}$/.test(text)) return Number(narrowDigits(text));
  if (text.length > 1 && /^[零〇一二三四五六七八九]+$/.test(text)) {
    let value = 0;
    for (let i = 0; i < text.length; i++) value = value * 10 + DIGIT_OF.get(text.charCodeAt(i))!;
    return text.length > 15 ? null : value;
  }
  const at = text.indexOf('万');
  if (at < 0) return belowTenThousand(text);
  const [tenThousands, low] = [belowTenThousand(text.slice(0, at)), text.slice(at + 1)];
  const remainder = low === '' ? 0 : belowTenThousand(low);
  return tenThousands === null || remainder === null ? null : tenThousands * 10_000 + remainder;
}

function belowTenThousand(text: string): number | null {
  let total = 0;
  let digit: number | null = null;
  let lastUnit = 10_000;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const tens: number | undefined = TENS_OF.get(code);
    const unit: number | undefined = tens === undefined ? UNIT_OF.get(code) : 10;
    if (unit === undefined) {
      const own: number | undefined = DIGIT_OF.get(code);
      if (own === undefined || (own > 0 && digit !== null)) return null;
      digit = own === 0 ? null : own;
      continue;
    }
    if (unit >= lastUnit || (tens !== undefined && digit !== null)) return null;
    total += (tens ?? digit ?? 1) * unit;
    lastUnit = unit;
    digit = null;
  }
  return text === '' ? null : total + (digit ?? 0);
}

/** 0 ≤ n < 100,000,000 as a Chinese numeral the way provisions are numbered: 十, 二十一, 一百零五, 一千二百四十二. */
export function toChinese(n: number): string {
  if (n >= 10_000) {
    const low = n % 10_000;
    return `${toChinese(Math.floor(n / 10_000))}万${low === 0 ? '' : (low < 1000 ? '零' : '') + spelled(low)}`;
  }
  return n === 0 ? '零' : spelled(n).replace(/^一十/, '十');
}

function spelled(n: number): string {
  let out = '';
  let placeholder = false;
  for (const [value, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(n / value) % 10;
    if (digit === 0) {
      placeholder = out !== '';
    } else {
      out += (placeholder ? '零' : '') + '零一二三四五六七八九'[digit] + name;
      placeholder = false;
    }
  }
  return out;
}

/** How many digits of a year that has begun end `text`: 20XX, 201X, 19XX; 0 where none has. */
export function yearBegun(text: string): number {
  let digits = 0;
  while (digits < text.length && isDigit(text[text.length - 1 - digits]!)) digits++;
  const year = text.slice(text.length - digits);
  return (digits === 2 || digits === 3) && (year.startsWith('19') || year.startsWith('20')) ? digits : 0;
}
