import { markdownTable } from 'markdown-table';
import { analyze } from '../../core/analyze.js';
import { oldest, type Coverage } from '../../core/coverage.js';
import { ownTogether } from '../../core/regulations/own-texts.js';
import { CITATIONS, citationRows, type CitationRow } from '../../features/citation-table.js';
import { QUOTE_VERDICT, coverageText, ownSource } from '../../features/wording.js';
import { csvText } from '../../host/sheets/csv.js';
import { plainMarkdown } from '../../review/escape.js';
import { colorsFor } from '../color.js';
import { columns } from '../columns.js';
import { terminalOf } from '../io.js';
import { citationList } from '../views/citation-list.js';
import { json, line } from '../inert.js';
import { placeSaid } from '../../word/texts.js';
import { openDrafts, type DraftOptions } from '../open-drafts.js';
import { fileReport } from '../report/file-report.js';
import { NO_SUMMARY, sum, summaryOf } from '../report/report.js';
import { regulationsOf } from '../regulations.js';
import { EXIT, type ExitCode, type Session } from '../session.js';

export interface CitationsOptions extends DraftOptions {
  readonly color: boolean;
  /** A list for a person at a terminal, a table for what reads a pipe, unless said. */
  readonly format?: 'list' | 'markdown' | 'csv' | 'json';
}

interface Listed {
  readonly file: string;
  readonly rows: readonly CitationRow[];
  readonly coverage: Coverage;
}

/** How the place of a row is said: by line and column, or as a person finds it in Word. */
type PlaceOf = (row: CitationRow) => string;

/** The table a reviewer signs: every citation, its verdict, and where the provision stands now. Judges, but never fails. */
export async function citations(
  paths: readonly string[],
  options: CitationsOptions,
  session: Session,
): Promise<ExitCode> {
  const regulations = regulationsOf(session);
  if (!regulations) return EXIT.trouble;
  const listed: Listed[] = [];
  const places = new Map<Listed, PlaceOf>();
  let summary = NO_SUMMARY;
  for await (const { file, text, word, config } of openDrafts(paths, options, session, {
    ignored: 0,
    refused: 0,
    targets: 0,
  })) {
    const analysis = analyze(text, {
      index: session.hear(await regulations.under(config)).index,
      settings: config.settings,
    });
    summary = sum(summary, summaryOf(fileReport(file, analysis, session.locale)));
    const own: Listed = { file, rows: citationRows(analysis.model), coverage: analysis.coverage };
    listed.push(own);
    places.set(own, row => {
      const start = analysis.model.lines.offset(row);
      return word ? session.say(placeSaid(word.place({ start, end: start + 1 }))) : `${row.line}:${row.column}`;
    });
  }
  const { citations: cited, quotations, placeholders, figures } = summary;
  const own = ownTogether(listed.map(it => it.coverage.own));
  const total = {
    citations: cited,
    quotations,
    placeholders,
    figures,
    horizon: oldest(listed.map(({ coverage }) => coverage.horizon)),
    own,
  };
  const coverage = coverageText(total, regulations.builtIn.asOf);
  const terminal = terminalOf(session.io.stdout);
  const format = options.format ?? (terminal ? 'list' : 'markdown');
  if (format === 'list') {
    const colors = colorsFor(session.io.stdout, session.io.env, options.color);
    for (const it of listed)
      session.print(citationList(it.file, it.rows, places.get(it)!, { colors, terminal, locale: session.locale }));
    session.tell(coverage);
  } else if (format === 'json') {
    session.print(json({ version: 1, asOf: regulations.builtIn.asOf, files: listed, coverage: total }));
  } else if (format === 'csv') {
    // A byte order mark, or Excel takes Chinese for another encoding; the coverage is no row of the table.
    const rows = listed.flatMap(it => it.rows.map(row => cells(row, places.get(it)!, session, it.file).map(line)));
    session.print(`\uFEFF${csvText([head(session, true), ...rows])}`);
    session.note(coverage);
  } else {
    for (const it of listed) {
      const { file, rows } = it;
      const table = [head(session, false), ...rows.map(row => cells(row, places.get(it)!, session))].map(cellsOfRow =>
        cellsOfRow.map(plainMarkdown),
      );
      session.print(
        `## ${plainMarkdown(file)}\n\n${rows.length > 0 ? markdownTable(table, { stringLength: columns }) : session.say(CITATIONS.none)}\n\n`,
      );
    }
    session.tell(coverage);
  }
  return session.exitCode(EXIT.clean);
}

const head = (session: Session, withFile: boolean): string[] =>
  [
    ...(withFile ? [CITATIONS.file] : []),
    CITATIONS.place,
    CITATIONS.text,
    CITATIONS.regulation,
    CITATIONS.edition,
    CITATIONS.verdict,
    CITATIONS.present,
    CITATIONS.quote,
  ].map(text => session.say(text));

function cells(row: CitationRow, placeOf: PlaceOf, session: Session, file?: string): string[] {
  const { text, regulation, edition, own, conclusion, present, quote, quoteVerdict } = row;
  const judged = quoteVerdict ? `${session.say(QUOTE_VERDICT[quoteVerdict])}：${quote}` : '';
  return [
    ...(file === undefined ? [] : [file]),
    placeOf(row),
    text,
    regulation,
    edition + own.map(file => session.say(ownSource(file))).join(''),
    session.say(conclusion),
    present ? session.say(present) : '',
    judged,
  ];
}
