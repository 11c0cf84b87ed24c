import { endOfRun, endOfWords, isCommonHan, isEdgeOr, isOneOf } from '../text/characters.js';
import { toNumber } from '../text/numerals.js';

/** The ways a line or a sentence is numbered, from the outermost (GB/T 9704-2012 7.3.3) to those of running prose. */
export type OrdinalForm =
  | '第一章'
  | '一、'
  | '（一）'
  | '1.'
  | '（1）'
  | '①'
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
const KINDS = ['问题', '困难', '难题', '难', '短板', '矛盾', '建议', '对策', '措施', '办法'];
const WRONG = ['难', '愁', '怕', '卡', '堵', '痛', '缺', '短'];
const LONGEST_CLAIM = 12;

/** 第一章 总则, 第一部分：…; nothing else may stand behind the word. */
function closeDivision(text: string, at: number): number {
  const end = endOfWords(text, at, ['章', '部分', '编', '节']);
  return end < 0 || end === text.length ? end : endOfWords(text, end, [' ', '：', ':']);
}
/** 1. or 1．, but no 1.5; or 1、. */
function closeDigit(text: string, at: number): number {
  if (text[at] === '、') return at + 1;
  return isOneOf(text[at] ?? '', '.．') && !isOneOf(text[at + 1] ?? '', DIGITS) ? at + 1 : -1;
}
/** 一是, 一难在没有手艺: where it is wrong stands behind. */
function closePoint(text: string, at: number): number {
  const end = Math.max(endOfWords(text, at, ['是', '要', '则']), endOfWords(text, at, WRONG, ['在']));
  return isOneOf(text[end] ?? '', '否非') ? -1 : end;
}
/** 一缺资金。, 一抓培训。: the verb is what is said. */
function closeVerb(text: string, at: number): number {
  if (!isOneOf(text[at] ?? '', '缺抓靠') || isOneOf(text[at + 1] ?? '', '口手山紧好实')) return -1;
  const end = endOfRun(text, at + 1, isCommonHan);
  return end - at > 2 && end - at <= LONGEST_CLAIM + 1 && isEdgeOr(text[end] ?? '', '。') ? at : -1;
}
/** 第一，…; 第一个主要问题是…. */
function closeFirst(text: string, at: number): number {
  const end = endOfWords(text, at, [...STOPS, ' ']);
  return end >= 0
    ? end
    : endOfWords(text, at, ['个', '条', '大'], ['突出', '主要', '明显', ''], KINDS, ['是', '在于', '，', '：']);
}

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
const ISSUES = ['问题', '困难', '难题', '难点', '堵点', '痛点', '短板'];
const ANSWERS = ['对策', '建议', '措施', '举措'];
const COUNTED = marks(['：', ':', '、']);
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
  han('其一，', ['其'], marks(STOPS)),
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
  if (!forms) return null;
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
  if (!word) return null;
  const [one, number] = word;
  return { form: '首先，', number, length: endOfWords(text, one.length, ['，', ',', '：', ':', '是', '']) };
}
