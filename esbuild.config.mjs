import { build } from 'esbuild';
import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { validators } from './validators.mjs';

/** Bundles what is installed: the command line, the language server, the library, the extension, and the rules' pages beside them. */

const node = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  sourcemap: 'linked',
  // ES modules first: the other form of jsonc-parser cannot be bundled.
  mainFields: ['module', 'main'],
  legalComments: 'external',
  logLevel: 'warning',
  plugins: [validators],
};
const browser = {
  ...node,
  platform: 'browser',
  target: 'es2023',
  minify: true,
};
const esm = {
  ...node,
  format: 'esm',
  // Dependencies in CommonJS ask for Node's own modules by require and for their own place, which an ES module does not have.
  banner: {
    js: "import { createRequire as makeRequire } from 'node:module';\nconst require = makeRequire(import.meta.url), __filename = import.meta.filename;",
  },
};

/**
 * What few runs need, and those on demand: packages, each a file of its own beside the bundles that are one file. Of a large one
 * a file of ours says what we use.
 */
const SELDOM = {
  './validators.js': './server/src/host/validators.ts',
  'cli-progress': 'cli-progress',
  'csv-parse/sync': 'csv-parse/sync',
  'csv-stringify/sync': 'csv-stringify/sync',
  diff: 'diff',
  './hucre.js': './server/src/host/sheets/hucre.ts',
  'iconv-lite': 'iconv-lite',
  'jsonc-parser': 'jsonc-parser',
  jszip: 'jszip',
  minimatch: 'minimatch',
  parse5: 'parse5',
  sax: 'sax',
};
const seldom = name => `seldom/${name.replace(/^\.\/|\.js$/g, '').replace('/', '-')}`;

/** Of what iconv-lite knows, GB18030 alone is ever written: the tables of other languages stay out. */
const gb18030Alone = {
  name: 'gb18030 alone',
  setup({ onLoad }) {
    const others = /iconv-lite.encodings.(?:sbcs-data-generated|tables.(?:big5-added|cp949|cp950|eucjp|shiftjis))/;
    onLoad({ filter: others }, () => ({ contents: 'module.exports = {};', loader: 'js' }));
  },
};

/** What is started often, in one file and as CommonJS: Node needs half of the time to load it. */
const inOneFile = {
  ...node,
  format: 'cjs',
  outdir: 'server/dist',
  outExtension: { '.js': '.cjs' },
  minifyWhitespace: true,
  minifySyntax: true,
  banner: { js: "const __url = require('node:url').pathToFileURL(__filename).href;" },
  define: { 'import.meta.url': '__url', 'import.meta.filename': '__filename', 'import.meta.dirname': '__dirname' },
  // What is loaded on demand is loaded by `require`.
  supported: { 'dynamic-import': false },
  plugins: [
    validators,
    {
      name: 'seldom',
      setup({ onResolve }) {
        onResolve({ filter: /./ }, ({ path, importer }) =>
          Object.hasOwn(SELDOM, path) && !importer.includes('node_modules')
            ? { path: `./${seldom(path)}.cjs`, external: true }
            : null,
        );
      },
    },
  ],
};

// In chunks: a command pays for the modules it uses. Without white space: compiling is a fifth of a short run.
const inChunks = { ...esm, outdir: 'server/dist', splitting: true, minifyWhitespace: true, minifySyntax: true };

const bundles = [
  {
    ...inChunks,
    entryPoints: { cli: 'server/src/cli/main.ts', index: 'server/src/index.ts' },
    chunkNames: 'chunks/[name]-[hash]',
  },
  { ...inOneFile, entryPoints: { check: 'server/src/cli/main-check.ts' } },
  // The language server by itself: the extension takes along what it needs, and nothing of the command line; as small as it gets.
  { ...inOneFile, minify: true, entryPoints: { lsp: 'server/src/lsp/main.ts' } },
  {
    ...inOneFile,
    // Nobody reads a trace of packages of others to its end.
    minify: true,
    plugins: [validators, gb18030Alone],
    entryPoints: Object.fromEntries(Object.entries(SELDOM).map(([name, entry]) => [seldom(name), entry])),
  },
  {
    ...node,
    format: 'cjs',
    external: ['vscode'],
    entryPoints: ['client/src/main.ts'],
    outfile: 'client/dist/extension.cjs',
    minify: true,
  },
  {
    ...browser,
    format: 'cjs',
    external: ['vscode'],
    entryPoints: ['client/src/web.ts'],
    outfile: 'client/dist/web.cjs',
  },
  // A worker has no `document`, which some packages use in a browser.
  {
    ...browser,
    conditions: ['worker'],
    format: 'iife',
    entryPoints: ['server/src/lsp/web.ts'],
    outfile: 'server/dist/web.js',
  },
];

async function copyRulePages() {
  const from = 'server/src/core/rules';
  const to = 'server/dist/rules';
  await mkdir(to, { recursive: true });
  for (const name of await readdir(from)) if (name.endsWith('.md')) await cp(join(from, name), join(to, name));
}

/** What the library's users compile against, where `tsc --build` has written it. */
async function copyTypes() {
  const from = 'out/server/src';
  for (const part of ['core', 'index.d.ts']) {
    await cp(join(from, part), join('server/dist/types', part), {
      recursive: true,
      filter: name => !/\.(?:js|map|tsbuildinfo)$/.test(name),
    }).catch(error => {
      if (error.code !== 'ENOENT') throw error;
    });
  }
}

await Promise.all(['server/dist', 'client/dist'].map(folder => rm(folder, { recursive: true, force: true })));
await Promise.all([...bundles.map(bundle => build(bundle)), copyRulePages(), copyTypes()]);
