import type { Message } from '../message.js';
import { frontMatterEnd, readFrontMatter } from '../syntax/front-matter.js';
import { isDate } from '../text/dates.js';
import { editionText } from './edition-text.js';
import type { EditionContent } from './regulation-index.js';
import { split, titled } from './text/header.js';
import { measureText } from './text/measure.js';
import { NOT_CANONICAL } from './text/reasons.js';
import { formOfText } from './text/structure.js';
import { termIndexOf, wordsOf } from './terms.js';

/** One edition whose text a team keeps: what its front matter says, and its articles once they are asked for. */
export interface TeamEdition {
  readonly file: string;
  /** As reports may name the file: no path of a machine. */
  readonly name: string;
  readonly title: string;
  readonly aliases: readonly string[];
  /** '' when not stated, as in {@link RegulationRecord}. */
  readonly kind: string;
  readonly issuer: string;
  readonly date: string;
  readonly effective: string;
  /** Set when the file says 已废止: since when (ISO date, '' unknown). */
  readonly repealed: string | null;
  readonly content: () => EditionContent;
  /** Article numbers that its numbering skips, and those that come again: for whoever imports it. */
  readonly numbering: () => { readonly missingNumbers: readonly number[]; readonly repeats: readonly number[] };
}

/**
 * Reads a text in canonical form (front matter, `# title`, provisions one a line), or says why it is none. `name` is
 * what reports may call its file.
 */
export function readCanonical(
  file: string,
  source: string,
  name = file.replace(/^.*[/\\]/s, ''),
): TeamEdition | { readonly reason: Message } {
  const text = source.replace(/\r\n?/g, '\n');
  const end = frontMatterEnd(text);
  if (end === 0) return { reason: NOT_CANONICAL.noFrontMatter };
  const { data, error } = readFrontMatter(text, end);
  if (error !== null) return { reason: NOT_CANONICAL.frontMatter(error) };
  const stated = (key: string): string => statedIn(data, key);
  const [title, date, effective] = [titled(stated('title')), stated('edition'), stated('effective')];
  if (title === '') return { reason: NOT_CANONICAL.noTitle };
  if (date === '') return { reason: NOT_CANONICAL.noEdition };
  for (const [key, value] of [
    ['edition', date],
    ['effective', effective],
  ] as const) {
    if (value !== '' && !isDate(value)) return { reason: NOT_CANONICAL.badDate(key, value) };
  }
  const { body } = split(text.slice(end));
  if (formOfText(body) === 'unnumbered') return { reason: NOT_CANONICAL.noProvisions };
  const linesBefore = countLines(text) - countLines(body);
  const measured = once(() =>
    measureText(
      body,
      {
        title,
        date,
        effective,
        partial: data['complete'] === false,
        cut: listIn(data, 'partial_articles').map(Number),
      },
      linesBefore + 1,
    ),
  );
  return {
    file,
    name,
    title,
    date,
    effective,
    kind: stated('kind'),
    issuer: stated('issuer'),
    aliases: listIn(data, 'aliases')
      .map(name => name.trim())
      .filter(name => name !== ''),
    repealed: stated('status') === '已废止' ? stated('superseded_by') : null,
    content: () => {
      const { edition, hashes, marks, parsed } = measured();
      return {
        record: edition,
        fingerprints: Uint32Array.from(hashes),
        marks: Uint8Array.from(marks),
        firstClause: 0,
        text: editionText(file, parsed),
        terms: () => termIndexOf(parsed.articles.map(wordsOf)),
      };
    },
    numbering: () => ({ missingNumbers: measured().missingNumbers, repeats: measured().repeats }),
  };
}

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** A value of front matter as text; '' when it is absent or `unknown`. */
export function statedIn(front: Readonly<Record<string, unknown>>, key: string): string {
  const value = front[key];
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
        .trim()
        .replace(/^unknown$/, '')
    : '';
}

export function listIn(front: Readonly<Record<string, unknown>>, key: string): string[] {
  const value = front[key];
  return Array.isArray(value) ? value.map(String) : [];
}

const countLines = (text: string): number => text.split('\n').length;
