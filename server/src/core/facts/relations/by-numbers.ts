import { once } from '../../lazily.js';
import { compare, sum } from '../../text/exact.js';
import type { Figure } from '../figures.js';
import { isSameKind, isSpan } from '../figures/units.js';
import type { Clause, Sentence } from './clauses.js';
import { areStates, shared } from './dimensions.js';
import { quantitiesOf, type CountedItem, type List } from './items.js';
import { isNamedAlike, likelySum, likenessOf } from './likely.js';
import { isOwnDeed, mayBeOfSeveral } from './part-lists.js';
import { isConsistentSum, isKnown, type Sum } from './sum.js';
import { areStandards, isOfPlan, isSummed, restIn, saysHowMuch } from './totals.js';
import { announces, leadsIn } from './wholes.js';

/** 已整改, 正在整改: what is done and what is being done is mostly all there is. */
const PROGRESS = '进度';
function areByProgress(parts: readonly CountedItem[]): boolean {
  const named = parts.filter(p => !restIn(p));
  const places = named.flatMap(p => p.place ?? []);
  return (
    places.length === named.length &&
    (places.every(p => p.dimension === PROGRESS) || (places.length > 1 && areStates(places)))
  );
}

/** 21个、48个、57个，已整改113个: behind the stronger mark something else is said. */
export function isBeyond({ items }: List, i: number): boolean {
  const { clause } = items[i]!;
  return i > 1 && items[1]!.clause.mark === '、' && clause.mark === '，' && !restIn(items[i]!);
}

/** 31人，行政编制11人、事业编制14人、公益性岗位6人: the head is parted from its parts by the stronger mark. */
const isSetApart = ([first, ...others]: readonly CountedItem[]): boolean =>
  first!.clause.mark === '，' && others.every(o => o.clause.mark === '、');

/** Whether an item differs from others by the same as they do from each other. */
const isOneOf = ({ place }: CountedItem, others: readonly CountedItem[]): boolean =>
  place !== null && others.some(o => o.place !== null && shared([place, o.place]) !== null);

/** The parts that their own numbers show to be all there is, or to have been meant to be. */
export function byNumbers(
  list: List,
  { clauses, isBracket, says }: Sentence,
  primary: Figure | null,
  fitting: readonly Figure[],
): Sum[] {
  const { items: all, lead, first } = list;
  if (all.length < 2) return [];
  const end = all.findIndex(
    (item, i) =>
      isOwnDeed(item, all) ||
      (i > 1 && item.clause.says.has('total') && item.words.some(t => t.is('total'))) ||
      (i === 1 && primary !== null && isSummed(item)),
  );
  const beyond = all.findIndex((_, i) => isBeyond(list, i));
  const isWhole =
    beyond >= 0 && primary !== null && isConsistentSum({ parts: quantitiesOf(all), whole: primary, claim: 'likely' });
  const ended = beyond < 0 || isWhole ? end : end < 0 ? beyond : Math.min(beyond, end);
  const items = ended < 0 ? all : all.slice(0, ended);
  const last = items.at(-1);
  if (!last || areStandards(items) || (says.has('planned') && isOfPlan(items) && !restIn(last))) return [];
  if (items.some(i => i.quantity.role !== 'count' || isSpan(i.quantity.unit))) return [];
  const from = clauses[first - 1] ?? clauses[first]!;
  const stretch = clauses.slice(clauses.indexOf(from), clauses.indexOf(last.clause) + 1);
  const behind = clauses.slice(clauses.indexOf(last.clause) + 1);
  if (saysOverlap(behind) || (!restIn(last) && stretch.some(c => c.says.has('open')))) return [];
  const isLed =
    (primary !== null && !items.some(i => i.quantity === primary)) || isBracket || (lead !== null && lead !== '：');
  // The first may be the whole of the others: 反馈问题43个，已完成整改38个，正在推进5个.
  const own = primary ? items.findIndex(i => i.quantity === primary) : 0;
  const [whole, parts] = [primary ?? items[0]!.quantity, items.slice(own + 1)];
  const isProgress = parts.length > 1 && areByProgress(parts);
  if (
    parts.length < 2 ||
    !isKnown(whole) ||
    whole.role !== 'count' ||
    (whole.isHan && !parts.every(p => p.quantity.isHan))
  )
    return [];
  // 市直机关3216名，区直机关1874名，国有企业965名: the first is one of them.
  if (!primary && (isOneOf(items[0]!, parts) || parts[0]!.clause.mark === '、')) return [];
  const figures = quantitiesOf(parts);
  if (figures.includes(whole) || figures.some(f => f.unit !== whole.unit && !isSameKind(f.unit, whole.unit))) return [];
  if (!figures.every(isKnown)) return [];
  const likeness = once(() => likenessOf(parts));
  const before = clauses[first - 1];
  const isEnclosed =
    isBracket ||
    isProgress ||
    restIn(last) ||
    (before !== undefined && (leadsIn(before) || announces(before, parts.length)));
  const isHeaded = primary !== null || saysHowMuch(items[0]!.words) || items[0]!.words.length === 0;
  const form = isEnclosed
    ? 'enclosed'
    : isLed || (isSetApart(parts) && likeness() !== 'kindred')
      ? 'led'
      : isHeaded
        ? 'headed'
        : isNamedAlike(items) && !items[0]!.words.some(t => t.is('plan'))
          ? 'sibling'
          : 'loose';
  const sums = likelySum(figures, whole, likeness, form);
  // What is less than one of its parts is their whole only if it was miswritten itself.
  const isLess = !primary && figures.some(f => compare(f.value!, whole.value!) >= 0);
  if (
    isLess &&
    (form === 'loose' || form === 'sibling' || parts.length < 3 || sums.some(s => s.mend?.figure !== whole))
  )
    return [];
  // 其中拆除的86户，加固的517户，其他为轻微受损: there are others still, and these are more than all.
  const next = clauses[clauses.indexOf(last.clause) + 1];
  const hasOthers = next?.figures.length === 0 && next.tokens[0]?.is('rest') === true;
  if (hasOthers && isLed && compare(sum(figures.map(f => f.value!)), whole.value!) > 0)
    return [{ parts: figures, whole, claim: 'exclusive' }];
  if (sums.every(isConsistentSum)) return sums;
  const others = fitting.filter(f => f !== whole && !figures.includes(f));
  const isExplained = others.some(f => isKnown(f) && isConsistentSum({ parts: figures, whole: f, claim: 'likely' }));
  return isExplained || mayBeOfSeveral(figures, 'complete', fitting) ? [] : sums;
}

/** 其中4个单位两类问题并存: said behind the parts, up to the stronger mark, that one of them may be another as well. */
export function saysOverlap(behind: readonly Clause[]): boolean {
  const end = behind.findIndex(c => c.mark === '；');
  return behind
    .slice(0, end < 0 ? undefined : end)
    .some(c => c.says.has('open') && c.tokens.some(t => t.as('open')?.attributes['overlap'] !== undefined));
}
