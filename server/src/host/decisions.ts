import { parse as parseJson, type ParseError } from 'jsonc-parser';
import type { Analysis, DecidedFinding } from '../core/analyze.js';
import type { Suppression } from '../core/facts/suppressions.js';
import { withOther } from '../core/lazily.js';
import { RULES } from '../core/rules/index.js';
import type { Finding } from '../core/rules/rule.js';
import { suppressionUnused } from '../core/rules/suppression-unused.js';
import { decode, RefusedError } from './decode.js';
import { fingerprints } from './fingerprints.js';
import { isDeepJson } from './json.js';
import { DECIDED } from './texts.js';

/** What was said of a finding. Plain data. */
export interface Decision extends Omit<DecidedFinding, 'finding'> {
  /** That of the finding in `--format json`. */
  readonly fingerprint: string;
  /** ISO date of the last day on which it holds, by the date of the regulation data; null for always. */
  readonly until: string | null;
}

/** The decisions about a draft of this name. */
export const decisionsOf = (name: string, { entries }: DecisionsFile): readonly Decision[] =>
  entries.flatMap(entry => (entry.draft === name ? [entry.decision] : []));

export interface DecisionsFile {
  readonly source: string;
  readonly entries: readonly { readonly draft: string; readonly decision: Decision }[];
}

/** What a file of decisions holds. Throws a RefusedError for one that is not as it should be. */
export function readDecisions(bytes: Uint8Array): DecisionsFile {
  const { text } = decode(bytes);
  const errors: ParseError[] = [];
  const data: unknown = isDeepJson(text) ? null : parseJson(text, errors, { allowTrailingComma: true });
  if (errors.length > 0 || !isObject(data) || data['version'] !== 1 || !Array.isArray(data['decisions']))
    throw new RefusedError(DECIDED.broken(DECIDED.shape));
  const entries = data['decisions'].map((entry: unknown, i) => {
    const read = isObject(entry) ? entryOf(entry) : null;
    if (!read) throw new RefusedError(DECIDED.broken(DECIDED.entry(i + 1)));
    return read;
  });
  return { source: text, entries };
}

const KEYS = new Set(['draft', 'rule', 'fingerprint', 'adopted', 'asked', 'reason', 'by', 'on', 'until']);

/** Null where something is missing, is of another kind, or is not known: what is not understood decides nothing. */
export function entryOf(entry: Record<string, unknown>): DecisionsFile['entries'][number] | null {
  const { draft, rule, fingerprint, adopted = false, asked = false, by, on = null, until = null } = entry;
  const reason = entry['reason'] ?? (adopted === true ? '' : null);
  const isSaid = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
  const isDay = (value: unknown): value is string | null =>
    value === null || (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value));
  if (Object.keys(entry).some(key => !KEYS.has(key))) return null;
  if (!isSaid(draft) || !isSaid(rule) || !isSaid(fingerprint) || !isSaid(by)) return null;
  if (typeof adopted !== 'boolean' || typeof asked !== 'boolean' || (adopted && asked)) return null;
  if (typeof reason !== 'string' || (!adopted && !isSaid(reason))) return null;
  if (!isDay(on) || !isDay(until)) return null;
  const kind = adopted ? 'adopted' : asked ? 'asked' : 'declined';
  return { draft, decision: { rule, fingerprint, kind, reason, by, on, until } };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The analysis with what was decided: a finding that is to stand is no longer one, and stands among what was silenced, with
 * the reason; one that is adopted, or that a colleague is asked about, stays until the text is mended. A decision that silences no
 * finding, or holds no longer, is a finding itself.
 */
export function decided(analysis: Analysis, decisions: readonly Decision[]): Analysis {
  if (decisions.length === 0) return analysis;
  const { model, findings } = analysis;
  const fingerprint = fingerprints(model);
  const byName = new Map(decisions.map(decision => [`${decision.rule} ${decision.fingerprint}`, decision]));
  const left = new Set(decisions);
  const silenced: Suppression[] = [];
  const met: DecidedFinding[] = [];
  const open = findings.filter(finding => {
    const decision = byName.get(`${finding.rule} ${fingerprint(finding)}`);
    if (!decision || (isSilencing(decision) && !holds(decision, model.index.asOf))) return true;
    left.delete(decision);
    met.push(about(decision, finding));
    if (!isSilencing(decision)) return true;
    const { start, end, rule } = finding;
    silenced.push({ start, end, rules: [rule], reason: said(decision), scope: 'next-line' });
    return false;
  });
  const mended = [...left].filter(one => !isSilencing(one)).map(decision => about(decision, null));
  const idle = [...left].filter(isSilencing).map((decision): Finding => {
    const message = isOver(decision, model.index.asOf)
      ? DECIDED.over(decision.rule, decision.until!)
      : DECIDED.idle(decision.rule);
    const id = `${suppressionUnused.id} ${decision.rule} ${decision.fingerprint}`;
    return {
      rule: suppressionUnused.id,
      severity: 'warning',
      start: 0,
      end: 0,
      message,
      reason: DECIDED.remove,
      cause: { id, subject: id, message: null },
    };
  });
  const suppressions = [...model.suppressions, ...silenced].sort((a, b) => a.start - b.start);
  return {
    ...analysis,
    model: withOther(model, { suppressions }),
    findings: [...idle, ...open],
    decisions: [...met, ...mended],
  };
}

const isSilencing = ({ kind }: Decision): boolean => kind === 'declined';
const NEVER_SILENCED = new Set(RULES.filter(rule => rule.isNeverSilenced).map(({ id }) => id));
const isOver = ({ until }: Decision, today: string): boolean => until !== null && until < today;
const holds = (decision: Decision, today: string): boolean =>
  !isOver(decision, today) && !NEVER_SILENCED.has(decision.rule);
const about = ({ rule, kind, reason, by, on }: Decision, finding: Finding | null): DecidedFinding => ({
  rule,
  finding,
  kind,
  reason,
  by,
  on,
});
const said = ({ reason, by, until }: Decision): string =>
  `${reason}（${by}${until === null ? '' : `，${until} 前有效`}）`;
