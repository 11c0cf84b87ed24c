import { compare, HUNDRED, maySumTo, sum, type Amount, type Exact } from '../../text/exact.js';
import { amountOf, type Figure } from '../figures.js';
import type { Mend } from './evidence.js';

/**
 * What a list says of its parts, the most certain first. `complete`: they are all there is; `exclusive`: none counts what
 * another counts; `likely`: nothing says that they are all there is but the numbers themselves; `part`: each is a part, no
 * more is certain.
 */
export type Claim = 'complete' | 'exclusive' | 'likely' | 'part';

/** These parts and that whole. `whole` is null for 100 per cent. */
export interface Sum {
  readonly parts: readonly Figure[];
  readonly whole: Figure | null;
  readonly claim: Claim;
  /** The slip of the pen that would make a likely sum right, if there is one. */
  readonly mend?: Mend;
}

/** All of them, as a figure that no text writes: it stands from the first to the last. */
export const together = (figures: readonly Figure[]): Figure => ({
  ...figures[0]!,
  start: Math.min(...figures.map(f => f.start)),
  end: Math.max(...figures.map(f => f.end)),
  value: sum(figures.map(f => f.value!)),
  isRounded: figures.some(f => f.isRounded),
  madeOf: figures,
});

/**
 * The parts of one list, for adding up: beside 2.5万 a 3万 is 3.0万, for who tells tenths leaves out no others than zeros. `value` is
 * what each is taken to be.
 */
export function amountsOf(parts: readonly Figure[], value: (f: Figure) => Exact = f => f.value!): Amount[] {
  const finest = new Map<number, number>();
  for (const p of parts)
    finest.set(p.magnitude, Math.min(finest.get(p.magnitude) ?? p.value!.exponent, p.value!.exponent));
  return parts.map(p => {
    const [own, to] = [value(p), finest.get(p.magnitude)!];
    return {
      ...amountOf(p),
      value: own.exponent > to ? { digits: own.digits * 10 ** (own.exponent - to), exponent: to } : own,
    };
  });
}

const amountOfWhole = (f: Figure | null): Amount => (f ? amountOf(f) : HUNDRED);
export const isKnown = (f: Figure): boolean => f.value !== null && !f.isApproximate;

/** 三个产业：装备19个，材料15个，食品12个: the number before them is of the parts, and not of what is in them. */
export const countsParts = ({ parts, whole }: Sum): boolean =>
  whole?.value != null &&
  compare(whole.value, { digits: parts.length, exponent: 0 }) === 0 &&
  parts.some(p => p.value !== null && compare(p.value, whole.value!) > 0);

/** Whether the claim can be true; a blank or a number not meant exactly can be anything. */
export function isConsistentSum({ parts, whole, claim }: Sum): boolean {
  if (![...parts, ...(whole ? [whole] : [])].every(isKnown)) return true;
  const amounts = amountsOf(parts);
  if (maySumTo(amounts, amountOfWhole(whole))) return true;
  const all = claim === 'part' ? null : sum(amounts.map(a => a.value));
  if (all) return claim === 'exclusive' && compare(all, amountOfWhole(whole).value) < 0;
  return amounts.every(a => compare(a.value, amountOfWhole(whole).value) <= 0);
}
