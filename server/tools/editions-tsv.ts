import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Copy } from './measure.js';

/** Rows of a tab-separated file by column name; the first line names the columns. */
export function readTsv(file: string): Record<string, string>[] {
  const [head, ...lines] = readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => line.split('\t'));
  return lines.map(cells => Object.fromEntries(head!.map((name, i) => [name, cells[i] ?? ''])));
}

/** One line for each count in which a copy and the row of editions.tsv of the same files disagree. */
export function disagreements(root: string, copies: readonly Copy[]): string[] {
  const rows = new Map(readTsv(join(root, 'editions.tsv')).map(row => [fileSet(row['source']!), row]));
  const out: string[] = [];
  for (const { raw, counts, header } of copies) {
    const row = rows.get(fileSet(raw.source));
    rows.delete(fileSet(raw.source));
    if (!row) {
      out.push(`no row\t${raw.source}`);
      continue;
    }
    const compare = (what: string, ours: string | number, column: string): void => {
      if (String(ours) !== row[column])
        out.push(`${what}\t${header.title}\tours ${ours}\ttheirs ${row[column]}\t${raw.source.split(';')[0]}`);
    };
    compare('articles', counts.articles, 'articles');
    compare('sub-articles', counts.subArticles, 'sub_articles');
    compare('chapters', counts.chapters, 'chapters');
    compare('sections', counts.sections, 'sections');
    compare('date', header.date, 'edition');
    compare('effective', header.effective, 'effective');
  }
  return [...out, ...Array.from(rows.values(), row => `not read\t${row['title']}\t${row['source']}`)];
}

const fileSet = (source: string): string => source.split(';').sort().join(';');
