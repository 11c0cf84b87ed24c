import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Ids of the rules that have a page in `folder`, in order. */
export async function rulePageIds(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  return names.filter(name => name.endsWith('.md')).map(name => name.slice(0, -'.md'.length)).sort();
}

/** The Markdown page of a rule. */
export function rulePage(folder: string, id: string): Promise<string> {
  return readFile(join(folder, `${id}.md`), 'utf8');
}
