/**
 * Quotations spliced of a regulation's own words, which no fingerprint alone tells from true ones, and true ones of
 * every customary form. Whether a splice is one is judged by the text, not by the index: its words, punctuation aside,
 * must not stand together anywhere in the edition.
 */
import { locatorText } from '../src/core/wording.js';
import type { Locator } from '../src/core/facts/locators.js';
import type { Edition } from '../src/core/regulations/regulation-index.js';
import type { ParsedArticle, ParsedParagraph } from '../src/core/regulations/text/structure.js';
import { toChinese } from '../src/core/text/numerals.js';

/** An edition and the words it was made from. */
export interface Source {
  readonly edition: Edition;
  readonly articles: readonly ParsedArticle[];
}

export interface Quoted {
  readonly kind: string;
  /** A sentence that cites and quotes. */
  readonly sentence: string;
}

export interface Draw {
  readonly random: () => number;
  pick<T>(from: readonly T[]): T;
}

/** A clause with the mark behind it. */
interface Piece {
  readonly words: string;
  readonly mark: string;
}

const piecesOf = (text: string): Piece[] =>
  [...text.matchAll(/([^，；。、：？！]+)([，；。、：？！]|$)/g)].map(([, words, mark]) => ({
    words: words!,
    mark: mark!,
  }));
const joined = (pieces: readonly Piece[]): string => pieces.map(({ words, mark }) => words + mark).join('');
const bare = (text: string): string => text.replace(/[^\p{Script=Han}\p{L}\p{N}%％‰]/gu, '');
const isPlain = (text: string): boolean => /^[^“”‘’"《》〈〉*＊×X…\n〔〕_□（）()]+$/.test(text);
const isWhole = (text: string): boolean => isPlain(text) && /。$/.test(text) && text.length >= 16 && text.length <= 300;

const citing = ({ edition }: Source, locator: Locator | null, words: string): string =>
  `《${edition.regulation.title}》${locator ? locatorText(locator)['zh-CN'] : ''}规定：“${words}”`;
const locatorOf = ({ number, suffix }: ParsedArticle): Locator => ({
  article: number,
  ...(suffix ? { articleSuffix: suffix } : {}),
});
/** A 款 with its items, as it is quoted. */
const full = ({ text, items }: ParsedParagraph): string =>
  text + items.map(({ number, text: words }) => `（${toChinese(number)}）${words}`).join('');

/** What stands together in the edition, an article at a time; an item with its lead is one more. */
function runsOf({ articles }: Source): string[] {
  return articles.flatMap(({ paragraphs }) => [
    bare(paragraphs.map(p => p.text + p.items.map(({ text }) => text).join('')).join('')),
    ...paragraphs.flatMap(({ text, items }) => items.map(item => bare(text + item.text))),
  ]);
}

/** One way to splice, or null where the article does not lend itself to it. */
type Splice = (source: Source, article: ParsedArticle, draw: Draw) => { words: string; locator: Locator | null } | null;

const SPLICES: Readonly<Record<string, Splice>> = {
  'a clause skipped'(_, article, { random }) {
    const pieces = piecesOf(article.paragraphs[0]?.text ?? '');
    if (pieces.length < 3) return null;
    const at = 1 + Math.floor(random() * (pieces.length - 2));
    return { words: joined(pieces.filter((_, i) => i !== at)), locator: locatorOf(article) };
  },
  'two provisions joined'(source, article, { pick, random }) {
    const other = pick(source.articles);
    const head = piecesOf(article.paragraphs[0]?.text ?? '');
    const tail = piecesOf(other.paragraphs[0]?.text ?? '');
    if (other === article || head.length < 2 || tail.length < 2) return null;
    const words = joined([{ ...head[0]!, mark: '，' }, ...tail.slice(-1)]);
    return { words, locator: random() < 0.5 ? null : locatorOf(article) };
  },
  'an item exchanged'(_, article, { pick }) {
    const paragraph = article.paragraphs.find(({ items }) => items.length > 1);
    if (!paragraph) return null;
    const [item, other] = [pick(paragraph.items), pick(paragraph.items)];
    if (item === other || article.paragraphs.filter(({ items }) => items.length > 0).length > 1) return null;
    const locator = { ...locatorOf(article), item: item.number };
    return { words: `${paragraph.text}（${toChinese(item.number)}）${other.text}`, locator };
  },
  'a consequence exchanged'(_, article, { random }) {
    const halves = (article.paragraphs[0]?.text ?? '').split('；');
    if (halves.length < 2) return null;
    const [first, second] = [piecesOf(halves[0]!), piecesOf(halves.at(-1)!)];
    if (first.length < 2 || second.length < 2) return null;
    const at = 1 + Math.floor(random() * (second.length - 1));
    return { words: joined([...first.slice(0, -1), ...second.slice(at)]), locator: locatorOf(article) };
  },
  'an element of a list dropped'(_, article, { pick }) {
    const pieces = piecesOf(article.paragraphs[0]?.text ?? '');
    const elements = pieces.flatMap(({ mark }, i) => (mark === '、' && i > 0 ? [i] : []));
    if (elements.length === 0) return null;
    const at = pick(elements);
    return { words: joined(pieces.filter((_, i) => i !== at)), locator: locatorOf(article) };
  },
};

/** One true quotation, or null where the article does not lend itself to it. */
type Truth = (source: Source, article: ParsedArticle, draw: Draw) => string | null;

const TRUTHS: Readonly<Record<string, Truth>> = {
  'a whole 款'(source, article) {
    const words = article.paragraphs[0]?.text ?? '';
    return isWhole(words) && article.paragraphs[0]!.items.length === 0
      ? citing(source, locatorOf(article), words)
      : null;
  },
  'with ……'(source, article, { random }) {
    const words = article.paragraphs[0]?.text ?? '';
    const pieces = piecesOf(words);
    if (pieces.length < 3 || !isWhole(words)) return null;
    const from = 1 + Math.floor(random() * (pieces.length - 2));
    const to = from + 1 + Math.floor(random() * (pieces.length - from - 1));
    return citing(source, locatorOf(article), `${joined(pieces.slice(0, from))}……${joined(pieces.slice(to))}`);
  },
  'half clauses'(source, article, { random }) {
    const words = article.paragraphs[0]?.text ?? '';
    if (!isWhole(words)) return null;
    const start = Math.floor(random() * (words.length / 2));
    const end = start + 4 + Math.floor(random() * (words.length - start - 4));
    const part = words.slice(start, end).replace(/^[，；。、：]|[，；。、：]$/g, '');
    return `《${source.edition.regulation.title}》${locatorText(locatorOf(article))['zh-CN']}规定的“${part}”要求。`;
  },
  'an item with its lead'(source, article, { pick, random }) {
    const paragraph = article.paragraphs.find(({ items }) => items.length > 1);
    if (!paragraph || article.paragraphs.filter(({ items }) => items.length > 0).length > 1) return null;
    const item = pick(paragraph.items);
    if (!isPlain(paragraph.text) || !isPlain(item.text) || item.subitems.length > 0) return null;
    if (!/[：；。]$/.test(paragraph.text) || /\.[a-z]{2}/.test(item.text)) return null;
    const locator = { ...locatorOf(article), ...(random() < 0.5 ? { item: item.number } : {}) };
    const between = random() < 0.5 ? '……' : '';
    return citing(source, locator, `${paragraph.text}${between}（${toChinese(item.number)}）${item.text}`);
  },
  'over two 款'(source, article) {
    const [first, second] = article.paragraphs;
    if (!first || !second || !isWhole(first.text) || !isWhole(second.text) || first.items.length > 0) return null;
    return citing(source, locatorOf(article), first.text + second.text);
  },
  'all items'(source, article) {
    const [only, more] = article.paragraphs;
    if (
      !only ||
      more ||
      only.items.length === 0 ||
      !/：$/.test(only.text) ||
      only.items.some(({ subitems }) => subitems.length > 0)
    )
      return null;
    const words = full(only);
    if (![only.text, ...only.items.map(({ text }) => text)].every(isPlain) || words.length > 600) return null;
    return citing(source, locatorOf(article), words);
  },
};

/** `most` splices, the kinds by turns. */
export function splicesOf(sources: readonly Source[], most: number, draw: Draw): Quoted[] {
  const runs = new Map<Source, string[]>();
  return drawn(SPLICES, most, sources, draw, (kind, splice, source, article) => {
    const made = splice(source, article, draw);
    if (!made || !isPlain(made.words.replace(/（[一二三四五六七八九十百]+）/g, '')) || bare(made.words).length < 10)
      return null;
    if (!runs.has(source)) runs.set(source, runsOf(source));
    const numberless = bare(made.words.replace(/（[一二三四五六七八九十百]+）/g, ''));
    // An item of the same words under another number is a splice by its number alone.
    if (kind !== 'an item exchanged' && runs.get(source)!.some(run => run.includes(numberless))) return null;
    return citing(source, made.locator, made.words);
  });
}

/** `most` true quotations, the kinds by turns. */
export const truthsOf = (sources: readonly Source[], most: number, draw: Draw): Quoted[] =>
  drawn(TRUTHS, most, sources, draw, (_, truth, source, article) => truth(source, article, draw));

function drawn<M>(
  kinds: Readonly<Record<string, M>>,
  most: number,
  sources: readonly Source[],
  { pick }: Draw,
  make: (kind: string, how: M, source: Source, article: ParsedArticle) => string | null,
): Quoted[] {
  const found: Quoted[] = [];
  const names = Object.keys(kinds);
  for (let tries = 0; found.length < most && tries < 400 * most; tries++) {
    const kind = names[found.length % names.length]!;
    const source = pick(sources);
    const sentence = make(kind, kinds[kind]!, source, pick(source.articles));
    if (sentence !== null) found.push({ kind, sentence });
  }
  return found;
}
