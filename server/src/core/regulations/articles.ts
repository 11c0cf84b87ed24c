import {
  articlesIn,
  decodeDivisions,
  decodeParagraphs,
  type ClauseRange,
  type DivisionShape,
  type PackedArticles,
  type Paragraph,
} from './packed-articles.js';
import type { EditionRecord } from './records.js';

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

/** An article; what is in it is decoded when somebody asks. */
export class Article {
  readonly number: number;
  readonly suffix: number;
  /** All its clauses: those of its paragraphs in order, one right behind the other. */
  readonly clauses: ClauseRange;
  readonly #source: string;
  readonly #parts: EditionParts;
  #paragraphs: readonly Paragraph[] | null = null;

  /** `at` is where it is among the packed ones; `place` counts the articles of the edition from 0, -1 for the words before them. */
  constructor(
    { numbers, suffixes, ends, sources }: PackedArticles,
    at: number,
    readonly place: number,
    parts: EditionParts,
  ) {
    this.number = numbers[at]!;
    this.suffix = suffixes[at]!;
    this.clauses = { from: ends[at - 1] ?? 0, to: ends[at]! };
    this.#source = sources[at]!;
    this.#parts = parts;
  }

  get paragraphs(): readonly Paragraph[] {
    this.#paragraphs ??= decodeParagraphs(this.#source, this.clauses.from);
    return this.#paragraphs;
  }

  /** The divisions it stands in, outermost first. */
  get divisions(): readonly Division[] {
    return this.#parts.divisions.filter(
      ({ first, last }) => first && last && first.place <= this.place && this.place <= last.place,
    );
  }

  /** False when the source has only a part of its words. */
  get complete(): boolean {
    return this.place < 0 || !inRanges(this.#parts.record.cut, this.number);
  }
}

/** The parts of an edition as nodes, each made when somebody asks. */
export class EditionParts {
  readonly preamble: Article | null;
  /** How many articles there are. */
  readonly count: number;
  readonly #packed: PackedArticles;
  readonly #made: (Article | undefined)[];
  #divisions: readonly Division[] | null = null;
  #byNumber: ReadonlyMap<number, number> | null = null;

  constructor(readonly record: EditionRecord) {
    this.#packed = articlesIn(record.articles);
    this.preamble = this.#packed.numbers[0] === 0 ? new Article(this.#packed, 0, -1, this) : null;
    this.count = this.#packed.sources.length - this.#before;
    this.#made = new Array<undefined>(this.count);
  }

  /** How many of the packed ones are no articles. */
  get #before(): number {
    return this.preamble ? 1 : 0;
  }

  /** Where the clauses of each article begin, and where those of the last end. */
  get bounds(): Uint32Array {
    const { ends } = this.#packed;
    if (this.preamble) return ends;
    const bounds = new Uint32Array(ends.length + 1);
    bounds.set(ends, 1);
    return bounds;
  }

  get articles(): readonly Article[] {
    return Array.from(this.#made, (_, place) => this.at(place)!);
  }

  /** The article that is so many behind the first; null where there is none. */
  at(place: number): Article | null {
    if (place < 0 || place >= this.count) return null;
    this.#made[place] ??= new Article(this.#packed, place + this.#before, place, this);
    return this.#made[place];
  }

  get divisions(): readonly Division[] {
    this.#divisions ??= divisionsOf(this);
    return this.#divisions;
  }

  article(number: number, suffix: number): Article | null {
    if (!this.#byNumber) {
      const { numbers, suffixes } = this.#packed;
      const byNumber = new Map<number, number>();
      // The first of two of one number.
      for (let at = numbers.length - 1; at >= this.#before; at--)
        byNumber.set(keyOf(numbers[at]!, suffixes[at]!), at - this.#before);
      this.#byNumber = byNumber;
    }
    return this.at(this.#byNumber.get(keyOf(number, suffix)) ?? -1);
  }

  /** The article in which a clause stands, the words before the first too; null where there is none. */
  holding(clause: number): Article | null {
    const { ends } = this.#packed;
    if (clause < 0) return null;
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ends[middle]! <= clause) low = middle + 1;
      else high = middle;
    }
    return low < this.#before ? this.preamble : this.at(low - this.#before);
  }
}

/** No article has so many inserted behind it. */
const keyOf = (number: number, suffix: number): number => number * 0x10000 + suffix;

function divisionsOf(parts: EditionParts): Division[] {
  const divisions: Division[] = [];
  for (const { kind, number, title, parent, from, to, open } of decodeDivisions(parts.record.divisions, parts.count))
    divisions.push({
      kind,
      number,
      title,
      open,
      parent: divisions[parent] ?? null,
      first: from < to ? parts.at(from) : null,
      last: from < to ? parts.at(to - 1) : null,
    });
  return divisions;
}

/** Whether `number` is in a list like `3,7-17,24-`. */
export function inRanges(ranges: string | undefined, number: number): boolean {
  return (
    ranges?.split(',').some(range => {
      const [from, to] = range.split('-');
      return number >= Number(from) && (to === '' || number <= Number(to ?? from));
    }) ?? false
  );
}
