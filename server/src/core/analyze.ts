import { causesOf } from './causes.js';
import { countOf } from './facts/facts.js';
import { lazily, withOther } from './lazily.js';
import { memoize } from './memoize.js';
import type { Figure } from './facts/figures.js';
import { modelOf, type Citation, type Model, type Passage } from './model.js';
import type { RegulationIndex } from './regulations/regulation-index.js';
import type { QuoteVerdict, Verdict } from './regulations/verdict.js';
import { RULES } from './rules/index.js';
import type { Finding, FindingDraft, Fix, Judged, Options, Rule, Severity } from './rules/rule.js';
import { bodyLength, unreadIn, type Unread } from './unread.js';
import { ownCoverage, ownEditions, type OwnCoverage } from './regulations/own-texts.js';
import { readingLines, readingOf, wordsAt } from './syntax/document.js';
import type { Suppression } from './facts/suppressions.js';
import { shifted } from './text/span.js';

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

/** What a person has said of a finding, for the next who looks at the text. */
export interface DecidedFinding {
  readonly rule: string;
  /** As it was found, silenced by now or not; null where it is found no more. */
  readonly finding: Finding | null;
  /** The text is to be mended; else it is to stand, and the finding is silenced. */
  readonly isAdopted: boolean;
  /** May be '' where it is adopted. */
  readonly reason: string;
  readonly by: string;
  /** ISO date; null where it is not said. */
  readonly on: string | null;
}

/**
 * The whole engine: synchronous, total, and `analyze(t, c, p)` deep-equals `analyze(t, c)` for any previous analysis p.
 * `text` must not begin with a byte order mark.
 */
export function analyze(text: string, { index, settings }: Context, previous?: Analysis): Analysis {
  const model = modelOf(text, index, settings.asOf ?? index.asOf, previous?.model);
  const rules = RULES.map(rule => withSetting(rule, settings)).filter(({ level }) => level !== 'off');
  const [ofText, ofSuppressions] = [false, true].map(
    which => (on: Model) =>
      rules.flatMap(({ rule, level, options }) =>
        rule.scope === 'document' && (rule.judgesSuppressions ?? false) === which
          ? judgedBy(rule, level as Severity, rule.check(on, options))
          : rule.scope === 'chunk' && !which && rule.across
            ? judgedBy(rule, level as Severity, rule.across(on, options))
            : [],
      ),
  ) as [(on: Model) => Judged[], (on: Model) => Judged[]];
  const ofPassage = passageFindings(rules, settings);
  const ofPassages = model.passages.flatMap(({ offset, passage }) =>
    ofPassage(passage).map(finding => placedFinding(finding, offset)),
  );
  const { left, unused } = withoutSuppressed([...ofPassages, ...ofText(model)], model);
  // Those ask which suppressions the others have used.
  if (unused.length > 0)
    left.push(...withoutSuppressed(ofSuppressions(withOther(model, { suppressions: unused })), model).left);
  const rank = new Map(RULES.map(({ id, judgesSuppressions }, i) => [id, judgesSuppressions ? i + RULES.length : i]));
  left.sort((a, b) => a.start - b.start || a.end - b.end || rank.get(a.rule)! - rank.get(b.rule)!);
  const causes = causesOf(left, model);
  const findings = left.map((judged, i): Finding => {
    const { fixes } = judged;
    const finding = { ...judged, cause: causes[i]! } as Finding;
    return typeof fixes === 'function' ? lazily(finding, { fixes }) : finding;
  });
  return { model, settings, findings, decisions: [], coverage: coverageOf(model) };
}

/** A rule with what the settings say of it. */
interface RuleWithSetting {
  readonly rule: Rule;
  readonly level: RuleLevel;
  readonly options: Options;
}

const judgedBy = ({ id }: Rule, severity: Severity, drafts: readonly FindingDraft[]): Judged[] =>
  drafts.map(({ atMost, ...draft }) => ({ rule: id, severity: lesser(severity, atMost ?? severity), ...draft }));

const SEVERITIES: readonly Severity[] = ['info', 'warning', 'error'];
const lesser = (a: Severity, b: Severity): Severity =>
  SEVERITIES[Math.min(SEVERITIES.indexOf(a), SEVERITIES.indexOf(b))]!;

/** What the rules for chunks say of a passage: what they said before, where the settings were the same. */
function passageFindings(
  rules: readonly RuleWithSetting[],
  settings: Settings,
): (passage: Passage) => readonly Judged[] {
  const key = JSON.stringify(settings.rules);
  return passage => {
    let known = findingsOf.get(passage);
    if (known?.key !== key) {
      const findings = rules.flatMap(({ rule, level, options }) =>
        rule.scope === 'chunk' && rule.judges.some(kind => passage.has(kind))
          ? judgedBy(rule, level as Severity, rule.check(passage, options))
          : [],
      );
      known = { key, findings };
      findingsOf.set(passage, known);
    }
    return known.findings;
  };
}

const findingsOf = new WeakMap<Passage, { readonly key: string; readonly findings: readonly Judged[] }>();

const placedFixes = (fixes: readonly Fix[], by: number): Fix[] =>
  fixes.map(fix => ({ ...fix, edits: fix.edits.map(edit => shifted(edit, by)) }));

/** A finding of a passage, in its text. */
function placedFinding(finding: Judged, by: number): Judged {
  if (by === 0) return finding;
  const { fixes, related } = finding;
  return {
    ...shifted(finding, by),
    ...(fixes && { fixes: typeof fixes === 'function' ? () => placedFixes(fixes(), by) : placedFixes(fixes, by) }),
    ...(related && { related: related.map(place => shifted(place, by)) }),
  };
}

function withSetting(rule: Rule, { rules }: Settings): RuleWithSetting {
  const { id, severity, options = {} } = rule;
  const setting = Object.hasOwn(rules, id) ? rules[id]! : severity;
  const [level, chosen] = typeof setting === 'string' ? [setting, {}] : setting;
  const defaults = Object.fromEntries(Object.entries(options).map(([name, option]) => [name, option.default]));
  return { rule, level, options: { ...defaults, ...chosen } };
}

/** The findings that no suppression hides, and the suppressions that hide none. */
function withoutSuppressed(found: Judged[], model: Model): { left: Judged[]; unused: readonly Suppression[] } {
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
}: Model): (finding: Judged) => readonly (readonly Suppression[])[] {
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

function coverageOf(model: Model): Coverage {
  const { passages, date, reports } = model;
  const checked = passages.filter(({ passage }) => passage.citations.length > 0);
  const all = checked.map(({ passage }) => checkedIn(passage));
  return {
    citations: tally(all.flatMap(({ citations }) => citations)),
    quotations: tally(all.flatMap(({ quotations }) => quotations)),
    placeholders: countOf(model.facts, 'placeholders'),
    figures: figureCoverage(model),
    body: bodyLength(model),
    unread: unreadIn(model),
    toRead: checked.flatMap(({ offset, passage }) =>
      checkedIn(passage).toRead.map(({ start, text }) => ({ line: model.lines.at(start + offset).line, text })),
    ),
    horizon: oldest(all.flatMap(({ horizons }) => horizons)),
    asOf: reports[0]?.date ?? date,
    dates: reports.map(report => report.date),
    own: ownCoverage(all.flatMap(({ own }) => own)),
  };
}

/** What a passage adds to the coverage. */
const checkedIn = memoize(({ citations, quotations, document, index }: Passage) => {
  const own = citations.filter(c => !c.isQuoted);
  return {
    citations: own.map(standingOf),
    quotations: quotations.map(({ verdict }) => QUOTE_STANDING[verdict]),
    toRead: own
      .filter(citation => standingOf(citation) === 'byNumber')
      .map(({ start, end }) => ({ start, text: wordsAt(document, { start, end }).replace(/\s+/g, '') })),
    horizons: own.flatMap(({ denotes: { regulation, edition } }) => {
      const until = regulation && index.horizons[regulation.kind];
      // A team answers for its own texts.
      return until === null || until === undefined || (edition?.own ?? null) !== null
        ? []
        : [{ kind: regulation!.kind, until }];
    }),
    own: own.filter(citation => ownEditions(citation).length > 0),
  };
});

/** The same of its figures. */
const comparedIn = memoize(({ sums, shares, changes, differences, products, uncompared, document }: Passage) => {
  const worked = [
    ...sums.map(({ parts, whole }) => [...parts, whole]),
    ...shares.map(({ part, whole, share }) => [part, whole, share]),
    ...changes
      .filter(({ by }) => by !== 'direction')
      .map(({ from, to, difference, change }) => [from, to, difference, change]),
    ...differences.map(({ larger, smaller, difference }) => [larger, smaller, difference]),
    ...products.map(({ counts, rate, more, total }) => [...counts, rate, ...more, total]),
  ];
  const isKnown = (f: Figure | null): boolean => f === null || (f.value !== null && !f.isApproximate);
  return {
    compared: worked.filter(figures => figures.every(isKnown)).length,
    uncompared: uncompared.map(({ start, end }) => ({
      start,
      text: wordsAt(document, { start, end }).replace(/\s+/g, ''),
    })),
  };
});

function figureCoverage({ passages, lines }: Model): FigureCoverage {
  const counted = passages.filter(({ passage }) => passage.has('figures'));
  const toCompare = counted.flatMap(({ offset, passage }) =>
    comparedIn(passage).uncompared.map(({ start, text }) => ({ line: lines.at(start + offset).line, text })),
  );
  return {
    compared: counted.reduce((all, { passage }) => all + comparedIn(passage).compared, 0),
    uncompared: toCompare.length,
    toCompare,
  };
}

/** The horizon that lies furthest back; one that nobody knows before all others. */
export const oldest = (horizons: readonly (Horizon | null)[]): Horizon | null =>
  horizons.reduce((a, b) => (a === null || (b !== null && b.until < a.until) ? b : a), null);

function tally(standings: readonly Standing[]): Tally {
  const count = (...which: Standing[]): number => standings.filter(standing => which.includes(standing)).length;
  return {
    total: standings.length,
    verified: count('inSubstance', 'byNumber', 'named'),
    inSubstance: count('inSubstance'),
    byNumber: count('byNumber'),
    named: count('named'),
    wrong: count('wrong'),
    outdated: count('outdated'),
    unverifiable: count('unverifiable'),
  };
}
