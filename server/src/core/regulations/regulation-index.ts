import type { Span } from '../text/span.js';
import { FuzzyNames } from './fuzzy-names.js';
import { isIssuedAs, nameKey, withoutPrefix } from './names.js';
import { hashedBefore, PackedNames, packNames } from './packed-names.js';
import type { RegulationData } from './records.js';
import { assertWhole, placesOf, regulationOf } from './from-records.js';
import type { Regulation } from './regulation.js';

export { Edition, Regulation, type EditionContent } from './regulation.js';
export type { Article, Division } from './articles.js';
export type { ClauseRange, Item, Paragraph } from './packed-articles.js';

/** A known name that stands in a text. */
export interface NameMatch extends Span {
  readonly regulations: readonly Regulation[];
}

/** What an index is made of. */
export interface Holdings extends Pick<RegulationData, 'asOf' | 'horizons'> {
  readonly count: number;
  /** In the order of the index; asked for once, when a name is not known. */
  readonly titles: () => readonly string[];
  /** Makes one. Each is asked for once, when it is first needed: a report cites few of many. */
  readonly make: (place: number) => Regulation;
  /** As {@link packNames} makes them. */
  readonly names: Uint32Array;
}

/** All regulations, found by name. Immutable. */
export class RegulationIndex {
  /** ISO date for which repeals were worked out. */
  readonly asOf: string;
  /** {@link RegulationData.horizons} */
  readonly horizons: Readonly<Record<string, string>>;
  readonly #holdings: Holdings;
  readonly #names: PackedNames;
  readonly #made: Regulation[] = [];
  #all: readonly Regulation[] | null = null;
  #near: FuzzyNames | null = null;

  constructor(holdings: Holdings) {
    this.asOf = holdings.asOf;
    this.horizons = holdings.horizons ?? {};
    this.#holdings = holdings;
    this.#names = new PackedNames(holdings.names);
  }

  /**
   * Of plain records. `fingerprints` and `marks` hold the clauses of every edition and `terms` those of every regulation, in the
   * order of `data`; throws an Error when their length differs. Without marks nothing is known of a clause but its words.
   */
  static of(
    data: RegulationData,
    fingerprints: Uint32Array,
    marks: Uint8Array = new Uint8Array(fingerprints.length),
    terms: Uint8Array = new Uint8Array(),
  ): RegulationIndex {
    const clauses = { fingerprints, marks, terms };
    const places = placesOf(data.regulations);
    assertWhole(places.at(-1)!, clauses);
    return RegulationIndex.ofRegulations(
      data,
      data.regulations.map((record, i) => regulationOf(record, places[i]!, clauses)),
    );
  }

  /** Of regulations that are made already. */
  static ofRegulations(
    { asOf, horizons }: Pick<RegulationData, 'asOf' | 'horizons'>,
    regulations: readonly Regulation[],
  ): RegulationIndex {
    return new RegulationIndex({
      asOf,
      ...(horizons && { horizons }),
      count: regulations.length,
      titles: () => regulations.map(({ title }) => title),
      make: place => regulations[place]!,
      names: packNames(regulations),
    });
  }

  /** In the order of the index. */
  get regulations(): readonly Regulation[] {
    this.#all ??= Array.from({ length: this.#holdings.count }, (_, place) => this.#at(place));
    return this.#all;
  }

  #at(place: number): Regulation {
    this.#made[place] ??= this.#holdings.make(place);
    return this.#made[place];
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
    const bare = (): readonly Regulation[] | null =>
      this.#named(withoutPrefix(key))?.filter(({ title }) => isIssuedAs(key, nameKey(title))) ?? null;
    return this.#named(key) ?? bare();
  }

  /** Those that have the key, in its strongest sense; null where there are none. */
  #named(key: string, places = this.#names.of(key)): readonly Regulation[] | null {
    const found = Array.from(places ?? [], place => this.#at(place)).filter(it => it.keys.has(key));
    return found.length > 0 ? found : null;
  }

  /**
   * For a name that `find` does not know: the regulations of that title by another issuer, or one character from it.
   */
  near(name: string): readonly Regulation[] {
    const byOthers = this.#named(withoutPrefix(nameKey(name)));
    if (byOthers) return byOthers;
    this.#near ??= new FuzzyNames(this.#holdings.titles());
    return this.#near.find(name).map(place => this.#at(place));
  }

  /**
   * The longest known name whose last character stands just before `end`, or null. At most one look-up
   * for each character of the longest name. Says nothing of what stands before: in 某某仲裁法 it finds 仲裁法.
   */
  longestNameEnding(text: string, end: number): NameMatch | null {
    if (end < 1 || end > text.length || nameKey(text[end - 1]!) === '') return null;
    let key = '';
    let hash: number | undefined;
    let best: NameMatch | null = null;
    for (let start = end - 1; start >= 0 && key.length < this.#names.longest; start--) {
      const c = text[start]!;
      if (c === '\n' || c === '\r') break;
      const unit = nameKey(c);
      if (unit === '') continue;
      key = unit + key;
      hash = hashedBefore(unit.charCodeAt(0), hash);
      if (key.length < 2) continue;
      const places = this.#names.at(hash);
      if (!places && key.length === 2) return null;
      const regulations = places && this.#named(key, places);
      if (regulations) best = { start, end, regulations };
    }
    return best;
  }
}
