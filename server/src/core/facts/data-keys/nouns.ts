import { ending, withoutEnd, withoutStart } from '../../lexicon/affixes.js';
import { GENRE, LEXICON } from '../../lexicon/lexicon.js';
import { measureAt } from '../../lexicon/measures.js';
import { endOfRun, endOfWords, isDigit, isHan, isLatin, isOneOf } from '../../text/characters.js';
import { PLACEHOLDER } from './placeholder-context.js';

/*
 * The noun that a figure counts, taken from the words around a placeholder without a dictionary of Chinese: official
 * prose puts it either right before the placeholder (党员*人) or right after the measure (*个党组织), between words that are
 * easy to list. A team's own words tell the unit, and nothing more of a name that is only proposed.
 */

/** 截至2025年底, 本季度会议共, 全县 before what is counted there. */
const LEADING = new RegExp(
  '^(?:本(?:季度|年度|学期|月|周|次|届|期)(?:会议|大会|活动|调研|调查)?共?' +
    `|(?:截[至止])?(?:[0-9０-９]{4}|[0-9]*${PLACEHOLDER})年(?:以来|[底末初])?(?:[0-9]{1,2}月(?:[0-9]{1,2}日|[底末])?)?` +
    '|[全我本该](?:[省市州县区旗镇乡村局委院校]|街道|社区|系统)(?=[\\u3400-\\u9fff]{2})|[-—–·• ]+)',
);
/** Without what leads into a clause: 其中, 目前, 截至2025年底, 全县. */
function withoutLead(text: string): string {
  for (let rest = text; ; ) {
    const next = withoutStart(rest, 'leading').replace(LEADING, '');
    if (next === rest) return rest;
    rest = next;
  }
}

/** The noun is a quantity already: 生产总值, 覆盖率, 参会人数. */
export const isQuantity = (noun: string): boolean => LEXICON.endingAt(noun, noun.length, 'quantity', 'figure') !== '';
/** It means people: 党务干部 → 党务干部数, but 大学本科 → 大学本科人数. */
export const isPeople = (noun: string): boolean => LEXICON.endingAt(noun, noun.length, 'human') !== '';

/** What stands behind the last word of having that two characters follow, 市委下辖*个: the subject is not what is counted. */
function behindHaving(text: string): string {
  for (let at = text.length - 2; at > 0; at--)
    if (ending(text.slice(0, at), 'owns') !== '' && !beginsNoun(text, at - 1)) return text.slice(at);
  return text;
}
/** 有效, 有关: no having. */
const beginsNoun = (text: string, at: number): boolean => text[at] === '有' && isOneOf(text[at + 1]!, '效关机限意序力');

/** 以上 of 以上的党员 */
const OF_BAND = [...LEXICON.wordsOf('bound', 'after'), '之间', ''];
/** The noun phrase at the end of `text`: what the figure after it counts. '' when there is none. */
export function nounBefore(text: string): string {
  let noun = text.slice(text.lastIndexOf(PLACEHOLDER) + 1);
  // 以上的党员.
  const of = endOfWords(noun, 0, OF_BAND, ['的']);
  if (of >= 0 && of < noun.length) noun = noun.slice(of);
  // A placeholder's own measure is no part of the next noun: *名党务干部中
  if (text.includes(PLACEHOLDER)) {
    const more = isOneOf(noun.charAt(0), '余多') ? 1 : 0;
    const measure = measureAt(GENRE, noun, more);
    if (measure !== '') noun = noun.slice(more + measure.length);
  }
  noun = behindHaving(withoutEnd(withoutLead(noun).replaceAll(' ', ''), 'owns', 'tofigure'));
  noun = withoutLead(noun).replace(/^.*[0-9]{4}年度?(?=.{2})/, '');
  const inner = noun.slice(noun.lastIndexOf('的') + 1);
  return tidy(inner === '' ? noun : inner);
}

/** Where a noun phrase after a measure ends: *位党务工作者|参加座谈, *名党务干部|中. */
function nounEnd(text: string): number {
  for (let at = 0; at < text.length; ) {
    const ch = text[at]!;
    if (!isHan(ch) && !isLatin(ch)) return at;
    const kept = LEXICON.longestAt(text, at, 'nounkeep');
    if (at > 0 && !kept && LEXICON.longestAt(text, at, 'nounend')) return at;
    at += kept?.text.length ?? 1;
  }
  return text.length;
}

/** The noun phrase at the start of `text`, the words after a measure. '' when there is none. */
export function nounAfter(text: string): string {
  const trimmed = text.trimStart();
  const noun = trimmed.slice(0, nounEnd(trimmed));
  return noun.length > LONGEST ? '' : tidy(noun);
}

/** The verb right before a placeholder whose noun follows the measure, which says which of several counts it is: 走访*个乡镇 → 走访. */
export function verbBefore(text: string): string {
  const own = withoutEnd(text.slice(text.lastIndexOf(PLACEHOLDER) + 1), 'ornament');
  return (
    LEXICON.endingAt(own, own.length, 'act') ||
    LEXICON.endingAt(own, own.length - (isOneOf(own.at(-1) ?? '', '了到出') ? 1 : 0), 'act')
  );
}

/** Without ornament, and no longer than a column's head should be. */
export function tidy(noun: string): string {
  if (noun === '') return noun;
  const words = endOfRun(noun, 0, isPlain) === noun.length ? noun : [...noun].filter(isPlain).join('');
  const plain = withoutTail(withoutStart(words, 'ornament', 'particle')).replace('调查问卷', '问卷');
  return plain.length <= LONGEST ? plain : withoutOne(plain.slice(-LONGEST));
}
const isPlain = (ch: string): boolean => isHan(ch) || isLatin(ch) || isDigit(ch) || ch === '+';
/** Without 情况, 的, 中 at the end; 目的 and 高中 are words. */
const withoutTail = (noun: string): string => noun.slice(0, noun.length - ending(noun, 'tailing').length);
const LONGEST = 14;
const withoutOne = (text: string): string => text.slice(isOneOf(text.charAt(0), '的和与及') ? 1 : 0);
