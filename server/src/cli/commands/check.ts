import { analyze, type Analysis } from '../../core/analyze.js';
import type { RegulationIndex } from '../../core/regulations/index.js';
import packageJson from '../../../package.json' with { type: 'json' };
import { openTexts, type Opened, type TextOptions } from '../open-texts.js';
import { outputsFor, writeOutputs, type OutputOptions } from '../outputs.js';
import { fileReport } from '../report/file-report.js';
import { NO_SUMMARY, sum, summaryOf, type FileReport, type Report } from '../report/report.js';
import { EXIT, type ExitCode, type Session } from '../session.js';
import { CHECK } from '../texts.js';
import { isOver, type Threshold } from '../threshold.js';

export interface CheckOptions extends TextOptions, OutputOptions, Threshold {
  readonly quiet?: boolean;
  readonly all?: boolean;
}

export async function check(paths: readonly string[], options: CheckOptions, session: Session): Promise<ExitCode> {
  const outputs = await outputsFor(options, session);
  const index = outputs && session.loadIndex();
  if (!index) return EXIT.trouble;
  const report = await checkAll(paths, options, session, index);
  await writeOutputs(report, outputs, options, session);
  const { summary } = report;
  // A folder in which nothing was recognised must not look like one in which all is well.
  if (summary.files === 0 && summary.notReports > 0) session.trouble(CHECK.noReports);
  return session.exitCode(isOver(summary, options) ? EXIT.findings : EXIT.clean);
}

async function checkAll(paths: readonly string[], options: CheckOptions, session: Session, index: RegulationIndex): Promise<Report> {
  const files: FileReport[] = [];
  let summary = NO_SUMMARY;
  let notReports = 0;
  const passed = { ignored: 0, refused: 0 };
  for await (const opened of openTexts(paths, options, session, passed)) {
    const analysis = analyze(opened.text, { index, settings: opened.config.settings });
    if (!isReport(opened, analysis, options)) {
      notReports++;
      continue;
    }
    const checked = fileReport(opened.file, analysis, session.locale);
    summary = sum(summary, summaryOf(checked));
    files.push(options.quiet ? { ...checked, findings: checked.findings.filter(({ severity }) => severity === 'error') } : checked);
  }
  return {
    version: 1, policydoc: packageJson.version, locale: session.locale, asOf: index.asOf, files,
    summary: sum(summary, { notReports, ...passed }),
  };
}

/** The file itself has the first word, then who named it, then its folder's configuration, then the look of its text. */
function isReport({ path, named, config }: Opened, { model }: Analysis, { all }: CheckOptions): boolean {
  const own = model.frontMatter?.data['policydoc'];
  if (typeof own === 'boolean') return own;
  return named || all || (config.isReport(path) ?? model.genre.isReport);
}
