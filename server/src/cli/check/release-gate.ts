import { oldest } from '../../core/coverage.js';
import { ownIn, type Final, type Report } from '../report/report.js';
import { neverChecked, notChecked } from '../../features/not-checked.js';
import { CLOSING } from '../report/closing.messages.js';
import { GATE } from './release-gate.messages.js';

/** The word of the release gate on a report: PASS only when there was something to check, in every file, and nothing stands against it. */
export function finalOf(report: Report, isOverThreshold: boolean): Final {
  const { summary } = report;
  const isEmpty = report.files.some(({ coverage }) => coverage.body === 0);
  const passes = summary.files > 0 && summary.refused === 0 && !isEmpty && !isOverThreshold;
  return { verdict: passes ? 'PASS' : 'FAIL', notChecked: notCheckedIn(report) };
}

function notCheckedIn({ summary, files, locale, asOf, shard }: Report): string[] {
  const { notReports, ignored, refused, unchangedFiles, unchanged, known } = summary;
  const silenced = files.flatMap(({ file, suppressions }) => suppressions.map(one => ({ file, ...one })));
  const items = [
    ...(shard ? [GATE.otherShards(shard.of - 1)] : []),
    ...notChecked(
      { ...summary, own: ownIn({ files }) },
      files,
      [...new Set(files.flatMap(file => file.rulesOff))],
      silenced,
    ),
  ];
  if (known > 0) items.push(GATE.known(known));
  if (unchangedFiles > 0 || unchanged > 0) items.push(GATE.unchanged(unchangedFiles, unchanged));
  if (notReports > 0) items.push(GATE.notReports(notReports));
  if (ignored > 0) items.push(GATE.ignored(ignored));
  if (refused > 0) items.push(GATE.refused(refused));
  if (summary.files === 0) items.push(GATE.nothing);
  for (const { file, word } of files)
    if (word && word.said.length > 0) items.push(CLOSING.word(file, word.said.join('')));
  return [...items, ...neverChecked(asOf, oldest(files.map(({ coverage }) => coverage.horizon)))].map(
    item => item[locale],
  );
}
