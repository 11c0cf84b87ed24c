import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { allowTests, ROOT, withWindow } from './window.js';
import type { Outcome } from './suite.js';

/*
 * The suite in code-server, which needs no desktop:
 *   node out/test/vscode/run.js [--vsix policydoc.vsix]
 * With --vsix it is the package that is tested, installed as a user would.
 */
const {
  values: { vsix },
} = parseArgs({ options: { vsix: { type: 'string' } } });

const work = mkdtempSync(join(tmpdir(), 'policydoc-run-'));
try {
  process.exitCode = await test();
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function test(): Promise<number> {
  const results = join(work, 'results.json');
  let ended: (code: number) => void;
  const exit = new Promise<number>(resolve => {
    ended = resolve;
  });
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('no outcome in three minutes')), 180_000).unref();
  });
  const launch = {
    extensionDevelopmentPath: developed(),
    extensionTestsPath: join(ROOT, 'out/test/vscode/suite.js'),
    env: { POLICYDOC_TEST_RESULTS: results },
    ...(vsix === undefined ? {} : { vsix }),
  };
  const code = await withWindow(
    launch,
    async page => {
      // VS Code calls these on its window when it runs under automation.
      await page.exposeFunction('codeAutomationExit', (said: number) => ended(said));
      await page.exposeFunction('codeAutomationLog', () => {});
      await allowTests(page);
    },
    () => Promise.race([exit, late]),
  );
  if (!existsSync(results)) throw new Error('the extension host ran no tests');
  const { passes, failures, pending, lines } = JSON.parse(readFileSync(results, 'utf8')) as Outcome;
  console.log(`${lines.join('\n')}\n${passes} passed, ${failures} failed${pending > 0 ? `, ${pending} skipped` : ''}`);
  return code !== 0 || failures > 0 ? 1 : 0;
}

/** A window runs tests only with some extension under development: for a package it is an empty one. */
function developed(): string {
  if (vsix === undefined) return ROOT;
  const empty = join(work, 'empty');
  mkdirSync(empty);
  writeFileSync(
    join(empty, 'package.json'),
    JSON.stringify({ name: 'empty', publisher: 'local', version: '0.0.0', engines: { vscode: '*' } }),
  );
  return empty;
}
