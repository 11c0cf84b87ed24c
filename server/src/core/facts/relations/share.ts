import { compare, HUNDRED, isZero, mayBeShare, spreadOfShare, type Exact } from '../../text/exact.js';
import { amountOf, isUsable, type Figure } from '../figures.js';
import { exchangesOf, mendOf, slipsOf, type Mend } from './evidence.js';

/** `part` is `share` per cent, or ‰, of `whole`; `name` says as what: 占比, 回收率. */
export interface Share {
  readonly part: Figure;
  readonly whole: Figure;
  readonly share: Figure;
  readonly name: string;
  /** `stated`: the text says so; `likely`: the numbers do, but for one slip of the pen. */
  readonly claim: 'stated' | 'likely';
  readonly mend?: Mend;
  /** The whole is told in no number: `all` the parts together are it, or what `other` parts and their shares come to. */
  readonly by?: 'all' | 'other';
}
/** A share of what is named and told in no number of the paragraph: 占问题线索总数的57.8%. */
export interface OpenShare {
  readonly part: Figure;
  readonly share: Figure;
  readonly base: string;
}

/** A part and its share as a paragraph tells them, with the words of what it is a share of; '' where it goes on as before. */
export interface ToldShare {
  readonly part: Figure;
  readonly share: Figure;
  readonly base: string;
  /** What the sentence alone makes of it. */
  readonly found: Share | null;
}

export const SHARE_NAME = '占比';

/** Whether the share can be true. */
export function isConsistentShare({ part, whole, share }: Omit<Share, 'claim'>): boolean {
  if (![part, whole, share].every(f => f.value !== null && !f.isApproximate)) return true;
  return (
    isZero(whole.value!) ||
    mayBeShare(amountOf(part), amountOf(whole), share.unit === '‰' ? tenth(share.value!) : share.value!)
  );
}

/** ‰ in per cent. */
const tenth = ({ digits, exponent }: Exact): Exact => ({ digits, exponent: exponent - 1 });
/** So probable may a slip by chance be, where only the numbers say that one is a share of the other. */
const MOST_CHANCE = 0.05;

/** The share of one of these, if it is one slip of the pen away. `chance`: so probable may that be for numbers that were never meant. */
export function likelyAmong(
  bases: readonly Figure[],
  of: (whole: Figure) => Share,
  chance = MOST_CHANCE,
  isPartSure = false,
): Share | null {
  for (const base of [...bases].reverse()) {
    const one = of(base);
    const mend = mendOfShare(one, chance, isPartSure);
    if (mend) return { ...one, claim: 'likely', mend };
  }
  return null;
}

const isTenfold = (a: Exact, b: Exact): boolean =>
  a.digits * 10 === b.digits || a.digits === b.digits * 10 || a.exponent !== b.exponent;

/** The slip in the percentage, or in the part, that would make it right, where that can hardly be by chance. */
function mendOfShare({ part, whole, share }: Share, chance: number, isPartSure: boolean): Mend | null {
  if (![part, whole, share].every(isUsable)) return null;
  const digits = String(share.value!.digits).length;
  const isOfThousand = share.unit === '‰';
  const holds = (value: (f: Figure) => Exact): boolean =>
    mayBeShare(
      { ...amountOf(part), value: value(part) },
      amountOf(whole),
      isOfThousand ? tenth(value(share)) : value(share),
    );
  const mend = mendOf(
    isPartSure ? [share] : [share, part],
    holds,
    // 12% is no 120%, and 150 no 15.
    (f, value) => !isTenfold(f.value!, value) || (f === share && compare(value, HUNDRED.value) <= 0),
  );
  const slips = mend?.isExchange ? exchangesOf(share.value!) : slipsOf(share.value!);
  // The wider what the rounded numbers may come to, the likelier it is hit.
  const spread = spreadOfShare(
    amountOf(part),
    amountOf(whole),
    Math.max(0, (isOfThousand ? 1 : 0) - share.value!.exponent),
  );
  return (slips.length * Math.max(1, spread)) / 10 ** digits > chance ? null : mend;
}
