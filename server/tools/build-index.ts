/**
 * Makes `server/data` from the texts of regulations: `node build-index.js [TEXTS [DATA]]`, by default
 * ../shared/regulations and server/data, seen from the root of the repository. Reads nothing else, needs no network.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assemble, type Built } from './assemble.js';
import { disagreements } from './editions-tsv.js';
import { serialize } from './serialize.js';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const texts = process.argv[2] ?? join(repository, '../shared/regulations');
const data = process.argv[3] ?? join(repository, 'server/data');

const built = assemble(texts);
const { json, bytes } = serialize(built.data, built.fingerprints, built.marks, built.terms);
mkdirSync(data, { recursive: true });
writeFileSync(join(data, 'regulations.json'), json);
writeFileSync(join(data, 'fingerprints.bin'), bytes);
report(built);

function report({ data: { regulations }, fingerprints, copies, repeals }: Built): void {
  const editions = regulations.flatMap(regulation => regulation.editions);
  const articles = (record: (typeof editions)[number]): number =>
    record.articles === '' ? 0 : record.articles.split(' ').filter(article => !article.startsWith('#0=')).length;
  const tally = <T>(items: readonly T[], by: (item: T) => string): string => {
    const counts = new Map<string, number>();
    for (const item of items) counts.set(by(item), (counts.get(by(item)) ?? 0) + 1);
    return [...counts]
      .sort()
      .map(([key, n]) => `${key || '?'} ${n}`)
      .join(', ');
  };
  const differences = disagreements(texts, copies);
  console.log(
    [
      `copies read: ${copies.length} (${tally(copies, ({ raw }) => raw.collection)})`,
      `regulations: ${regulations.length} (${tally(regulations, ({ kind }) => kind)})`,
      `  repealed: ${regulations.filter(({ repealed }) => repealed).length}`,
      `editions: ${editions.length} (${tally(editions, ({ extent }) => extent)}; ${tally(editions, ({ form }) => form)})`,
      `articles and points: ${editions.reduce((sum, edition) => sum + articles(edition), 0)}`,
      `clauses: ${fingerprints.length}`,
      `repeals: ${repeals.applied} of a known text, ${repeals.created} of an unknown one, ` +
        `${repeals.superseded.length} of an older edition, ${repeals.pending.length} pending, ${repeals.ambiguous.length} ambiguous`,
      ...repeals.pending.map(line => `  pending: ${line}`),
      ...repeals.ambiguous.map(line => `  ambiguous: ${line}`),
      `disagreements with editions.tsv: ${differences.length} (${tally(differences, line => line.split('\t')[0]!)})`,
      ...differences.map(line => `  ${line}`),
    ].join('\n'),
  );
}
