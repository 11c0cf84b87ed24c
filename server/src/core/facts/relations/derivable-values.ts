import { minus, percentage, plain, sum, trimmed, type Exact } from '../../text/exact.js';
import type { Figure } from '../figures.js';
import type { Relations } from '../relations.js';

/** A blank that the other figures leave only one number for. */
export interface DerivableValue {
  readonly figure: Figure;
  /** The number to write, in the magnitude that stands behind the blank. */
  readonly number: string;
  /** How it comes about: 85 − 40 = 45. */
  readonly sum: string;
}

/**
 * The blanks of a text that can be worked out, by where they start. A blank for which two relations ask different
 * numbers is none of them. Never more than an offer: that the rest is right only the writer knows.
 */
export function derivableValues({
  sums,
  shares,
}: Pick<Relations, 'sums' | 'shares'>): ReadonlyMap<number, DerivableValue> {
  const found = new Map<number, DerivableValue | null>();
  const offer = (one: DerivableValue): void => {
    const known = found.get(one.figure.start);
    found.set(one.figure.start, known === undefined || known?.number === one.number ? one : null);
  };
  for (const { parts, whole, claim } of sums) {
    const all = [...parts, ...(whole ? [whole] : [])];
    const blanks = all.filter(f => f.isBlank);
    if (claim !== 'complete' || blanks.length !== 1 || all.some(f => f.isApproximate)) continue;
    const blank = blanks[0]!;
    const others = parts.filter(p => p !== blank).map(p => p.value!);
    const total = whole ? whole.value : { digits: 100, exponent: 0 };
    const value = blank === whole ? sum(others) : minus(total!, sum(others));
    if (value.digits < 0) continue;
    const say = (v: Exact): string => trimmed({ digits: v.digits, exponent: v.exponent - blank.magnitude });
    const number = say(value);
    const shown = blank === whole ? others.map(say).join(' + ') : [total!, ...others].map(say).join(' − ');
    offer({ figure: blank, number, sum: `${shown} = ${number}` });
  }
  for (const { part, whole, share } of shares) {
    if (
      !share.isBlank ||
      !part.value ||
      !whole.value ||
      part.isApproximate ||
      whole.isApproximate ||
      whole.value.digits === 0
    )
      continue;
    const number = plain(percentage(part.value, whole.value, 1));
    offer({ figure: share, number, sum: `${plain(part.value)} ÷ ${plain(whole.value)} ≈ ${number}%` });
  }
  return new Map([...found].flatMap(([at, one]) => (one ? [[at, one]] : [])));
}
