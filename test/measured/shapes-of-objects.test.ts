import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * The engine has a hidden class for the objects of one shape. What is added to a copy, `{ ...span, date }`, has one of its own for
 * each object: making it takes as long as a hundred objects, and whatever reads them is never sure of their shape. `{ date, ...span }`
 * has not: a spread stands last, and only what it is to say otherwise stands behind it.
 */
const MOST = 60;
const [BEFORE, REPORTS] = [20, 20];

/** A property that no other object has: what the engine says of it tells where in its log the reports to be counted begin. */
const MARK = 'reportsBegin';

describe('what a report costs the engine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'classes-'));
  after(() => rmSync(folder, { recursive: true }));

  it('is few hidden classes of its own', function () {
    this.timeout(60_000);
    const log = join(folder, 'classes.log');
    const url = (file: string): string => pathToFileURL(resolve(file)).href;
    const code = `
      import { analyze, DEFAULT_SETTINGS, loadIndex } from '${url('out/server/src/index.js')}';
      import { report, SEED } from '${url('out/test/bench/corpus.js')}';
      const index = loadIndex('server/data');
      for (let i = 0; i < ${BEFORE + REPORTS}; i++) {
        if (i === ${BEFORE}) ({}).${MARK} = i;
        analyze(report(3000, SEED + i), { index, settings: DEFAULT_SETTINGS }).findings;
      }`;
    const flags = ['--log-maps', '--no-log-maps-details', '--no-logfile-per-isolate', `--logfile=${log}`];
    execFileSync(process.execPath, [...flags, '--input-type=module', '--eval', code]);
    const events = readFileSync(log, 'utf8')
      .split('\n')
      .filter(line => line.startsWith('map,'))
      .map(line => line.split(','));
    const begin = events.findIndex(event => event.includes(MARK));
    assert.ok(begin > 0, 'the log does not say where the reports begin');
    const behind = events.slice(begin + 1);
    const places = new Map<string, number>();
    for (const [, kind, , , , , line, column, , name] of behind) {
      const place = `${kind} of “${name}” at line ${line}, column ${column} of the compiled file`;
      places.set(place, (places.get(place) ?? 0) + 1);
    }
    const most = [...places].sort((a, b) => b[1] - a[1]).slice(0, 5);
    const mean = behind.length / REPORTS;
    assert.ok(
      mean <= MOST,
      `${mean} hidden classes for a report, and ${MOST} at most; most of them: ${most.map(one => one.join(': ')).join('; ')}`,
    );
  });
});
