import { build } from 'esbuild';
import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

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

/** What workers run, and the entry of theirs that tinypool looks for beside itself, which is in a chunk. */
const workers = {
  'analyze-worker': 'server/src/cli/check/analyze-worker.ts',
  'chunks/entry/worker': 'node_modules/tinypool/dist/entry/worker.js',
};

// In chunks: a command pays for the modules it uses. Without white space: compiling is a fifth of a short run.
const inChunks = { ...esm, outdir: 'server/dist', splitting: true, minifyWhitespace: true, minifySyntax: true };

const bundles = [
  {
    ...inChunks,
    entryPoints: { cli: 'server/src/cli/main.ts', index: 'server/src/index.ts', ...workers },
    chunkNames: 'chunks/[name]-[hash]',
  },
  // The language server by itself: the extension takes along what it needs, and nothing of the command line.
  { ...inChunks, entryPoints: { lsp: 'server/src/lsp/main.ts' }, chunkNames: 'lsp/[name]-[hash]' },
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
