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
}

/** The numbers that one slip of the pen makes of a number: one digit changed, two neighbouring ones exchanged. */
export function slipsOf({ digits, exponent }: Exact): Exact[] {
  if (digits < 0) return slipsOf({ digits: -digits, exponent }).map(slip => ({ ...slip, digits: -slip.digits }));
  const written = String(digits).padStart(1 - exponent, '0');
  const found: Exact[] = [];
  const add = (changed: string): void => {
    if (changed !== written && !(changed.startsWith('0') && !written.startsWith('0')))
      found.push({ digits: Number(changed), exponent });
  };
  for (let i = 0; i < written.length; i++)
    for (let d = 0; d <= 9; d++) if (String(d) !== written[i]) add(written.slice(0, i) + d + written.slice(i + 1));
  for (let i = 1; i < written.length; i++)
    if (written[i] !== written[i - 1])
      add(written.slice(0, i - 1) + written[i]! + written[i - 1]! + written.slice(i + 1));
  return found;
}

/** So many digits a number may have to be tried with slips: what is longer is no count of a report. */
const MOST_DIGITS = 12;

/** So many figures may be looked through for a slip: no list a person writes is longer. */
const MOST_FIGURES = 40;

/** The one slip that would make the relation true; of several the one in the latest of the figures. */
export function mendOf(figures: readonly Figure[], holds: (value: (f: Figure) => Exact) => boolean): Mend | null {
  if (figures.length > MOST_FIGURES) return null;
  for (const figure of [...figures].reverse()) {
    if (!figure.value || String(figure.value.digits).length > MOST_DIGITS) continue;
    for (const value of slipsOf(figure.value))
      if (holds(f => (f === figure ? value : f.value!))) return { figure, value };
  }
  return null;
}

/**
 * How probable it is that a slip would mend numbers that were never meant to add up: the differences a slip makes, among
 * all there might be. 0 is certain evidence, 1 none.
 */
export function chanceOfMend(figures: readonly Figure[], whole: Exact): number {
  // 500、200、100: counted in hundreds, they are small numbers.
  const least = Math.min(...figures.map(f => lastPlace(f.value!)), lastPlace(whole));
  const inUnits = ({ digits, exponent }: Exact): number => digits * 10 ** (exponent - least);
  const size = inUnits(whole);
  const differences = new Set<number>();
  for (const { value } of figures)
    for (const slip of slipsOf(value!)) {
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
