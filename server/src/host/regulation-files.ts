import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { Message } from '../core/message.js';
import { decode, RefusedError } from './decode.js';
import { readFound, readNamed, systemReason } from './open.js';
import { answerFor } from './signals.js';
import { IMPORT, REFUSALS } from './texts.js';

/** Beyond this nothing is a regulation: the longest has 1 MB of text. */
const MOST_MEGABYTES = 64;

const READ = new Set(['.docx', '.md', '.markdown', '.txt', '.html', '.htm']);
/** A page of text has a tenth of it; it takes longer to read than any other format. */
const MOST_BYTES_OF_PAGE = 16 * 1024 * 1024;
/** Formats that texts of regulations come in and that cannot be read. */
const KNOWN = new Set(['.doc', '.wps', '.pdf', '.ofd', '.rtf', '.odt']);

export interface FoundFiles {
  readonly files: string[];
  readonly refused: { readonly path: string; readonly reason: Message }[];
  /** Documents that a folder also holds, in formats that are not read. */
  readonly unread: string[];
}

/**
 * The files to import that a path stands for, in a fixed order: a file itself, or the texts in and below a folder but
 * not in `except`. Symbolic links are not followed.
 */
export async function regulationFiles(path: string, except: string): Promise<FoundFiles> {
  const found: FoundFiles = { files: [], refused: [], unread: [] };
  const what = await stat(path).catch((error: unknown) => {
    found.refused.push({ path, reason: systemReason(error) });
    return null;
  });
  if (what?.isDirectory()) {
    await search(path, except, found);
    if (found.files.length === 0 && found.refused.length === 0) found.refused.push({ path, reason: IMPORT.empty });
  } else if (what) {
    const extension = extname(path).toLowerCase();
    if (READ.has(extension)) found.files.push(path);
    else found.refused.push({ path, reason: IMPORT.unsupported(extension || basename(path)) });
  }
  return found;
}

async function search(folder: string, except: string, found: FoundFiles): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    found.refused.push({ path: folder, reason: systemReason(error) });
    return [];
  });
  entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    const extension = extname(entry.name).toLowerCase();
    // Hidden ones, what Word keeps beside an open document, and what explains the folder.
    if (/^(?:\.|~\$)/.test(entry.name) || entry.name === 'node_modules' || /^readme\./i.test(entry.name)) continue;
    if (entry.isDirectory() && path !== except) await search(path, except, found);
    else if (entry.isFile() && READ.has(extension)) found.files.push(path);
    else if (entry.isFile() && KNOWN.has(extension)) found.unread.push(path);
  }
}

/**
 * The text of a file to import, found in and below the folder `within`, or named where that is null; throws a RefusedError
 * when it cannot be read for certain.
 */
export async function regulationText(path: string, within: string | null = null): Promise<string> {
  const most = MOST_MEGABYTES * 1024 * 1024;
  const { bytes } = within === null ? await readNamed(path, most) : readFound(path, { most, within });
  await answerFor(bytes.length);
  switch (extname(path).toLowerCase()) {
    // Loaded only where there is such a file to read.
    case '.docx':
      return (await import('./docx.js')).docxText(bytes);
    case '.html':
    case '.htm':
      if (bytes.length > MOST_BYTES_OF_PAGE) throw new RefusedError(REFUSALS.tooLarge(MOST_BYTES_OF_PAGE));
      return (await import('./html.js')).htmlText(decode(bytes).text);
    default:
      return decode(bytes).text;
  }
}
