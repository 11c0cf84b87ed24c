import { compare, mayEqual, minus, type Exact } from '../../text/exact.js';
import { isUsable, type Figure } from '../figures.js';
import { wordsBefore, type Clause, type Sentence } from './clauses.js';
import { mendOf, type Mend } from './evidence.js';

/** `count` times `rate` is `total`: 奖励教师129人，每人50元，共计6450元; 84座电站，平均每个乡镇7座. */
export interface Product {
  readonly count: Figure;
  readonly rate: Figure;
  readonly total: Figure;
  /** The rate is an average: it may have been rounded. */
  readonly isAverage: boolean;
  /** What would make it right. It is only ever likely: what else there may be a factor of nobody tells. */
  readonly mend?: Mend;
}

/** The product, exact: at most 15 digits are told. */
export const productOf = (
  { count, rate }: Pick<Product, 'count' | 'rate'>,
  value = (f: Figure): Exact => f.value!,
): Exact => ({
  digits: value(count).digits * value(rate).digits,
  exponent: value(count).exponent + value(rate).exponent,
});

/** Whether it can be true. */
export const isConsistentProduct = (p: Product): boolean => holds(p, f => f.value!);

function holds(p: Product, value: (f: Figure) => Exact): boolean {
  const [product, total] = [productOf(p, value), value(p.total)];
  if (!p.isAverage)
    return mayEqual({ value: product, isRounded: false }, { value: total, isRounded: p.total.isRounded });
  // An average is off by less than one of its last place, for each of what it is of.
  const most: Exact = { digits: value(p.count).digits, exponent: value(p.count).exponent + p.rate.value!.exponent };
  const by = compare(product, total) > 0 ? minus(product, total) : minus(total, product);
  return compare(by, most) <= 0;
}

const MOST_DIGITS = 15;

/** N人，每人M元，共计T元: right, or but for one slip. Standards with a time (每人每月) have a factor that is not told. */
export function productsOf({ clauses }: Sentence): Product[] {
  const found: Product[] = [];
  const counts: Figure[] = [];
  let rate: Figure | null = null;
  for (const clause of clauses) {
    for (const figure of clause.figures) {
      if (figure.role === 'average' && isUsable(figure)) {
        const isOne = isOneStandard(clause, figure);
        const average = isOne && isAverageOf(clause, figure) ? averageAmong(counts, figure) : null;
        if (average) found.push(average);
        rate = isOne && !average && !rate ? figure : null;
      }
      if (figure.role !== 'count' || !isUsable(figure) || figure.isHan) continue;
      if (rate && figure.unit === rate.unit && saysTotal(clause, figure)) {
        const one = productAmong(counts, rate, figure);
        if (one) found.push(one);
        rate = null;
      } else counts.push(figure);
    }
  }
  return found;
}

/** 每人50元, and not 每人每月50元. */
function isOneStandard(clause: Clause, figure: Figure): boolean {
  const words = wordsBefore(clause, figure);
  return words.filter(t => t.is('per')).length < 2 && !words.some(t => t.text === '每' || t.is('change'));
}

/** 平均每个乡镇7座, 村均12人 */
const isAverageOf = (clause: Clause, figure: Figure): boolean =>
  wordsBefore(clause, figure).some(t => t.text === '平均每') ||
  (wordsBefore(clause, figure).some(t => t.text === '平均') && wordsBefore(clause, figure).some(t => t.is('per')));

const saysTotal = (clause: Clause, figure: Figure): boolean =>
  wordsBefore(clause, figure).some(t => t.is('total') || t.is('grand'));

const isShort = (p: Product): boolean => String(productOf(p).digits).length <= MOST_DIGITS;

function productAmong(counts: readonly Figure[], rate: Figure, total: Figure): Product | null {
  const others = counts.filter(f => f.unit !== rate.unit && f.end <= rate.start);
  const all = others.map((count): Product => ({ count, rate, total, isAverage: false })).filter(isShort);
  return likelyOf(all);
}

/** 14个乡镇共有84座，平均每个乡镇7座. */
function averageAmong(counts: readonly Figure[], rate: Figure): Product | null {
  const totals = counts.filter(f => f.unit === rate.unit);
  const all = totals.flatMap(total =>
    counts.flatMap((count): Product[] =>
      count.unit === rate.unit || count.value!.digits < 2 ? [] : [{ count, rate, total, isAverage: true }],
    ),
  );
  return likelyOf(all.filter(isShort));
}

/** The one that is right, or the only one there is, if a slip would make it so. */
function likelyOf(all: readonly Product[]): Product | null {
  const right = all.findLast(isConsistentProduct);
  if (right) return right;
  const one = all.length === 1 ? all[0]! : null;
  const mend = one && mendOf([one.total, one.count, one.rate], value => holds(one, value));
  return mend ? { ...one!, mend } : null;
}
