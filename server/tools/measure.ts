import { clausesOf } from '../src/core/regulations/clauses.js';
import { encodeArticles, encodeDivisions, type ArticleShape } from '../src/core/regulations/edition.js';
import type { EditionRecord } from '../src/core/regulations/records.js';
import { readHeader, type Header } from './header.js';
import { parseStructure, type ParsedArticle, type ParsedText } from './structure.js';
import type { RawText } from './collections.js';

/** One copy of one edition in one collection: facts and fingerprints; its words are only kept for the repeals. */
export interface Copy {
  readonly raw: RawText;
  readonly header: Header;
  readonly edition: EditionRecord;
  /** Hashes of its clauses, in order. */
  readonly hashes: readonly number[];
  /** How many articles and headings its numbering skips. */
  readonly missing: number;
  readonly counts: Counts;
}

/** As editions.tsv counts: articles without 之Y, chapters and sections with a number. */
export interface Counts {
  readonly articles: number;
  readonly subArticles: number;
  readonly chapters: number;
  readonly sections: number;
}

/** Amendments and the decisions that make them quote the articles they change. */
const QUOTING = /修正案(?:（.*）)?$|关于修改.*的决定$/;

export function measure(raw: RawText): Copy {
  const header = readHeader(raw);
  const quoting = QUOTING.test(header.title);
  const parsed = parseStructure(header.body, quoting);
  const hashes: number[] = [];
  const shapes = (parsed.preamble.paragraphs.length > 0 ? [parsed.preamble, ...parsed.articles] : parsed.articles)
    .map(article => shapeOf(article, hashes));
  const gaps = parsed.form === 'articles' && !quoting ? gapsIn(parsed.articles) : [];
  const known = new Set([...numbers(raw.front['partial_articles']),
    ...parsed.articles.filter(article => article.broken).map(({ number }) => number)]);
  const partial = raw.front['complete'] === false || gaps.length > 0 || known.size > 0;
  const endless = partial && isTailLost(parsed, known, gaps.length);
  const lost = ranges(gaps) + (endless ? `${gaps.length > 0 ? ',' : ''}${parsed.articles.at(-1)!.number + 1}-` : '');
  const cut = ranges([...known].sort((a, b) => a - b));
  const divisions = parsed.divisions.map((division, i) => (
    endless && i === parsed.divisions.length - 1 ? { ...division, open: true } : division));
  return {
    raw, header, hashes, missing: gaps.length + parsed.divisions.filter(({ open }) => open).length, counts: countsOf(parsed),
    edition: {
      date: header.date, effective: header.effective, extent: partial ? 'partial' : 'text', form: parsed.form,
      divisions: encodeDivisions(divisions), articles: encodeArticles(shapes), clauses: hashes.length,
      ...lost && { lost }, ...cut && { cut },
    },
  };
}

function shapeOf({ number, suffix, paragraphs }: ParsedArticle, hashes: number[]): ArticleShape {
  const count = (text: string): number => {
    const clauses = clausesOf(text);
    for (const { hash } of clauses) hashes.push(hash);
    return clauses.length;
  };
  const shape = {
    number, suffix,
    paragraphs: paragraphs.map(({ text, items }) => ({
      clauses: count(text),
      items: items.map(item => (
        { number: item.number, suffix: 0, clauses: count(item.text), subitems: item.subitems.map(count) })),
    })),
  };
  // 第X条 without a word of its own still has one 款, or the grammar could not write it.
  return shape.paragraphs.length > 0 ? shape : { ...shape, paragraphs: [{ clauses: 0, items: [] }] };
}

function gapsIn(articles: readonly ParsedArticle[]): number[] {
  const present = new Set(articles.map(({ number }) => number));
  const gaps: number[] = [];
  for (let n = 1; n < (articles.at(-1)?.number ?? 0); n++) if (!present.has(n)) gaps.push(n);
  return gaps;
}

/**
 * Whether a partial text may go on after its last article: that breaks off, or a heading without articles follows, or
 * so much is missing that nothing can be said.
 */
function isTailLost({ articles, divisions }: ParsedText, cut: ReadonlySet<number>, missing: number): boolean {
  const last = articles.at(-1);
  return last !== undefined
    && (cut.has(last.number) || divisions.at(-1)?.from === articles.length || missing > articles.length);
}

const numbers = (value: unknown): number[] => (Array.isArray(value) ? value.map(Number) : []);

/** Ascending numbers as `3,7-17`. */
function ranges(numbers: readonly number[]): string {
  const out: string[] = [];
  for (let i = 0; i < numbers.length; i++) {
    const from = numbers[i]!;
    while (numbers[i + 1] === numbers[i]! + 1) i++;
    out.push(from === numbers[i] ? `${from}` : `${from}-${numbers[i]}`);
  }
  return out.join(',');
}

function countsOf({ articles, divisions }: ParsedText): Counts {
  const numbered = (kind: string): number => divisions.filter(d => d.kind === kind && d.number > 0).length;
  return {
    articles: new Set(articles.filter(({ suffix }) => suffix === 0).map(({ number }) => number)).size,
    subArticles: articles.filter(({ suffix }) => suffix > 0).length,
    chapters: numbered('章'), sections: numbered('节'),
  };
}
