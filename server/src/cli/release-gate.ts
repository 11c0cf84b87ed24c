import { ownIn, type Final, type Report } from './report/report.js';
import { neverChecked, notChecked } from '../features/not-checked.js';
import { CLOSING, GATE } from './report-texts.js';

/** The word of the release gate on a report: PASS only when something was checked, all of it, and nothing stands against it. */
export function finalOf(report: Report, isOverThreshold: boolean): Final {
  const { summary } = report;
  const passes = summary.files > 0 && summary.refused === 0 && !isOverThreshold;
  return { verdict: passes ? 'PASS' : 'FAIL', notChecked: notCheckedIn(report) };
}

function notCheckedIn({ summary, files, locale, asOf, shard }: Report): string[] {
  const { notReports, ignored, refused, unchangedFiles, unchanged, known } = summary;
  const silenced = files.flatMap(({ file, suppressions }) => suppressions.map(one => ({ file, ...one })));
  const items = [
    ...(shard ? [GATE.otherShards(shard.of - 1)] : []),
    ...notChecked({ ...summary, own: ownIn({ files }) }, [...new Set(files.flatMap(file => file.rulesOff))], silenced),
  ];
  if (known > 0) items.push(GATE.known(known));
  if (unchangedFiles > 0 || unchanged > 0) items.push(GATE.unchanged(unchangedFiles, unchanged));
  if (notReports > 0) items.push(GATE.notReports(notReports));
  if (ignored > 0) items.push(GATE.ignored(ignored));
  if (refused > 0) items.push(GATE.refused(refused));
  if (summary.files === 0) items.push(GATE.nothing);
  for (const { file, word } of files)
    if (word && word.said.length > 0) items.push(CLOSING.word(file, word.said.join('')));
  return [...items, ...neverChecked(asOf)].map(item => item[locale]);
}
