import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/*
 * The editor's suites, one behind the other, each with windows of its own: `npm run test:vscode [-- SUITE…]`. Without a name those
 * of every change.
 */
const OF_EVERY_CHANGE = ['run', 'ui', 'writing', 'hand', 'browser', 'hostile'];
const SUITES = [...OF_EVERY_CHANGE, 'beside', 'speed'];

const named = process.argv.slice(2);
const unknown = named.filter(name => !SUITES.includes(name));
if (unknown.length > 0) throw new Error(`no such suite: ${unknown.join(', ')}; there are ${SUITES.join(', ')}`);
for (const name of named.length > 0 ? named : OF_EVERY_CHANGE) {
  const file = fileURLToPath(new URL(`${name}.js`, import.meta.url));
  if (spawnSync(process.execPath, [file], { stdio: 'inherit' }).status !== 0) process.exitCode = 1;
}
