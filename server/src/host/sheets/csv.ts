import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { SheetRow } from '../../core/sheet.js';
import type { Locale } from '../../core/message.js';
import { decode, RefusedError } from '../decode.js';
import { SHEETS } from './texts.js';
import { byWhoKnows, COLUMNS, HEADS, MOST_ROWS, recordOf, rowsOfTable, type Exported } from './table.js';

/** With a byte order mark, by which Excel knows UTF-8; what looks like a formula is written so that none is run. */
export function writeCsv(placeholders: readonly Exported[], locale: Locale): Uint8Array {
  const rows = [
    COLUMNS.map(column => HEADS[column][locale]),
    ...byWhoKnows(placeholders)
      .flat()
      .map(placeholder => Object.values(recordOf(placeholder, locale))),
  ];
  return new TextEncoder().encode(`\ufeff${csvText(rows, 'windows')}`);
}

/**
 * CSV in which no cell is a formula to any program that opens it, whichever of comma, semicolon and tab it takes for
 * what parts the cells: a `'` stands before what would begin one.
 */
export const csvText = (rows: readonly (readonly string[])[], record_delimiter: 'unix' | 'windows' = 'unix'): string =>
  stringify(
    rows.map(row => row.map(cell => cell.replace(FORMULA, "'"))),
    { record_delimiter },
  );

const FORMULA = /(?<=^|[,;\t\r\n])(?=[ \u3000"'\p{Default_Ignorable_Code_Point}]*[-=+@\t\r－＝＋＠])/gu;
const WRITTEN = /(?<=^|[,;\t\r\n])'(?=[ \u3000"'\p{Default_Ignorable_Code_Point}]*[-=+@\t\r－＝＋＠])/gu;

/** CSV in UTF-8, UTF-16 or GB18030, parted by commas, semicolons or tabs, as Excel and WPS save it. */
export function readCsv(bytes: Uint8Array, file: string): SheetRow[] {
  const { text } = decode(bytes);
  const [delimiter] = [',', ';', '\t']
    .map(sign => [sign, text.split(sign, 200).length] as const)
    .sort((a, b) => b[1] - a[1])[0]!;
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 1_000_000,
      to: MOST_ROWS + 1,
    }) as unknown as typeof records;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number((error as { lines?: number }).lines ?? 0);
    throw new RefusedError(SHEETS.badCsv(line, error.code));
  }
  // A sign put before what looks like a formula is none of the value.
  const cells = records.map(({ record }) => record.map(cell => cell.replace(WRITTEN, '').trim()));
  const rows = rowsOfTable(cells, row => SHEETS.csvRow(file, records[row]!.info.lines));
  if (!rows) throw new RefusedError(SHEETS.noHeads);
  return rows;
}
