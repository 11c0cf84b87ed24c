import type { Locale, Message } from '../../core/message.js';
import type { Citation, Model } from '../../core/model.js';
import type { Span } from '../../core/text/span.js';
import { denotationText, QUOTE_VERDICT } from '../../features/wording.js';
import type { Colors } from '../color.js';
import { aligned } from '../columns.js';
import { editionStatus, STATUS_NAMES } from '../../features/edition-status.js';
import { line } from '../inert.js';
import { INSPECT } from './inspect.messages.js';

/**
 * What was understood of one text, for a person: its outline, its placeholders and its citations with what they denote.
 */
export function inspectText(file: string, model: Model, locale: Locale, colors: Colors): string {
  const block = (title: (count: number) => Message, count: number, lines: readonly string[]): string =>
    `${colors.bold(title(count)[locale])}\n${lines.map(it => `  ${it}\n`).join('')}`;
  const { sections, points, placeholders, abbreviations, citations } = model;
  return [
    `${colors.underline(line(file))}\n`,
    block(INSPECT.outline, sections.length + points.length, outline(model, locale)),
    block(
      INSPECT.placeholders,
      placeholders.length,
      table(
        placeholders.map(it => [
          place(model, it),
          INSPECT.placeholderKind[it.kind][locale],
          it.form,
          it.key ?? '',
          it.unit ?? '',
          around(model, it),
        ]),
      ),
    ),
    block(
      INSPECT.abbreviations,
      abbreviations.length,
      table(abbreviations.map(it => [place(model, it), it.name, it.fullName])),
    ),
    block(
      INSPECT.citations,
      citations.length,
      citations.flatMap(it => citationLines(model, it, locale)),
    ),
  ].join('');
}

/** Sections and points together, each below what contains it. */
function outline(model: Model, locale: Locale): string[] {
  const sections = model.sections.map(({ start, end, title, number, role }) => ({
    start,
    end,
    label: `${number === null ? '' : `${number} `}${title}${role === 'other' ? '' : ` [${INSPECT.role[role][locale]}]`}`,
  }));
  const points = model.points.map(({ start, end, title, marker }) => ({
    start,
    end,
    label: `${model.text.slice(marker.start, marker.end).trim()} ${title}`,
  }));
  const open: Span[] = [];
  return [...sections, ...points]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map(entry => {
      while (open.length > 0 && open.at(-1)!.end <= entry.start) open.pop();
      open.push(entry);
      return `${'  '.repeat(open.length - 1)}${shortened(entry.label)}  (${place(model, entry)})`;
    });
}

function citationLines(model: Model, citation: Citation, locale: Locale): string[] {
  const { regulation, edition } = citation.denotes;
  const verdicts = [denotationText(citation)[locale]];
  if (citation.quoteVerdict) verdicts.push(QUOTE_VERDICT[citation.quoteVerdict][locale]);
  const lines = [
    `${place(model, citation)}  ${shortened(model.text.slice(citation.start, citation.end))}  — ${verdicts.join(INSPECT.comma[locale])}`,
  ];
  if (regulation) {
    const status = STATUS_NAMES[editionStatus(regulation, edition, model.date)][locale];
    lines.push(`    《${line(regulation.title)}》 ${[edition?.date, status].filter(Boolean).join(' ')}`);
  }
  const { claim } = citation;
  if (claim)
    lines.push(`    ${INSPECT.claim[claim.kind][locale]}${shortened(model.text.slice(claim.start, claim.end))}`);
  return lines;
}

function place({ lines }: Model, span: Span): string {
  const { line, column } = lines.at(span.start);
  return `${line}:${column}`;
}

/** The placeholder with a few characters around it, within its line. */
function around({ lines, text }: Model, span: Span): string {
  const at = lines.at(span.start).line;
  const from = Math.max(lines.start(at), span.start - 12);
  return line(text.slice(from, Math.max(span.end, Math.min(lines.end(at), span.end + 12))));
}

function shortened(text: string): string {
  const characters = [...line(text)];
  return characters.length > 60 ? `${characters.slice(0, 59).join('')}…` : characters.join('');
}

/** What is written by somebody else, in columns. */
const table = (rows: readonly (readonly string[])[]): string[] => aligned(rows.map(row => row.map(line)));
