import { EditionParts, inRanges, type Article, type Division } from './articles.js';
import { HashPlaces } from './hash-places.js';
import { keysOf } from './names.js';
import type { ClauseRange } from './packed-articles.js';
import type { EditionClauses } from './packed-terms.js';
import type { EditionText } from './edition-text.js';
import type { EditionRecord, RegulationRecord } from './records.js';
import type { TermIndex } from './terms.js';

export type { Article, Division } from './articles.js';
export type { ClauseRange, Item, Paragraph } from './packed-articles.js';

/** What an edition holds. Its clauses are the `record.clauses` of `fingerprints` that begin at `firstClause`. */
export interface EditionContent {
  readonly record: EditionRecord;
  readonly fingerprints: Uint32Array;
  /** A byte of `clauses.ts` for each fingerprint. */
  readonly marks: Uint8Array;
  readonly firstClause: number;
  readonly text: EditionText | null;
  /** Asked for when a claim is first judged by it. */
  readonly terms: () => TermIndex;
}

/** Where a team's own text comes from, which overrides the index. */
export interface OwnSource {
  /** The file, as its reader named it. */
  readonly file: string;
  /** As reports may name it: no path of a machine. */
  readonly name: string;
  /** The edition of the index whose place it took; null where the index has none of that day. */
  readonly replaces: Edition | null;
}

/** One dated text of a regulation. What it holds is asked for, and its articles are decoded, when first needed. */
export class Edition {
  readonly date: string;
  readonly effective: string;
  readonly #load: () => EditionContent;
  #loaded: EditionContent | null = null;
  #decoded: EditionParts | null = null;
  #terms: TermIndex | null = null;
  #places: HashPlaces | null = null;
  #articles: readonly Article[] | null = null;

  /** `own` is null for an edition of the built-in data. */
  constructor(
    readonly regulation: Regulation,
    dates: Pick<EditionRecord, 'date' | 'effective'>,
    load: () => EditionContent,
    readonly own: OwnSource | null = null,
  ) {
    this.date = dates.date;
    this.effective = dates.effective;
    this.#load = load;
  }

  /** The same edition as one of `regulation`, perhaps with other dates. */
  within(regulation: Regulation, dates: Pick<EditionRecord, 'date' | 'effective'> = this): Edition {
    return new Edition(regulation, dates, () => this.#content, this.own);
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
    this.#articles ??= this.#parts.articles;
    return this.#articles;
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
    return this.#parts.at(0);
  }
  get last(): Article | null {
    return this.#parts.at(this.articleCount - 1);
  }

  article(number: number, suffix = 0): Article | null {
    return this.#parts.article(number, suffix);
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
    const { first, last } = division;
    return first && last ? this.articles.slice(first.place, last.place + 1) : [];
  }

  /** How many articles it has. */
  get articleCount(): number {
    return this.#parts.count;
  }

  /** The article that is so many behind the first. */
  articleAt(place: number): Article | null {
    return this.#parts.at(place);
  }

  /** How many clauses it has, the words before the first article included. */
  get clauseCount(): number {
    return this.#content.record.clauses;
  }

  /** The articles in which a clause with this hash stands, in order; the words before the first are none. */
  articlesWith(hash: number): readonly Article[] {
    this.#places ??= new HashPlaces(this.fingerprints({ from: 0, to: this.clauseCount }));
    const found: Article[] = [];
    for (const clause of this.#places.of(hash)) {
      const article = this.holding(clause);
      if (article && article !== found.at(-1) && article.place >= 0) found.push(article);
    }
    return found;
  }

  /** The article in which a clause stands, counted from the first of the edition, or the words before the first article. */
  holding(clause: number): Article | null {
    return this.#parts.holding(clause);
  }

  /** The hashes of a range of clauses, in order: a view, not to be written to. */
  fingerprints(range: ClauseRange | { readonly clauses: ClauseRange }): Uint32Array {
    const { from, to } = 'clauses' in range ? range.clauses : range;
    const { fingerprints, firstClause } = this.#content;
    return fingerprints.subarray(firstClause + from, firstClause + to);
  }

  /** All its clauses, and where those of its articles are: what its terms are counted by. */
  get allClauses(): EditionClauses {
    return { fingerprints: this.fingerprints({ from: 0, to: this.clauseCount }), bounds: this.#parts.bounds };
  }

  /** What else is known of each of a range of clauses, as `clauses.ts` reads it: a view, not to be written to. */
  marks({ from, to }: ClauseRange): Uint8Array {
    const { marks, firstClause } = this.#content;
    return marks.subarray(firstClause + from, firstClause + to);
  }

  /** In which of its `articles` a term stands. */
  get terms(): TermIndex {
    this.#terms ??= this.#content.terms();
    return this.#terms;
  }

  get #content(): EditionContent {
    this.#loaded ??= this.#load();
    return this.#loaded;
  }

  get #parts(): EditionParts {
    this.#decoded ??= new EditionParts(this.#content.record);
    return this.#decoded;
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
  readonly #own: OwnFacts;
  #editions: readonly Edition[] | null = null;
  #ownNames: ReadonlyMap<string, Edition> | null = null;
  #keys: ReadonlySet<string> | null = null;

  /**
   * `editionsOf` makes its editions, in order; it is asked when they are first needed, for a report cites few of many.
   * `own` are the facts that only a team's texts know.
   */
  constructor(
    facts: Omit<RegulationRecord, 'editions'>,
    editionsOf: (regulation: Regulation) => readonly Edition[],
    own: OwnFacts = NO_OWN_FACTS,
  ) {
    this.#own = own;
    this.title = facts.title;
    this.names = facts.names;
    this.kind = facts.kind;
    this.issuer = facts.issuer;
    this.repealed = facts.repealed ?? null;
    this.#editionsOf = editionsOf;
  }

  /** The keys of its names, of whatever strength. */
  get keys(): ReadonlySet<string> {
    this.#keys ??= new Set(keysOf(this).flat());
    return this.#keys;
  }

  /** Ascending by date, never empty; editions known by date alone are among them. */
  get editions(): readonly Edition[] {
    this.#editions ??= this.#editionsOf(this);
    return this.#editions;
  }

  /** By their key, names that only a team's texts give it, each with one of those. */
  get ownNames(): ReadonlyMap<string, Edition> {
    this.#ownNames ??= new Map(
      [...this.#own.names].flatMap(([key, file]) => {
        const edition = this.editions.find(({ own }) => own?.file === file);
        return edition ? [[key, edition]] : [];
      }),
    );
    return this.#ownNames;
  }

  /**
   * The text of a team that says, other than the data, whether it is repealed; null where the data say it, or nobody.
   */
  get ownRepeal(): Edition | null {
    return this.editions.find(({ own }) => own !== null && own.file === this.#own.repeal) ?? null;
  }

  /**
   * The edition in force on an ISO date: of those that apply since that day or before, the latest by date. Null when
   * the regulation was repealed that day or before (or on a day nobody knows), and when no known edition applied yet:
   * then an older edition than the index has may have been in force. An edition without any date counts as the oldest.
   * The answer is only as good as the list of editions: one that the index has never heard of is not considered.
   */
  inForce(on: string): Edition | null {
    if (this.repealed && this.repealed.on <= on) return null;
    return [...this.editions].reverse().find(edition => edition.since <= on) ?? null;
  }
}

/** What a team's texts say of a regulation besides its words, each with the file that says it. */
export interface OwnFacts {
  /** By the key of the name. */
  readonly names: ReadonlyMap<string, string>;
  readonly repeal: string | null;
}
const NO_OWN_FACTS: OwnFacts = { names: new Map(), repeal: null };
