import { coverageLine, SUMMARY_MARK, summaryLines } from '../report/closing.js';
import { CLOSING } from '../report/closing.messages.js';
import type { Format } from './format.js';
import { FORMAT_TEXTS } from './formats.messages.js';
import type { Report, ReportFinding } from '../report/report.js';
import { plainMarkdown as plain } from '../../review/escape.js';
import { SEVERITY } from '../../features/wording.js';

/** For a merge request, a job summary, a mail: what the run came to, then a table for each file. */
export const markdown: Format = { write: report => pageOf(report, Infinity), mark: SUMMARY_MARK };

/** The same for a place that takes a megabyte at most. */
export const shortMarkdown = (report: Report): string => pageOf(report, 1000);

function pageOf(report: Report, most: number): string {
  const { files, final, locale } = report;
  let left = most;
  const tables = files.flatMap(({ file, findings }) => {
    const shown = findings.slice(0, left);
    left -= shown.length;
    return shown.length === 0 ? [] : [`## ${plain(file)}\n`, table(shown, locale)];
  });
  const listed = files.reduce((count, { findings }) => count + findings.length, 0);
  return [
    `# ${FORMAT_TEXTS.title[locale]}\n`,
    ...(final ? [`**${CLOSING.verdict[final.verdict][locale]}**\n`] : []),
    ...[...summaryLines(report), coverageLine(report)].map(line => `- ${plain(line)}`),
    '',
    ...(final ? [`${CLOSING.notChecked[locale]}\n`, ...final.notChecked.map(item => `- ${plain(item)}`), ''] : []),
    ...tables,
    ...(listed > most ? [`${FORMAT_TEXTS.cut(listed - most)[locale]}\n`] : []),
  ].join('\n');
}

function table(findings: readonly ReportFinding[], locale: Report['locale']): string {
  const { place, severity, message, rule } = FORMAT_TEXTS.columns;
  const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    row(place[locale], severity[locale], message[locale], rule[locale]),
    row('---', '---', '---', '---'),
    ...findings.map(it =>
      row(
        it.place ? plain(it.place.said) : `${it.startLine}:${it.startColumn}`,
        SEVERITY[it.severity][locale],
        plain(it.message),
        `\`${it.rule}\``,
      ),
    ),
    '',
  ].join('\n');
}
