import { compare, mayEqual, minus, sum, type Exact } from '../../text/exact.js';
import { isUsable, type Figure } from '../figures.js';
import { wordsBefore, type Clause, type Sentence } from './clauses.js';
import { mendOf, type Mend } from './evidence.js';

/**
 * What a product is. `standard`: 每人50元; `average`: 村均12万元, which may have been rounded; `ratio`: 师生比1:15; `multiple`:
 * 是十年前的4倍; `growth`: 增长3.8倍, so that it became 4.8 times as many.
 */
export type ProductKind = 'standard' | 'average' | 'ratio' | 'multiple' | 'growth';

/** `count` times `rate` is `total`: 奖励教师129人，每人50元，共计6450元; 84座电站，平均每个乡镇7座; 由35家发展到168家，增长3.8倍. */
export interface Product {
  readonly count: Figure;
  readonly rate: Figure;
  /** Further standards for each, whose sum with `rate` is meant: 每个网格配备1名网格长、2名网格员. */
  readonly more?: readonly Figure[];
  readonly total: Figure;
  readonly as: ProductKind;
  /** What would make it right. It is only ever likely: what else there may be a factor of nobody tells. */
  readonly mend?: Mend;
}

type Factors = Pick<Product, 'count' | 'rate' | 'more' | 'as'>;

const ONE: Exact = { digits: 1, exponent: 0 };

/** Whether it says how many times one number is another; the others say what makes a total. */
export const isOfQuotient = ({ as }: Pick<Product, 'as'>): boolean =>
  as === 'ratio' || as === 'multiple' || as === 'growth';

/** What each of `count` has of the total. */
export const rateOf = ({ rate, more = [], as }: Factors, value = (f: Figure): Exact => f.value!): Exact =>
  sum([value(rate), ...more.map(value), ...(as === 'growth' ? [ONE] : [])]);

/** The product, exact: at most 15 digits are told. */
export function productOf(product: Factors, value = (f: Figure): Exact => f.value!): Exact {
  const [a, b] = [value(product.count), rateOf(product, value)];
  return { digits: a.digits * b.digits, exponent: a.exponent + b.exponent };
}

/** Whether it can be true. */
export const isConsistentProduct = (p: Omit<Product, 'mend'>): boolean => holds(p, f => f.value!);

function holds(p: Omit<Product, 'mend'>, value: (f: Figure) => Exact): boolean {
  const [product, total] = [productOf(p, value), value(p.total)];
  if (p.as === 'standard')
    return mayEqual({ value: product, isRounded: false }, { value: total, isRounded: p.total.isRounded });
  // What was divided is off by less than one of its last place, for each of what it is of; so may be the total, if it was rounded.
  const most = sum([
    { digits: value(p.count).digits, exponent: value(p.count).exponent + p.rate.value!.exponent },
    ...(p.total.isRounded ? [{ digits: 1, exponent: p.total.value!.exponent }] : []),
    ...(p.count.isRounded
      ? [{ digits: rateOf(p, value).digits, exponent: rateOf(p, value).exponent + p.count.value!.exponent }]
      : []),
  ]);
  const by = compare(product, total) > 0 ? minus(product, total) : minus(total, product);
  return compare(by, most) < 0;
}

const MOST_DIGITS = 15;

/** N人，每人M元，共计T元: right, or but for one slip. Standards with a time (每人每月) have a factor that is not told. */
export function productsOf({ clauses, figures }: Sentence): Product[] {
  if (!figures.some(f => f.role === 'average')) return [];
  const found: Product[] = [];
  const counts: Figure[] = [];
  let standard: Standard | null = null;
  for (const clause of clauses) {
    for (const figure of clause.figures) {
      if (!isUsable(figure)) continue;
      if (figure.role === 'average') {
        const average = isOneStandard(clause, figure) && averageAmong(counts, figure, clause);
        if (average) found.push(average);
        else standard = standard ?? standardOf(clause, figure);
      } else if (isAmount(figure) && standard && standard.rates.at(-1)!.unit === figure.unit) {
        if (isFurther(clause, figure, standard)) standard.rates.push(figure);
        else {
          const one = productAmong(counts, standard, figure, saysTotal(clause, figure));
          if (one) found.push(one);
          standard = null;
        }
      } else if (figure.role === 'count') counts.push(figure);
    }
  }
  return found;
}

/** 年增收62万元 is what they get in all, though it is a rise too. */
const isAmount = ({ role }: Figure): boolean => role === 'count' || role === 'change';

/** What each gets. */
interface Standard {
  readonly rates: Figure[];
  /** 每人每月50元: whoever multiplies by 12 may do so. */
  readonly isTimed: boolean;
}

const standardOf = (clause: Clause, figure: Figure): Standard => ({
  rates: [figure],
  isTimed: !isOneStandard(clause, figure),
});

/** 每人50元, and not 每人每月50元. */
function isOneStandard(clause: Clause, figure: Figure): boolean {
  const words = wordsBefore(clause, figure);
  return (
    words.filter(t => t.is('per')).length < 2 &&
    !words.some(t => t.text === '每' || (t.is('change') && t.text !== '增收'))
  );
}

/** 每个网格配备1名网格长、2名网格员: a second standard, right behind the first. */
const isFurther = (clause: Clause, figure: Figure, { rates }: Standard): boolean =>
  clause.mark === '、' && clause.figures[0] === figure && figure.start - rates.at(-1)!.end <= FURTHER;
const FURTHER = 8;

const saysTotal = (clause: Clause, figure: Figure): boolean =>
  wordsBefore(clause, figure).some(t => t.is('total') || t.is('grand'));

const isShort = (p: Product): boolean => String(productOf(p).digits).length <= MOST_DIGITS;

function productAmong(
  counts: readonly Figure[],
  { rates: [rate, ...more], isTimed }: Standard,
  total: Figure,
  isSaid: boolean,
): Product | null {
  const others = counts.filter(f => f.unit !== rate!.unit);
  const all = others.map((count): Product => ({ count, rate: rate!, more, total, as: 'standard' })).filter(isShort);
  return likelyOf(all, isSaid && !isTimed);
}

/** 14个乡镇共有84座，平均每个乡镇7座; 19个村，总收入684万元，村均36万元. */
function averageAmong(counts: readonly Figure[], rate: Figure, clause: Clause): Product | null {
  const totals = counts.filter(f => f.unit === rate.unit);
  const isSaid = wordsBefore(clause, rate).some(t => t.text === '平均每' || t.is('average'));
  const all = totals.flatMap(total =>
    counts.flatMap((count): Product[] =>
      count.unit === rate.unit || count.value!.digits < 2 ? [] : [{ count, rate, total, as: 'average' }],
    ),
  );
  return isSaid ? likelyOf(all.filter(isShort), true) : null;
}

/** So many digits a number must have to be what was mistyped: of one digit any other is a slip. */
const TELLING = 2;
/** And a total, where no word says that it is one. */
const TELLING_TOTAL = 3;

/** The digits that tell: 700 has one, 62.0 three. */
function digitsOf({ value, magnitude }: Figure): number {
  let { digits } = value!;
  if (value!.exponent >= magnitude) while (digits > 0 && digits % 10 === 0) digits /= 10;
  return String(digits).length;
}

/** The one that is right, or the only one there is, if a slip would make it so. */
function likelyOf(all: readonly Product[], isSaid: boolean): Product | null {
  const right = all.findLast(isConsistentProduct);
  if (right) return right;
  const one = all.length === 1 ? all[0]! : null;
  if (!one || digitsOf(one.total) < (isSaid ? TELLING : TELLING_TOTAL)) return null;
  const able = (isSaid ? [one.total, one.count, one.rate] : [one.total]).filter(f => digitsOf(f) >= TELLING);
  const mend = mendOf(able, value => holds(one, value));
  return mend ? { ...one, mend } : null;
}
