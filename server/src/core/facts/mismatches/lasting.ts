import { LEXICON } from '../../lexicon/lexicon.js';
import type { Token } from '../../lexicon/tokens.js';
import { textOf } from '../relations/clauses.js';
import type { Mismatch } from './mismatch.js';
import { daysBetween, isSlipOf, monthsBetween, nameOf, yearsBetween, type Moment, type Told } from './moments.js';

/** How long something lasts, as a text tells it: 49天, 6个月, 7年零3个月, 5个工作日, 160分钟. */
interface Length {
  readonly start: number;
  readonly end: number;
  /** Its first token, and the one behind it. */
  readonly first: number;
  readonly next: number;
  readonly count: number;
  /** As the text has it. */
  readonly said: string;
  readonly unit: 'day' | 'workday' | 'month' | 'year' | 'minute' | 'hour';
}

/** So many tokens may stand between two moments, and between them and how long it took. */
const [NEAR, BESIDE] = [14, 24];
const MOST_DAYS = 400;

/**
 * 自4月8日立案，至5月27日办结，历时49天; 为期6个月，自5月1日起，至10月31日结束; 2016年12月至2024年3月任职7年零3个月: how long it takes from the one
 * moment to the other.
 */
export function wronglyLasting(tokens: readonly Token[], told: readonly Told[]): Mismatch[] {
  const found: Mismatch[] = [];
  /** The last two, and where the sentence begins: of a delay the moments may be told before it, of a stretch they are not. */
  let moments: Moment[] = [];
  let sentence = 0;
  /** So many days, and so many times of a day, its sentence tells: of several stretches it is none. */
  let [days, hours] = [0, 0];
  /** How long, where the moments stand behind it. */
  let ahead: Length | null = null;
  /** 工期18个月: how long, where its beginning is told before it and its end behind. */
  let term: Length | null = null;
  /** The 3 of 7年零3个月 is told with the 7. */
  let next = 0;
  for (const { first, moment, end } of told) {
    if (end !== '') {
      if (end !== '。') moments = [];
      sentence = first + 1;
      days = hours = 0;
      ahead = term = null;
    }
    if (end !== '' || first < next) continue;
    const length = moment === null ? lengthAt(tokens, first) : null;
    next = length?.next ?? next;
    if (moment) {
      moments = [...moments.slice(-1), moment];
      if (moment.minutes === null) days++;
      else hours++;
    }
    const [from, to] = moments;
    const isHere = from !== undefined && to !== undefined && from.first >= sentence;
    if (moment && ahead && isHere && from.first > ahead.next && isStretch(tokens, from, to)) {
      found.push(...mismatch(ahead, from, to));
      ahead = null;
    }
    if (moment && term && isHere && days === 2 && from.next <= term.first && isToEnd(tokens, term, to)) {
      found.push(...mismatch(term, from, to));
      term = null;
    }
    if (!length) continue;
    const clause = clauseBefore(tokens, length.first);
    if (LEXICON.holds(clause, 'term')) term = length;
    if (LEXICON.holds(clause, 'lasting')) {
      if (!isHere) ahead = length;
      else if (
        (to.minutes === null ? days : hours) === 2 &&
        isBeside(tokens, to, length) &&
        isStretch(tokens, from, to)
      ) {
        found.push(...mismatch(length, from, to));
        moments = [];
      }
    } else if (from && to && length.unit === 'day' && LEXICON.holds(clause, 'delayed')) {
      found.push(...late(length, from, to));
      moments = [];
    }
  }
  return found;
}

/** The words of its clause before a token. */
function clauseBefore(tokens: readonly Token[], at: number): string {
  let from = at;
  while (from > 0 && at - from < NEAR && tokens[from - 1]!.kind !== 'mark') from--;
  return textOf(tokens.slice(from, at));
}

/** No number but 首尾两日 and 星期五, no 其中, no mean between: it is of nothing else. */
const isBeside = (tokens: readonly Token[], to: Moment, length: Length): boolean =>
  length.first - to.next <= BESIDE &&
  !tokens
    .slice(to.next, length.first)
    .some(
      t => (t.kind === 'number' && !t.isHan) || t.text === '其中' || t.is('average') || t.is('per') || t.is('about'),
    );

/** 6个月, 7年零3个月, 两年; not 约6个月, 6个多月, 第6年. */
function lengthAt(tokens: readonly Token[], i: number): Length | null {
  const [number, of] = [tokens[i]!, tokens[i + 1]];
  const unit = of?.as('unit')?.attributes['lasts'] as Length['unit'] | undefined;
  const { value } = number;
  if (!unit || !value || value.exponent !== 0 || value.digits < 1) return null;
  const before = tokens[i - 1];
  if (before?.text.endsWith('第') || before?.is('about')) return null;
  let [next, count, own] = [i + 2, value.digits, unit];
  if (unit === 'year') {
    const at = tokens[next]?.text === '零' ? next + 1 : next;
    const more = tokens[at];
    if (more?.kind === 'number' && tokens[at + 1]?.text === '个月' && more.value) {
      [next, own, count] = [at + 2, 'month', count * 12 + more.value.digits];
    }
  }
  const behind = tokens[next];
  if (behind?.is('about') || behind?.is('bound') || behind?.text[0] === '半') return null;
  const said = textOf(tokens.slice(i, next));
  return { start: number.start, end: tokens[next - 1]!.end, first: i, next, count, said, unit: own };
}

/** From the one to the other: 至 right before the second, or what is done then: 受理，…办结. */
function isStretch(tokens: readonly Token[], from: Moment, to: Moment): boolean {
  if (to.first - from.next > NEAR) return false;
  const [before, behind] = [tokens[to.first - 1]!, tokens[to.next]];
  // 计划2024年12月完工，实际于2025年4月完工, 实际拖到2025年4月底: two ends, and no beginning.
  const isEndAt = (token: Token | undefined): boolean =>
    token !== undefined && LEXICON.longestAt(token.text, 0, 'ending') !== null;
  if (isEndAt(tokens[from.next])) return false;
  if (before.isChar('-—－~～至到') || before.text.endsWith('至') || before.text.endsWith('到')) return true;
  return to.minutes !== null ? tokens[to.next - 1]!.text.length > 1 || behind !== undefined : isEndAt(behind);
}

/** 2023年10月开工，工期18个月，应于2025年3月31日前竣工; 任期五年，至2026年3月届满: the end that follows of both, and not when it was really done. */
function isToEnd(tokens: readonly Token[], { next }: Length, to: Moment): boolean {
  if (tokens[next]?.text !== '，') return false;
  const due = LEXICON.sense(textOf(tokens.slice(next + 1, to.first)), 'due');
  const behind = textOf(tokens.slice(to.next, to.next + 3));
  return due !== null && LEXICON.holds(behind, due.attributes['over'] === undefined ? 'ending' : 'over');
}

/** What is wrong with how long it takes, if anything is. */
function mismatch(length: Length, from: Moment, to: Moment): Mismatch[] {
  const right = lengthsOf(length, from, to);
  if (right.length === 0 || right.includes(length.count)) return [];
  return [mismatchOf(length, from, to, right[0]!)];
}

/** As many of a unit as there may be from the one to the other, the likeliest first; none where the words do not tell. */
function lengthsOf({ unit, count }: Length, from: Moment, to: Moment): number[] {
  switch (unit) {
    case 'day': {
      const days = daysBetween(from, to);
      if (days.length === 0 || days[0]! > MOST_DAYS) return [];
      // Fewer may be those on which people work.
      const right = days.flatMap(d => [d, d + 1]);
      return count > Math.max(...right) || isSlipOf(count, right) ? right : [];
    }
    case 'workday': {
      const days = daysBetween(from, to);
      // Holidays nobody knows; more than all days they are not.
      return days.length > 0 && count > Math.max(...days) + 1 ? [days[0]! + 1] : [];
    }
    case 'month':
      return monthsBetween(from, to)?.filter(m => m > 0) ?? [];
    case 'year':
      return yearsBetween(from, to);
    case 'minute':
    case 'hour': {
      if (from.minutes === null || to.minutes === null || to.minutes <= from.minutes) return [];
      const minutes = to.minutes - from.minutes;
      return unit === 'minute'
        ? [minutes]
        : [Math.round(minutes / 60), Math.ceil(minutes / 60), Math.floor(minutes / 60)];
    }
  }
}

/** 应于9月5日完工，实际12月14日竣工，推迟100天: the one day and the other, but for a slip. */
function late(length: Length, from: Moment, to: Moment): Mismatch[] {
  const days = [...daysBetween(from, to), ...daysBetween(to, from)];
  const isRight = days.some(d => Math.abs(d - length.count) <= 1);
  const near = days.filter(d => isSlipOf(length.count, [d]));
  return isRight || near.length === 0 ? [] : [mismatchOf(length, from, to, near[0]!)];
}

const mismatchOf = ({ start, end, said, unit }: Length, from: Moment, to: Moment, right: number): Mismatch => ({
  start,
  end,
  as: 'lasting',
  other: { start: Math.min(from.start, to.start), end: Math.max(from.end, to.end) },
  stated: said,
  right: `${nameOf(from)}至${nameOf(to)}是${inUnits(right, unit, said)}`,
});

function inUnits(count: number, unit: Length['unit'], said: string): string {
  if (unit === 'month' && said.includes('年')) return `${Math.floor(count / 12)}年零${count % 12}个月`;
  return count + NAMES[unit];
}
const NAMES: Readonly<Record<Length['unit'], string>> = {
  day: '天',
  workday: '天',
  month: '个月',
  year: '年',
  minute: '分钟',
  hour: '小时',
};
