import { tokenize } from '../../lexicon/tokens.js';
import { CharSet, endOfRun, isOneOf, startOfRun } from '../../text/characters.js';
import { compare, trimmed, type Exact } from '../../text/exact.js';
import { toNumber } from '../../text/numerals.js';
import type { Span } from '../../text/span.js';
import type { Mismatch } from './mismatch.js';

/** Digits in capitals and the numeral of each: no other text has them. */
const [CAPITALS, DIGITS] = ['壹贰叁肆伍陆柒捌玖', '一二三四五六七八九'];
const [POWERS, TENS] = ['拾佰仟', '十百千'];
const BEGINNING = new CharSet(CAPITALS);
const OF_AMOUNT = `${CAPITALS}${POWERS}零万亿元圆角分整正`;
/** What may stand between an amount in capitals and its digits. */
const BETWEEN = '（）(): ：，¥￥大小写人民币即合计元整';
const LONGEST = 40;
const REACH = 14;

/** 人民币壹拾贰万叁仟伍佰元整（小写：¥132500.00）: an amount in capitals and in digits, either first. */
export function capitalsBesideDigits(text: string): Mismatch[] {
  const found: Mismatch[] = [];
  let end = 0;
  for (let at = BEGINNING.firstIn(text); at >= 0; at = BEGINNING.firstIn(text, end + 1)) {
    end = endOfRun(text, at, c => isOneOf(c, OF_AMOUNT), LONGEST);
    const value = yuanOf(text.slice(at, end));
    const digits = value && (digitsBehind(text, end) ?? digitsBefore(text, at));
    if (digits && compare(digits.value, value) !== 0)
      found.push({
        ...digits.span,
        as: 'capitals',
        other: { start: at, end },
        stated: text.slice(digits.span.start, digits.span.end),
        right: `${trimmed(value)}元`,
      });
  }
  return found;
}

interface Amount {
  readonly span: Span;
  readonly value: Exact;
}

/** 壹拾贰万叁仟伍佰元整 in 元; null of what is no amount. */
function yuanOf(capitals: string): Exact | null {
  let plain = '';
  for (const c of capitals) {
    const [digit, power] = [CAPITALS.indexOf(c), POWERS.indexOf(c)];
    plain += digit >= 0 ? DIGITS[digit]! : power >= 0 ? TENS[power]! : c === '圆' ? '元' : c;
  }
  const at = plain.indexOf('元');
  if (at < 1) return null;
  const [high, low, ...rest] = plain.slice(0, at).includes('亿')
    ? plain.slice(0, at).split('亿')
    : ['', plain.slice(0, at)];
  const [above, below] = [high!, low!.startsWith('零') ? low!.slice(1) : low!].map(part =>
    part === '' ? 0 : toNumber(part),
  );
  if (rest.length > 0 || above == null || below == null) return null;
  return {
    digits: (above * 1e8 + below) * 100 + digitBefore(plain, '角') * 10 + digitBefore(plain, '分'),
    exponent: -2,
  };
}

/** 6 of 陆角; 0 without. */
const digitBefore = (plain: string, unit: string): number => DIGITS.indexOf(plain[plain.indexOf(unit) - 1] ?? '无') + 1;

const skipped = (c: string): boolean => isOneOf(c, BETWEEN);

function digitsBehind(text: string, end: number): Amount | null {
  const from = endOfRun(text, end, skipped, REACH);
  return from > end ? amountAt(text, from) : null;
}

/** 20,000元（大写：贰万元整） */
function digitsBefore(text: string, start: number): Amount | null {
  const to = Math.max(startOfRun(text, start, skipped), start - REACH);
  if (to === start) return null;
  const from = startOfRun(text, to, c => isOneOf(c, '0123456789,，.万亿'));
  const at = endOfRun(text, from, c => isOneOf(c, ',，.万亿'));
  const amount = at < to ? amountAt(text, at) : null;
  return amount && text[to] === '元' ? amount : null;
}

/** A number of digits, with 万 or 亿. */
function amountAt(text: string, at: number): Amount | null {
  const [number, power] = tokenize(text.slice(at, at + LONGEST));
  if (number?.kind !== 'number' || number.isHan || !number.value) return null;
  const zeros = Number(power?.as('power')?.attributes['zeros'] ?? 0);
  const { digits, exponent } = number.value;
  return {
    span: { start: at, end: at + (zeros > 0 ? power!.end : number.end) },
    value: { digits, exponent: exponent + zeros },
  };
}
