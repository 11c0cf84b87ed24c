import type { Analysis } from '../core/analyze.js';
import { msg, type Message } from '../core/message.js';
import type { Finding, Severity } from '../core/rules/rule.js';
import type { Span } from '../core/text/span.js';
import { countUpTo } from './fact-at.js';

/**
 * VS Code draws the first 500 diagnostics of a document and silently leaves out the others (microsoft/vscode#200206). A
 * template may have a thousand blanks. So a view that has such a limit shows groups: every finding is in one, and the
 * findings themselves — what the command line counts, what code actions work on — stay as they are.
 */
export const LIMIT = 500;

/**
 * Findings of one rule that are shown as one, in order; mostly a single one. The span is from the first to the last.
 */
export interface Group extends Span {
  readonly rule: string;
  readonly severity: Severity;
  readonly findings: readonly Finding[];
}

/**
 * At most `limit` groups, if there are no more rules than that: single findings if they are few enough,
 * else blanks by line, else all by line, else all by section, else by stretches of so many lines as it takes. Over the
 * limit, the severest first: should an editor draw even fewer, these are seen.
 */
export function grouped(
  findings: readonly Finding[],
  { model: { lines, sections } }: Analysis,
  limit = LIMIT,
): Group[] {
  if (findings.length <= limit) return findings.map(finding => groupOf([finding]));
  const lineOf = findings.map(({ start }) => lines.at(start).line);
  // So many stretches of lines that all rules together stay within the limit.
  const stretches = Math.max(1, Math.floor(limit / new Set(findings.map(({ rule }) => rule)).size));
  const byLine = (i: number): number => lineOf[i]!;
  const levels: readonly ((i: number) => number | string)[] = [
    i => (findings[i]!.rule === 'placeholder-unfilled' ? lineOf[i]! : `${findings[i]!.start} ${findings[i]!.end}`),
    byLine,
    i => countUpTo(sections, findings[i]!.start),
    i => Math.floor(((lineOf[i]! - 1) * stretches) / lines.count),
  ];
  let found: readonly Finding[][] | null = null;
  for (const [i, keyOf] of levels.entries())
    found ??= byRuleAnd(findings, keyOf, i === levels.length - 1 ? Infinity : limit);
  return found!
    .map(groupOf)
    .sort((a, b) => SEVEREST.indexOf(a.severity) - SEVEREST.indexOf(b.severity) || a.start - b.start);
}

const SEVEREST: readonly Severity[] = ['error', 'warning', 'info'];

/** Those of one rule and one key together, in the order of the first of each; null for more than `most`. */
function byRuleAnd(
  findings: readonly Finding[],
  keyOf: (i: number) => number | string,
  most: number,
): Finding[][] | null {
  const byRule = new Map<string, Map<number | string, Finding[]>>();
  const found: Finding[][] = [];
  for (const [i, finding] of findings.entries()) {
    const own = byRule.get(finding.rule) ?? new Map<number | string, Finding[]>();
    byRule.set(finding.rule, own);
    const key = keyOf(i);
    const same = own.get(key);
    if (same) same.push(finding);
    else {
      if (found.length === most) return null;
      const first = [finding];
      own.set(key, first);
      found.push(first);
    }
  }
  return found;
}

function collected(findings: readonly Finding[], keyOf: (finding: Finding) => string): Iterable<Finding[]> {
  const byKey = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const same = byKey.get(key);
    if (same) same.push(finding);
    else byKey.set(key, [finding]);
  }
  return byKey.values();
}

/** Findings of one cause, the one that is told first; see {@link entries}. */
export interface Entry {
  readonly severity: Severity;
  readonly message: Message;
  /** The finding that stands for all: the first of the severest. */
  readonly lead: Finding;
  /** All of them, in the order of the text. */
  readonly findings: readonly Finding[];
}

const severest = (findings: readonly Finding[]): Finding =>
  findings.reduce((a, b) => (SEVEREST.indexOf(b.severity) < SEVEREST.indexOf(a.severity) ? b : a));

/** What a person reads first: one entry a cause, the severest first, else in the order of the text. */
export function entries(findings: readonly Finding[]): Entry[] {
  return [...collected(findings, ({ cause }) => cause.id)]
    .map((all): Entry => {
      const lead = severest(all);
      return {
        severity: lead.severity,
        message: (all.length > 1 && lead.cause.message) || lead.message,
        lead,
        findings: all,
      };
    })
    .sort((a, b) => SEVEREST.indexOf(a.severity) - SEVEREST.indexOf(b.severity) || a.lead.start - b.lead.start);
}

/** A finding as an editor marks it. */
export interface Mark {
  readonly finding: Finding;
  readonly message: Message;
  /**
   * Set for what has an entry in the list of problems: the first of each thing at fault. The others are marked, not
   * listed.
   */
  readonly isListed: boolean;
  /** For a listed one: the others that it stands for. */
  readonly others: readonly Finding[];
}

/**
 * The findings as an editor marks them, in the order of the text: of a paragraph with blanks, and of a citation with
 * its quotations, one is listed and says how many there are; every citation at fault is listed.
 */
export function marks(findings: readonly Finding[]): Mark[] {
  const leads = new Map<Finding, readonly Finding[]>();
  for (const all of collected(findings, ({ cause }) => cause.subject)) leads.set(severest(all), all);
  return findings.map(finding => {
    const all = leads.get(finding);
    const isWhole = all !== undefined && all.length > 1 && finding.cause.id === finding.cause.subject;
    return {
      finding,
      isListed: all !== undefined,
      message: (isWhole && finding.cause.message) || finding.message,
      others: all?.filter(other => other !== finding) ?? [],
    };
  });
}

const groupOf = (findings: readonly Finding[]): Group => ({
  rule: findings[0]!.rule,
  severity: findings[0]!.severity,
  findings,
  start: findings[0]!.start,
  end: findings.reduce((end, finding) => Math.max(end, finding.end), 0),
});

/** What to say of the group: that of its only finding, or how many there are and the first. */
export function groupMessage({ findings }: Group): Message {
  const [{ message }] = findings as readonly [Finding];
  return findings.length === 1
    ? message
    : msg(
        `此范围内有${findings.length}处同类问题。第一处：${message['zh-CN']}`,
        `There are ${findings.length} findings of this kind here. The first: ${message.en}`,
      );
}
