import type { Claim } from '../facts/claims.js';
import type { Span } from '../text/span.js';
import { clausesOf } from './clauses.js';
import { areTied } from './cross-references.js';
import { placesCited } from './quotation.js';
import type { Article, Edition } from './regulation-index.js';
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
    /** The clauses found there. */
    readonly clauses: readonly Span[];
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
export function judgeClaim(prose: string, claim: Claim, denotes: Denotation): Topic {
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
  if (!found || [...cited].some(article => areTied(edition, article, found))) return NO_TOPIC;
  const held = strange.filter(({ holders }) => holders.includes(found));
  const former = denotes.regulation!.editions.findLast(
    other =>
      other !== edition &&
      other.since <= edition.since &&
      held.some(({ hash }) =>
        other
          .articlesWith(hash)
          .some(({ number, suffix }) =>
            [...cited].some(article => article.number === number && article.suffix === suffix),
          ),
      ),
  );
  return {
    isThere: false,
    elsewhere: { article: found, clauses: held.map(({ start, end }) => ({ start, end })), former: former ?? null },
  };
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
