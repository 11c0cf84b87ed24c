import type { Locale } from '../../core/message.js';
import type { Finding, Severity } from '../../core/rules/rule.js';
import type { Colors } from '../color.js';
import { printable } from '../printable.js';
import type { Checked, Reporter, Summary } from '../report.js';
import { CHECK } from '../texts.js';
import { frame } from './frame.js';

const PAINT: Readonly<Record<Severity, 'red' | 'yellow' | 'cyan'>> = { error: 'red', warning: 'yellow', info: 'cyan' };

/** For a person at a terminal: grouped by file, each finding with its reason and its place in the text. */
export function prettyReporter(write: (text: string) => void, locale: Locale, colors: Colors): Reporter {
  let hidden = 0;
  return {
    file(checked, shown) {
      hidden += checked.analysis.findings.length - shown.length;
      if (shown.length === 0) return;
      const blocks = shown.map(finding => block(checked, finding, locale, colors));
      write(`${colors.underline(printable(checked.file))}\n${blocks.join('\n')}\n`);
    },
    end(summary) {
      write(`${summaryLines(summary, hidden, locale).join('\n')}\n${CHECK.coverage(summary.coverage, summary.asOf)[locale]}\n`);
    },
  };
}

function block({ analysis: { model: { lines } } }: Checked, finding: Finding, locale: Locale, colors: Colors): string {
  const { line, column } = lines.at(finding.start);
  const severity = colors[PAINT[finding.severity]](CHECK.severity[finding.severity][locale]);
  const source = frame(lines, finding);
  const gutter = `${line}`.padStart(6);
  const mark = ' '.repeat(source.indent) + colors[PAINT[finding.severity]]('^'.repeat(source.width));
  return [
    `  ${line}:${column}  ${severity}  ${printable(finding.message[locale])}  ${colors.dim(`(${finding.rule})`)}`,
    `      ${printable(finding.reason[locale])}`,
    `${colors.dim(`${gutter} |`)} ${source.line}`,
    `${colors.dim(`${' '.repeat(gutter.length)} |`)} ${mark}`,
    '',
  ].join('\n');
}

function summaryLines(summary: Summary, hidden: number, locale: Locale): string[] {
  const { files, notReports, ignored, refused, findings } = summary;
  const lines = [CHECK.summary(files, findings)];
  if (hidden > 0) lines.push(CHECK.hidden(hidden));
  if (notReports > 0) lines.push(CHECK.notReports(notReports));
  if (ignored > 0) lines.push(CHECK.ignored(ignored));
  if (refused > 0) lines.push(CHECK.refused(refused));
  return lines.map(message => message[locale]);
}
