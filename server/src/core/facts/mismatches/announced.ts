import { LEXICON } from '../../lexicon/lexicon.js';
import { tokenize } from '../../lexicon/tokens.js';
import type { Chunk } from '../../syntax/document.js';
import { CharSet, isOneOf } from '../../text/characters.js';
import { toChinese } from '../../text/numerals.js';
import type { Mismatch } from './mismatch.js';
import { ordinalOf, type OrdinalForm } from '../ordinals.js';

/** So long may what announces them be: 主要存在以下三个方面问题. */
const LONGEST = 24;
/** So many characters of a text tell an ordinal. */
const ORDINAL = 12;
/** Nobody announces more. */
const MOST = 10;

/** 存在三个方面问题：一是…，四是…: another number of points than the clause before them says. */
export function announcedWrongly({ lines, reading: { text: prose } }: Chunk): Mismatch[] {
  return lines.flatMap(({ start, end, kind }): Mismatch[] => {
    if (kind === 'table') return [];
    const text = prose.slice(start, end);
    const found: Mismatch[] = [];
    for (let at = COLONS.firstIn(text, 1); at >= 0; at = COLONS.firstIn(text, at + 1)) {
      const first = ordinalOf(text.slice(at + 1, at + 1 + ORDINAL));
      if (first?.number !== 1 || !FORMS.includes(first.form)) continue;
      const told = toldBefore(text, at);
      const points = told ? pointsFrom(text, at + 1, first.form) : null;
      if (!told || !points || points.count < 2 || points.count === told.count) continue;
      found.push({
        start: start + told.start,
        end: start + told.end,
        as: 'points',
        other: { start: start + at + 1, end: start + points.end },
        stated: text.slice(told.start, told.end),
        right: toChinese(points.count),
        ...(points.count < told.count ? { next: points.count + 1 } : {}),
      });
    }
    return found;
  });
}

const COLONS = new CharSet('：:');
const FORMS: readonly OrdinalForm[] = ['一是', '第一，', '其一，', '（一）'];

/** 三个方面, 四项, 两条 in the clause that ends at a colon; null without one number of what is told one by one. */
function toldBefore(text: string, colon: number): { start: number; end: number; count: number } | null {
  let from = colon;
  while (from > 0 && colon - from < LONGEST && !isOneOf(text[from - 1]!, '，；。、：,;:')) from--;
  const clause = text.slice(from, colon);
  const tokens = tokenize(clause);
  const told = tokens.flatMap(number => {
    const word = number.kind === 'number' ? LEXICON.longestAt(clause, number.end, 'pointed') : null;
    return word && clause[number.start - 1] !== '第' ? [{ number, end: number.end + word.text.length }] : [];
  });
  const [one] = told;
  const count = one?.number.value?.exponent === 0 ? one.number.value.digits : 0;
  if (!one || told.length > 1 || count < 2 || count > MOST || tokens.some(t => t.is('among') || t.is('about')))
    return null;
  return { start: from + one.number.start, end: from + one.end, count };
}

/** How many points of one form stand one behind the other, up to where the count begins again; null where one is missing. */
function pointsFrom(text: string, from: number, form: OrdinalForm): { count: number; end: number } | null {
  let [count, end] = [1, from];
  for (let at = from + 1; at < text.length; at++) {
    if (!isOneOf(text[at - 1]!, '，；。,;')) continue;
    const ordinal = ordinalOf(text.slice(at, at + ORDINAL));
    if (ordinal?.form !== form) continue;
    if (ordinal.number === 1) break;
    if (ordinal.number !== count + 1) return null;
    count++;
    end = at + ordinal.length;
  }
  return { count, end };
}
