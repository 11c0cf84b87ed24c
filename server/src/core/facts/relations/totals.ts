import { LEXICON } from '../../lexicon/lexicon.js';
import type { Token } from '../../lexicon/tokens.js';
import { compare } from '../../text/exact.js';
import type { Figure } from '../figures.js';
import { isSameKind } from '../figures/units.js';
import { textOf, wordsBetween } from './clauses.js';
import { chanceOfMend } from './evidence.js';
import { quantitiesOf, type CountedItem, type List } from './items.js';
import { likelySum } from './likely.js';
import { monthsIn } from './periods.js';
import { isConsistentSum, isKnown, type Sum } from './sum.js';

/** 共, 三年共, 两类退休党员共计, 全年共完成: what stands before a total. */
interface Total {
  /** How many parts it is of; null where that is not told. */
  readonly count: number | null;
  /** 全年: of all quarters. */
  readonly isOfYear: boolean;
  readonly isCumulative: boolean;
  /** What there is so much of in all; '' for whatever the parts are. */
  readonly what: string;
}

const LONGEST_NAME = 8;

/** The words of a total before a number; null where they are none. */
function totalIn({ words, clause }: CountedItem): Total | null {
  if (!clause.says.has('total')) return null;
  const at = words.findLastIndex(t => t.is('total'));
  if (at < 0) return null;
  const what = textOf(words.slice(at + 1));
  const before = words.slice(0, at).filter(t => t.text !== '近' && t.text !== '这');
  const [isOfYear, isCumulative] = [textOf(before) === '全年', isSinceLong(words[at]!)];
  if (what.length > LONGEST_NAME) return null;
  const said = textOf(before);
  if (said === '' || LEXICON.sense(said, 'sumof') !== null) return { count: null, isOfYear, isCumulative, what };
  // 三年共, 三项收入合计, 两类退休党员共计, 二者相加
  const [number, of, ...kind] = before;
  if (number?.kind !== 'number' || !number.value || of?.text.length !== 1) return null;
  if (kind.length > 0 && (of.isChar('年者') || textOf(kind).length > LONGEST_NAME)) return null;
  return { count: number.value.digits, isOfYear, isCumulative, what };
}

const isDistributed = ({ words, clause }: CountedItem): boolean =>
  clause.says.has('each') && words.some(t => t.is('each'));
/** 2024年, 一季度, 上半年: a part is what there was in a time. */
const PERIOD = /(?:年|季度|月)[一-龥]{0,6}$/;
const wordsOf = ({ words }: CountedItem): string => textOf(words).replace(/^(?:三者|各项|以上)/, '');

/**
 * Whether it is as many parts as it says, and nothing is named but what all the parts are. 全年 is of four quarters; what was
 * done in two of them is no sum.
 */
export function isTotalOf(item: CountedItem, parts: readonly CountedItem[]): boolean {
  const total = totalIn(item);
  if (!total) return false;
  const { count, isOfYear, isCumulative, what } = total;
  if (count !== null && count !== parts.length) return false;
  if (isOfYear && parts.length !== 4 && parts.length !== 12 && !parts.every(p => wordsOf(p).includes('半年')))
    return false;
  // 建成120个，在建30个，累计1150个: those of earlier years as well, unless the parts are the years.
  if (isCumulative && count === null && !isDistributed(parts[0]!) && !parts.every(p => PERIOD.test(wordsOf(p))))
    return false;
  if (what === '' || parts.every(p => wordsOf(p).endsWith(what))) return true;
  // 分别发展党员210名、225名，共发展435名: what the first says, the others leave out.
  const [first, ...others] = parts;
  return isDistributed(first!) && wordsOf(first!).includes(what) && others.every(p => p.words.length === 0);
}

/** Where 分为 or 分别为 begins to divide what stands before it; -1 for nowhere. */
export const startOfDivision = (items: readonly CountedItem[]): number =>
  items.findIndex(({ words }) => words[0]?.is('division') || words[0]?.text === '由');

/** A clause that says how much there is in all. */
export const saysHowMuch = (words: readonly Token[]): boolean =>
  words.some(t => t.is('having') || t.is('total')) || /^(?:有|为|达|达到)$/.test(words.at(-1)?.text ?? '');

/** 每户大米60元、食用油90元; 甲等300元、乙等200元标准: what one gets, and no part of what all get. */
export function areStandards(items: readonly CountedItem[]): boolean {
  const [first] = items;
  const { words, clause } = first!;
  const isPer =
    clause.says.has('per') && words.findLastIndex(t => t.is('per')) > words.findLastIndex(t => t.is('total'));
  return isPer || items.some(i => i.clause.says.has('standard'));
}

/** 机关18个、农村25个、企业40个，共85个: the number at the end is of all before it, or of all from 分为 on. */
export function closingTotals({ items: all, lead }: List, fitting: readonly Figure[]): Sum[] {
  if (all.length < 3 || areStandards(all)) return [];
  const divided = startOfDivision(all);
  const items = divided < 0 ? all : all.slice(divided);
  const last = items.findIndex(
    (item, i) => i >= 2 && (isTotalOf(item, items.slice(0, i)) || isOfTime(item, items.slice(0, i))),
  );
  if (last < 0) return added(items) ?? likelyTotal(items);
  if (countsOnce(items[last]!)) return [];
  const whole = items[last]!.quantity;
  const parts = quantitiesOf(items.slice(0, last));
  if (parts.some(f => f.unit !== whole.unit) || whole.role !== parts[0]!.role) return [];
  // 三级河长共402名, of three: of all of them, and no fewer.
  if (totalIn(items[last]!)?.count) return [{ parts, whole, claim: 'complete' }];
  const tail = tailOf(parts, whole);
  if (tail) return [tail];
  const begins =
    divided >= 0 || lead !== null || fitting.length === 0 || items[0]!.clause.mark === '' || endsDistributed(items[0]!);
  const leads = (item: CountedItem): boolean => saysHowMuch(item.words) && !endsDistributed(item);
  return begins && !items.slice(0, last).some(leads) ? [{ parts, whole, claim: 'complete' }] : likelyTotal(items);
}

/** 两个班子去重后共16人: less than what is added. */
const countsOnce = ({ words, clause }: CountedItem): boolean =>
  clause.says.has('open') && words.some(t => t.as('open')?.attributes['once'] !== undefined);

/** 一季度4.1亿元，二季度5.3亿元，上半年9.4亿元: the parts are all of the time that the whole is of, and each month once. */
function isOfTime(item: CountedItem, parts: readonly CountedItem[]): boolean {
  const [all, ...more] = monthsIn(item.words);
  if (!all || more.length > 0) return false;
  // 一季度、二季度分别4.1亿元、5.3亿元: all of them before the first.
  const months = parts.flatMap(p => monthsIn(p.words));
  return (
    months.length === parts.length &&
    months[0]!.from === all.from &&
    months.at(-1)!.to === all.to &&
    months.every((m, i) => i === 0 || m.from === months[i - 1]!.to + 1)
  );
}

/** Where the list begins in the middle of something, only its tail may be meant. */
function tailOf(parts: readonly Figure[], whole: Figure): Sum | null {
  if (![...parts, whole].every(isKnown)) return null;
  for (let from = 0; from + 2 <= parts.length; from++) {
    const one: Sum = { parts: parts.slice(from), whole, claim: 'complete' };
    if (isConsistentSum(one)) return one;
  }
  return null;
}

/** 分别投入: the last word but what is done with it. */
function endsDistributed({ words, clause }: CountedItem): boolean {
  if (!clause.says.has('each')) return false;
  const at = words.findLastIndex(t => t.is('each'));
  return at >= 0 && textOf(words.slice(at + 1)).length <= 10;
}

/** 3.26万平方米，加上正在拆除的1.18万平方米，全部违建面积为4.44万平方米: told to be added up. */
function added(items: readonly CountedItem[]): Sum[] | null {
  const first = items.findIndex(({ words, clause }) => clause.says.has('plus') && words.some(t => t.is('plus')));
  const last = items.length - 1;
  if (first < 1 || last <= first || !items[last]!.words.some(t => t.is('grand') || t.is('total'))) return null;
  const whole = items[last]!.quantity;
  const parts = quantitiesOf(items.slice(0, last));
  if (parts.some(f => f.unit !== whole.unit)) return null;
  return [tailOf(parts, whole) ?? { parts: parts.slice(Math.max(0, first - 1)), whole, claim: 'complete' }];
}

/** 卫生健康局16人、教育局23人，共抽调39人: a number that is said to be of all, though of what is told in words of its own. */
function likelyTotal(items: readonly CountedItem[]): Sum[] {
  const last = items.findIndex((item, i) => i >= 2 && item.quantity.role === 'count' && saysAll(item, i, items[0]));
  // 总任务18万亩中剩余部分: of which what stands before is a part.
  if (last < 0 || hasWithin(items[last]!) || countsOnce(items[last]!)) return [];
  const whole = items[last]!.quantity;
  const own = items.slice(isHeadOf(items) ? 1 : 0, last);
  const all = quantitiesOf(items.slice(0, last));
  if (!all.every(f => isSameKind(f.unit, whole.unit))) return [];
  // 五年共, of five numbers: of all of them, and no fewer.
  const isCounted = saysCount(items[last]!, all.length);
  const tail = isCounted ? null : tailOf(all, whole);
  if (tail) return [{ ...tail, claim: 'likely' }];
  const parts = isCounted ? all : quantitiesOf(own);
  if (![...parts, whole].every(isKnown) || parts.length < 2) return [];
  const sums = likelySum(parts, whole, 'unknown', 'enclosed');
  if (isCounted && sums.every(isConsistentSum)) return sums;
  // What is less than one of its parts is no total of them, and what there is since long is more than what this year added.
  const chance = chanceOfMend([...parts, whole], whole.value!);
  const isLess = parts.some(p => compare(p.value!, whole.value!) >= 0);
  if (isLess && chance > LESS) return [];
  const isSince = items[last]!.words.some(isSinceLong) && !isOfThem(items[last]!, own) && !endsDistributed(items[0]!);
  return isSince && chance > SINCE ? [] : sums.filter(s => s.mend !== undefined);
}

/** 企业养老保险费11.2亿元、居民养老保险费1.5亿元，养老保险费收入累计达12.7亿元: of what they are, and so of them. */
function isOfThem({ words }: CountedItem, all: readonly CountedItem[]): boolean {
  if (all.every(isPhase)) return true;
  const [first, ...others] = all;
  const [name, text] = [wordsOf(first!), textOf(words)];
  let length = 0;
  while (length < name.length && others.every(o => wordsOf(o).at(-1 - length) === name.at(-1 - length))) length++;
  return length > 1 && text.includes(name.slice(-length));
}

/** 总任务18万亩中剩余部分: of which what stands before is a part. */
export const hasWithin = ({ clause, quantity }: CountedItem): boolean =>
  clause.says.has('among') && wordsBetween(clause, quantity.end, clause.end).some(t => t.is('among'));

/** 东部建成厂房18.6万平方米，西部建成12.8万平方米，全区厂房面积达31.4万平方米: the same, of the whole place. */
function isOfPlace(words: readonly Token[], { words: own }: CountedItem): boolean {
  const [text, name] = [textOf(words), textOf(own).slice(-2)];
  return isOfWholePlace(words) && name.length > 1 && text.slice(2).includes(name);
}

/** 全市失业人员: of all there is, and no part of what a part is told of. */
export const isOfWholePlace = (words: readonly Token[]): boolean => /^全[省市县区州旗镇乡村校局院]/.test(textOf(words));

/** 一期, 第二批 */
const isPhase = ({ words }: CountedItem): boolean =>
  words.some((t, i) => t.isChar('期批轮') && words[i - 1]?.kind === 'number');

/** 五年共, 两次活动共: of so many. */
export const saysCount = ({ words }: CountedItem, parts: number): boolean =>
  words[0]?.kind === 'number' && words.length > 1 && words[0].value?.digits === parts && words.some(t => t.is('total'));

/** 总签约人数, 救助金总额, 两村种植面积 behind what two of them have: said of all `parts`. */
const saysAll = ({ words, clause }: CountedItem, parts: number, first?: CountedItem): boolean =>
  ((clause.says.has('total') || clause.says.has('grand')) && words.some(t => t.is('total') || t.is('grand'))) ||
  words[0]?.text === '总' ||
  (first !== undefined && isOfPlace(words, first)) ||
  (words[0]?.kind === 'number' && words.length > 1 && words[0].value?.digits === parts);

/** 累计, 累计达 */
export const isSinceLong = (t: Token): boolean => t.is('total') && t.text.startsWith('累计');

/** 计划投资4.2亿元，完成2.9亿元，累计完成7.3亿元: what was to be, what was done and what is done in all are no parts of one. */
export const isOfPlan = (items: readonly CountedItem[]): boolean =>
  items.some(i => i.words.some(t => t.is('planned'))) && items.some(i => i.words.some(isSinceLong));

/** 税款和滞纳金合计89.04万元: of what is told before it, and no part of anything. */
export const isSummed = ({ words }: CountedItem): boolean =>
  words.at(-1)?.is('total') === true && !words.some(isSinceLong);

/** So probable may a mend be of a total that is less than a part, and of one since long. */
const [LESS, SINCE] = [0.35, 0.05];

/** 全市共有党员85名，选派第一书记58名、工作队员116名: the first is set apart from the others. */
const isHeadOf = ([first, second, third]: readonly CountedItem[]): boolean =>
  saysHowMuch(first!.words) && second!.clause.mark !== '、' && third!.clause.mark === '、';

/** …救助资金0.84亿元，补充保险0.57亿元。上述资金支出共3.77亿元: a total of what the sentence before lists. */
export function totalBehind([list]: readonly List[], before: readonly List[]): Sum[] {
  const item = list?.items[0];
  if (item?.quantity.role !== 'count' || hasWithin(item)) return [];
  // 以上三项, 这三家
  const from = item.words[0]?.is('bound') || item.words[0]?.text === '这' ? 1 : 0;
  const first = item.words[from];
  const listed = before.findLast(l => l.items.length > 1 && l.items[0]!.quantity.role === 'count')?.items;
  if (!first || !listed || listed.some(i => i.quantity.unit !== item.quantity.unit)) return [];
  const number = first.kind === 'number' ? (first.value?.digits ?? 0) : null;
  const isBack = first.is('back') || (number !== null && number > 1 && (from > 0 || saysAll(item, number)));
  if (!isBack || (number !== null && number > listed.length)) return [];
  const parts = quantitiesOf(number === null ? listed : listed.slice(-number));
  const tail = tailOf(parts, item.quantity);
  return tail
    ? [{ ...tail, claim: 'likely' }]
    : likelySum(parts, item.quantity, 'unknown', 'enclosed').filter(s => s.mend);
}

/** 目前尚有12个; of 薄弱村仍有29个 there are others besides. */
const isNoName = (t: Token): boolean =>
  t.is('opening') || t.is('time') || t.is('when') || t.is('link') || t.kind === 'number';

export const restIn = (item: CountedItem): boolean =>
  item.clause.says.has('rest') &&
  (item.words.some((t, i) => t.is('rest') && (!t.text.endsWith('有') || item.words.slice(0, i).every(isNoName))) ||
    wordsBetween(item.clause, item.quantity.end, item.clause.end)[0]?.is('rest') === true);
