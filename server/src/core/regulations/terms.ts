import type { Span } from '../text/span.js';
import { toNumber } from '../text/numerals.js';
import type { ArticleText } from './edition-text.js';
import { matchesOf } from '../text/search.js';

/**
 * A term: two Chinese characters that stand next to each other, neither of which only joins words (的, 和, 应当 …); or a number with the
 * character behind it: 十五日, 15日, 百分之三十. Its number is that of the first character, or the number written, times
 * 65,536, plus that of the second.
 */
export type Term = number;

/** Whether it is a number with what it counts. */
export const isNumber = (term: Term): boolean => term < FIRST_HAN * 0x10000;

const FIRST_HAN = 0x4e00;
/** Characters that stand in every provision and tell nothing of what it is about. */
const JOINING =
  '的和或与及等在对由为是有应当不得可以其第一二三四五六七八九十百千条款项者所之上下前后中并且但被把将于按照依据根规定本法例各该此至从向经自列';
const joins = new Uint8Array(0x10000).fill(1).fill(0, FIRST_HAN, 0xa000);
for (const joining of JOINING) joins[joining.charCodeAt(0)] = 1;

/** Not 第十五条 and not 一: 一个, 一定 count nothing. */
const COUNTED =
  /(?<!第[零〇一二两三四五六七八九十百千]{0,8})(?:百分之([零〇一二三四五六七八九十百]{1,6}|\d{1,3})|(?<![\d.])(\d{1,4})([％%\u4e00-\u9fff])|([零〇二两三四五六七八九十百千][零〇一二两三四五六七八九十百千]{0,6}|一(?=[年月日天周倍]))([\u4e00-\u9fff]))/g;

export interface PlacedTerm extends Span {
  readonly term: Term;
}

/** The terms of a text, wherever they stand: the numbers behind the others. */
export function placedTermsOf(text: string): PlacedTerm[] {
  const found: PlacedTerm[] = [];
  let before = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const next = joins[code] === 1 ? 0 : code;
    if (before > 0 && next > 0) found.push({ term: before * 0x10000 + next, start: i - 1, end: i + 1 });
    before = next;
  }
  for (const m of matchesOf(text, COUNTED)) {
    const [whole, percent, digits, ofDigits, words, ofWords] = m;
    const value = Number(digits ?? percent ?? Number.NaN) || toNumber(words ?? percent ?? '');
    const counted = percent === undefined ? (ofDigits ?? ofWords)!.replace('％', '%') : '%';
    if (value !== null && value < FIRST_HAN)
      found.push({ term: value * 0x10000 + counted.charCodeAt(0), start: m.index, end: m.index + whole.length });
  }
  return found;
}

/** The terms of a text, each once. */
export const termsOf = (text: string): Term[] => [...new Set(placedTermsOf(text).map(({ term }) => term))];

/** In which articles of an edition a term stands. */
export interface TermIndex {
  /** How many articles it knows: those of the edition, counted from 0 in order of appearance. */
  readonly articles: number;
  /** In order; empty for a term that is not known. Of a term that is not kept it may name a wrong article, seldom. */
  articlesWith(term: Term): readonly number[];
}

/** The words of an article, of its 款, 项 and 目. */
export const wordsOf = ({ paragraphs }: Pick<ArticleText, 'paragraphs'>): string =>
  paragraphs
    .flatMap(({ text, items }) => [text, ...items.flatMap(item => [item.text, ...item.subitems.map(s => s.text)])])
    .join('\n');

/** The terms of texts at hand, article by article: nothing is left out. */
export function termIndexOf(articles: readonly string[]): TermIndex {
  const known = new Map<Term, number[]>();
  articles.forEach((text, article) => {
    for (const term of termsOf(text)) {
      const holders = known.get(term);
      if (holders) holders.push(article);
      else known.set(term, [article]);
    }
  });
  return { articles: articles.length, articlesWith: term => known.get(term) ?? [] };
}
