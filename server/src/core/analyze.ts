import { withCauses } from './causes.js';
import { modelOf, type Citation, type Model } from './model.js';
import type { RegulationIndex } from './regulations/regulation-index.js';
import type { QuoteVerdict, Verdict } from './regulations/verdict.js';
import { RULES } from './rules/index.js';
import type { Finding, Judged, Options, Rule, Severity } from './rules/rule.js';
import { bodyLength, unreadIn, type Unread } from './unread.js';
import { ownCoverage, type OwnCoverage } from './regulations/own-texts.js';
import { readingLines, readingOf, wordsAt } from './syntax/document.js';
import type { Suppression } from './facts/suppressions.js';

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
export type RuleLevel = Severity | 'off';

/** The level a setting names, its options aside. */
export const levelOf = (setting: RuleSetting): RuleLevel => (typeof setting === 'string' ? setting : setting[0]);

export const DEFAULT_SETTINGS: Settings = { rules: {} };

/** How many citations and quotations were checked, and with what result. "Not checked" is never counted as correct. */
export interface Coverage {
  readonly citations: Tally;
  readonly quotations: Tally;
  readonly placeholders: number;
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
  /** ISO date for which regulations were judged. */
  readonly asOf: string;
  /** What of it rests on a team's own texts, and on which. */
  readonly own: OwnCoverage;
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
  readonly coverage: Coverage;
}

/**
 * The whole engine: synchronous, total, and `analyze(t, c, p)` deep-equals `analyze(t, c)` for any previous analysis p.
 * `text` must not begin with a byte order mark.
 */
export function analyze(text: string, { index, settings }: Context, previous?: Analysis): Analysis {
  const model = modelOf(text, index, settings.asOf ?? index.asOf, previous?.model);
  const usedGroups = new Set<readonly Suppression[]>();
  const suppressionsFor = suppressionsByFinding(model);
  const found: Judged[] = [];
  const run = (rule: Rule, on: Model): void => {
    const { level: severity, options } = settingOf(rule, settings);
    if (severity === 'off') return;
    for (const draft of rule.check(on, options)) {
      const finding: Judged = { rule: rule.id, severity, ...draft };
      const groups = rule.isNeverSilenced ? [] : suppressionsFor(finding);
      groups.forEach(group => usedGroups.add(group));
      if (groups.length === 0) found.push(finding);
    }
  };
  for (const rule of RULES) if (!rule.judgesSuppressions) run(rule, model);
  const used = new Set([...usedGroups].flat());
  const unused = model.suppressions.filter(s => !used.has(s));
  for (const rule of RULES) if (rule.judgesSuppressions) run(rule, { ...model, suppressions: unused });
  found.sort((a, b) => a.start - b.start || a.end - b.end);
  return { model, settings, findings: withCauses(found, model), coverage: coverageOf(model) };
}

function settingOf({ id, severity, options = {} }: Rule, { rules }: Settings): { level: RuleLevel; options: Options } {
  const setting = Object.hasOwn(rules, id) ? rules[id]! : severity;
  const [level, chosen] = typeof setting === 'string' ? [setting, {}] : setting;
  const defaults = Object.fromEntries(Object.entries(options).map(([name, option]) => [name, option.default]));
  return { level, options: { ...defaults, ...chosen } };
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
  const { citations, quotations, placeholders, date, index } = model;
  const own = citations.filter(c => !c.isQuoted);
  return {
    citations: tally(own.map(standingOf)),
    quotations: tally(quotations.map(({ verdict }) => QUOTE_STANDING[verdict])),
    placeholders: placeholders.length,
    body: bodyLength(model),
    unread: unreadIn(model),
    toRead: own
      .filter(citation => standingOf(citation) === 'byNumber')
      .map(({ start, end }) => ({
        line: model.lines.at(start).line,
        text: wordsAt(model.document, { start, end }).replace(/\s+/g, ''),
      })),
    horizon: oldest(
      own.flatMap(({ denotes: { regulation, edition } }) => {
        const until = regulation && index.horizons[regulation.kind];
        // A team answers for its own texts.
        return until === null || until === undefined || (edition?.own ?? null) !== null
          ? []
          : [{ kind: regulation!.kind, until }];
      }),
    ),
    asOf: date,
    own: ownCoverage(citations.filter(c => !c.isQuoted)),
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
