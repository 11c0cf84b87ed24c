import type { Span } from '../text/span.js';
import { FuzzyNames } from './fuzzy-names.js';
import { isIssuedAs, nameKey, shortKeys, withoutPrefix } from './names.js';
import { RegulationTerms } from './packed-terms.js';
import type { RegulationData } from './records.js';
import { Edition, Regulation } from './regulation.js';

export { Edition, Regulation, type EditionContent } from './regulation.js';
export type { Article, Division } from './articles.js';
export type { ClauseRange, Item, Paragraph } from './packed-articles.js';

/** A known name that stands in a text. */
export interface NameMatch extends Span {
  readonly regulations: readonly Regulation[];
}

/** All regulations, found by name. Immutable. */
export class RegulationIndex {
  /** ISO date for which repeals were worked out. */
  readonly asOf: string;
  /** {@link RegulationData.horizons} */
  readonly horizons: Readonly<Record<string, string>>;
  readonly regulations: readonly Regulation[];
  readonly #byKey: ReadonlyMap<string, readonly Regulation[]>;
  #endings: Endings | null = null;
  #near: FuzzyNames | null = null;

  /**
   * `fingerprints` and `marks` hold the clauses of every edition and `terms` those of every regulation, in the order of `data`;
   * throws an Error when their length differs. Without marks nothing is known of a clause but its words. `regulations` are those
   * of the records, unless others are given.
   */
  constructor(
    data: RegulationData,
    fingerprints: Uint32Array,
    marks: Uint8Array = new Uint8Array(fingerprints.length),
    terms: Uint8Array = new Uint8Array(),
    regulations: readonly Regulation[] = regulationsOf(data, fingerprints, marks, terms),
  ) {
    this.asOf = data.asOf;
    this.horizons = data.horizons ?? {};
    this.regulations = regulations;
    this.#byKey = keysOf(this.regulations);
  }

  /**
   * The regulations a written name may denote: none when it is unknown, several when it is ambiguous. A full title goes
   * before a title without its prefix, and that before a customary name. 《》, white space and widths do not matter, nor
   * does an edition named behind it, （2018年修正）: which edition that is, is the caller's to see.
   */
  find(name: string): readonly Regulation[] {
    const key = nameKey(name);
    const found = this.#known(key);
    if (found) return found;
    const undated = key.replace(
      /\(\d{4}(?:年)?(?:\d{1,2}月\d{1,2}日)?(?:修[正订改](?:本|版)?|版本?|本|公布|发布|通过|文本)?\)$/,
      '',
    );
    return this.#known(undated) ?? [];
  }

  /** Of the key, else of what is left when its prefix is dropped; not those of other issuers than the prefix names. */
  #known(key: string): readonly Regulation[] | null {
    const whole = this.#byKey.get(key);
    if (whole) return whole;
    const bare = this.#byKey.get(withoutPrefix(key));
    return bare?.filter(({ title }) => isIssuedAs(key, nameKey(title))) ?? null;
  }

  /**
   * For a name that `find` does not know: the regulations of that title by another issuer, or one character from it.
   */
  near(name: string): readonly Regulation[] {
    const byOthers = this.#byKey.get(withoutPrefix(nameKey(name)));
    if (byOthers) return byOthers;
    this.#near ??= new FuzzyNames(this.regulations);
    return this.#near.find(name);
  }

  /**
   * The longest known name whose last character stands just before `end`, or null. At most one look-up
   * for each character of the longest name. Says nothing of what stands before: in 某某仲裁法 it finds 仲裁法.
   */
  longestNameEnding(text: string, end: number): NameMatch | null {
    if (end < 1 || end > text.length || nameKey(text[end - 1]!) === '') return null;
    this.#endings ??= endingsOf(this.#byKey.keys());
    const endings = this.#endings;
    let key = '';
    let best: NameMatch | null = null;
    for (let start = end - 1; start >= 0 && key.length < endings.longest; start--) {
      const c = text[start]!;
      if (c === '\n' || c === '\r') break;
      const unit = nameKey(c);
      if (unit === '') continue;
      key = unit + key;
      if (key.length === 2 && !endings.pairs.has(key)) return null;
      const regulations = key.length < 2 ? undefined : this.#byKey.get(key);
      if (regulations) best = { start, end, regulations };
    }
    return best;
  }
}

/** What the keys end in, so that words which end in no name are soon left alone. */
interface Endings {
  readonly pairs: ReadonlySet<string>;
  /** The length of the longest key. */
  readonly longest: number;
}

function endingsOf(keys: Iterable<string>): Endings {
  const pairs = new Set<string>();
  let longest = 0;
  for (const key of keys) {
    pairs.add(key.slice(-2));
    longest = Math.max(longest, key.length);
  }
  return { pairs, longest };
}

function regulationsOf(
  data: RegulationData,
  fingerprints: Uint32Array,
  marks: Uint8Array,
  terms: Uint8Array,
): Regulation[] {
  let from = 0;
  let termsFrom = 0;
  const regulations = data.regulations.map(facts => {
    let firstClause = from;
    for (const { clauses } of facts.editions) from += clauses;
    const firstTerm = termsFrom;
    termsFrom += facts.terms ?? 0;
    return new Regulation(facts, regulation => {
      const packed = terms.subarray(firstTerm, firstTerm + (facts.terms ?? 0));
      const all = new RegulationTerms(packed, () =>
        editions.map(edition => edition.articles.map(article => edition.fingerprints(article))),
      );
      const editions = facts.editions.map((record, i) => {
        const own = { record, fingerprints, marks, firstClause, text: null, terms: () => all.of(i) };
        firstClause += record.clauses;
        return new Edition(regulation, record, () => own);
      });
      return editions;
    });
  });
  if (from !== fingerprints.length || from !== marks.length) {
    throw new Error(
      `指纹数目不符：应有 ${from}，实有 ${fingerprints.length} / ${from} fingerprints expected, ${fingerprints.length} found`,
    );
  }
  if (termsFrom !== terms.length) {
    throw new Error(
      `词语数目不符：应有 ${termsFrom}，实有 ${terms.length} / ${termsFrom} bytes of terms expected, ${terms.length} found`,
    );
  }
  return regulations;
}

/** Every key with the regulations it stands for: the strongest sense of the key only. */
function keysOf(regulations: readonly Regulation[]): ReadonlyMap<string, readonly Regulation[]> {
  const byKey = new Map<string, Regulation[]>();
  const titles = regulations.map(({ title }) => nameKey(title));
  const addAll = (keysOfOne: (regulation: Regulation, place: number) => readonly string[]): void => {
    const weaker = new Map<string, Regulation[]>();
    regulations.forEach((regulation, place) => {
      for (const key of keysOfOne(regulation, place)) {
        if (byKey.has(key)) continue;
        const same = weaker.get(key);
        if (!same) weaker.set(key, [regulation]);
        else if (!same.includes(regulation)) same.push(regulation);
      }
    });
    for (const [key, same] of weaker) byKey.set(key, same);
  };
  addAll((_, place) => [titles[place]!]);
  addAll((_, place) => shortKeys(titles[place]!));
  addAll(({ names }) => names.map(nameKey));
  return byKey;
}
