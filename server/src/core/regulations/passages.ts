import { align, isWhole, placeOf, type Sought, type Wanted } from './alignment.js';
import { lengthOf } from './clauses.js';
import type { Article, ClauseRange, Edition, RegulationIndex } from './regulation-index.js';

/** A place in an edition, as precise as the clauses that led there allow. */
export interface Passage {
  readonly edition: Edition;
  readonly article: Article;
  /** Its 款 and 项, counted and numbered from 1, when all that was found stands in one; else null. */
  readonly paragraph: number | null;
  readonly item: number | null;
}

/**
 * Beyond this many comparisons the order is followed greedily: a quotation of 3,000 characters must not cost a second.
 */
const MOST_COMPARISONS = 200_000;

/**
 * Which of `wanted` stand among the fingerprints `clauses`, in that order: the longest common subsequence of the two.
 */
export function standing(clauses: Uint32Array, wanted: readonly Wanted[]): boolean[] {
  let at = 0;
  const greedy = wanted.map(({ hash }) => {
    const found = clauses.indexOf(hash, at);
    if (found >= 0) at = found + 1;
    return found >= 0;
  });
  if (greedy.every(Boolean) || clauses.length * wanted.length > MOST_COMPARISONS) return greedy;
  // longest[i][j]: how many of wanted[i…] stand in clauses[j…].
  const width = clauses.length + 1;
  const longest = new Uint16Array((wanted.length + 1) * width);
  for (let i = wanted.length - 1; i >= 0; i--) {
    for (let j = clauses.length - 1; j >= 0; j--) {
      longest[i * width + j] =
        wanted[i]!.hash === clauses[j]
          ? longest[(i + 1) * width + j + 1]! + 1
          : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!);
    }
  }
  const stands = wanted.map(() => false);
  for (let i = 0, j = 0; i < wanted.length && j < clauses.length; ) {
    if (wanted[i]!.hash === clauses[j]) {
      stands[i++] = true;
      j++;
    } else if (longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!) i++;
    else j++;
  }
  return stands;
}

/** A clause this short, or in this many articles, tells no article from another: 应当, 依照前款规定处罚. */
const TELLING_LENGTH = 7;

export interface Match extends Passage {
  /** The part of `wanted`, by length, that stands there in order: 0–1. */
  readonly share: number;
  /** The length of the longest clause of it that stands nowhere else; 0 when none is telling. */
  readonly telling: number;
}

/**
 * The article of the edition with the most of `wanted`, and the place inside it; null when nothing telling stands
 * anywhere, or two articles have equally much. `isCommon` says of a clause that it stands in several places of where
 * the words come from: it then tells nothing of where they went.
 */
export function bestMatch(
  edition: Edition,
  wanted: readonly Wanted[],
  isCommon: (hash: number) => boolean = () => false,
): Match | null {
  const scores = new Map<Article, number>();
  for (const { hash, length } of wanted) {
    const holders = edition.articlesWith(hash);
    for (const article of holders) scores.set(article, (scores.get(article) ?? 0) + length / holders.length);
  }
  const [best, second] = [...scores].sort((a, b) => b[1] - a[1]);
  if (!best || (second && second[1] === best[1])) return null;
  const [article] = best;
  const stands = standing(edition.fingerprints(article), wanted);
  const telling = wanted.reduce((longest, { hash, length }, i) => {
    const isTelling =
      stands[i] && length >= TELLING_LENGTH && !isCommon(hash) && edition.articlesWith(hash).length === 1;
    return isTelling ? Math.max(longest, length) : longest;
  }, 0);
  const total = wanted.reduce((sum, w) => sum + w.length, 0);
  const share = wanted.reduce((sum, w, i) => sum + (stands[i] ? w.length : 0), 0) / total;
  if (telling === 0 && share < MOSTLY) return null;
  const found = wanted.filter((_, i) => stands[i]);
  return { edition, article, share, telling, ...narrowest(edition, article, found) };
}

/** With this share of its words in one place a provision is said to stand there. */
export const MOSTLY = 0.5;
/**
 * With this share a part of it is, if a clause that stands once in either text is among what was found: in another edition
 * of the regulation, and in another regulation, which shares more phrases with it than its own. Claims read, by bands of the
 * share: from 0.1 two of 24 were wrong, from 0.15 one of 20, in another regulation; from 0.2 none of 24.
 */
const PARTLY = { ofItself: 0.15, ofAnother: 0.2 };
/** With a clause of this length, the lead of a long list, in another edition of the regulation less will do. */
const LONG = { clause: 16, share: 0.1 };

/** Every article in which all of `sought` stand as they are quoted, with the place inside it. */
export function articlesWithAll(edition: Edition, sought: readonly Sought[]): Passage[] {
  const [first] = sought;
  if (!first) return [];
  const holders = edition.articlesWith(first.hash);
  const found = holders.length > MOST_HOLDERS ? [] : holders;
  return found.flatMap(article => {
    const alignment = align(edition, [article.clauses], sought);
    return isWhole(alignment) ? [{ edition, ...placeOf(edition, alignment.at)! }] : [];
  });
}

/** Words that so many articles hold are nobody's. */
const MOST_HOLDERS = 200;

/**
 * Where the words of a range of one edition stand in another: the place the provision went, or a part of it, as the
 * share tells. Null when too little of it is left to say.
 */
export function whereabouts(from: Edition, range: ClauseRange, to: Edition): Match | null {
  const marks = from.marks(range);
  const wanted = Array.from(from.fingerprints(range), (hash, i) => ({
    hash,
    length: Math.max(1, lengthOf(marks[i]!)),
  }));
  const match = bestMatch(to, wanted, hash => from.articlesWith(hash).length > 1);
  if (!match) return null;
  const isOwn = from.regulation === to.regulation;
  const own = match.telling >= LONG.clause ? LONG.share : PARTLY.ofItself;
  return match.share >= (isOwn ? own : PARTLY.ofAnother) ? match : null;
}

/**
 * Every article of an edition in force on the ISO date `on` in which all of `sought` stand as they are quoted. Looks
 * through the whole index: for one question at a time, not for every quotation of a text.
 */
export function passagesInForce(index: RegulationIndex, on: string, sought: readonly Sought[]): Passage[] {
  return index.regulations.flatMap(regulation => {
    const edition = regulation.inForce(on);
    // The fingerprints alone tell of nearly every edition that it is not the one: its articles are not decoded.
    const clauses = edition?.fingerprints({ from: 0, to: edition.clauseCount });
    return clauses && sought.every(({ hash }) => clauses.includes(hash)) ? articlesWithAll(edition!, sought) : [];
  });
}

/** Whether all of `wanted` stand among `clauses` in that order. */
function holdsAll(clauses: Uint32Array, wanted: readonly Wanted[]): boolean {
  let at = 0;
  return wanted.every(({ hash }) => {
    at = clauses.indexOf(hash, at) + 1;
    return at > 0;
  });
}

/** The 款 and 项 that hold all of `wanted`, where one does. */
function narrowest(
  edition: Edition,
  article: Article,
  wanted: readonly Wanted[],
): { paragraph: number | null; item: number | null } {
  const holds = (range: ClauseRange): boolean => holdsAll(edition.fingerprints(range), wanted);
  const paragraph = article.paragraphs.findIndex(({ clauses }) => holds(clauses));
  if (paragraph < 0) return { paragraph: null, item: null };
  const item = article.paragraphs[paragraph]!.items.find(({ clauses }) => holds(clauses));
  return { paragraph: paragraph + 1, item: item?.number ?? null };
}
