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

/** Findings of one rule that are shown as one, in order; mostly a single one. The span is from the first to the last. */
export interface Group extends Span {
  readonly rule: string;
  readonly severity: Severity;
  readonly findings: readonly Finding[];
}

/**
 * At most `limit` groups, if there are no more rules than that: single findings if they are few enough,
 * else blanks by line, else all by line, else all by section, else by stretches of so many lines as it takes. Over the limit, the severest first: should an
 * editor draw even fewer, these are seen.
 */
export function grouped(
  findings: readonly Finding[],
  { model: { lines, sections } }: Analysis,
  limit = LIMIT,
): Group[] {
  if (findings.length <= limit) return findings.map(finding => groupOf([finding]));
  const byLine = ({ rule, start }: Finding): string => `${rule} ${lines.at(start).line}`;
  const bySection = ({ rule, start }: Finding): string => `${rule} ${countUpTo(sections, start)}`;
  // So many stretches of lines that all rules together stay within the limit.
  const stretches = Math.max(1, Math.floor(limit / new Set(findings.map(({ rule }) => rule)).size));
  const byStretch = ({ rule, start }: Finding): string =>
    `${rule} ${Math.floor(((lines.at(start).line - 1) * stretches) / lines.count)}`;
  const levels: readonly ((finding: Finding) => string)[] = [
    finding =>
      finding.rule === 'placeholder-unfilled' ? byLine(finding) : `${finding.rule} ${finding.start} ${finding.end}`,
    byLine,
    bySection,
    byStretch,
  ];
  let groups: Group[] = [];
  for (const key of levels) {
    groups = [...collected(findings, key)].map(groupOf);
    if (groups.length <= limit) break;
  }
  return groups.sort((a, b) => SEVEREST.indexOf(a.severity) - SEVEREST.indexOf(b.severity) || a.start - b.start);
}

const SEVEREST: readonly Severity[] = ['error', 'warning', 'info'];

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
