/**
 * A number as it is written: `digits` × 10^`exponent`. 3.20万 is 320 × 10², so its last written place is worth 100. Nothing
 * is ever compared in floating point, and how far a number may have been rounded is read off the exponent.
 */
export interface Exact {
  /** A safe integer. */
  readonly digits: number;
  readonly exponent: number;
}

/** A number with what may be meant by it: `isRounded` says that places behind the last written one may have been dropped. */
export interface Amount {
  readonly value: Exact;
  readonly isRounded: boolean;
}

export const HUNDRED: Amount = { value: { digits: 100, exponent: 0 }, isRounded: false };

const power = (n: number): bigint => 10n ** BigInt(n);
/** In units of 10^`exponent`, which must not exceed the number's own. */
const scaled = ({ digits, exponent }: Exact, to: number): bigint => BigInt(digits) * power(exponent - to);
function lowest(values: readonly Exact[]): number {
  let to = Infinity;
  for (const { exponent } of values) if (exponent < to) to = exponent;
  return to;
}

/** In those units where that is a safe integer, as it is of nearly all numbers of a text; else NaN. */
function safely({ digits, exponent }: Exact, to: number): number {
  const value = exponent === to ? digits : digits * 10 ** (exponent - to);
  return Number.isSafeInteger(value) ? value : NaN;
}

export function compare(a: Exact, b: Exact): number {
  const to = Math.min(a.exponent, b.exponent);
  const [x, y] = [safely(a, to), safely(b, to)];
  if (x < y) return -1;
  if (x > y) return 1;
  if (x === y) return 0;
  const difference = scaled(a, to) - scaled(b, to);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const equal = (a: Exact, b: Exact): boolean => compare(a, b) === 0;

export function sum(values: readonly Exact[]): Exact {
  const to = lowest(values);
  let total = 0;
  for (const value of values) total += safely(value, to);
  if (Number.isSafeInteger(total)) return { digits: total, exponent: to };
  return exact(
    values.reduce((all, v) => all + scaled(v, to), 0n),
    to,
  );
}

export function minus(a: Exact, b: Exact): Exact {
  const to = Math.min(a.exponent, b.exponent);
  const difference = safely(a, to) - safely(b, to);
  return Number.isSafeInteger(difference)
    ? { digits: difference, exponent: to }
    : exact(scaled(a, to) - scaled(b, to), to);
}

const exact = (digits: bigint, exponent: number): Exact => ({ digits: Number(digits), exponent });

/** Whether the number behind `a` can be the number behind `b`: 1.2万 and 11,987. */
export function mayEqual(a: Amount, b: Amount): boolean {
  const to = lowest([a.value, b.value]) - 1;
  const [x, y] = [range(a, to), range(b, to)];
  return x.low <= y.high && y.low <= x.high;
}

/**
 * Whether the numbers behind `parts` can add up to the one behind `whole`, if all were rounded alike or all cut off alike.
 * Where nothing is rounded this is plain equality.
 */
export function maySumTo(parts: readonly Amount[], whole: Amount): boolean {
  const to = lowest([...parts, whole].map(a => a.value)) - 1;
  return [false, true].some(isCut => {
    let [low, high] = [0n, 0n];
    for (const part of parts) {
      const r = range(part, to, isCut);
      low += r.low;
      high += r.high;
    }
    const total = range(whole, to, isCut);
    const isSharp = high === low && total.high === total.low;
    return isSharp ? low === total.low : low < total.high && total.low < high;
  });
}

/** The least and the greatest number, in units of 10^`to`, that may have been written so. */
function range({ value, isRounded }: Amount, to: number, isCut?: boolean): { low: bigint; high: bigint } {
  const at = scaled(value, to);
  if (!isRounded) return { low: at, high: at };
  const step = power(value.exponent - to);
  if (isCut === true) return { low: at, high: at + step };
  return { low: at - step / 2n, high: isCut === false ? at + step / 2n : at + step };
}

/**
 * Whether part ÷ whole can be written as `share` (a percentage): rounded up, down or cut off at its last place. Writers let
 * percentages add up to 100 by moving one of them, so a whole last place either way is theirs.
 */
export function mayBeShare(part: Amount, whole: Amount, share: Exact): boolean {
  const to = lowest([part.value, whole.value]) - 1;
  const [p, w] = [range(part, to), range(whole, to)];
  if (w.high <= 0n || w.low <= 0n) return true;
  // part/whole×100 lies strictly between share − step and share + step, both sides multiplied by whole × 10^n.
  const places = Math.max(0, -share.exponent);
  const hundred = 100n * power(places);
  const [at, step] = [scaled(share, -places), power(share.exponent + places)];
  return p.low * hundred < (at + step) * w.high && p.high * hundred > (at - step) * w.low;
}

/**
 * How far apart the least and the greatest percentage are that part ÷ whole may come to, as both are rounded, in units of the last
 * place of a percentage with `places` decimals; 0 where both are exact. Of 1.5万 and 3万 anything from 36 to 64 may be meant.
 */
export function spreadOfShare(part: Amount, whole: Amount, places: number): number {
  const to = lowest([part.value, whole.value]) - 1;
  const [p, w] = [range(part, to), range(whole, to)];
  if (w.low <= 0n) return Infinity;
  const least = (Number(p.low) / Number(w.high)) * 100;
  const most = (Number(p.high) / Number(w.low)) * 100;
  return (most - least) * 10 ** places;
}

/** part ÷ whole in per cent with `places` decimals, rounded half up. `whole` must not be zero. */
export function percentage(part: Exact, whole: Exact, places: number): Exact {
  const to = lowest([part, whole]);
  const [p, w] = [scaled(part, to) * 100n * power(places), scaled(whole, to)];
  const isNegative = p < 0n !== w < 0n && p !== 0n;
  const [a, b] = [p < 0n ? -p : p, w < 0n ? -w : w];
  const rounded = (2n * a + b) / (2n * b);
  return exact(isNegative ? -rounded : rounded, -places);
}

/** The same value without the zeros at its end. */
export function reduced({ digits, exponent }: Exact): Exact {
  let [d, e] = [digits, exponent];
  while (d !== 0 && d % 10 === 0) [d, e] = [d / 10, e + 1];
  return { digits: d, exponent: e };
}

export const isZero = ({ digits }: Exact): boolean => digits === 0;
export const toFloat = ({ digits, exponent }: Exact): number => Number(`${digits}e${exponent}`);

/** The number in plain digits, with as many decimals as it was written with: 83, 35.30, 12000. */
export function plain({ digits, exponent }: Exact): string {
  const sign = digits < 0 ? '-' : '';
  const figures = String(Math.abs(digits));
  if (exponent >= 0) return digits === 0 ? '0' : sign + figures + '0'.repeat(exponent);
  const padded = figures.padStart(1 - exponent, '0');
  return `${sign}${padded.slice(0, exponent)}.${padded.slice(exponent)}`;
}

/** Without the zeros at the end of the decimals: 60 for 60.0. */
export const trimmed = (value: Exact): string =>
  plain(value)
    .replace(/(\.\d*[1-9]|\.)0+$/, '$1')
    .replace(/\.$/, '');
