import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A sentence of placeholders.txt. */
export interface PlaceholderRow {
  readonly group: string;
  /** The text, the placeholders between ⟦ and ⟧. */
  readonly marked: string;
  /** The names that readers see, each with its unit behind a bar; null where the file gives none. */
  readonly names: string | null;
}

export function placeholderRows(): PlaceholderRow[] {
  const rows: PlaceholderRow[] = [];
  let group = '';
  const text = readFileSync(join(process.cwd(), 'test', 'core', 'facts', 'placeholders.txt'), 'utf8');
  for (const line of text.slice(text.indexOf('\n# ')).split('\n').filter(Boolean)) {
    if (line.startsWith('# ')) group = line.slice(2);
    else if (line.startsWith('  → ')) rows.push({ ...rows.pop()!, names: line.slice(4) });
    else rows.push({ group, marked: line.replaceAll('⏎', '\n'), names: null });
  }
  return rows;
}
