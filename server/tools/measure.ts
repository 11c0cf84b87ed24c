import type { EditionRecord } from '../src/core/regulations/records.js';
import { termsOf, wordsOf, type Term } from '../src/core/regulations/terms.js';
import { measureText } from '../src/core/regulations/text/measure.js';
import type { ParsedText } from '../src/core/regulations/text/structure.js';
import { readHeader, type Header } from './header.js';
import type { RawText } from './collections.js';

/** One copy of one edition in one collection: facts and fingerprints; its words are only kept for the repeals. */
export interface Copy {
  readonly raw: RawText;
  readonly header: Header;
  readonly edition: EditionRecord;
  /** Hashes of its clauses, in order. */
  readonly hashes: readonly number[];
  /** What else is known of each. */
  readonly marks: readonly number[];
  /** The terms of each article. */
  readonly terms: readonly (readonly Term[])[];
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

export function measure(raw: RawText): Copy {
  const header = readHeader(raw);
  const cut = raw.front['partial_articles'];
  const { edition, hashes, marks, missingNumbers, parsed } = measureText(header.body, {
    title: header.title,
    date: header.date,
    effective: header.effective,
    partial: raw.front['complete'] === false,
    cut: Array.isArray(cut) ? cut.map(Number) : [],
  });
  const missing = missingNumbers.length + parsed.divisions.filter(({ open }) => open).length;
  const terms = parsed.articles.map(article => termsOf(wordsOf(article)));
  return { raw, header, edition, hashes, marks, terms, missing, counts: countsOf(parsed) };
}

function countsOf({ articles, divisions }: ParsedText): Counts {
  const numbered = (kind: string): number => divisions.filter(d => d.kind === kind && d.number > 0).length;
  return {
    articles: new Set(articles.filter(({ suffix }) => suffix === 0).map(({ number }) => number)).size,
    subArticles: articles.filter(({ suffix }) => suffix > 0).length,
    chapters: numbered('章'),
    sections: numbered('节'),
  };
}
