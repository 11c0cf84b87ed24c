import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { report, SEED, withFolder } from './corpus.js';
import { byTurns, IS_NEWEST, rows, type Options, type Part, type Row, type Subject } from './harness.js';
import { AUTOCORRECT, install, ours, PEERS } from './peers.js';
import { ROOT, wall } from './processes.js';

const REPORTS = 1_000;
const LENGTH = 6_000;
/** Faster than every one of them. */
const COLD = Object.fromEntries(PEERS.map(({ name }) => [name, name === AUTOCORRECT && IS_NEWEST ? 0.75 : 1]));
const WARM = { [AUTOCORRECT]: 0.1 };
/** Texts of regulations, where they are: another genre, other lengths, other authors. */
const REGULATIONS = join(ROOT, '../shared/regulations');

const CACHE = 'cache';

function* reports(): Generator<readonly [name: string, text: string]> {
  for (let i = 0; i < REPORTS; i++) yield [`texts/${i % 20}/${i}.md`, report(LENGTH, SEED + i)];
}

function* regulations(): Generator<readonly [name: string, text: string]> {
  const names = readdirSync(REGULATIONS, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.md'))
    .sort();
  for (const [i, name] of names.entries())
    yield [`texts/${i % 20}/${i}.md`, readFileSync(join(REGULATIONS, name), 'utf8')];
}

async function measure(
  what: string,
  texts: Iterable<readonly [string, string]>,
  { rounds, hasPeers }: Options,
  withSlow: boolean,
): Promise<Row[]> {
  const all = [...texts];
  const characters = all.reduce((sum, [, text]) => sum + text.length, 0);
  const size = `${all.length.toLocaleString('en')} ${what}, ${(characters / 1e6).toFixed(1)} million characters`;
  return withFolder(all, async folder => {
    // In a folder of the corpus, so that one measure does not warm the next.
    const cached = (): Promise<number> => wall(ours(['texts'], '--all', '--cache-location', CACHE), folder);
    await cached();
    const subjects: Record<string, Subject> = {
      cold: () => wall(ours(['texts'], '--all'), folder),
      warm: cached,
      filling: () => {
        rmSync(join(folder, CACHE), { recursive: true, force: true });
        return cached();
      },
    };
    const peers = hasPeers ? PEERS : [];
    for (const { name, command, isSlow } of peers) if (!isSlow) subjects[name] = () => wall(command(['texts']), folder);
    const { cold, warm, filling, ...others } = await byTurns(rounds ?? 5, subjects);
    for (const { name, command, isSlow } of peers)
      if (isSlow && withSlow) others[name] = await wall(command(['texts']), folder);
    const alone: Row = { what: `${size}: filling the cache`, measured: filling!, unit: 'ms' };
    return [
      ...orAlone(`${size}: cold`, cold!, others, COLD),
      ...orAlone(`${size}: warm cache`, warm!, others, WARM),
      alone,
    ];
  });
}

const orAlone = (
  what: string,
  measured: number,
  others: Record<string, number>,
  goals: Record<string, number>,
): Row[] => (Object.keys(others).length > 0 ? rows(what, measured, others, goals) : [{ what, measured, unit: 'ms' }]);

export const part: Part = {
  title: 'Many files: the whole command',
  async run(options) {
    if (options.hasPeers) install();
    const table = await measure('reports', reports(), options, true);
    return existsSync(REGULATIONS)
      ? [...table, ...(await measure('regulations', regulations(), options, false))]
      : table;
  },
};
