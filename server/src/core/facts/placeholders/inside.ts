import { LEXICON, type Sense } from '../../lexicon/lexicon.js';
import { DOCUMENT, PENDING, TELL } from '../../lexicon/patterns.js';
import { CharSet, isDigit, isHan, isHanDigit, isOneOf, startOfRun } from '../../text/characters.js';

/* What a pair of brackets holds: a slot, a title, a document by its name, what is to come, what to write. */

/** Whether all of it is Han, and that is `most` characters or fewer. */
export const isHanOnly = (text: string, most = Infinity): boolean => text.length <= most && [...text].every(isHan);

/** The word that a slot ends with: 会议名称. */
const slotWord = (inner: string): string => LEXICON.endingAt(inner, inner.length, 'slot');
const slotSense = (inner: string): Sense | null => LEXICON.sense(slotWord(inner), 'slot');

/** The name of a thing that only the writer can supply: 单位名称, 现状/做法1, 部门A. */
export function isSlot(inner: string): boolean {
  const last = inner.at(-1) ?? '';
  return (
    slotWord(inner) !== '' || (inner.length > 1 && (isDigit(last) || isHanDigit(last))) || (last >= 'A' && last <= 'Z')
  );
}

/** What the word asks for that a slot ends with: a date, a name, a body, a number. */
export const slotKind = (inner: string): string | undefined => slotSense(inner)?.attributes['is'];

/** How many characters may stand before the word a slot ends with. */
const MOST_BEFORE = 6;
const isSlotOf = (inner: string, attribute: 'sure' | 'number'): boolean =>
  attribute in (slotSense(inner)?.attributes ?? {}) && isHanOnly(inner, MOST_BEFORE + slotWord(inner).length);

/** A slot that hardly means anything else, even in brackets that mostly hold asides. */
export const isSureSlot = (inner: string): boolean =>
  (inner.startsWith('具体') && inner.length >= 4 && isHanOnly(inner, 10)) || isSlotOf(inner, 'sure');
/** 数量, 参会人数: a number is asked for. */
export const isNumberSlot = (inner: string): boolean => isSlotOf(inner, 'number');

/** Parts of an official paper, as templates name them: 发文机关署名. */
export function isPartOfPaper(inner: string): boolean {
  const part = LEXICON.longestAt(inner, 0, 'part')?.text ?? '';
  const rest = inner.slice(part.length);
  return part !== '' && (rest === '' || LEXICON.sense(rest, 'partname') !== null);
}

/** A title typed with the keys at hand: <民法典>, <关于…的通知>. */
export const isTitle = (inner: string): boolean =>
  LEXICON.longestAt(inner, 0, 'titled') !== null ||
  LEXICON.endingAt(inner, inner.length, 'type', 'paper', 'booklet') !== '';

const NO_WAITING = '有亟等尚期招接优对善款看虐急留';
const OTHER_WORD = `(?<![${NO_WAITING}])`;
/**
 * 数据待补充, 待填: the bracket says itself that something is to come; （待调研后填写）; （数据请人社局提供）, （待民政局核实）, for of
 * all of them only a notice asks; （略，待完善）; TODO: …
 */
const IS_PENDING = new RegExp(
  [
    `^[\\u3400-\\u9fff]{0,6}${OTHER_WORD}待(?:(?!定[向期量点额罪价]|核[销准减算批])(?:${PENDING})|附$|落实后)`,
    `^待[\\u3400-\\u9fff]{1,8}后再?(?:${PENDING})(?!后)`,
    '^(?:[\\u3400-\\u9fff]{2}请|待)(?!各)[\\u3400-\\u9fff]{2,8}(?:核[实对定]?|提供|补充?|填报?|确[认定]|明确|反馈|完善)(?:数据|数字|材料|资料|名单|情况|内容)?$',
    `^[\\u3400-\\u9fff]{0,4}${OTHER_WORD}待(?:报|赋|出|查|加|续写)$`,
    `^[\\u3400-\\u9fff]{0,6}(?:略|缺|暂无|另附|附后|初稿|草稿|意见|不全|不详|未定|统计|收集)[，,；;]待[\\u3400-\\u9fff]{0,2}(?:${PENDING})[\\u3400-\\u9fff]?$`,
    '^[\\u3400-\\u9fff]{0,6}缺[，,]请[\\u3400-\\u9fff]{2,8}补[\\u3400-\\u9fff]{0,2}$',
    '^(?:(?:TBD|TODO|TBC|TBA)(?:[:： ]|$)|(?:to be|To be|TO BE) [A-Za-z]{3,9}$)',
  ].join('|'),
);
/** 待定岗位12个: so many things that wait, a fact. */
const endsWithCount = (inner: string): boolean =>
  isDigit(inner[startOfRun(inner, inner.length, isHan) - 1] ?? '') && isHan(inner.at(-1) ?? '');
/** What is to come is said with one of these at least, in each of these ways. */
const PENDING_SIGN = new CharSet(
  `待请需正中小老等再Tt${[...LEXICON.wordsOf('lacks'), ...LEXICON.wordsOf('owing')].join('')}`,
);
export const isPending = (inner: string): boolean =>
  PENDING_SIGN.isIn(inner) &&
  ((IS_PENDING.test(inner) && !endsWithCount(inner)) ||
    isNeeded(inner) ||
    isAwaited(inner) ||
    isAskedOfOffice(inner) ||
    isUnderway(inner) ||
    isOwed(inner) ||
    isNote(inner));

/** 需核实, 数据需进一步核对. */
function isNeeded(inner: string): boolean {
  const at = inner.indexOf('需');
  if (at < 0 || at > 2 || (at > 0 && LEXICON.sense(inner.slice(0, at), 'datum') === null)) return false;
  const deed = withoutOneOf(inner.slice(at + 1), '要', '再', '进一步');
  const verb = LEXICON.longestAt(deed, 0, 'pending');
  return verb !== null && !('aside' in LEXICON.sense(verb.text, 'pending')!.attributes) && deed === verb.text;
}
const withoutOneOf = (text: string, ...words: readonly string[]): string =>
  text.slice(words.find(word => text.startsWith(word))?.length ?? 0);

/** 名单待办公室补, 本段待财政局补充: who is to write it stands between. */
function isAwaited(inner: string): boolean {
  const at = inner.indexOf('待');
  if (at < 1 || at > 4 || isOneOf(inner.charAt(at - 1), NO_WAITING) || !isHanOnly(inner, 14)) return false;
  const verb = LEXICON.sense(LEXICON.endingAt(inner, inner.length, 'pending'), 'pending');
  return verb !== null && ('text' in verb.attributes || LEXICON.sense(inner.slice(0, at), 'datum') !== null);
}

/** What is left of it behind the name of a datum: 数字后补. */
const withoutDatum = (inner: string): string => inner.slice(LEXICON.longestAt(inner, 0, 'datum')?.text.length ?? 0);

/** 小周补, 老张写: who is to write it. */
const isAskedByName = (who: string): boolean =>
  isOneOf(who.charAt(0), '小老') && isHan(who.charAt(1)) && isOneOf(who.slice(2), '补写核填供');

/**
 * 补例子, 加一段关于产业的数据, 缺一个案例; 数字再核, 例子待找; 等统计局数据: what the drafter tells himself.
 */
function isNote(inner: string): boolean {
  if (isAskedByName(inner.slice(inner.lastIndexOf('，') + 1))) return true;
  const lacks = LEXICON.longestAt(inner, 0, 'lacks')?.text ?? '';
  if (lacks !== '') {
    const some = LEXICON.longestAt(inner, lacks.length, 'piece')?.text ?? '';
    if ('whole' in LEXICON.sense(lacks, 'lacks')!.attributes && some !== '') return true;
    const material = LEXICON.sense(LEXICON.endingAt(inner, inner.length, 'material'), 'material');
    if (material === null) return false;
    const between = inner.slice(lacks.length + some.length);
    return some !== '' || LEXICON.longestAt(between, 0, 'material')?.text === between;
  }
  if (inner.startsWith('等') && isHanOnly(inner, 14) && !isOfAll(inner.slice(1)))
    return (
      LEXICON.endingAt(inner, inner.length, 'awaited') !== '' &&
      [...inner].some((_, at) => at > 2 && LEXICON.endingAt(inner, at, 'org') !== '')
    );
  const rest = withoutDatum(inner);
  const again = rest.slice(1);
  return (
    (rest !== inner && rest.startsWith('再') && LEXICON.sense(again, 'pending') !== null) ||
    (isOneOf(rest.at(-1) ?? '', '找补问查') &&
      rest.endsWith('待', rest.length - 1) &&
      LEXICON.sense(rest.slice(0, -2), 'material') !== null)
  );
}

/** 统计中, 数据更新中, 正在核实. Of a case 核实中 is a fact. */
function isUnderway(inner: string): boolean {
  const rest = withoutDatum(inner);
  const verb = rest.startsWith('正在') ? rest.slice(2) : rest.endsWith('中') ? rest.slice(0, -1) : '';
  return LEXICON.sense(verb, 'pending') !== null && (rest !== inner || rest.startsWith('正') || verb === '统计');
}

/** 后补, 数字会后补充, 民政局补, 由应急局补充: somebody still owes it. On a form 由民政局填写 is for others. */
function isOwed(inner: string): boolean {
  const verb = LEXICON.endingAt(inner, inner.length, 'owing');
  if (verb === '' || !isHanOnly(inner, 12)) return false;
  const before = withoutDatum(inner).slice(0, -verb.length);
  return (
    LEXICON.sense(before, 'later') !== null || (before !== '' && LEXICON.endingAt(before, before.length, 'org') !== '')
  );
}

/** 各单位, 有关部门: a notice speaks to all of them. */
const isOfAll = (whom: string): boolean => LEXICON.longestAt(whom, 0, 'everyone') !== null;

/** 请农业农村局提供最新数据: a colleague is asked; all of them only a notice asks. */
function isAskedOfOffice(inner: string): boolean {
  if (!inner.startsWith('请') || !['数据', '数字'].some(word => inner.endsWith(word)) || !isHanOnly(inner, 18))
    return false;
  if (isOfAll(inner.slice(1))) return false;
  return [...inner].some(
    (_, at) => LEXICON.longestAt(inner, at, 'pending') !== null && LEXICON.endingAt(inner, at, 'org', 'place') !== '',
  );
}

/** （此处填写数据）, 【请简要概括】; but 填报说明, 补充协议. */
const INSTRUCTION = new RegExp(
  `^(?!请(?:勿|不|注意|知)|此处(?:从?略|省略|[不指系已有均仅含即所是原引]))(?:请|可|应|需)?(?:在?此处?|这里)?(?:在此)?(?:${TELL})(?<!填(?=表|报|充)|补充(?=说明|协议|规定|材料|条款|通知))`,
);
export const isInstruction = (inner: string): boolean => INSTRUCTION.test(inner);
/** In brackets that mostly hold asides: not （填写完整）. */
const SURE_INSTRUCTION =
  /^(?:请|此处|在此处?)?(?:填写|填入|插入|写明|列明|此处(?!从?略|省略|[不指系已有均仅含即所是原引])|简要列|简要说明)(?!完整|清楚|准确|真实|说明|要求|规范|示例|人|时)/;
export const isSureInstruction = (inner: string): boolean => SURE_INSTRUCTION.test(inner);
/** 分条列出, 概括成效: what is asked of the writer, where something tells that he is asked. */
export const isAsked = (words: string): boolean =>
  LEXICON.longestAt(words, 0, 'tell') !== null || LEXICON.longestAt(words, 0, 'instruction') !== null;
/** （请概括成效）, （应补充案例）. */
export const isRequest = (inner: string): boolean =>
  isOneOf(inner.charAt(0), '请可应需') && isAsked(inner.slice(1)) && !inner.endsWith('完整');

/** Footnotes, years, references, options: what square brackets hold in a finished text. */
const FINISHED =
  /^(?:[\d,，、.\-–—~～:： ]*|\^.*|!\w+|[A-Z](?:\/[A-Z]{2}|[\u3400-\u9fff]{1,2})?|[xX√✓]|EB\/OL|DB\/OL|J\/OL|sic|\.{3}|…+|略|下略|上略|注|注释|按|编者按|续|完|笑|附|附件(?!名称|标题|内容).*|附表(?!名称|标题).*|图.*|表\d.*|见.*|参见.*|来源.*|摘自.*|\d{4}.*|略去.*|[一二三四五六七八九十两]+[个项条].*|篇[一二三四五六七八九十\d]{1,3}|第[一二三四五六七八九十\d]{1,3}[篇章节讲期]|不含.*|含.*|同上|原文.*|下同|以下.*|简称.*)$/;
export const isFinished = (inner: string): boolean => FINISHED.test(inner);
/** ［检索日期：2025-11-02］, [县志编纂委员会, 1998], 甲案（刑法第三条）: its value is there. */
const HOLDS_VALUE = /[：:]\W?\d|[,，]\W?(?:19|20)\d\d[a-z]?$|法第[一二三四五六七八九十百\d]+条/;
export const holdsValue = (inner: string): boolean => HOLDS_VALUE.test(inner);

const LONG_ENOUGH_NAME = 6;
/**
 * 首问负责制实施细则: a document by its name, what any document could be called is a slot; 基层党务问答（内部资料）, …（2024版）: by what is
 * said behind the name of what is printed.
 */
const DOCUMENT_NAME = new RegExp(
  `^(?!(?:相关|有关|上级|本|该|某|具体|[XxX×]|[\\u3400-\\u9fff]{0,6}[或/／及和与]))[\\u3400-\\u9fff\\d“”《》·、]{3,}(?:${DOCUMENT})(?:[（(][^（）()]{1,12}[）)])?$` +
    '|[\\u3400-\\u9fff\\d][（(](?:内部[\\u3400-\\u9fff]{2}|[\\u3400-\\u9fff]{0,2}资料|试行|暂行|修订|[\\u3400-\\u9fff]{2,4}稿|修订版|[\\u3400-\\u9fff\\d]{1,5}[版册辑卷期集]|第[一二三四五六七八九十\\d]{1,3}[版册辑卷期集])[）)]$',
);
export const isDocument = (inner: string): boolean => inner.length >= LONG_ENOUGH_NAME && DOCUMENT_NAME.test(inner);
