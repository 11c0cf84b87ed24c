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
const CN = `[${NUMERALS}]{1,3}`;
const DIGITS = '0123456789０１２３４５６７８９';
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
/** Each form, the characters that may begin it, and what it is. */
const FORMS: readonly (readonly [form: OrdinalForm, begins: string, expression: RegExp])[] = [
  ['第一章', '第', new RegExp(`^第(${CN})(?:章|部分|编|节)(?: |[：:]|$)`)],
  ['一、', NUMERALS, new RegExp(`^(${CN})、`)],
  ['（一）', '（(', new RegExp(`^[（(](${CN})[）)][、.．]?`)],
  ['（1）', '（(', /^[（(]([0-9０-９]{1,2})[）)][、.．]?/],
  ['1.', DIGITS, /^([0-9０-９]{1,2})(?:[.．](?![0-9０-９])|、)/],
  ['①', CIRCLED, /^([①-⑳])/],
  // 1) is no form of official documents; where it is used it is of the deepest.
  ['①', DIGITS, /^([0-9０-９]{1,2})[)）]/],
  // 一难在没有手艺: where it is wrong stands behind.
  ['一是', NUMERALS, new RegExp(`^(${CN})(?:是|要|则|[难愁怕卡堵痛缺短]在)(?![否非])`)],
  // 一缺资金。, 一抓培训。: the verb is what is said.
  ['一是', NUMERALS, new RegExp(`^(${CN})(?=[缺抓靠](?!口|手|山|紧|好|实)[\\u4e00-\\u9fff]{2,12}(?:。|$))`)],
  [
    '第一，',
    '第',
    new RegExp(
      `^第(${CN})(?:[，、：:]| |(?:个|条|大)(?:突出|主要|明显)?(?:问题|困难|难题|难|短板|矛盾|建议|对策|措施|办法)(?:是|在于|[，：]))`,
    ),
  ],
  ['其一，', '其', new RegExp(`^其(${CN})[，、：:]`)],
  ['问题一：', '问困难堵痛短', new RegExp(`^(?:问题|困难|难题|难点|堵点|痛点|短板)(${CN}|[0-9]{1,2})[：:、]`)],
  ['对策一：', '对建措举', new RegExp(`^(?:对策|建议|措施|举措)(${CN}|[0-9]{1,2})[：:、]`)],
  ['首先，', '首其再最', /^(首先|其次|再次|再者|最后)[，,：:是]?/],
];
const BY_FIRST = new Map<string, (typeof FORMS)[number][]>();
for (const form of FORMS) for (const first of form[1]) BY_FIRST.set(first, [...(BY_FIRST.get(first) ?? []), form]);
const IN_WORDS: Readonly<Record<string, number>> = { 首先: 1, 其次: 2, 再次: 3, 再者: 3, 最后: 4 };

/** The ordinal that `text` begins with, or null. */
export function ordinalOf(text: string): Ordinal | null {
  for (const [form, , expression] of BY_FIRST.get(text.charAt(0)) ?? []) {
    const m = expression.exec(text);
    if (!m) continue;
    const number = IN_WORDS[m[1]!] ?? (CIRCLED.indexOf(m[1]!) + 1 || toNumber(m[1]!));
    if (number) return { form, number, length: m[0].length };
  }
  return null;
}
