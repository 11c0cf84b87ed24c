import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isMet, table, type Part } from './harness.js';
import { page, type Measured } from './page.js';
import { ROOT } from './processes.js';

/**
 * `npm run bench -- [PART…] [--rounds N] [--no-peers] [--markdown FILE]`: measures, and prints each figure beside its goal;
 * with a file, writes the page too, where the parts that were not measured stay as they were.
 * Nothing fails here: figures are of one machine and one hour.
 */
const PARTS: Readonly<Record<string, () => Promise<{ part: Part }>>> = {
  files: () => import('./files.js'),
  file: () => import('./file.js'),
  editing: () => import('./editing.js'),
  opening: () => import('./opening.js'),
  growth: () => import('./growth.js'),
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: { rounds: { type: 'string' }, peers: { type: 'boolean', default: true }, markdown: { type: 'string' } },
});
process.chdir(ROOT);
if (process.send) await runPart(positionals[0]!);
else await runAll(positionals.length > 0 ? positionals : Object.keys(PARTS));

/** Each in a process of its own: what one leaves in memory is not to weigh on the next. */
async function runAll(names: readonly string[]): Promise<void> {
  const unknown = names.filter(name => !Object.hasOwn(PARTS, name));
  if (unknown.length > 0)
    throw new Error(`no such part: ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);
  const parts: Measured[] = [];
  for (const name of names) {
    const options = process.argv.slice(2).filter(argument => !names.includes(argument));
    const child = fork(fileURLToPath(import.meta.url), [name, ...options]);
    const [said] = (await Promise.race([once(child, 'message'), once(child, 'disconnect').then(() => [null])])) as [
      Measured | null,
    ];
    if (!said) throw new Error(`${name} ended without a word`);
    parts.push(said);
    console.log(`\n### ${said.title}\n\n${table(said.rows)}\n`);
    const missed = said.rows.filter(row => isMet(row) === false);
    if (missed.length > 0) console.log(`${missed.length} goals not met`);
  }
  if (values.markdown === undefined) return;
  const before = existsSync(values.markdown) ? readFileSync(values.markdown, 'utf8') : '';
  const titles = await Promise.all(Object.values(PARTS).map(async load => (await load()).part.title));
  writeFileSync(values.markdown, page(before, madeBy(), peers(), parts, titles));
}

function madeBy(): string {
  return `On ${availableParallelism()} processors with Node ${process.versions.node}.`;
}

/** The programs of others, in their versions: a reader can measure the same again. */
function peers(): string {
  const { dependencies } = JSON.parse(readFileSync('test/bench/package.json', 'utf8')) as {
    dependencies: Record<string, string>;
  };
  return Object.entries(dependencies)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ');
}

async function runPart(name: string): Promise<void> {
  const { part } = await PARTS[name]!();
  const rows = await part.run({
    rounds: values.rounds === undefined ? null : Number(values.rounds),
    hasPeers: values.peers,
  });
  process.send!({ title: part.title, rows });
  process.disconnect();
}
