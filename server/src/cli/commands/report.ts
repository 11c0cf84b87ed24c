import { basename, resolve } from 'node:path';
import { RULES } from '../../core/rules/index.js';
import { RefusedError } from '../../host/decode.js';
import { REPORTS_GENERATOR, reportsHtml, type FileRow, type RunRow } from '../../review/reports.js';
import type { DraftOptions } from '../open-drafts.js';
import { planOf } from '../check/check-plan.js';
import { OPTIONS, RUN } from '../check/check.messages.js';
import { markup } from '../inert.js';
import { isFree } from '../own-files.js';
import { coverageLine, summaryLines } from '../report/closing.js';
import { overviewOf } from '../report/overview.js';
import { readReport } from '../report/read.js';
import { byCause, type FileReport, type Report } from '../report/report.js';
import { EXIT, type ExitCode, type Session } from '../session.js';
import { TROUBLE } from '../session.messages.js';
import { reportOn } from './check.js';
import { REPORTING } from './report.messages.js';

export interface ReportOptions extends DraftOptions {
  readonly output: string;
  readonly before?: readonly string[];
  readonly all?: boolean;
  readonly force?: boolean;
}

/** How the page begins. */
const REPORTS_PAGE = new RegExp(`^<!doctype html>[^]{0,1000}<meta name="generator" content="${REPORTS_GENERATOR}">`);

/** Of one file: who wants more opens it. */
const MOST_ENTRIES = 50;

/** Checks many texts and writes one page that sums them up. It judges, but never fails. */
export async function report(
  paths: readonly string[],
  { output, before = [], all, force = false, ...options }: ReportOptions,
  session: Session,
): Promise<ExitCode> {
  const path = resolve(session.io.cwd, output);
  const refuse = (error: unknown): ExitCode => {
    if (!(error instanceof RefusedError)) throw error;
    session.trouble(TROUBLE.refused(output, error.reason));
    return EXIT.trouble;
  };
  try {
    if (!force && !(await isFree(path, () => REPORTS_PAGE))) throw new RefusedError(OPTIONS.ontoOther(output));
  } catch (error) {
    return refuse(error);
  }
  const earlier: RunRow[] = [];
  for (const file of before) {
    const read = await readReport(file, session);
    if (!read) return EXIT.trouble;
    earlier.push(runRow(read.report, basename(file)));
  }
  const plan = await planOf({ ...options, ...(all && { all }), format: [], color: false, failOn: 'error' }, session);
  if (!plan) return EXIT.trouble;
  const made = await reportOn(paths, plan, session);
  const { rules, regulations, files } = overviewOf(made);
  const { locale } = session;
  const byName = new Map(made.files.map(it => [it.file, it]));
  const titles = new Map(RULES.map(({ id, title }) => [id, title[locale]]));
  const page = reportsHtml({
    locale,
    closing: [...summaryLines(made), coverageLine(made)],
    runs: [...earlier, runRow(made, null)],
    rules: rules.map(it => ({ ...it, title: titles.get(it.rule) ?? '' })),
    regulations,
    files: files.map(it => ({ ...it, ...detailsOf(byName.get(it.file)!) })),
  });
  try {
    await session.write(path, markup(page));
  } catch (error) {
    return refuse(error);
  }
  session.tell(REPORTING.written(output, made.files.length));
  if (made.files.length === 0 && made.summary.notReports > 0) session.trouble(RUN.noReports);
  return session.exitCode(EXIT.clean);
}

const runRow = ({ summary }: Report, name: string | null): RunRow => ({
  name,
  files: summary.files,
  error: summary.errors,
  warning: summary.warnings,
  info: summary.infos,
  blanks: summary.placeholders,
});

function detailsOf({ findings, coverage }: FileReport): Pick<FileRow, 'citations' | 'rules' | 'entries' | 'more'> {
  const entries = byCause(findings);
  return {
    citations: coverage.citations.total,
    rules: [...new Set(findings.map(({ rule }) => rule))],
    entries: entries.slice(0, MOST_ENTRIES).map(({ lead, findings: { length } }) => ({
      place: lead.place?.said ?? `${lead.startLine}:${lead.startColumn}`,
      severity: lead.severity,
      message: length === 1 ? lead.message : (lead.cause.message ?? lead.message),
    })),
    more: Math.max(0, entries.length - MOST_ENTRIES),
  };
}
