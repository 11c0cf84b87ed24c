import {
  decodeArticles,
  decodeDivisions,
  type Article as DecodedArticle,
  type DivisionShape,
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

export interface Article extends DecodedArticle {
  /** The divisions it stands in, outermost first. */
  readonly divisions: readonly Division[];
  /** False when the source has only a part of its words. */
  readonly complete: boolean;
}

/** The parts of an edition as nodes. */
export interface EditionParts {
  readonly articles: readonly Article[];
  readonly preamble: Article | null;
  readonly divisions: readonly Division[];
  readonly byNumber: ReadonlyMap<string, Article>;
}

/** The articles of an edition by the hashes of their clauses. */
export function byClause(
  articles: readonly Article[],
  fingerprintsOf: (article: Article) => Uint32Array,
): ReadonlyMap<number, readonly Article[]> {
  const found = new Map<number, Article[]>();
  for (const article of articles) {
    for (const hash of fingerprintsOf(article)) {
      const holders = found.get(hash);
      if (!holders) found.set(hash, [article]);
      else if (holders.at(-1) !== article) holders.push(article);
    }
  }
  return found;
}

export const keyOf = (number: number, suffix: number): string => `${number}_${suffix}`;

export function partsOf(record: EditionRecord): EditionParts {
  const all = decodeArticles(record.articles);
  const preamble = all[0]?.number === 0 ? all.shift()! : null;
  const divisions: Division[] = [];
  const holders: Division[][] = all.map(() => []);
  const articles = all.map(
    (article, i): Article => ({ ...article, divisions: holders[i]!, complete: !inRanges(record.cut, article.number) }),
  );
  for (const { kind, number, title, parent, from, to, open } of decodeDivisions(record.divisions, all.length)) {
    const division: Division = {
      kind,
      number,
      title,
      open,
      parent: divisions[parent] ?? null,
      first: from < to ? articles[from]! : null,
      last: from < to ? articles[to - 1]! : null,
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
export function inRanges(ranges: string | undefined, number: number): boolean {
  return (
    ranges?.split(',').some(range => {
      const [from, to] = range.split('-');
      return number >= Number(from) && (to === '' || number <= Number(to ?? from));
    }) ?? false
  );
}
