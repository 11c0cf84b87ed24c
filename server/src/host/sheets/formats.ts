import type { Locale } from '../../core/message.js';
import type { SheetRow } from '../../core/sheet.js';
import { RefusedError } from '../decode.js';
import type { Exported } from './table.js';
import { SHEETS } from './texts.js';

interface Format {
  write(placeholders: readonly Exported[], locale: Locale): Uint8Array | Promise<Uint8Array>;
  read(bytes: Uint8Array, file: string): SheetRow[] | Promise<SheetRow[]>;
}

/** Each loaded only when a sheet of its kind is met. */
const excel = async (): Promise<Format> =>
  import('./xlsx.js').then(({ readXlsx, writeXlsx }) => ({ read: readXlsx, write: writeXlsx }));
const csv = async (): Promise<Format> =>
  import('./csv.js').then(({ readCsv, writeCsv }) => ({ read: readCsv, write: writeCsv }));
const yaml = async (): Promise<Format> =>
  import('./structured.js').then(({ readYaml, writeYaml }) => ({ read: readYaml, write: writeYaml }));
const json = async (): Promise<Format> =>
  import('./structured.js').then(({ readJson, writeJson }) => ({ read: readJson, write: writeJson }));
const FORMATS: Readonly<Record<string, () => Promise<Format>>> = {
  '.xlsx': excel,
  '.csv': csv,
  '.yaml': yaml,
  '.yml': yaml,
  '.json': json,
};

/** The format a file's name asks for; throws a RefusedError for a name that asks for none. */
export async function formatOf(file: string): Promise<Format> {
  const ending = (/[^/\\](\.[^./\\]*)$/.exec(file)?.[1] ?? '').toLowerCase();
  const format = FORMATS[ending];
  if (!format)
    throw new RefusedError(
      ending === '.xls' || ending === '.et' ? SHEETS.oldExcel : SHEETS.unknownFormat(Object.keys(FORMATS)),
    );
  return format();
}
