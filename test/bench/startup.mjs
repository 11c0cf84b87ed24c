/**
 * What starting costs: `npm run bench`. Runs `node -e 0`, a check of one report and the loading of the index by turns,
 * and prints medians and the ratio to `node -e 0` in the same run: absolute times say more of the machine than of us.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROUNDS = Number(process.argv[2] ?? 15);
const root = fileURLToPath(new URL('../../', import.meta.url));
const LOAD = `const {loadIndex}=await import('./out/server/src/host/load-index.js');const t=performance.now();loadIndex('server/data');console.log(performance.now()-t)`;

const wall = args => {
  const from = performance.now();
  const { status, stdout } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`);
  return { ms: performance.now() - from, stdout };
};
const rows = {
  'node -e 0': () => wall(['-e', '0']).ms,
  'load the index (inside the process)': () => Number(wall(['--input-type=module', '-e', LOAD]).stdout),
  'check one report (whole process)': () => wall(['server/bin/policydoc.js', 'check', 'samples/01-规范文稿.md']).ms,
};

const times = Object.fromEntries(Object.keys(rows).map(name => [name, []]));
for (const run of Object.values(rows)) run();
for (let round = 0; round < ROUNDS; round++) for (const [name, run] of Object.entries(rows)) times[name].push(run());
const median = values => values.toSorted((a, b) => a - b)[values.length >> 1];
const base = median(times['node -e 0']);
for (const [name, values] of Object.entries(times)) {
  console.log(`${name.padEnd(38)} ${median(values).toFixed(0).padStart(5)} ms  ${(median(values) / base).toFixed(2)} ×`);
}
