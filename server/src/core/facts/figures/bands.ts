import type { Sense } from '../../lexicon/lexicon.js';
import type { Token } from '../../lexicon/tokens.js';
import { compare, type Exact } from '../../text/exact.js';
import { scaled, type Quantity } from './quantities.js';
import { isLong } from './units.js';

/** The ends of a band; null where it is open. A blank end makes `isBlank`. */
export interface Bounds {
  readonly low: Exact | null;
  readonly high: Exact | null;
  /** Whether the end itself belongs to the band: 35岁以下 takes in 35, 不满35岁 does not (民法典 第一千二百五十九条). */
  readonly hasLow: boolean;
  readonly hasHigh: boolean;
  readonly form: 'range' | 'under' | 'over';
  readonly isBlank: boolean;
  /** Its ends are joined by 至 or 到, which also says from … to …: 由90个工作日至30个工作日. */
  readonly isTo: boolean;
}

export interface BoundedQuantity {
  readonly quantity: Quantity;
  readonly bounds: Bounds | null;
}

/** A dash, or 至 or 到, alone between two numbers. */
const JOINED: ReadonlySet<string> = new Set(['及', '及其', '/']);
const DASH = /^(?:[-—–－~～]{1,2}|至|到)$/;

/** The quantities, two that are one range taken together, each with its bounds if it is a band. */
export function bandsOf(tokens: readonly Token[], quantities: readonly Quantity[]): BoundedQuantity[] {
  const out: BoundedQuantity[] = [];
  for (let i = 0; i < quantities.length; i++) {
    const [quantity, next] = [quantities[i]!, quantities[i + 1]];
    const range = next && rangeOf(tokens, quantity, next);
    if (range) {
      out.push({ quantity: { ...next, start: quantity.start, first: quantity.first }, bounds: range });
      i++;
    } else out.push({ quantity, bounds: boundsOf(tokens, quantity) });
  }
  return out;
}

/** 36—45岁, 三年以上十年以下, 18周岁以上不满60周岁: two numbers that are one band; null when they are not. */
function rangeOf(tokens: readonly Token[], low: Quantity, high: Quantity): Bounds | null {
  if (low.unit !== '' && low.unit !== high.unit) return null;
  const first = tokens[low.next]!;
  const isDashed = high.first - low.next === 1 && DASH.test(first.text);
  // 增加0.3万件至1.5万件: by how much, and to what.
  if (isDashed && low.unit !== '' && first.is('become') && tokens[low.first - 1]?.is('change')) return null;
  const spelled = isDashed ? null : spelledRange(tokens, low.next, high.first);
  if (!isDashed) {
    const after = spelled && boundAt(tokens, high.next);
    if (!spelled?.isOpen && !(after && isDown(after.bound))) return null;
  }
  return {
    low: low.unit === '' ? scaledLike(low, high) : low.value,
    high: high.value,
    form: 'range',
    isTo: isDashed && (first.text === '至' || first.text === '到'),
    isBlank: low.value === null || high.value === null,
    hasLow: true,
    hasHigh: !isExcluded(tokens, high.next) && spelled?.isOpen !== true,
  };
}

/** 以上、不满 between the ends; `isOpen` where the upper one does not belong to it. */
function spelledRange(tokens: readonly Token[], from: number, to: number): { isOpen: boolean } | null {
  let at = from;
  while (at < to && tokens[at]!.text === '及') at++;
  if (at >= to || !tokens[at]!.is('bound')) return null;
  const words = tokens.slice(at, to).filter(t => t.text !== '及');
  const bound = words[0]!.as('bound');
  if (!bound || isDown(bound) || bound.attributes['after'] === undefined) return null;
  const rest = words.slice(1).filter(t => !t.isChar('、，至到'));
  if (rest.length === 0) return { isOpen: false };
  const open = rest[0]!.as('bound');
  return rest.length === 1 && open && isDown(open) && open.attributes['open'] !== undefined ? { isOpen: true } : null;
}

/** 3—5万元: the 万 belongs to both, unless 3 would then be the larger: 5000—1万元. */
function scaledLike(low: Quantity, high: Quantity): Exact | null {
  if (low.value === null || high.value === null) return low.value;
  const shared = scaled(low.value, high.magnitude);
  return compare(shared, high.value) > 0 ? low.value : shared;
}

function boundsOf(tokens: readonly Token[], { first, next, value, unit }: Quantity): Bounds | null {
  const after = boundAt(tokens, next);
  if (after) return openBand(value, after.bound, !after.isExcluded);
  const before = isLong(unit) && tokens[first - 1]?.as('bound');
  return before && before.attributes['before'] !== undefined ? openBand(value, before, false) : null;
}

/** A band with one end, which belongs to it or does not. */
function openBand(end: Exact | null, bound: Sense, hasEnd: boolean): Bounds {
  const isBlank = end === null;
  return isDown(bound)
    ? { low: null, high: end, form: 'under', isTo: false, isBlank, hasLow: false, hasHigh: hasEnd }
    : { low: end, high: null, form: 'over', isTo: false, isBlank, hasLow: hasEnd, hasHigh: false };
}

const isDown = (bound: Sense): boolean => bound.attributes['down'] !== undefined;

/** 以下, 及以下, （不含）以下 behind a number. */
function boundAt(tokens: readonly Token[], at: number): { bound: Sense; isExcluded: boolean } | null {
  const isBracketed = tokens[at]?.text === '（' && /^不?含/.test(tokens[at + 1]?.text ?? '');
  let next = at;
  if (isBracketed) while (next < at + 6 && tokens[next] && tokens[next]!.text !== '）') next++;
  if (isBracketed) next++;
  while (JOINED.has(tokens[next]?.text ?? '')) next++;
  const bound = tokens[next]?.as('bound');
  return bound?.attributes['after'] === undefined ? null : { bound, isExcluded: isBracketed && isExcluded(tokens, at) };
}

/** （不含35岁） behind a number. */
const isExcluded = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === '（' && tokens[at + 1]?.text.startsWith('不含') === true;
