import { memoize } from '../memoize.js';
import { nameKey } from './names.js';
import type { Article, Edition } from './regulation.js';
import type { Denotation } from './verdict.js';

/** A text of a team that verdicts rest on, and not on the data. */
export interface OwnText {
  /** As reports may name it: the folder as the settings call it, and the file. */
  readonly file: string;
  readonly title: string;
  /** ISO date of the edition. */
  readonly date: string;
  /**
   * How it stands to the data. `new`: they have no text of that name and day; `same`: they say the same; `differs`: the
   * data's edition of that name and day says something else, in so many articles.
   */
  readonly data: 'new' | 'same' | 'differs';
  readonly differing: number;
}

/** What of a coverage rests on texts that a team laid over the data. */
export interface OwnCoverage {
  /** Citations judged by them, and those of these that were verified. */
  readonly citations: number;
  readonly verified: number;
  /** Those texts, in the order of their names. */
  readonly texts: readonly OwnText[];
}

export const NOTHING_OWN: OwnCoverage = { citations: 0, verified: 0, texts: [] };

/** A citation, as far as it matters whose text it was judged by. */
export interface Judged {
  readonly name: string;
  readonly denotes: Denotation;
}

/** Several coverages as one. */
export function ownTogether(all: readonly OwnCoverage[]): OwnCoverage {
  const texts = new Map(all.flatMap(one => one.texts.map(text => [`${text.file} ${text.title} ${text.date}`, text])));
  return {
    citations: all.reduce((sum, one) => sum + one.citations, 0),
    verified: all.reduce((sum, one) => sum + one.verified, 0),
    texts: inOrder([...texts.values()]),
  };
}

const inOrder = (texts: OwnText[]): OwnText[] => texts.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));

export function ownCoverage(citations: readonly Judged[]): OwnCoverage {
  const editions = new Set<Edition>();
  let [judged, verified] = [0, 0];
  for (const citation of citations) {
    const own = ownEditions(citation);
    if (own.length === 0) continue;
    judged++;
    if (citation.denotes.verdict === 'verified') verified++;
    for (const edition of own) editions.add(edition);
  }
  return judged === 0 ? NOTHING_OWN : { citations: judged, verified, texts: inOrder([...editions].map(textOf)) };
}

/** The texts of a team that a citation was judged by: for its words, for its name, or for its being in force. */
export function ownEditions({ name, denotes: { regulation, edition, origin, verdict } }: Judged): Edition[] {
  if (!regulation || verdict === 'unverifiable') return [];
  const key = nameKey(name);
  const found = [edition, origin?.edition, regulation.ownNames.get(key), regulation.ownRepeal].filter(
    (one): one is Edition => one?.own != null,
  );
  return [...new Set(found)];
}

function textOf(edition: Edition): OwnText {
  const { own, regulation, date } = edition;
  const differing = differingArticles(edition);
  const data = differing === null ? 'new' : differing === 0 ? 'same' : 'differs';
  return { file: own!.name, title: regulation.title, date, data, differing: differing ?? 0 };
}

/**
 * In how many articles a team's edition differs from that of the data whose place it took; null where there is none
 * with a text.
 */
const differingArticles = memoize((edition: Edition): number | null => {
  const base = edition.own?.replaces;
  if (!base || base.extent === 'none') return null;
  const theirs = new Map(base.articles.map(article => [numberOf(article), article]));
  const ours = new Map(edition.articles.map(article => [numberOf(article), article]));
  let count = 0;
  for (const [number, article] of ours) {
    const other = theirs.get(number);
    // What the data lost nobody can compare.
    if (other ? !isSame(edition, article, base, other) : !base.isLost(article.number, article.suffix)) count++;
  }
  for (const [number, { number: n, suffix }] of theirs) if (!ours.has(number) && !edition.isLost(n, suffix)) count++;
  return count;
});

const numberOf = ({ number, suffix }: Article): string => `${number}-${suffix}`;

function isSame(edition: Edition, article: Article, base: Edition, other: Article): boolean {
  const [a, b] = [edition.fingerprints(article), base.fingerprints(other)];
  const form = ({ paragraphs }: Article): string => paragraphs.map(({ items }) => items.length).join();
  return a.length === b.length && a.every((hash, i) => hash === b[i]) && form(article) === form(other);
}
