import { causesOf } from './causes.js';
import { lazily, once, withOther } from './lazily.js';
import { lexiconOf, type OwnWords } from './lexicon/own.js';
import type { Message } from './message.js';
import { memoize } from './memoize.js';
import type { Figure } from './facts/figures.js';
import { figuresOf } from './facts/relations.js';
import { listingsIn, type Said } from './rules/shared/listings.js';
import { modelOf, type Citation, type Model, type Passage } from './model.js';
import type { RegulationIndex } from './regulations/regulation-index.js';
import type { QuoteVerdict, Verdict } from './regulations/verdict.js';
import { RULES } from './rules/index.js';
import { ownCitations } from './rules/shared/citations.js';
import type {
  Cause,
  ChunkRule,
  Finding,
  FindingDraft,
  Fix,
  Options,
  PlacedDraft,
  Related,
  Rule,
  Severity,
} from './rules/rule.js';
import { bodyLength, unreadIn, type Unread } from './unread.js';
import { ownCoverage, ownEditions, type OwnCoverage } from './regulations/own-texts.js';
import { readingLines, readingOf, wordsAt, type TextEdit } from './syntax/document.js';
import type { Suppression } from './facts/suppressions.js';
import { inPassages, type Stretch } from './stretch.js';
import { shifted, type Span } from './text/span.js';

/** Everything outside the text that an analysis depends on. Plain data, handed in. */
export interface Context {
  readonly index: RegulationIndex;
  readonly settings: Settings;
}

export interface Settings {
  /** By rule id. A rule not named has its own severity and the defaults of its options. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** ISO date that replaces the index's as-of date for judging what is in force. */
  readonly asOf?: string;
  /** Words of a team, besides those of the genre. */
  readonly words?: OwnWords;
}

/** `off` silences the rule. Options not named have their defaults. */
export type RuleSetting = RuleLevel | readonly [RuleLevel, Options];
export type RuleLevel = (typeof LEVELS)[number];
export const LEVELS = ['off', 'info', 'warning', 'error'] as const satisfies readonly (Severity | 'off')[];

/** The level a setting names, its options aside. */
export const levelOf = (setting: RuleSetting): RuleLevel => (typeof setting === 'string' ? setting : setting[0]);

export const DEFAULT_SETTINGS: Settings = { rules: {} };

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

/** Model and findings of one text: all that a view may read. */
export interface Analysis {
  readonly model: Model;
  /** Those it was made under. */
  readonly settings: Settings;
  /** In the order of the text. */
  readonly findings: readonly Finding[];
  /** What people have said of findings, in the order of the text; of those that are found no more last. */
  readonly decisions: readonly DecidedFinding[];
  readonly coverage: Coverage;
}

/**
 * `adopted`: the text is to be mended. `declined`: it is to stand, and the finding is silenced. `asked`: a colleague is to look at it,
 * and until then it stays.
 */
export type DecisionKind = 'adopted' | 'declined' | 'asked';

/** What a person has said of a finding, for the next who looks at the text. */
export interface DecidedFinding {
  readonly rule: string;
  /** As it was found, silenced by now or not; null where it is found no more. */
  readonly finding: Finding | null;
  readonly kind: DecisionKind;
  /** Why, or who is asked and what. May be '' where it is adopted. */
  readonly reason: string;
  readonly by: string;
  /** ISO date; null where it is not said. */
  readonly on: string | null;
}

/**
 * The whole engine: synchronous, total, and `analyze(t, c, p)` deep-equals `analyze(t, c)` for any previous analysis p.
 * `text` must not begin with a byte order mark. `edit`, where it is known, made it of the text of `previous`, and spares
 * comparing the two.
 */
export function analyze(
  text: string,
  { index, settings }: Context,
  previous?: Analysis,
  edit?: TextEdit | null,
): Analysis {
  const model = modelOf(text, index, settings.asOf ?? index.asOf, previous?.model, lexiconOf(settings.words), edit);
  // Judged when somebody asks: what may stand at the cursor is told by the model, and a writer waits for it.
  return lazily(
    { model, settings, decisions: [] },
    { findings: () => findingsOf(model, settings), coverage: () => coverageOf(model) },
  );
}

/** In the order of the text. */
function findingsOf(model: Model, settings: Settings): readonly Finding[] {
  const rules = rulesUnder(settings);
  const causes: Causes = once(() => new Map(causesOf(findings, model).map((cause, i) => [findings[i]!, cause])));
  const found: Finding[] = [];
  for (const { offset, stretch } of model.stretches)
    for (const { by, judged } of judgementsOn(stretch, rules))
      found.push(new PlacedFinding(judged, offset + by, causes));
  const add = (judgements: readonly Judged[]): void => {
    for (const judged of judgements) found.push(new PlacedFinding(judged, 0, causes));
  };
  for (const one of rules.all)
    if (one.rule.scope === 'chunk' || !one.rule.judgesSuppressions) add(judgementsOnText(one, model));
  const { left: findings, unused } = withoutSuppressed(found, model);
  // Those ask which suppressions the others have used.
  if (unused.length > 0) {
    const on = withOther(model, { suppressions: unused });
    found.length = 0;
    for (const one of rules.all)
      if (one.rule.scope === 'document' && one.rule.judgesSuppressions) add(judgementsOnText(one, on));
    findings.push(...withoutSuppressed(found, model).left);
  }
  findings.sort((a, b) => a.start - b.start || a.end - b.end || RANK.get(a.rule)! - RANK.get(b.rule)!);
  return findings;
}

const RANK = new Map(RULES.map(({ id, judgesSuppressions }, i) => [id, judgesSuppressions ? i + RULES.length : i]));

type Causes = () => ReadonlyMap<Finding, Cause>;

/** A finding in its text. What takes long to say, its fixes, and its cause, which all others tell, are worked out when asked for. */
class PlacedFinding implements Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly start: number;
  readonly end: number;
  readonly message: Message;
  readonly reason: Message;
  declare readonly label?: Message;
  declare readonly related?: readonly Related[];
  readonly #made: FindingDraft['fixes'];
  readonly #by: number;
  readonly #causes: Causes;
  #fixes: readonly Fix[] | undefined;

  /** What is said counts from `from` of the text. */
  constructor({ rule, severity, said }: Judged, from: number, causes: Causes) {
    const draft = 'draft' in said ? said.draft : said;
    const by = 'draft' in said ? from + said.offset : from;
    this.rule = rule;
    this.severity = severity;
    this.start = draft.start + by;
    this.end = draft.end + by;
    this.message = draft.message;
    this.reason = draft.reason;
    if (draft.label) this.label = draft.label;
    if (draft.related) this.related = by === 0 ? draft.related : draft.related.map(place => shifted(place, by));
    this.#made = said.fixes ?? draft.fixes;
    this.#by = said.fixes ? from : by;
    this.#causes = causes;
  }

  get fixes(): readonly Fix[] | undefined {
    const fixes = this.#made;
    this.#fixes ??= fixes && placedFixes(typeof fixes === 'function' ? fixes() : fixes, this.#by);
    return this.#fixes;
  }

  get cause(): Cause {
    return this.#causes().get(this)!;
  }

  toJSON(): Finding {
    const { fixes, cause } = this;
    return { ...this, ...(fixes && { fixes }), cause };
  }
}

/** A rule with what the settings say of it. */
interface RuleWithSetting<R = Rule> {
  readonly rule: R;
  readonly level: Severity;
  readonly options: Options;
}

/** What a rule says under its setting. */
interface Judged {
  readonly rule: string;
  readonly severity: Severity;
  readonly said: FindingDraft | PlacedDraft;
}

function judgedBy({ id }: Rule, level: Severity, all: readonly (FindingDraft | PlacedDraft)[]): Judged[] {
  return all.map((said): Judged => {
    const { atMost } = 'draft' in said ? said.draft : said;
    return { rule: id, severity: atMost ? lesser(level, atMost) : level, said };
  });
}

const SEVERITIES: readonly Severity[] = ['info', 'warning', 'error'];
const lesser = (a: Severity, b: Severity): Severity =>
  SEVERITIES[Math.min(SEVERITIES.indexOf(a), SEVERITIES.indexOf(b))]!;

/** What a rule says that can only be said of the text as a whole. */
function judgementsOnText({ rule, level, options }: RuleWithSetting, model: Model): readonly Judged[] {
  const drafts = rule.scope === 'document' ? rule.check(model, options) : rule.across?.(model, options);
  return drafts ? judgedBy(rule, level, drafts) : [];
}

/** What the rules for chunks say of a stretch: what they said before, where the settings said the same. */
function judgementsOn(stretch: Stretch, rules: Rules): Latest['judgements'] {
  const last = ofStretch(stretch);
  if (last.said !== rules.said) {
    last.judgements = stretch.passages.flatMap(({ offset, passage }) =>
      judgementsOnPassage(passage, rules).map(judged => ({ by: offset, judged })),
    );
    last.said = rules.said;
  }
  return last.judgements;
}

function judgementsOnPassage(passage: Passage, { ofChunks, said }: Rules): readonly Judged[] {
  const last = ofPassage(passage);
  if (last.said !== said) {
    last.judgements = ofChunks.flatMap(rules =>
      rules[0]!.rule.judges.some(kind => passage.has(kind))
        ? rules.flatMap(({ rule, level, options }) => judgedBy(rule, level, rule.check(passage, options)))
        : [],
    );
    last.said = said;
  }
  return last.judgements;
}

/** What was said last, and under which settings. */
interface Latest {
  said: string | null;
  judgements: readonly { readonly by: number; readonly judged: Judged }[];
}
const ofStretch = memoize((_: Stretch): Latest => ({ said: null, judgements: [] }));
const ofPassage = memoize((_: Passage): { said: string | null; judgements: readonly Judged[] } => ({
  said: null,
  judgements: [],
}));

const placedFixes = (fixes: readonly Fix[], by: number): readonly Fix[] =>
  by === 0 ? fixes : fixes.map(fix => ({ ...fix, edits: fix.edits.map(edit => shifted(edit, by)) }));

/** The rules that settings do not silence. */
interface Rules {
  readonly all: readonly RuleWithSetting[];
  /** Those for chunks, together those that judge the same kinds. */
  readonly ofChunks: readonly (readonly RuleWithSetting<ChunkRule>[])[];
  /** What the settings say of all of them. */
  readonly said: string;
}

const rulesUnder = memoize((settings: Settings): Rules => {
  const all = RULES.flatMap((rule): RuleWithSetting[] => {
    const { level, options } = withSetting(rule, settings);
    return level === 'off' ? [] : [{ rule, level, options }];
  });
  const byKinds = new Map<string, RuleWithSetting<ChunkRule>[]>();
  for (const { rule, ...setting } of all) {
    if (rule.scope !== 'chunk') continue;
    const kinds = rule.judges.join(' ');
    byKinds.set(kinds, [...(byKinds.get(kinds) ?? []), { rule, ...setting }]);
  }
  return { all, ofChunks: [...byKinds.values()], said: JSON.stringify(settings.rules) };
});

function withSetting(rule: Rule, { rules }: Settings): { readonly level: RuleLevel; readonly options: Options } {
  const { id, severity, options = {} } = rule;
  const setting = Object.hasOwn(rules, id) ? rules[id]! : severity;
  const [level, chosen] = typeof setting === 'string' ? [setting, {}] : setting;
  const defaults = Object.fromEntries(Object.entries(options).map(([name, option]) => [name, option.default]));
  return { level, options: { ...defaults, ...chosen } };
}

/** The findings that no suppression hides, and the suppressions that hide none. */
function withoutSuppressed(found: Finding[], model: Model): { left: Finding[]; unused: readonly Suppression[] } {
  if (model.suppressions.length === 0) return { left: found, unused: [] };
  const used = new Set<Suppression>();
  const neverSilenced = new Set(RULES.filter(rule => rule.isNeverSilenced).map(({ id }) => id));
  const suppressionsFor = suppressionsByFinding(model);
  const left = found.filter(finding => {
    const groups = neverSilenced.has(finding.rule) ? [] : suppressionsFor(finding);
    for (const group of groups) for (const suppression of group) used.add(suppression);
    return groups.length === 0;
  });
  return { left, unused: model.suppressions.filter(suppression => !used.has(suppression)) };
}

/**
 * The suppressions that apply to a finding: those for the whole file, and those on the line before it, as it is read:
 * a paragraph broken over lines is one. No group is empty, and the same suppressions are always the same group.
 */
function suppressionsByFinding({
  suppressions,
  document,
}: Model): (finding: Finding) => readonly (readonly Suppression[])[] {
  const [reading, lines] = [readingOf(document), readingLines(document)];
  const lineOf = (offset: number): number => lines.at(reading.toReading({ start: offset, end: offset }).start).line;
  const byPlace = new Map<string, Suppression[]>();
  for (const suppression of suppressions) {
    const line = suppression.scope === 'file' ? 0 : lineOf(suppression.end) + 1;
    for (const rule of new Set(suppression.rules)) {
      const key = `${rule} ${line}`;
      const group = byPlace.get(key);
      if (group) group.push(suppression);
      else byPlace.set(key, [suppression]);
    }
  }
  return ({ rule, start }) =>
    [0, lineOf(start)].flatMap(line => {
      const group = byPlace.get(`${rule} ${line}`);
      return group ? [group] : [];
    });
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
function coverageOf(model: Model): Coverage {
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
