import { compare, mayBeShare, maySumTo, minus, sum, toFloat, type Amount, type Exact } from '../../text/exact.js';
import { amountOf, type Figure } from '../figures.js';
import type { Mend } from './evidence.js';

/** A number that became another, and by how much it says it did. */
export interface FigureChange {
  /** null where only the difference is told: 156名，比上年增加12名，增长8.3%. */
  readonly from: Figure | null;
  readonly to: Figure;
  /** The difference that stands in for `from`. */
  readonly difference: Figure | null;
  /** By how much; null where only the direction is told: 由5天压缩到3天. */
  readonly change: Figure | null;
  /** `percent`: in per cent; `amount`: in units, or in percentage points. */
  readonly by: 'percent' | 'amount' | 'direction';
  readonly isDecrease: boolean;
  /** It is what the change is a year, over so many years: 四年年均增长12.5%. */
  readonly years?: number;
  /** `stated`: the text says so; `likely`: the numbers do, but for one slip of the pen. */
  readonly claim: 'stated' | 'likely';
  readonly mend?: Mend;
}

/** The number before the change. */
export function startOf({ from, to, difference, isDecrease }: Omit<FigureChange, 'claim'>): Exact {
  if (from) return from.value!;
  return isDecrease ? sum([to.value!, difference!.value!]) : minus(to.value!, difference!.value!);
}

/** Whether the change can be true. */
export const isConsistentChange = (c: Omit<FigureChange, 'claim'>): boolean => holds(c, f => f.value!);

/** Whether it can be true of other values. */
export function holds(c: Omit<FigureChange, 'claim'>, value: (f: Figure) => Exact): boolean {
  const of = (f: Figure): Amount => ({ ...amountOf(f), value: value(f) });
  const end = value(c.to);
  const start = c.from
    ? value(c.from)
    : c.isDecrease
      ? sum([end, value(c.difference!)])
      : minus(end, value(c.difference!));
  const isRise = compare(end, start) > 0;
  if (c.by === 'direction') return compare(end, start) === 0 || isRise !== c.isDecrease;
  const before: Amount = { value: start, isRounded: (c.from ?? c.to).isRounded || c.difference?.isRounded === true };
  if (start.digits <= 0) return true;
  if (c.by === 'amount')
    return c.isDecrease ? maySumTo([of(c.to), of(c.change!)], before) : maySumTo([before, of(c.change!)], of(c.to));
  if (c.years !== undefined) return mayBeYearly(of(c.to), before, c.isDecrease, value(c.change!), c.years);
  // to ÷ from is 100 per cent and the change, written to the same place.
  const hundred: Exact = { digits: 100, exponent: 0 };
  const share = value(c.change!);
  return mayBeShare(of(c.to), before, c.isDecrease ? minus(hundred, share) : sum([hundred, share]));
}

/** Whether a growth by so many per cent a year makes the one of the other, each of the three rounded at its last place. */
function mayBeYearly(to: Amount, from: Amount, isDecrease: boolean, share: Exact, years: number): boolean {
  const half = ({ value, isRounded }: Amount): number => (isRounded ? 10 ** value.exponent / 2 : 0);
  const [a, b] = [toFloat(from.value), toFloat(to.value)];
  const yearly = (ratio: number): number => (ratio ** (1 / years) - 1) * 100;
  const [low, high] = [yearly((b - half(to)) / (a + half(from))), yearly((b + half(to)) / (a - half(from)))];
  const stated = isDecrease ? -toFloat(share) : toFloat(share);
  const step = 10 ** share.exponent;
  return stated > low - step && stated < high + step;
}

/** What the growth a year is. */
export const yearlyOf = (from: Exact, to: Exact, years: number): number =>
  ((toFloat(to) / toFloat(from)) ** (1 / years) - 1) * 100;
