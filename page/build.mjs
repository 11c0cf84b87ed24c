import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { validators } from '../validators.mjs';

/** Makes the page: one HTML file with the editor, the language server and the regulation index inside. From the root: `npm run page`. */

const OUT = 'page/dist/policydoc.html';
const MOST_MEGABYTES = 8;

const bundled = async (entry, more = {}) => {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    minify: true,
    mainFields: ['module', 'main'],
    legalComments: 'none',
    logLevel: 'warning',
    ...more,
  });
  return outputFiles[0].text.trimEnd();
};

// The readers of CSV have a form of their own for browsers; a worker has no `document`, which some packages use in one.
const forms = {
  'csv-parse/sync': 'csv-parse/browser/esm/sync',
  'csv-stringify/sync': 'csv-stringify/browser/esm/sync',
};
const [program, script, style] = await Promise.all([
  bundled('server/src/lsp/page.ts', { conditions: ['worker'], alias: forms, plugins: [validators] }),
  bundled('page/src/main.ts'),
  bundled('page/src/style.css', { format: undefined }),
]);
const samples = (await readdir('samples')).filter(name => /\.(?:md|txt)$/.test(name)).sort();
const texts = Object.fromEntries(
  await Promise.all(samples.map(async name => [name, await readFile(`samples/${name}`, 'utf8')])),
);
const blocks = {
  texts: JSON.stringify(texts),
  program,
  facts: await readFile('server/data/regulations.json'),
  fingerprints: await readFile('server/data/fingerprints.bin'),
};
const parts = {
  HASH: `sha256-${createHash('sha256').update(script).digest('base64')}`,
  VERSION: JSON.parse(await readFile('server/package.json', 'utf8')).version,
  STYLE: style,
  SCRIPT: script,
  // Blocks of data are no scripts: nothing runs them.
  DATA: Object.entries(blocks)
    .map(
      ([id, data]) =>
        `<script type="application/octet-stream" id="${id}">${gzipSync(data, { level: 9 }).toString('base64')}</script>`,
    )
    .join('\n'),
};
const page = (await readFile('page/src/index.html', 'utf8')).replace(/%([A-Z]+)%/g, (_, part) => parts[part]);
if (page.length > MOST_MEGABYTES * 1024 * 1024) throw new Error(`the page is larger than ${MOST_MEGABYTES} MB`);
await mkdir('page/dist', { recursive: true });
await writeFile(OUT, page);
console.log(`${OUT}  ${(page.length / 1024 / 1024).toFixed(1)} MB`);
