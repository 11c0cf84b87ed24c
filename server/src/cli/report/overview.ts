import { severityCounts, type Severity } from '../../core/rules/rule.js';
import type { CitedRegulation, Report, ReportFinding } from './report.js';

/** Where the files of a run stand together. Every list holds only what has something to say, the worst first. */
export interface Overview {
  readonly rules: readonly RuleCount[];
  readonly files: readonly FileCount[];
  /** Those that are cited wrongly or as they no longer are, over all files. */
  readonly regulations: readonly CitedRegulation[];
}

type Counts = Readonly<Record<Severity, number>>;

export interface RuleCount extends Counts {
  readonly rule: string;
  /** In how many files. */
  readonly files: number;
}

export interface FileCount extends Counts {
  readonly file: string;
  readonly blanks: number;
}

export function overviewOf({ files }: Pick<Report, 'files'>): Overview {
  const rules = new Map<string, { findings: ReportFinding[]; files: number }>();
  const regulations = new Map<string, CitedRegulation>();
  for (const { findings, regulations: cited = [] } of files) {
    const seen = new Set<string>();
    for (const finding of findings) {
      const of = rules.get(finding.rule) ?? { findings: [], files: 0 };
      rules.set(finding.rule, of);
      of.findings.push(finding);
      if (!seen.has(finding.rule)) of.files++;
      seen.add(finding.rule);
    }
    for (const one of cited) regulations.set(one.title, together(one, regulations.get(one.title)));
  }
  return {
    rules: [...rules]
      .map(([rule, { findings, files }]) => ({ rule, ...severityCounts(findings), files }))
      .sort((a, b) => worse(a, b) || before(a.rule, b.rule)),
    files: files
      .filter(({ findings }) => findings.length > 0)
      .map(({ file, findings, coverage }) => ({ file, ...severityCounts(findings), blanks: coverage.placeholders }))
      .sort((a, b) => worse(a, b) || before(a.file, b.file)),
    regulations: [...regulations.values()]
      .filter(it => it.wrong + it.outdated > 0)
      .sort((a, b) => b.wrong + b.outdated - a.wrong - a.outdated || b.wrong - a.wrong || before(a.title, b.title)),
  };
}

const worse = (a: Counts, b: Counts): number => b.error - a.error || b.warning - a.warning || b.info - a.info;
const before = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const together = (a: CitedRegulation, b?: CitedRegulation): CitedRegulation =>
  b
    ? {
        title: a.title,
        citations: a.citations + b.citations,
        wrong: a.wrong + b.wrong,
        outdated: a.outdated + b.outdated,
        unverifiable: a.unverifiable + b.unverifiable,
      }
    : a;
