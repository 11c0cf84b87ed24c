import type { Exact } from '../../text/exact.js';
import { toNumber } from '../../text/numerals.js';
import { UNIT, unitOf } from './units.js';

/** A number as it stands in a line, before anyone asks what it is a number of. Offsets in the line. */
export interface Written {
  readonly start: number;
  /** Past the unit. */
  readonly end: number;
  /** null for a blank. */
  readonly value: Exact | null;
  /** The power of ten that 万 or 亿 behind the digits makes the value greater by; 0 without. */
  readonly magnitude: number;
  readonly unit: string;
  readonly isApproximate: boolean;
  readonly isHan: boolean;
}

const HAN = '[零〇一二两三四五六七八九十百千]';
/** 12,345; 12.5. */
const ARABIC = '\\d+(?:,\\d{3}(?!\\d))*(?:\\.\\d+)?';
const NUMBER = new RegExp(
  `(百分之|千分之)(${ARABIC}|${HAN}{1,6}(?:点[零〇一二三四五六七八九]{1,4})?)` + // 百分之三十五点二
    `|(${HAN}{1,3}分之${HAN}{1,3})` +
    `|(${ARABIC})|(${HAN}{1,8}(?:万${HAN}{0,8})?)`,
  'g',
);
const MAGNITUDES: Readonly<Record<string, number>> = {
  百: 2,
  千: 3,
  万: 4,
  十万: 5,
  百万: 6,
  千万: 7,
  亿: 8,
  十亿: 9,
  百亿: 10,
  千亿: 11,
  万亿: 12,
};
const AFTER = new RegExp(
  `(余|多|来)?(万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千(?![瓦克米])|百(?!分))?(余|多|来)?(%|﹪|‰|${UNIT})?`,
  'y',
);

/** Words before a number, or behind its unit, by which it is not meant exactly. 签约120个 and 附近85户 are exact. */
const ABOUT_BEFORE =
  /(?:(?<![签预节履违契])约|(?<![附邻最])近|超|超过|逾|突破|不足|不到|至少|至多|最多|最高|最低|低于|高于|大于|小于|少于|多于|几乎|大概)(?:为|达|是)?$/;
const ABOUT_AFTER = /^(?:余|多|左右|上下|以上|以下|以内|之内|及以上|及以下|出头|开外|不到)/;

/** The numbers of a line, '' where one has no unit, and blanks; dates, ordinals, codes and versions are none. */
export function numbersIn(
  line: string,
  blanks: readonly { readonly start: number; readonly end: number }[],
): Written[] {
  const found: Written[] = [];
  let nextBlank = 0;
  for (const m of line.matchAll(NUMBER)) {
    const start = m.index;
    const digitsEnd = start + m[0].length;
    while (nextBlank < blanks.length && blanks[nextBlank]!.end <= start) nextBlank++;
    const blank = blanks[nextBlank];
    if ((blank && blank.start < digitsEnd) || isCode(line, start)) continue;
    const number = numberAt(line, m);
    if (number) found.push(number);
  }
  for (const { start, end } of blanks) {
    const { magnitude, unit, end: unitEnd } = unitAt(line, end);
    found.push({ start, end: unitEnd, value: null, magnitude, unit, isApproximate: false, isHan: false });
  }
  return found.sort((a, b) => a.start - b.start);
}

function numberAt(line: string, m: RegExpMatchArray): Written | null {
  const [whole, per, perValue, fraction, arabic, han] = m;
  const start = m.index!;
  const digitsEnd = start + whole.length;
  if (fraction !== undefined) return null;
  if (per !== undefined) {
    const value = exactOf(perValue!);
    return (
      value && {
        start,
        end: digitsEnd,
        value,
        magnitude: 0,
        unit: per === '百分之' ? '%' : '‰',
        isApproximate: isAbout(line, start, digitsEnd),
        isHan: false,
      }
    );
  }
  // 一 is by far the commonest, and counts nothing.
  if (han !== undefined && !isHanNumber(line, start, han)) return null;
  const { magnitude, unit, isAbout: isUnitAbout, end } = unitAt(line, digitsEnd);
  if (han !== undefined && (unit === '' || (han === '十' && unit === '分'))) return null;
  if (arabic !== undefined && isYear(arabic, unit)) return null;
  const value = exactOf(arabic ?? han!);
  if (!value) return null;
  return {
    start,
    end,
    value: scaled(value, magnitude),
    magnitude,
    unit,
    isApproximate: isUnitAbout || unit === '成' || isAbout(line, start, end),
    isHan: han !== undefined,
  };
}

/** 3 with the 万 of another number. */
export const scaled = ({ digits, exponent }: Exact, magnitude: number): Exact => ({
  digits,
  exponent: exponent + magnitude,
});

function unitAt(line: string, at: number): { magnitude: number; unit: string; isAbout: boolean; end: number } {
  AFTER.lastIndex = at;
  const m = AFTER.exec(line)!;
  const unit = m[4] ?? '';
  return {
    magnitude: MAGNITUDES[m[2] ?? ''] ?? 0,
    unit: unitOf(unit),
    isAbout: m[1] !== undefined || m[3] !== undefined,
    end: at + m[0].trimEnd().length,
  };
}

const isAbout = (line: string, start: number, end: number): boolean =>
  ABOUT_BEFORE.test(line.slice(Math.max(0, start - 6), start)) || ABOUT_AFTER.test(line.slice(end, end + 4));

/** The value of written digits, null when they are too many or no number. */
function exactOf(text: string): Exact | null {
  const ascii = text.replaceAll(',', '');
  if (/^[\d.]+$/.test(ascii)) {
    const [whole = '', decimals = ''] = ascii.split('.');
    const digits = Number(whole + decimals);
    return whole.length + decimals.length > 15 ? null : { digits, exponent: -decimals.length };
  }
  const [whole = '', decimals] = text.split('点');
  const high = toNumber(whole);
  if (high === null) return null;
  if (decimals === undefined) return { digits: high, exponent: 0 };
  const low = [...decimals].map(c => toNumber(c) ?? 0).join('');
  return { digits: Number(`${high}${low}`), exponent: -low.length };
}

/** Part of something longer: B5, 第5, 1:3, 1.2.3, 〔2023〕, −5. */
function isCode(line: string, start: number): boolean {
  const before = line.slice(Math.max(0, start - 2), start);
  return /[A-Za-z\d０-９.．/+#＃№〔]$|第$|\d[:：]$|(?:^|[^\d０-９XX×*_年月日岁人名个万亿元%％ ])[-−]$/.test(before);
}

/** 2023年: a point in time. 5月, 24日 and 3年级 have no unit at all. */
const isYear = (digits: string, unit: string): boolean => unit === '年' && /^(?:19|20)\d\d$/.test(digits);

/** 一 in 一些, 数十, 百万 and the name “两个维护” count nothing; 三五户 and 七八户 are approximate. */
const isHanNumber = (line: string, start: number, han: string): boolean =>
  han !== '一' &&
  !/[十百千万亿每初周星期几数点“]/.test(line[start - 1] ?? '') &&
  !/^[千百万]+$|[一二两三四五六七八九]{2}/.test(han);
