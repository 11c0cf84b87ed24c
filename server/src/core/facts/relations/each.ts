import { LEXICON, senseOf, type Sense } from '../../lexicon/lexicon.js';
import type { Exact } from '../../text/exact.js';
import { toNumber } from '../../text/numerals.js';
import type { Figure } from '../figures.js';

/** What is told for each of so many: 人 of 人均, 公里 of 每公里造价, 小区 of 平均每个小区, 人口 of 每千人口, 月 of 月均. */
export interface Each {
  /** From the noun on: 小区投资; of 亩均 the one character. */
  readonly name: string;
  /** The power of ten that one of them is: -3 of 每千人口. */
  readonly tens: number;
}

/** 每 and what stands behind it, or one character before 均. */
const EACH = /每([百千万])?(?:[名个位](?!月))?([一-龥]{1,6})|(?!平)([一-龥])[均产]/;

/** What the words before a number say it is told for each of; null where they do not. */
export function eachIn(words: string): Each | null {
  const [, tens = '', behind, before] = EACH.exec(words) ?? [];
  const name = behind ?? before;
  const zeros = Number(LEXICON.sense(tens, 'power')?.attributes['zeros'] ?? 0);
  return name === undefined ? null : { name, tens: -zeros };
}

/** 860人 is of 人, 19个村 of 村. */
export const isCalled = (f: Figure, each: Each): boolean =>
  isNamedSo(f, each) || SHORT_FOR.get(each.name.slice(0, 1)) === f.unit;

/** Those of it, by their own words where any are: of 12个班 and 360人 生均 is of the latter, and of 教职工 and 学生 of the pupils. */
export function calledAmong(figures: readonly Figure[], each: Each): readonly Figure[] {
  const [named, called]: [Figure[], Figure[]] = [[], []];
  for (const f of figures)
    if (isNamedSo(f, each)) named.push(f);
    else if (SHORT_FOR.get(each.name.slice(0, 1)) === f.unit) called.push(f);
  return named.length > 0 ? named : called;
}

/** The same by its own words alone: 日均 is of 天 by what everybody knows. */
export const isNamedSo = ({ unit, label }: Figure, { name }: Each): boolean =>
  name !== '' && (name.startsWith(unit) || label.includes(name[0]!));

/** By two characters, which tells 社工 from 人口 where both are people. */
export const isNamedFully = ({ label }: Figure, { name }: Each): boolean =>
  name.length > 1 && label.includes(name.slice(0, 2));

/** 日均 is of 天, 人均消费 of 人次, 生均 of 人. */
const SHORT_FOR: ReadonlyMap<string, string> = new Map(
  LEXICON.wordsOf('shortfor').map(word => [word, LEXICON.sense(word, 'shortfor')!.attributes['of']!]),
);

/** 1—10月, 1至10月, 前10个月; 三年来, 近5年 */
const MONTHS = /(?:1月?[—–\-至到]|前)(\d{1,2})个?月/;
const YEARS = /([二两三四五六七八九十]|\d{1,2})年(?:来|间|共|累计|多|以来|里|总)/;
/** 2024年, and no part of it. */
const WHOLE_YEAR = /(?:19|20)\d\d年(?!\d|[上下]半|[一二三四第前]|[初底末])/;
const PER_QUARTER = 3;

/**
 * How many days, months, quarters or years the words speak of, where that is what a mean is for: 12 of 全年…，月均…; several where the
 * days are not told for certain, none where the words name several stretches.
 */
export function spansIn(words: string, { name, tens }: Each): readonly Exact[] {
  const unit = name[0] === '天' ? '日' : name[0]!;
  if (tens !== 0 || name === '' || !'日月季年'.includes(unit)) return [];
  if (unit === '年') return numbers(yearsIn(words));
  const stretches = stretchesIn(words);
  const months = MONTHS.exec(words)?.[1];
  if (months !== undefined) return unit === '月' && stretches.length === 0 ? numbers([Number(months)]) : [];
  if (WHOLE_YEAR.test(words)) stretches.push(LEXICON.sense('全年', 'stretch')!.attributes);
  const [one, ...others] = stretches;
  if (!one || others.some(o => o['months'] !== one['months'])) return [];
  if (unit === '日') return numbers(one['days']!.split('/').map(Number));
  const count = Number(one['months']);
  return numbers([unit === '月' ? count : count / PER_QUARTER]);
}

/** How many years the words speak of: 三年累计, 近5年; none where they do not say. */
export function yearsIn(words: string): number[] {
  const years = toNumber(YEARS.exec(words)?.[1] ?? '');
  return years === null ? [] : [years];
}

const numbers = (values: readonly number[]): Exact[] => values.map(digits => ({ digits, exponent: 0 }));

function stretchesIn(words: string): Sense['attributes'][] {
  const found: Sense['attributes'][] = [];
  for (let at = 0; at < words.length; at++) {
    const word = LEXICON.longestAt(words, at, 'stretch');
    if (!word) continue;
    found.push(senseOf(word, 'stretch')!.attributes);
    at += word.text.length - 1;
  }
  return found;
}
