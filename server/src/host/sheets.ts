import type { SheetRow } from '../core/sheet.js';
import { MOST, readFound, readNamed } from './open.js';
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
