import type { Figure } from './facts/figures.js';
import { figuresOf } from './facts/relations.js';
import { lazily } from './lazily.js';
import { memoize } from './memoize.js';
import type { Citation, Model, Passage } from './model.js';
import { ownCoverage, ownEditions, type OwnCoverage } from './regulations/own-texts.js';
import type { RegulationIndex } from './regulations/regulation-index.js';
import type { QuoteVerdict, Verdict } from './regulations/verdict.js';
import { ownCitations } from './rules/shared/citations.js';
import { listingsIn, type Said } from './rules/shared/listings.js';
import { inPassages, type Stretch } from './stretch.js';
import { wordsAt } from './syntax/document.js';
import type { Span } from './text/span.js';
import { bodyLength, unreadIn, type Unread } from './unread.js';

/** How many citations and quotations were checked, and with what result. "Not checked" is never counted as correct. */
export interface Coverage {
  readonly citations: Tally;
  readonly quotations: Tally;
  readonly placeholders: number;
  readonly figures: FigureCoverage;
  /** How many characters the text has besides headings: nothing was checked in a text of none. */
  readonly body: number;
  /** What looks like something we check and was not read as that. */
  readonly unread: readonly Unread[];
  /** The citations that are right by their number alone, for a person to read. */
  readonly toRead: readonly ToRead[];
  /**
   * How old the data of the regulations cited are: the oldest of their kinds; null when none is cited or nothing is
   * said of them.
   */
  readonly horizon: Horizon | null;
  /** ISO date for which regulations were judged: that of the first report, where a file holds several. */
  readonly asOf: string;
  /** The dates of all reports in the file, in their order; mostly the one of {@link asOf}. */
  readonly dates: readonly string[];
  /** What of it rests on a team's own texts, and on which. */
  readonly own: OwnCoverage;
}

/** How far the figures of a text were held to each other. */
export interface FigureTally {
  /** Sums, shares, changes, differences and products that were worked out. */
  readonly compared: number;
  /** Numbers in sentences that look like one of these and were not compared. */
  readonly uncompared: number;
}

export interface FigureCoverage extends FigureTally {
  /** Those that were not compared, as written, and their lines, counted from 1. */
  readonly toCompare: readonly ToRead[];
}

/** A citation as written, on one line, and the line it stands in, counted from 1. */
export interface ToRead {
  readonly line: number;
  readonly text: string;
}

/** Up to when (ISO, or year and month) the regulations of a kind were gathered; '' when they never were as a whole. */
export interface Horizon {
  readonly kind: string;
  readonly until: string;
}

/**
 * A citation counts by the worst of its own verdict and its quotations'. `total` is the sum of `verified`, `wrong`,
 * `outdated` and `unverifiable`; `verified` that of `inSubstance`, `byNumber` and `named`, and nothing to be shown alone.
 */
export interface Tally {
  readonly total: number;
  readonly verified: number;
  /** The words that the text gives as the provision's stand there. */
  readonly inSubstance: number;
  /** What is cited exists, and nothing tells that it says what the text says: for a person to read. */
  readonly byNumber: number;
  /** Citations without a locator, of which only the name was checked. */
  readonly named: number;
  /** absent, misplaced, ambiguous; for quotations: differs, shortened, elsewhere. */
  readonly wrong: number;
  /** superseded, repealed. */
  readonly outdated: number;
  readonly unverifiable: number;
}

/** How a citation or a quotation fares, from the worst to the best. */
export type Standing = 'wrong' | 'outdated' | 'unverifiable' | 'named' | 'byNumber' | 'inSubstance';
const STANDINGS: readonly Standing[] = ['wrong', 'outdated', 'unverifiable', 'named', 'byNumber', 'inSubstance'];

/** What is verified stands as its words do. */
const STANDING: Readonly<Record<Verdict, Standing>> = {
  absent: 'wrong',
  misplaced: 'wrong',
  ambiguous: 'wrong',
  superseded: 'outdated',
  repealed: 'outdated',
  unverifiable: 'unverifiable',
  verified: 'byNumber',
};
const QUOTE_STANDING: Readonly<Record<QuoteVerdict, Standing>> = {
  differs: 'wrong',
  shortened: 'wrong',
  elsewhere: 'wrong',
  superseded: 'outdated',
  unverifiable: 'unverifiable',
  exact: 'inSubstance',
};

export const quotationStanding = (verdict: QuoteVerdict): Standing => QUOTE_STANDING[verdict];

/** The verdict for people: the worst of a citation's own and its quotations'. */
export function standingOf(citation: Citation): Standing {
  const own = ownStanding(citation);
  const quoted = citation.quoteVerdict && QUOTE_STANDING[citation.quoteVerdict];
  return STANDINGS.find(standing => standing === own || standing === quoted)!;
}

/** The same, its quotations aside, but for what they tell of its substance. */
export function ownStanding({ denotes, locators, quoteVerdict, topic }: Citation): Standing {
  if (denotes.verdict !== 'verified') return STANDING[denotes.verdict];
  const isThere = locators.length === 0 ? quoteVerdict === 'exact' : topic.isThere;
  if (isThere && (quoteVerdict === null || quoteVerdict === 'exact')) return 'inSubstance';
  return locators.length === 0 ? 'named' : 'byNumber';
}

/** The numbers are put together of what the stretches add; the lists for a reader are made when somebody asks. */
export function coverageOf(model: Model): Coverage {
  const { stretches, date, reports } = model;
  const [citations, quotations] = [noStandings(), noStandings()];
  const horizons: Horizon[] = [];
  const own: Citation[] = [];
  let [placeholders, compared, uncompared] = [0, 0, 0];
  for (const { stretch } of stretches) {
    const checked = checkedIn(stretch);
    addStandings(citations, checked.citations);
    addStandings(quotations, checked.quotations);
    horizons.push(...checked.horizons);
    own.push(...checked.own);
    placeholders += checked.placeholders;
    compared += checked.compared;
    uncompared += checked.uncompared;
  }
  for (const { said } of listingsIn(model)) compared += comparedIn(said);
  const put = ({ start, text }: Written): ToRead => ({ line: model.lines.at(start).line, text });
  return lazily({} as Coverage, {
    citations: () => tally(citations),
    quotations: () => tally(quotations),
    placeholders: () => placeholders,
    figures: () => lazily({ compared, uncompared }, { toCompare: () => uncomparedIn(model).map(put) }),
    body: () => bodyLength(model),
    unread: () => unreadIn(model),
    toRead: () => toReadIn(model).map(put),
    horizon: () => oldest(horizons),
    asOf: () => reports[0]?.date ?? date,
    dates: () => reports.map(report => report.date),
    own: () => ownCoverage(own),
  });
}

/** Something as it is written, on one line, and where it starts. */
interface Written {
  readonly start: number;
  readonly text: string;
}
const written = ({ start, end }: Span, { document }: Passage): Written => ({
  start,
  text: wordsAt(document, { start, end }).replace(/\s+/g, ''),
});
const placedWritten = ({ start, text }: Written, by: number): Written => ({ start: start + by, text });

const toReadIn = inPassages<Written>(
  passage =>
    ownCitations(passage)
      .filter(citation => standingOf(citation) === 'byNumber')
      .map(citation => written(citation, passage)),
  placedWritten,
);
const uncomparedIn = inPassages<Written>(
  passage => passage.uncompared.map(figure => written(figure, passage)),
  placedWritten,
);

/** What a stretch adds to the coverage. */
const checkedIn = memoize(({ passages }: Stretch) => {
  const [citations, quotations] = [noStandings(), noStandings()];
  const horizons = new Map<string, Horizon>();
  const own: Citation[] = [];
  let [placeholders, compared, uncompared] = [0, 0, 0];
  for (const { passage } of passages) {
    for (const citation of ownCitations(passage)) {
      citations[standingOf(citation)]++;
      if (ownEditions(citation).length > 0) own.push(citation);
      const horizon = horizonOf(citation, passage.index);
      if (horizon) horizons.set(horizon.kind, horizon);
    }
    for (const { verdict } of passage.quotations) quotations[QUOTE_STANDING[verdict]]++;
    placeholders += passage.placeholders.length;
    compared += comparedIn(passage);
    uncompared += passage.uncompared.length;
  }
  return { citations, quotations, horizons: [...horizons.values()], own, placeholders, compared, uncompared };
});

function horizonOf({ denotes: { regulation, edition } }: Citation, index: RegulationIndex): Horizon | null {
  const until = regulation && index.horizons[regulation.kind];
  // A team answers for its own texts.
  return until === null || until === undefined || (edition?.own ?? null) !== null
    ? null
    : { kind: regulation!.kind, until };
}

/** How many relations between figures of a passage were worked out. */
const comparedIn = memoize(({ sums, shares, changes, differences, products }: Said): number => {
  const told = changes.filter(({ by }) => by !== 'direction');
  const isKnown = (f: Figure | null): boolean => f === null || (f.value !== null && !f.isApproximate);
  return figuresOf({ sums, shares, changes: told, differences, products }).filter(figures => figures.every(isKnown))
    .length;
});

/** The horizon that lies furthest back; one that nobody knows before all others. */
export const oldest = (horizons: readonly (Horizon | null)[]): Horizon | null =>
  horizons.reduce((a, b) => (a === null || (b !== null && b.until < a.until) ? b : a), null);

type Standings = Record<Standing, number>;
const noStandings = (): Standings => ({
  wrong: 0,
  outdated: 0,
  unverifiable: 0,
  named: 0,
  byNumber: 0,
  inSubstance: 0,
});

function addStandings(all: Standings, more: Readonly<Standings>): void {
  for (const standing of STANDINGS) all[standing] += more[standing];
}

function tally({ inSubstance, byNumber, named, wrong, outdated, unverifiable }: Readonly<Standings>): Tally {
  const verified = inSubstance + byNumber + named;
  const total = verified + wrong + outdated + unverifiable;
  return { total, verified, inSubstance, byNumber, named, wrong, outdated, unverifiable };
}
