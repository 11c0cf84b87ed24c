import { msg } from '../../core/message.js';
import { readingOf } from '../../core/syntax/document.js';
import { toChinese, toNumber } from '../../core/text/numerals.js';
import type { Rewrite, Rewriter } from './rewrite.js';

/** One way of writing that the standards have another for: what is read, and what may stand there instead. */
interface Habit {
  readonly pattern: RegExp;
  readonly standard: 'GB/T 15835' | 'GB/T 9704';
  readonly forms: (m: RegExpExecArray) => readonly string[];
}

const HAN = '〇一二三四五六七八九';
const digit = (text: string): string =>
  text.replace(/[〇零一二三四五六七八九]/g, c => String(c === '零' ? 0 : HAN.indexOf(c)));
const han = (text: string): string => text.replace(/\d/g, d => (d === '0' ? '〇' : HAN[Number(d)]!));
const KIND = '(?:发|字|函|办|令|政|委|组|宣|纪|规|告|复|会|办发|政发)';

const HABITS: readonly Habit[] = [
  // 二零二六年: the nought of a year in Chinese numerals is 〇.
  {
    pattern: /[一二][〇零一二三四五六七八九]{3}年/g,
    standard: 'GB/T 15835',
    forms: ([year]) => [digit(year), ...(year.includes('零') ? [year.replaceAll('零', '〇')] : [])],
  },
  // 2026年05月06日: no noughts to fill places (GB/T 9704, 7.3.5.4).
  {
    pattern: /\d{4}年(?:0\d月(?:\d{1,2}[日号])?|\d{1,2}月0\d[日号])/g,
    standard: 'GB/T 9704',
    forms: ([date]) => [date.replace(/(?<=[年月])0/g, '')],
  },
  { pattern: /(?<!\d)\d{1,2}月\d{1,2}号/g, standard: 'GB/T 15835', forms: ([day]) => [day.replace('号', '日')] },
  // 26年3月: a year is written with all its digits.
  { pattern: /(?<![\d.])[012]\d年(?=\d{1,2}月|底|初|度)/g, standard: 'GB/T 15835', forms: ([year]) => [`20${year}`] },
  // 3、4个: two neighbours that say about how many are in Chinese numerals, without 、.
  {
    pattern: /(?<![\d.、])([1-9])、([1-9])(?=个|名|天|年|月|次|人|户|家|所|项|条|里|公里|米|岁|成|倍|万|千|百)/g,
    standard: 'GB/T 15835',
    forms: ([, a, b]) => (Number(b) === Number(a) + 1 ? [toChinese(Number(a)) + toChinese(Number(b))] : []),
  },
  {
    pattern: /(?<![\d.])([1-9])0[几多余](?=[\u4e00-\u9fff])/g,
    standard: 'GB/T 15835',
    forms: ([all, tens]) => (all.endsWith('几') ? [`${toChinese(Number(tens) * 10)}几`] : []),
  },
  {
    pattern: /[０-９]+(?:．[０-９]+)?/g,
    standard: 'GB/T 15835',
    forms: ([wide]) => [wide.replace(/[０-９．]/g, c => String.fromCharCode(c.charCodeAt(0) - 0xfee0))],
  },
  // 百分之三十 and 30%: one way in one report.
  {
    pattern: /百分之([零〇一二三四五六七八九十百]{1,6})(?:点([零〇一二三四五六七八九]{1,4}))?/g,
    standard: 'GB/T 15835',
    forms: ([, whole, part]) => {
      const value = toNumber(whole!);
      return value === null ? [] : [`${value}${part ? `.${digit(part)}` : ''}%`];
    },
  },
  {
    pattern: /(?<![\d.])(\d{1,3})(?:\.(\d{1,4}))?%/g,
    standard: 'GB/T 15835',
    forms: ([, whole, part]) => [`百分之${toChinese(Number(whole))}${part ? `点${han(part)}` : ''}`],
  },
  // 〔2026〕5号: six-cornered brackets, no 第, no noughts in front (GB/T 9704, 7.2.5).
  {
    pattern: new RegExp(
      `(?<=[\\u4e00-\\u9fff]${KIND})([[（(【［〔])(\\d{4})([\\]）)】］〕])(第?)(0{0,2})(\\d{1,4})号`,
      'g',
    ),
    standard: 'GB/T 9704',
    forms: ([all, , year, , , , number]) => [`〔${year}〕${number}号`].filter(form => form !== all),
  },
];

/** Words that hold numbers and are none to be written otherwise. */
const FIXED =
  /《[^》\n]{0,80}》|“[^”\n]{0,300}”|第[\d一二三四五六七八九十百零〇]+[条款项章节编]|\{\{[^{}\n]{0,60}\}\}/g;

/** Dates, numbers and document numbers at the place, as GB/T 15835–2011 and GB/T 9704–2012 have them; never in a quotation or a title. */
export const numerals: Rewriter = ({ document, text, frontMatter }, place) => {
  if (place.start < (frontMatter?.end ?? 0)) return [];
  const reading = readingOf(document);
  const own = reading.toReading(place);
  const start = reading.text.lastIndexOf('\n', own.start - 1) + 1;
  const feed = reading.text.indexOf('\n', own.start);
  const line = reading.text.slice(start, feed < 0 ? undefined : feed);
  // As it was written: the reading folds wide digits.
  const source = reading.toSource({ start, end: start + line.length });
  const written = text.slice(source.start, source.end);
  const at = place.start - source.start;
  const to = Math.max(at, Math.min(place.end, source.end) - source.start);
  const fixed = [...written.matchAll(FIXED)].map(m => ({ start: m.index, end: m.index + m[0].length }));
  return HABITS.flatMap(({ pattern, standard, forms }) =>
    [...written.matchAll(pattern)].flatMap((m): Rewrite[] => {
      const [from, end] = [m.index, m.index + m[0].length];
      if (end < at || from > to || fixed.some(span => span.start < end && from < span.end)) return [];
      return forms(m as unknown as RegExpExecArray)
        .filter(form => form !== m[0])
        .map(form => ({
          title: msg(`改为“${form}”（${standard}）`, `Write “${form}” (${standard})`),
          edits: [{ start: source.start + from, end: source.start + end, text: form }],
        }));
    }),
  );
};
