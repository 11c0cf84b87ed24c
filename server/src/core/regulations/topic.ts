import type { Claim } from '../facts/claims.js';
import { folded as alike } from '../syntax/fold.js';
import type { Span } from '../text/span.js';
import { clausesOf } from './clauses.js';
import { areTied } from './cross-references.js';
import { likenessOf, type Likeness } from './likeness.js';
import { placesCited } from './quotation.js';
import type { Article, Edition } from './regulation-index.js';
import { placedTermsOf, termsOf, type Term } from './terms.js';
import type { Denotation } from './verdict.js';

/** What a claim about a provision is against the text of its regulation. */
export interface Topic {
  /** Whether each of the places cited holds a clause of the claim that tells it from other places. */
  readonly isThere: boolean;
  /** What seems to be meant instead of the articles cited; null where nothing does, or the data cannot tell. */
  readonly elsewhere: Elsewhere | null;
}

export interface Elsewhere {
  /** The article that is nearer; two where they are equally near. */
  readonly articles: readonly Article[];
  /** How that shows: whole clauses stand there, none of which stands in an article cited; or the terms do. */
  readonly by: 'clauses' | 'terms';
  /** What of the claim stands there and not in an article cited. */
  readonly words: readonly Span[];
  /** An earlier edition in which it stands under the number cited: the provision was renumbered; null for none. */
  readonly former: Edition | null;
}

export const NO_TOPIC: Topic = { isThere: false, elsewhere: null };

/** A clause this long, in so few articles, tells what a provision is about. */
const TELLING = { length: 7, holders: 3 };
/** A clause this long, in so few articles, and in none of those cited, tells that another provision is meant. */
const STRANGE = { length: 10, holders: 2 };

/** Compares a claim, clause by clause, with the places cited and with the rest of the regulation. `prose` is the text. */
export function judgeClaim(prose: string, claim: Claim, denotes: Denotation, bounds: Bounds = BOUNDS): Topic {
  const { edition, verdict, locators } = denotes;
  if (verdict !== 'verified' || !edition || edition.extent === 'none' || locators.length === 0) return NO_TOPIC;
  const clauses = clausesOf(prose.slice(claim.start, claim.end)).map(({ start, end, hash }) => ({
    start: claim.start + start,
    end: claim.start + end,
    hash,
    length: end - start,
    holders: edition.articlesWith(hash),
  }));
  const least = claim.kind === 'quotes' ? 1 : TELLING.length;
  const telling = clauses.filter(({ length, holders }) => length >= least && holders.length <= TELLING.holders);
  const isThere = placesCited(denotes).every(ranges =>
    ranges.some(range => {
      const own = edition.fingerprints(range);
      return telling.some(({ hash }) => own.includes(hash));
    }),
  );
  const cited = articlesCited(denotes);
  if (isThere || !cited) return { isThere, elsewhere: null };
  const terms = termsOf(
    partsOf(claim)
      .map(({ start, end }) => alike(prose.slice(start, end)))
      .join('，'),
  );
  const likeness = likenessOf(edition, terms, cited);
  if (likeness.own > bounds.own) return NO_TOPIC;
  const strange = clauses.filter(
    ({ length, holders }) => length >= STRANGE.length && holders.length > 0 && holders.length <= STRANGE.holders,
  );
  const { articles: near, words, by } = byClauses(strange) ?? byTerms(prose, claim, likeness, bounds) ?? NOWHERE;
  const articles = near.filter(article => ![...cited].some(one => areTied(edition, one, article)));
  if (articles.length === 0) return NO_TOPIC;
  const former = denotes.regulation!.editions.findLast(other => {
    if (other === edition || other.since > edition.since || other.extent === 'none') return false;
    const same = new Set([...cited].flatMap(({ number, suffix }) => other.article(number, suffix) ?? []));
    return by === 'clauses'
      ? strange.some(({ hash }) => other.articlesWith(hash).some(article => same.has(article)))
      : same.size > 0 && likenessOf(other, terms, same).own >= likeness.best;
  });
  return { isThere: false, elsewhere: { articles, by, words, former: former ?? null } };
}

/** What the likeness of a claim must be to tell that another provision is meant: `npm run topic-table` measures it. */
export interface Bounds {
  /** So many of its terms the edition knows, at least. */
  readonly known: number;
  /** The articles cited hold no more of their weight. */
  readonly own: number;
  /** So many terms stand in the nearest article and in none of those cited, at least. */
  readonly only: number;
  /** No more articles than this are equally near. */
  readonly articles: number;
  /** The nearest holds so much of the weight, at least, and more than those cited by the margin. */
  readonly nearest: Readonly<Record<Claim['kind'], Nearest>>;
}
export interface Nearest {
  readonly best: number;
  readonly margin: number;
}
const STATED: Nearest = { best: 0.5, margin: 0.3 };
export const BOUNDS: Bounds = {
  known: 3,
  own: 0.7,
  only: 2,
  articles: 2,
  // What stands behind 依照…第三条， is often the writer's own.
  nearest: { quotes: STATED, about: STATED, says: STATED, under: { best: 0.8, margin: 0.6 } },
};

type Found = Pick<Elsewhere, 'articles' | 'words' | 'by'>;
const NOWHERE: Found = { articles: [], words: [], by: 'terms' };

interface StrangeClause extends Span {
  readonly length: number;
  readonly holders: readonly Article[];
}

/** The article with the most of the clauses, by length; null when there are none, or two have equally much. */
function byClauses(clauses: readonly StrangeClause[]): Found | null {
  const scores = new Map<Article, number>();
  for (const { length, holders } of clauses)
    for (const article of holders) scores.set(article, (scores.get(article) ?? 0) + length);
  const [best, second] = [...scores].sort((a, b) => b[1] - a[1]);
  if (!best || best[1] === second?.[1]) return null;
  const words = clauses.filter(({ holders }) => holders.includes(best[0])).map(({ start, end }) => ({ start, end }));
  return { articles: [best[0]], words, by: 'clauses' };
}

function byTerms(prose: string, claim: Claim, likeness: Likeness, bounds: Bounds): Found | null {
  const { known, own, best, articles, only } = likeness;
  const nearest = bounds.nearest[claim.kind];
  const isFound =
    known >= bounds.known &&
    best >= nearest.best &&
    best - own > nearest.margin &&
    only.length >= bounds.only &&
    articles.length <= bounds.articles;
  return isFound ? { articles, words: runsOf(prose, claim, new Set(only)), by: 'terms' } : null;
}

/** The stretches of the text whose terms are the claim's. */
const partsOf = (claim: Claim): readonly Span[] => (claim.front ? [claim.front, claim] : [claim]);

/** Where the terms stand in the claim, those that overlap as one. */
const runsOf = (prose: string, claim: Claim, terms: ReadonlySet<Term>): Span[] =>
  partsOf(claim).flatMap(({ start: from, end: to }) => {
    const runs: { start: number; end: number }[] = [];
    const placed = placedTermsOf(alike(prose.slice(from, to))).filter(({ term }) => terms.has(term));
    for (const { start, end } of placed.sort((a, b) => a.start - b.start)) {
      const last = runs.at(-1);
      if (last && last.end > from + start) last.end = Math.max(last.end, from + end);
      else runs.push({ start: from + start, end: from + end });
    }
    return runs;
  });

/** Every article cited, all of a range; null when a whole chapter is, or the words of one of them are not known. */
function articlesCited({ edition, locators }: Denotation): ReadonlySet<Article> | null {
  const cited = new Set<Article>();
  let previous: Article | null = null;
  for (const { article, endsRange } of locators) {
    if (!article?.complete) return null;
    if (endsRange && previous)
      for (const between of edition!.articles.slice(previous.place, article.place)) cited.add(between);
    cited.add(article);
    previous = article;
  }
  return cited;
}
