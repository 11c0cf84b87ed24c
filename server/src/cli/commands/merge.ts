import type { Message } from '../../core/message.js';
import { decidedTogether } from '../check/decided.js';
import { MERGE } from './merge.messages.js';
import { outputsFor, writeOutputs, type OutputOptions } from '../check/outputs.js';
import { finalOf } from '../check/release-gate.js';
import { readReport, type WrittenReport } from '../report/read.js';
import { NO_SUMMARY, sum, type Report } from '../report/report.js';
import { EXIT, type ExitCode, type Session } from '../session.js';
import { RUN } from '../check/check.messages.js';
import { isOver, type Threshold } from '../check/threshold.js';

export interface MergeOptions extends OutputOptions, Threshold {}

/** Puts the reports of shards together, as if one run had checked all their files, in any format. */
export async function merge(files: readonly string[], options: MergeOptions, session: Session): Promise<ExitCode> {
  const outputs = await outputsFor(options, session);
  if (!outputs) return EXIT.trouble;
  const parts: WrittenReport[] = [];
  for (const file of files) {
    const part = await readReport(file, session);
    if (part) parts.push(part);
  }
  const problem = parts.length < files.length ? null : problemOf(parts);
  if (problem) session.trouble(problem);
  if (problem || parts.length < files.length) return EXIT.trouble;
  const whole = together(parts.map(({ report }) => report));
  const fails = isOver(whole.summary, options);
  const merged = parts[0]!.report.final ? { ...whole, final: finalOf(whole, fails) } : whole;
  await writeOutputs(merged, outputs, session);
  const { files: checked, notReports, refused } = merged.summary;
  if (refused > 0) session.trouble(MERGE.refused(refused));
  if (checked === 0 && notReports > 0) session.trouble(RUN.noReports);
  return session.exitCode(fails || merged.final?.verdict === 'FAIL' ? EXIT.findings : EXIT.clean);
}

/** Why these are not the parts of one run; a shard that is missing would pass for checked. */
function problemOf(parts: readonly WrittenReport[]): Message | null {
  const [{ report: first }] = parts as readonly [WrittenReport];
  for (const { file, report } of parts) {
    if (
      report.policydoc !== first.policydoc ||
      report.asOf !== first.asOf ||
      report.locale !== first.locale ||
      !report.final !== !first.final
    ) {
      return MERGE.different(file, parts[0]!.file);
    }
    if (report.shard?.of !== first.shard?.of) return MERGE.otherCount(file);
  }
  if (!first.shard) return parts.length > 1 ? MERGE.noShard(parts[0]!.file) : null;
  const numbers = parts.map(({ report }) => report.shard!.number);
  const twice = numbers.find((number, i) => numbers.indexOf(number) !== i);
  if (twice !== undefined) return MERGE.twice(twice);
  const missing = Array.from({ length: first.shard.of }, (_, i) => i + 1).filter(number => !numbers.includes(number));
  return missing.length > 0 ? MERGE.missing(missing, first.shard.of) : null;
}

function together(reports: readonly Report[]): Report {
  const { version, policydoc, locale, asOf } = reports[0]!;
  return {
    version,
    policydoc,
    locale,
    asOf,
    files: reports.flatMap(({ files }) => files).sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0)),
    decided: decidedTogether(reports.flatMap(({ decided }) => decided)),
    summary: reports.reduce((all, { summary }) => sum(all, summary), NO_SUMMARY),
  };
}
