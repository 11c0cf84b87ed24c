import type { Span } from '../text/span.js';
import { byClause, decode, inRanges, keyOf, type Article, type Decoded, type Division } from './decoded.js';
import type { ClauseRange } from './edition.js';
import type { EditionText } from './edition-text.js';
import { NearNames } from './near.js';
import { isIssuedAs, nameKey, shortKeys, withoutPrefix } from './names.js';
import type { EditionRecord, RegulationData, RegulationRecord } from './records.js';

export type { Article, Division } from './decoded.js';
export type { ClauseRange, Item, Paragraph } from './edition.js';

/** What an edition holds. Its clauses are the `record.clauses` of `fingerprints` that begin at `firstClause`. */
export interface EditionContent {
  readonly record: EditionRecord;
  readonly fingerprints: Uint32Array;
  /** A byte of `clauses.ts` for each fingerprint. */
  readonly marks: Uint8Array;
  readonly firstClause: number;
  readonly text: EditionText | null;
}

/** One dated text of a regulation. What it holds is asked for, and its articles are decoded, when first needed. */
export class Edition {
  readonly date: string;
  readonly effective: string;
  readonly #load: () => EditionContent;
  #loaded: EditionContent | null = null;
  #decoded: Decoded | null = null;
  #byClause: ReadonlyMap<number, readonly Article[]> | null = null;

  /** `file` is where a team keeps its text; null for an edition of the built-in data. */
  constructor(
    readonly regulation: Regulation,
    dates: Pick<EditionRecord, 'date' | 'effective'>,
    load: () => EditionContent,
    readonly file: string | null = null,
  ) {
    this.date = dates.date;
    this.effective = dates.effective;
    this.#load = load;
  }

  /** The same edition as one of `regulation`, perhaps with other dates. */
  within(regulation: Regulation, dates: Pick<EditionRecord, 'date' | 'effective'> = this): Edition {
    return new Edition(regulation, dates, () => this.#content, this.file);
  }

  get extent(): EditionRecord['extent'] {
    return this.#content.record.extent;
  }

  get form(): EditionRecord['form'] {
    return this.#content.record.form;
  }

  /** Its words, where a team has them; null for an edition of the built-in data. */
  get text(): EditionText | null {
    return this.#content.text;
  }

  /** ISO date from which it applies: `effective`, else `date`; '' when neither is known. */
  get since(): string {
    return this.effective || this.date;
  }

  /** In order of appearance; the points of a text numbered 一、二、. The words before the first are not among them. */
  get articles(): readonly Article[] {
    return this.#parts.articles;
  }

  /** The words before the first article (序言, 总纲, all of an unnumbered text) as an article numbered 0, or null. */
  get preamble(): Article | null {
    return this.#parts.preamble;
  }

  get divisions(): readonly Division[] {
    return this.#parts.divisions;
  }

  /** The first and the last article here; null when there are none. A lost article may lie beyond them. */
  get first(): Article | null {
    return this.articles[0] ?? null;
  }
  get last(): Article | null {
    return this.articles.at(-1) ?? null;
  }

  article(number: number, suffix = 0): Article | null {
    return this.#parts.byNumber.get(keyOf(number, suffix)) ?? null;
  }

  /** Whether the law has, or may have, an article that this data lacks. Always true when there is no text at all. */
  isLost(number: number, suffix = 0): boolean {
    if (this.extent === 'none') return true;
    return this.article(number, suffix) === null && inRanges(this.#content.record.lost, number);
  }

  /**
   * Whether there is, or may be, a division of that number whose heading this data lacks: between two known ones whose
   * numbers skip it, or after the last of a text whose end is lost. Always true when there is no text at all.
   */
  isLostDivision(kind: Division['kind'], number: number): boolean {
    if (this.extent === 'none') return true;
    return this.divisions.some(division => {
      if (!division.open || division.kind !== kind || number <= division.number) return false;
      const siblings = this.divisions.filter(other => other.kind === kind && other.parent === division.parent);
      const next = siblings[siblings.indexOf(division) + 1];
      return next === undefined || number < next.number;
    });
  }

  /** The articles the division holds, those of the divisions inside it included. */
  articlesOf(division: Division): readonly Article[] {
    return this.articles.filter(article => article.divisions.includes(division));
  }

  /** How many clauses it has, the words before the first article included. */
  get clauseCount(): number {
    return this.#content.record.clauses;
  }

  /** The articles in which a clause with this hash stands, in order. */
  articlesWith(hash: number): readonly Article[] {
    return (this.#byClause ??= byClause(this)).get(hash) ?? [];
  }

  /** The hashes of a range of clauses, in order: a view, not to be written to. */
  fingerprints(range: ClauseRange | { readonly clauses: ClauseRange }): Uint32Array {
    const { from, to } = 'clauses' in range ? range.clauses : range;
    const { fingerprints, firstClause } = this.#content;
    return fingerprints.subarray(firstClause + from, firstClause + to);
  }

  /** What else is known of each of a range of clauses, as `clauses.ts` reads it: a view, not to be written to. */
  marks({ from, to }: ClauseRange): Uint8Array {
    const { marks, firstClause } = this.#content;
    return marks.subarray(firstClause + from, firstClause + to);
  }

  get #content(): EditionContent {
    return (this.#loaded ??= this.#load());
  }

  get #parts(): Decoded {
    return (this.#decoded ??= decode(this.#content.record));
  }
}

export class Regulation {
  readonly title: string;
  readonly names: readonly string[];
  readonly kind: string;
  readonly issuer: string;
  /** Since when (ISO date, '' unknown) it is no longer in force, and the title of what repealed it ('' unknown). */
  readonly repealed: { readonly on: string; readonly by: string } | null;
  readonly #editionsOf: (regulation: Regulation) => readonly Edition[];
  #editions: readonly Edition[] | null = null;

  /** `editionsOf` makes its editions, in order; it is asked when they are first needed, for a report cites few of many. */
  constructor(facts: Omit<RegulationRecord, 'editions'>, editionsOf: (regulation: Regulation) => readonly Edition[]) {
    this.title = facts.title;
    this.names = facts.names;
    this.kind = facts.kind;
    this.issuer = facts.issuer;
    this.repealed = facts.repealed ?? null;
    this.#editionsOf = editionsOf;
  }

  /** Ascending by date, never empty; editions known by date alone are among them. */
  get editions(): readonly Edition[] {
    return (this.#editions ??= this.#editionsOf(this));
  }

  /**
   * The edition in force on an ISO date: of those that apply since that day or before, the latest by date. Null when the
   * regulation was repealed that day or before (or on a day nobody knows), and when no known edition applied yet:
   * then an older edition than the index has may have been in force. An edition without any date counts as the oldest.
   * The answer is only as good as the list of editions: one that the index has never heard of is not considered.
   */
  inForce(on: string): Edition | null {
    if (this.repealed && this.repealed.on <= on) return null;
    return [...this.editions].reverse().find(edition => edition.since <= on) ?? null;
  }
}

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
  #near: NearNames | null = null;

  /**
   * `fingerprints` and `marks` hold the clauses of every edition, in the order of `data`; throws an Error when their length
   * differs. Without marks nothing is known of a clause but its words. `regulations` are those of the records, unless others are given.
   */
  constructor(
    data: RegulationData,
    fingerprints: Uint32Array,
    marks: Uint8Array = new Uint8Array(fingerprints.length),
    regulations: readonly Regulation[] = regulationsOf(data, fingerprints, marks),
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
    const undated = key.replace(/\(\d{4}(?:年)?(?:\d{1,2}月\d{1,2}日)?(?:修[正订改](?:本|版)?|版|本)?\)$/, '');
    return this.#known(undated) ?? [];
  }

  /** Of the key, else of what is left when its prefix is dropped; not those of other issuers than the prefix names. */
  #known(key: string): readonly Regulation[] | null {
    const whole = this.#byKey.get(key);
    if (whole) return whole;
    const bare = this.#byKey.get(withoutPrefix(key));
    return bare?.filter(({ title }) => isIssuedAs(key, nameKey(title))) ?? null;
  }

  /** For a name that `find` does not know: the regulations of that title by another issuer, or one character from it. */
  near(name: string): readonly Regulation[] {
    const byOthers = this.#byKey.get(withoutPrefix(nameKey(name)));
    if (byOthers) return byOthers;
    return (this.#near ??= new NearNames(this.regulations)).find(name);
  }

  /**
   * The longest known name whose last character stands just before `end`, or null. At most one look-up
   * for each character of the longest name. Says nothing of what stands before: in 某某仲裁法 it finds 仲裁法.
   */
  longestNameEnding(text: string, end: number): NameMatch | null {
    if (end < 1 || end > text.length || nameKey(text[end - 1]!) === '') return null;
    const endings = (this.#endings ??= endingsOf(this.#byKey.keys()));
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

function regulationsOf(data: RegulationData, fingerprints: Uint32Array, marks: Uint8Array): Regulation[] {
  let from = 0;
  const regulations = data.regulations.map(facts => {
    let firstClause = from;
    for (const { clauses } of facts.editions) from += clauses;
    return new Regulation(facts, regulation =>
      facts.editions.map(record => {
        const own = { record, fingerprints, marks, firstClause, text: null };
        firstClause += record.clauses;
        return new Edition(regulation, record, () => own);
      }),
    );
  });
  if (from !== fingerprints.length || from !== marks.length) {
    throw new Error(
      `指纹数目不符：应有 ${from}，实有 ${fingerprints.length} / ${from} fingerprints expected, ${fingerprints.length} found`,
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
