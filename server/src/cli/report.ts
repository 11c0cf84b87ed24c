import type { Analysis, Coverage, Tally } from '../core/analyze.js';
import type { Finding, Severity } from '../core/rules/rule.js';

/** A file that was read and analysed, by the name it is shown under. */
export interface Checked {
  readonly file: string;
  readonly analysis: Analysis;
}

/** What a run of `check` came to. */
export interface Summary {
  /** ISO date of the regulation data. */
  readonly asOf: string;
  readonly files: number;
  /** Files that were passed over: not a report, left out by the configuration, could not be read or configured. */
  readonly notReports: number;
  readonly ignored: number;
  readonly refused: number;
  readonly findings: Readonly<Record<Severity, number>>;
  readonly coverage: Omit<Coverage, 'asOf'>;
}

/** Says what was found, file by file, and at the end what it came to. */
export interface Reporter {
  file(checked: Checked, shown: readonly Finding[]): void;
  end(summary: Summary): void;
}

const NO_TALLY: Tally = { total: 0, verified: 0, wrong: 0, outdated: 0, unverifiable: 0 };

export const emptySummary = (asOf: string): Summary => ({
  asOf, files: 0, notReports: 0, ignored: 0, refused: 0, findings: { error: 0, warning: 0, info: 0 },
  coverage: { citations: NO_TALLY, quotations: NO_TALLY, placeholders: 0 },
});

/** `summary` with one checked file more. */
export function withFile(summary: Summary, { findings, coverage }: Analysis): Summary {
  const counts = { ...summary.findings };
  for (const { severity } of findings) counts[severity]++;
  return {
    ...summary, files: summary.files + 1, findings: counts,
    coverage: {
      citations: sum(summary.coverage.citations, coverage.citations),
      quotations: sum(summary.coverage.quotations, coverage.quotations),
      placeholders: summary.coverage.placeholders + coverage.placeholders,
    },
  };
}

const sum = (a: Tally, b: Tally): Tally => ({
  total: a.total + b.total, verified: a.verified + b.verified, wrong: a.wrong + b.wrong,
  outdated: a.outdated + b.outdated, unverifiable: a.unverifiable + b.unverifiable,
});
