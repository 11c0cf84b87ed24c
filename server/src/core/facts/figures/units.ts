import type { Exact } from '../../text/exact.js';
import { GENRE } from '../../lexicon/lexicon.js';

/* What is known of a unit, as quantities have it. One that a team has of its own is another word for one of these, or counts with itself alone. */

const ATTRIBUTES = new Map(GENRE.wordsOf('unit').map(unit => [unit, GENRE.sense(unit, 'unit')!.attributes]));
const has = (unit: string, attribute: string): boolean => ATTRIBUTES.get(unit)?.[attribute] !== undefined;

export const isUnit = (text: string): boolean => ATTRIBUTES.has(text);
/** 单位85个，其中机关40家、学校45所; 轮椅463辆、助听器208台: units that count separate things by different words. */
export const isSameKind = (a: string, b: string): boolean =>
  a === b || (has(a, 'things') && has(b, 'things')) || groupsOf(a).some(group => groupsOf(b).includes(group));
const groupsOf = (unit: string): readonly string[] => GROUPS.get(unit) ?? [];
const GROUPS = new Map([...ATTRIBUTES].map(([unit, { group }]) => [unit, group?.split(',') ?? []]));
/** A questionnaire stands for who answered it: 有效问卷570份中，选择“愿意”的389人. */
export const isAnswerOf = (part: string, whole: string): boolean =>
  (whole === '份' && part === '人') || (whole === '人' && part === '份');
/** Written in whole numbers, so that bands must not share an end. */
export const isWhole = (unit: string): boolean => has(unit, 'ends');
/** A stretch of time. */
export const isSpan = (unit: string): boolean => has(unit, 'span');
/** A stretch that 不满 and 超过 before it make a band of: 不满35岁. */
export const isLong = (unit: string): boolean => has(unit, 'long');
/** Counted one by one: a range of it that runs downwards is reversed. */
export const isCounted = (unit: string): boolean => has(unit, 'counted');
/** 人次 counts people as often as they came. */
const isOfPeople = (unit: string): boolean => unit === '人' || unit === '人次';
/** Of how many of another unit one is. */
const MADE_OF: Readonly<Record<string, readonly [unit: string, digits: number, exponent: number]>> = {
  吨: ['公斤', 1, 3],
  公斤: ['克', 1, 3],
  公里: ['米', 1, 3],
  斤: ['公斤', 5, -1],
  公顷: ['亩', 15, 0],
};

/** By what a number of one unit is multiplied to be one of another: 1 of the same, a thousandth of 公斤 as 吨; null of unlike ones. */
export function factorBetween(from: string, to: string): Exact | null {
  if (from === to || (isOfPeople(from) && isOfPeople(to))) return { digits: 1, exponent: 0 };
  const [down, up] = [MADE_OF[from], MADE_OF[to]];
  if (down?.[0] === to) return { digits: down[1], exponent: down[2] };
  if (up?.[0] === from && up[1] !== 15)
    return up[1] === 1 ? { digits: 1, exponent: -up[2] } : { digits: 2, exponent: 0 };
  // 吨 as 斤
  if (down && up && down[0] === up[0] && down[1] === 1 && up[1] === 5) return { digits: 2, exponent: down[2] };
  // 斤 as 吨
  return down && up && down[0] === up[0] && up[1] === 1 ? { digits: down[1], exponent: down[2] - up[2] } : null;
}
