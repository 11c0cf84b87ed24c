import { COUNTED } from '../../lexicon/patterns.js';
import type { Placeholder } from '../placeholders.js';

/**
 * Stands for a whole placeholder in {@link PlaceholderContext.before} and {@link PlaceholderContext.after}: how it is written says nothing of what
 * it asks.
 */
export const PLACEHOLDER = '\u0001';

/** Farther than this no key looks, so that naming every placeholder of a line stays linear. */
const REACH = 48;

/** A bare placeholder and the words around it: all that a proposed key is made from. */
export interface PlaceholderContext {
  readonly placeholder: Placeholder;
  /** The placeholder's own words. */
  readonly own: string;
  /**
   * The line on both sides as far as a key looks, without markup; every other placeholder is one {@link PLACEHOLDER}.
   */
  readonly before: string;
  readonly after: string;
  /** The part of `before` and `after` within the clause. */
  readonly clauseBefore: string;
  readonly clauseAfter: string;
  /** The measure right after the placeholder, also after the other end of a range: `*—*岁`; '' when none is. */
  readonly unit: string;
  /** What follows that measure in the clause. */
  readonly afterUnit: string;
}

const EDGE = /[，,。；;：:！!？?、|｜“”"‘’（）()【】[\]《》〈〉…]/;
const CLAUSE_BEFORE = new RegExp(`${EDGE.source.replace('[', '[^')}*$`);
const CLAUSE_AFTER = new RegExp(`^${EDGE.source.replace('[', '[^')}*`);
export const RANGE = '[-—–－~～至到]{1,2}';
const LONG_UNIT =
  '万元|亿元|万人次|万人|万户|万亩|万吨|个百分点|分钟|个工作日|个月|平方公里|平方米|立方米|公里|人次|场次|批次|件次|户次|课时|学时';
const UNIT_AFTER = new RegExp(
  `^(?:${RANGE}${PLACEHOLDER})?(?:[余多](?!方))?((?:${LONG_UNIT}|(?:[十百千万亿]{1,2})?(?:${COUNTED})))`,
);

const AT_MOST = /(?:不少于|不多于|不超过|不低于|少于|多于|至少|最多|最长|最短|为期|提前|期限为?)$/;

/**
 * The sites of the placeholders of one line of prose, in order. Spans of `placeholders` count from the line's start.
 */
export function contextsOf(line: string, placeholders: readonly Placeholder[]): PlaceholderContext[] {
  let flat = '';
  let at = 0;
  const places = placeholders.map(({ start, end }) => {
    flat += line.slice(at, start);
    const place = flat.length;
    flat += PLACEHOLDER;
    at = end;
    return place;
  });
  flat += line.slice(at);
  return placeholders.map((placeholder, i) => {
    const before = flat.slice(Math.max(0, places[i]! - REACH), places[i]!);
    const after = flat.slice(places[i]! + 1, places[i]! + 1 + REACH);
    const own = line.slice(placeholder.start, placeholder.end);
    // 占%: the sign waits for its number.
    const counted = UNIT_AFTER.exec(own === '%' ? own + after : after);
    // 不少于*日 is a number of days, no day of the month.
    const isSpan =
      placeholder.kind === 'date' && placeholder.key === null && /^(?:日|天)/.test(after) && AT_MOST.test(before);
    return {
      placeholder: isSpan ? { ...placeholder, kind: 'number' } : placeholder,
      own,
      before,
      after,
      clauseBefore: CLAUSE_BEFORE.exec(before)![0].trimEnd(),
      clauseAfter: CLAUSE_AFTER.exec(after)![0].trimStart(),
      unit: counted?.[1] ?? '',
      afterUnit: counted ? CLAUSE_AFTER.exec(after.slice(counted[0].length - (own === '%' ? 1 : 0)))![0] : '',
    };
  });
}
