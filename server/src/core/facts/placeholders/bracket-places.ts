import { LEXICON } from '../../lexicon/lexicon.js';
import { endOfRun, isDigit, isEdgeOr, isLatin, isOneOf } from '../../text/characters.js';
import type { Bracket } from './bracket.js';

/* Where a pair of brackets stands: on a screen, behind an ordinal, a colon or a preposition. */

/** 点击“【提交】, 【提交】按钮, 【业务】—【申请】: something on a screen. */
export const isButton = ({ before, after, left, right }: Bracket): boolean =>
  (isOneOf(left, '—→>-') && isOneOf(before.replaceAll(left, '').at(-1) ?? '', '】]')) ||
  LEXICON.endingAt(before, before.length - (isOneOf(left, '“"') ? 1 : 0), 'press') !== '' ||
  LEXICON.longestAt(after, isOneOf(right, '”"') ? 1 : 0, 'control') !== null;

const ORDINAL = '(?:[（(][一二三四五六七八九十\\d]{1,3}[）)]|[一二三四五六七八九十\\d]{1,3}[、.．])';
export const ORDINAL_BEFORE = new RegExp(`${ORDINAL}$`);
/** 附件：1. , and the next of them on a line of its own. */
export function isNumbered(before: string): boolean {
  const words = before.trim();
  const at = ORDINAL_BEFORE.exec(words)?.index;
  return at !== undefined && isEdgeOr(words.charAt(at - 1), '：:');
}
/** A clause begins here: the line's start, also after （一） or 1. or a bullet, or the end of a sentence. */
export const CLAUSE_START = new RegExp(`(?:^|[。；！？;|】\\]])(?:${ORDINAL}|[-*•·#>]+)?$`);
/** 第三条【适用范围】: the heading of an article. */
export const ARTICLE_BEFORE = /第[一二三四五六七八九十百千\d]{1,6}条(?:之[一二三四五六七八九十])?$/;

export const isOrdinalDigit = (ch: string): boolean => isOneOf(ch, '一二三四五六七八九十');
export const isIdentifier = (inner: string): boolean =>
  inner.length >= 3 &&
  !isDigit(inner[0]!) &&
  inner[0] !== '.' &&
  [...inner].every(ch => isLatin(ch) || isDigit(ch) || isOneOf(ch, '_.'));
export const isBehindColon = ({ left }: Bracket): boolean => isOneOf(left, '：:');
/** A section title with nothing but the bracket: 二、（请概括成效）. */
export const isAlone = (b: Bracket): boolean =>
  b.before === '' || isBehindColon(b) || ORDINAL_BEFORE.exec(b.before)?.index === 0;
export const isBehindPreposition = (b: Bracket): boolean =>
  isEdgeOr(b.left, ' ，。；：、“向在由对为于经据自赴与和从到至任达共将') || b.endsWith('截至', '关于');
export const isOneMark = (inner: string): boolean => isOneOf(inner, 'xX×●○');
/** [?]万元, （？）岁. */
export const isCountInDoubt = (b: Bracket): boolean =>
  b.inner.length <= 4 && endOfRun(b.inner, 0, isQuestion) === b.inner.length && b.isCounted;
const isQuestion = (ch: string): boolean => isOneOf(ch, '?？');
