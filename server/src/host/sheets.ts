import { extname } from 'node:path';
import type { SheetRow } from '../core/sheet.js';
import type { Locale } from '../core/message.js';
import { RefusedError } from './decode.js';
import type { Exported } from './sheets/table.js';
import { MOST, readFound, readNamed } from './open.js';
import { answerFor } from './signals.js';
import { SHEETS } from './sheets/texts.js';

interface Format {
  write(placeholders: readonly Exported[], locale: Locale): Uint8Array | Promise<Uint8Array>;
  read(bytes: Uint8Array, file: string): SheetRow[] | Promise<SheetRow[]>;
}

/** Each loaded only when a sheet of its kind is met. */
const excel = async (): Promise<Format> =>
  import('./sheets/xlsx.js').then(({ readXlsx, writeXlsx }) => ({ read: readXlsx, write: writeXlsx }));
const csv = async (): Promise<Format> =>
  import('./sheets/csv.js').then(({ readCsv, writeCsv }) => ({ read: readCsv, write: writeCsv }));
const yaml = async (): Promise<Format> =>
  import('./sheets/structured.js').then(({ readYaml, writeYaml }) => ({ read: readYaml, write: writeYaml }));
const json = async (): Promise<Format> =>
  import('./sheets/structured.js').then(({ readJson, writeJson }) => ({ read: readJson, write: writeJson }));
const FORMATS: Readonly<Record<string, () => Promise<Format>>> = {
  '.xlsx': excel,
  '.csv': csv,
  '.yaml': yaml,
  '.yml': yaml,
  '.json': json,
};

/** The format a file's name asks for; throws a RefusedError for a name that asks for none. */
export async function formatOf(file: string): Promise<Format> {
  const ending = extname(file).toLowerCase();
  const format = FORMATS[ending];
  if (!format)
    throw new RefusedError(
      ending === '.xls' || ending === '.et' ? SHEETS.oldExcel : SHEETS.unknownFormat(Object.keys(FORMATS)),
    );
  return format();
}

/**
 * The rows of the data sheet at `path`, which the reader knows as `file`; throws a RefusedError where it cannot be
 * used. One that a draft names is as any file that was found: a folder from elsewhere may bring both.
 */
export async function readSheet(path: string, file: string, isNamed = false): Promise<SheetRow[]> {
  const format = await formatOf(path);
  const { bytes } = isNamed ? await readNamed(path, MOST.text) : readFound(path, { most: MOST.text });
  await answerFor(bytes.length);
  return format.read(bytes, file);
}
