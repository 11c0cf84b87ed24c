import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { developmentOptions, ROOT, withWindow } from './window.js';

/*
 * The extension where there is no Node: loaded over HTTP into the browser, as a web extension of a browser-hosted VS Code
 * is, with the language server as a worker. code-server's window is that VS Code; its own Node host has no part in it.
 */

const TYPES: Readonly<Record<string, string>> = { '.cjs': 'text/javascript', '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml' };

/** The files of the extension. */
const files = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url!, 'http://localhost').pathname);
  readFile(join(ROOT, path)).then(
    bytes => response.setHeader('Content-Type', TYPES[extname(path)] ?? 'application/octet-stream').end(bytes),
    () => response.writeHead(404).end());
}).listen(0, '127.0.0.1');

const TESTS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  async 'marks wrong citations and blanks'(page) {
    await page.locator('.editor-instance .squiggly-error').first().waitFor({ timeout: 60_000 });
    assert.ok(await page.locator('.editor-instance .squiggly-warning').count() >= 10);
  },
  async 'explains a citation'(page) {
    const box = (await page.locator('.editor-instance .squiggly-error').first().boundingBox())!;
    await page.mouse.move(5, 5);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2 - 4, { steps: 5 });
    await page.locator('.monaco-hover .hover-contents', { hasText: '核对结论：' }).first().waitFor();
  },
  async 'follows an edit'(page) {
    await page.locator('.editor-instance .view-line', { hasText: '第九十九条' }).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('三是依据《中华人民共和国公务员法》第九百条。');
    await page.locator('.editor-instance .squiggly-error').nth(1).waitFor();
  },
  async 'says plainly that it cannot check a folder'(page) {
    await page.keyboard.press('F1');
    // The workbench has no Chinese of its own here, and titles of commands are the workbench's.
    await page.locator('.quick-input-widget input').first().fill(`>${JSON.parse(await readFile(join(ROOT, 'package.nls.json'), 'utf8'))['command.checkWorkspace']}`);
    await page.keyboard.press('Enter');
    const toast = page.locator('.notification-toast', { hasText: '未能检查' });
    await toast.waitFor();
    await toast.getByText('查看输出').click();
    await page.locator('.editor-instance, .panel', { hasText: '不是本机文件夹' }).first().waitFor();
  },
};

let [passed, failed] = [0, 0];
try {
  await withWindow({ openFile: 'report.md' }, async (page, origin) => {
    // Through code-server's own proxy: the page may load from no other origin.
    const path = `/proxy/${(files.address() as AddressInfo).port}`;
    await developmentOptions(page, { extensions: [{ scheme: 'http', authority: new URL(origin).host, path }] });
  }, async page => {
    for (const [name, test] of Object.entries(TESTS)) {
      await test(page).then(
        () => { passed++; console.log(`✔ in a browser: ${name}`); },
        (error: Error) => { failed++; console.log(`✘ in a browser: ${name}\n${error.stack}`); });
    }
    if (failed > 0 && process.env['POLICYDOC_TEST_PICTURE']) await page.screenshot({ path: process.env['POLICYDOC_TEST_PICTURE'] });
  });
} finally {
  files.close();
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
