import { LEXICON } from '../../lexicon/lexicon.js';
import type { Token } from '../../lexicon/tokens.js';
import { textOf } from '../relations/clauses.js';
import type { Mismatch } from './mismatch.js';
import { dayOf, daysBetween, isSlipOf, monthsBetween, nameOf, slipsOfDay, type Moment, type Told } from './moments.js';

/** 60日内, 5日前, 3个月内: so long from a day on, or before it. */
interface Term {
  /** Its first token, and the one behind it. */
  readonly first: number;
  readonly next: number;
  readonly count: number;
  readonly isMonths: boolean;
  readonly isBefore: boolean;
}

/** The day it is counted from may be one of so many told before. */
const MOST_DAYS = 3;

/**
 * 4月8日受理，…起60日内，即6月7日前; 7月18日召开，…会议5日前，即7月13日前; 今天是11月9日，距离年底还有52天: the day that 即 says, and the days
 * that are left. The one it is counted from is among those told before it, and but for a slip of the pen it would be right.
 */
export function wronglyAppointed(tokens: readonly Token[], told: readonly Told[]): Mismatch[] {
  const found: Mismatch[] = [];
  let days: Moment[] = [];
  let sentence = 0;
  for (const [at, { first: i, moment, end: mark }] of told.entries()) {
    if (mark === '\n') days = [];
    if (mark === '\n' || mark === '。') sentence = i + 1;
    if (mark !== '') continue;
    if (moment) {
      if (moment.day !== null) days.push(moment);
      continue;
    }
    const term = termAt(tokens, i);
    const end = term ? endOf(tokens, term.next, told[at + 1]) : null;
    if (term && end && days.length > 0 && days.length <= MOST_DAYS) found.push(...appointed(tokens, term, days, end));
    found.push(
      ...leftTill(
        tokens,
        i,
        days.filter(d => d.first >= sentence),
      ),
    );
  }
  return found;
}

function termAt(tokens: readonly Token[], i: number): Term | null {
  const [number, unit, edge] = [tokens[i]!, tokens[i + 1], tokens[i + 2]];
  const word = edge && LEXICON.sense(edge.text, 'within');
  if (!word || number.value?.exponent !== 0 || tokens[i - 1]?.is('about')) return null;
  const isMonths = unit!.text === '个月';
  if (!isMonths && unit!.text !== '日' && unit!.text !== '天') return null;
  return {
    first: i,
    next: i + 3,
    count: number.value.digits,
    isMonths,
    isBefore: word.attributes['before'] !== undefined,
  };
}

/** ，即2024年6月7日 */
function endOf(tokens: readonly Token[], at: number, next: Told | undefined): Moment | null {
  if (tokens[at]?.text !== '，' || tokens[at + 1]?.text !== '即') return null;
  return next?.moment && next.moment.day !== null && next.first < at + 5 ? next.moment : null;
}

function appointed(tokens: readonly Token[], term: Term, days: readonly Moment[], end: Moment): Mismatch[] {
  const between = (day: Moment, to: Moment): number[] => {
    const [from, until] = term.isBefore ? [to, day] : [day, to];
    return term.isMonths ? (monthsBetween(from, until) ?? []) : daysBetween(from, until);
  };
  // The first day, or the last, may be counted or not.
  const fits = (day: Moment, to: Moment): boolean =>
    between(day, to).some(n => n === term.count || (!term.isMonths && Math.abs(n - term.count) === 1));
  if (days.some(day => fits(day, end))) return [];
  const day = days.at(-1)!;
  // Months later it is the same day.
  const slips = slipsOfDay(end).filter(to => !term.isMonths || to.day === end.day);
  const mend = slips.find(to => between(day, to).includes(term.count)) ?? slips.find(to => fits(day, to));
  const [stated] = between(day, end);
  if (!mend && !(stated !== undefined && isSlipOf(term.count, [stated]))) return [];
  return [
    {
      start: end.start,
      end: end.end,
      as: 'lasting',
      other: { start: day.start, end: day.end },
      stated: dayOf(end),
      right: mend
        ? `${nameOf(day)}${term.isBefore ? '前' : '起'}${textOf(tokens.slice(term.first, term.next - 1))}是${nameOf(mend)}`
        : `${nameOf(term.isBefore ? end : day)}至${nameOf(term.isBefore ? day : end)}是${stated}${term.isMonths ? '个月' : '天'}`,
    },
  ];
}

/** 距离年底还有52天 */
function leftTill(tokens: readonly Token[], i: number, days: readonly Moment[]): Mismatch[] {
  const [number, unit] = [tokens[i]!, tokens[i + 1]];
  const [day, ...more] = days;
  if (unit?.text !== '天' || number.value?.exponent !== 0 || !day || more.length > 0) return [];
  let from = i;
  while (from > 0 && tokens[from - 1]!.kind !== 'mark') from--;
  const clause = textOf(tokens.slice(from, i));
  const end = LEXICON.wordsOf('yearend').find(word => clause.includes(word));
  if (!clause.startsWith('距') || end === undefined) return [];
  const [left] = daysBetween(day, { ...day, month: 12, day: 31 });
  const count = number.value.digits;
  if (left === undefined || Math.abs(count - left) <= 1 || !isSlipOf(count, [left, left + 1])) return [];
  return [
    {
      start: number.start,
      end: unit.end,
      as: 'lasting',
      other: { start: day.start, end: day.end },
      stated: number.text + unit.text,
      right: `${nameOf(day)}到${end}还有${left}天`,
    },
  ];
}
