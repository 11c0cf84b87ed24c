import type { Abbreviation } from './facts/abbreviations.js';
import { factsOf, type Facts } from './facts/facts.js';
import type { DateLine } from './facts/dates.js';
import { headingsOf, type Heading } from './facts/headings.js';
import { pointsOf, type Point, type PointMark } from './facts/points.js';
import { sectionsOf, type Section } from './facts/sections.js';
import { Mover } from './facts/moved.js';
import { genreOf, type Genre } from './genre.js';
import { lazily } from './lazily.js';
import type { Lexicon } from './lexicon/lexicon.js';
import { memoize } from './memoize.js';
import {
  OWN_KINDS,
  passagesOf,
  placedCitation,
  placedQuotation,
  type Citation,
  type OwnFacts,
  type PlacedPassage,
} from './passage.js';
import type { Quotation } from './regulations/quotation.js';
import type { RegulationIndex } from './regulations/regulation-index.js';
import { inPassages, stretchesOf, type PlacedStretch } from './stretch.js';
import { Surroundings, type Report } from './surroundings.js';
import { firstLineOf, read, wordsAt, type Chunk, type Document, type TextEdit } from './syntax/document.js';
import type { FrontMatter } from './syntax/front-matter.js';
import { isDay } from './text/dates.js';
import { Lines } from './text/lines.js';
import { shifted, type Span } from './text/span.js';

export type { Citation, Passage } from './passage.js';
export { reportAt, type Report } from './surroundings.js';

/** All facts and verdicts of one text. Immutable; every list is in the order of the text; all spans are absolute, and made when somebody asks. */
export interface Model extends OwnFacts {
  readonly text: string;
  readonly lines: Lines;
  readonly document: Document;
  /** The text, passage by passage: what each says and denotes, in its own offsets. */
  readonly passages: readonly PlacedPassage[];
  /** The same, put together. */
  readonly stretches: readonly PlacedStretch[];
  readonly frontMatter: FrontMatter | null;
  /** ISO date for which regulations are judged: the report's own, in its front matter or on a line of its own, else the settings', else the index's as-of date. */
  readonly date: string;
  /** One behind the other, the whole text; mostly one. */
  readonly reports: readonly Report[];
  /** What passages were told of the text around them. */
  readonly surroundings: Surroundings;
  readonly index: RegulationIndex;
  /** Whether the text is a policy report at all. Rules run in any case; views ask first. */
  readonly genre: Genre;
  readonly sections: readonly Section[];
  readonly points: readonly Point[];
  readonly citations: readonly Citation[];
  readonly quotations: readonly Quotation[];
}

/** What the model of a text is made with of that of the text before. */
export type ModelBefore = Pick<Model, 'document' | 'passages' | 'stretches' | 'surroundings' | 'lines' | 'index'>;

/**
 * Builds the model of a text, taking chunks and passages of the text before where nothing they rest on has changed. It is read
 * by the words of the text before, else by those of the genre, where it is not said by which.
 */
export function modelOf(
  text: string,
  index: RegulationIndex,
  asOf: string,
  previous?: ModelBefore,
  lexicon?: Lexicon,
  edit?: TextEdit | null,
): Model {
  const document = read(text, previous?.document, lexicon, edit);
  const lines = previous && edit?.of === previous.document.text ? previous.lines.edited(text, edit) : null;
  return modelFrom(document, index, asOf, lines, previous);
}

/** What is worked out later must not see the model before: it would keep that alive, and so on. */
function modelFrom(
  document: Document,
  index: RegulationIndex,
  asOf: string,
  lines: Lines | null,
  before: ModelBefore | undefined,
): Model {
  const { text } = document;
  const { frontMatter } = document;
  const mover = new Mover();
  const heads = headsIn(document);
  const headings = headingsOf(heads.headings, firstLineOf(document)?.start ?? 0).filter(
    heading => !continuesList(document, heading) && !isField(document, heading),
  );
  const sections = sectionsOf(headings, text.length);
  const stated = reportDate(frontMatter);
  const { dates, abbreviations } = heads;
  const date = stated ?? dateInText(document, dates, headings, { start: 0, end: text.length }) ?? asOf;
  const reports = reportsOf(headings, text.length).map(
    (span, _, { length }): Report => ({
      date: stated ?? (length > 1 ? dateInText(document, dates, headings, span) : null) ?? date,
      ...span,
    }),
  );
  const surroundings = new Surroundings(titleOf(frontMatter, headings), reports, abbreviations);
  const isAsked = before?.index === index && surroundings.answersAs(before.surroundings);
  const passages = passagesOf(
    document,
    index,
    (about, words, at) => surroundings.answer(about, words, at),
    isAsked ? { chunks: before.document.chunks, passages: before.passages } : null,
  );
  const stretches = stretchesOf(passages, before?.stretches);
  return lazily(
    {
      text,
      document,
      passages,
      stretches,
      frontMatter,
      date,
      reports,
      surroundings,
      index,
      genre: genreOf(frontMatter, sections, headings, () => marksIn({ stretches })),
      sections,
    },
    {
      lines: () => lines ?? new Lines(text),
      points: () => {
        const boundaries = [...headings.filter(h => h.form !== '（一）').map(h => h.start), text.length];
        const heads = new Set(headings.filter(h => h.form === '（一）').map(h => h.start));
        return pointsOf(marksIn({ stretches }), boundaries, heads);
      },
      citations: () =>
        passages.flatMap(({ offset, passage }) => passage.citations.map(citation => placedCitation(citation, offset))),
      quotations: () => {
        let before = 0;
        return passages.flatMap(({ offset, passage }) => {
          const own = passage.quotations.map(quotation => placedQuotation(quotation, offset, before));
          before += passage.citations.length;
          return own;
        });
      },
      ...Object.fromEntries(OWN_KINDS.map(kind => [kind, () => factsIn(stretches, kind, mover)])),
      abbreviations: () => abbreviations,
      dates: () => dates,
    } as unknown as { [K in Later]: () => Model[K] },
  );
}

type Later = keyof OwnFacts | 'lines' | 'points' | 'citations' | 'quotations';

/** What the chunks say of the text as a whole, and what is asked at every edit before anything else. */
type Heads = Pick<Facts, 'headings' | 'dates' | 'abbreviations'>;

/** What a chunk says of it, where it stood last; null for nothing. */
const headsOf = memoize((chunk: Chunk): { at: number; heads: Heads } | null => {
  const facts = factsOf(chunk);
  const [headings, dates, abbreviations] = [facts.of('headings'), facts.of('dates'), facts.of('abbreviations')];
  const isEmpty = headings.length + dates.length + abbreviations.length === 0;
  return isEmpty ? null : { at: 0, heads: { headings, dates, abbreviations } };
});

function headsIn({ chunks }: Document): Heads {
  const found = { headings: [] as Heading[], dates: [] as DateLine[], abbreviations: [] as Abbreviation[] };
  for (const { offset, chunk } of chunks) {
    const own = headsOf(chunk);
    if (!own) continue;
    if (own.at !== offset) {
      const { headings, dates, abbreviations } = own.heads;
      const by = offset - own.at;
      const move = <T extends object>(facts: T): T => new Mover().moved(facts, span => shifted(span, by));
      own.heads = {
        // There are many, and they hold no span but their own.
        headings: headings.map(heading => shifted(heading, by)),
        dates: dates.length > 0 ? move(dates) : dates,
        abbreviations: abbreviations.length > 0 ? move(abbreviations) : abbreviations,
      };
      own.at = offset;
    }
    found.headings.push(...own.heads.headings);
    found.dates.push(...own.heads.dates);
    found.abbreviations.push(...own.heads.abbreviations);
  }
  return found;
}

/** The facts of one kind of a whole text. */
function factsIn<K extends keyof OwnFacts>(stretches: readonly PlacedStretch[], kind: K, mover: Mover): OwnFacts[K] {
  const all: object[] = [];
  for (const { offset: from, stretch } of stretches) {
    if (!stretch.has(kind)) continue;
    for (const { offset, passage } of stretch.passages)
      all.push(...mover.moved(passage[kind], span => shifted(span, from + offset)));
  }
  return all as unknown as OwnFacts[K];
}

/** Where points begin. They are asked for at every edit. */
const marksIn = inPassages<PointMark>(
  passage => passage.marks,
  (mark, by) => ({
    start: mark.start + by,
    end: mark.end + by,
    number: mark.number,
    form: mark.form,
    title: mark.title,
    opensLine: mark.opensLine,
    isHeadless: mark.isHeadless,
    rest: shifted(mark.rest, by),
  }),
);

/** （三）…。 after a line that ends in ； is the last item of a list, not a heading. */
function continuesList(document: Document, { form, start }: Heading): boolean {
  if (form !== '（一）') return false;
  const before = { start: Math.max(0, start - 16), end: start };
  // Read only where the source has such a mark, or what may stand for one, and no word behind it.
  const source = document.text.slice(before.start, start);
  const mayEnd = /[；;，,&][^\u4e00-\u9fff]{0,16}$/.test(source) || (/[；;，,&]/.test(source) && /[<[({]/.test(source));
  return mayEnd && /[；;，,]\s*$/.test(wordsAt(document, before));
}

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

/** The title the front matter gives, else that of the first heading of level 1; empty for none. */
export function titleOf(
  frontMatter: FrontMatter | null,
  headings: readonly Pick<Heading, 'level' | 'title'>[],
): string {
  const stated = frontMatter?.data['title'];
  return typeof stated === 'string' ? stated : (headings.find(heading => heading.level === 1)?.title ?? '');
}

/** The report's date, ISO, from `date: 2024-05-01` or `date: 2024年5月1日` in its front matter; null for none, and no such day. */
export function reportDate(frontMatter: FrontMatter | null): string | null {
  const value = frontMatter?.data['date'];
  const m =
    typeof value === 'string' ? /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|年(\d{1,2})月(\d{1,2})日)$/.exec(value.trim()) : null;
  if (!m) return null;
  const [, year, m1, d1, m2, d2] = m;
  const day = `${year}-${(m1 ?? m2)!.padStart(2, '0')}-${(d1 ?? d2)!.padStart(2, '0')}`;
  return isDay(day) ? day : null;
}
