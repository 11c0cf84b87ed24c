import type { ArticleText } from './edition-text.js';

/**
 * A term: two Chinese characters that stand next to each other, neither of which only joins words (的, 和, 应当 …). Its number
 * is that of the first character times 65,536, plus that of the second.
 */
export type Term = number;

/** Characters that stand in every provision and tell nothing of what it is about. */
const JOINING = new Set(
  '的和或与及等在对由为是有应当不得可以其第一二三四五六七八九十百千条款项者所之上下前后中并且但被把将于按照依据根规定本法例各该此至从向经自',
);
const joins = new Uint8Array(0x10000);
for (let code = 0; code < joins.length; code++)
  joins[code] = code < 0x4e00 || code > 0x9fff || JOINING.has(String.fromCharCode(code)) ? 1 : 0;

/** The terms of a text, each once, in the order of their first place. */
export function termsOf(text: string): Term[] {
  const found = new Set<Term>();
  let before = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const next = joins[code] === 1 ? 0 : code;
    if (before > 0 && next > 0) found.add(before * 0x10000 + next);
    before = next;
  }
  return [...found];
}

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
