import { levelOf, type RuleSetting, type Settings } from '../../core/analyze.js';
import { RULES } from '../../core/rules/index.js';
import type { Severity } from '../../core/rules/rule.js';
import { nearest } from '../../features/nearest.js';
import type { Session } from '../session.js';
import { EXPLAIN } from '../commands/explain.messages.js';

/** What the options of a run say about rules. */
export interface RuleOptions {
  /** Ids, each maybe several with commas between them. */
  readonly rule?: readonly string[];
  readonly final?: boolean;
}

/**
 * What no report may be published with, whatever the configuration says: placeholders, citations that nobody could
 * verify, and suppressions that do not say why.
 */
const FINAL_RULES = [
  'placeholder-unfilled',
  'citation-regulation-unknown',
  'citation-unverifiable',
  'quotation-unverifiable',
  'suppression-unexplained',
];

/** The rules that were asked for, or null for all; undefined after naming those that do not exist. */
export function chosenRules({ rule }: RuleOptions, session: Session): ReadonlySet<string> | null | undefined {
  if (!rule) return null;
  const ids = RULES.map(({ id }) => id);
  const wanted = rule
    .flatMap(list => list.split(','))
    .map(id => id.trim())
    .filter(id => id !== '');
  const unknown = wanted.filter(id => !ids.includes(id));
  for (const id of unknown) session.trouble(EXPLAIN.unknown(id, nearest(id, ids)));
  return unknown.length > 0 ? undefined : new Set(wanted);
}

/**
 * The settings of a text under the options of the run. All rules run in any case, because what is unused among the
 * suppressions can only be told when they do; a rule asked for by name runs also where the configuration has it off.
 */
export function settingsUnder(
  settings: Settings,
  chosen: ReadonlySet<string> | null,
  { final }: RuleOptions,
): Settings {
  const rules: Record<string, RuleSetting> = { ...settings.rules };
  const set = (id: string, level: Severity): void => {
    const said = rules[id];
    rules[id] = typeof said === 'object' ? [level, said[1]] : level;
  };
  if (chosen)
    for (const { id, severity } of RULES)
      if (chosen.has(id) && levelOf(rules[id] ?? severity) === 'off') set(id, severity);
  if (final) for (const id of FINAL_RULES) set(id, 'error');
  return { ...settings, rules };
}
