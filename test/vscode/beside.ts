import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { choose, command, cursorIn, quickOpen, take, toTab } from './steps.js';
import { ROOT, withWindow } from './window.js';

/*
 * What stands beside a draft, by hand: the lists of its blanks and its citations with what they do, an earlier draft it is
 * compared with, and folders of which one is not checked.
 */

const VSIX = join(ROOT, 'policydoc.vsix');
const line = (page: Page, words: string | RegExp): Locator =>
  page.locator('.editor-instance .view-line', { hasText: words }).first();
const row = (page: Page, words: string): Locator =>
  page.locator('.pane-body .monaco-list-row', { hasText: words }).first();
const isChecked = (page: Page, status: string | RegExp): Promise<void> =>
  page.locator('.statusbar-item', { hasText: status }).waitFor({ timeout: 120_000 });

/** What an entry of a list beside the text does, by the button that comes with the pointer: an entry that moves on is pointed at again. */
async function act(page: Page, words: string, title: string): Promise<void> {
  for (let tries = 10; ; tries--) {
    await row(page, words).hover();
    try {
      await row(page, words).locator(`a.action-label[aria-label*="${title}"]`).click({ timeout: 2_000 });
      return;
    } catch (error) {
      if (tries === 0) throw error;
    }
  }
}

/** The same by the menu of the entry. */
async function fromMenu(page: Page, words: string, title: string): Promise<void> {
  await row(page, words).click({ button: 'right' });
  const item = page.locator('.monaco-menu .action-menu-item', { hasText: title }).first();
  await item.hover();
  await page.waitForTimeout(300);
  await item.click();
  await item.waitFor({ state: 'hidden' });
}

/** Whatever is folded while the list is made anew is unfolded again. */
async function unfold(page: Page, words: string): Promise<void> {
  for (let tries = 10; (await row(page, words).getAttribute('aria-expanded')) !== 'true'; tries--) {
    assert.ok(tries > 0, `“${words}” stays folded`);
    await row(page, words).locator('.monaco-tl-twistie').click();
    await page.waitForTimeout(1000);
  }
}

const copy = (page: Page, text: string): Promise<void> =>
  page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);

const LAW = `---
title: "海州市试点管理办法"
edition: 2024-01-01
effective: 2024-01-01
complete: true
---

# 海州市试点管理办法

第一条　为规范试点工作，制定本办法。

第二条　试点期限为三年。
`;
const DRAFT = `# 关于试点工作的调研报告

一、基本情况

共有党员*人，群众*人，支部*个。按照《海州市试点管理办法》第二条开展试点，《条例》见下。

二、存在的问题

一是按照《中国共产党党和国家机关基层组织工作条例》（以下简称《条例》）第七章第三十三条规定，人手不足。

三、对策建议

一是充实人手。
`;

await withWindow(
  {
    openFile: '稿.md',
    vsix: VSIX,
    files: {
      '稿.md': DRAFT,
      '送审稿.txt': DRAFT.replace('一是充实人手。', '一是充实人手，落实《中华人民共和国公务员法》第三百条。'),
      'policydoc.config.json': '{}\n',
      'regulations/海州市试点管理办法.md': LAW,
    },
  },
  async (page, origin) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
  },
  page =>
    take(
      {
        async 'a column of values is pasted from a blank on, and what does not fit is told and changes nothing'(page) {
          await isChecked(page, /^✗/);
          await page.locator('.statusbar-item', { hasText: /^✗/ }).click();
          await row(page, '党员数').waitFor();
          await copy(page, '党员\t12O\n群众\t3456\n');
          await fromMenu(page, '党员数', '从剪贴板填写一列数值');
          await choose(page, '填写2处');
          await page.locator('.notification-toast', { hasText: '12O' }).waitFor();
          await line(page, '共有党员*人，群众*人，支部*个').waitFor();
          await copy(page, '党员\t120\n群众\t3456\n支部\t7\n小组\t9\n');
          await fromMenu(page, '群众数', '从剪贴板填写一列数值');
          // From the second blank on there is room for two of the four.
          await page
            .locator('.quick-input-list .monaco-list-row', { hasText: '另有 2 个没有空缺可填' })
            .first()
            .waitFor();
          await page.keyboard.press('Escape');
          await fromMenu(page, '党员数', '从剪贴板填写一列数值');
          await choose(page, '填写3处');
          await line(page, '共有党员120人，群众3456人，支部7个').waitFor();
          // One step back takes all of them back.
          await toTab(page, '稿.md');
          await page.keyboard.press('Control+Z');
          await line(page, '共有党员*人，群众*人，支部*个').waitFor();
        },
        async 'the article that is cited is shown where a text of the team has it'(page) {
          // What is in order is folded.
          await unfold(page, '《海州市试点管理办法》');
          await act(page, '第二条', '查看条文');
          await page.locator('.tab.active', { hasText: '海州市试点管理办法.md' }).waitFor();
          await line(page, '试点期限为三年').waitFor();
          await cursorIn(page, 12);
        },
        async 'what may stand in the place of a wrong citation is offered from the list, and put in'(page) {
          await toTab(page, '稿.md');
          await act(page, '第三十三条', '改为…（请先核实）');
          const choice = page
            .locator('.quick-input-list .monaco-list-row', { hasText: '第七章第三十三条 → 第八章第三十三条' })
            .first();
          await choice.click();
          await line(page, '第八章第三十三条').waitFor();
          await row(page, '改为…').waitFor({ state: 'hidden' });
        },
        async 'it says what became of an earlier draft, in another format'(page) {
          await toTab(page, '稿.md');
          await command(page, '与另一稿比较');
          const field = page.locator('.quick-input-widget input').first();
          await page.locator('.quick-input-list .monaco-list-row', { hasText: '送审稿.txt' }).first().waitFor();
          await field.press('End');
          await field.pressSequentially('送审稿.txt');
          await page.keyboard.press('Enter');
          await line(page, /两稿比较.*送审稿\.txt.*稿\.md/).waitFor();
          await line(page, /第三百条/).waitFor();
          await line(page, '已改的问题').waitFor();
        },
        async 'the settings lead to the settings file'(page) {
          await page.keyboard.press('Control+,');
          const field = page.locator('.settings-editor .settings-header .monaco-editor').first();
          await field.waitFor();
          await page.keyboard.insertText('policydoc.reports');
          await page.locator('.settings-editor a', { hasText: 'policydoc.config.json' }).first().click();
          await page.locator('.tab.active', { hasText: 'policydoc.config.json' }).waitFor();
        },
      },
      'beside the draft',
      page,
    ),
);

await withWindow(
  {
    vsix: VSIX,
    foldersFile: '两处.code-workspace',
    files: {
      '甲/甲稿.md': DRAFT,
      '乙/乙稿.md': DRAFT,
      '乙/.vscode/settings.json': '{ "policydoc.enable": false }',
      '两处.code-workspace': JSON.stringify({ folders: [{ path: '甲' }, { path: '乙' }] }),
    },
  },
  async () => {},
  page =>
    take(
      {
        async 'of two folders the one is checked, the other is not and says why'(page) {
          await page
            .locator('.explorer-folders-view .monaco-list-row', { hasText: '乙' })
            .waitFor({ timeout: 120_000 });
          await quickOpen(page, '甲稿.md');
          await isChecked(page, /^✗/);
          await quickOpen(page, '乙稿.md');
          await isChecked(page, '未检查：已关闭');
        },
      },
      'folders',
      page,
    ),
);
