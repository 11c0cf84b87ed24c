import { build } from 'esbuild';
import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Bundles what is installed: the command line, the language server, the extension, and the rules' pages beside them. */

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
const esm = {
  ...node,
  format: 'esm',
  // Dependencies in CommonJS ask for Node's own modules by require, which an ES module does not have.
  banner: { js: "import { createRequire as makeRequire } from 'node:module';\nconst require = makeRequire(import.meta.url);" },
};

const bundles = [
  // In chunks: a command pays for the modules it uses. Without white space: compiling is a fifth of a short run.
  {
    ...esm, entryPoints: { cli: 'server/src/cli/main.ts', lsp: 'server/src/lsp/main.ts' }, outdir: 'server/dist',
    splitting: true, chunkNames: 'chunks/[name]-[hash]', minifyWhitespace: true, minifySyntax: true,
  },
  { ...node, format: 'cjs', external: ['vscode'], entryPoints: ['client/src/extension.ts'], outfile: 'client/dist/extension.cjs' },
];

async function copyRulePages() {
  const from = 'server/src/core/rules';
  const to = 'server/dist/rules';
  await mkdir(to, { recursive: true });
  for (const name of await readdir(from)) if (name.endsWith('.md')) await cp(join(from, name), join(to, name));
}

await Promise.all(['server/dist', 'client/dist'].map(folder => rm(folder, { recursive: true, force: true })));
await Promise.all([
  ...bundles.map(bundle => build(bundle)),
  copyRulePages(),
]);
