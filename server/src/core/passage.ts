import type { Claim } from './facts/claims.js';
import type { CitationFact, NameKind } from './facts/citations.js';
import { countOf, joinedFacts, KINDS, type Facts } from './facts/facts.js';
import { Mover } from './facts/moved.js';
import type { PlacedLocator } from './facts/locators.js';
import { quotationsOf, unmarked, type QuotationFact } from './facts/quotations.js';
import { isCertainlyQuoted, judgeQuotation, type Quotation } from './regulations/quotation.js';
import type { RegulationIndex } from './regulations/regulation-index.js';
import { resolve, type Ask } from './regulations/resolve.js';
import { judgeClaim, NO_TOPIC, type Topic } from './regulations/topic.js';
import { QUOTE_WORST_FIRST, type Denotation, type QuoteVerdict } from './regulations/verdict.js';
import { Keeper, memoize } from './memoize.js';
import { reachedFrom, runsOf, type Run } from './runs.js';
import { readingOf, type Chunk, type Document, type PlacedChunk } from './syntax/document.js';
import type { JoinedReading } from './syntax/reading.js';
import { partitionPoint } from './text/search.js';
import { shifted, type Span } from './text/span.js';

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

const MADE_UP = ['headings', 'citations', 'claims'] as const;

/** The kinds of fact that are read as the chunks say them. What is made of the others stands in {@link Passage} and in the model. */
export type OwnFacts = Omit<Facts, (typeof MADE_UP)[number]>;
export const OWN_KINDS = KINDS.filter((kind): kind is keyof OwnFacts => !MADE_UP.includes(kind as never));

/**
 * What a chunk says and denotes by itself: mostly one, all of them where a quotation runs over several. Immutable; every list is
 * in the order of the text; spans count from the passage's start, for ever: that is what lets it be used again.
 */
export interface Passage extends OwnFacts {
  readonly text: string;
  readonly document: Document;
  readonly index: RegulationIndex;
  readonly citations: readonly Citation[];
  readonly quotations: readonly Quotation[];
  /** Whether it has anything of a kind. */
  has(kind: PassageKind): boolean;
}

export type PassageKind = keyof OwnFacts | 'citations' | 'quotations';

/** A passage in its text. */
export interface PlacedPassage {
  readonly offset: number;
  readonly passage: Passage;
}

class JudgedPassage extends Keeper {
  readonly #mover = new Mover();
  readonly citations: readonly Citation[];
  readonly quotations: readonly Quotation[];

  constructor(
    readonly document: Document,
    readonly index: RegulationIndex,
    ask: Ask,
  ) {
    super();
    const { citations, quotations } = judged(document, index, ask);
    this.citations = citations;
    this.quotations = quotations;
  }

  get text(): string {
    return this.document.text;
  }

  factsOf<K extends keyof OwnFacts>(kind: K): Facts[K] {
    return joinedFacts(this.document.chunks, kind, this.#mover);
  }

  has(kind: PassageKind): boolean {
    if (kind === 'citations') return this.citations.length > 0;
    if (kind === 'quotations') return this.quotations.length > 0;
    return countOf(this.document.chunks, kind) > 0;
  }
}

// A kind of fact is named in the registry, and nowhere else.
for (const kind of OWN_KINDS)
  Object.defineProperty(JudgedPassage.prototype, kind, {
    get(this: JudgedPassage) {
      return this.factsOf(kind);
    },
  });

/** What the citations of a passage denote, and what it quotes. */
function judged(document: Document, index: RegulationIndex, ask: Ask): Pick<Passage, 'citations' | 'quotations'> {
  const written = joinedFacts(document.chunks, 'citations');
  if (written.length === 0) return NOTHING_CITED;
  const claims = new Map(joinedFacts(document.chunks, 'claims').map(claim => [claim.cited.end, claim]));
  const reading = readingOf(document);
  const prose = reading.text;
  const quotations: Quotation[] = [];
  const citations = resolve(document, written, index, ask).map((citation, i): Citation => {
    // What is quoted, words around the citation tell and not lines: it is found in the reading, and placed.
    const cited = reading.toReading(citation);
    const judged = (fact: QuotationFact): Quotation => {
      const verdict = judgeQuotation(prose, fact, citation.denotes);
      return {
        citation: i,
        ...fact,
        ...reading.toSource(fact),
        ...verdict,
        strange: verdict.strange.map(span => inSource(span, reading)),
        omissions: verdict.omissions.map(({ before, after }) => ({
          before: inSource(before, reading),
          after: inSource(after, reading),
        })),
      };
    };
    const marked = quotationsOf(prose, cited).map(judged);
    const claimed = claims.get(citation.end) ?? null;
    const front = claimed?.front ? reading.toReading(claimed.front) : null;
    const claim = claimed && { ...claimed, ...reading.toReading(claimed), front, cited };
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
      quote: own[0] ? { start: own[0].start, end: own[0].end } : null,
      quoteVerdict: worst,
      claim: claimed && { ...claimed, cited: { start: citation.start, end: citation.end } },
      // What is wrong with a quotation is told of the quotation.
      topic: worst === null || worst === 'unverifiable' ? topic : { ...topic, elsewhere: null },
      isQuoted: false,
      ...citation,
    };
  });
  quotations.sort((a, b) => a.start - b.start);
  return {
    quotations,
    citations: citations.map(citation =>
      isInside(quotations, citation.start) ? { ...citation, isQuoted: true } : citation,
    ),
  };
}

const NOTHING_CITED: Pick<Passage, 'citations' | 'quotations'> = { citations: [], quotations: [] };

const placedTopic = ({ isThere, elsewhere }: Topic, reading: JoinedReading): Topic => ({
  isThere,
  elsewhere: elsewhere && { ...elsewhere, words: elsewhere.words.map(span => inSource(span, reading)) },
});

/** A thing of the reading, in the source. */
const inSource = <T extends Span>(thing: T, reading: JoinedReading): T => ({ ...thing, ...reading.toSource(thing) });

/** Whether an offset lies in one of the spans, which are ascending. */
function isInside(spans: readonly Span[], offset: number): boolean {
  const before = partitionPoint(spans, ({ start }) => start <= offset);
  return before > 0 && offset < spans[before - 1]!.end;
}

/** A passage, and all that it was made of. */
interface Made {
  readonly passage: Passage;
  readonly chunks: readonly PlacedChunk[];
  /** What it asked of the text around it, and was told. */
  readonly answers: readonly Answer[];
}

interface Answer {
  readonly about: Parameters<Ask>[0];
  readonly words: string;
  readonly at: number;
  readonly answer: ReturnType<Ask>;
}

/** The passage that begins with a chunk, as it was made last. */
const latest = memoize((_: Chunk): { made: Made | null } => ({ made: null }));

/** The passages of the text before, where what they ask is answered as before. */
export interface PassagesBefore {
  readonly chunks: readonly PlacedChunk[];
  readonly passages: readonly PlacedPassage[];
}

/**
 * The passages of a text: all of it, one behind the other. `ask` answers for the text, by its offsets. A passage is the one
 * that was there before when its chunks are, and what it asked is answered as before: those far from an edit are not looked at.
 */
export function passagesOf(
  { chunks }: Document,
  index: RegulationIndex,
  ask: Ask,
  before: PassagesBefore | null,
): PlacedPassage[] {
  const { head, changed, tail, by } = keptOf(chunks, before);
  const runs = runsOf(chunks, changed.from, changed.to);
  const own = runs.map(({ from, to }): PlacedPassage => {
    const { offset, chunk } = chunks[from]!;
    const last = latest(chunk);
    if (!last.made || !holds(last.made, chunks, from, to, index, ask))
      last.made = made(chunks.slice(from, to), index, ask);
    return { offset, passage: last.made.passage };
  });
  const behind = by === 0 ? tail : tail.map(({ offset, passage }) => ({ offset: offset + by, passage }));
  return [...head, ...own, ...behind];
}

interface Kept {
  readonly head: readonly PlacedPassage[];
  /** The chunks between them. */
  readonly changed: Run;
  /** Where they stood. */
  readonly tail: readonly PlacedPassage[];
  readonly by: number;
}

/** What of the passages before is so far from what has changed that it is as it was. */
function keptOf(chunks: readonly PlacedChunk[], before: PassagesBefore | null): Kept {
  const nothing: Kept = { head: [], changed: { from: 0, to: chunks.length }, tail: [], by: 0 };
  if (!before || before.passages.length === 0) return nothing;
  const { chunks: old, passages } = before;
  const least = Math.min(chunks.length, old.length);
  const more = chunks.length - old.length;
  let head = 0;
  while (head < least && chunks[head]!.chunk === old[head]!.chunk) head++;
  let tail = 0;
  while (tail < least - head && chunks[chunks.length - 1 - tail]!.chunk === old[old.length - 1 - tail]!.chunk) tail++;
  const near = reachedFrom(chunks, { from: head, to: chunks.length - tail });
  // Up to the passage that holds the first of them, and from the first that begins behind the last.
  const start = old[near.from]?.offset ?? 0;
  const end = old[near.to - more]?.offset ?? Infinity;
  const first = Math.max(0, partitionPoint(passages, ({ offset }) => offset <= start) - 1);
  const last = partitionPoint(passages, ({ offset }) => offset < end);
  const by = tail > 0 ? chunks.at(-1)!.offset - old.at(-1)!.offset : 0;
  const indexOf = (offset: number): number => partitionPoint(chunks, placed => placed.offset < offset);
  return {
    head: passages.slice(0, first),
    changed: {
      from: indexOf(passages[first]!.offset),
      to: last < passages.length ? indexOf(passages[last]!.offset + by) : chunks.length,
    },
    tail: passages.slice(last),
    by,
  };
}

/** Whether a passage is that of these chunks. */
function holds(
  { passage, chunks: own, answers }: Made,
  chunks: readonly PlacedChunk[],
  from: number,
  to: number,
  index: RegulationIndex,
  ask: Ask,
): boolean {
  if (passage.index !== index || own.length !== to - from) return false;
  for (let i = 0; i < own.length; i++) if (own[i]!.chunk !== chunks[from + i]!.chunk) return false;
  const { offset } = chunks[from]!;
  for (const { about, words, at, answer } of answers) if (ask(about, words, at + offset) !== answer) return false;
  return true;
}

function made(own: readonly PlacedChunk[], index: RegulationIndex, ask: Ask): Made {
  const { offset } = own[0]!;
  const answers: Answer[] = [];
  /** By place: a passage of one endless line asks at very many. */
  const asked = new Map<number, Answer[]>();
  const noted: Ask = (about, words, at) => {
    const answer = ask(about, words, at + offset);
    const here = asked.get(at) ?? [];
    if (!here.some(one => one.about === about && one.words === words)) {
      const one = { about, words, at, answer };
      answers.push(one);
      asked.set(at, [...here, one]);
    }
    return answer;
  };
  const chunks = own.map(({ offset: at, chunk }) => ({ offset: at - offset, chunk }));
  const text = own.map(({ chunk }) => chunk.text).join('');
  // What a passage says it takes from the registry.
  const passage = new JudgedPassage(
    { text, lexicon: own[0]!.chunk.lexicon, chunks, frontMatter: null },
    index,
    noted,
  ) as unknown as Passage;
  return { passage, chunks, answers };
}

/** A citation and a quotation of a passage, in its text. */
export function placedCitation(citation: Citation, by: number): Citation {
  if (by === 0) return citation;
  const { nameSpan, locators, book, documentNumber, denotes, quote, claim, topic } = citation;
  return {
    ...shifted(citation, by),
    nameSpan: nameSpan && shifted(nameSpan, by),
    locators: locators.map(locator => shifted(locator, by)),
    book: book && shifted(book, by),
    documentNumber: documentNumber && shifted(documentNumber, by),
    denotes: placedDenotation(denotes, by),
    quote: quote && shifted(quote, by),
    claim: claim && { ...shifted(claim, by), cited: shifted(claim.cited, by) },
    topic: topic.elsewhere
      ? {
          ...topic,
          elsewhere: { ...topic.elsewhere, words: topic.elsewhere.words.map(span => shifted(span, by)) },
        }
      : topic,
  };
}

const placedDenotation = (denotes: Denotation, by: number): Denotation => ({
  ...denotes,
  locators: denotes.locators.map(located => ({
    ...located,
    locator: shifted(located.locator, by),
    problems: located.problems.map(problem =>
      problem.book ? { ...problem, book: shifted(problem.book, by) } : problem,
    ),
  })),
  origin: denotes.origin && {
    ...denotes.origin,
    moves: denotes.origin.moves.map(move => ({ ...move, locator: shifted(move.locator, by) })),
  },
});

/** `before` is how many citations stand before those of its passage. */
export const placedQuotation = (quotation: Quotation, by: number, before: number): Quotation => ({
  ...shifted(quotation, by),
  strange: quotation.strange.map(span => shifted(span, by)),
  omissions: quotation.omissions.map(({ before, after }) => ({
    before: shifted(before, by),
    after: shifted(after, by),
  })),
  citation: quotation.citation + before,
});
