import { stat } from 'node:fs/promises';
import type { SheetRow } from '../core/sheet.js';
import { RefusedError } from './decode.js';
import { isMissing, MOST, readFound, readNamed } from './open.js';
import { answerFor } from './signals.js';
import { formatOf } from './sheets/formats.js';

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

/** The rows of the sheet that another one is to replace; none where there is no sheet that can be read. */
export async function rowsReplaced(path: string): Promise<SheetRow[]> {
  // A pipe or a device has none, and would be waited for.
  if (!(await stat(path).catch(() => null))?.isFile()) return [];
  return readSheet(path, path, true).catch((error: unknown) => {
    if (!(error instanceof RefusedError) && !isMissing(error)) throw error;
    return [];
  });
}
