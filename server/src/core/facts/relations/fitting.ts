import { equal, mayBeShare, mayEqual, minus, sum, type Amount, type Exact } from '../../text/exact.js';
import { amountOf, isUsable, type Figure } from '../figures.js';
import { isCounted, isSameKind } from '../figures/units.js';
import { isConsistentChange, type FigureChange } from './change.js';
import { isConsistentDifference, type Difference } from './difference.js';
import { mendOf } from './evidence.js';
import { isConsistentProduct, isOfQuotient, times, type Product } from './product.js';
import { isConsistentShare, SHARE_NAME, type Share } from './share.js';
import { isConsistentSum, type Sum } from './sum.js';

/*
 * 电梯1846台，其中住宅梯1127台，用满15年的203台，占11.0%: the whole that is meant need not be the nearest. A number that is wrong of what it was
 * taken to be of, and right of others beside it, is right: that fits by chance seldom, and what was mistyped fits nothing.
 */

interface Found {
  readonly sums: readonly Sum[];
  readonly shares: readonly Share[];
  readonly changes: readonly FigureChange[];
  readonly differences: readonly Difference[];
  readonly products: readonly Product[];
}

/** So many figures before a relation, and so many behind it, may be the ones that were meant. */
const [BEFORE, BEHIND] = [12, 6];
/** A number of so many digits is hardly by chance the sum of two others. */
const TELLING = 3;
/** So many numbers in a row may be told together: 24.0%、18.0%、11.0%，三家合占53.0%. */
const MOST_TOGETHER = 6;

/** What a paragraph with the figures `own` says of them, less what is wrong only of the figures it was taken to be of. */
export function withoutFitting<T extends Found>(found: T, own: readonly Figure[]): T {
  const { sums, shares, changes, differences, products } = found;
  const near = (...some: readonly (Figure | null)[]): Near => new Near(own, some);
  return {
    ...found,
    sums: sums
      .filter(s => isConsistentSum(s) || !isOfAnotherWhole(s, sums))
      .filter(s => isConsistentSum(s) || s.claim !== 'likely' || !near(...s.parts, s.whole).makeSum(s, shares)),
    shares: shares.filter(
      s => isConsistentShare(s) || isShared(s, shares) || !near(s.part, s.whole, s.share).makeShare(s),
    ),
    changes: changes.filter(
      c => isConsistentChange(c) || c.change === null || !near(c.from, c.to, c.difference, c.change).makeChange(c),
    ),
    differences: differences.filter(
      d =>
        isConsistentDifference(d) ||
        !near(d.larger, d.smaller, d.difference).makeAmount(d.difference, d.larger, d.smaller),
    ),
    products: products.filter(p => isConsistentProduct(p) || !near(...p.counts, p.rate, p.total).makeProduct(p)),
  };
}

/** The figures of a relation and those around it. */
class Near {
  readonly #all: readonly Figure[];
  readonly #of: ReadonlySet<Figure>;

  constructor(own: readonly Figure[], of: readonly (Figure | null)[]) {
    this.#of = new Set(of.flatMap(f => (f ? (f.madeOf ?? [f]) : [])));
    const at = own.flatMap((f, i) => (this.#of.has(f) ? [i] : []));
    this.#all = own
      .slice(Math.max(0, at[0]! - BEFORE), at.at(-1)! + BEHIND + 1)
      .filter(f => isUsable(f) && f.role !== 'band');
  }

  /** Two of one kind, one of them of the relation and the other not, or neither. */
  *#pairs(isPart: (f: Figure) => boolean, isFree = false): Generator<readonly [Figure, Figure]> {
    const parts = this.#all.filter(isPart);
    for (const a of parts)
      for (const b of parts)
        if (a !== b && (isFree || this.#of.has(a) !== this.#of.has(b)) && isSameKind(a.unit, b.unit)) yield [a, b];
  }

  /** Whether a percentage is what one number is of another, or what some percentages before it come to. */
  makeShare(s: Share): boolean {
    const { share, name } = s;
    // 调处274起，调成257起，成功率93.8%: what was taken for the part of a rate may be its whole.
    // 累计46.8万平方米，月均5.2万平方米，完成年度任务45.0万平方米的104.0%: nor is a mean the part of anything.
    const isOfMean = s.part.role === 'average';
    const isMeant = (a: Figure, b: Figure): boolean =>
      a === s.part || (b === s.part && name !== SHARE_NAME) || (b === s.whole && isOfMean);
    const isInRow = this.#isInRow(share);
    if (isNamed(s) && !isInRow && s.part.role !== 'average') return false;
    return (
      ((isTelling(share) || isInRow) && this.#isQuotient([share.value!], isInRow, isMeant)) ||
      this.#isTogether(share, share.value!)
    );
  }

  /** 占60%、22%、12%、6%: one of several, which may be of any. */
  #isInRow(one: Figure): boolean {
    const at = this.#all.indexOf(one);
    const isNext = (a: Figure | undefined, b: Figure | undefined): boolean =>
      a !== undefined && b !== undefined && a.unit === b.unit && b.start - a.end <= 2;
    return isNext(this.#all[at - 1], one) || isNext(one, this.#all[at + 1]);
  }

  /** Whether one of these is what a number is of another, in per cent; of one in a row any may be, else one of them is of the relation. */
  #isQuotient(
    shares: readonly Exact[],
    isInRow: boolean,
    isMeant: (part: Figure, whole: Figure) => boolean = () => true,
  ): boolean {
    // Of many pairs 4.2亿 and 3.5亿 make anything from 116.5% to 123.2%.
    const of = (f: Figure): Amount => (isInRow ? { value: f.value!, isRounded: false } : amountOf(f));
    for (const [a, b] of this.#pairs(f => f.unit !== '%' && f.unit !== '个百分点', isInRow))
      if ((isInRow || isMeant(a, b)) && shares.some(share => mayBeShare(of(a), of(b), share))) return true;
    return false;
  }

  makeChange({ from, to, change, by, years, isDecrease }: FigureChange): boolean {
    const value = change!.value!;
    if (years !== undefined) return false;
    if (by === 'percent') {
      // 由6.2万亩扩大到8.9万亩，增加2.7万亩，增长30.3%: what lies between the two is theirs.
      const isBetween = (f: Figure): boolean =>
        f.role === 'change' &&
        from !== null &&
        [minus(to.value!, from.value!), minus(from.value!, to.value!)].some(d => equal(d, f.value!));
      const near = new Near(
        this.#all.filter(f => !isBetween(f)),
        [...this.#of],
      );
      return (
        isTelling(change!) &&
        near.#isQuotient([value, sum([HUNDRED, value]), minus(HUNDRED, value)], near.#isInRow(change!))
      );
    }
    const end = from && (isDecrease ? minus(from.value!, value) : sum([from.value!, value]));
    // 流出5770亩，同期补充4980亩，净减790亩: exactly what lies between them, told in the other order.
    const isTurned =
      from !== null &&
      isTellingAmount(change!) &&
      equal(to.value!, isDecrease ? sum([from.value!, value]) : minus(from.value!, value));
    return isTurned || this.makeAmount(change!, from, to) || (end !== null && this.#isTogether(change!, end, from));
  }

  /** Whether an amount is what lies between two numbers, other than these. */
  makeAmount(by: Figure, ...but: readonly (Figure | null)[]): boolean {
    const isPoints = by.unit === '个百分点';
    for (const [a, b] of this.#pairs(f => f !== by && (isPoints ? f.unit === '%' : isSameKind(f.unit, by.unit))))
      if (!(but.includes(a) && but.includes(b)) && equal(sum([b.value!, by.value!]), a.value!)) return true;
    return false;
  }

  /** Whether the numbers right before `one` come to `value`. */
  #isTogether(one: Figure, value: Exact, from: Figure | null = null): boolean {
    const { unit } = from ?? one;
    const before = this.#all.filter(f => f.start < one.start && f.unit === unit && f !== from);
    return before.some((_, from) => {
      const some = before.slice(from);
      return some.length > 1 && some.length <= MOST_TOGETHER && equal(sum(some.map(f => f.value!)), value);
    });
  }

  makeProduct(p: Product): boolean {
    const isMade = (other: Product): boolean => isConsistentProduct(other);
    if (p.as === 'conversion')
      return this.#all.some(
        f =>
          !this.#of.has(f) && mayEqual({ value: times(p.rate.value!, f.value!), isRounded: true }, amountOf(p.total)),
      );
    // 信用借款占46.3%、抵押借款占38.9%、保证借款占14.8%，平均成本4.27%: of what makes 100 there is no mean.
    if (p.terms) return p.rate.unit === '%' && equal(sum(p.terms.map(f => f.value!)), HUNDRED);
    // 每人400元，全额代缴46人，补一半的112人，共4.08万元: of whom the standard is is not told.
    const isBetween = (f: Figure): boolean => f.start > p.rate.start && f.end < p.total.start;
    const isAmongOthers =
      p.as === 'standard' &&
      p.counts.some(c => isBetween(c) && this.#all.some(f => f !== c && f.unit === c.unit && isBetween(f))) &&
      !this.#all.some(f => f !== p.rate && f !== p.total && f.unit === p.rate.unit);
    return (
      isAmongOthers ||
      this.#all.some(
        f =>
          !this.#of.has(f) &&
          ((f.unit === p.rate.unit && !isOfQuotient(p) && isMade({ ...p, rate: f })) ||
            (isOfQuotient(p) && isSameKind(f.unit, p.total.unit) && isMade({ ...p, total: f })) ||
            p.counts.some(
              (count, i) => isSameKind(f.unit, count.unit) && isMade({ ...p, counts: p.counts.with(i, f) }),
            )),
      )
    );
  }

  /** Whether the parts of a likely sum are none: what one counts another counts, or a mean; or the number to be mended is right of others. */
  makeSum({ parts, whole, mend }: Sum, shares: readonly Share[]): boolean {
    const isSound = (f: Figure): boolean =>
      shares.some(s => (s.part === f || s.whole === f) && isConsistentShare(s) && isTelling(s.share));
    const isMean = (f: Figure): boolean => isCounted(f.unit) && f.magnitude === 0 && f.value!.exponent < 0;
    const isMendable = (unsound: readonly Figure[]): boolean =>
      mendOf(unsound, value => {
        const as = (f: Figure): Figure => ({ ...f, value: value(f) });
        return isConsistentSum({ parts: parts.map(as), whole: whole && as(whole), claim: 'complete' });
      }) !== null;
    const others = this.#all.filter(f => !parts.includes(f) && f !== whole && f.unit === parts[0]!.unit);
    const isOfAnother = (a: Figure): boolean =>
      isTellingAmount(a) &&
      parts.some(
        b => b.end <= a.start && others.some(f => f.end <= a.start && equal(a.value!, sum([b.value!, f.value!]))),
      );
    // 57件，办结49件，还剩8件，5件上交，3件自己办: those behind divide one of them.
    const isDivided = parts.some((_, i) => {
      const [before, behind] = [parts.slice(0, i), sum(parts.slice(i).map(f => f.value!))];
      return (
        i > 1 &&
        whole !== null &&
        equal(sum(before.map(f => f.value!)), whole.value!) &&
        before.some(f => equal(f.value!, behind))
      );
    });
    return (
      isDivided ||
      parts.some(isMean) ||
      parts.some(isOfAnother) ||
      (mend !== undefined &&
        isSound(mend.figure) &&
        !isMendable([...parts, ...(whole ? [whole] : [])].filter(f => !isSound(f)))) ||
      (whole !== null && this.#isTogether(whole, whole.value!))
    );
  }
}

/** 占总数的11.0%, 在有效问卷中，…占68.7%: the text says of what. */
const isNamed = ({ claim, name }: Share): boolean => claim === 'stated' && name === SHARE_NAME;
const isTellingAmount = ({ value }: Figure): boolean => String(value!.digits).length >= TELLING;
/** 总额943.58亿元，其中事业单位605.37亿元；按形态分，…: what all parts make is told before them, and is not the last number there. */
const isOfAnotherWhole = ({ parts, whole }: Sum, all: readonly Sum[]): boolean => {
  const isBefore = (f: Figure | null): boolean => f !== null && f.end <= parts[0]!.start;
  return (
    isBefore(whole) &&
    all.some(
      s =>
        isBefore(s.whole) &&
        isConsistentSum(s) &&
        s.parts.length === parts.length &&
        s.parts.every((p, i) => p === parts[i]),
    )
  );
};
/** Two others are shares of the same. */
const isShared = ({ whole }: Share, all: readonly Share[]): boolean =>
  all.filter(other => other.whole === whole && isConsistentShare(other)).length > 1;
/** Written to a tenth at least: 16% is near the share of many numbers. */
const isTelling = ({ value }: Figure): boolean => value !== null && value.exponent < 0;
const HUNDRED: Exact = { digits: 100, exponent: 0 };
