import { modelOf, type Model } from './model.js';
import type { RegulationIndex } from './regulations/regulation-index.js';
import { ownCoverage, type OwnCoverage } from './regulations/own-texts.js';
import { RULES } from './rules/index.js';
import type { Finding, Options, Rule, Severity } from './rules/rule.js';
import { readingLines, readingOf } from './syntax/document.js';
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
  /** ISO date for which regulations were judged. */
  readonly asOf: string;
  /** What of it rests on a team's own texts, and on which. */
  readonly own: OwnCoverage;
}

export interface Tally {
  readonly total: number;
  readonly verified: number;
  /** absent, misplaced, ambiguous; for quotations: differs, elsewhere. */
  readonly wrong: number;
  /** superseded, repealed. */
  readonly outdated: number;
  readonly unverifiable: number;
}

/** Model and findings of one text: all that a view may read. */
export interface Analysis {
  readonly model: Model;
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
  const found: Finding[] = [];
  const run = (rule: Rule, on: Model): void => {
    const { level: severity, options } = settingOf(rule, settings);
    if (severity === 'off') return;
    for (const draft of rule.check(on, options)) {
      const finding: Finding = { rule: rule.id, severity, ...draft };
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
  return { model, findings: found, coverage: coverageOf(model) };
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

function coverageOf({ citations, quotations, placeholders, date }: Model): Coverage {
  const tally = (verdicts: readonly string[]): Tally => {
    const count = (...which: string[]): number => verdicts.filter(v => which.includes(v)).length;
    return {
      total: verdicts.length,
      verified: count('verified', 'exact'),
      wrong: count('absent', 'misplaced', 'ambiguous', 'differs', 'elsewhere'),
      outdated: count('superseded', 'repealed'),
      unverifiable: count('unverifiable'),
    };
  };
  return {
    citations: tally(citations.filter(c => !c.isQuoted).map(c => c.denotes.verdict)),
    quotations: tally(quotations.map(q => q.verdict)),
    placeholders: placeholders.length,
    asOf: date,
    own: ownCoverage(citations.filter(c => !c.isQuoted)),
  };
}
