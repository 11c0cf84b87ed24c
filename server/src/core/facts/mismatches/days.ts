import { textOf } from '../relations/clauses.js';
import { LEXICON } from '../../lexicon/lexicon.js';
import type { Token } from '../../lexicon/tokens.js';
import { slipsOf } from '../relations/evidence.js';
import type { Mismatch } from './mismatch.js';

/** A day that is told: 4月8日, 2024年2月20日. */
interface Day {
  readonly start: number;
  readonly end: number;
  /** Its first token, and the one behind it. */
  readonly first: number;
  readonly next: number;
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

/** So many tokens may stand between the two days, and between the second and how long it took. */
const NEAR = 14;
const MOST_DAYS = 400;

/** 自4月8日立案，至5月27日办结，历时49天: so many days from the one to the other, or one more with both of them. */
export function wrongDays(tokens: readonly Token[]): Mismatch[] {
  const found: Mismatch[] = [];
  let days: Day[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i]!.isMark('。\n；')) days = [];
    const day = dayAt(tokens, i);
    if (day) {
      days.push(day);
      i = day.next - 1;
      continue;
    }
    const [from, to] = days.slice(-2);
    if (!from || !to || tokens[i + 1]?.text !== '天' || i - to.next > NEAR) continue;
    if (lasts(tokens, to.next, i) && isStretch(tokens, from, to)) found.push(...mismatch(tokens, i, from, to));
    days = [];
  }
  return found;
}

/** What is wrong with the number of days at a token, if anything is. */
function mismatch(tokens: readonly Token[], at: number, from: Day, to: Day): Mismatch[] {
  const { value, start } = tokens[at]!;
  const days = daysBetween(from, to);
  if (value?.exponent !== 0 || days.length === 0 || days[0]! > MOST_DAYS) return [];
  const { digits } = value;
  if (days.some(d => digits === d || digits === d + 1)) return [];
  // Fewer may be those on which people work.
  const isTold = digits > Math.max(...days) + 1 || slipsOf(value).some(s => days.includes(s.digits));
  const [a, b] = [from, to].map(d => `${d.month}月${d.day}日`) as [string, string];
  return isTold
    ? [
        {
          start,
          end: tokens[at + 1]!.end,
          as: 'days',
          other: { start: from.start, end: to.end },
          stated: `${digits}天`,
          right: `${a}至${b}是${days[0]!}天`,
        },
      ]
    : [];
}

function dayAt(tokens: readonly Token[], i: number): Day | null {
  const year = isYear(tokens, i) ? tokens[i]!.value!.digits : null;
  const first = year === null ? i : i + 2;
  const [month, of, day, end] = tokens.slice(first, first + 4);
  if (month?.kind !== 'number' || of?.text !== '月' || day?.kind !== 'number' || end?.text !== '日') return null;
  const [m, d] = [month.value?.digits ?? 0, day.value?.digits ?? 0];
  return m >= 1 && m <= 12 && d >= 1 && d <= 31
    ? { start: tokens[i]!.start, end: end.end, first: i, next: first + 4, year, month: m, day: d }
    : null;
}

const isYear = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]!.kind === 'number' && tokens[i]!.text.length === 4 && tokens[i + 1]?.text === '年';

/** 历时, 为期, 共 before the number, and no number nor 其中 between. */
function lasts(tokens: readonly Token[], from: number, to: number): boolean {
  const between = tokens.slice(from, to);
  if (between.some(t => t.kind === 'number' || t.is('lead') || t.is('average') || t.is('per') || t.is('about')))
    return false;
  const clause = between.slice(between.findLastIndex(t => t.kind === 'mark') + 1);
  return LEXICON.holds(textOf(clause), 'lasting');
}

/** From the one to the other: 至 right before the second, or what is done then: 受理，…办结. */
function isStretch(tokens: readonly Token[], from: Day, to: Day): boolean {
  if (to.first - from.next > NEAR) return false;
  const [to_, behind] = [tokens[to.first - 1]!, tokens[to.next]];
  if (to_.isChar('至到—-－~～') || to_.text.endsWith('至') || to_.text.endsWith('到')) return true;
  return behind !== undefined && LEXICON.longestAt(behind.text, 0, 'ending') !== null;
}

/** Of days without a year, those of the same year, else of the next; where a February lies between, with 28 days and with 29. */
function daysBetween(from: Day, to: Day): number[] {
  const isNext = to.month < from.month || (to.month === from.month && to.day < from.day);
  const year = from.year ?? (to.year === null ? null : isNext ? to.year - 1 : to.year);
  const of = (y: number): number => {
    const end = to.year !== null && from.year !== null ? to.year : isNext ? y + 1 : y;
    return dayNumber(end, to.month, to.day) - dayNumber(y, from.month, from.day);
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
