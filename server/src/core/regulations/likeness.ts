import type { Article, Edition } from './regulation-index.js';
import type { Term } from './terms.js';

/** How near the terms of a claim are to the articles cited, and to the nearest of the others of the edition. */
export interface Likeness {
  /** How many of the terms the edition knows. */
  readonly known: number;
  /** What part of their weight stands in the articles cited, and in `article`: 0–1. A term of few articles weighs more. */
  readonly own: number;
  readonly best: number;
  /** The nearest of the others; null when none of the terms stands in another, or two are equally near. */
  readonly article: Article | null;
  /** The terms that stand in `article` and in none of those cited. */
  readonly only: readonly Term[];
}

/** `cited` are articles of the edition. */
export function likenessOf(edition: Edition, terms: readonly Term[], cited: ReadonlySet<Article>): Likeness {
  const { articles, terms: index } = edition;
  const own = new Set(articles.flatMap((article, i) => (cited.has(article) ? [i] : [])));
  const weights = new Map<number, number>();
  let [known, all, ofOwn] = [0, 0, 0];
  for (const term of terms) {
    const holders = index.articlesWith(term);
    if (holders.length === 0) continue;
    const weight = Math.log(1 + articles.length / holders.length);
    known++;
    all += weight;
    let isOwn = false;
    for (const article of holders) {
      if (own.has(article)) isOwn = true;
      else weights.set(article, (weights.get(article) ?? 0) + weight);
    }
    if (isOwn) ofOwn += weight;
  }
  let [best, most, second] = [-1, 0, 0];
  for (const [article, weight] of weights) {
    if (weight > most) [best, most, second] = [article, weight, most];
    else if (weight > second) second = weight;
  }
  const isClear = most > second;
  return {
    known,
    own: all > 0 ? ofOwn / all : 0,
    best: all > 0 ? most / all : 0,
    article: isClear ? articles[best]! : null,
    only: isClear
      ? terms.filter(term => {
          const holders = index.articlesWith(term);
          return holders.includes(best) && !holders.some(article => own.has(article));
        })
      : [],
  };
}
