import { fork } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import type { News } from './hooks.js';

/*
 * Every property of the tests, over and over with other seeds: `npm run fuzz -- --minutes 30 [--seed 1]`. There is no second
 * list of properties: what draws from fast-check in a test file is tried here. Each file runs in a process of its own with
 * bounded memory, so that one that hangs or eats memory is named and the others go on.
 */

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string' },
    only: { type: 'string', default: '' },
  },
});
const deadline = Date.now() + Number(values.minutes) * 60_000;
const first = Number(values.seed ?? Date.now() % 1_000_000_000);
if (!Number.isFinite(deadline) || !Number.isSafeInteger(first)) throw new Error('--minutes and --seed are numbers');

const MEGABYTES = 1024;
/** One test of all its runs takes seconds; the rest is the machine's. */
const SILENT_MS = 300_000;

const OUT = 'out/test';
const files = readdirSync(OUT, { recursive: true, encoding: 'utf8' })
  .map(name => join(OUT, name))
  .filter(
    file =>
      file.endsWith('.test.js') && file.includes(values.only) && /from 'fast-check'/.test(readFileSync(file, 'utf8')),
  )
  .sort();

/** By the title of the test. */
const failed = new Map<string, number>();
let tests = 0;
let seed = first;
for (; Date.now() < deadline; seed++) for (const file of files) if (Date.now() < deadline) await round(file, seed);

console.log(
  `${tests} runs of the properties in ${files.length} files, seeds ${first} to ${seed - 1}: ${failed.size === 0 ? 'nothing found' : `${failed.size} failed`}`,
);
for (const [title, times] of failed) console.log(`  ${times} × ${title}`);
process.exitCode = failed.size === 0 ? 0 : 1;

function round(file: string, seed: number): Promise<void> {
  return new Promise(resolve => {
    const child = fork(
      'node_modules/mocha/bin/mocha.js',
      [
        '--no-config',
        '--require',
        `${OUT}/harness/seed.js`,
        '--require',
        `${OUT}/fuzz/hooks.js`,
        '--reporter',
        'min',
        '--timeout',
        '0',
        file,
      ],
      {
        env: { ...process.env, SEED: String(seed) },
        execArgv: [`--max-old-space-size=${MEGABYTES}`],
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      },
    );
    let running = '';
    let stderr = '';
    let reported = 0;
    let why = '';
    const silence = setTimeout(() => {
      why = `nothing heard for ${SILENT_MS / 1000} s: it hangs`;
      child.kill('SIGKILL');
    }, SILENT_MS);
    child.stderr!.on('data', piece => {
      stderr = `${stderr}${piece}`.slice(-4000);
    });
    child.on('message', (news: News) => {
      silence.refresh();
      running = news.title;
      if (news.failure !== undefined) report(news.title, news.failure);
      else if (news.isOver) tests++;
    });
    child.on('exit', (code, signal) => {
      clearTimeout(silence);
      if (code !== 0 && reported === 0) report(running, why || `the process ended with ${code ?? signal}\n${stderr}`);
      resolve();
    });

    function report(title: string, failure: string): void {
      reported++;
      const times = failed.get(title) ?? 0;
      failed.set(title, times + 1);
      if (times > 0) return;
      console.log(
        `FAILED ${title}\n${failure}\nagain: SEED=${seed} npx mocha --no-config --timeout 0 -r out/test/harness/seed.js ${relative('.', file)} -g ${JSON.stringify(title)}\n`,
      );
    }
  });
}
