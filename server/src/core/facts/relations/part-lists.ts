import { compare, maySumTo, sum, type Amount } from '../../text/exact.js';
import { amountOf, type Figure } from '../figures.js';
import { isSameKind, isThings } from '../figures/units.js';
import { textOf, wordsBetween, type Sentence } from './clauses.js';
import { shared } from './dimensions.js';
import { quantitiesOf, type CountedItem, type List } from './items.js';
import { likelySum } from './likely.js';
import { isConsistentSum, isKnown, type Claim, type Sum } from './sum.js';
import { isOfWholePlace, isTotalOf, restIn, startOfDivision } from './totals.js';

/* What lists say in words of their parts: that they are all, that each is one, that none is more than the whole. */

/** 85个党支部分为机关18个、…; 共850件，分别为312件、287件、251件; 按水平分为三组，发达组8个、…. */
export function divided({ items, lead, first: at }: List, own: readonly Figure[], { clauses }: Sentence): Sum[] {
  if (lead === '其中' || items.length < 2) return [];
  const first = startOfDivision(items);
  const isLedIn =
    first < 0 && at > 0 && clauses[at - 1]!.says.has('division') && clauses[at - 1]!.figures.every(f => f.isHan);
  if ((first < 0 && !isLedIn) || items.length - Math.max(0, first) < 2) return [];
  const start = Math.max(0, first);
  const unit = items[start]!.quantity.unit;
  const whole = start > 0 ? items[start - 1]!.quantity : own.findLast(f => !f.isHan || isSameKind(f.unit, unit));
  if (!whole || !isSameKind(whole.unit, unit) || whole.role !== 'count') return [];
  const wholeWords = start > 0 ? items[start - 1]!.words : (clauses[at - 1]?.tokens ?? []);
  const leading = items[start]!.words;
  if (!isLedIn && leading[0]?.is('each') && !wholeWords.some(t => t.is('total') || t.text === '总')) return [];
  const end = items.findIndex((item, i) => i > start && isTotalOf(item, items.slice(start, i)));
  return [{ parts: quantitiesOf(items.slice(start, end < 0 ? undefined : end)), whole, claim: 'complete' }];
}

/** 全县公路1864.5公里，国道、省道和县道分别为96.2公里、143.8公里和1624.5公里: as many numbers as names, of what stands before. */
export function distributed({ items: all, lead }: List, own: readonly Figure[], { clauses }: Sentence): Sum[] {
  if (all.length < 2 || lead !== null) return [];
  const at = all.findIndex(
    ({ words, clause }) => clause.says.has('each') && words.some((t, i) => i > 0 && t.is('each')),
  );
  const items = all.slice(Math.max(0, at));
  const [head, ...others] = items;
  const whole = at > 0 ? all[at - 1]!.quantity : own.at(-1);
  if (at < 0 || others.length === 0 || others.some(i => i.words.length > 0)) return [];
  if (!whole || whole.unit !== head!.quantity.unit || whole.role !== 'count') return [];
  // 0—17岁、18—34岁、35岁以上分别为: bands stand in clauses of their own.
  const clause = clauses.indexOf(head!.clause);
  const bands = clauses
    .slice(0, clause)
    .reverse()
    .findIndex(c => c.figures.some(f => f.role !== 'band'));
  const names =
    head!.words.filter((t, i) => t.text === '、' || (t.is('and') && !head!.words[i + 1]?.is('bound'))).length +
    1 +
    (bands < 0 ? clause : bands);
  if (names !== items.length) return [];
  const parts = quantitiesOf(items);
  return head!.words.some(t => t.is('rest'))
    ? [{ parts, whole, claim: 'complete' }]
    : likelySum(parts, whole, 'unknown', 'enclosed');
}

/** No two of them are known to differ by different things. */
function areOfOneKind(items: readonly CountedItem[]): boolean {
  const places = items.flatMap(i => (i.place ? [i.place] : []));
  return places.length < 2 || shared(places) !== null;
}

/** …、其他5个: then all are named. */
export function restOf({ items }: List, whole: Figure, fitting: readonly Figure[]): Sum[] {
  const last = items.at(-1)!;
  if (items.length < 2 || !restIn(last) || last.quantity.role !== 'count') return [];
  return areOfOneKind(items) ? settled(quantitiesOf(items), 'complete', whole, fitting) : [];
}

/** 党支部85个：机关支部18个、农村支部25个、企业支部40个. A total that closes the list is none of its parts. */
export function colonOf({ items, lead }: List, whole: Figure): Sum[] {
  if (lead !== '：' || items.length < 2) return [];
  const end = items.findIndex((item, i) => isTotalOf(item, items.slice(0, i)));
  const parts = end < 0 ? items : items.slice(0, end);
  if (parts.length < 2 || parts.some(i => i.quantity.role !== 'count')) return [];
  return areOfOneKind(parts) && !parts.some(hasProperty)
    ? [{ parts: quantitiesOf(parts), whole, claim: 'complete' }]
    : [];
}

/** The parts with the whole they add up to: the one that leads to them if it fits, else an earlier one that does, else the first. */
export function settled(
  parts: readonly Figure[],
  claim: Claim,
  primary: Figure | null,
  fitting: readonly Figure[],
): Sum[] {
  const one = (whole: Figure): Sum => ({ parts, whole, claim });
  if (primary && isConsistentSum(one(primary))) return [one(primary)];
  const other = parts.every(isKnown)
    ? fitting.findLast(f => isKnown(f) && !parts.includes(f) && isConsistentSum(one(f)))
    : undefined;
  if (other) return [one(other)];
  return primary && !mayBeOfSeveral(parts, claim, fitting) ? [one(primary)] : [];
}

/** 党员85名、群众120名参加，其中男112名、女93名: the whole is told in several numbers. */
export function mayBeOfSeveral(parts: readonly Figure[], claim: Claim, fitting: readonly Figure[]): boolean {
  if (!parts.every(isKnown)) return false;
  const known = fitting.filter(isKnown);
  const total = sum(parts.map(p => p.value!));
  for (let n = 2; n <= Math.min(5, known.length); n++) {
    const last = known.slice(-n);
    const whole: Amount = { value: sum(last.map(f => f.value!)), isRounded: last.some(f => f.isRounded) };
    if (maySumTo(parts.map(amountOf), whole) || (claim !== 'complete' && compare(total, whole.value) <= 0)) return true;
  }
  return false;
}

/** 16个乡镇，其中12个镇、4个乡，288个村委会: by its own noun something else. 28家为规上企业 is a part. */
function isOfItsOwn({ quantity: { unit, end }, words, clause }: CountedItem): boolean {
  if (!isThings(unit) || words.length > 0) return false;
  return /^(?![为是属系的未已没被有存达不])[一-龥]{2}/.test(textOf(wordsBetween(clause, end, clause.end)));
}

/** 其中…累计达…: more than a part. */
const saysMore = ({ words }: CountedItem): boolean =>
  words.some(t => t.is('total') || t.is('beyond') || t.is('average') || t.is('goal'));
/** 新增铁路639公里，其中高铁370公里，新增公路2600公里: the next deed is a thing of its own; so is what 全市 begins. */
export const isOwnDeed = (item: CountedItem, [first]: readonly CountedItem[]): boolean =>
  item !== first && ((startsDeed(item) && !startsDeed(first!)) || isOfWholePlace(item.words));
const startsDeed = ({ words }: CountedItem): boolean => words[0]?.is('deed') === true;

/** 党员85名，其中女党员93名. Behind a semicolon something else may begin: 党员85名，其中女党员30名；群众120名. */
export function tooLarge({ items }: List, whole: Figure, fitting: readonly Figure[]): Sum[] {
  if (!isKnown(whole) || whole.isHan) return [];
  // 其中镇14个、乡3个，共有行政村263个、社区41个: what there is besides, and all that follows it.
  const isBesides = ({ words, clause: { mark } }: CountedItem): boolean =>
    mark === '，' && words.some(t => t.is('total') || t.is('owning'));
  const end = items.findIndex((item, i) => isOwnDeed(item, items) || (i > 0 && isBesides(item)));
  return items.slice(0, end < 0 ? undefined : end).flatMap(item => {
    const f = item.quantity;
    // 收入857亿元，其中税收580亿元；支出1,612亿元: behind the semicolon 其中 may be over.
    if (
      f.role !== 'count' ||
      f.unit !== whole.unit ||
      !isKnown(f) ||
      item.clause.mark === '；' ||
      saysMore(item) ||
      isOfItsOwn(item)
    )
      return [];
    const one: Sum = { parts: [f], whole, claim: 'part' };
    return !isConsistentSum(one) &&
      !mayBeOfSeveral([f], 'part', fitting) &&
      fitting.every(other => !isKnown(other) || compare(f.value!, other.value!) > 0)
      ? [one]
      : [];
  });
}

/** 应到代表185名，实到193名; 发放问卷600份，收回620份: no more can come back than went out. Of loans more can. */
export function returned({ items }: List): Sum[] {
  return items.slice(1).flatMap((item, i) => {
    const [whole, part] = [items[i]!.quantity, item.quantity];
    const [out, back] = [nameBehind(items[i]!, 'given'), nameBehind(item, 'returned')];
    const isSame = out !== null && back !== null && (back === '' || out.slice(-2) === back.slice(-2));
    const one: Sum = { parts: [part], whole, claim: 'part' };
    return isSame &&
      '份人'.includes(whole.unit) &&
      whole.unit === part.unit &&
      part.role === 'count' &&
      !isConsistentSum(one)
      ? [one]
      : [];
  });
}

/** What stands between 发放 or 收回 and the number; null where the word does not. */
function nameBehind({ words, clause }: CountedItem, of: 'given' | 'returned'): string | null {
  if (!clause.says.has(of)) return null;
  const at = words.findLastIndex(t => t.is(of));
  return at < 0 ? null : textOf(words.slice(at + 1)).replace(/^了/, '');
}

/** 女党员, 35岁以下: what others may be as well. */
const hasProperty = ({ label }: CountedItem): boolean => /^(?:女|少数民族)|以上|以下/.test(label);
