import type { Analysis, DecidedFinding } from '../core/analyze.js';
import type { Coverage } from '../core/coverage.js';
import { cellsOf } from '../core/facts/table-cells.js';
import type { Message } from '../core/message.js';
import { titleOf, type Model } from '../core/model.js';
import { placeholderRows } from '../core/sheet.js';
import { entries, type Entry } from './grouping.js';
import { severityCounts, type Finding, type Severity } from '../core/rules/rule.js';
import { shifted, type Span } from '../core/text/span.js';
import { calculations, type Calculation } from './calculations.js';
import { citationRows, type CitationRow } from './citation-table.js';
import { UNKNOWN } from './wording.js';

/** One text as the person who signs for it reads it: the draft itself, with what was found and what was checked. */
export interface ReviewSheet {
  /** As the text calls itself; '' where it does not. */
  readonly title: string;
  readonly lines: readonly ReviewLine[];
  /** One a cause, in the order of the text. */
  readonly notes: readonly ReviewNote[];
  /** How many findings there are of each severity. */
  readonly counts: Readonly<Record<Severity, number>>;
  /** What was said of findings before: those that are silenced by it are no notes. */
  readonly decisions: readonly ReviewDecision[];
  readonly progress: readonly Progress[];
  readonly blanks: readonly ReviewBlank[];
  readonly citations: readonly ReviewCitation[];
  readonly calculations: readonly Calculation[];
  readonly coverage: Coverage;
}

export interface ReviewLine {
  /** 1-based. */
  readonly number: number;
  /**
   * `table`: a row; `dashes`: the line under its first. `aside`: front matter and comments, which no reader of the
   * report will see.
   */
  readonly kind: 'heading' | 'table' | 'dashes' | 'aside' | 'text';
  /** Of a heading; else 0. */
  readonly level: number;
  readonly pieces: readonly Piece[];
  /** Of a row of a table, the pieces of each cell; of the dashes, where each column stands. */
  readonly cells: readonly (readonly Piece[])[];
  readonly align: readonly Align[];
  /** The numbers of the notes that belong beside it. */
  readonly notes: readonly number[];
}

export type Align = 'left' | 'center' | 'right';

/** A stretch of a line under the same findings. */
export interface Piece {
  readonly text: string;
  /** That of the gravest finding on it; null where there is none. */
  readonly severity: Severity | null;
  /** Notes whose number stands behind it. */
  readonly refs: readonly number[];
}

export interface ReviewNote {
  readonly number: number;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Message;
  readonly reason: Message;
  /** The other places of the same cause, with what is said of each; empty for a note of one finding. */
  readonly others: readonly { readonly line: number; readonly column: number; readonly message: Message }[];
  /** Whether an earlier note gave the very same reason. */
  readonly isRepeated: boolean;
}

export interface ReviewDecision extends Omit<DecidedFinding, 'finding'> {
  /** 1-based; null where what was decided on is found no more. */
  readonly line: number | null;
  readonly message: Message | null;
}

/** The figures of a chapter: how many are there and how many blanks are left. */
export interface Progress {
  /** '' for what stands before the first heading. */
  readonly title: string;
  readonly filled: number;
  readonly blank: number;
}

/** A blank, for a table of all of them. */
export interface ReviewBlank {
  /** The name it has, or that its words give it. */
  readonly name: string;
  readonly unit: string;
  /** 1-based. */
  readonly line: number;
}

export interface ReviewCitation extends CitationRow {
  /** Why it could not be checked. */
  readonly unknown: Message | null;
}

export function reviewSheet({ model, findings, decisions, coverage }: Analysis): ReviewSheet {
  const given = new Set<string>();
  const told = entries(findings).sort((a, b) => a.lead.start - b.lead.start || a.lead.end - b.lead.end);
  const notes = told.map(({ lead, severity, message, findings: all }, i): ReviewNote => {
    const { rule, reason, start } = lead;
    const isRepeated = given.has(reason['zh-CN']);
    given.add(reason['zh-CN']);
    const others = all
      .filter(other => other !== lead || message !== lead.message)
      .map(other => ({ ...model.lines.at(other.start), message: other.message }));
    return {
      number: i + 1,
      ...model.lines.at(start),
      rule,
      severity,
      message,
      reason,
      others: all.length > 1 ? others : [],
      isRepeated,
    };
  });
  return {
    title: titleOf(model.frontMatter, model.sections),
    lines: linesOf(model, told),
    notes,
    counts: severityCounts(findings),
    decisions: decisions.map(({ finding, ...said }) => ({
      ...said,
      line: finding && model.lines.at(finding.start).line,
      message: finding?.message ?? null,
    })),
    progress: progressOf(model),
    blanks: placeholderRows(model).map(({ key, unit, line }) => ({ name: key, unit: unit ?? '', line })),
    citations: citationsOf(model),
    calculations: calculations(model),
    coverage,
  };
}

function citationsOf(model: Model): ReviewCitation[] {
  const own = model.citations.filter(citation => !citation.isQuoted);
  return citationRows(model).map((row, i) => {
    const { unknown } = own[i]!.denotes;
    return { ...row, unknown: unknown && UNKNOWN[unknown] };
  });
}

/** By the sections of the first two levels, in order; those with neither figure nor blank are left out. */
function progressOf({ sections, figures, placeholders }: Model): Progress[] {
  const chapters = [
    { start: 0, title: '' },
    ...sections.filter(({ level }) => level <= 2).map(({ heading, title }) => ({ start: heading.start, title })),
  ];
  // A band (35岁以下) names a group and counts nothing.
  const filled = figures.filter(f => f.value !== null && !f.isBlank && f.role !== 'band');
  let [figure, blank] = [0, 0];
  return chapters.flatMap(({ title }, i) => {
    const end = chapters[i + 1]?.start ?? Infinity;
    const [firstFigure, firstBlank] = [figure, blank];
    while (figure < filled.length && filled[figure]!.start < end) figure++;
    while (blank < placeholders.length && placeholders[blank]!.start < end) blank++;
    const counted: Progress = { title, filled: figure - firstFigure, blank: blank - firstBlank };
    return counted.filled + counted.blank > 0 ? [counted] : [];
  });
}

/** What happens at an offset: a finding ends, its number is due, a finding begins. */
interface SweepEvent {
  readonly at: number;
  readonly order: number;
  readonly finding: Finding;
  /** The number of the note; 0 for a begin or an end. */
  readonly ref: number;
  readonly by: -1 | 0 | 1;
}

/** One sweep over the text: its cost is that of the text and of the findings, however they overlap. */
function linesOf(model: Model, told: readonly Entry[]): ReviewLine[] {
  const { text, lines } = model;
  const changes = told
    // The number of a note stands behind the first of its findings; the others are marked, and the note tells where.
    .flatMap(({ lead, findings }, i) => findings.map(finding => ({ finding, ref: finding === lead ? i + 1 : 0 })))
    .flatMap(({ finding, ref }): SweepEvent[] => {
      const { start, end } = finding;
      // The number stands in the line where the finding begins: that is where its note is.
      const at = Math.max(start, Math.min(end, lines.end(lines.at(start).line)));
      return [
        { at: start, order: 2, finding, ref: 0, by: 1 },
        { at: end, order: 0, finding, ref: 0, by: -1 },
        { at, order: 1, finding, ref, by: 0 },
      ];
    })
    .sort((a, b) => a.at - b.at || a.order - b.order);
  const kindOf = kinds(model);
  const open: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  const gravest = (): Severity | null =>
    (['error', 'warning', 'info'] as const).find(severity => open[severity] > 0) ?? null;
  let next = 0;
  return lines.starts.map((start, i) => {
    const end = lines.end(i + 1);
    const pieces: PlacedPiece[] = [];
    const push = (from: number, to: number): void => {
      pieces.push({ start: from, end: to, text: text.slice(from, to), severity: gravest(), refs: [] });
    };
    let at = start;
    for (; next < changes.length && changes[next]!.at <= end; next++) {
      const change = changes[next]!;
      if (change.at > at) {
        push(at, change.at);
        at = change.at;
      }
      open[change.finding.severity] += change.by;
      if (change.ref === 0) continue;
      if (pieces.length === 0) push(at, at);
      pieces.at(-1)!.refs.push(change.ref);
    }
    if (at < end) push(at, end);
    const { kind, level, cells, align } = kindOf(i + 1);
    return {
      number: i + 1,
      kind,
      level,
      align,
      cells: inCells(pieces, cells, text),
      notes: pieces.flatMap(({ refs }) => refs),
      pieces: pieces.map(({ text, severity, refs }) => ({ text, severity, refs })),
    };
  });
}

interface PlacedPiece extends Span {
  readonly text: string;
  readonly severity: Severity | null;
  readonly refs: number[];
}

/** The pieces of each cell. A number stands in the cell where its finding ends, or before the bar behind it. */
function inCells(pieces: readonly PlacedPiece[], cells: readonly Span[], text: string): Piece[][] {
  let next = 0;
  return cells.map(({ start, end }, i) => {
    const until = (cells[i + 1]?.start ?? Infinity) - 1;
    const found: Piece[] = [];
    for (let at = next; at < pieces.length && pieces[at]!.start <= until; at++) {
      const piece = pieces[at]!;
      const words = text.slice(Math.max(piece.start, start), Math.min(piece.end, end)).replaceAll('\\|', '|');
      const isLast = piece.end <= until;
      if (words !== '' || (isLast && piece.refs.length > 0))
        found.push({ text: words, severity: piece.severity, refs: isLast ? piece.refs : [] });
      if (isLast) next = at + 1;
    }
    return found;
  });
}

/** How a line, by its number, is to look; `cells` are those of a row. */
function kinds({
  text,
  lines,
  sections,
  document,
  frontMatter,
}: Model): (line: number) => Pick<ReviewLine, 'kind' | 'level' | 'align'> & { readonly cells: readonly Span[] } {
  const PLAIN = { level: 0, cells: [], align: [] };
  const rows = new Map(
    document.chunks.flatMap(({ offset, chunk }) =>
      chunk.lines
        .filter(({ kind }) => kind === 'table')
        .map(row => {
          const cells = cellsOf(chunk.reading.text.slice(row.start, row.end));
          return [
            lines.at(offset + chunk.reading.toSource(row).start).line,
            cells.map(cell => shifted(chunk.reading.toSource(shifted(cell, row.start)), offset)),
          ] as const;
        }),
    ),
  );
  // （一）加强领导。… heads the rest of its own line: such a line is text.
  const headings = new Map(
    sections.flatMap(({ heading: { start, end, level } }) => {
      const { line } = lines.at(start);
      return text.slice(end, lines.end(line)).trim() === '' ? [[line, level] as const] : [];
    }),
  );
  return line => {
    const [start, end] = [lines.start(line), lines.end(line)];
    const isAside =
      (frontMatter !== null && start < frontMatter.end) || /^\s*<!--[^]*-->\s*$/.test(text.slice(start, end));
    const level = headings.get(line);
    const cells = rows.get(line);
    if (isAside) return { ...PLAIN, kind: 'aside' };
    if (level !== undefined) return { ...PLAIN, kind: 'heading', level };
    if (cells) return { ...PLAIN, kind: 'table', cells };
    const align = rows.has(line - 1) && !rows.has(line - 2) ? alignOf(text.slice(start, end)) : [];
    return { ...PLAIN, kind: align.length > 0 ? 'dashes' : 'text', align };
  };
}

/** `|:---|---:|` says how the columns stand; a line of anything else says nothing. */
function alignOf(line: string): Align[] {
  if (!/^[\s>|:]*-[\s>|:-]*$/.test(line)) return [];
  return [...line.matchAll(/(:?)-+(:?)/g)].map(([, left, right]) => (right ? (left ? 'center' : 'right') : 'left'));
}
