import type { Locale } from '../../core/message.js';
import type { Severity } from '../../core/rules/rule.js';
import type { Colors } from '../color.js';
import { line } from '../inert.js';
import { coverageLine, summaryLines, verdictLines } from '../report/closing.js';
import type { FileReport, ReportFinding, ReportSpan } from '../report/report.js';
import type { Writer } from '../report/writer.js';
import { CHECK } from '../texts.js';

const PAINT: Readonly<Record<Severity, 'red' | 'yellow' | 'cyan'>> = { error: 'red', warning: 'yellow', info: 'cyan' };

/** For a person at a terminal: grouped by file, each finding with its place in the text. */
export const pretty: Writer = (report, { locale, colors }) =>
  [
    ...report.files.map(file => fileBlock(file, locale, colors)),
    ...[...summaryLines(report), coverageLine(report)].map(it => `${line(it)}\n`),
    ...verdictLines(report).map(
      (it, i) =>
        `${i === 0 ? colors.bold(colors[report.final!.verdict === 'PASS' ? 'green' : 'red'](it)) : line(it)}\n`,
    ),
  ].join('');

/** The reason is said once a file for each rule: under every one of 35 placeholders it would bury them. */
function fileBlock({ file, findings }: FileReport, locale: Locale, colors: Colors): string {
  if (findings.length === 0) return '';
  const explained = new Set<string>();
  const blocks = findings.map(finding => {
    const isNew = !explained.has(finding.rule + finding.reason);
    explained.add(finding.rule + finding.reason);
    return block(finding, isNew, locale, colors);
  });
  return `${colors.underline(line(file))}\n${blocks.join('\n')}\n`;
}

function block(finding: ReportFinding, withReason: boolean, locale: Locale, colors: Colors): string {
  const { startLine, severity, message, reason, rule, excerpt, related, place } = finding;
  const paint = colors[PAINT[severity]];
  // No line of a Word document has a number that anybody sees.
  const gutter = (place ? '' : `${startLine}`).padStart(6);
  return [
    `  ${placeOf(finding)}  ${paint(CHECK.severity[severity][locale])}  ${line(message)}  ${colors.dim(`(${line(rule)})`)}`,
    // Where the other place is that the message speaks of.
    ...(related.length === 1 ? [`      ${line(related[0]!.message)}${COLON[locale]}${placeOf(related[0]!)}`] : []),
    ...(withReason ? [`      ${line(reason)}`] : []),
    `${colors.dim(`${gutter} |`)} ${line(excerpt.line)}`,
    `${colors.dim(`${' '.repeat(gutter.length)} |`)} ${' '.repeat(excerpt.indent)}${paint('^'.repeat(excerpt.width))}`,
    '',
  ].join('\n');
}

const placeOf = ({ place, startLine, startColumn }: ReportSpan): string =>
  place ? line(place.said) : `${startLine}:${startColumn}`;
const COLON: Readonly<Record<Locale, string>> = { 'zh-CN': '：', en: ': ' };
