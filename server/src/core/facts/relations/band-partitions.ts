import { compare, toFloat, type Exact } from '../../text/exact.js';
import type { Figure } from '../figures.js';
import { isCounted, isWhole } from '../figures/units.js';
import type { List } from './items.js';

/** Neighbouring bands of one breakdown, in the order of the text. */
export interface BandPartition {
  readonly bands: readonly Figure[];
}

/** Two bands of a scheme that both take in somebody. */
export interface Overlap {
  readonly first: Figure;
  readonly second: Figure;
  /** What both take in; `to` is null where neither ends. Equal ends: a single value. */
  readonly from: Exact;
  readonly to: Exact | null;
}

/** Breakdowns by bands: 35岁以下18名，36—45岁25名，46岁以上42名. Nested thresholds are none. */
export function bandPartitionsOf(lists: readonly List[]): BandPartition[] {
  return lists.flatMap(({ items }) => {
    if (!items.some(item => item.band)) return [];
    const bandPartitions: Figure[][] = [];
    let run: Figure[] = [];
    let thing = '';
    for (const { band, place, label } of items) {
      // 0—3岁托位1480个，3—6岁学位9260个: two things, each with a scale of its own.
      const isSame = thing.includes(label) || label.includes(thing);
      thing = label;
      if (band && place && isSame && run.length > 0 && run[0]!.unit === band.unit) {
        run.push(band);
      } else {
        run = band && place ? [band] : [];
        bandPartitions.push(run);
      }
    }
    return bandPartitions.filter(isPartition).map(bands => ({ bands }));
  });
}

/** One open end at most on each side and a closed band between: 35岁以下、45岁以下 would be counted one in the other. */
function isPartition(bands: readonly Figure[]): boolean {
  const forms = bands.map(b => b.bounds!.form);
  const count = (form: string): number => forms.filter(f => f === form).length;
  if (bands.some(b => b.bounds!.isBlank) || count('under') > 1 || count('range') === 0 || bands.length < 2)
    return false;
  const middles = bands.filter(b => b.bounds!.form === 'range').map(b => b.bounds!);
  // Bands that do not follow each other up or down are not one scale.
  const steps = middles.slice(1).map((b, i) => compare(b.low!, middles[i]!.low!));
  return steps.every(s => s > 0) || steps.every(s => s < 0);
}

/**
 * The neighbours on the scale that overlap. Ends may meet where the measure is continuous: 50—100万元、100—200万元; where all of
 * them meet, for the scale is cut at its round ends: 45岁以下、45—60岁、60岁以上; and where 以下 means 不满: 18岁以下、18—24岁、25岁以上.
 */
export function overlapsOf({ bands }: BandPartition): Overlap[] {
  const order = [...bands].sort((a, b) => key(a) - key(b));
  const joints = order.slice(1).flatMap((second, i) => {
    const first = order[i]!;
    const [low, high] = [second.bounds!.low, first.bounds!.high];
    return low === null || high === null ? [] : [{ first, second, low, high, by: compare(high, low) }];
  });
  const isCut = joints.every(j => j.by === 0);
  return joints.flatMap(({ first, second, low, high, by }, i) => {
    const isShared = first.bounds!.hasHigh && second.bounds!.hasLow && isWhole(first.unit);
    const next = joints[i + 1];
    const isBelow = first.bounds!.form === 'under' && next !== undefined && roundness(next.low) > roundness(next.high);
    if (by < 0 || (by === 0 && (!isShared || isCut || isBelow))) return [];
    const end = second.bounds!.high;
    return [{ first, second, from: low, to: end !== null && compare(end, high) < 0 ? end : high }];
  });
}

/** 50 is rounder than 45, and 45 than 49. */
function roundness({ digits, exponent }: Exact): number {
  const value = digits * 10 ** exponent;
  return value % 10 === 0 ? 2 : value % 5 === 0 ? 1 : 0;
}

const key = ({ bounds }: Figure): number => (bounds!.form === 'under' ? -Infinity : toFloat(bounds!.low!));

/**
 * 45—35岁. Percentages, distances and minutes may be told downwards, and 90个工作日至30个工作日 is a time before something:
 * 至 is a range for certain only between ages.
 */
export const isReversed = ({ bounds, unit }: Figure): boolean =>
  bounds?.form === 'range' &&
  bounds.low !== null &&
  bounds.high !== null &&
  compare(bounds.low, bounds.high) > 0 &&
  (bounds.isTo ? unit === '岁' : isCounted(unit));
