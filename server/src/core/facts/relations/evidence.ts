import { compare, minus, sum, type Exact } from '../../text/exact.js';
import type { Figure } from '../figures.js';

/**
 * What the arithmetic itself says. Numbers that were never meant to add up hardly ever do so when one digit is changed or
 * two neighbours are exchanged; numbers that were meant to, and are wrong, mostly do.
 */
export interface Mend {
  readonly figure: Figure;
  /** What it would have to be. */
  readonly value: Exact;
  /** Two digits are exchanged, or it is ten times as much: of such slips there are few, so that they tell more. */
  readonly isExchange: boolean;
}

/** The digits of a number, those behind its point among them. */
const writtenOf = ({ digits, exponent }: Exact): string => String(Math.abs(digits)).padStart(1 - exponent, '0');

/** The value with other digits and its own sign; none of them begins with a new zero. */
const numbersOf = (value: Exact, written: string, changed: readonly string[]): Exact[] =>
  changed
    .filter(one => one !== written && (!one.startsWith('0') || written.startsWith('0')))
    .map(one => ({ digits: value.digits < 0 ? -Number(one) : Number(one), exponent: value.exponent }));

/** The numbers that two exchanged digits make of a number, neighbours or with one between. */
export function exchangesOf(value: Exact): Exact[] {
  const written = writtenOf(value);
  const changed: string[] = [];
  for (const apart of [1, 2])
    for (let i = apart; i < written.length; i++) {
      const [a, b] = [written[i - apart]!, written[i]!];
      if (a !== b)
        changed.push(`${written.slice(0, i - apart)}${b}${written.slice(i - apart + 1, i)}${a}${written.slice(i + 1)}`);
    }
  return numbersOf(value, written, changed);
}

/** Those that one changed digit makes. */
function changesOf(value: Exact): Exact[] {
  const written = writtenOf(value);
  const changed: string[] = [];
  for (let i = 0; i < written.length; i++)
    for (let d = 0; d <= 9; d++) changed.push(written.slice(0, i) + d + written.slice(i + 1));
  return numbersOf(value, written, changed);
}

/** The numbers that one slip of the pen makes of a number: one digit changed, two exchanged. */
export const slipsOf = (value: Exact): Exact[] => [...changesOf(value), ...exchangesOf(value)];

/**
 * Ten times as much, and a tenth where that is written as exactly: 3,700 for 370, 299 for 29.9. 5,000 has one digit that tells, and may
 * be a tenth of anything.
 */
function scalesOf({ digits, exponent }: Exact): Exact[] {
  let telling = Math.abs(digits);
  while (telling > 9 && telling % 10 === 0) telling /= 10;
  if (telling < 10) return [];
  const more = { digits: digits * 10, exponent };
  // 2,500 is a round number, and none of 250.
  if (digits % 10 === 0) return telling < 100 ? [more] : [more, { digits: digits / 10, exponent }];
  return exponent === 0 ? [more] : [more, { digits, exponent: exponent - 1 }];
}

/** Two digits exchanged, or a power of ten: there are few of them. */
const raresOf = (value: Exact): Exact[] => [...exchangesOf(value), ...scalesOf(value)];

/** So many digits a number may have to be tried with slips: what is longer is no count of a report. */
const MOST_DIGITS = 12;

/** So many figures may be looked through for a slip: no list a person writes is longer. */
const MOST_FIGURES = 40;

/**
 * The one slip that would make the relation true; of several an exchange, and the one in the latest of the figures. `mayBe` says
 * cheaply which values are worth a trial.
 */
export function mendOf(
  figures: readonly Figure[],
  holds: (value: (f: Figure) => Exact) => boolean,
  mayBe: (figure: Figure, value: Exact) => boolean = () => true,
): Mend | null {
  if (figures.length > MOST_FIGURES) return null;
  const able = figures.filter(f => f.value && String(f.value.digits).length <= MOST_DIGITS).reverse();
  for (const isExchange of [true, false])
    for (const figure of able)
      for (const value of isExchange ? raresOf(figure.value!) : changesOf(figure.value!))
        if (mayBe(figure, value) && holds(f => (f === figure ? value : f.value!))) return { figure, value, isExchange };
  return null;
}

/**
 * How probable it is that a slip would mend numbers that were never meant to add up: the differences a slip of that kind makes,
 * among all there might be. 0 is certain evidence, 1 none.
 */
export function chanceOfMend(figures: readonly Figure[], whole: Exact, isExchange = false): number {
  // 500、200、100: counted in hundreds, they are small numbers; so are others beside 2.3万, which may be off by hundreds.
  const places = Math.min(...figures.map(f => lastPlace(f.value!)), lastPlace(whole));
  const least = Math.max(places, ...figures.map(f => (f.isRounded ? f.value!.exponent : places)));
  const inUnits = ({ digits, exponent }: Exact): number => digits * 10 ** (exponent - least);
  const size = inUnits(whole);
  const differences = new Set<number>();
  for (const { value } of figures)
    for (const slip of isExchange ? raresOf(value!) : slipsOf(value!)) {
      const by = Math.abs(inUnits(minus(slip, value!)));
      if (by >= 1 && by <= size) differences.add(Math.round(by));
    }
  return size <= 0 ? 1 : Math.min(1, differences.size / size);
}

/** The power of ten of the last digit that is not zero. */
function lastPlace({ digits, exponent }: Exact): number {
  let place = exponent;
  for (let rest = digits; rest !== 0 && rest % 10 === 0; rest /= 10) place++;
  return place;
}

/** Per cent of the whole that parts may be off by and still be meant to be all of it. */
const NEAR = 3;
/** A whole of fewer units is near everything. */
const LEAST_WHOLE = 150;

/** Whether the parts nearly make the whole. */
export function isNear(parts: readonly Exact[], whole: Exact): boolean {
  const all = sum(parts);
  const by = compare(all, whole) > 0 ? minus(all, whole) : minus(whole, all);
  const least = Math.min(by.exponent, whole.exponent);
  const [difference, size] = [by, whole].map(v => v.digits * 10 ** (v.exponent - least)) as [number, number];
  return size >= LEAST_WHOLE && difference * 100 <= size * NEAR;
}
