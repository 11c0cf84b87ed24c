import type { Token } from '../../lexicon/tokens.js';
import type { Span } from '../../text/span.js';
import { slipsOf } from '../relations/evidence.js';

/** A moment as a text tells it: 2024年2月20日, 4月8日, 2020年11月末, 2019年, 上午9时40分. What it does not tell is null. */
export interface Moment extends Span {
  /** Its first token, and the one behind it. */
  readonly first: number;
  readonly next: number;
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  /** The last of its month, or of its year: 11月末, 2023年底. */
  readonly isEnd: boolean;
  /** Minutes since midnight. */
  readonly minutes: number | null;
}

/** What a text tells in its order: a number, and the moment that it begins, if it begins one; or the mark that ends a sentence. */
export interface Told {
  /** Its first token. */
  readonly first: number;
  readonly moment: Moment | null;
  /** 。, ； or the end of a line; '' for a number. */
  readonly end: string;
}

/** All that a text tells so: the one walk of those that compare moments. A number that is part of a moment is none of its own. */
export function toldIn(tokens: readonly Token[]): Told[] {
  const told: Told[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const { kind, text } = tokens[i]!;
    if (kind === 'mark' && SENTENCE_ENDS.includes(text)) told.push({ first: i, moment: null, end: text });
    if (kind !== 'number') continue;
    const moment = BEGINS.includes(tokens[i + 1]?.text[0] ?? '无') ? momentAt(tokens, i) : null;
    told.push({ first: i, moment, end: '' });
    if (moment) i = moment.next - 1;
  }
  return told;
}
const SENTENCE_ENDS = '。；\n';
/** 2024年, 5月, 9时 */
const BEGINS = '年月时';

/** The moment that begins at a token, which is a number; null for none. */
function momentAt(tokens: readonly Token[], i: number): Moment | null {
  const [number, of] = [tokens[i]!, tokens[i + 1]];
  const { value } = number;
  if (value?.exponent !== 0 || !of) return null;
  const { digits } = value;
  const isYear = !number.isHan && digits > 1900 && digits < 2100 && of.text[0] === '年';
  const at = isYear && of.text === '年' ? i + 2 : i;
  const month = monthIn(tokens[at], tokens[at + 1]);
  if (month !== null) {
    const [day, end] = [tokens[at + 2], tokens[at + 3]];
    const isDay = day?.kind === 'number' && (end?.text === '日' || end?.text === '号') && tokens[at + 1]!.text === '月';
    const next = isDay ? at + 4 : at + 2;
    const own = isDay ? (day.value?.digits ?? 0) : null;
    if (own !== null && (own < 1 || own > 31)) return null;
    return {
      ...placed(tokens, i, next),
      year: isYear ? digits : null,
      month,
      day: own,
      isEnd: ENDS.includes(tokens[at + 1]!.text.slice(-1)),
      minutes: null,
    };
  }
  if (isYear)
    return {
      ...placed(tokens, i, i + 2),
      year: digits,
      month: null,
      day: null,
      isEnd: ENDS.includes(of.text.slice(-1)),
      minutes: null,
    };
  return of.text[0] === '时' && !NO_HOUR.includes(of.text[1] ?? '无') ? clockAt(tokens, i, digits) : null;
}

const ENDS = '底末';
/** 5时间, 5时期 */
const NO_HOUR = '间期代段常';

const placed = (
  tokens: readonly Token[],
  first: number,
  next: number,
): Pick<Moment, 'start' | 'end' | 'first' | 'next'> => ({
  start: tokens[first]!.start,
  end: tokens[next - 1]!.end,
  first,
  next,
});

function monthIn(number: Token | undefined, of: Token | undefined): number | null {
  if (number?.kind !== 'number' || of?.text[0] !== '月') return null;
  const month = number.value?.exponent === 0 ? number.value.digits : 0;
  return month >= 1 && month <= 12 ? month : null;
}

/** 下午2时, 11时40分 */
function clockAt(tokens: readonly Token[], i: number, hour: number): Moment | null {
  const [minute, of] = [tokens[i + 2], tokens[i + 3]];
  const hasMinute = tokens[i + 1]!.text === '时' && minute?.kind === 'number' && of?.text === '分';
  const own = hasMinute ? (minute.value?.digits ?? 60) : 0;
  if (hour > 24 || own > 59) return null;
  const before = tokens[i - 1]?.text ?? '';
  const isLate = hour < 12 && (before.endsWith('下午') || before.endsWith('晚上') || before.endsWith('傍晚'));
  return {
    ...placed(tokens, i, hasMinute ? i + 4 : i + 2),
    year: null,
    month: null,
    day: null,
    isEnd: false,
    minutes: (isLate ? hour + 12 : hour) * 60 + own,
  };
}

/** Months from the one to the other, as many or as few as the words allow; null where they do not tell. */
export function monthsBetween(from: Moment, to: Moment): number[] | null {
  if (from.month === null || to.month === null) return null;
  const years = from.year !== null && to.year !== null ? to.year - from.year : null;
  const plain = to.month - from.month;
  const months = years === null ? (plain < 0 ? plain + 12 : plain) : years * 12 + plain;
  if (from.day !== null && to.day !== null) {
    const exact = months + (to.day - from.day) / 30;
    const part = exact - Math.floor(exact);
    const isBetween = part > LEAST_PART && part < 1 - LEAST_PART;
    return [
      ...new Set(isBetween ? [Math.floor(exact), Math.ceil(exact)] : [Math.round(exact), Math.round(exact + 1 / 30)]),
    ];
  }
  // Both ends of months, or the whole of the first and of the last.
  return from.isEnd ? (to.isEnd ? [months] : [months - 1, months]) : [months, months + 1];
}
/** So much of a month more or less is a month more or less. */
const LEAST_PART = 0.12;

/** Days from the one to the other: of days without a year, those of the same year, else of the next; where a February lies between, with 28 days and with 29. */
export function daysBetween(from: Moment, to: Moment): number[] {
  if (from.month === null || to.month === null || from.day === null || to.day === null) return [];
  const [month, day] = [from.month, from.day];
  const isNext = to.month < month || (to.month === month && to.day < day);
  const year = from.year ?? (to.year === null ? null : isNext ? to.year - 1 : to.year);
  const of = (y: number): number => {
    const end = to.year !== null && from.year !== null ? to.year : isNext ? y + 1 : y;
    return dayNumber(end, to.month!, to.day!) - dayNumber(y, month, day);
  };
  const all = year === null ? [2021, 2023, 2024].map(of) : [of(year)];
  return [...new Set(all)].filter(d => d > 0);
}

/** Of how manieth day a date is, counted from anywhere. */
function dayNumber(year: number, month: number, day: number): number {
  const [y, m] = month > 2 ? [year, month] : [year - 1, month + 12];
  return (
    365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * (m - 3) + 2) / 5) + day
  );
}

/** Whole years from the one to the other, as many or as few as the words allow; none where they do not tell. */
export function yearsBetween(from: Moment, to: Moment): number[] {
  if (from.year === null || to.year === null) return [];
  const years = to.year - from.year;
  if (years < 1) return [];
  if (from.month === null || to.month === null) return [years, years + 1];
  const exact = (monthsBetween(from, to) ?? []).map(m => m / 12);
  return [...new Set(exact.flatMap(y => [Math.floor(y), Math.ceil(y)]))];
}

/** Whether one slip of the pen makes a number one of these. */
export const isSlipOf = (count: number, right: readonly number[]): boolean =>
  slipsOf({ digits: count, exponent: 0 }).some(s => right.includes(s.digits));

/** The days that a slip in its month or its day would make of one. */
export function slipsOfDay(moment: Moment): Moment[] {
  const slips = (n: number): number[] => slipsOf({ digits: 100 + n, exponent: 0 }).map(s => s.digits - 100);
  const months = slips(moment.month!).filter(m => m >= 1 && m <= 12);
  const days = slips(moment.day!).filter(d => d >= 1 && d <= 31);
  return [...days.map(day => ({ ...moment, day })), ...months.map(month => ({ ...moment, month }))];
}

/** As short as it can be said. */
export const nameOf = ({ year, month, day, minutes, isEnd }: Moment): string =>
  minutes !== null
    ? `${Math.floor(minutes / 60)}时${minutes % 60 === 0 ? '' : `${minutes % 60}分`}`
    : `${year !== null && day === null ? `${year}年` : ''}${month === null ? '' : `${month}月`}${day === null ? (isEnd ? '末' : '') : `${day}日`}`;

/** A day with its month. */
export const dayOf = ({ month, day }: Moment): string => `${month}月${day}日`;
