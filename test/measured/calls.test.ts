import assert from 'node:assert/strict';
import { Session } from 'node:inspector/promises';
import { resolve } from 'node:path';
import { analyze, DEFAULT_SETTINGS, loadIndex } from '../../server/src/index.js';
import { report, SEED } from '../bench/corpus.js';

/**
 * How much of our code runs for a report of 3,000 characters: the same on every machine, whatever else it does. Time goes with the
 * second figure as much as with the first: most functions run a few times, and each of them is compiled, optimised and kept.
 */
const MOST = { calls: 93_500, functions: 1_980 };
const REPORTS = 20;
/** So many before, so that what is made once for all reports is not counted. */
const BEFORE = 5;
const LENGTH = 3_000;

interface Counted {
  readonly calls: number;
  readonly functions: number;
}

async function countedIn(session: Session, work: () => void): Promise<Counted> {
  await session.post('Profiler.takePreciseCoverage');
  work();
  const { result } = await session.post('Profiler.takePreciseCoverage');
  const counts = result
    .filter(({ url }) => url.includes('/out/server/src/'))
    .flatMap(({ functions }) => functions.map(({ ranges }) => ranges[0]!.count))
    .filter(count => count > 0);
  return { calls: counts.reduce((all, count) => all + count, 0), functions: counts.length };
}

describe('what runs for a report', () => {
  const session = new Session();
  const mean: { calls: number; functions: number } = { calls: 0, functions: 0 };

  before(async function () {
    this.timeout(60_000);
    const index = loadIndex(resolve('server/data'));
    const run = (i: number): void => {
      const { findings, coverage } = analyze(report(LENGTH, SEED + i), { index, settings: DEFAULT_SETTINGS });
      assert.ok(findings.length + coverage.placeholders > 0);
    };
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
    for (let i = 0; i < BEFORE; i++) run(REPORTS + i);
    for (let i = 0; i < REPORTS; i++) {
      const { calls, functions } = await countedIn(session, () => run(i));
      mean.calls += calls / REPORTS;
      mean.functions += functions / REPORTS;
    }
  });
  after(async () => {
    await session.post('Profiler.stopPreciseCoverage');
    session.disconnect();
  });

  for (const kind of ['calls', 'functions'] as const)
    it(`is no more ${kind} than it was`, () => {
      const now = Math.round(mean[kind]);
      const words = kind === 'calls' ? 'function calls' : 'functions that run at all';
      assert.ok(
        now <= MOST[kind],
        `${now} ${words} for a report of ${LENGTH} characters, and ${MOST[kind]} at most: what was added runs where nothing asks for ` +
          'it. A shape of relations declares its sign (facts/relations/sign.ts); raise the bound only for what must run for every report.',
      );
      assert.ok(now > MOST[kind] * 0.9, `${now} ${words}: lower the bound, which is ${MOST[kind]}`);
    });
});
