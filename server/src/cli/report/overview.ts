import type { Severity } from '../../core/rules/rule.js';
import { gistOf, type CitedRegulation, type Report } from './report.js';

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
  const rules = new Map<string, { -readonly [K in keyof RuleCount]: RuleCount[K] }>();
  const regulations = new Map<string, CitedRegulation>();
  for (const file of files) {
    for (const [rule, { error, warning, info }] of Object.entries(gistOf(file).counts)) {
      const of = rules.get(rule) ?? { rule, error: 0, warning: 0, info: 0, files: 0 };
      rules.set(rule, of);
      of.error += error;
      of.warning += warning;
      of.info += info;
      of.files++;
    }
    for (const one of file.regulations ?? []) regulations.set(one.title, together(one, regulations.get(one.title)));
  }
  return {
    rules: [...rules.values()].sort((a, b) => worse(a, b) || before(a.rule, b.rule)),
    files: files
      .filter(file => gistOf(file).findings > 0)
      .map(file => ({ file: file.file, ...gistOf(file).total, blanks: file.coverage.placeholders }))
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
