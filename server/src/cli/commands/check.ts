import packageJson from '../../../package.json' with { type: 'json' };
import type { Settings } from '../../core/analyze.js';
import { prefetch } from '../check/prefetch.js';
import type { FileResult } from '../check/analyze-file.js';
import { DecidedLog, decidedTogether } from '../check/decided.js';
import { openDrafts, type OpenedDraft, type PassedOver } from '../open-drafts.js';
import { writeOutputs } from '../check/outputs.js';
import { planOf, type CheckOptions, type CheckPlan } from '../check/check-plan.js';
import { Progress } from '../check/progress.js';
import { finalOf } from '../check/release-gate.js';
import { inWord } from '../report/in-word.js';
import {
  NO_SUMMARY,
  sum,
  summaryOf,
  type FileReport,
  type Report,
  type ReportFinding,
  type Summary,
} from '../report/report.js';
import { chosenRules, settingsUnder } from '../check/rule-choice.js';
import { EXIT, type ExitCode, type Session } from '../session.js';
import { CHECK } from '../check/check.messages.js';
import { isOver } from '../check/threshold.js';
import { listRules, printConfig } from '../check/list-rules.js';

export async function check(paths: readonly string[], options: CheckOptions, session: Session): Promise<ExitCode> {
  if (options.listRules || options.printConfig) {
    const chosen = chosenRules(options, session);
    if (chosen === undefined) return EXIT.trouble;
    return (options.listRules ? listRules : printConfig)(paths, options, chosen, session);
  }
  const plan = await planOf(options, session);
  if (!plan) return EXIT.trouble;
  const found = await checkAll(paths, options, plan, session).finally(() => plan.looks.end());
  const { summary } = found;
  const fails = isOver(summary, options);
  const report = options.final ? { ...found, final: finalOf(found, fails) } : found;
  await plan.baseline?.finish(summary.known);
  await plan.fixer?.finish();
  await writeOutputs(report, plan.outputs, options, session);
  // A folder in which nothing was recognised must not look like one in which all is well; a shard may well hold nothing.
  if (summary.files === 0 && summary.notReports > 0 && !plan.shard && !options.filesFrom && !options.detect)
    session.trouble(CHECK.noReports);
  return session.exitCode(fails || report.final?.verdict === 'FAIL' ? EXIT.findings : EXIT.clean);
}

async function checkAll(
  paths: readonly string[],
  options: CheckOptions,
  plan: CheckPlan,
  session: Session,
): Promise<Report> {
  const files: FileReport[] = [];
  let summary = NO_SUMMARY;
  const count = (more: Partial<Summary>): void => {
    summary = sum(summary, more);
  };
  const decisions = new DecidedLog(session.io.cwd);
  const passed: PassedOver = { ignored: 0, refused: 0, targets: 0, onIgnored: config => decisions.ignored(config) };
  const run = new Progress(session, plan.hasProgress);
  const { looks } = plan;
  let [begun, done] = [0, 0];
  const begin = async (opened: OpenedDraft) => {
    const left = passed.targets - begun++;
    const lines = await plan.linesOf(opened);
    const settings = settingsUnder(opened.config.settings, plan.rules, options);
    return { opened, lines, settings, answer: lines === 'none' ? null : await looks.ask(opened, settings, left) };
  };
  const lookAt = async (opened: OpenedDraft, settings: Settings, isStored: boolean): Promise<FileResult> =>
    (await looks.ask(opened, settings, 0, isStored))();
  for await (const { opened, lines, settings, answer } of prefetch(
    openDrafts(paths, { ...options, ...plan.texts }, session, passed),
    begin,
    () => looks.room,
    session,
  )) {
    await run.step(done++, passed.targets);
    if (!answer || lines === 'none') {
      count({ unchangedFiles: 1 });
      continue;
    }
    let seen = await answer();
    if (opened.named) session.drawOn(opened.origin);
    if (!isReport(opened, seen, options)) {
      count({ notReports: 1 });
      decisions.notReport(opened.file, opened.path, seen.own, opened.config);
      continue;
    }
    session.drawOn(opened.origin);
    decisions.checked(opened.config, settings);
    const counted = (of: FileResult): { findings: readonly ReportFinding[]; summary: Partial<Summary> } =>
      select(of.report.findings, opened, lines, plan);
    if (plan.fixer) {
      const after = await plan.fixer.fix(
        opened,
        async text => counted(await lookAt({ ...opened, text }, settings, false)).findings,
      );
      if (after !== opened.text) seen = await lookAt({ ...opened, text: after }, settings, true);
    }
    const { findings, summary: more } = counted(seen);
    const report = inWord({ ...seen.report, findings }, opened.word, session.locale);
    plan.baseline?.keep(opened.path, seen.report.findings);
    count(summaryOf(report));
    count(more);
    files.push(
      options.quiet ? { ...report, findings: report.findings.filter(({ severity }) => severity === 'error') } : report,
    );
  }
  run.end();
  count({ ignored: passed.ignored, refused: passed.refused, stale: plan.baseline?.stale ?? 0 });
  return {
    version: 1,
    policydoc: packageJson.version,
    locale: session.locale,
    asOf: plan.index.asOf,
    ...(plan.shard && { shard: plan.shard }),
    files,
    decided: decidedTogether(decisions.all()),
    summary,
  };
}

/** The findings that count, and how many were left out for which reason. */
function select(
  all: readonly ReportFinding[],
  { path }: OpenedDraft,
  lines: ReadonlySet<number> | 'all',
  { rules, baseline }: CheckPlan,
): { findings: readonly ReportFinding[]; summary: Partial<Summary> } {
  const asked = rules ? all.filter(({ rule }) => rules.has(rule)) : all;
  const fresh = baseline ? baseline.newAmong(path, asked) : asked;
  const findings =
    lines === 'all' ? fresh : fresh.filter(finding => [finding, ...finding.related].some(span => touches(span, lines)));
  return { findings, summary: { known: asked.length - fresh.length, unchanged: fresh.length - findings.length } };
}

function touches({ startLine, endLine }: { startLine: number; endLine: number }, lines: ReadonlySet<number>): boolean {
  for (let line = startLine; line <= endLine; line++) if (lines.has(line)) return true;
  return false;
}

/** The file itself has the first word, then who named it, then its folder's configuration, then the look of its text. */
function isReport(
  { path, named, config }: OpenedDraft,
  { own, looksLikeReport }: FileResult,
  { all, detect }: CheckOptions,
): boolean {
  if (own !== null) return own;
  return (named && !detect) || all || (config.isReport(path) ?? looksLikeReport);
}
