import assert from 'node:assert/strict';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Locator, Page } from 'playwright-core';
import { boxOf, command, quickOpen, take, type Steps } from './steps.js';
import { ROOT, withWindow } from './window.js';

/*
 * A folder from somebody else, opened: test/vscode/hostile. Its settings file, its titles and its drafts hold what VS
 * Code makes commands of; nothing of it may become one. The package, in a trusted window and in one in Restricted Mode.
 */
const {
  values: { vsix = join(ROOT, 'policydoc.vsix') },
} = parseArgs({ options: { vsix: { type: 'string' } } });

/** What would be open if any of the commands had run. */
const untitled = (page: Page): Locator => page.locator('.tab', { hasText: 'Untitled-1' });
const shownText = (page: Page, words: string): Locator =>
  page.locator('.editor-instance .view-line', { hasText: words });

/** The words are there to be read; a link they are not, and a click on them does nothing. */
async function isInert(page: Page, place: Locator, words: string): Promise<void> {
  await place.waitFor();
  // Labels of trees are `a` without anywhere to go.
  const links = place.locator('a[href], a[data-href], a.monaco-link', { hasText: words });
  assert.deepEqual(await links.allTextContents(), []);
  await place.getByText(words).first().click({ force: true, timeout: 5_000 });
  await page.waitForTimeout(500);
  assert.equal(await untitled(page).count(), 0);
}

const HOSTILE: Steps = {
  async 'a key of the settings file is no command in a message'(page) {
    await page.locator('.editor-instance .squiggly-warning').first().waitFor({ timeout: 60_000 });
    await command(page, '打开审核单');
    await isInert(page, page.locator('.notification-toast', { hasText: '设置文件未生效' }), '点此自动修复');
  },
  async 'nor in the status item'(page) {
    await shownText(page, '基本情况').click();
    const details = page.locator('.monaco-hover', { hasText: '设置文件未生效' }).first();
    for (let tries = 5; ; tries--) {
      await page.mouse.move(5, 5);
      await page.locator('.statusbar-item', { hasText: /^✗/ }).hover();
      const came = await details.waitFor({ timeout: 5_000 }).then(
        () => true,
        () => false,
      );
      if (came) break;
      assert.ok(tries > 1, 'the status item says nothing');
    }
    await isInert(page, details, '点此自动修复');
  },
  async 'nor is a title, a heading or the name of a blank, in views, sheets and hovers'(page) {
    await quickOpen(page, 'draft.md');
    await page.locator('.activitybar a.action-label[aria-label*="政策文稿检查"]').click({ force: true });
    await isInert(page, page.locator('.pane-body .monaco-list-row', { hasText: '丙' }).first(), '丙');
    const name = shownText(page, '全市有').locator('span', { hasText: '丁' }).last();
    const said = page.locator('.monaco-hover .hover-contents', { hasText: '数据项：' }).first();
    for (let tries = 5; ; tries--) {
      const { x, y, width, height } = await boxOf(name);
      await page.mouse.move(5, 5);
      await page.mouse.move(x + width / 2, y + height / 2, { steps: 5 });
      const came = await said.waitFor({ timeout: 5_000 }).then(
        () => true,
        () => false,
      );
      if (came) break;
      assert.ok(tries > 1, 'nothing is said of the blank');
    }
    await isInert(page, said, '丁');
  },
};

/** What a draft names is shown behind its blank. */
const value = (page: Page): Locator => shownText(page, '全市有').locator('span', { hasText: '4321' });

await withWindow(
  { openFile: 'report.md', vsix, workspace: 'hostile' },
  async () => {},
  page =>
    take(
      {
        ...HOSTILE,
        async 'the data sheet that a draft names is read'(page) {
          await value(page).first().waitFor();
        },
      },
      'a hostile folder',
      page,
    ),
);

await withWindow(
  { openFile: 'report.md', vsix, workspace: 'hostile', isRestricted: true },
  async () => {},
  page =>
    take(
      {
        async 'the window is restricted'(page) {
          await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
        },
        ...HOSTILE,
        async 'the data sheet that a draft names is not read'(page) {
          assert.equal(await value(page).count(), 0);
        },
        async 'and is, once the user trusts the folder'(page) {
          await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).click();
          await page.locator('.workspace-trust-editor').getByText('Trust', { exact: true }).first().click();
          await page.keyboard.press('Escape');
          await value(page).first().waitFor();
        },
      },
      'a hostile folder in Restricted Mode',
      page,
    ),
);
