import { LEXICON } from '../../lexicon/lexicon.js';
import type { Token } from '../../lexicon/tokens.js';
import { textOf } from '../relations/clauses.js';
import type { Mismatch } from './mismatch.js';
import { isSlipOf, nameOf, yearsBetween, type Moment, type Told } from './moments.js';

/** What began at a moment, and the word for how long it has lasted: 出生 and 岁, 入党 and 党龄. */
interface Beginning {
  readonly moment: Moment;
  readonly word: string;
  readonly counted: string;
}

/** So many tokens may stand between a date and how old somebody was then. */
const REACH = 24;

/**
 * 1971年8月出生，…2024年9月走访时，53岁的他; 1979年7月入党，到2024年7月党龄满45年: how old, and how long in what, by two dates. Only a slip
 * of the pen tells that both are of one person, and nothing is told where another one is spoken of.
 */
export function wronglyAged(tokens: readonly Token[], told: readonly Told[]): Mismatch[] {
  const found: Mismatch[] = [];
  let begun: Beginning[] = [];
  /** The last date of the sentence. */
  let now: Moment | null = null;
  for (const { first: i, moment, end } of told) {
    if (end !== '') {
      if (end === '\n') begun = [];
      now = null;
      continue;
    }
    if (moment) {
      const of = moment.year === null ? null : beginningAt(tokens, moment);
      if (of) begun.push(of);
      else now = moment.year === null ? null : moment;
      continue;
    }
    const from = begun.filter(b => isCountOf(b, tokens, i));
    const one = from.length === 1 && now && i - now.next <= REACH ? wronglySince(from[0]!, now, tokens, i) : null;
    if (one) found.push(one);
  }
  return found;
}

/** 1971年8月出生, 生于1971年8月 */
function beginningAt(tokens: readonly Token[], moment: Moment): Beginning | null {
  const [behind, before] = [textOf(tokens.slice(moment.next, moment.next + 2)), tokens[moment.first - 1]?.text ?? ''];
  const word = LEXICON.wordsOf('since').find(w => behind.startsWith(w) || (w.endsWith('于') && before.endsWith(w)));
  return word === undefined ? null : { moment, word, counted: LEXICON.sense(word, 'since')!.attributes['counted']! };
}

/** 53岁, 党龄满45年; no 60岁以上, no 约50岁. */
function isCountOf({ counted }: Beginning, tokens: readonly Token[], i: number): boolean {
  const [before, unit, behind] = [tokens[i - 1], tokens[i + 1], tokens[i + 2]];
  if (before?.is('about') || behind?.is('about') || behind?.is('bound') || behind?.isChar('-—~～至')) return false;
  if (unit?.text === counted || unit?.text === `周${counted}`) return true;
  return unit?.text.startsWith('年') === true && textOf(tokens.slice(Math.max(0, i - 3), i)).includes(counted);
}

function wronglySince(
  { moment, word, counted }: Beginning,
  now: Moment,
  tokens: readonly Token[],
  i: number,
): Mismatch | null {
  const number = tokens[i]!;
  const count = number.value?.exponent === 0 ? number.value.digits : 0;
  const others = textOf(tokens.slice(now.next, i));
  const exact = yearsBetween(moment, now);
  // 虚岁 is a year more.
  const right = counted === '岁' ? [...exact, Math.max(...exact) + 1] : exact;
  if (exact.length === 0 || right.includes(count) || !isSlipOf(count, exact)) return null;
  if (LEXICON.wordsOf('kin').some(other => others.includes(other))) return null;
  const unit = tokens[i + 1]!;
  return {
    start: number.start,
    end: unit.end,
    as: 'lasting',
    other: { start: moment.start, end: now.end },
    stated: number.text + unit.text,
    right: `${nameOf(moment)}${word}，到${nameOf(now)}是${exact[0]}${counted === '岁' ? '岁' : '年'}`,
  };
}
