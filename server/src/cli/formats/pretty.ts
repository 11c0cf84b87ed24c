import { msg, type Locale } from '../../core/message.js';
import type { Severity } from '../../core/rules/rule.js';
import type { Colors } from '../color.js';
import { line } from '../inert.js';
import { coverageLine, SUMMARY_MARK, summaryLines, verdictLines } from '../report/closing.js';
import { byCause, type FileReport, type ReportEntry, type ReportSpan } from '../report/report.js';
import type { Format } from './format.js';
import { SEVERITY } from '../../features/wording.js';

const PAINT: Readonly<Record<Severity, 'red' | 'yellow' | 'cyan'>> = { error: 'red', warning: 'yellow', info: 'cyan' };

const write: Format['write'] = (report, { locale, colors }) =>
  [
    ...report.files.map(file => fileBlock(file, locale, colors)),
    ...[...summaryLines(report), coverageLine(report)].map(it => `${line(it)}\n`),
    ...verdictLines(report).map(
      (it, i) =>
        `${i === 0 ? colors.bold(colors[report.final!.verdict === 'PASS' ? 'green' : 'red'](it)) : line(it)}\n`,
    ),
  ].join('');

/** For a person at a terminal: grouped by file, each finding with its place in the text. */
export const pretty: Format = { write, mark: SUMMARY_MARK };

/** One entry a cause, errors first. The reason is said once a file for each rule: under every one it would bury them. */
function fileBlock({ file, findings }: FileReport, locale: Locale, colors: Colors): string {
  if (findings.length === 0) return '';
  const explained = new Set<string>();
  const blocks = byCause(findings).map(entry => {
    const said = entry.lead.rule + entry.lead.reason;
    const isNew = !explained.has(said);
    explained.add(said);
    return block(entry, isNew, locale, colors);
  });
  return `${colors.underline(line(file))}\n${blocks.join('\n')}\n`;
}

/** Of more findings than this with one cause the places alone are told. */
const MOST_TOLD = 8;

function block({ lead, findings }: ReportEntry, withReason: boolean, locale: Locale, colors: Colors): string {
  const { startLine, severity, message, reason, rule, excerpt, related, place, cause } = lead;
  const paint = colors[PAINT[severity]];
  // No line of a Word document has a number that anybody sees.
  const gutter = (place ? '' : `${startLine}`).padStart(6);
  const rules = [...new Set([rule, ...findings.map(finding => finding.rule)])].join(', ');
  const isOne = findings.length === 1;
  const others = cause.message === null ? findings.filter(finding => finding !== lead) : findings;
  const told =
    // In Word blanks of one paragraph have one place: their words tell which.
    isOne || (rule === BLANK && !place) || others.length > MOST_TOLD
      ? []
      : others.map(other => `      ${placeOf(other)}  ${line(other.message)}`);
  const places = isOne || told.length > 0 ? [] : [`      ${[...new Set(findings.map(placeOf))].join(' ')}`];
  return [
    `  ${placeOf(lead)}  ${paint(SEVERITY[severity][locale])}  ${line(isOne ? message : (cause.message ?? message))}  ${colors.dim(`(${line(rules)})`)}`,
    ...told,
    ...places,
    // Where the other place is that the message speaks of.
    ...(isOne && related.length === 1
      ? [`      ${line(related[0]!.message)}${COLON[locale]}${placeOf(related[0]!)}`]
      : []),
    ...(withReason ? [`      ${line(reason)}`] : []),
    `${colors.dim(`${gutter} |`)} ${line(excerpt.line)}`,
    `${colors.dim(`${' '.repeat(gutter.length)} |`)} ${' '.repeat(excerpt.indent)}${paint('^'.repeat(excerpt.width))}`,
    '',
  ].join('\n');
}

const BLANK = 'placeholder-unfilled';
const placeOf = ({ place, startLine, startColumn }: ReportSpan): string =>
  place ? line(place.said) : `${startLine}:${startColumn}`;
const COLON: Readonly<Record<Locale, string>> = msg('：', ': ');
