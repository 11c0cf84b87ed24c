import type { Article, Edition } from './regulation-index.js';
import type { Term } from './terms.js';

/** How near the terms of a claim are to the articles cited, and to the nearest of the others of the edition. */
export interface Likeness {
  /** How many of the terms the edition knows. */
  readonly known: number;
  /** What part of their weight stands in those cited, and in each of `articles`: 0–1. A term of few articles weighs more. */
  readonly own: number;
  readonly best: number;
  /** The nearest of the others; several when they are equally near. */
  readonly articles: readonly Article[];
  /** The terms that stand in the first of `articles` and in none of those cited. */
  readonly only: readonly Term[];
}

/** `cited` are articles of the edition. */
export function likenessOf(edition: Edition, terms: readonly Term[], cited: ReadonlySet<Article>): Likeness {
  const { articleCount, terms: index } = edition;
  const own = new Set([...cited].map(({ place }) => place));
  const weights = new Float64Array(index.articles);
  /** The terms that stand in none of those cited. */
  const others: { readonly term: Term; readonly holders: readonly number[] }[] = [];
  let [known, all, ofOwn] = [0, 0, 0];
  for (const term of terms) {
    const holders = index.articlesWith(term);
    if (holders.length === 0) continue;
    const weight = Math.log(1 + articleCount / holders.length);
    known++;
    all += weight;
    let isOwn = false;
    for (const article of holders) {
      if (own.has(article)) isOwn = true;
      else weights[article]! += weight;
    }
    if (isOwn) ofOwn += weight;
    else others.push({ term, holders });
  }
  let most = 0;
  for (const weight of weights) if (weight > most) most = weight;
  const nearest: number[] = [];
  for (let article = 0; article < weights.length; article++)
    if (weights[article]! > 0 && most - weights[article]! < EQUAL) nearest.push(article);
  return {
    known,
    own: all > 0 ? ofOwn / all : 0,
    best: all > 0 ? most / all : 0,
    articles: nearest.map(article => edition.articleAt(article)!),
    only: others.flatMap(({ term, holders }) => (holders.includes(nearest[0]!) ? [term] : [])),
  };
}

/** Weights of the same terms, added up in another order. */
const EQUAL = 1e-9;
