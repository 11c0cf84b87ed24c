import type { Severity } from '../../core/rules/rule.js';
import { coverageLine, SUMMARY_MARK, summaryLines, verdictLines } from '../report/closing.js';
import { line } from '../inert.js';
import { FORMAT_TEXTS } from './formats.messages.js';
import { bySeverity, type ReportFinding } from '../report/report.js';
import type { Format, FormatContext } from './format.js';

const COMMAND: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** GitHub shows ten annotations of a kind in a step and drops the others without a word. */
const MOST = 10;

const write: Format['write'] = (report, context) => {
  const all = bySeverity(report);
  const shown = (['error', 'warning', 'info'] as const).flatMap(severity =>
    all.filter(({ finding }) => finding.severity === severity).slice(0, MOST),
  );
  const annotations = shown.map(({ file, finding }) => annotation(file, finding, context));
  const closing = [...summaryLines(report), coverageLine(report), ...verdictLines(report)];
  if (all.length > shown.length) closing.unshift(FORMAT_TEXTS.notAnnotated(all.length - shown.length)[report.locale]);
  return [...annotations, ...closing.map(line)].map(it => `${it}\n`).join('');
};

/** Workflow commands for GitHub Actions: annotations for the gravest findings, then what the run came to, for its log. */
export const github: Format = { write, mark: SUMMARY_MARK };

function annotation(file: string, finding: ReportFinding, { inRepository }: FormatContext): string {
  const { rule, severity, message, reason, startLine, startColumn, endLine, endColumn } = finding;
  const properties: Record<string, string | number> = {
    title: rule,
    file: inRepository(file),
    line: startLine,
    endLine,
    // Columns are refused where they are of two lines.
    ...(startLine === endLine && { col: startColumn, endColumn }),
  };
  const written = Object.entries(properties)
    .map(([name, value]) => `${name}=${escapedProperty(line(`${value}`))}`)
    .join(',');
  return `::${COMMAND[severity]} ${written}::${escaped(`${line(message)}\n${line(reason)}`)}`;
}

const escaped = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapedProperty = (text: string): string => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
