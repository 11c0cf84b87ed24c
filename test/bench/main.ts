import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isMet, table, type Part, type Row } from './harness.js';
import { ROOT } from './processes.js';

/**
 * `npm run bench -- [PART…] [--rounds N] [--no-peers] [--markdown FILE]`: measures, and prints each figure beside its goal.
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
  const sections: string[] = [];
  for (const name of names) {
    const options = process.argv.slice(2).filter(argument => !names.includes(argument));
    const child = fork(fileURLToPath(import.meta.url), [name, ...options]);
    const [said] = (await Promise.race([once(child, 'message'), once(child, 'disconnect').then(() => [null])])) as [
      { title: string; rows: Row[] } | null,
    ];
    if (!said) throw new Error(`${name} ended without a word`);
    sections.push(`### ${said.title}\n\n${table(said.rows)}\n`);
    console.log(`\n${sections.at(-1)}`);
    const missed = said.rows.filter(row => isMet(row) === false);
    if (missed.length > 0) console.log(`${missed.length} goals not met`);
  }
  if (values.markdown !== undefined) writeFileSync(values.markdown, [heading(), ...sections].join('\n'));
}

/** What the figures were made by, for a reader who makes them again. */
function heading(): string {
  const { dependencies } = JSON.parse(readFileSync('test/bench/package.json', 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const peers = Object.entries(dependencies)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ');
  return `\`npm run bench\` on ${availableParallelism()} processors with Node ${process.versions.node}; medians of programs run by turns. Peers: ${peers}.\n`;
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
