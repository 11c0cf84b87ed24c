/**
 * Writes server/src/core/lexicon/words.ts, the words of the genre as typed data, from the tables in words/: core reads no
 * file. `npm run build-lexicon`; a test says whether it is in step.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Tables of words that are no tokens of a sentence: each is looked up where it may stand, around a blank or at the head of a name. */
const ASIDE: readonly string[] = [
  'blanks.tsv',
  'citing.tsv',
  'documents.tsv',
  'keys.tsv',
  'kinds.tsv',
  'names.tsv',
  'rates.tsv',
];
const FOLDER = join('server', 'src', 'core', 'lexicon');

/** What the tables say, as TypeScript. Throws where a line is no line of the table. */
export function lexiconSource(root: string): string {
  const folder = join(root, FOLDER, 'words');
  const classes = new Map<string, boolean>();
  const lines: string[] = [];
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.tsv')) continue;
    readFileSync(join(folder, file), 'utf8')
      .split(/\r?\n/)
      .forEach((line, i) => {
        if (line === '' || line.startsWith('#')) return;
        const [words, of, attributes = '', ...more] = line.split('\t');
        if (!words || !of || !/^[a-z]+$/.test(of) || more.length > 0)
          throw new Error(`${file}, line ${i + 1}: words ⇥ class ⇥ attributes`);
        const isAside = ASIDE.includes(file);
        if ((classes.get(of) ?? isAside) !== isAside)
          throw new Error(`${file}, line ${i + 1}: ${of} stands in a table of the other kind`);
        classes.set(of, isAside);
        lines.push(`  [${JSON.stringify(words)}, '${of}', ${JSON.stringify(attributes)}],`.replaceAll('"', "'"));
      });
  }
  return `/* Made of the tables in words/ by \`npm run build-lexicon\`; edit those. */

/** What a word is for. */
export type WordClass =
${[...classes.keys()].map(of => `  | '${of}'`).join('\n')};

/** Classes that are no tokens of a sentence. */
export const ASIDE: ReadonlySet<WordClass> = new Set([
${[...classes].flatMap(([of, isAside]) => (isAside ? [`  '${of}',`] : [])).join('\n')}
]);

/** The lines of the tables: words parted by blanks, their class, its attributes. */
export const LINES: readonly (readonly [words: string, of: WordClass, attributes: string])[] = [
${lines.join('\n')}
];
`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeFileSync(join(FOLDER, 'words.ts'), lexiconSource('.'));
