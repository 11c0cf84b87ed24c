import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The Markdown page of a rule; null when `folder` has none. */
export const readRulePage = (folder: string, id: string): Promise<string | null> =>
  readFile(join(folder, `${id}.md`), 'utf8').catch(() => null);
