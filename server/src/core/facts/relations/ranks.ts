import { LEXICON } from '../../lexicon/lexicon.js';
import type { Token } from '../../lexicon/tokens.js';
import type { WordClass } from '../../lexicon/words.js';
import { textOf, type Sentence } from './clauses.js';
import { differenceAmong, type Difference } from './difference.js';
import { termOf } from './ratio.js';
import type { Sign } from './sign.js';

/* Places in an order: 位居全省第3位，较上年上升2位，上年为第5位. */

export const RANKS: Sign = { text: LEXICON.wordsOf('ranks') };

/** A place, and the words between the number before it and its own. */
interface Place {
  readonly number: Token;
  readonly words: readonly Token[];
  /** The year right before it: 2023年排名第18位. */
  readonly year: number | null;
}

/** By how many places something rose or fell, where two places are told and one of them is the earlier. */
export function ranksOf({ clauses, says, isBracket }: Sentence): Difference[] {
  if (isBracket || says.has('each') || says.has('lead')) return [];
  const tokens = clauses.flatMap(c => c.tokens);
  const [places, moves]: [Place[], Place[]] = [[], []];
  let [from, year]: [number, number | null] = [0, null];
  for (const [i, number] of tokens.entries()) {
    if (number.kind !== 'number') continue;
    const [before, unit, behind] = [tokens[i - 1], tokens[i + 1], tokens[i + 2]];
    const isCounted = number.value?.exponent === 0 && !number.isHan && (unit?.text === '位' || unit?.text === '名');
    if (isCounted && before?.text.endsWith('第')) {
      // 第7位左右; 上年第3名的邻县
      if (behind?.is('about') || behind?.is('bound') || behind?.text === '的') return [];
      places.push({ number, words: tokens.slice(from, i), year });
    } else if (isMove(tokens, i) && (isCounted || (unit?.text === '个' && behind?.is('rank'))))
      moves.push({ number, words: tokens.slice(from, i), year });
    year = unit?.text === '年' ? (number.value?.digits ?? null) : null;
    from = i + 1;
  }
  const [[one, other, ...more], [move, ...others]] = [places, moves];
  if (!one || !other || !move || more.length > 0 || others.length > 0) return [];
  if (!areOfOne(one, other) || !isFrom(move, isAgo(one) ? one : other)) return [];
  const [first, second, by] = [one, other, move].map(({ number: t }) => ({
    ...termOf(t, 'count', '位'),
    isRounded: false,
  }));
  return differenceAmong([first!, second!], by!, 'strong');
}

/** 上升2位, 前移了5位 */
function isMove(tokens: readonly Token[], i: number): boolean {
  const said = textOf(tokens.slice(Math.max(0, i - 2), i));
  return LEXICON.endingAt(said, said.endsWith('了') ? said.length - 1 : said.length, 'shifts') !== '';
}

/** The one is of the time before the other, and both of one thing among the same. */
function areOfOne(one: Place, other: Place): boolean {
  const scopes = [one, other].map(scopeOf);
  if (scopes[0] !== '' && scopes[1] !== '' && scopes[0] !== scopes[1]) return false;
  const isTurned = one.words.some(t => t.is('from')) && other.words.some(t => t.is('become'));
  const areYears = one.year !== null && other.year !== null && one.year !== other.year;
  const own = other.words.filter(t => t.kind !== 'mark' && !BESIDES.some(of => t.is(of)));
  return (isTurned || areYears || isAgo(one) !== isAgo(other)) && textOf(own).length <= MOST_BESIDES;
}
const BESIDES: readonly WordClass[] = [
  'time',
  'compare',
  'link',
  'become',
  'rank',
  'change',
  'elsewhere',
  'opening',
  'unit',
  'than',
];
/** 居第, 列第; 年列第 */
const MOST_BESIDES = 3;

/** 较上年上升2位 is from a place of the year before, 较上月上升3位 and 较2020年上升8位 from none that is told. */
function isFrom(move: Place, earlier: Place): boolean {
  const isCompared = move.words.some(t => t.is('compare') || t.is('than'));
  return move.year === null && (!isCompared || (isOfYear(move) && isOfYear(earlier)));
}
const isOfYear = ({ words }: Place): boolean =>
  words.some(
    t => t.text === '同比' || (t.text.includes('年') && (t.is('time') || t.is('compare')) && !t.text.includes('年初')),
  );

const isAgo = ({ words }: Place): boolean =>
  words.some(t => t.as('time')?.attributes['ago'] !== undefined || t.is('compare'));
/** 全省 */
function scopeOf({ words }: Place): string {
  const said = textOf(words);
  const at = said.lastIndexOf('全');
  return at < 0 ? '' : said.slice(at, at + 2);
}
