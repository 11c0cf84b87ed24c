import { compare, isZero, sum, toFloat } from '../../text/exact.js';
import { isUsable, type Figure } from '../figures.js';
import { isSameKind } from '../figures/units.js';
import { mendOf } from './evidence.js';
import { isConsistentShare, SHARE_NAME, type Share, type ToldShare } from './share.js';
import { together } from './sum.js';

/**
 * Shares of one base confirm each other. Where one of them is true of a number of the paragraph, that is the base of all; where
 * none is, all must come to the same number, told or not: 城镇9019万人，占63.89%；乡村5098万人，占36.11%. `counts` are the
 * paragraph's. What is said of the told shares, those that are true among them.
 */
export const ofCommonBase = (told: readonly ToldShare[], counts: readonly Figure[]): Share[] =>
  groupsOf(told)
    .flatMap(group => judged(group, counts))
    .sort((a, b) => a.share.start - b.share.start);

/** More shares of one base nobody tells in a paragraph; as many numbers of it, and as many behind the last, may be their base. */
const [MOST, WINDOW, AHEAD] = [24, 48, 4];

/** Those of one unit with the same words of a base; without words one goes on with the base before. */
function groupsOf(told: readonly ToldShare[]): ToldShare[][] {
  const groups = new Map<string, ToldShare[]>();
  const bases = new Map<string, string>();
  for (const one of told) {
    const { unit } = one.part;
    if (one.base !== '') bases.set(unit, one.base);
    const key = `${unit} ${bases.get(unit) ?? ''}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

function judged(group: readonly ToldShare[], counts: readonly Figure[]): readonly Share[] {
  const open = group.filter(({ found }) => !found || !isConsistentShare(found));
  const found = group.flatMap(one => one.found ?? []);
  const [{ part: first }] = group as [ToldShare];
  const isComparable = group.every(({ part, share }) => isUsable(part) && isUsable(share) && share.value!.digits > 0);
  if (group.length < 2 || group.length > MOST || !isComparable) return found;
  if (open.length === 0) return withOdd(found);
  const parts = group.map(({ part }) => part);
  const until = counts.findLastIndex(f => f.start <= parts.at(-1)!.start) + AHEAD;
  const bases = counts
    .slice(Math.max(0, until - WINDOW), until)
    .filter(f => isUsable(f) && !isZero(f.value!) && isSameKind(f.unit, first.unit) && !parts.includes(f));
  const told = open.map(one => ofOthers(one, group, bases));
  const all = told.every((share, i) => !share && !open[i]!.found) ? ofAll(group) : null;
  const settled = group.filter(one => !open.includes(one)).map(one => one.found!);
  return all ? [...settled, all] : [...settled, ...open.flatMap((one, i) => told[i] ?? one.found ?? [])];
}

/**
 * 573份中，412份，占68.7%；129份，占22.5%；32份，占5.6%: the first is of the 600 that were sent; but all three together are the 573 that
 * the others are shares of.
 */
function withOdd(found: readonly Share[]): readonly Share[] {
  const whole = found.at(-1)!.whole;
  const [odd, ...more] = found.filter(s => s.whole !== whole);
  if (!odd || more.length > 0 || found.length < 3) return found;
  const all = sum(found.map(s => s.part.value!));
  const one: Share = { ...odd, whole, claim: 'likely' };
  return compare(all, whole.value!) === 0 && !isConsistentShare(one) ? found.map(s => (s === odd ? one : s)) : found;
}

const shareOf = ({ part, share }: ToldShare, whole: Figure): Share => ({
  part,
  whole,
  share,
  name: SHARE_NAME,
  claim: 'stated',
});
const fits = (one: ToldShare, whole: Figure): boolean =>
  compare(one.part.value!, whole.value!) <= 0 && isConsistentShare(shareOf(one, whole));

/** Of so many digits a share fits a number by chance once in hundreds. */
const TELLING_DIGITS = 3;
const digitsOf = ({ share }: ToldShare): number => String(share.value!.digits).length;
/** Whether shares that are true of a number are so because it is their base. */
const areTelling = (shares: readonly ToldShare[]): boolean =>
  shares.length > 1 || shares.some(one => digitsOf(one) >= TELLING_DIGITS);

/** What the other shares of its base say of one that is true of nothing: of what it is, or that it is right after all. */
function ofOthers(one: ToldShare, group: readonly ToldShare[], bases: readonly Figure[]): Share | null {
  const others = group.filter(other => other !== one);
  const base = bases.find(f => compare(f.value!, one.part.value!) >= 0 && areTelling(others.filter(o => fits(o, f))));
  if (base && !one.found) return slipped(shareOf(one, base)) ?? { ...shareOf(one, base), claim: 'likely' };
  // The base is told in no number: what the others come to.
  for (const other of others.filter(o => digitsOf(o) >= TELLING_DIGITS)) {
    const range = impliedBy(other);
    if (meet(impliedBy(one), range)) return { ...shareOf(one, impliedWhole(one, impliedBy(one))), by: 'other' };
    const agreeing = others.filter(o => meet(impliedBy(o), range));
    if (one.found || agreeing.length < 2 || agreeing.length * 2 <= others.length) continue;
    const share = slipped({ ...shareOf(one, impliedWhole(other, range)), by: 'other' });
    if (share) return share;
  }
  return null;
}

/** The share, where a slip of the pen would make it true. */
function slipped(share: Share, figures: readonly Figure[] = [share.part, share.share]): Share | null {
  const mend = mendOf(figures, value =>
    isConsistentShare({
      ...share,
      part: { ...share.part, value: value(share.part) },
      share: { ...share.share, value: value(share.share) },
    }),
  );
  return mend ? { ...share, claim: 'likely', mend } : null;
}

/** The numbers that a part and its share may come to, as far as they were rounded. */
interface Range {
  readonly low: number;
  readonly high: number;
}

const meet = (a: Range, b: Range): boolean => a.low <= b.high && b.low <= a.high;

function impliedBy({ part, share }: ToldShare): Range {
  const [p, s] = [toFloat(part.value!), toFloat(share.value!)];
  const step = 10 ** share.value!.exponent;
  const half = part.isRounded ? 10 ** part.value!.exponent / 2 : 0;
  return { low: ((p - half) * 100) / (s + step), high: s > step ? ((p + half) * 100) / (s - step) : Infinity };
}

/** A number of a range, to be shown as the whole; it stands where the part does that it was worked out from. */
function impliedWhole({ part, share }: ToldShare, { low, high }: Range): Figure {
  const value = high === Infinity ? low : (low + high) / 2;
  const exponent = Math.min(0, Math.floor(Math.log10(value)) - String(share.value!.digits).length - 1);
  return { ...part, value: { digits: Math.round(value / 10 ** exponent), exponent }, isRounded: true };
}

/** Whether shares are meant to make a hundred. */
const HUNDRED = [99.5, 100.5] as const;

/** 男70356万人，占51.22%；女66993万人，占48.78%: all there is is the parts together, whose number is not told. */
function ofAll(group: readonly ToldShare[]): Share | null {
  const whole = together(group.map(({ part }) => part));
  const wrong = group.filter(one => !fits(one, whole));
  const shares = group.reduce((all, { share }) => all + toFloat(share.value!), 0);
  const isAll = shares > HUNDRED[0] && shares < HUNDRED[1];
  const isMost = areTelling(group.filter(one => !wrong.includes(one)));
  if (!isAll && isMost && wrong.length === 1)
    return slipped({ ...shareOf(wrong[0]!, whole), by: 'all' }, [wrong[0]!.share]);
  if (!isAll) return null;
  // One part is not what its share and the others say.
  for (const one of wrong) {
    const others = group.filter(other => other !== one);
    const mend = mendOf([one.part], value => {
      const all: Figure = { ...whole, value: sum([...others.map(o => o.part.value!), value(one.part)]) };
      return fits({ ...one, part: { ...one.part, value: value(one.part) } }, all) && others.every(o => fits(o, all));
    });
    if (mend) return { ...shareOf(one, whole), claim: 'likely', mend, by: 'all' };
  }
  return null;
}
