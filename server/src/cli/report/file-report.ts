import type { Analysis } from '../../core/analyze.js';
import { standingOf, type Tally } from '../../core/coverage.js';
import { once } from '../../core/lazily.js';
import type { Locale } from '../../core/message.js';
import type { Citation } from '../../core/model.js';
import type { Finding } from '../../core/rules/rule.js';
import type { Lines } from '../../core/text/lines.js';
import type { Span } from '../../core/text/span.js';
import { fingerprints } from '../../host/fingerprints.js';
import { frame } from './frame.js';
import type { CitedRegulation, FileReport, ReportFinding, ReportSpan } from './report.js';

/** Everything any format says of one text. Keys one by one: their order is part of the bytes, and not the engine's to promise. */
export function fileReport(
  file: string,
  { model, findings, coverage }: Analysis,
  locale: Locale,
  rulesOff: readonly string[] = [],
): FileReport {
  const { lines } = model;
  const names = once(() => findings.map(fingerprints(model)));
  return {
    file,
    findings: findings.map((finding, i) => reportFinding(finding, lines, locale, () => names()[i]!)),
    coverage: {
      citations: tally(coverage.citations),
      quotations: tally(coverage.quotations),
      placeholders: coverage.placeholders,
      figures: {
        compared: coverage.figures.compared,
        uncompared: coverage.figures.uncompared,
        toCompare: coverage.figures.toCompare.map(({ line, text }) => ({ line, text })),
      },
      body: coverage.body,
      unread: coverage.unread.map(({ kind, line }) => ({ kind, line })),
      toRead: coverage.toRead.map(({ line, text }) => ({ line, text })),
      horizon: coverage.horizon && { kind: coverage.horizon.kind, until: coverage.horizon.until },
      asOf: coverage.asOf,
      dates: [...coverage.dates],
      own: {
        citations: coverage.own.citations,
        verified: coverage.own.verified,
        texts: coverage.own.texts.map(({ file, title, date, data, differing }) => ({
          file,
          title,
          date,
          data,
          differing,
        })),
      },
    },
    regulations: citedIn(model.citations),
    suppressions: model.suppressions.map(({ start, rules, reason, scope }) => ({
      line: lines.at(start).line,
      rules: [...rules],
      reason,
      scope,
    })),
    rulesOff,
  };
}

function citedIn(citations: readonly Citation[]): CitedRegulation[] {
  const cited = new Map<string, { -readonly [K in keyof CitedRegulation]: CitedRegulation[K] }>();
  for (const citation of citations) {
    const { regulation } = citation.denotes;
    if (citation.isQuoted || !regulation) continue;
    const { title } = regulation;
    const of = cited.get(title) ?? { title, citations: 0, wrong: 0, outdated: 0, unverifiable: 0 };
    cited.set(title, of);
    of.citations++;
    const standing = standingOf(citation);
    if (standing === 'wrong' || standing === 'outdated' || standing === 'unverifiable') of[standing]++;
  }
  return [...cited.values()];
}

function reportFinding(finding: Finding, lines: Lines, locale: Locale, name: () => string): ReportFinding {
  const { rule, severity, message, reason, label, cause, fixes = [], related = [] } = finding;
  return {
    rule,
    severity,
    message: message[locale],
    reason: reason[locale],
    ...(label && { label: label[locale] }),
    cause: { id: cause.id, message: cause.message?.[locale] ?? null },
    ...placed(finding, lines),
    fixes: fixes.map(fix => ({
      title: fix.title[locale],
      kind: fix.kind,
      edits: fix.edits.map(edit => ({ ...placed(edit, lines), text: edit.text })),
    })),
    related: related.map(other => ({ message: other.message[locale], ...placed(other, lines) })),
    // Most runs ask for none.
    get fingerprint() {
      return name();
    },
    excerpt: frame(lines, finding),
  };
}

function placed({ start, end }: Span, lines: Lines): ReportSpan {
  const [from, to] = [lines.at(start), lines.at(end)];
  return { start, end, startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
}

const tally = ({ total, verified, inSubstance, byNumber, named, wrong, outdated, unverifiable }: Tally): Tally => ({
  total,
  verified,
  inSubstance,
  byNumber,
  named,
  wrong,
  outdated,
  unverifiable,
});
