import { LEXICON } from '../../lexicon/lexicon.js';
import type { Token } from '../../lexicon/tokens.js';
import type { WordClass } from '../../lexicon/words.js';
import type { Clause } from './clauses.js';

/* What the words before a number say of when it was, and with when it is compared. */

/** 2021年、2022年和2023年; all those from 2020年至2024年. */
export function yearsIn(tokens: readonly Token[]): number[] {
  const years: number[] = [];
  tokens.forEach((token, i) => {
    if (token.kind !== 'number' || !isYear(token)) return;
    const [year, last] = [token.value!.digits, years.at(-1)];
    const isRange = last !== undefined && TO.has(tokens[i - 1]!.text) && year - last < MOST_YEARS;
    for (let y = isRange ? last + 1 : year; y <= year; y++) years.push(y);
  });
  return years;
}
const TO: ReadonlySet<string> = new Set(['至', '到', '—', '-', '–', '～']);
const MOST_YEARS = 20;

/** 2014 of 2014年, and of 今年 what is later than all. */
export function yearIn(tokens: readonly Token[]): number | null {
  for (let i = tokens.length - 1; i >= 0; i--) {
    const token = tokens[i]!;
    if (token.kind === 'number') {
      if (isYear(token) && tokens[i + 1]?.text.startsWith('年')) return token.value!.digits;
    } else if (token.word !== null && token.as('time')?.attributes['now'] !== undefined) return NOW;
  }
  return null;
}

/** 今年 is later than any year that is named. */
export const NOW = 9999;

export const isYear = ({ value, text }: Token): boolean =>
  value !== null && value.exponent === 0 && text.length === 4 && value.digits > 1900 && value.digits < 2100;

/** Where it begins to say with what something is compared. */
export function thanAt(tokens: readonly Token[], { says }: Clause): number {
  const isCompared = says.has('compared');
  if (!isCompared && !says.has('than') && !says.has('compare')) return tokens.length;
  const at = tokens.findIndex(
    (t, i) => isThan(t) || (isCompared && t.text === '与' && tokens.slice(i).some(o => o.is('compared'))),
  );
  return at < 0 ? tokens.length : at;
}
export const isThan = (t: Token): boolean => t.isAny(THAN);
const THAN: ReadonlySet<WordClass> = new Set(['than', 'compare']);

/** 4 of 四年间, 五年来: so many years a change took. */
export function spanIn(words: readonly Token[]): number {
  const at = words.findIndex((t, i) => t.kind === 'number' && !isYear(t) && words[i + 1]?.text.startsWith('年'));
  return at < 0 ? 1 : (words[at]!.value?.digits ?? 1);
}

/** 去年, 三年前; not 今年同期. */
export function isEarlier(words: readonly Token[]): boolean {
  let isAgo = false;
  for (let i = 0; i < words.length; i++) {
    const { text, word } = words[i]!;
    const time = word === null ? undefined : words[i]!.as('time')?.attributes;
    if (time?.['now'] !== undefined) return false;
    isAgo ||=
      time?.['ago'] !== undefined || (text === '年前' && words[i - 1]?.kind === 'number' && !isYear(words[i - 1]!));
  }
  return isAgo;
}

/** 上年为, 而去年同期只有, 2022年底为 */
export function saysWas(words: readonly Token[]): boolean {
  const at = words.findIndex(t => !(t.is('opening') || t.is('and') || t.text === '与'));
  const first = words[at];
  if (!first || !(first.as('time')?.attributes['ago'] !== undefined || isYear(first))) return false;
  return words.slice(at + 1).every(t => isTime(t) || t.is('deed') || t.is('total') || isMeasure(t));
}

const isTime = (t: Token): boolean => t.isAny(TIMES) || t.kind === 'number' || t.text.startsWith('年');
const TIMES: ReadonlySet<WordClass> = new Set(['time', 'link', 'when']);

/** 总量, 人数, 批次: the number itself. */
export const MEASURES: ReadonlySet<WordClass> = new Set(['grand', 'people', 'measuring']);
const isMeasure = (t: Token): boolean => t.isAny(MEASURES);

const LEADING: ReadonlySet<WordClass> = new Set([
  'change',
  'link',
  'than',
  'and',
  'ratio',
  'opening',
  'measuring',
  'compared',
  'each',
]);

/** The words of a time, without what leads to it and what ends it: 上年 of 比上年, 较去年同期, 上年末 and 同比. */
export function timeIn(words: readonly Token[]): string {
  const all = words.filter(t => t.kind !== 'mark' && !t.isAny(LEADING));
  // 上年 of 上年审结4988件, 上年累计支出
  const times = all.filter(t => t.is('time') || t.is('compare'));
  const own = times.length > 0 ? times : all;
  const text = own.map(t => (t.is('compare') && !t.text.startsWith('环') ? t.text.slice(1) : t.text)).join('');
  const time = text.startsWith('比')
    ? '上年'
    : LEXICON.wordsOf('yearago').reduce((t, year) => t.replace(year, '上年'), text);
  const end = LEXICON.wordsOf('timeend').find(e => time.length > e.length && time.endsWith(e)) ?? '';
  return time.slice(0, time.length - end.length);
}
