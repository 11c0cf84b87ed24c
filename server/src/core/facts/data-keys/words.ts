import { beginning, ending, withoutEnd, withoutStart } from '../../lexicon/affixes.js';
import { LEXICON } from '../../lexicon/lexicon.js';
import {
  endOfRun,
  endOfWords,
  firstOf,
  isDigit,
  isEdgeOr,
  isHan,
  isHanDigit,
  isLatin,
  isOneOf,
  startOfRun,
} from '../../text/characters.js';
import { yearBegun } from '../../text/numerals.js';
import { isHanOnly } from '../placeholders/inside.js';
import { opensNumber, sideBefore } from '../placeholders/surroundings.js';
import type { PlaceholderKind } from '../placeholders.js';
import { nounAfter, nounBefore, tidy } from './nouns.js';
import { PLACEHOLDER, type PlaceholderContext } from './placeholder-context.js';

/** Keys of placeholders that lack a word: dates, names, places and organisations, passages of text. */

/** 联系人：, 会议时间： */
const LABEL = /(?:^|[，。； |>*\u0001])([\u3400-\u9fff]{2,12})(?:[（(][^（）()]{1,6}[）)])?[：:][^：:，。；]{0,12}$/;
/** What part of a date is missing, by what stands behind it. */
function datePart(after: string): string | undefined {
  if (isOneOf(after.charAt(0), '〕])）')) return '发文年份';
  if (after.startsWith('学年')) return '学年';
  return LEXICON.sense(after.charAt(0), 'datepart')?.attributes['as'];
}
/** Words of places that here are those of bodies. */
const BODIES = new Set(['单位', '部门']);
/** The name of a body behind a blank: 县××局, of which the nearest word ends it. */
function bodyIn(after: string): string {
  for (let at = 0; at <= MOST_BEFORE_BODY && (at === 0 || isHan(after[at - 1] ?? '')); at++) {
    const body = LEXICON.longestAt(after, at, 'org')?.text ?? '';
    const place = LEXICON.longestAt(after, at, 'place')?.text ?? '';
    const found = BODIES.has(place) ? place : body;
    if (found !== '') return after.slice(0, at + found.length);
  }
  return '';
}
const MOST_BEFORE_BODY = 6;

export function wordKey(context: PlaceholderContext): string {
  const kind = context.placeholder.kind as Exclude<PlaceholderKind, 'number'>;
  const described = descriptionOf(context);
  if (described !== '') return described;
  const label = LABEL.exec(context.before)?.[1]?.replace(/^.*(?:如下|以下)(?=.{2})|如下$/g, '');
  return { date: dateKey, name: nameKey, org: orgKey, text: textKey }[kind](context, label && tidy(label));
}

/** What the brackets themselves ask for: 【会议名称】, （填写比例）. '' for placeholders that say nothing. */
export function descriptionOf({ own, placeholder, clauseBefore }: PlaceholderContext): string {
  if (placeholder.form !== 'bracket' && placeholder.form !== 'template') return '';
  const start = endOfRun(own, 0, ch => !isHan(ch) && !isLatin(ch));
  const words = own.slice(
    start,
    Math.max(
      start,
      startOfRun(own, own.length, ch => !isHan(ch) && !isLatin(ch) && !isDigit(ch)),
    ),
  );
  const stop = firstOf(words, '|/／，,；;：:');
  const inner = stop < 0 ? words : words.slice(0, stop);
  const asked = tidy(askedIn(inner));
  // （此处填写数据）亿元: what the number is of stands before it.
  if (
    [...asked].every(ch => isOneOf(ch, 'Xx×')) ||
    LEXICON.sense(asked.replace('具体', ''), 'numeral') !== null ||
    isPending(asked)
  )
    return '';
  // 罚没款[金额]万元: 金额 of what stands before it.
  return LEXICON.sense(asked, 'vague') ? tidy(`${withoutEnd(nounBefore(clauseBefore), 'vague')}${asked}`) : asked;
}

/** 数据待补: it says that something is to come, and not what. */
const isPending = (words: string): boolean => {
  const at = words.indexOf('待');
  return at >= 0 && LEXICON.longestAt(words, at + 1, 'pending') !== null;
};
/** What is asked for, without the words by which it is: 请简要说明. */
const askedIn = (inner: string): string => {
  const rest = inner.slice(endOfWords(inner, 0, ['请', '可', '应', '需', ''], [...LEXICON.wordsOf('here'), '']));
  return LEXICON.longestAt(rest, 0, 'tell') ? withoutStart(rest, 'tell') : inner;
};

function dateKey(
  { before, after, own, placeholder, clauseBefore }: PlaceholderContext,
  label: string | undefined,
): string {
  const subject = (label === undefined ? undefined : withoutEnd(label, 'dateword')) ?? eventAfter(after);
  if (
    (placeholder.form === 'blank' && own.trim() !== '') ||
    (placeholder.form === 'YMD' && LEXICON.sense(after.charAt(0), 'datepart') === null)
  ) {
    const noun = subject || nounBefore(withoutBegun(clauseBefore));
    return isHanOnly(noun, 8) ? `${noun}日期` : '日期';
  }
  const part = datePart(after);
  if (part === '发文年份') return yearBegun(before) > 0 ? part : '年份';
  // 3日至__日
  if (part !== undefined && /[年月日](?:至|到|[-—–~～]{1,2})[^，。；]{0,6}$/.test(before)) return `结束${part}`;
  if (part !== undefined) return `${subject || (before.slice(-14).includes('截') ? '截至' : '')}${part}`;
  return yearBegun(before) > 0 ? `${subject}年份` : `${subject}日期`;
}

/** Without the year or the preposition that a clause ends with: 于2025年. */
function withoutBegun(clause: string): string {
  const isYear = clause.endsWith('年') && isNumerals(clause.slice(-5, -1));
  if (isYear) return clause.slice(0, -5);
  return clause.slice(0, clause.length - ending(clause, 'ontime').length);
}
const isNumerals = (text: string): boolean =>
  text.length === 4 && [...text].every(ch => isDigit(ch) || isOneOf(ch, '零〇○一二三四五六七八九十'));

/** 19XX年X月出生: what happened then, in a few words at the end of the clause. */
function eventAfter(after: string): string {
  const found =
    new RegExp(
      `^年?(?:[^，。；]{0,3}${PLACEHOLDER})?月?(?:[^，。；]{0,3}${PLACEHOLDER})?[日]?([\\u3400-\\u9fff]{2,8})(?=[，。；]|$)`,
    ).exec(after)?.[1] ?? '';
  return LEXICON.longestAt(found, 0, 'event') ? found : '';
}

function nameKey({ before, after }: PlaceholderContext, label: string | undefined): string {
  const own = isOneOf(before.at(-1) ?? '', '：:') ? before.slice(0, -1) : before;
  const title = LEXICON.endingAt(own, own.length, 'office', 'signer') || beginning(after, 'office', 'signer');
  return `${title || (label ?? '').replace('姓名', '')}姓名`;
}

/** 、*两县: the rest of a list of places. */
const OTHERS_OF_LIST = new RegExp(`^(?:、${PLACEHOLDER})+[两三四五六七八九十]?个?`);

function orgKey({ before, after, placeholder }: PlaceholderContext): string {
  if (opensNumber(after)) return '发文机关代字';
  const side = placeholder.form === 'blank' ? sideBefore(before, '与同和邻接临靠抵距') : '';
  if (side !== '') return `${side}邻名称`;
  const place = LEXICON.longestAt(after.replace(OTHERS_OF_LIST, ''), 0, 'place')?.text;
  if (place !== undefined && !BODIES.has(place)) return `${place}名`;
  const org = bodyIn(after);
  return `${org === '' ? nounBefore(before) : tidy(org)}名称`;
}

/** 关于____的通知, 关于____工作的通报 */
const KIND_OF_PAPER = /^[\u3400-\u9fff]{0,8}?的([\u3400-\u9fff]{2})(?![\u3400-\u9fff])/;
function textKey(
  { before, after, clauseBefore, clauseAfter, placeholder }: PlaceholderContext,
  label: string | undefined,
): string {
  const point = before.at(-2) ?? '';
  if (before.endsWith('是') && isHanDigit(point)) return `第${point}点`;
  if (before.replace('人民币', '').slice(0, -1).endsWith('大写')) return '大写金额';
  if (before.endsWith('《') && after.startsWith('》')) return '文件名称';
  const thing = beginning(after, 'thing');
  if (thing !== '' && !before.endsWith('关于')) return `${thing}名称`;
  if (label !== undefined) return label;
  if (before.endsWith('关于')) return `${KIND_OF_PAPER.exec(after)?.[1] ?? ''}事由`;
  const purpose = after.slice(1, endOfRun(after, 1, isHan));
  const isPurpose = after.startsWith('为') && purpose.length >= 2 && purpose.length <= 4;
  if (isPurpose && isEdgeOr(after.charAt(purpose.length + 1), '，。；')) return `${purpose}内容`;
  const following =
    placeholder.form !== 'words' &&
    isHan(after.charAt(0)) &&
    !isOneOf(after.charAt(0), '的为是和与及等在将已中里上下内')
      ? nounAfter(clauseAfter)
      : '';
  if (following.length >= 2 && following.length <= 6)
    return following + (following.endsWith('事宜') || following.endsWith('情况') ? '内容' : '名称');
  const noun = nounBefore(clauseBefore);
  if (placeholder.form === 'words' && noun !== '') return noun;
  return noun === '' ? '内容' : `${noun}内容`;
}
