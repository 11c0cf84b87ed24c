import { ending } from '../../lexicon/affixes.js';
import type { Lexicon } from '../../lexicon/lexicon.js';
import { countedAt } from '../../lexicon/measures.js';
import { firstOf, isOneOf, lastOf } from '../../text/characters.js';
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

const EDGE = '，,。；;：:！!？?、|｜“”"‘’（）()【】[]《》〈〉…';
const clauseBefore = (before: string): string => before.slice(lastOf(before, EDGE) + 1);
const clauseAfter = (after: string): string => {
  const at = firstOf(after, EDGE);
  return at < 0 ? after : after.slice(0, at);
};

export const RANGE = '[-—–－~～至到]{1,2}';
const OTHER_END = new RegExp(`^${RANGE}${PLACEHOLDER}`);

/** The measure behind a placeholder and where it ends; behind the other end of a range too, and behind 余. '' where none is. */
function unitBehind(after: string, lexicon: Lexicon): { readonly unit: string; readonly end: number } {
  const range = OTHER_END.exec(after)?.[0].length ?? 0;
  const more = isOneOf(after.charAt(range), '余多') && after[range + 1] !== '方' ? 1 : 0;
  const unit = after.startsWith('分钟', range + more) ? '分钟' : countedAt(lexicon, after, range + more);
  return { unit, end: unit === '' ? 0 : range + more + unit.length };
}

/** The sites of the placeholders of one line of prose, in order; `from` is where it starts in what their spans count in. */
export function contextsOf(
  line: string,
  from: number,
  placeholders: readonly Placeholder[],
  lexicon: Lexicon,
): PlaceholderContext[] {
  let flat = '';
  let at = 0;
  const places = placeholders.map(({ start, end }) => {
    flat += line.slice(at, start - from);
    const place = flat.length;
    flat += PLACEHOLDER;
    at = end - from;
    return place;
  });
  flat += line.slice(at);
  return placeholders.map((placeholder, i) => {
    const before = flat.slice(Math.max(0, places[i]! - REACH), places[i]!);
    const after = flat.slice(places[i]! + 1, places[i]! + 1 + REACH);
    const own = line.slice(placeholder.start - from, placeholder.end - from);
    // 占%: the sign waits for its number.
    const { unit, end } = unitBehind(own === '%' ? own + after : after, lexicon);
    // 不少于*日 is a number of days, no day of the month.
    const isSpan =
      placeholder.kind === 'date' &&
      placeholder.key === null &&
      isOneOf(after.charAt(0), '日天') &&
      ending(before, 'atmost') !== '';
    return {
      placeholder: isSpan ? { ...placeholder, kind: 'number' } : placeholder,
      own,
      before,
      after,
      clauseBefore: clauseBefore(before).trimEnd(),
      clauseAfter: clauseAfter(after).trimStart(),
      unit,
      afterUnit: unit === '' ? '' : clauseAfter(after.slice(end - (own === '%' ? 1 : 0))),
    };
  });
}
