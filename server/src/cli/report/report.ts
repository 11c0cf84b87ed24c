import type { Coverage, FigureTally, Tally } from '../../core/coverage.js';
import type { Locale } from '../../core/message.js';
import { ownTogether, type OwnCoverage } from '../../core/regulations/own-texts.js';
import { severityCounts, type Severity } from '../../core/rules/rule.js';
import type { Unread, WordPlace } from '../../word/source.js';

/**
 * What a run of `check` came to, as plain data in one language. This *is* `--format json`, and every other format is
 * written from it alone: so the shards of a CI matrix can be merged into any format, and a cached file reads like a fresh
 * one. Stable from the first release: keys may be added, none changes its meaning.
 */
export interface Report {
  readonly version: 1;
  /** The version of the program. */
  readonly policydoc: string;
  readonly locale: Locale;
  /** ISO date of the regulation data. */
  readonly asOf: string;
  /** Which part of all files this is; absent for the whole. */
  readonly shard?: Shard;
  readonly files: readonly FileReport[];
  /** What settings files and texts decided of the check themselves; those that decided nothing are left out. */
  readonly decided: readonly Decided[];
  readonly summary: Summary;
  /** Present under `--final`. */
  readonly final?: Final;
}

/** What a settings file, or the front matter of a text, has left out of a check or made less of. */
export interface Decided {
  readonly file: string;
  /** Ids of rules it turns off, and of those it gives a lower severity than their own. */
  readonly rulesOff: readonly string[];
  readonly lowered: readonly string[];
  /** How many texts it ignores, and how many it takes for no reports. */
  readonly ignored: number;
  readonly notReports: number;
  /** By how many words of its own texts were read. */
  readonly words: number;
  /** Whether it is a text that says of itself that it is no report. */
  readonly declines: boolean;
}

export interface Shard {
  readonly number: number;
  readonly of: number;
}

export interface FileReport {
  readonly file: string;
  readonly findings: readonly ReportFinding[];
  readonly coverage: Coverage;
  /** The regulations it cites that are known, in the order of the text; absent in reports of earlier versions. */
  readonly regulations?: readonly CitedRegulation[];
  /** What the writer silenced, with the reason given for it. */
  readonly suppressions: readonly ReportSuppression[];
  /** Rules that its settings turn off. */
  readonly rulesOff: readonly string[];
  /** Of a Word document, what must be said of it besides its findings; absent for a text file. */
  readonly word?: ReportWord;
}

/** How the citations of one regulation fare. */
export interface CitedRegulation {
  readonly title: string;
  readonly citations: number;
  readonly wrong: number;
  readonly outdated: number;
  readonly unverifiable: number;
}

/** A Word document is checked as the text that `policydoc convert` prints, in which offsets, lines and columns count. */
export interface ReportWord {
  /** How often it holds what was not read or not certain. */
  readonly unread: Unread;
  /** The same in sentences. */
  readonly said: readonly string[];
}

/** Where a finding stands, for a person who has the document open in Word. */
export interface ReportPlace {
  /** In one phrase: 〔二、存在的问题〕第37段（约第5页）. */
  readonly said: string;
  /** Headings, outermost first. */
  readonly heading: readonly string[];
  /** By the marks Word left; null where it left none. */
  readonly page: number | null;
  readonly where: WordPlace['where'];
}

/** Offsets are UTF-16 code units from 0, half-open; lines and columns count from 1. */
export interface ReportSpan {
  readonly start: number;
  readonly end: number;
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** Of a finding and what is related to it, in a Word document; absent for a text file. */
  readonly place?: ReportPlace;
}

export interface ReportFinding extends ReportSpan {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly reason: string;
  /** What is at fault in a few words; absent where the message is the shortest there is. */
  readonly label?: string;
  /** Findings with one `id` have one cause; `message` says what to tell of all of them together, null where the first says it. */
  readonly cause: { readonly id: string; readonly message: string | null };
  readonly fixes: readonly ReportFix[];
  readonly related: readonly (ReportSpan & { readonly message: string })[];
  /** Rule, words of its line and occurrence: the same after lines were moved. Unique within the file. */
  readonly fingerprint: string;
  /** Its line as a terminal shows it, and the columns under which it stands. */
  readonly excerpt: Excerpt;
}

export interface Excerpt {
  readonly line: string;
  readonly indent: number;
  readonly width: number;
}

export interface ReportFix {
  readonly title: string;
  readonly kind: 'safe' | 'choice';
  readonly edits: readonly (ReportSpan & { readonly text: string })[];
}

export interface ReportSuppression {
  readonly line: number;
  readonly rules: readonly string[];
  /** '' when none was given. */
  readonly reason: string;
  readonly scope: 'next-line' | 'file';
}

export interface Summary {
  readonly files: number;
  /** Files that were passed over: not a report, left out by the configuration, could not be read or configured. */
  readonly notReports: number;
  readonly ignored: number;
  readonly refused: number;
  /** Files without a change, and findings on lines without one, under `--changed-since`. */
  readonly unchangedFiles: number;
  readonly unchanged: number;
  /** Findings that the baseline knows, and its entries that are found no more. */
  readonly known: number;
  readonly stale: number;
  /** All that count, also those that `--quiet` does not list. */
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly citations: Tally;
  readonly quotations: Tally;
  readonly placeholders: number;
  readonly figures: FigureTally;
}

/** The word of the release gate, and what it does not speak of. */
export interface Final {
  readonly verdict: 'PASS' | 'FAIL';
  readonly notChecked: readonly string[];
}

const NO_TALLY: Tally = {
  total: 0,
  verified: 0,
  inSubstance: 0,
  byNumber: 0,
  named: 0,
  wrong: 0,
  outdated: 0,
  unverifiable: 0,
};

export const NO_SUMMARY: Summary = {
  files: 0,
  notReports: 0,
  ignored: 0,
  refused: 0,
  unchangedFiles: 0,
  unchanged: 0,
  known: 0,
  stale: 0,
  errors: 0,
  warnings: 0,
  infos: 0,
  citations: NO_TALLY,
  quotations: NO_TALLY,
  placeholders: 0,
  figures: { compared: 0, uncompared: 0 },
};

/** Both together, number by number; in the order of keys of the first, which is part of the bytes. */
export function sum(a: Summary, b: Partial<Summary>): Summary {
  return {
    files: plus('files'),
    notReports: plus('notReports'),
    ignored: plus('ignored'),
    refused: plus('refused'),
    unchangedFiles: plus('unchangedFiles'),
    unchanged: plus('unchanged'),
    known: plus('known'),
    stale: plus('stale'),
    errors: plus('errors'),
    warnings: plus('warnings'),
    infos: plus('infos'),
    citations: tallies(a.citations, b.citations),
    quotations: tallies(a.quotations, b.quotations),
    placeholders: plus('placeholders'),
    figures: {
      // A report of an earlier version does not say.
      compared: a.figures.compared + (b.figures?.compared ?? 0),
      uncompared: a.figures.uncompared + (b.figures?.uncompared ?? 0),
    },
  };

  function plus(key: { [K in keyof Summary]: Summary[K] extends number ? K : never }[keyof Summary]): number {
    return a[key] + (b[key] ?? 0);
  }
}

const tallies = (a: Tally, b: Tally = NO_TALLY): Tally => ({
  total: a.total + b.total,
  verified: a.verified + b.verified,
  // A report of an earlier version does not say: whose words were not compared is not said to stand there.
  inSubstance: a.inSubstance + (b.inSubstance ?? 0),
  byNumber: a.byNumber + (b.byNumber ?? b.verified - (b.named ?? 0)),
  named: a.named + (b.named ?? 0),
  wrong: a.wrong + b.wrong,
  outdated: a.outdated + b.outdated,
  unverifiable: a.unverifiable + b.unverifiable,
});

/** What formats for many files ask of the findings of each. Plain data. */
export interface Gist {
  /** By rule, in the order in which each is first found. */
  readonly counts: Readonly<Record<string, Readonly<Record<Severity, number>>>>;
  /** How many there are of each severity, and in all. */
  readonly total: Readonly<Record<Severity, number>>;
  readonly findings: number;
  /** How many have a fix that is certain. */
  readonly safe: number;
  /** The rule of the first error, else of the first that is more than a blank; null where there is none. */
  readonly worst: string | null;
}

const gists = new WeakMap<FileReport, Gist>();

/** Of a file that came with its gist no finding is read. */
export function gistOf(file: FileReport): Gist {
  let gist = gists.get(file);
  if (!gist) {
    const { findings } = file;
    const byRule = new Map<string, ReportFinding[]>();
    for (const finding of findings) {
      const same = byRule.get(finding.rule);
      if (same) same.push(finding);
      else byRule.set(finding.rule, [finding]);
    }
    gist = {
      counts: Object.fromEntries([...byRule].map(([rule, all]) => [rule, severityCounts(all)])),
      total: severityCounts(findings),
      findings: findings.length,
      safe: findings.filter(({ fixes }) => fixes.some(({ kind }) => kind === 'safe')).length,
      worst: (findings.find(it => it.severity === 'error') ?? findings.find(it => !isBlank(it)))?.rule ?? null,
    };
    gists.set(file, gist);
  }
  return gist;
}

/** `file`, of which this is known. */
export function withGist(file: FileReport, gist: Gist): FileReport {
  gists.set(file, gist);
  return file;
}

/** What one file adds to the summary with the findings of it that count. */
export function summaryOf(file: FileReport): Summary {
  const { coverage } = file;
  const { error, warning, info } = gistOf(file).total;
  return sum(NO_SUMMARY, {
    files: 1,
    errors: error,
    warnings: warning,
    infos: info,
    citations: coverage.citations,
    quotations: coverage.quotations,
    placeholders: coverage.placeholders,
    figures: coverage.figures,
  });
}

/** What of all files rests on texts of a team. */
export const ownIn = ({ files }: Pick<Report, 'files'>): OwnCoverage =>
  ownTogether(files.map(({ coverage }) => coverage.own));

/** How many findings count but are not listed, because of `--quiet`. */
export const hiddenIn = ({ files, summary }: Report): number =>
  summary.errors + summary.warnings + summary.infos - files.reduce((listed, file) => listed + gistOf(file).findings, 0);

/** A place left to be filled: there may be many of them, and they are listed by themselves. */
export const isBlank = ({ rule }: Pick<ReportFinding, 'rule'>): boolean => rule === 'placeholder-unfilled';

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Findings of one cause. */
export interface ReportEntry {
  /** The first of the gravest. */
  readonly lead: ReportFinding;
  /** In the order of the text. */
  readonly findings: readonly ReportFinding[];
}

/** One entry a cause, the gravest first, otherwise in the order of the text. */
export function byCause(findings: readonly ReportFinding[]): ReportEntry[] {
  const entries = new Map<string, ReportFinding[]>();
  for (const finding of findings) {
    const same = entries.get(finding.cause.id);
    if (same) same.push(finding);
    else entries.set(finding.cause.id, [finding]);
  }
  return [...entries.values()]
    .map(all => ({ lead: all.reduce((a, b) => (RANK[b.severity] < RANK[a.severity] ? b : a)), findings: all }))
    .sort((a, b) => RANK[a.lead.severity] - RANK[b.lead.severity] || a.lead.start - b.lead.start);
}

/** Findings with their files, the gravest first, otherwise in the order of the report. */
export function bySeverity({ files }: Report): { file: string; finding: ReportFinding }[] {
  return files
    .flatMap(({ file, findings }) => findings.map(finding => ({ file, finding })))
    .sort((a, b) => RANK[a.finding.severity] - RANK[b.finding.severity]);
}
