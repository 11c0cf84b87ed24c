import { analyze, type Analysis } from '../../core/analyze.js';
import type { RegulationIndex } from '../../core/regulations/index.js';
import type { Finding, Severity } from '../../core/rules/rule.js';
import { colorsFor } from '../color.js';
import { openTexts, type Opened, type TextOptions } from '../open-texts.js';
import { emptySummary, withFile, type Reporter, type Summary } from '../report.js';
import { jsonReporter } from '../reporters/json.js';
import { prettyReporter } from '../reporters/pretty.js';
import { EXIT, type ExitCode, type Session } from '../session.js';
import { CHECK } from '../texts.js';

export interface CheckOptions extends TextOptions {
  readonly format: 'pretty' | 'json';
  readonly failOn: Severity;
  readonly maxWarnings?: number;
  readonly quiet?: boolean;
  readonly all?: boolean;
  readonly color: boolean;
}

export async function check(paths: readonly string[], options: CheckOptions, session: Session): Promise<ExitCode> {
  const index = session.loadIndex();
  if (!index) return EXIT.trouble;
  const reporter = reporterFor(options, session);
  const summary = await checkAll(paths, options, session, index, reporter);
  reporter.end(summary);
  // A folder in which nothing was recognised must not look like one in which all is well.
  if (summary.files === 0 && summary.notReports > 0) session.trouble(CHECK.noReports);
  return session.exitCode(isOver(summary, options) ? EXIT.findings : EXIT.clean);
}

async function checkAll(
  paths: readonly string[], options: CheckOptions, session: Session, index: RegulationIndex, reporter: Reporter,
): Promise<Summary> {
  let summary = emptySummary(index.asOf);
  let notReports = 0;
  const passed = { ignored: 0, refused: 0 };
  for await (const opened of openTexts(paths, options, session, passed)) {
    const analysis = analyze(opened.text, { index: await session.withTeam(index, opened.config), settings: opened.config.settings });
    if (!isReport(opened, analysis, options)) {
      notReports++;
      continue;
    }
    summary = withFile(summary, analysis);
    reporter.file({ file: opened.file, analysis }, analysis.findings.filter(isShown));
  }
  return { ...summary, notReports, ...passed };

  function isShown({ severity }: Finding): boolean {
    return !options.quiet || severity === 'error';
  }
}

/** The file itself has the first word, then who named it, then its folder's configuration, then the look of its text. */
function isReport({ path, named, config }: Opened, { model }: Analysis, { all }: CheckOptions): boolean {
  const own = model.frontMatter?.data['policydoc'];
  if (typeof own === 'boolean') return own;
  return named || all || (config.isReport(path) ?? model.genre.isReport);
}

function reporterFor({ format, color }: CheckOptions, session: Session): Reporter {
  const write = (text: string): void => session.print(text);
  return format === 'json'
    ? jsonReporter(write, session.locale)
    : prettyReporter(write, session.locale, colorsFor(session.io.stdout, session.io.env, color));
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** Whether the findings reach the threshold; what `--quiet` hides counts as well. */
function isOver({ findings }: Summary, { failOn, maxWarnings = Infinity }: CheckOptions): boolean {
  const failing = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  return failing.some(severity => findings[severity] > 0) || findings.warning > maxWarnings;
}
