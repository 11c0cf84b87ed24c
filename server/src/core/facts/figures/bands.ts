import { compare, type Exact } from '../../text/exact.js';
import { scaled, type Written } from './numbers.js';

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

const DASH = /^(?:[-—–－~～]{1,2}|至|到)$/;
/** 三年以上十年以下; 18周岁以上不满60周岁. */
const TO_UNDER = /^(?:（含[^）]{0,4}）)?(?:及)?以上[、，至到]?(不满|未满|不足)?$/;
const UNDER = /^(?:（(不)?含[^）]{0,6}）)?(?:及其?|\/)?(?:以下|以内|之内)/;
const OVER = /^(?:（(不)?含[^）]{0,6}）)?(?:及其?|\/)?以上/;
const BELOW = /(?:不满|未满|不足|不到|小于|低于)$/;
const ABOVE = /(?:超过|大于|高于)$/;

/** The numbers of a line, two that are one range taken together, each with its bounds if it is a band. */
export function bandsOf(line: string, written: readonly Written[]): { number: Written; bounds: Bounds | null }[] {
  const out: { number: Written; bounds: Bounds | null }[] = [];
  for (let i = 0; i < written.length; i++) {
    const [number, next] = [written[i]!, written[i + 1]];
    const between = next && next.start - number.end <= 12 ? line.slice(number.end, next.start) : '';
    const isDashed = DASH.test(between);
    const isSpelled = !isDashed && TO_UNDER.exec(between);
    if (
      next &&
      (isDashed || (isSpelled && (UNDER.test(line.slice(next.end, next.end + 10)) || isSpelled[1] !== undefined))) &&
      (number.unit === '' || number.unit === next.unit)
    ) {
      const low = number.unit === '' ? scaledLike(number, next) : number.value;
      const after = line.slice(next.end, next.end + 10);
      out.push({
        number: { ...next, start: number.start },
        bounds: {
          low,
          high: next.value,
          form: 'range',
          isTo: /[至到]/.test(between),
          isBlank: number.value === null || next.value === null,
          hasLow: true,
          hasHigh: !/^（不含/.test(after) && !(isSpelled && isSpelled[1] !== undefined),
        },
      });
      i++;
      continue;
    }
    out.push({ number, bounds: boundsOf(line, number) });
  }
  return out;
}

/** 3—5万元: the 万 belongs to both, unless 3 would then be the larger: 5000—1万元. */
function scaledLike(number: Written, next: Written): Exact | null {
  if (number.value === null || next.value === null) return number.value;
  const shared = scaled(number.value, next.magnitude);
  return compare(shared, next.value) > 0 ? number.value : shared;
}

function boundsOf(line: string, number: Written): Bounds | null {
  const after = line.slice(number.end, number.end + 12);
  const before = line.slice(Math.max(0, number.start - 4), number.start);
  const isBlank = number.value === null;
  const isTime = number.unit === '岁' || number.unit === '年';
  const under = UNDER.exec(after);
  if (under)
    return { low: null, high: number.value, hasLow: false, hasHigh: !under[1], form: 'under', isTo: false, isBlank };
  const over = OVER.exec(after);
  if (over)
    return { low: number.value, high: null, hasLow: !over[1], hasHigh: false, form: 'over', isTo: false, isBlank };
  if (isTime && BELOW.test(before))
    return { low: null, high: number.value, hasLow: false, hasHigh: false, form: 'under', isTo: false, isBlank };
  if (isTime && ABOVE.test(before))
    return { low: number.value, high: null, hasLow: false, hasHigh: false, form: 'over', isTo: false, isBlank };
  return null;
}
