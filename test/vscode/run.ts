import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { allowTests, ROOT, withWindow } from './window.js';
import type { Outcome } from './suite.js';

/*
 * The suite in code-server, which needs no desktop:
 *   node out/test/vscode/run.js [--vsix policydoc.vsix] [--picture report.png]
 * With --vsix it is the package that is tested, installed as a user would; with --picture there is no test but a picture
 * of the sample report, with the lists beside it and the pointer on a citation.
 */
const { values: { vsix, picture } } = parseArgs({ options: { vsix: { type: 'string' }, picture: { type: 'string' } } });

const work = mkdtempSync(join(tmpdir(), 'policydoc-run-'));
try {
  process.exitCode = picture === undefined ? await test() : await take(picture);
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function test(): Promise<number> {
  const results = join(work, 'results.json');
  let ended: (code: number) => void;
  const exit = new Promise<number>(resolve => { ended = resolve; });
  const late = new Promise<never>((_, reject) => { setTimeout(() => reject(new Error('no outcome in three minutes')), 180_000).unref(); });
  const launch = {
    extensionDevelopmentPath: developed(), extensionTestsPath: join(ROOT, 'out/test/vscode/suite.js'),
    env: { POLICYDOC_TEST_RESULTS: results }, ...(vsix === undefined ? {} : { vsix }),
  };
  const code = await withWindow(launch, async page => {
    // VS Code calls these on its window when it runs under automation.
    await page.exposeFunction('codeAutomationExit', (said: number) => ended(said));
    await page.exposeFunction('codeAutomationLog', () => {});
    await allowTests(page);
  }, () => Promise.race([exit, late]));
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
  writeFileSync(join(empty, 'package.json'), JSON.stringify({ name: 'empty', publisher: 'local', version: '0.0.0', engines: { vscode: '*' } }));
  return empty;
}

async function take(file: string): Promise<number> {
  const launch = {
    openFile: 'report.md', ...(vsix === undefined ? { extensionDevelopmentPath: ROOT } : { vsix }),
  };
  return withWindow(launch, vsix === undefined ? async page => void await allowTests(page) : async () => {}, async page => {
    const citation = page.locator('.editor-instance .squiggly-error').first();
    await citation.waitFor({ timeout: 60_000 });
    await page.keyboard.press('Control+Shift+M');
    await page.locator('.markers-panel').waitFor();
    // By force: the badge with the number of blanks lies over the icon.
    await page.locator('.activitybar a.action-label[aria-label*="政策文稿检查"]').click({ force: true });
    await page.locator('.pane-header[aria-label*="引用核对"]').waitFor();
    const box = (await citation.boundingBox())!;
    await page.mouse.move(5, 5);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2 - 4, { steps: 5 });
    await page.locator('.monaco-hover .hover-contents').first().waitFor();
    await page.waitForTimeout(1500);
    await page.screenshot({ path: file });
    return 0;
  });
}
