import type { Span } from '../text/span.js';

/*
 * A text copied from a PDF, a terminal or an old machine is set to a width: its paragraphs are broken where a line is full, and
 * nobody means anything by it. Here it is decided where a line's end is none. In this genre all else is one line, one paragraph.
 */

/** One physical line, markup gone. */
export interface PhysicalLine extends Span {
  readonly text: string;
  /** Where the line stands in a list or a quotation it may be indented; a paragraph's first line is by two characters. */
  readonly indent: number;
  /** Begins with the mark of an item, so that it begins anew. */
  readonly isItem: boolean;
}

/** Wider than any page is set. */
const WIDEST = 64;
/** As much of the width has a line that was full: what follows may have been a word, or a mark that must not begin a line. */
const FULL = 0.84;
/** And a number is never parted: it goes to the next line, or makes this one longer. */
const LONG_WORD = 6;
const NUMERAL = '零〇一二两三四五六七八九十百千0-9';

/** What ends a sentence, or an item of a list. */
const ENDED = /[。！？!?；;：:…][”’」』）)】》\]]*$/;
/** Words and marks of running prose, which a heading, a name or a field of a form has none of. */
const RUNNING = /[，。；、：“”《》（）,](?=.)/;
const HEADED = /(?:报告|方案|总结|通知|意见|汇报|规定|办法|条例|问题|情况|建议|对策|措施|做法|成效)$/;
/** What heads a part, and is no sentence that was broken: 第三条 opens one. */
const HEADING =
  /^(?:[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十0-9]{1,3}[）)]|第[一二三四五六七八九十百]{1,4}(?:[章节编]|部分)|关于|\d{1,2}[.、]|\d{1,2}(?:\.\d{1,2}){0,2} (?![万亿元个人名户亩倍吨年月日次项])[\u3400-\u9fff])/;
/** 一、第五条修改为：“铁路行: no heading ends in the middle of a quotation, a title or a remark. */
const isOpened = (text: string): boolean =>
  ['“”', '《》', '（）'].some(([open, close]) => text.lastIndexOf(open!) > text.lastIndexOf(close!));
/** 联系人：…, a field of a form. */
const FIELD = /^[\u3400-\u9fff]{2,10}[：:](?![“「])/;
/** Where a heading, a point or an item begins, whatever stands before it. */
const BEGINS = new RegExp(
  '^(?:[一二三四五六七八九十]{1,3} ?(?:[、．]|\\.(?!\\d))|[一二三四五六七八九十]{1,2}是|[（(] ?[一二三四五六七八九十0-9]{1,3} ?[）)](?![条款项目、和至])|' +
    '第[一二三四五六七八九十百]{1,4}(?:[，、：]|[章节编](?: |$)|部分|条 )|其[一二三四五六七八九十][，：]|\\d{1,3}(?:[、）)]|\\.(?!\\d))|[①-⑳]|' +
    '\\d{1,2}(?:\\.\\d{1,2}){1,2} (?![万亿元个人名户亩倍吨年月日次项])[\\u3400-\\u9fff]|' +
    '[●■◆◇▪▶►★☆√✓※•·>|=~]|[○□] ?[\\u3400-\\u9fff]|[*＊+-] |#{1,6}[ \\u3400-\\u9fff]|[—―]{2}|附件|附表|[图表] ?\\d|注[：:]|（?(?:19|20)\\d\\d年.{0,9}$|[二〇零一三四五六七八九]{4}年.{0,9}$|https?:)',
);

/** What cannot end a line of its own, and what cannot begin one. */
const OPEN_END = new RegExp(`[，、,（(《“‘〈〔【]$|第[${NUMERAL} ]*$`);
const CLOSING = /^[，。、；：！？）》”’〉〕】％%,;]/;
const UNIT_BEGINS = new RegExp(`^[${NUMERAL} ]{0,9}[编章节条款项目]`);
/** A title or a locator, and behind the line's end the locator that belongs to it. */
const LEADS_ON =
  /(?:》(?:[（(][^（）()]{1,40}[）)])?|[条款章节编项法]|之[一二三四五六七八九十]|条例|规定|办法|细则|准则|章程)$/;
const LED = new RegExp(
  `^(?:第[（(]?[${NUMERAL}]{1,9}[）)]?[编章节条款项目]|[（(](?:\\d{4}|[一二三四五六七八九十]{1,3}[）)]项|以下))`,
);
/** 某 at the end and 某村 in the next line: one run of a mark, torn. */
const TORN_RUN = /[×XxＸ某_＿□]$/;

/** Words of a provision, or of whoever it is, and where they are led to. */
const SAYS = /(?:规定|明确|指出|要求|强调)[：:]$/;

/** Of the marks one may stand alone in a line, again and again; 某 is a character of a sentence. */
const isTornRun = (a: string, b: string): boolean =>
  TORN_RUN.test(a) && b.startsWith(a.at(-1)!) && (a.endsWith('某') ? a.length > 1 : RUNNING.test(a));

const isTorn = (a: string, b: string): boolean =>
  (SAYS.test(a) && /^[“「]/.test(b)) ||
  (/[”」]$/.test(a) && /^[（(]《/.test(b)) ||
  (/[：:]$/.test(a) && /^[_＿]{2}/.test(b)) ||
  (OPEN_END.test(a) && (!/第[^第]*$/.test(a) || UNIT_BEGINS.test(b) || /[，、,（(《“‘〈〔【]$/.test(a))) ||
  CLOSING.test(b) ||
  (LEADS_ON.test(a) && LED.test(b)) ||
  isTornRun(a, b) ||
  isOpenTitle(a, b) ||
  (/\d$/.test(a) && /^(?:\d|[%％])/.test(b) && RUNNING.test(a));

/** 《志愿服务⏎条例》. */
function isOpenTitle(a: string, b: string): boolean {
  const open = a.lastIndexOf('《');
  if (open < 0 || a.length - open > 60 || a.indexOf('》', open) >= 0) return false;
  const close = b.indexOf('》');
  return close >= 0 && close < 60 && !/[《。]/.test(b.slice(0, close));
}

interface Measured extends PhysicalLine {
  /** In characters, and in halves of the width of a Han character: a page is set to the one, a converter counts the other. */
  readonly length: number;
  readonly width: number;
  readonly isEnded: boolean;
  readonly isRunning: boolean;
}

/** For each of `lines`, which stand right below one another, whether the next one goes on with its paragraph. The last has none. */
export function goesOn(lines: readonly PhysicalLine[]): boolean[] {
  const block = lines.map((line): Measured => {
    const words = line.text.replace(/^(?:\*\*|__)(?![*_ ])|(?<![*_ ])(?:\*\*|__)$/g, '');
    return {
      length: words.length + line.indent,
      width: widthOf(words) + 2 * line.indent,
      isEnded: ENDED.test(words),
      isRunning: words.length >= 8 && RUNNING.test(words),
      ...line,
      text: words,
    };
  });
  const [longest, widest] = [Math.max(...block.map(l => l.length)), Math.max(...block.map(l => l.width))];
  const isSet = longest <= WIDEST;
  const isFull = (l: Measured): boolean =>
    l.length >= Math.min(FULL * longest, longest - LONG_WORD) ||
    l.width >= Math.min(FULL * widest, widest - 2 * LONG_WORD);
  const before = block.slice(0, -1);
  const broken = before.filter(l => isFull(l) && !l.isEnded).length;
  // Where the first line of each paragraph is indented, any other goes on.
  const isMarked = block.some(({ indent }) => indent >= 2);
  const ends = block.some((l, i) => l.isEnded && i > 0);
  return block.map((a, i) => {
    const b = block[i + 1];
    if (!b || a.text === '' || beginsAnew(a, b)) return false;
    if (isTorn(a.text, b.text)) return true;
    if (
      !isSet ||
      (FIELD.test(a.text) && FIELD.test(b.text)) ||
      (HEADED.test(a.text) && !a.isRunning && (broken < 2 || i === 0))
    )
      return false;
    // A full line may end with its sentence by chance; so it does where lines are broken all around.
    if (a.isEnded)
      return isFull(a) && (/[：:]$/.test(a.text) ? broken > 0 : broken > 1 && (isMarked || a.length >= longest - 2));
    // A heading alone may be as long as a line; more lines, or a line that is long enough to be one, tell.
    if (HEADING.test(a.text) && !isOpened(a.text) && broken < 2 && (longest < 20 || b.length > a.length)) return false;
    if (isFull(a)) return broken >= 2 || (a.isRunning && (ends || longest >= 20)) || (longest >= 20 && ends);
    // The first line of a paragraph may be any part of a line's length, when the copy began within it.
    return (
      (i === 0 || block[i - 1]!.isEnded) &&
      a.length >= 0.5 * longest &&
      (a.isRunning ? broken > 0 || ends : broken > 0 && !HEADING.test(a.text))
    );
  });
}

/** Whether `b` is no continuation of whatever stands above it. */
const beginsAnew = (a: PhysicalLine, b: PhysicalLine): boolean =>
  b.isItem ||
  /[\t|\ufffc]/.test(a.text + b.text) ||
  (BEGINS.test(b.text) &&
    !isTornRun(a.text, b.text) &&
    !(/第$/.test(a.text) && UNIT_BEGINS.test(b.text.replace(/[（）()]/g, '')))) ||
  // Indented like a paragraph; an item's own lines are indented too.
  (b.indent >= 2 && !a.isItem && b.indent >= a.indent);

const widthOf = (text: string): number => {
  let width = 0;
  for (let i = 0; i < text.length; i++) width += text.charCodeAt(i) < 0x2000 ? 1 : 2;
  return width;
};

/** The number of a page, as a PDF leaves it between two lines: — 3 —, 3/12, 第3页 共12页. Regular-expression source. */
export const PAGE =
  '(?:[—–―－-]{1,2}[ \\t\\u3000]?[0-9０-９]{1,4}[ \\t\\u3000]?[—–―－-]{1,2}|[0-9０-９]{1,4}[ \\t]?[/／][ \\t]?[0-9０-９]{1,4}|' +
  '第[ \\t]?[0-9０-９]{1,4}[ \\t]?页(?:[ \\t，,/]*共[ \\t]?[0-9０-９]{1,4}[ \\t]?页)?)';
