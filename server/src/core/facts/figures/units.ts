import { reduced, type Exact } from '../../text/exact.js';
import { GENRE } from '../../lexicon/lexicon.js';

/* What is known of a unit, as quantities have it. One that a team has of its own is another word for one of these, or counts with itself alone. */

const ATTRIBUTES = new Map(GENRE.wordsOf('unit').map(unit => [unit, GENRE.sense(unit, 'unit')!.attributes]));
/** Whether that is said of a unit. */
const said = (attribute: string): ((unit: string) => boolean) => {
  const units = new Set([...ATTRIBUTES.keys()].filter(unit => ATTRIBUTES.get(unit)![attribute] !== undefined));
  return unit => units.has(unit);
};

export const isUnit = (text: string): boolean => ATTRIBUTES.has(text);
/** 单位85个，其中机关40家、学校45所; 轮椅463辆、助听器208台: units that count separate things by different words. */
export const isSameKind = (a: string, b: string): boolean =>
  a === b || (isThings(a) && isThings(b)) || groupsOf(a).some(group => groupsOf(b).includes(group));
/** 85个, 40家: so many separate things. */
export const isThings = said('things');
const groupsOf = (unit: string): readonly string[] => GROUPS.get(unit) ?? [];
const GROUPS = new Map([...ATTRIBUTES].map(([unit, { group }]) => [unit, group?.split(',') ?? []]));
/** A questionnaire stands for who answered it: 有效问卷570份中，选择“愿意”的389人. */
export const isAnswerOf = (part: string, whole: string): boolean =>
  (whole === '份' && part === '人') || (whole === '人' && part === '份');
/** Written in whole numbers, so that bands must not share an end. */
export const isWhole = said('ends');
/** A stretch of time. */
export const isSpan = said('span');
/** A stretch that 不满 and 超过 before it make a band of: 不满35岁. */
export const isLong = said('long');
/** Counted one by one: a range of it that runs downwards is reversed. */
export const isCounted = said('counted');
/** 人次 counts people as often as they came. */
const isOfPeople = (unit: string): boolean => unit === '人' || unit === '人次';
/** Those that are so many of another, and those that others are so many of; each as how many of the least: 吨 as so many 克. */
const MEASURES = new Map<string, { readonly least: string; readonly count: number }>();
function measured(unit: string): { readonly least: string; readonly count: number } {
  const [of, count] = ATTRIBUTES.get(unit)?.['makes']?.split('/') ?? [];
  const base = of === undefined ? { least: unit, count: 1 } : measured(of);
  const own = { least: base.least, count: base.count * Number(count ?? 1) };
  MEASURES.set(unit, own);
  return own;
}
for (const [unit, { makes }] of ATTRIBUTES) if (makes !== undefined) measured(unit);

/** The longest measure that a text begins with: 公斤 of 公斤肥料. */
export const measureAhead = (text: string): string | undefined =>
  [...MEASURES.keys()].filter(unit => text.startsWith(unit)).sort((a, b) => b.length - a.length)[0];
/** Of which one is not ten, or a hundred, or a thousand of another: an amount is told in both. */
export const UNEVEN = [...MEASURES].flatMap(([unit, { least, count }]) =>
  Number.isInteger(Math.log10(count)) ? [] : [unit, least],
);

/** By what a number of one unit is multiplied to be one of another: 1 of the same, a thousandth of 公斤 as 吨; null of unlike ones, and where no decimal tells it: 亩 as 公顷. */
export function factorBetween(from: string, to: string): Exact | null {
  if (from === to || (isOfPeople(from) && isOfPeople(to))) return { digits: 1, exponent: 0 };
  const [one, other] = [MEASURES.get(from), MEASURES.get(to)];
  if (!one || one.least !== other?.least) return null;
  const digits = (one.count * 10 ** PLACES) / other.count;
  return Number.isInteger(digits) ? reduced({ digits, exponent: -PLACES }) : null;
}
/** 克 as 吨 */
const PLACES = 6;
