import { basename, dirname, join } from 'node:path';
import { parse as parseJson, type ParseError } from 'jsonc-parser';
import type { Analysis } from '../core/analyze.js';
import type { Suppression } from '../core/facts/suppressions.js';
import { withOther } from '../core/lazily.js';
import { RULES } from '../core/rules/index.js';
import type { Finding } from '../core/rules/rule.js';
import { suppressionUnused } from '../core/rules/suppression-unused.js';
import { decode, RefusedError } from './decode.js';
import { fingerprints } from './fingerprints.js';
import { isDeepJson } from './json.js';
import { isMissing, MOST, readFound } from './open.js';
import { DECIDED } from './texts.js';

/**
 * What people have decided about findings, beside the drafts they are of: for texts that will be printed, or that are Word
 * documents, and can hold no mark of ours.
 */
export const DECISIONS = 'policydoc-decisions.json';

/** That a finding is to stand. Plain data. */
export interface Decision {
  readonly rule: string;
  /** That of the finding in `--format json`. */
  readonly fingerprint: string;
  readonly reason: string;
  readonly by: string;
  /** ISO date of the last day on which it holds, by the date of the regulation data; null for always. */
  readonly until: string | null;
}

/** The decisions about a draft, by the file beside it. Throws a RefusedError for a file that is not as it should be. */
export function decisionsFor(draft: string): readonly Decision[] {
  let bytes: Uint8Array;
  try {
    bytes = readFound(join(dirname(draft), DECISIONS), { most: MOST.settings }).bytes;
  } catch (error) {
    if (isMissing(error)) return [];
    throw error instanceof RefusedError ? new RefusedError(DECIDED.broken(error.reason)) : error;
  }
  const { text } = decode(bytes);
  const errors: ParseError[] = [];
  const data: unknown = isDeepJson(text) ? null : parseJson(text, errors, { allowTrailingComma: true });
  if (errors.length > 0 || !isObject(data) || data['version'] !== 1 || !Array.isArray(data['decisions']))
    throw new RefusedError(DECIDED.broken(DECIDED.shape));
  return data['decisions'].flatMap((entry: unknown, i): Decision[] => {
    const read = isObject(entry) ? decisionOf(entry) : null;
    if (!read) throw new RefusedError(DECIDED.broken(DECIDED.entry(i + 1)));
    return read.draft === basename(draft) ? [read.decision] : [];
  });
}

const KEYS = new Set(['draft', 'rule', 'fingerprint', 'reason', 'by', 'until']);

/** Null where something is missing, is of another kind, or is not known: what is not understood decides nothing. */
function decisionOf(entry: Record<string, unknown>): { draft: string; decision: Decision } | null {
  const { draft, rule, fingerprint, reason, by, until = null } = entry;
  const isSaid = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
  if (Object.keys(entry).some(key => !KEYS.has(key))) return null;
  if (!isSaid(draft) || !isSaid(rule) || !isSaid(fingerprint) || !isSaid(reason) || !isSaid(by)) return null;
  if (until !== null && !(typeof until === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(until))) return null;
  return { draft, decision: { rule, fingerprint, reason, by, until } };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The analysis with what was decided: a finding that is to stand is no longer one, and stands among what was silenced, with
 * the reason. A decision that meets no finding, or holds no longer, is a finding itself.
 */
export function decided(analysis: Analysis, decisions: readonly Decision[]): Analysis {
  if (decisions.length === 0) return analysis;
  const { model, findings } = analysis;
  const fingerprint = fingerprints(model.lines);
  const byName = new Map(decisions.map(decision => [`${decision.rule} ${decision.fingerprint}`, decision]));
  const left = new Set(decisions);
  const silenced: Suppression[] = [];
  const open = findings.filter(finding => {
    const decision = byName.get(`${finding.rule} ${fingerprint(finding)}`);
    if (!decision || isOver(decision, model.index.asOf) || NEVER_SILENCED.has(finding.rule)) return true;
    left.delete(decision);
    const { start, end, rule } = finding;
    silenced.push({ start, end, rules: [rule], reason: said(decision), scope: 'next-line' });
    return false;
  });
  const idle = [...left].map((decision): Finding => {
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
  return { ...analysis, model: withOther(model, { suppressions }), findings: [...idle, ...open] };
}

const NEVER_SILENCED = new Set(RULES.filter(rule => rule.isNeverSilenced).map(({ id }) => id));
const isOver = ({ until }: Decision, today: string): boolean => until !== null && until < today;
const said = ({ reason, by, until }: Decision): string =>
  `${reason}（${by}${until === null ? '' : `，${until} 前有效`}）`;
