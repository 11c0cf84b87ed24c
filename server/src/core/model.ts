import type { CitationFact, NameKind } from './facts/citations.js';
import { joinedFacts, placedFacts, type Facts } from './facts/facts.js';
import type { DateLine } from './facts/dates.js';
import { headingsOf, type Heading } from './facts/headings.js';
import type { PlacedLocator } from './facts/locators.js';
import { pointsOf, type Point } from './facts/points.js';
import type { Claim } from './facts/claims.js';
import { quotationsOf, unmarked, type QuotationFact } from './facts/quotations.js';
import { sectionsOf, type Section } from './facts/sections.js';
import { genreOf, type Genre } from './genre.js';
import type { RegulationIndex } from './regulations/regulation-index.js';
import { isCertainlyQuoted, judgeQuotation, type Quotation } from './regulations/quotation.js';
import { resolve } from './regulations/resolve.js';
import { judgeClaim, NO_TOPIC, type Topic } from './regulations/topic.js';
import { QUOTE_WORST_FIRST, type Denotation, type QuoteVerdict } from './regulations/verdict.js';
import { read, readingOf, wordsAt, type Document } from './syntax/document.js';
import type { FrontMatter } from './syntax/front-matter.js';
import type { JoinedReading } from './syntax/reading.js';
import { Lines } from './text/lines.js';
import { partitionPoint } from './text/search.js';
import type { Span } from './text/span.js';

/** A citation with what it denotes. Several locators of one regulation are one citation. */
export interface Citation extends Span {
  /** The name as written, without the outer 《》 and without white space; '' when none is written or carried over. */
  readonly name: string;
  /** Where the name is written, 《》 included; null when none is. */
  readonly nameSpan: Span | null;
  readonly nameKind: NameKind;
  /** 前款, 本条 …; null for a citation that can be understood by itself. */
  readonly relative: string | null;
  readonly locators: readonly PlacedLocator[];
  /** The edition named with it, by its year; `former` for 修改前的 and 原; null when none is. */
  readonly edition: CitationFact['edition'];
  readonly book: CitationFact['book'];
  readonly isOfAnnex: boolean;
  readonly documentNumber: CitationFact['documentNumber'];
  /** The short name it introduces; null when it introduces none. */
  readonly defines: string | null;
  readonly denotes: Denotation;
  /** The first of its quotations, without the marks, and the worst verdict of all; null when nothing is quoted. */
  readonly quote: Span | null;
  readonly quoteVerdict: QuoteVerdict | null;
  /** What the text gives as what the provision says; null when it gives nothing. */
  readonly claim: Claim | null;
  /** What that is against the text of the regulation. */
  readonly topic: Topic;
  /**
   * Whether it stands inside a quotation of another citation: the provision's own words, which the writer does not
   * answer for.
   */
  readonly isQuoted: boolean;
}

/**
 * The kinds of fact that are in the model as the chunks say them. What is made of the others stands in {@link Model}.
 */
type OwnFacts = Omit<Facts, 'headings' | 'marks' | 'citations' | 'claims'>;

/** One of the reports in a file: from its title to that of the next. */
export interface Report extends Span {
  /** ISO date for which its citations are judged: its own, else that of the file. */
  readonly date: string;
}

/** All facts and verdicts of one text. Immutable; every list is in the order of the text; all spans are absolute. */
export interface Model extends OwnFacts {
  readonly text: string;
  readonly lines: Lines;
  readonly document: Document;
  /** What each chunk of the document says by itself, in its place. */
  readonly chunkFacts: readonly Facts[];
  readonly frontMatter: FrontMatter | null;
  /** ISO date for which regulations are judged: the report's own, in its front matter or on a line of its own, else the settings', else the index's as-of date. */
  readonly date: string;
  /** One behind the other, the whole text; mostly one. */
  readonly reports: readonly Report[];
  readonly index: RegulationIndex;
  /** Whether the text is a policy report at all. Rules run in any case; views ask first. */
  readonly genre: Genre;
  readonly sections: readonly Section[];
  readonly points: readonly Point[];
  readonly citations: readonly Citation[];
  readonly quotations: readonly Quotation[];
}

/** Builds the model of a text, taking chunks from `previous` where the text did not change. */
export function modelOf(text: string, index: RegulationIndex, asOf: string, previous?: Model): Model {
  const document = read(text, previous?.document);
  const chunkFacts = document.chunks.map((placed, i) =>
    previous?.document.chunks[i] === placed ? previous.chunkFacts[i]! : placedFacts(placed),
  );
  const { headings: headingLike, marks, citations: written, claims: said, ...facts } = joinedFacts(chunkFacts);

  const headings = headingsOf(headingLike).filter(
    heading => !continuesList(document, heading) && !isField(document, heading),
  );
  const sections = sectionsOf(headings, text.length);
  const boundaries = [...headings.filter(h => h.form !== '（一）').map(h => h.start), text.length];
  const heads = new Set(headings.filter(h => h.form === '（一）').map(h => h.start));
  const stated = reportDate(document.frontMatter);
  const all = { start: 0, end: text.length };
  const date = stated ?? dateInText(document, facts.dates, headings, all) ?? asOf;
  const reports = reportsOf(headings, text.length).map(
    (span, _, { length }): Report => ({
      ...span,
      date: stated ?? (length > 1 ? dateInText(document, facts.dates, headings, span) : null) ?? date,
    }),
  );
  const reading = readingOf(document);
  const prose = reading.text;
  const lines = new Lines(text);
  const quotations: Quotation[] = [];
  const claims = new Map(said.map(claim => [claim.cited.end, claim]));
  const resolved = resolve(
    document,
    written,
    facts.abbreviations,
    index,
    offset => reportAt(reports, offset).date,
    titleOf(document.frontMatter, headings),
  );
  const citations = resolved.map((citation, i): Citation => {
    // What is quoted, words around the citation tell and not lines: it is found in the reading, and placed.
    const cited = reading.toReading(citation);
    const judged = (fact: QuotationFact): Quotation => {
      const verdict = judgeQuotation(prose, fact, citation.denotes);
      return {
        ...fact,
        ...reading.toSource(fact),
        ...verdict,
        strange: verdict.strange.map(span => inSource(span, reading)),
        omissions: verdict.omissions.map(({ before, after }) => ({
          before: inSource(before, reading),
          after: inSource(after, reading),
        })),
        citation: i,
      };
    };
    const marked = quotationsOf(prose, cited).map(judged);
    const claimed = claims.get(citation.end) ?? null;
    const claim = claimed && { ...claimed, ...reading.toReading(claimed), cited };
    const words = claim?.kind === 'says' || claim?.kind === 'under' ? unmarked(prose, claim) : null;
    const own =
      marked.length === 0 && words
        ? [judged(words)].filter(quotation => isCertainlyQuoted(quotation, citation.denotes))
        : marked;
    quotations.push(...own);
    const worst = QUOTE_WORST_FIRST.find(verdict => own.some(q => q.verdict === verdict)) ?? null;
    // What is compared as a quotation, word by word, is not compared again.
    const isCompared = own.length > 0 && claim?.kind !== 'quotes';
    const topic = claim && !isCompared ? placedTopic(judgeClaim(prose, claim, citation.denotes), reading) : NO_TOPIC;
    return {
      ...citation,
      quote: own[0] ? { start: own[0].start, end: own[0].end } : null,
      quoteVerdict: worst,
      claim: claimed && { ...claimed, cited: { start: citation.start, end: citation.end } },
      // What is wrong with a quotation is told of the quotation.
      topic: worst === null || worst === 'unverifiable' ? topic : { ...topic, elsewhere: null },
      isQuoted: false,
    };
  });
  quotations.sort((a, b) => a.start - b.start);
  return {
    ...facts,
    text,
    lines,
    document,
    chunkFacts,
    frontMatter: document.frontMatter,
    date,
    reports,
    index,
    genre: genreOf(document.frontMatter, sections, headings),
    sections,
    points: pointsOf(marks, boundaries, heads),
    quotations,
    citations: citations.map(citation =>
      isInside(quotations, citation.start) ? { ...citation, isQuoted: true } : citation,
    ),
  };
}

const placedTopic = ({ isThere, elsewhere }: Topic, reading: JoinedReading): Topic => ({
  isThere,
  elsewhere: elsewhere && { ...elsewhere, words: elsewhere.words.map(span => inSource(span, reading)) },
});

/** A thing of the reading, in the source. */
const inSource = <T extends Span>(thing: T, reading: JoinedReading): T => ({ ...thing, ...reading.toSource(thing) });

/** （三）…。 after a line that ends in ； is the last item of a list, not a heading. */
const continuesList = (document: Document, { form, start }: Heading): boolean =>
  form === '（一）' && /[；;，,]\s*$/.test(wordsAt(document, { start: Math.max(0, start - 16), end: start }));

/** 一、地点：县委党校, with the next field right below it: what a notice lists, and heads nothing. */
const isField = (document: Document, { form, title, roles, end }: Heading): boolean =>
  form === '一、' &&
  roles.length === 0 &&
  /[：:]./.test(title) &&
  /^\s*(?:$|[一二三四五六七八九十]{1,3}、)/.test(wordsAt(document, { start: end, end: end + 16 }));

/** So many lines may stand between a title and its date: a second title, who wrote it. */
const MOST_BETWEEN = 3;
const LONGEST_HEAD = 300;

/** The reports of a text of `length` code units: each title but the first begins a further one. */
function reportsOf(headings: readonly Heading[], length: number): Span[] {
  const titles = headings.filter(({ level, form }) => level === 1 && form === null);
  const starts = [0, ...titles.slice(1).map(({ start }) => start)];
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? length }));
}

/** The report at an offset of the text. */
export const reportAt = (reports: readonly Report[], offset: number): Report =>
  reports[Math.max(0, partitionPoint(reports, ({ start }) => start <= offset) - 1)]!;

/** The date that a line of the report `within` gives: below the title and before anything is said, else as the last line. */
function dateInText(
  document: Document,
  allDates: readonly DateLine[],
  allHeadings: readonly Heading[],
  within: Span,
): string | null {
  const own = ({ start }: Span): boolean => start >= within.start && start < within.end;
  const [dates, headings] = [allDates.filter(own), allHeadings.filter(own)];
  const [first, last] = [dates[0], dates.at(-1)];
  if (!first || !last) return null;
  const title = headings.find(({ level }) => level === 1);
  const from = title && title.start < first.start ? title.end : Math.max(within.start, document.frontMatter?.end ?? 0);
  const isBelow = first.start - from < LONGEST_HEAD && !headings.some(h => h.level > 1 && h.start < first.start);
  const between = isBelow ? wordsAt(document, { start: from, end: first.start }).split('\n') : null;
  if (
    between &&
    between.filter(line => line.trim() !== '').length <= MOST_BETWEEN + (title ? 0 : 1) &&
    !/[。；]/.test(between.join(''))
  )
    return first.iso;
  return within.end - last.end < LONGEST_HEAD && wordsAt(document, { start: last.end, end: within.end }).trim() === ''
    ? last.iso
    : null;
}

/** Whether an offset lies in one of the spans, which are ascending. */
function isInside(spans: readonly Span[], offset: number): boolean {
  const before = partitionPoint(spans, ({ start }) => start <= offset);
  return before > 0 && offset < spans[before - 1]!.end;
}

/** The title the front matter gives, else that of the first heading of level 1; empty for none. */
export function titleOf(
  frontMatter: FrontMatter | null,
  headings: readonly Pick<Heading, 'level' | 'title'>[],
): string {
  const stated = frontMatter?.data['title'];
  return typeof stated === 'string' ? stated : (headings.find(heading => heading.level === 1)?.title ?? '');
}

/**
 * The report's date, ISO, from `date: 2024-05-01` or `date: 2024年5月1日` in its front matter; null when there is none.
 */
export function reportDate(frontMatter: FrontMatter | null): string | null {
  const value = frontMatter?.data['date'];
  const m =
    typeof value === 'string' ? /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|年(\d{1,2})月(\d{1,2})日)$/.exec(value.trim()) : null;
  if (!m) return null;
  const [, year, m1, d1, m2, d2] = m;
  return `${year}-${(m1 ?? m2)!.padStart(2, '0')}-${(d1 ?? d2)!.padStart(2, '0')}`;
}
