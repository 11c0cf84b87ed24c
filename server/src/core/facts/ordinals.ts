import { LEXICON } from '../lexicon/lexicon.js';
import { endOfRun, endOfWords, isCommonHan, isEdgeOr, isHan, isOneOf } from '../text/characters.js';
import { toNumber } from '../text/numerals.js';

/** The ways a line or a sentence is numbered, from the outermost (GB/T 9704-2012 7.3.3) to those of running prose. */
export type OrdinalForm =
  | '第一章'
  // 壹、 甲、 Ⅰ. too: what divides a text besides 一、, and stands above it where both do.
  | '甲、'
  | '一、'
  | '（一）'
  | '1.'
  | '（1）'
  | '①'
  | 'A.'
  | '一是'
  | '第一，'
  | '首先，'
  | '其一，'
  // A count each, for they may alternate: 问题一：…对策一：…问题二：….
  | '问题一：'
  | '对策一：';

export interface Ordinal {
  readonly form: OrdinalForm;
  readonly number: number;
  /** Length of the ordinal with its mark, in UTF-16 code units. */
  readonly length: number;
}

const NUMERALS = '一二三四五六七八九十';
const DIGITS = '0123456789０１２３４５６７８９';
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/**
 * Alphabets that number what is next to each other by their place, the form each is of, and what stands behind a letter:
 * 壹 产销概貌, 甲、概况, but not 叁拾万元 nor 甲、乙两地; ㈠ has its brackets in it.
 */
export const ALPHABETS: readonly (readonly [letters: string, form: OrdinalForm, behind: 'mark' | 'blank' | 'any'])[] = [
  ['壹贰叁肆伍陆柒捌玖拾', '甲、', 'blank'],
  ['甲乙丙丁戊己庚辛壬癸', '甲、', 'mark'],
  ['ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ', '甲、', 'any'],
  ['ABCDEFGH', 'A.', 'mark'],
  ['㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩', '（一）', 'any'],
  ['⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽', '（1）', 'any'],
  ['⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑', '1.', 'any'],
  ['❶❷❸❹❺❻❼❽❾❿', '①', 'any'],
];
const LETTERS = new Map(
  ALPHABETS.flatMap(([letters, form, behind]) =>
    Array.from(letters, (letter, i) => [letter, { letters, form, behind, number: i + 1 }] as const),
  ),
);

/** The ordinal that is a letter of an alphabet. */
function letterOrdinalOf(text: string): Ordinal | null {
  const letter = LETTERS.get(text.charAt(0));
  if (!letter) return null;
  const { letters, form, behind, number } = letter;
  const hasMark = isOneOf(text.charAt(1), '、.：:)）');
  if (!hasMark && !(behind === 'blank' && text[1] === ' ') && behind !== 'any') return null;
  let length = hasMark ? 2 : 1;
  if (text[length] === ' ') length++;
  const next = text.charAt(length);
  const isWord = isHan(next) || isOneOf(next, '“《【');
  return isWord && !letters.includes(next) ? { form, number, length } : null;
}

/** A way of numbering: what stands before the numeral, which characters it has and how many at most, what stands behind. */
interface Form {
  readonly form: OrdinalForm;
  readonly opens: readonly string[];
  readonly numerals: string;
  readonly most: number;
  /** Where its mark ends that begins at an offset, behind the numeral; -1 where none does. */
  readonly close: (text: string, at: number) => number;
}

const OPEN = ['（', '('];
const CLOSE = ['）', ')'];
const NONE = [''];
const STOPS = ['，', '、', '：', ':'];
const marks =
  (...steps: readonly (readonly string[])[]): Form['close'] =>
  (text, at) =>
    endOfWords(text, at, ...steps);
const WRONG = LEXICON.wordsOf('grief');
const LONGEST_CLAIM = 12;

/** 第一章 总则, 第一部分：…; nothing else may stand behind the word. */
function closeDivision(text: string, at: number): number {
  const end = endOfWords(text, at, LEXICON.wordsOf('chaptered'));
  return end < 0 || end === text.length ? end : endOfWords(text, end, [' ', '：', ':']);
}
/** 1. or 1．, but no 1.5; or 1、. */
function closeDigit(text: string, at: number): number {
  if (text[at] === '、') return at + 1;
  return isOneOf(text[at] ?? '', '.．') && !isOneOf(text[at + 1] ?? '', DIGITS) ? at + 1 : -1;
}
/** 一是, 一难在没有手艺: where it is wrong stands behind. */
function closePoint(text: string, at: number): number {
  const end = Math.max(
    endOfWords(text, at, ['是', '要', '则', '曰', '怕', '盼', '来']),
    endOfWords(text, at, WRONG, ['在']),
  );
  // 一来二去, 十来户.
  const isCome = text[end - 1] === '来' && (isOneOf(text[end] ?? '', '二一个户天年次人') || text[at - 1] === '十');
  return isOneOf(text[end] ?? '', '否非') || isCome ? -1 : end;
}
/** 一缺资金。, 一抓培训。: the verb is what is said. */
function closeVerb(text: string, at: number): number {
  if (!isOneOf(text[at] ?? '', '缺抓靠') || isOneOf(text[at + 1] ?? '', '口手山紧好实')) return -1;
  const end = endOfRun(text, at + 1, isCommonHan);
  return end - at > 2 && end - at <= LONGEST_CLAIM + 1 && isEdgeOr(text[end] ?? '', '。') ? at : -1;
}
/** 第一，…; 第一个主要问题是…, 第三招：, 头一件，: what is counted, and a mark or a verb behind it. */
function closeFirst(text: string, at: number): number {
  const end = endOfWords(text, at, [...STOPS, ' ', '是']);
  if (end >= 0) return end;
  const counted = endOfWords(text, at, COUNTED_BY);
  if (counted < 0) return -1;
  const close = endOfWords(text, counted, ENDS);
  if (close >= 0) return close;
  // At most four characters between.
  for (let to = counted + 1; to <= counted + 4 && isCommonHan(text.charAt(to - 1)); to++) {
    const found = endOfWords(text, to, ENDS);
    // 第二个突出的是 goes on from 最突出的是, and counts nothing.
    if (found >= 0) return text[to - 1] === '的' ? -1 : found;
  }
  return -1;
}
const COUNTED_BY = LEXICON.wordsOf('ordinalof');
const ENDS = ['是', '在于', '，', '：', ':'];

const han = (form: OrdinalForm, opens: readonly string[], close: Form['close']): Form => ({
  form,
  opens,
  numerals: NUMERALS,
  most: 3,
  close,
});
const digits = (form: OrdinalForm, opens: readonly string[], close: Form['close'], numerals = DIGITS): Form => ({
  form,
  opens,
  numerals,
  most: 2,
  close,
});
/** What is counted by 问题一： and 对策一：. */
export const [ISSUES, ANSWERS] = [LEXICON.wordsOf('issue'), LEXICON.wordsOf('answer')];
/** 问题一：, 问题一｜, 短板1 · . */
const COUNTED = marks(['：', ':', '、', '是', '｜', '|', '·', '——', '—', '－', '-']);
const FORMS: readonly Form[] = [
  han('第一章', ['第'], closeDivision),
  han('一、', NONE, marks(['、'])),
  han('（一）', OPEN, marks(CLOSE, ['、', '.', '．', ''])),
  digits('（1）', OPEN, marks(CLOSE, ['、', '.', '．', ''])),
  digits('1.', NONE, closeDigit),
  { form: '①', opens: NONE, numerals: CIRCLED, most: 1, close: (_, at) => at },
  // 1) is no form of official documents; where it is used it is of the deepest.
  digits('①', NONE, marks(CLOSE)),
  han('一是', NONE, closePoint),
  han('一是', NONE, closeVerb),
  han('第一，', ['第'], closeFirst),
  { form: '第一，', opens: ['头'], numerals: '一', most: 1, close: closeFirst },
  han('其一，', ['其'], marks([...STOPS, '是'])),
  han('问题一：', ISSUES, COUNTED),
  digits('问题一：', ISSUES, COUNTED, '0123456789'),
  han('对策一：', ANSWERS, COUNTED),
  digits('对策一：', ANSWERS, COUNTED, '0123456789'),
];
const IN_WORDS: readonly (readonly [string, number])[] = [
  ['首先', 1],
  ['其次', 2],
  ['再次', 3],
  ['再者', 3],
  ['再就是', 3],
  ['再有', 3],
  ['最后', 4],
];

/** The characters that an ordinal begins with, each with the forms it may be of. */
const BY_FIRST = new Map<string, Form[]>();
for (const form of FORMS)
  for (const first of new Set(form.opens.flatMap(open => [...(open.charAt(0) || form.numerals)])))
    BY_FIRST.set(first, [...(BY_FIRST.get(first) ?? []), form]);
for (const [[first]] of IN_WORDS) if (!BY_FIRST.has(first!)) BY_FIRST.set(first!, []);

/** The ordinal that `text` begins with, or null. */
export function ordinalOf(text: string): Ordinal | null {
  const forms = BY_FIRST.get(text.charAt(0));
  if (!forms) return letterOrdinalOf(text);
  for (const { form, opens, numerals, most, close } of forms) {
    const from = endOfWords(text, 0, opens);
    const behind = from < 0 ? from : endOfRun(text, from, ch => numerals.includes(ch), most);
    const length = behind > from ? close(text, behind) : -1;
    if (length < 0) continue;
    const written = text.slice(from, behind);
    const number = CIRCLED.indexOf(written) + 1 || toNumber(written);
    if (number) return { form, number, length };
  }
  const word = IN_WORDS.find(([one]) => text.startsWith(one));
  if (!word) return letterOrdinalOf(text);
  const [one, number] = word;
  return { form: '首先，', number, length: endOfWords(text, one.length, ['，', ',', '：', ':', '是', '']) };
}
