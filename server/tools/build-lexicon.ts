/**
 * Writes server/src/core/lexicon/words.ts, the words of the genre as typed data, from the tables in words/, and
 * remedy-words.ts from remedies.tsv, which only titles ask for: core reads no file. `npm run build-lexicon`; a test says
 * whether they are in step.
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
  'spans.tsv',
  'titles.tsv',
];
/** How problems are answered: asked of titles alone, so not in the lexicon of every text. */
const REMEDIES = 'remedies.tsv';
const REMEDY_CLASSES: readonly string[] = ['fault', 'matter', 'remedy', 'deed'];
const FOLDER = join('server', 'src', 'core', 'lexicon');

/** What the tables say, as TypeScript. Throws where a line is no line of the table. */
export function lexiconSource(root: string): string {
  const folder = join(root, FOLDER, 'words');
  const classes = new Map<string, boolean>();
  const lines: string[] = [];
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.tsv') || file === REMEDIES) continue;
    for (const { words, of, attributes, place } of rowsOf(folder, file)) {
      const isAside = ASIDE.includes(file);
      if ((classes.get(of) ?? isAside) !== isAside)
        throw new Error(`${place}: ${of} stands in a table of the other kind`);
      classes.set(of, isAside);
      lines.push(`  [${JSON.stringify(words)}, '${of}', ${JSON.stringify(attributes)}],`.replaceAll('"', "'"));
    }
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

/** What remedies.tsv says, as TypeScript. Throws where a row names a class of words that no row has. */
export function remediesSource(root: string): string {
  const rows = rowsOf(join(root, FOLDER, 'words'), REMEDIES);
  const known = { fault: new Set<string>(), matter: new Set<string>() };
  const named = (attributes: string, name: string): string[] =>
    new RegExp(`(?:^| )${name}=(\\S+)`).exec(attributes)?.[1]?.split('|') ?? [];
  for (const { of, attributes, place } of rows) {
    if (!REMEDY_CLASSES.includes(of)) throw new Error(`${place}: ${of} is no class of this table`);
    if (of === 'fault' || of === 'matter') for (const one of named(attributes, 'of')) known[of].add(one);
  }
  for (const { of, attributes, place } of rows) {
    if (of !== 'remedy') continue;
    const lost = [
      ...named(attributes, 'at').filter(one => !known.fault.has(one)),
      ...named(attributes, 'of').filter(one => !known.matter.has(one)),
    ];
    if (lost.length > 0) throw new Error(`${place}: no word is of the class ${lost.join(', ')}`);
  }
  const lines = rows.map(({ words, of, attributes }) => `  ['${words}', '${of}', '${attributes}'],`);
  return `/* Made of words/remedies.tsv by \`npm run build-lexicon\`; edit that. */

export type RemedyClass = ${REMEDY_CLASSES.map(of => `'${of}'`).join(' | ')};

/** Its rows: words parted by blanks, what they are, their attributes. */
export const REMEDY_ROWS: readonly (readonly [words: string, of: RemedyClass, attributes: string])[] = [
${lines.join('\n')}
];
`;
}

/** The lines of a table. Throws where one is none. */
function rowsOf(folder: string, file: string): { words: string; of: string; attributes: string; place: string }[] {
  return readFileSync(join(folder, file), 'utf8')
    .split(/\r?\n/)
    .flatMap((line, i) => {
      if (line === '' || line.startsWith('#')) return [];
      const place = `${file}, line ${i + 1}`;
      const [words, of, attributes = '', ...more] = line.split('\t');
      if (!words || !of || !/^[a-z]+$/.test(of) || more.length > 0)
        throw new Error(`${place}: words ⇥ class ⇥ attributes`);
      return [{ words, of, attributes, place }];
    });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(join(FOLDER, 'words.ts'), lexiconSource('.'));
  writeFileSync(join(FOLDER, 'remedy-words.ts'), remediesSource('.'));
}
