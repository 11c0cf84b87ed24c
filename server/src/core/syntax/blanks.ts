import type { Lexicon } from '../lexicon/lexicon.js';
import { countedAt } from '../lexicon/measures.js';
import type { Change } from './reading.js';
import { matchesOf } from '../text/search.js';

/*
 * Which blanks of a line are read. A blank may be the place for a number (党员 名), part two words or two columns; most are
 * there for the eye alone: around digits and Latin, behind 》, inside 第 三 条, between the letters of a title.
 */

const HAN = '\\u3400-\\u9fff';
const NUMERAL = '零〇一二两三四五六七八九十廿卅百千0-9';
/** Dates are where blanks are filled in: nothing is dropped between these. */
const DATE = /^[年月日时分号 ]*$/;

const RULES: readonly (readonly [RegExp, (m: RegExpExecArray, lexicon: Lexicon) => boolean])[] = [
  // 第 三十三 条, 第 （二） 项: a locator, or which of them.
  [
    new RegExp(
      `第[（( ]{0,3}[${NUMERAL}](?:[${NUMERAL}、和至到 ]{0,16}[${NUMERAL}])?[）) ]{0,3}[编章节条款项目届次期号页部]`,
      'g',
    ),
    () => true,
  ],
  // 第三十三条 第一款; 第三条 规定 in the middle of a line.
  [
    new RegExp(`[条款项章节编] +(?=第[（(]?[${NUMERAL}])|之[一二三四五六七八九十] +(?=第[（(]?[${NUMERAL}])`, 'g'),
    () => true,
  ],
  [
    new RegExp(
      `(?<=[^\\n]第[（(]?[${NUMERAL}]{1,9}[）)]?[条款项]) (?=[之的中]?(?:规定|明确|指出|要求|所列|所称|“|「|[：:]))`,
      'g',
    ),
    () => true,
  ],
  // 一 、基本情况; （ 一 ）; behind the mark of an ordinal, but not 1. 5.
  [/(?<![^\n])[一二三四五六七八九十\d]{1,3} +(?=[、．.])/g, () => true],
  [
    /(?<![^\n])(?:[一二三四五六七八九十]{1,3}[、．.]|[（(] *[一二三四五六七八九十\d]{1,3} *[）)][、.]?|\d{1,2}(?:\.\d{1,2}){0,2}[.、）)]|[①-⑳]) *(?=[^\d ])/g,
    () => true,
  ],
  // 2 4 8 亿元, 5 258件: digits set apart, before what they count.
  [new RegExp(`(?<![\\d.,] ?)\\d(?: \\d){2,8}(?: ?\\. ?\\d(?: \\d)*)?(?= ?[${HAN}%‰])`, 'g'), () => true],
  [
    new RegExp(`(?<=[${HAN}，、（])\\d \\d`, 'g'),
    ({ index, 0: { length }, input }, lexicon) => {
      const behind = index + length;
      return countedAt(lexicon, input, input[behind] === ' ' ? behind + 1 : behind) !== '';
    },
  ],
  [/(?<![\d.,] ?)\d{1,3}(?: \d{3})+(?![\d ]\d)/g, () => true],
  // 政 府 工 作 报 告, a line of letters set apart; 目  录 too.
  [new RegExp(`(?<![^\\n])[${HAN}《“（—](?: +[${HAN}》”）（—]){1,}(?![^\\n])`, 'g'), isLetterSpaced],
  [new RegExp(`(?<![${HAN}])[${HAN}](?: [${HAN}]){3,}(?![${HAN}])`, 'g'), isLetterSpaced],
  // Around digits and Latin, one blank; it parts nothing. Not before a number's own unit when nothing stands there: 占 %.
  [
    new RegExp(
      `(?<=[${HAN}，。；：、！？”）〕】]) (?=[0-9A-Za-z])|(?<=[0-9A-Za-z%‰]) (?=[${HAN}，。；：、！？《“（])|(?<=\\d) (?=[%‰])`,
      'g',
    ),
    () => true,
  ],
  // Around what stands for something missing: no other room is left there.
  [
    new RegExp(
      `(?<=[${HAN}，。；：、！？”）《“（]) {1,3}(?=[*×_＿□○〇Ｘ【{])|(?<=[*×_＿□○〇】}]) {1,3}(?=[${HAN}，。；：、！？《“（%‰])`,
      'g',
    ),
    () => true,
  ],
  // 36 — 45岁, 120 km.
  [
    /(?<=\d) (?=[—–~～-]{1,2} ?[\d*×_])|(?<=[\d*×_] ?[—–~～-]{1,2}) (?=[\d*×_])|(?<=\d) (?=(?:km|kg)(?![A-Za-z]))/g,
    () => true,
  ],
  // 民法典 物权编第三条.
  [new RegExp(`(?<=[法典]) (?=[${HAN}]{2,6}编(?:的)?第[${NUMERAL}])`, 'g'), () => true],
  // Behind 》 and before 《: what belongs to a title stands there. Inside of both, but 《 》 and 《   办法》 wait for one.
  [/(?<=》) +(?=[^ ])|(?<=[^ \n|]) +(?=《)|(?<=《) {1,2}(?![ 》])|(?<![ 《]) +(?=》)/g, () => true],
  // Behind a mark and before an opening one; at the insides of brackets, but 〔20 〕 and ， 年全县 wait for a year.
  [
    new RegExp(
      `(?<=[，。；：、！？”）]) (?!年[全我])(?=[${HAN}“（【〔])|(?<=[${HAN}]) (?=[“（【〔])|(?<=[“【〔［\\[{｛<＜〈「]) {1,3}(?=[${HAN}A-Za-z])|` +
        `(?<=[${HAN}A-Za-z]) {1,3}(?=[”】〕］\\]}｝>＞〉」])|(?<=[（(]) (?=[${HAN}\\d])|(?<=[${HAN}\\d]) (?=[）)])`,
      'g',
    ),
    () => true,
  ],
  // At the bars of a table.
  [/(?<! ) +(?=\|)|(?<=\|) +/g, () => true],
  // 第一章  总则: one blank parts them.
  [/(?<=(?<![^\n])第[一二三四五六七八九十]{1,3}(?:章|部分|编|节) ) +/g, () => true],
];

/** 政府工作报告, not 年 月 日 nor 第 号, which wait to be filled in. */
function isLetterSpaced([letters]: RegExpExecArray): boolean {
  return !/^[第共约]|[月日时分号]$/.test(letters) && !DATE.test(letters);
}

/** Two Han characters that are one word, though a blank stands between: no number is missing before the second. */
const WORDS =
  /(?:条|文|案|部|证|附|事|信|软|硬|邮|配|零) 件|(?:股|月|省|年|身|县|成|备|辈|充) ?份|(?:姓|署|签|报|冠|命|罪|书|品|地|人|除) 名|(?:国|专|农|商|厂|大|行|户|买|卖) 家|(?:农|用|客|门|账|落|商|开) 户|(?:市|现|立|会|农|林|牧|职|商|广|操) 场|(?:事|款|各|选|奖|强|弱|义|专) 项|(?:层|档|班|名|场|批|依|其|再|首|多|屡) 次|(?:时|学|工|长|短|定|日|周|任|分|假|早|中|近|前|后) 期|(?:单|公|多|美) 元/g;

/** What of `lines`, a reading's, is blanks that nobody reads. Lines part at `\n`; what stands at their ends is dropped by the caller. */
export function unreadBlanks(lines: string, lexicon: Lexicon): Change[] {
  const found: Change[] = [];
  const drop = (text: string, at: number): void => {
    for (const m of matchesOf(text, / +/g))
      found.push({ start: at + m.index, end: at + m.index + m[0].length, as: '' });
  };
  for (const [pattern, isUnread] of RULES) {
    pattern.lastIndex = 0;
    for (let m = pattern.exec(lines); m; m = pattern.exec(lines)) {
      if (m[0] === '') pattern.lastIndex++;
      else if (isUnread(m, lexicon)) drop(m[0], m.index);
    }
  }
  for (const m of matchesOf(lines, WORDS)) drop(m[0], m.index);
  return found;
}
