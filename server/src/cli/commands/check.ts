import packageJson from '../../../package.json' with { type: 'json' };
import type { Settings } from '../../core/analyze.js';
import { prefetch } from '../check/prefetch.js';
import type { FileResult } from '../check/analyze-file.js';
import { DecidedLog, decidedTogether } from '../check/decided.js';
import type { ChangedLines } from '../../host/history.js';
import type { Noted } from '../notes.js';
import { findDrafts, type OpenedDraft, type PassedOver } from '../open-drafts.js';
import { writeOutputs } from '../check/outputs.js';
import { planOf, type CheckOptions, type CheckPlan } from '../check/check-plan.js';
import { Progress } from '../check/progress.js';
import { finalOf } from '../check/release-gate.js';
import { inWord } from '../report/in-word.js';
import { NO_SUMMARY, sum, summaryOf, type FileReport, type Report, type Summary } from '../report/report.js';
import { chosenRules } from '../check/rule-choice.js';
import { EXIT, type ExitCode, type Session } from '../session.js';
import { RUN } from '../check/check.messages.js';
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
  const found = await reportOn(paths, plan, session);
  const { summary } = found;
  const fails = isOver(summary, plan.threshold);
  const report = plan.isFinal ? { ...found, final: finalOf(found, fails) } : found;
  await plan.baseline?.finish(summary.known);
  await plan.fixer?.finish();
  await writeOutputs(report, plan.outputs, session);
  // A folder in which nothing was recognised must not look like one in which all is well; a shard may well hold nothing.
  if (summary.files === 0 && summary.notReports > 0 && !plan.mayFindNothing) session.trouble(RUN.noReports);
  return session.exitCode(fails || report.final?.verdict === 'FAIL' ? EXIT.findings : EXIT.clean);
}

/** A draft whose analysis has begun; without an answer where none of its lines is of interest. */
interface Begun {
  readonly draft: OpenedDraft;
  readonly lines: ChangedLines;
  readonly settings: Settings;
  readonly answer: (() => Promise<FileResult>) | null;
}

/** Checks all there is to check. Ends the pool of the plan. */
export async function reportOn(paths: readonly string[], plan: CheckPlan, session: Session): Promise<Report> {
  return checkAll(paths, plan, session).finally(() => plan.pool.end());
}

async function checkAll(paths: readonly string[], plan: CheckPlan, session: Session): Promise<Report> {
  const files: FileReport[] = [];
  let summary = NO_SUMMARY;
  const count = (more: Partial<Summary>): void => {
    summary = sum(summary, more);
  };
  const decisions = new DecidedLog(session.io.cwd);
  const passed: PassedOver = { ignored: 0, refused: 0, targets: 0, onIgnored: config => decisions.ignored(config) };
  const progress = new Progress(session, plan.hasProgress);
  const { pool } = plan;
  let [begun, done] = [0, 0];
  const begin = async ({ result: draft, notes }: Noted<OpenedDraft | null>): Promise<Noted<Begun | null>> => {
    if (!draft) return { result: null, notes };
    const left = passed.targets - begun++;
    const lines = await plan.linesOf(draft);
    const settings = plan.settingsOf(draft);
    if (lines === 'none') return { result: { draft, lines, settings, answer: null }, notes };
    const answer = await pool.begin(draft, settings, left);
    return { result: { draft, lines, settings, answer: answer.result }, notes: [...notes, ...answer.notes] };
  };
  const analyzeNow = async (draft: OpenedDraft, settings: Settings, isStored: boolean): Promise<FileResult> =>
    session.hear(await pool.begin(draft, settings, 0, isStored))();
  const drafts = findDrafts(paths, plan.drafts, session.io, passed);
  for await (const one of prefetch(drafts, begin, () => pool.capacity)) {
    const next = session.hear(one);
    if (!next) continue;
    const { draft, lines, settings, answer } = next;
    await progress.step(done++, passed.targets);
    if (!answer || lines === 'none') {
      count({ unchangedFiles: 1 });
      continue;
    }
    let seen = await answer();
    if (draft.named) session.drawOn(draft.origin);
    if (!plan.isReport(draft, seen)) {
      count({ notReports: 1 });
      decisions.notReport(draft.file, draft.path, seen.own, draft.config);
      continue;
    }
    session.drawOn(draft.origin);
    decisions.checked(draft.config, settings);
    const counted = ({ report }: FileResult): { report: FileReport; summary: Partial<Summary> } =>
      select(report, draft, lines, plan);
    if (plan.fixer) {
      const after = await plan.fixer.fix(
        draft,
        async text => counted(await analyzeNow({ ...draft, text, bytes: null }, settings, false)).report.findings,
      );
      if (after !== draft.text) seen = await analyzeNow({ ...draft, text: after, bytes: null }, settings, true);
    }
    const { report: asked, summary: more } = counted(seen);
    const report = inWord(asked, draft.word, session.locale);
    plan.baseline?.keep(draft.path, seen.report.findings);
    count(summaryOf(report));
    count(more);
    files.push(
      plan.listsErrorsOnly
        ? { ...report, findings: report.findings.filter(({ severity }) => severity === 'error') }
        : report,
    );
  }
  progress.end();
  count({ ignored: passed.ignored, refused: passed.refused, stale: plan.baseline?.stale ?? 0 });
  return {
    version: 1,
    policydoc: packageJson.version,
    locale: session.locale,
    asOf: plan.asOf,
    ...(plan.shard && { shard: plan.shard }),
    files,
    decided: decidedTogether(decisions.all()),
    summary,
  };
}

/** A report with the findings that count, and how many were left out for which reason. */
function select(
  report: FileReport,
  { path }: OpenedDraft,
  lines: ReadonlySet<number> | 'all',
  { rules, baseline }: CheckPlan,
): { report: FileReport; summary: Partial<Summary> } {
  // Then its findings are not even read here.
  if (!rules && !baseline && lines === 'all') return { report, summary: {} };
  const asked = rules ? report.findings.filter(({ rule }) => rules.has(rule)) : report.findings;
  const fresh = baseline ? baseline.newAmong(path, asked) : asked;
  const findings =
    lines === 'all' ? fresh : fresh.filter(finding => [finding, ...finding.related].some(span => touches(span, lines)));
  return {
    report: { ...report, findings },
    summary: { known: asked.length - fresh.length, unchanged: fresh.length - findings.length },
  };
}

function touches({ startLine, endLine }: { startLine: number; endLine: number }, lines: ReadonlySet<number>): boolean {
  for (let line = startLine; line <= endLine; line++) if (lines.has(line)) return true;
  return false;
}
