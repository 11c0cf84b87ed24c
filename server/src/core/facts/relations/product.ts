import { compare, mayEqual, minus, sum, type Exact } from '../../text/exact.js';
import type { Token } from '../../lexicon/tokens.js';
import { isUsable, type Figure } from '../figures.js';
import { factorBetween, isSpan, measureAhead } from '../figures/units.js';
import { LEXICON } from '../../lexicon/lexicon.js';
import { textOf, wordsBefore, wordsBetween, type Clause, type Sentence } from './clauses.js';
import { eachIn, isCalled, type Each } from './each.js';
import { mendOf, type Mend } from './evidence.js';
import type { Sign } from './sign.js';
import type { Sum } from './sum.js';

/**
 * What a product is. `conversion`: 1800公顷（合2.7万亩）, which has no count; `standard`: 每人50元; `average`: 村均12万元, which may have been rounded; `ratio`: 师生比1:15; `multiple`:
 * 是十年前的4倍; `growth`: 增长3.8倍, so that it became 4.8 times as many.
 */
export type ProductKind = 'standard' | 'average' | 'ratio' | 'multiple' | 'growth' | 'conversion';

/** `counts` times `rate` make `total`: 奖励教师129人，每人50元，共计6450元; 84座电站，平均每个乡镇7座; 由35家发展到168家，增长3.8倍. */
export interface Product {
  /** One or two: 260名，每人每月300元，补贴6个月. */
  readonly counts: readonly Figure[];
  readonly rate: Figure;
  /** Further standards for each, whose sum with `rate` is meant: 每个网格配备1名网格长、2名网格员. */
  readonly more: readonly Figure[];
  /** What no number of the text says: 12 of 每月 and 全年, a thousandth of 每千人 and of 公斤 that make 吨; else 1. */
  readonly by: Exact;
  /** The total is told in so many parts: n of m:n. */
  readonly divisor?: Figure;
  readonly total: Figure;
  /** Of a mean, which has no count: the numbers it is of; the total is theirs. */
  readonly terms?: readonly Figure[];
  readonly as: ProductKind;
  /** What would make it right. It is only ever likely: what else there may be a factor of nobody tells. */
  readonly mend?: Mend;
}

type Value = (f: Figure) => Exact;

export const ONE: Exact = { digits: 1, exponent: 0 };
const TWELVE: Exact = { digits: 12, exponent: 0 };
const own: Value = f => f.value!;

/** Whether it says how many times one number is another; the others say what makes a total. */
export const isOfQuotient = ({ as }: Pick<Product, 'as'>): boolean =>
  as === 'ratio' || as === 'multiple' || as === 'growth';

/** What each has of the total. */
export const rateOf = ({ rate, more, as }: Pick<Product, 'rate' | 'more' | 'as'>, value = own): Exact =>
  sum([value(rate), ...more.map(value), ...(as === 'growth' ? [ONE] : [])]);

export const times = (...factors: readonly Exact[]): Exact =>
  factors.reduce((a, b) => ({ digits: a.digits * b.digits, exponent: a.exponent + b.exponent }), ONE);

/** The product, exact: at most 15 digits are told. */
export const productOf = (p: Product, value = own): Exact => times(...p.counts.map(value), rateOf(p, value), p.by);

/** Whether it can be true. */
export const isConsistentProduct = (p: Product): boolean => holds(p, own);

/** Whether it can be true of other values. */
export function holds(p: Product, value: Value): boolean {
  const product = productOf(p, value);
  const total = p.divisor ? times(value(p.total), value(p.divisor)) : value(p.total);
  if (p.as === 'standard' || (p.divisor && isSmall(p)))
    return mayEqual({ value: product, isRounded: false }, { value: total, isRounded: p.total.isRounded });
  // What was divided is off by less than one of its last place, for each of what it is of; so may be what was rounded before.
  const place = (f: Figure): Exact => ({ digits: 1, exponent: f.value!.exponent });
  const unit = times(...p.counts.map(value), place(p.rate), p.by);
  const by = compare(product, total) > 0 ? minus(product, total) : minus(total, product);
  // 2倍 of what is 3 times as many to the last digit.
  if (p.as === 'multiple' && compare(by, unit) >= 0) return false;
  const most = sum([
    unit,
    ...(p.total.isRounded ? [place(p.total)] : []),
    ...p.counts.flatMap(count =>
      count.isRounded ? [times(...p.counts.map(c => (c === count ? place(c) : value(c))), rateOf(p, value), p.by)] : [],
    ),
  ]);
  return compare(by, most) < 0;
}

/** 3:7 is meant exactly, 112:100 was divided. */
const isSmall = ({ rate, divisor }: Product): boolean => [rate, divisor!].every(f => f.value!.digits < 10);

/** A number with its clause. */
interface Said {
  readonly figure: Figure;
  readonly clause: Clause;
}

/** What each gets. */
interface Standard extends Said {
  /** Further ones for each: 1名网格长、2名网格员. */
  readonly more: Figure[];
  /** Of how many it is: 10 of 每10股. */
  readonly base: Figure | null;
  /** 每人每月50元, 每人每年50元. */
  readonly isMonthly: boolean;
  readonly isYearly: boolean;
  /** 日处理能力1.5万吨: a number that days make a total of, and a count by itself. */
  readonly isDaily: boolean;
}

/** N人，每人M元，共计T元: right, or but for one slip. `asides` are the counts in the sentence's brackets. */
export function productsOf(
  { clauses }: Sentence,
  asides: readonly Figure[] = [],
  bundles: readonly Sum[] = [],
): Product[] {
  const bundled = new Set(bundles.map(b => b.whole));
  const found: Product[] = [];
  /** What may be a factor, and what each gets; either may be told first. */
  const counts: Said[] = [];
  let standards: Standard[] = [];
  /** What may be the total of a number that is told behind it. */
  const sums: Said[] = [];
  let base: Figure | null = null;
  for (const clause of clauses)
    for (const figure of clause.figures) {
      const said = { figure, clause };
      if (!isUsable(figure) && !isTellingHan(figure)) {
        // 三年新建215公里，年均43公里: so many years are told in words.
        if (isHanCount(figure)) counts.push(said);
      } else if (isBase(said)) base = figure;
      else if ((figure.role === 'average' && !(standards.length > 0 && isOfPeriod(said))) || base) {
        // 藏书41.6万册，人均0.57册: of what stands right before it.
        if (counts.at(-1)?.figure.unit === figure.unit && isMeanOf(said, counts.at(-1)!)) continue;
        const words = textOf(wordsBefore(clause, figure));
        const [isMonthly, isYearly] = [saysMonthly(words), YEARLY.some(word => words.includes(word))];
        standards.push({ more: [], base, isMonthly, isYearly, isDaily: false, ...said });
        base = null;
      } else if (isAmount(figure) || figure.role === 'average') {
        const able = standards
          .filter(s => unitsTo(s.figure, figure) !== null)
          .slice(-STANDARDS)
          .reverse();
        const [last] = able;
        if (last && isFurther(said, last)) last.more.push(figure);
        else {
          const one =
            able.length > 0 && !bundled.has(figure)
              ? productAmong([...counts, ...before(asides, said)], standards, able, said)
              : null;
          if (one) found.push(one);
          else if (able.length > 0) sums.push(said);
          const late = able.length === 0 ? countedLate(said, standards, sums) : null;
          if (late) found.push(late);
          if (one || (last && saysTotal(clause, figure, last.isYearly))) standards = [];
          // 总产276万斤；每斤1.3元: what one standard made may be what another is of.
          // 200户、户均6万元，50户、户均11万元，共250户: of all of them, and none of the standards is.
          const isOfAll = standards.length > 1 && counts.filter(c => c.figure.unit === figure.unit).length > 1;
          if (isOfAll && saysTotal(clause, figure)) standards = [];
          if (figure.role !== 'change') counts.push(said);
          if (isDaily(said))
            standards.push({ more: [], base: null, isMonthly: false, isYearly: false, isDaily: true, ...said });
        }
      }
    }
  return found;
}

/** 按每亩150元标准，发放补贴84.3万元，涉及面积5620亩: the number of what each is of, behind what all of it comes to. */
function countedLate({ figure, clause }: Said, standards: readonly Standard[], sums: readonly Said[]): Product | null {
  const [standard, ...more] = standards;
  const [whole, ...others] = sums;
  if (!standard || !whole || more.length > 0 || others.length > 0 || standard.isMonthly || figure.role !== 'count')
    return null;
  if (!isOfEach(figure, standard) || wordsBefore(clause, figure).some(t => t.is('total'))) return null;
  const by = unitsTo(standard.figure, whole.figure);
  const { figure: rate, more: further } = standard;
  const one: Product = { counts: [figure], rate, more: further, by: by!, total: whole.figure, as: 'standard' };
  return isConsistentProduct(one) ? one : likely(one, true, true);
}

/** A mean is of so many numbers at least, and said in few words: 四县区平均分, 年均投入. */
const [LEAST_TERMS, MEAN_WORDS] = [3, 8];

/** 得分分别为92分、88分、95分，平均91.7分: a mean outside of its numbers is wrong, one within but for a slip. */
export function meansOf({ clauses }: Sentence): Product[] {
  const seen: Figure[] = [];
  return clauses.flatMap(clause =>
    clause.figures.flatMap((rate): Product[] => {
      const words = wordsBefore(clause, rate);
      const isMean =
        textOf(words).length <= MEAN_WORDS &&
        words.some(t => LEXICON.sense(t.text, 'mean') !== null) &&
        !words.some(t => t.is('than') || t.is('compare') || t.is('change'));
      const from = seen.findLastIndex(f => f.unit !== rate.unit || !isUsable(f)) + 1;
      const terms = seen.slice(from);
      seen.push(rate);
      if (!isMean || terms.length < LEAST_TERMS || !isUsable(rate) || !isListed(clauses, terms)) return [];
      const total: Figure = { ...terms[0]!, end: terms.at(-1)!.end, value: sum(terms.map(t => t.value!)) };
      const by: Exact = { digits: terms.length, exponent: 0 };
      const one: Product = { counts: [], rate, more: [], by, total, terms, as: 'average' };
      if (isConsistentProduct(one)) return [one];
      const isWithin =
        terms.some(t => compare(t.value!, rate.value!) < 0) && terms.some(t => compare(t.value!, rate.value!) > 0);
      const mend = mendOf([rate], value => holds(one, value));
      return mend ? [{ ...one, mend }] : isWithin ? [] : [one];
    }),
  );
}

/** 三百亩, 四十二万元; 九个 may only be a factor. */
export const isHanCount = (f: Figure): boolean => f.isHan && !f.isApproximate && f.value !== null;
export const isTellingHan = (f: Figure): boolean => isHanCount(f) && f.value!.digits > 10;

/** 总收入684万元，村均36万元: what is divided is no standard that others are reckoned by. */
const isMeanOf = ({ figure, clause }: Said, last: Said): boolean =>
  clause.mark === '，' &&
  last.clause.end < clause.start &&
  clause.start - last.clause.end < 2 &&
  textOf(wordsBefore(clause, figure)).endsWith('均');

/** 每10股: of so many each is. */
const isBase = ({ figure, clause }: Said): boolean => {
  const last = wordsBefore(clause, figure).at(-1);
  return last !== undefined && saysEach(last);
};
const saysEach = ({ text }: Token): boolean => text.endsWith('每');
/** What each gets, or each day: a figure tells it by its role, or 每, or 日, before one. */
export const EACH: Sign = { roles: ['average'], text: ['每', '日'] };
export const MEAN: Sign = { words: ['average'] };

/** 每年需补助资金92.16万元: what it takes for all of them in that time. */
function isOfPeriod({ figure, clause }: Said): boolean {
  const words = wordsBefore(clause, figure).filter(t => t.is('per') || t.is('average'));
  return words.length === 1 && LEXICON.sense(words[0]!.text, 'every') !== null;
}

/** So many standards before a total are tried. */
const STANDARDS = 3;

/** The words for what is given again after a month, and after a year: 每月, 月租; 每年. */
const wordsOfEvery = (stretch: string): readonly string[] =>
  LEXICON.wordsOf('every').filter(word => LEXICON.sense(word, 'every')!.attributes['of'] === stretch);
const [MONTHLY, YEARLY] = [wordsOfEvery('month'), wordsOfEvery('year')];
export const saysMonthly = (text: string): boolean => MONTHLY.some(word => text.includes(word));
/** 全年需19.7万元 */
export const saysOfYear = (text: string): boolean => LEXICON.holds(text, 'ofyear');
/** 日处理, 日供水; not 日前, nor the day of a date. */
function isPerDay(words: string): boolean {
  const at = words.indexOf('日');
  return (
    at >= 0 && !'0123456789'.includes(words[at - 1] ?? '无') && !'期常前内后程益报均'.includes(words[at + 1] ?? '期')
  );
}

const before = (asides: readonly Figure[], { figure, clause }: Said): Said[] =>
  asides.filter(f => f.end <= figure.start).map(f => ({ figure: f, clause }));

/** 日处理能力1.5万吨: of how many days is told behind. */
const isDaily = ({ figure, clause }: Said): boolean =>
  figure.role === 'count' && !isSpan(figure.unit) && isPerDay(textOf(wordsBefore(clause, figure)));

/** 年增收62万元 is what they get in all, though it is a rise too. */
const isAmount = ({ role }: Figure): boolean => role === 'count' || role === 'change';

/** What makes a number of one unit one of another: 2天 for each of 50人 are 100人天; null of unlike ones. */
const unitsTo = ({ unit: from }: Figure, { unit: to }: Figure): Exact | null =>
  factorBetween(from, to) ?? (to.length > from.length && to.endsWith(from) ? ONE : null);

/** 每个网格配备1名网格长、2名网格员: a second standard, right behind the first. */
const isFurther = ({ clause, figure }: Said, { figure: rate, more }: Standard): boolean =>
  clause.mark === '、' && clause.figures[0] === figure && figure.start - (more.at(-1) ?? rate).end <= FURTHER;
const FURTHER = 8;

/** 共计6450元, 总建筑面积4.7万平方米, 一天营业额1800元; of a standard a year what it takes a year: 年安排189万元. */
export function saysTotal(clause: Clause, figure: Figure, isYearly = false): boolean {
  const words = wordsBefore(clause, figure);
  return (
    words.some(t => t.is('total') || t.is('grand')) ||
    /总|额$/.test(textOf(words)) ||
    (isYearly && (textOf(words).startsWith('年') || LEXICON.longestAt(textOf(words), 0, 'ofyear') !== null))
  );
}

/** So many numbers before may be factors, and so many of them at once. */
const [FACTORS, MOST_FACTORS] = [5, 3];

/** All choices of one to three of some numbers, single ones first. */
function choicesOf(all: readonly Figure[]): Figure[][] {
  const choices: Figure[][] = all.map(f => [f]);
  for (let i = 0; i < choices.length && choices[i]!.length < MOST_FACTORS; i++)
    for (const f of all.slice(all.indexOf(choices[i]!.at(-1)!) + 1)) choices.push([...choices[i]!, f]);
  return choices;
}

/** Whether numbers are a list: 分别为…, or parted by 、 alone. */
const isListed = (clauses: readonly Clause[], terms: readonly Figure[]): boolean =>
  clauses.some(c => c.tokens.some(t => t.is('each'))) ||
  clauses.every(c => c.mark === '、' || !terms.slice(1).some(t => c.figures.includes(t)));

/** Numbers times a standard; which of several is tried, and none guessed. */
function productAmong(
  counts: readonly Said[],
  standards: readonly Standard[],
  able: readonly Standard[],
  { figure: total, clause }: Said,
): Product | null {
  const isSaid = saysTotal(clause, total, able[0]!.isYearly);
  const all = able.flatMap(({ figure: rate, more, base, isMonthly, isDaily }) => {
    const isYear = isMonthly && saysOfYear(textOf(wordsBetween(clause, clause.start, total.start)));
    const by = times(unitsTo(rate, total)!, isYear ? TWELVE : ONE);
    const each = eachIn(textOf(wordsBefore(standardOf({ rate }, able).clause, rate)));
    const others = [...counts, ...standards].map(c => c.figure).filter(f => f !== rate && f.unit !== rate.unit);
    const factors = [...new Set(others)].sort((a, b) => a.start - b.start).slice(-FACTORS);
    // 每人每月，6个月: how long it is paid is a factor; where nothing says how long, there is one missing.
    const isTimed = (choice: readonly Figure[]): boolean => !isMonthly || isYear || choice.some(f => isSpan(f.unit));
    const choices = choicesOf(factors).filter(choice => !isDaily || choice.some(f => f.unit === '天'));
    return choices.map(choice => ({
      one: {
        counts: choice,
        rate,
        more,
        by: times(by, measureIn(choice, each)),
        total,
        as: 'standard',
        ...(base ? { divisor: base } : {}),
      } as Product,
      isWhole: isTimed(choice) && (choice.length === factors.length || factors.length > 1),
    }));
  });
  const right = all
    .map(({ one }) => one)
    .filter(isShort)
    .findLast(isConsistentProduct);
  if (right) return right;
  // 每人每月120元，全年为1345名发放16.14万元: of one month
  const forgotten = all.find(
    ({ one }) => one.by.digits === TWELVE.digits && isConsistentProduct({ ...one, by: monthOf(one) }),
  );
  if (forgotten && isSaidOf(able)) return forgotten.one;
  for (const { one, isWhole } of all.reverse()) {
    // 32户，户均1.5万元: named by what it is of.
    const isNamed = one.counts.length === 1 && isOfEach(one.counts[0]!, standardOf(one, able));
    const mended = isWhole ? likely(one, isSaid, isNamed) : null;
    if (mended) return mended;
  }
  // 按每亩120元测算: what it comes to is told, and of the one number there is.
  const [only] = all.map(({ one }) => one);
  const isTold =
    able.length === 1 &&
    all.length === 1 &&
    only!.more.length === 0 &&
    ((isReckoned(able[0]!) && isOfEach(only!.counts[0]!, able[0]!)) || areYears(only!.counts, clause, able[0]!));
  return isTold && isShort(only!) && isOfSize(only!) ? only! : null;
}

const monthOf = ({ by }: Product): Exact => ({ digits: 1, exponent: by.exponent });
/** 按照…的标准, 按每亩120元 */
const isSaidOf = (able: readonly Standard[]): boolean =>
  able.some(({ clause }) => clause.says.has('standard') || clause.tokens[0]!.text.startsWith('按'));

/** 每年新建12个，四年共建成48个: as many years as its own clause says. */
const areYears = ([count]: readonly Figure[], { figures, tokens }: Clause, standard: Standard): boolean =>
  count!.unit === '年' && figures.includes(count!) && standard.isYearly && tokens.some(t => t.is('total'));

/** 按每亩补助120元测算 */
function isReckoned({ clause, figure }: Standard): boolean {
  return LEXICON.holds(textOf(wordsBetween(clause, figure.end, clause.end)), 'reckoned');
}

/** Whether it is no more than some times as great as it would have to be: of the same, and not of something greater. */
export function isOfSize(p: Product): boolean {
  const [product, total] = [productOf(p), p.divisor ? times(p.total.value!, p.divisor.value!) : p.total.value!];
  return compare(times(product, TWO), total) > 0 && compare(times(total, TWO), product) > 0;
}
const TWO: Exact = { digits: 2, exponent: 0 };

/** 3,600吨，每公斤2.8元: how many of what each is of one of the others is. */
function measureIn(counts: readonly Figure[], each: Each | null): Exact {
  const measure = each && measureOf(each);
  if (!measure) return ONE;
  const count = counts.find(f => f.unit !== measure && factorBetween(f.unit, measure) !== null);
  return count ? factorBetween(count.unit, measure)! : ONE;
}
export const measureOf = ({ name }: Each): string | undefined => measureAhead(name);

const standardOf = ({ rate }: Pick<Product, 'rate'>, able: readonly Standard[]): Standard =>
  able.find(s => s.figure === rate)!;
const isOfEach = (count: Figure, { figure, clause }: Standard): boolean => {
  const each = eachIn(textOf(wordsBefore(clause, figure)));
  return each !== null && isCalled(count, each);
};

const MOST_DIGITS = 15;
export const isShort = (p: Product): boolean => String(productOf(p).digits).length <= MOST_DIGITS;

/** So many digits a number must have to be what was mistyped: of one digit any other is a slip. */
const TELLING = 2;
/** And a total, where no word says that it is one. */
export const TELLING_TOTAL = 3;

/** The digits that tell: 700 has one, 62.0 three. */
export function digitsOf({ value, magnitude }: Figure): number {
  let { digits } = value!;
  if (value!.exponent >= magnitude) while (digits > 0 && digits % 10 === 0) digits /= 10;
  return String(digits).length;
}

/** The product, if a slip would make it right. */
export function likely(one: Product, isSaid: boolean, isNamed = false): Product | null {
  if (!isShort(one) || digitsOf(one.total) < (isSaid || isNamed ? TELLING : TELLING_TOTAL)) return null;
  const able = (isSaid ? [one.total, ...one.counts, one.rate] : [one.total]).filter(f => digitsOf(f) >= TELLING);
  const mend = mendOf(able, value => holds(one, value));
  return mend ? { ...one, mend } : null;
}
