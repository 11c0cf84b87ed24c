import type { Claim } from '../facts/claims.js';
import { folded as alike } from '../syntax/fold.js';
import type { Span } from '../text/span.js';
import { clausesOf } from './clauses.js';
import { areTied } from './cross-references.js';
import { likenessOf } from './likeness.js';
import { placesCited } from './quotation.js';
import type { Article, Edition, Regulation } from './regulation-index.js';
import { termsOf, type Term } from './terms.js';
import type { Denotation } from './verdict.js';

/** What a claim about a provision is against the text of its regulation. */
export interface Topic {
  /** Whether each of the places cited holds a clause of the claim that tells it from other places. */
  readonly isThere: boolean;
  /**
   * Where whole clauses of the claim stand, none of which stands in an article cited; null where there is no such
   * article, or more than one, or the data cannot tell.
   */
  readonly elsewhere: {
    readonly article: Article;
    /** What of the claim stands there: whole clauses, or words that do not stand in an article cited. */
    readonly words: readonly Span[];
    readonly by: 'clauses' | 'terms';
    /** An earlier edition in which they stand under the number cited: the provision was renumbered; null for none. */
    readonly former: Edition | null;
  } | null;
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
  if (isThere || claim.kind === 'quotes') return { isThere, elsewhere: null };
  const cited = articlesCited(denotes);
  if (!cited || clauses.some(({ holders }) => holders.some(article => cited.has(article)))) return NO_TOPIC;
  const strange = clauses.filter(
    ({ length, holders }) => length >= STRANGE.length && holders.length > 0 && holders.length <= STRANGE.holders,
  );
  const found = bestOf(strange);
  if (found) {
    if (isTiedToAny(edition, cited, found)) return NO_TOPIC;
    const held = strange.filter(({ holders }) => holders.includes(found));
    const former = denotes.regulation!.editions.findLast(
      other =>
        isEarlier(other, edition) &&
        held.some(({ hash }) => other.articlesWith(hash).some(article => isNumberedAsOne(article, cited))),
    );
    return {
      isThere: false,
      elsewhere: {
        article: found,
        words: held.map(({ start, end }) => ({ start, end })),
        by: 'clauses',
        former: former ?? null,
      },
    };
  }
  return { isThere: false, elsewhere: byTerms(prose, claim, denotes.regulation!, edition, cited, bounds) };
}

const isTiedToAny = (edition: Edition, cited: ReadonlySet<Article>, found: Article): boolean =>
  [...cited].some(article => areTied(edition, article, found));
const isEarlier = (other: Edition, edition: Edition): boolean => other !== edition && other.since <= edition.since;
const isNumberedAsOne = ({ number, suffix }: Article, cited: ReadonlySet<Article>): boolean =>
  [...cited].some(article => article.number === number && article.suffix === suffix);

/** What the likeness of a claim must be to tell that another provision is meant: measured by `npm run topic-table`. */
export interface Bounds {
  readonly known: number;
  readonly own: number;
  readonly best: number;
  readonly margin: number;
  readonly only: number;
}
export const BOUNDS: Bounds = { known: 3, own: 0.6, best: 0.8, margin: 0.3, only: 2 };

function byTerms(
  prose: string,
  claim: Claim,
  regulation: Regulation,
  edition: Edition,
  cited: ReadonlySet<Article>,
  bounds: Bounds,
): Topic['elsewhere'] {
  const terms = termsOf(alike(prose.slice(claim.start, claim.end)));
  const { known, own, best, article, only } = likenessOf(edition, terms, cited);
  const isStrange =
    known >= bounds.known &&
    own <= bounds.own &&
    best >= bounds.best &&
    best - own > bounds.margin &&
    only.length >= bounds.only;
  if (!article || !isStrange || isTiedToAny(edition, cited, article)) return null;
  const former = regulation.editions.findLast(other => {
    if (!isEarlier(other, edition) || other.extent === 'none') return false;
    const same = new Set(other.articles.filter(it => isNumberedAsOne(it, cited)));
    return same.size > 0 && likenessOf(other, terms, same).own >= best;
  });
  return { article, words: runsOf(prose, claim, new Set(only)), by: 'terms', former: former ?? null };
}

/** Where the terms stand in the claim, those that overlap as one. */
function runsOf(prose: string, claim: Claim, terms: ReadonlySet<Term>): Span[] {
  const runs: { start: number; end: number }[] = [];
  for (let i = claim.start; i + 1 < claim.end; i++) {
    if (!termsOf(alike(prose.slice(i, i + 2))).some(term => terms.has(term))) continue;
    const last = runs.at(-1);
    if (last && last.end >= i) last.end = i + 2;
    else runs.push({ start: i, end: i + 2 });
  }
  return runs;
}

/** The article with the most of the clauses, by length; null when there are none, or two have equally much. */
function bestOf(clauses: readonly { readonly length: number; readonly holders: readonly Article[] }[]): Article | null {
  const scores = new Map<Article, number>();
  for (const { length, holders } of clauses)
    for (const article of holders) scores.set(article, (scores.get(article) ?? 0) + length);
  const [best, second] = [...scores].sort((a, b) => b[1] - a[1]);
  return best && best[1] !== second?.[1] ? best[0] : null;
}

/** Every article cited, all of a range; null when a whole chapter is, or the words of one of them are not known. */
function articlesCited({ edition, locators }: Denotation): ReadonlySet<Article> | null {
  const cited = new Set<Article>();
  let previous: Article | null = null;
  for (const { article, endsRange } of locators) {
    if (!article?.complete) return null;
    if (endsRange && previous) {
      const all = edition!.articles;
      for (const between of all.slice(all.indexOf(previous), all.indexOf(article))) cited.add(between);
    }
    cited.add(article);
    previous = article;
  }
  return cited;
}
