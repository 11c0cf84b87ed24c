import type { Span } from '../text/span.js';
import {
  decodeArticles, decodeDivisions, type Article as DecodedArticle, type ClauseRange, type DivisionShape,
} from './edition.js';
import { NearNames } from './near.js';
import { nameKey, shortKeys, withoutPrefix } from './names.js';
import type { EditionRecord, RegulationData, RegulationRecord } from './records.js';

export type { ClauseRange, Item, Paragraph } from './edition.js';

export interface Division {
  readonly kind: DivisionShape['kind'];
  /** 0 for a part without a number (民法典 附则). */
  readonly number: number;
  readonly title: string;
  readonly parent: Division | null;
  /** The first and last article it holds, or null when it holds none. */
  readonly first: Article | null;
  readonly last: Article | null;
  /** True when the source lost the heading after it, so that what follows may belong elsewhere. */
  readonly open: boolean;
}

export interface Article extends DecodedArticle {
  /** The divisions it stands in, outermost first. */
  readonly divisions: readonly Division[];
  /** False when the source has only a part of its words. */
  readonly complete: boolean;
}

/** One dated text of a regulation. Its articles are decoded when first asked for. */
export class Edition {
  readonly date: string;
  readonly effective: string;
  readonly extent: EditionRecord['extent'];
  readonly form: EditionRecord['form'];
  readonly #record: EditionRecord;
  readonly #fingerprints: Uint32Array;
  readonly #firstClause: number;
  #decoded: Decoded | null = null;
  #byClause: ReadonlyMap<number, readonly Article[]> | null = null;

  /** Its clauses are the `record.clauses` of `fingerprints` that begin at `firstClause`. */
  constructor(readonly regulation: Regulation, record: EditionRecord, fingerprints: Uint32Array, firstClause: number) {
    this.date = record.date;
    this.effective = record.effective;
    this.extent = record.extent;
    this.form = record.form;
    this.#record = record;
    this.#fingerprints = fingerprints;
    this.#firstClause = firstClause;
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
    return this.article(number, suffix) === null && inRanges(this.#record.lost, number);
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
    return this.#record.clauses;
  }

  /** The articles in which a clause with this hash stands, in order. */
  articlesWith(hash: number): readonly Article[] {
    return (this.#byClause ??= byClause(this)).get(hash) ?? [];
  }

  /** The hashes of a range of clauses, in order: a view, not to be written to. */
  fingerprints(range: ClauseRange | { readonly clauses: ClauseRange }): Uint32Array {
    const { from, to } = 'clauses' in range ? range.clauses : range;
    return this.#fingerprints.subarray(this.#firstClause + from, this.#firstClause + to);
  }

  get #parts(): Decoded {
    return (this.#decoded ??= decode(this.#record));
  }
}

interface Decoded {
  readonly articles: readonly Article[];
  readonly preamble: Article | null;
  readonly divisions: readonly Division[];
  readonly byNumber: ReadonlyMap<string, Article>;
}

function byClause(edition: Edition): ReadonlyMap<number, readonly Article[]> {
  const found = new Map<number, Article[]>();
  for (const article of edition.articles) {
    for (const hash of edition.fingerprints(article)) {
      const holders = found.get(hash);
      if (!holders) found.set(hash, [article]);
      else if (holders.at(-1) !== article) holders.push(article);
    }
  }
  return found;
}

const keyOf = (number: number, suffix: number): string => `${number}_${suffix}`;

function decode(record: EditionRecord): Decoded {
  const all = decodeArticles(record.articles);
  const preamble = all[0]?.number === 0 ? all.shift()! : null;
  const divisions: Division[] = [];
  const holders: Division[][] = all.map(() => []);
  const articles = all.map((article, i): Article => (
    { ...article, divisions: holders[i]!, complete: !inRanges(record.cut, article.number) }));
  for (const { kind, number, title, parent, from, to, open } of decodeDivisions(record.divisions, all.length)) {
    const division: Division = {
      kind, number, title, open, parent: divisions[parent] ?? null,
      first: from < to ? articles[from]! : null, last: from < to ? articles[to - 1]! : null,
    };
    divisions.push(division);
    for (let i = from; i < to; i++) holders[i]!.push(division);
  }
  const byNumber = new Map<string, Article>();
  for (const article of articles) {
    const key = keyOf(article.number, article.suffix);
    if (!byNumber.has(key)) byNumber.set(key, article);
  }
  return { articles, preamble: preamble && { ...preamble, divisions: [], complete: true }, divisions, byNumber };
}

/** Whether `number` is in a list like `3,7-17,24-`. */
function inRanges(ranges: string | undefined, number: number): boolean {
  return ranges !== undefined && ranges.split(',').some(range => {
    const [from, to] = range.split('-');
    return number >= Number(from) && (to === '' || number <= Number(to ?? from));
  });
}

export class Regulation {
  readonly title: string;
  readonly names: readonly string[];
  readonly kind: string;
  readonly issuer: string;
  /** Since when (ISO date, '' unknown) it is no longer in force, and the title of what repealed it ('' unknown). */
  readonly repealed: { readonly on: string; readonly by: string } | null;
  /** Ascending by date, never empty; editions known by date alone are among them. */
  readonly editions: readonly Edition[];

  /** The clauses of its editions follow one another in `fingerprints` from `firstClause` on. */
  constructor(record: RegulationRecord, fingerprints: Uint32Array, firstClause: number) {
    this.title = record.title;
    this.names = record.names;
    this.kind = record.kind;
    this.issuer = record.issuer;
    this.repealed = record.repealed ?? null;
    let from = firstClause;
    this.editions = record.editions.map(edition => {
      const made = new Edition(this, edition, fingerprints, from);
      from += edition.clauses;
      return made;
    });
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
  readonly regulations: readonly Regulation[];
  readonly #byKey: ReadonlyMap<string, readonly Regulation[]>;
  readonly #endings: ReadonlySet<string>;
  readonly #longest: number;
  #near: NearNames | null = null;

  /** `fingerprints` holds the clauses of every edition, in the order of `data`. Throws an Error when its length differs. */
  constructor(data: RegulationData, fingerprints: Uint32Array) {
    this.asOf = data.asOf;
    let from = 0;
    this.regulations = data.regulations.map(record => {
      const made = new Regulation(record, fingerprints, from);
      for (const { clauses } of record.editions) from += clauses;
      return made;
    });
    if (from !== fingerprints.length) {
      throw new Error(`指纹数目不符：应有 ${from}，实有 ${fingerprints.length} / ${from} fingerprints expected, ${fingerprints.length} found`);
    }
    this.#byKey = keysOf(this.regulations);
    const endings = new Set<string>();
    let longest = 0;
    for (const key of this.#byKey.keys()) {
      endings.add(key.slice(-2));
      longest = Math.max(longest, key.length);
    }
    this.#endings = endings;
    this.#longest = longest;
  }

  /**
   * The regulations a written name may denote: none when it is unknown, several when it is ambiguous. A full title goes
   * before a title without its prefix, and that before a customary name. 《》, white space and widths do not matter, nor
   * does an edition named behind it, （2018年修正）: which edition that is, is the caller's to see.
   */
  find(name: string): readonly Regulation[] {
    const key = nameKey(name);
    const undated = key.replace(/\(\d{4}(?:年)?(?:\d{1,2}月\d{1,2}日)?(?:修[正订改](?:本|版)?|版|本)?\)$/, '');
    for (const candidate of [key, withoutPrefix(key), undated, withoutPrefix(undated)]) {
      const found = this.#byKey.get(candidate);
      if (found) return found;
    }
    return [];
  }

  /** For a name that `find` does not know: the regulations whose title is one character from it. */
  near(name: string): readonly Regulation[] {
    return (this.#near ??= new NearNames(this.regulations)).find(name);
  }

  /**
   * The longest known name whose last character stands just before `end`, or null. At most one look-up
   * for each character of the longest name. Says nothing of what stands before: in 某某仲裁法 it finds 仲裁法.
   */
  longestNameEnding(text: string, end: number): NameMatch | null {
    if (end < 1 || end > text.length || nameKey(text[end - 1]!) === '') return null;
    let key = '';
    let best: NameMatch | null = null;
    for (let start = end - 1; start >= 0 && key.length < this.#longest; start--) {
      const c = text[start]!;
      if (c === '\n' || c === '\r') break;
      const unit = nameKey(c);
      if (unit === '') continue;
      key = unit + key;
      if (key.length === 2 && !this.#endings.has(key)) return null;
      const regulations = key.length < 2 ? undefined : this.#byKey.get(key);
      if (regulations) best = { start, end, regulations };
    }
    return best;
  }
}

/** Every key with the regulations it stands for: the strongest sense of the key only. */
function keysOf(regulations: readonly Regulation[]): ReadonlyMap<string, readonly Regulation[]> {
  const byKey = new Map<string, Regulation[]>();
  const addAll = (keysOfOne: (regulation: Regulation) => readonly string[]): void => {
    const weaker = new Map<string, Regulation[]>();
    for (const regulation of regulations) {
      for (const key of keysOfOne(regulation)) {
        if (byKey.has(key)) continue;
        const same = weaker.get(key);
        if (!same) weaker.set(key, [regulation]);
        else if (!same.includes(regulation)) same.push(regulation);
      }
    }
    for (const [key, same] of weaker) byKey.set(key, same);
  };
  addAll(({ title }) => [nameKey(title)]);
  addAll(({ title }) => shortKeys(nameKey(title)));
  addAll(({ names }) => names.map(nameKey));
  return byKey;
}
