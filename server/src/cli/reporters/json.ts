import type { Coverage, Tally } from '../../core/analyze.js';
import type { Locale } from '../../core/message.js';
import type { Finding } from '../../core/rules/rule.js';
import type { Lines } from '../../core/text/lines.js';
import type { Reporter, Summary } from '../report.js';

/** For programs. Stable from the first release: keys may be added, none changes its meaning. */
export function jsonReporter(write: (text: string) => void, locale: Locale): Reporter {
  const files: object[] = [];
  return {
    file({ file, analysis: { model, coverage } }, shown) {
      const findings = shown.map(finding => findingEntry(finding, model.lines, locale));
      files.push({ file, findings, coverage: { ...countsOf(coverage), asOf: coverage.asOf } });
    },
    end(summary) {
      write(`${JSON.stringify({ version: 1, asOf: summary.asOf, files, summary: summaryEntry(summary) }, null, 2)}\n`);
    },
  };
}

function findingEntry({ rule, severity, message, reason, start, end, fixes = [] }: Finding, lines: Lines, locale: Locale): object {
  const from = lines.at(start);
  const to = lines.at(end);
  return {
    rule, severity, message: message[locale], reason: reason[locale], start, end,
    startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column,
    fixes: fixes.map(fix => ({
      title: fix.title[locale], kind: fix.kind,
      edits: fix.edits.map(edit => ({ start: edit.start, end: edit.end, text: edit.text })),
    })),
  };
}

const summaryEntry = ({ files, notReports, ignored, refused, findings, coverage }: Summary): object => ({
  files, notReports, ignored, refused,
  errors: findings.error, warnings: findings.warning, infos: findings.info, ...countsOf(coverage),
});

// Keys one by one: their order is part of the bytes, and the engine's is not ours to promise.
const countsOf = ({ citations, quotations, placeholders }: Omit<Coverage, 'asOf'>): object =>
  ({ citations: tallyEntry(citations), quotations: tallyEntry(quotations), placeholders });

const tallyEntry = ({ total, verified, wrong, outdated, unverifiable }: Tally): object =>
  ({ total, verified, wrong, outdated, unverifiable });
