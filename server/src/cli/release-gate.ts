import type { FileReport, Final, Report } from './report/report.js';
import { GATE } from './report-texts.js';

/** The word of the release gate on a report: PASS only when something was checked, all of it, and nothing stands against it. */
export function finalOf(report: Report, isOverThreshold: boolean): Final {
  const { summary } = report;
  const passes = summary.files > 0 && summary.refused === 0 && !isOverThreshold;
  return { verdict: passes ? 'PASS' : 'FAIL', notChecked: notChecked(report) };
}

/** Not checked is not correct: all that a signer might take for checked. */
export function notChecked({ summary, files, locale, asOf, shard }: Pick<Report, 'summary' | 'files' | 'locale' | 'asOf' | 'shard'>): string[] {
  const { citations, quotations, notReports, ignored, refused, unchangedFiles, unchanged, known } = summary;
  const items = [];
  if (shard) items.push(GATE.otherShards(shard.of - 1));
  if (citations.unverifiable > 0 || quotations.unverifiable > 0) items.push(GATE.unverifiable(citations.unverifiable, quotations.unverifiable));
  const off = [...new Set(files.flatMap(file => file.rulesOff))];
  if (off.length > 0) items.push(GATE.rulesOff(off));
  items.push(...files.flatMap(silenced));
  if (known > 0) items.push(GATE.known(known));
  if (unchangedFiles > 0 || unchanged > 0) items.push(GATE.unchanged(unchangedFiles, unchanged));
  if (notReports > 0) items.push(GATE.notReports(notReports));
  if (ignored > 0) items.push(GATE.ignored(ignored));
  if (refused > 0) items.push(GATE.refused(refused));
  if (summary.files === 0) items.push(GATE.nothing);
  items.push(GATE.facts, GATE.later(asOf));
  return items.map(item => item[locale]);
}

const silenced = ({ file, suppressions }: FileReport) =>
  suppressions.map(({ line, rules, reason, scope }) => GATE.suppression(file, line, rules, reason, scope));
