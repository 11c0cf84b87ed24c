import { modelOf, type Model } from './model.js';
import type { RegulationIndex } from './regulations/index.js';
import { RULES } from './rules/index.js';
import type { Finding, Rule, Severity } from './rules/rule.js';
import type { Suppression } from './facts/suppressions.js';

/** Everything outside the text that an analysis depends on. Plain data, handed in. */
export interface Context {
  readonly index: RegulationIndex;
  readonly settings: Settings;
}

export interface Settings {
  /** Severity by rule id; `off` silences the rule. A rule not named has its own. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** ISO date that replaces the index's as-of date for judging what is in force. */
  readonly asOf?: string;
}

export const DEFAULT_SETTINGS: Settings = { rules: {} };

/** How many citations and quotations were checked, and with what result. "Not checked" is never counted as correct. */
export interface Coverage {
  readonly citations: Tally;
  readonly quotations: Tally;
  readonly placeholders: number;
  /** ISO date for which regulations were judged. */
  readonly asOf: string;
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
  const silencing = new Set<Suppression>();
  const found: Finding[] = [];
  const add = (rule: Rule, judgements: ReturnType<Rule['check']>): void => {
    const severity = Object.hasOwn(settings.rules, rule.id) ? settings.rules[rule.id]! : rule.severity;
    if (severity === 'off') return;
    for (const judgement of judgements) {
      const finding: Finding = { rule: rule.id, severity, ...judgement };
      const silencers = rule.isNeverSilenced ? [] : model.suppressions.filter(s => silences(s, finding, model));
      silencers.forEach(s => silencing.add(s));
      if (silencers.length === 0) found.push(finding);
    }
  };
  for (const rule of RULES) if (!rule.judgesSuppressions) add(rule, rule.check(model));
  const idle = model.suppressions.filter(s => !silencing.has(s));
  for (const rule of RULES) if (rule.judgesSuppressions) add(rule, rule.check({ ...model, suppressions: idle }));
  found.sort((a, b) => a.start - b.start || a.end - b.end);
  return { model, findings: found, coverage: coverageOf(model) };
}

/** Whether the comment speaks of the finding's rule and, unless it is for the whole file, stands on the line before it. */
function silences({ rules, scope, end }: Suppression, finding: Finding, { lines }: Model): boolean {
  if (!rules.includes(finding.rule)) return false;
  return scope === 'file' || lines.at(finding.start).line === lines.at(end).line + 1;
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
  };
}
