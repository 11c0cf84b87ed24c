import { NUMERAL, toNumber } from '../../text/numerals.js';
import { clausesOf, marksOf } from '../clauses.js';
import { encodeArticles, encodeDivisions, type ArticleShape } from '../packed-articles.js';
import type { EditionRecord } from '../records.js';
import { ARTICLE_NUMBER, parseStructure, type ParsedArticle, type ParsedText } from './structure.js';

/** What has to be known of a text besides its body. */
export interface TextFacts {
  readonly title: string;
  readonly date: string;
  readonly effective: string;
  /** Said to be a part only. */
  readonly partial: boolean;
  /** Articles said to be here in part. */
  readonly cut: readonly number[];
}

/** The record and the fingerprints of one text, and the words they were taken from. */
export interface Measured {
  readonly edition: EditionRecord;
  /** Hashes of its clauses, in order. */
  readonly hashes: readonly number[];
  /** What else is known of each: a byte of `clauses.ts`. */
  readonly marks: readonly number[];
  /** Article numbers its numbering skips. */
  readonly missingNumbers: readonly number[];
  /** Numbers of lines that begin like an article the text already has. */
  readonly repeats: readonly number[];
  readonly parsed: ParsedText;
}

/** Amendments and the decisions that make them quote the articles they change. */
export const QUOTING = /修正案(?:（.*）)?$|关于修改.*的决定$/;

/** `firstLine` is the line of the file where the body begins. */
export function measureText(body: string, { title, date, effective, ...stated }: TextFacts, firstLine = 1): Measured {
  const quoting = QUOTING.test(title);
  const parsed = parseStructure(body, quoting, firstLine);
  const hashes: number[] = [];
  const marks: number[] = [];
  const shapes = (parsed.preamble.paragraphs.length > 0 ? [parsed.preamble, ...parsed.articles] : parsed.articles).map(
    article => shapeOf(article, hashes, marks),
  );
  const missingNumbers = parsed.form === 'articles' && !quoting ? missingNumbersIn(parsed.articles) : [];
  const known = new Set([
    ...stated.cut,
    ...parsed.articles.filter(article => article.broken).map(({ number }) => number),
  ]);
  const breaksOff = !quoting && citesBeyondItsEnd(body, parsed);
  const partial = stated.partial || missingNumbers.length > 0 || known.size > 0 || breaksOff;
  const endless = breaksOff || (partial && isTailLost(parsed, known, missingNumbers.length));
  const lost =
    ranges(missingNumbers) +
    (endless ? `${missingNumbers.length > 0 ? ',' : ''}${parsed.articles.at(-1)!.number + 1}-` : '');
  const cut = ranges([...known].sort((a, b) => a - b));
  const divisions = parsed.divisions.map((division, i) =>
    endless && i === parsed.divisions.length - 1 ? { ...division, open: true } : division,
  );
  return {
    hashes,
    marks,
    missingNumbers,
    parsed,
    repeats: quoting ? [] : repeatsIn(parsed),
    edition: {
      date,
      effective,
      extent: partial ? 'partial' : 'text',
      form: parsed.form,
      divisions: encodeDivisions(divisions),
      articles: encodeArticles(shapes),
      clauses: hashes.length,
      ...(lost && { lost }),
      ...(cut && { cut }),
    },
  };
}

const OWN_ARTICLE = new RegExp(`本(?:法|条例|规定|办法|细则|解释|规则|准则|章程)第([${NUMERAL}]+)条`, 'g');

/**
 * Whether the text refers to an article of its own that comes after its last: then the copy breaks off before its end.
 */
function citesBeyondItsEnd(body: string, { form, articles }: ParsedText): boolean {
  if (form !== 'articles') return false;
  const last = Math.max(0, ...articles.map(({ number }) => number));
  return [...body.matchAll(OWN_ARTICLE)].some(([, number]) => (toNumber(number!) ?? 0) > last);
}

function shapeOf({ number, suffix, paragraphs }: ParsedArticle, hashes: number[], marks: number[]): ArticleShape {
  const count = (text: string): number => {
    const clauses = clausesOf(text);
    for (const { hash } of clauses) hashes.push(hash);
    for (const mark of marksOf(text, clauses)) marks.push(mark);
    return clauses.length;
  };
  const shape = {
    number,
    suffix,
    paragraphs: paragraphs.map(({ text, items }) => ({
      clauses: count(text),
      items: items.map(item => ({
        number: item.number,
        suffix: 0,
        clauses: count(item.text),
        subitems: item.subitems.map(({ text }) => count(text)),
      })),
    })),
  };
  // 第X条 without a word of its own still has one 款, or the grammar could not write it.
  return shape.paragraphs.length > 0 ? shape : { ...shape, paragraphs: [{ clauses: 0, items: [] }] };
}

function repeatsIn({ lines }: ParsedText): number[] {
  return lines
    .filter(({ role }) => role === 'repeat')
    .map(({ text }) => toNumber(ARTICLE_NUMBER.exec(text)![1]!))
    .filter(n => n !== null);
}

function missingNumbersIn(articles: readonly ParsedArticle[]): number[] {
  const present = new Set(articles.map(({ number }) => number));
  const missingNumbers: number[] = [];
  for (let n = 1; n < (articles.at(-1)?.number ?? 0); n++) if (!present.has(n)) missingNumbers.push(n);
  return missingNumbers;
}

/**
 * Whether a partial text may go on after its last article: that breaks off, or a heading without articles follows, or
 * so much is missing that nothing can be said.
 */
function isTailLost({ articles, divisions }: ParsedText, cut: ReadonlySet<number>, missing: number): boolean {
  const last = articles.at(-1);
  return (
    last !== undefined &&
    (cut.has(last.number) || divisions.at(-1)?.from === articles.length || missing > articles.length)
  );
}

/** Ascending numbers as `3,7-17`. */
export function ranges(numbers: readonly number[]): string {
  const out: string[] = [];
  for (let i = 0; i < numbers.length; i++) {
    const from = numbers[i]!;
    while (numbers[i + 1] === numbers[i]! + 1) i++;
    out.push(from === numbers[i] ? `${from}` : `${from}-${numbers[i]}`);
  }
  return out.join(',');
}
