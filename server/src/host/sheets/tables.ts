import { extname } from 'node:path';
import { RefusedError } from '../decode.js';
import { SHEETS } from './texts.js';

/** A table with its heads in the first row; all of it is text. */
export interface Table {
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
}

const EPOCH = new Date(0);
/** Wide columns for sentences, narrow ones for numbers and dates. */
const widthOf = (texts: readonly string[]): number =>
  Math.min(48, Math.max(8, ...texts.map(text => 2 + 2 * Math.min(24, text.length))));

/** Tables as a workbook with a sheet each, or as CSV one below the other: what the ending of `file` asks for. */
export async function tablesAs(file: string, tables: readonly Table[]): Promise<string | Uint8Array> {
  const ending = extname(file).toLowerCase();
  if (ending === '.csv') {
    const { csvText } = await import('./csv.js');
    const rows = tables.flatMap(({ title, rows: own }, i) => [...(i > 0 ? [[]] : []), [title], ...own]);
    return `\ufeff${csvText(rows, 'windows')}`;
  }
  if (ending !== '.xlsx') throw new RefusedError(SHEETS.unknownFormat(['.xlsx', '.csv', '.md']));
  const { writeXlsx } = await import('./hucre.js');
  return writeXlsx({
    // The library would write the time: the same tables give the same bytes.
    properties: { created: EPOCH, modified: EPOCH },
    sheets: tables.map(({ title, rows }) => {
      const heads = rows[0] ?? [];
      const style = { numFmt: '@', alignment: { wrapText: true, vertical: 'top' as const } };
      return {
        name: title,
        rows: rows.map(row => [...row]),
        // As text: what looks like a formula is none, and 35% stays 35%.
        columns: heads.map((_, c) => ({ width: widthOf(rows.map(row => row[c] ?? '')), numFmt: '@', style })),
        cells: new Map(heads.map((_, c) => [`0,${c}`, { style: { font: { bold: true }, numFmt: '@' } }])),
        freezePane: { rows: 1 },
      };
    }),
  });
}
