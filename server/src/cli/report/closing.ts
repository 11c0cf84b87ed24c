import { oldest } from '../../core/coverage.js';
import { CLOSING } from './closing.messages.js';
import { coverageText } from '../../features/wording.js';
import { hiddenIn, ownIn, type Report } from './report.js';

/** What every readable format says at its end. */

/** Its first line, as it stands in formats for people. */
export const SUMMARY_MARK = /(?:^|\n)(?:- )?(?:共检查 \d{1,9} 个文件：|\d{1,9} files? checked: )/;

/** How much was checked and found, and what was passed over. */
export function summaryLines(report: Report): string[] {
  const { files, errors, warnings, infos, notReports, ignored, refused, unchangedFiles, unchanged, known, stale } =
    report.summary;
  const hidden = hiddenIn(report);
  const lines = [CLOSING.summary(files, { error: errors, warning: warnings, info: infos })];
  if (hidden > 0) lines.push(CLOSING.hidden(hidden));
  if (known > 0) lines.push(CLOSING.known(known));
  if (stale > 0) lines.push(CLOSING.stale(stale));
  if (unchanged > 0) lines.push(CLOSING.unchanged(unchanged));
  if (unchangedFiles > 0) lines.push(CLOSING.unchangedFiles(unchangedFiles));
  if (notReports > 0) lines.push(CLOSING.notReports(notReports));
  if (ignored > 0) lines.push(CLOSING.ignored(ignored));
  if (refused > 0) lines.push(CLOSING.refused(refused));
  for (const { file, word } of report.files)
    if (word && word.said.length > 0) lines.push(CLOSING.word(file, word.said.join('')));
  const [texts, settings] = [report.decided.filter(it => it.declines), report.decided.filter(it => !it.declines)];
  for (const one of settings) lines.push(CLOSING.decided(one));
  if (texts.length > 0) lines.push(CLOSING.declined(texts.map(({ file }) => file)));
  if (report.shard) lines.push(CLOSING.shard(report.shard.number, report.shard.of));
  return lines.map(message => message[report.locale]);
}

export const coverageLine = (report: Report): string => {
  const horizon = oldest(report.files.map(({ coverage }) => coverage.horizon));
  return coverageText({ ...report.summary, horizon, own: ownIn(report) }, report.asOf)[report.locale];
};

/** PASS or FAIL, then what that does not speak of. */
export function verdictLines({ final, locale }: Report): string[] {
  if (!final) return [];
  return [
    CLOSING.verdict[final.verdict][locale],
    CLOSING.notChecked[locale],
    ...final.notChecked.map(item => `  - ${item}`),
  ];
}
