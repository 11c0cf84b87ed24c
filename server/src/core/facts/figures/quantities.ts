import type { Token } from '../../lexicon/tokens.js';
import type { Exact } from '../../text/exact.js';
import { CharSet, isOneOf } from '../../text/characters.js';
import type { Span } from '../../text/span.js';
import { isCounted, isUnit } from './units.js';

/** [about] number or blank [power] unit [about], as it stands in a text before anyone asks what it is a number of. */
export interface Quantity {
  readonly start: number;
  /** Past the unit. */
  readonly end: number;
  /** Its first token, and the one behind it. */
  readonly first: number;
  readonly next: number;
  /** null for a blank. */
  readonly value: Exact | null;
  /** The power of ten that 万 or 亿 behind the digits makes the value greater by; 0 without. */
  readonly magnitude: number;
  /** Normalised: 名 and 位 are 人; '' for none. */
  readonly unit: string;
  /** Whether one may round it without saying so: 公里, 亩. A count of people is either right or wrong. */
  readonly isMeasured: boolean;
  readonly isApproximate: boolean;
  readonly isHan: boolean;
}

/** The quantities of a text in order, and its blanks; dates, ordinals, codes, versions and plans' names are none. */
export function quantitiesIn(text: string, tokens: readonly Token[], blanks: readonly Span[]): Quantity[] {
  const found: Quantity[] = [];
  let blank = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    while (blank < blanks.length && blanks[blank]!.start < token.end) {
      const { start, end } = blanks[blank++]!;
      let next = i;
      while (next < tokens.length && tokens[next]!.start < end) next++;
      const unit = unitAt(tokens, tokens[next]?.start === end ? next : tokens.length);
      found.push({
        start,
        end: unit.end ?? end,
        first: i,
        next: unit.end === null ? next : unit.next,
        value: null,
        magnitude: unit.magnitude,
        unit: unit.unit,
        isMeasured: unit.isMeasured,
        isApproximate: false,
        isHan: false,
      });
      i = Math.max(i, next - 1);
    }
    if (token.kind !== 'number' || token.end <= (found.at(-1)?.end ?? 0)) continue;
    const quantity = quantityAt(text, tokens, i);
    if (!quantity) continue;
    found.push(quantity);
    i = quantity.next - 1;
  }
  return found;
}

/** 3 with the 万 of another number. */
export const scaled = ({ digits, exponent }: Exact, magnitude: number): Exact => ({
  digits,
  exponent: exponent + magnitude,
});

function quantityAt(text: string, tokens: readonly Token[], i: number): Quantity | null {
  const { start, value, isHan, text: written, end: digitsEnd } = tokens[i]!;
  const isMinus = isBelowZero(text, tokens, i);
  if (!value || (isCode(text, start) && !isMinus) || isOrdinal(text, tokens, i)) return null;
  const before = tokens[i - 1];
  // 百分之三十五点二
  if (isPerHundred(before) && before!.end === start) return perHundred(tokens, i);
  if (isHan && (!countsSomething(text, start, written) || tokens[i + 1]?.text === '分之')) return null;
  const { magnitude, unit, isMeasured, isAbout, end, next } = unitAt(tokens, i + 1);
  // 三十六至五十岁: the number has the unit of the next.
  const isLow = unit === '' && tokens[next]?.kind !== 'mark' && tokens[next + 1]?.isHan === true && isTo(tokens[next]!);
  if (isHan && ((unit === '' && !isLow) || (written === '十' && unit === '分'))) return null;
  // 二季度: one of them, by its number.
  if (unit === '季度') return null;
  if (!isHan && isYear(written, unit)) return null;
  if (isHan && unit === '年' && isPlan(tokens, i, next)) return null;
  const item = magnitude === 0 && isCounted(unit) && (i === 0 || before?.text === '\n') ? ITEM.exec(written) : null;
  const own = item ? { digits: Number(item[2]), exponent: 0 } : scaled(value, magnitude);
  if (isMinus && !RATES.has(unit)) return null;
  // 七成 is told in tens of per cent.
  if (unit === '成' && magnitude === 0 && value.exponent === 0)
    return {
      start,
      end: end ?? digitsEnd,
      first: i,
      next,
      value: { digits: value.digits, exponent: 1 },
      magnitude: 0,
      unit: '%',
      isMeasured: false,
      isApproximate: isAbout || isAboutBefore(tokens, i) || isAboutAfter(tokens, next),
      isHan: false,
    };
  return {
    start: item ? start + item[1]!.length : isMinus ? start - 1 : start,
    end: end ?? digitsEnd,
    first: isMinus ? i - 1 : i,
    next,
    value: isMinus ? { ...own, digits: -own.digits } : own,
    magnitude,
    unit,
    isMeasured,
    isApproximate: isAbout || isAboutBefore(tokens, i) || isAboutAfter(tokens, next),
    isHan,
  };
}

const isTo = ({ text }: Token): boolean => text === '至' || text === '到';

/** 1.48人 at the start of a line: the first item, of 48 people, for nobody counts hundredths of one. */
const ITEM = /^(\d{1,2}\.)([1-9]\d*)$/;

const isPerHundred = (token: Token | undefined): boolean => token?.is('hundredth') === true;

function perHundred(tokens: readonly Token[], i: number): Quantity {
  const [sign, number] = [tokens[i - 1]!, tokens[i]!];
  let [{ value, end }, next] = [number as { value: Exact; end: number }, i + 1];
  // 三十五 点 二
  const decimals = tokens[i + 2];
  if (number.isHan && tokens[i + 1]?.text === '点' && decimals?.isHan && decimals.value) {
    value = {
      digits: Number(`${value.digits}${decimals.value.digits}`),
      exponent: -String(decimals.value.digits).length,
    };
    end = decimals.end;
    next = i + 3;
  }
  return {
    start: sign.start,
    end,
    first: i - 1,
    next,
    value,
    magnitude: 0,
    unit: sign.as('hundredth')!.attributes['unit']!,
    isMeasured: true,
    isApproximate: isAboutBefore(tokens, i - 1) || isAboutAfter(tokens, next),
    isHan: false,
  };
}

interface Unit {
  readonly magnitude: number;
  readonly unit: string;
  readonly isMeasured: boolean;
  /** 余 or 多 within. */
  readonly isAbout: boolean;
  /** null where nothing of it stands there. */
  readonly end: number | null;
  readonly next: number;
}

/** 余万元, 多人, 万 … at a token. */
function unitAt(tokens: readonly Token[], at: number): Unit {
  let next = at;
  let magnitude = 0;
  let isAbout = false;
  let end: number | null = null;
  if (isAboutWithin(tokens[next])) {
    isAbout = true;
    end = tokens[next++]!.end;
  }
  const power = tokens[next]?.as('power');
  if (power) {
    magnitude = Number(power.attributes['zeros']);
    end = tokens[next++]!.end;
    if (isAboutWithin(tokens[next])) {
      isAbout = true;
      end = tokens[next++]!.end;
    }
  }
  const token = tokens[next];
  // 余下36家均为…: behind a number 家均 is 家, and no 家均.
  if (token?.is('average') && hasUnit(token.text))
    return { magnitude, unit: token.text[0]!, isMeasured: false, isAbout, end: token.start + 1, next: next + 1 };
  const unit = token?.as('unit');
  if (!unit && power && isPopulation(tokens, next))
    return { magnitude, unit: '人', isMeasured: false, isAbout, end, next };
  if (!unit) return { magnitude, unit: '', isMeasured: false, isAbout, end, next };
  const { as = token!.text, zeros = '0', measured } = unit.attributes;
  end = tokens[next++]!.end;
  return { magnitude: magnitude + Number(zeros), unit: as, isMeasured: measured !== undefined, isAbout, end, next };
}

/** 余 or 多 between a number and its unit. */
const isAboutWithin = (token: Token | undefined): boolean => token?.as('about')?.attributes['inside'] !== undefined;

/** 常住人口 of 48.7万常住人口, which counts people without their unit. */
function isPopulation(tokens: readonly Token[], at: number): boolean {
  const words = tokens
    .slice(at, at + NOUN)
    .map(t => t.text)
    .join('');
  const end = words.indexOf('人口');
  return end >= 0 && end <= NOUN && ![...words.slice(0, end)].some(c => '，。、；：（'.includes(c));
}
/** So many tokens, and characters, may stand before 人口. */
const NOUN = 4;

/** 家均, 户均. */
const hasUnit = (text: string): boolean => text.length === 2 && text[1] === '均' && isUnit(text[0]!);

/** 约, 达到近 */
function isAboutBefore(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  const about = before?.is('link') && !isAbout(before) ? tokens[i - 2] : before;
  return isAbout(about);
}

const isAbout = (token: Token | undefined): boolean => token?.as('about')?.attributes['before'] !== undefined;

/** 左右; 以上, 及以上 */
function isAboutAfter(tokens: readonly Token[], next: number): boolean {
  const after = tokens[next]?.text === '及' ? tokens[next + 1] : tokens[next];
  // 比去年的11400件多1280件
  const [more, verb] = [tokens[next], tokens[next + 1]];
  // 比计划4,600万吨多供260万吨
  const isVerb = verb?.kind === 'other' && verb.text.length < 3 && tokens[next + 2]?.kind === 'number';
  if (more?.is('change') && (verb?.kind === 'number' || isVerb)) return false;
  return after?.as('about')?.attributes['after'] !== undefined || after?.as('bound')?.attributes['about'] !== undefined;
}

/** Part of something longer: B5, 第5, 1:3, 1.2.3, 〔2023〕, −5. */
function isCode(text: string, start: number): boolean {
  const before = text[start - 1];
  if (before === undefined) return false;
  const second = text[start - 2];
  // A cell of a table: +5.2, −10.
  if (second === '|' && isOneOf(before, '-−+')) return false;
  if (OF_CODE.isAt(text, start - 1)) return true;
  if (before === ':' || before === '：') return second !== undefined && /\d/.test(second);
  return (
    (before === '-' || before === '−') && (second === undefined || !/[\dXx×*_＿年月日岁人名个万亿元%％ ]/.test(second))
  );
}

const OF_CODE = new CharSet('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.．/+#＃№〔第');

/** 自然增长率为-1.73‰: a minus right behind what leads to a number. */
const isBelowZero = (text: string, tokens: readonly Token[], i: number): boolean =>
  '-−－'.includes(text[tokens[i]!.start - 1] ?? ' ') &&
  tokens[i - 1]?.text.length === 1 &&
  tokens[i - 2]?.is('link') === true;
/** What may be less than nothing. */
const RATES: ReadonlySet<string> = new Set(['%', '‰', '个百分点']);

/** 二 of 第一、二项, 4 of 第3至4条: 第 stands before the first of them. */
function isOrdinal(text: string, tokens: readonly Token[], i: number): boolean {
  let first = i;
  while (tokens[first - 1]?.isChar('、和至及或') && tokens[first - 2]?.kind === 'number') first -= 2;
  return first < i && text[tokens[first]!.start - 1] === '第';
}

/** 2023年: a point in time. */
const isYear = (digits: string, unit: string): boolean => unit === '年' && /^(?:19|20)\d\d$/.test(digits);

/** 一 in 一些, 数十, 百万 and the name “两个维护” count nothing; 三五户 and 七八户 are approximate. */
const countsSomething = (text: string, start: number, han: string): boolean =>
  han !== '一' && !NO_COUNT_BEHIND.has(text[start - 1] ?? '') && !/^[千百]+$|[一二两三四五六七八九]{2}/.test(han);
const NO_COUNT_BEHIND = new Set('十百千万亿每初周星期几数点“');

/** 第十四个五年规划, 三年行动, 五年示范片: the years of a plan's name, which count nothing. */
const isPlan = (tokens: readonly Token[], i: number, next: number): boolean =>
  tokens[next]?.is('plan') === true || (tokens[i - 1]?.text === '个' && tokens[next]?.kind !== 'mark');
