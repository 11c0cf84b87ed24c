import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { command, hoverOverCitation, take, type Steps } from './steps.js';
import { developmentOptions, ROOT, withWindow } from './window.js';

/*
 * The extension where there is no Node: loaded over HTTP into the browser, as a web extension of a browser-hosted VS Code
 * is, with the language server as a worker. code-server's window is that VS Code; its own Node host has no part in it.
 */

const TYPES: Readonly<Record<string, string>> = {
  '.cjs': 'text/javascript',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** The files of the extension. */
const files = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url!, 'http://localhost').pathname);
  readFile(join(ROOT, path)).then(
    bytes => response.setHeader('Content-Type', TYPES[extname(path)] ?? 'application/octet-stream').end(bytes),
    () => response.writeHead(404).end(),
  );
}).listen(0, '127.0.0.1');

const STEPS: Steps = {
  async 'marks wrong citations and blanks'(page) {
    await page.locator('.editor-instance .squiggly-error').first().waitFor({ timeout: 60_000 });
    // Blanks of a paragraph behind the first are hints.
    const blanks = page.locator('.editor-instance :is(.squiggly-warning, .squiggly-hint)');
    assert.ok((await blanks.count()) > 5, `${await blanks.count()} blanks are marked`);
  },
  'explains a citation': hoverOverCitation,
  async 'follows an edit'(page) {
    await page.locator('.editor-instance .view-line', { hasText: '第九十九条' }).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('三是依据《中华人民共和国公务员法》第九百条。');
    await page.locator('.editor-instance .squiggly-error').nth(1).waitFor();
  },
  async 'says plainly that it cannot check a folder'(page) {
    // The workbench has no Chinese of its own here, and titles of commands are the workbench's.
    await command(page, JSON.parse(await readFile(join(ROOT, 'package.nls.json'), 'utf8'))['command.checkWorkspace']);
    const toast = page.locator('.notification-toast', { hasText: '未能检查' });
    await toast.waitFor();
    await toast.getByText('查看输出').click();
    await page.locator('.editor-instance, .panel', { hasText: '不是本机文件夹' }).first().waitFor();
  },
};

try {
  await withWindow(
    { openFile: 'report.md' },
    async (page, origin) => {
      // Through code-server's own proxy: the page may load from no other origin.
      const path = `/proxy/${(files.address() as AddressInfo).port}`;
      await developmentOptions(page, { extensions: [{ scheme: 'http', authority: new URL(origin).host, path }] });
    },
    page => take(STEPS, 'in a browser', page),
  );
} finally {
  files.close();
}
