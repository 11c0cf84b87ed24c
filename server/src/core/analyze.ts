import type { Model } from './model.js';
import type { RegulationIndex } from './regulations/index.js';
import type { Finding, Severity } from './rules/rule.js';

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
export declare function analyze(text: string, context: Context, previous?: Analysis): Analysis;
