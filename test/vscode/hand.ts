import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { CDPSession, Locator, Page } from 'playwright-core';
import { p, word } from '../harness/word.js';
import {
  boxOf,
  choose,
  command,
  cursorIn,
  fromExplorer,
  goToEndOf,
  offered,
  quickOpen,
  suggestion,
  take,
  toTab,
  type Steps,
} from './steps.js';
import { allowTests, ROOT, withWindow } from './window.js';

/*
 * A writer's hand and day, through keys and through what an input method puts in: lists that come by themselves in Markdown and
 * in plain text, and once the way from an open draft to a signed sheet. `--pictures FOLDER` leaves those of docs/ there.
 */
const {
  values: { pictures },
} = parseArgs({ options: { pictures: { type: 'string' } } });
if (pictures !== undefined) mkdirSync(pictures, { recursive: true });
const picture = async (page: Page, name: string): Promise<void> => {
  if (pictures === undefined) return;
  await page.waitForTimeout(1500);
  await page.screenshot({ path: join(pictures, `${name}.png`) });
};

const line = (page: Page, words: string | RegExp): Locator =>
  page.locator('.editor-instance .view-line', { hasText: words }).first();
const list = (page: Page): Locator => page.locator('.suggest-widget.visible .monaco-list-row');
const noList = async (page: Page): Promise<void> => {
  await list(page).first().waitFor({ state: 'hidden' });
  await page.waitForTimeout(600);
  assert.equal(await list(page).count(), 0, 'a list is open');
};

/** Letters that are composed first, as an input method does, and then what was meant by them. */
async function compose(page: Page, letters: string, meant: string): Promise<void> {
  const session: CDPSession = await page.context().newCDPSession(page);
  for (let length = 1; length <= letters.length; length++) {
    const text = letters.slice(0, length);
    await session.send('Input.imeSetComposition', { text, selectionStart: length, selectionEnd: length });
    await page.waitForTimeout(60);
  }
  assert.equal(await suggestion(page, meant).count(), 0, 'a list comes while letters are composed');
  await session.send('Input.insertText', { text: meant });
  await session.detach();
}

/**
 * An entry was taken. VS Code closes its list once more when all of it is there, the entry's own details too, which it may still be asking
 * for: what is typed before has no list.
 */
async function taken(page: Page, words: string | RegExp): Promise<void> {
  await line(page, words).waitFor();
  await page.waitForTimeout(1000);
}

/** In a window that has just shown its text: of the extension, or its server, nothing may be there yet. */
const atOnce: Steps = {
  async 'a new line has its list, however early it is typed'(page) {
    await line(page, '二是加强培训').click();
    await page.keyboard.press('End');
    await cursorIn(page, 15, 16);
    await page.keyboard.press('Enter');
    await suggestion(page, '三是').waitFor({ timeout: 60_000 });
    await page.keyboard.press('Escape');
    await page.keyboard.press('Backspace');
    await cursorIn(page, 15, 16);
  },
};

/** The same lists in both languages; in plain text VS Code asks by itself, in Markdown we do. `last` is the line of the last point. */
const lists = (last: number): Steps => ({
  async 'a new line offers the next point; Enter leaves a blank line, Tab takes it'(page) {
    await goToEndOf(page, last);
    await page.keyboard.press('Enter');
    await suggestion(page, '三是').waitFor();
    // Long enough for the list to be asked for anew, twice.
    await page.waitForTimeout(1500);
    await page.keyboard.press('Enter');
    await cursorIn(page, last + 2);
    await suggestion(page, '三是').waitFor();
    assert.equal(await line(page, '三是').count(), 0, 'Enter has put it in');
    await page.keyboard.press('Tab');
    await taken(page, '三是');
  },
  async 'what is asked for is taken by Enter, also where a list that came by itself was closed'(page) {
    await page.keyboard.press('Enter');
    await suggestion(page, '四是').waitFor();
    await page.keyboard.press('Escape');
    await list(page).first().waitFor({ state: 'hidden' });
    await offered(page, '四是');
    await page.keyboard.press('Enter');
    await taken(page, '四是');
  },
  async 'names behind 《, again behind what an input method puts in'(page) {
    await page.keyboard.insertText('落实《');
    await suggestion(page, '公务员法').waitFor();
    await page.keyboard.press('Escape');
    await compose(page, 'anquan', '安全生产法');
    await suggestion(page, '安全生产法').waitFor();
    await page.keyboard.press('Enter');
    await taken(page, '《安全生产法》');
  },
  async 'chapters and articles behind 》第'(page) {
    await compose(page, 'di', '第');
    await suggestion(page, '第一章').waitFor();
    await page.keyboard.insertText('三条');
    await page.keyboard.insertText('。');
    await noList(page);
  },
  async 'names of blanks in {{'(page) {
    await page.keyboard.type('涉及{{');
    await suggestion(page, '问题一').waitFor();
    await page.keyboard.press('Enter');
    await taken(page, /涉及\{\{[^{}]+\}\}/);
    await page.keyboard.press('End');
    await page.keyboard.insertText('。');
  },
  async 'paragraphs behind pinyin that is typed, and behind the word itself'(page) {
    await page.keyboard.press('Enter');
    await suggestion(page, '五是').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.type('wenti', { delay: 60 });
    await suggestion(page, '问题').waitFor();
    await page.keyboard.press('Escape');
    for (let i = 0; i < 5; i++) await page.keyboard.press('Backspace');
    await compose(page, 'wenti', '问题');
    await suggestion(page, '问题').waitFor();
    // A heading may be just that: Enter ends the line.
    await page.keyboard.press('Enter');
    await cursorIn(page, last + 5);
    await page.keyboard.press('Escape');
    await line(page, /^问题$/).waitFor();
  },
});

const REPORT =
  '关于样例的调研报告\n一、基本情况\n共有党员*人。\n二、存在的问题\n一是人手不足。\n二是经费不足。\n三、对策建议\n一是落实《中华人民共和国公务员法》第三条。\n二是加强培训。';

const LONG = `关于农村供水的调研报告\n一、基本情况\n${'全县共有水厂*座，覆盖人口较多。'.repeat(20)}末尾。\n`;
const filled = await word(p('关于民生工作的调研报告') + p('一、存在的问题') + p('受访群众{{受访群众|人}}。'));

// Beside an extension that has VS Code ask for every open list anew.
await withWindow(
  {
    openFile: 'report.md',
    vsix: join(ROOT, 'policydoc.vsix'),
    extensionDevelopmentPath: join(ROOT, 'test/vscode/restless'),
  },
  async page => void (await allowTests(page)),
  async page => {
    await line(page, '二是加强培训').waitFor({ timeout: 60_000 });
    await take({ ...atOnce, ...lists(15) }, 'lists in Markdown', page);
    await picture(page, 'lists');
    await page.keyboard.press('Control+N');
    await page.locator('.tab.active', { hasText: 'Untitled-1' }).waitFor();
    await page.keyboard.insertText(REPORT);
    await page.locator('.statusbar-item', { hasText: /^✗/ }).waitFor();
    await take(lists(9), 'lists in plain text', page);
  },
);

await withWindow(
  { openFile: 'report.md', vsix: join(ROOT, 'policydoc.vsix') },
  async () => {},
  page =>
    take(
      {
        async 'the status says what was found, and leads to the views'(page) {
          await page.locator('.editor-instance .squiggly-error').first().waitFor({ timeout: 60_000 });
          await page.locator('.statusbar-item', { hasText: '✗1 △10' }).click();
          await page.locator('.pane-body .monaco-list-row', { hasText: '党员数' }).first().waitFor();
          await page.locator('.pane-body .monaco-list-row', { hasText: '第九十九条' }).first().waitFor();
          await picture(page, 'views');
        },
        async 'a blank is gone to and filled in, a wrong value is not taken'(page) {
          await page.locator('.pane-body .monaco-list-row', { hasText: '党组织数' }).first().click();
          await cursorIn(page, 5);
          await command(page, '填写此处空缺');
          const field = page.locator('.quick-input-widget input').first();
          await page.locator('.quick-input-title', { hasText: '党组织数' }).waitFor();
          await field.fill('12O');
          await page.locator('.quick-input-message', { hasText: '疑为 0' }).waitFor();
          await field.fill('约120');
          await page.locator('.quick-input-message', { hasText: '按约数填入' }).waitFor();
          await page.keyboard.press('Enter');
          await line(page, '下辖约120个党组织').waitFor();
          await page.locator('.statusbar-item', { hasText: '✗1 △9' }).waitFor();
        },
        async 'the sheet is opened, says when it is out of date, and follows'(page) {
          await toTab(page, 'report.md');
          await command(page, '打开审核单');
          const sheet = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
          await sheet.locator('#conclusions', { hasText: '第九十九条' }).waitFor();
          await toTab(page, 'report.md');
          await page.keyboard.press('Control+End');
          await cursorIn(page, 16);
          await page.keyboard.insertText('三是配备专人。');
          await page.locator('.tab', { hasText: '已过期' }).waitFor();
          await page.keyboard.press('Control+S');
          await page.locator('.tab', { hasText: /^审核单/ }).waitFor();
          await sheet.locator('#draft', { hasText: '三是配备专人' }).waitFor();
          await picture(page, 'sheet');
        },
        async 'the sheet goes after the cursor, which keeps its place'(page) {
          const sheet = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
          const isSeen = async (number: string): Promise<void> => {
            const row = sheet.locator('.row', { has: page.locator(`#L${number}`) });
            await row.waitFor();
            for (const limit = Date.now() + 30_000; ; ) {
              const [box, whole] = [await row.boundingBox(), await page.locator('iframe.webview.ready').boundingBox()];
              if (box && whole && box.y >= whole.y && box.y < whole.y + whole.height) return;
              assert.ok(Date.now() < limit, `line ${number} is not seen`);
              await page.waitForTimeout(100);
            }
          };
          await line(page, '市委直属机关工委下辖').click();
          await isSeen('5');
          await line(page, '二是加强培训').click();
          await isSeen('15');
          await page.keyboard.type('x');
          await line(page, 'x').waitFor();
          await page.keyboard.press('Control+Z');
          await page.keyboard.press('Control+S');
          await page.locator('.tab', { hasText: /^审核单/ }).waitFor();
        },
        async 'a click on a line of the sheet leads to it'(page) {
          const sheet = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
          await sheet.locator('.row .line a', { hasText: /^10$/ }).click();
          await page.locator('.statusbar-item', { hasText: '行 10，列 1' }).waitFor();
        },
        async 'a finding is not adopted: it is silent, and stands in the sheet with the reason and the name'(page) {
          await page.locator('.pane-body .monaco-list-row', { hasText: '党员数' }).first().click();
          await cursorIn(page, 5);
          await command(page, '记录处理意见');
          const field = page.locator('.quick-input-widget input').first();
          const choice = page.locator('.quick-input-list .monaco-list-row', { hasText: '不采纳' }).first();
          await choice.waitFor();
          await choice.click();
          await page.locator('.quick-input-message', { hasText: '理由' }).waitFor();
          await field.fill('年底才有');
          await page.keyboard.press('Enter');
          await page
            .locator('.quick-input-message', { hasText: '姓名' })
            .or(page.locator('.quick-input-title', { hasText: '姓名' }))
            .first()
            .waitFor();
          await field.fill('张三');
          await page.keyboard.press('Enter');
          await page.locator('.statusbar-item', { hasText: '✗1 △8' }).waitFor();
          const sheet = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
          await sheet.locator('#conclusions td', { hasText: '年底才有' }).waitFor();
        },
        async 'a wrong citation is mended, and its finding is gone'(page) {
          const wrong = page.locator('.pane-body .monaco-list-row', { hasText: '第九十九条' }).first();
          await wrong.click();
          await cursorIn(page, 10);
          await page.keyboard.press('Control+H');
          await page.locator('.find-part textarea').fill('第九十九条');
          await page.locator('.replace-part textarea').fill('第三十六条');
          // What is not found yet is not replaced.
          await page.locator('.find-part .matchesCount', { hasText: /1\D+1/ }).waitFor({ state: 'attached' });
          await page.keyboard.press('Control+Alt+Enter');
          await page.keyboard.press('Escape');
          await page.locator('.statusbar-item', { hasText: '✗0' }).waitFor();
        },
        async 'a note is not checked, says why, and is once one wants it'(page) {
          await quickOpen(page, 'note.md');
          await page.locator('.statusbar-item', { hasText: '未检查：非调研报告' }).click();
          await choose(page, '检查本文稿');
          await page.locator('.statusbar-item', { hasText: '✗0 △' }).waitFor();
        },
      },
      'a day',
      page,
    ),
);

await withWindow(
  {
    vsix: join(ROOT, 'policydoc.vsix'),
    // As VS Code comes, in a folder that nobody has trusted yet.
    settings: { 'editor.wordWrap': 'off' },
    isRestricted: true,
    files: { '长稿.txt': LONG, '另稿.txt': LONG },
  },
  async () => {},
  page =>
    take(
      {
        async 'once the package is installed a draft is opened, and its findings are there: no other step'(page) {
          // Before that a window hears no key.
          await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'report.md' }).waitFor();
          await quickOpen(page, 'report.md');
          await page.locator('.editor-instance .squiggly-error').first().waitFor({ timeout: 60_000 });
          await page.locator('.statusbar-item', { hasText: '✗1 △10' }).waitFor();
          assert.equal(await page.locator('.notification-toast').count(), 0, 'something is asked');
        },
        async 'plain text is wrapped for who wants it'(page) {
          await quickOpen(page, '长稿.txt');
          const end = line(page, '末尾');
          const toast = page.locator('.notification-toast', { hasText: '没有换行' });
          await toast.waitFor();
          await page.waitForTimeout(500);
          await toast.locator('.monaco-button', { hasText: '按窗口宽度换行' }).click();
          await page.locator('.editor-instance .view-line').nth(6).waitFor();
          await end.waitFor();
          const { x, width } = await boxOf(end.locator('span > span').last());
          assert.ok(x + width < 1200, 'its end is outside the window');
        },
        async 'and nobody is asked again'(page) {
          await quickOpen(page, '另稿.txt');
          await page.locator('.statusbar-item', { hasText: /^✗0/ }).waitFor();
          await line(page, '末尾').waitFor();
          await page.waitForTimeout(1000);
          assert.equal(await page.locator('.notification-toast').count(), 0, 'something is asked');
        },
      },
      'the first minute',
      page,
    ),
);

await withWindow(
  {
    openFile: 'report.md',
    vsix: join(ROOT, 'policydoc.vsix'),
    // Else the explorer chooses what is opened, at some time, and nothing besides.
    settings: { 'explorer.autoReveal': false },
    files: { '文稿.docx': filled, '数据.csv': '键,值\n受访群众,120\n' },
  },
  async () => {},
  page =>
    take(
      {
        async 'drafts that are chosen in the explorer have one sheet'(page) {
          await page.locator('.editor-instance .squiggly-error').first().waitFor({ timeout: 60_000 });
          await fromExplorer(page, ['closed.md', 'report.md', '文稿.docx'], '打开所选文稿的审核单');
          await page.locator('.tab', { hasText: '文稿 3 份' }).waitFor();
          const sheet = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
          await sheet.locator('table.drafts tr', { hasText: '民生工作' }).waitFor();
          await picture(page, 'sheets');
          // A line leads into its own draft, whether it is open or not.
          await sheet.locator('#d3-L5').click();
          await page.locator('.tab.active', { hasText: '文稿.docx' }).waitFor();
          await page.locator('.statusbar-item', { hasText: '行 5，列 1' }).waitFor();
        },
        async 'a Word document is filled in as a copy'(page) {
          await fromExplorer(page, ['文稿.docx'], '填写 Word 文稿');
          const field = page.locator('.quick-input-widget input').first();
          await page.locator('.quick-input-list .monaco-list-row', { hasText: '数据.csv' }).first().waitFor();
          await field.press('End');
          await field.pressSequentially('数据.csv');
          await page.keyboard.press('Enter');
          await page.locator('.quick-input-title', { hasText: '把填好的副本另存' }).waitFor();
          await page.keyboard.press('Enter');
          await page.locator('.notification-toast', { hasText: '填入 1 处' }).waitFor();
          await fromExplorer(page, ['文稿-已填.docx'], '检查 Word 文稿');
          await line(page, '受访群众120人').waitFor();
        },
        async 'the rules and their options are offered in a settings file, each with what it is'(page) {
          // That a list has left Enter to the text says nothing of other lists.
          await toTab(page, 'report.md');
          await goToEndOf(page, 15);
          await page.keyboard.press('Enter');
          await suggestion(page, '三是').waitFor();
          await page.keyboard.press('Escape');
          await command(page, '打开或创建配置文件');
          await page.locator('.tab.active', { hasText: 'policydoc.config.json' }).waitFor();
          await page.locator('.editor-instance .view-lines').first().click();
          await page.keyboard.press('Control+A');
          await page.keyboard.insertText('{ "rules": {} }');
          for (const _ of '} }') await page.keyboard.press('ArrowLeft');
          await offered(page, 'abbreviation-redefined');
          await page.keyboard.type('section-m');
          // What is beside the list is shown when it is asked for.
          await suggestion(page, 'section-missing').waitFor();
          await page.keyboard.press('Control+Space');
          await page.locator('.suggest-details', { hasText: '缺少应有的部分' }).waitFor();
          await picture(page, 'settings');
          await page.keyboard.press('Enter');
          await line(page, '"section-missing": ').waitFor();
          // Its value: the severities, each with its word, and the options with what they are by themselves.
          await offered(page, '"warning"');
          await suggestion(page, '["warning",{"sections":').waitFor();
        },
      },
      'files',
      page,
    ),
);

for (const theme of ['Default Dark Modern', 'Default High Contrast'])
  await withWindow(
    { openFile: 'report.md', vsix: join(ROOT, 'policydoc.vsix'), settings: { 'workbench.colorTheme': theme } },
    async () => {},
    page =>
      take(
        {
          async 'a blank has a box, whose border differs from the background'(page) {
            await page.locator('.editor-instance .squiggly-error').first().waitFor({ timeout: 60_000 });
            const boxes = page.locator('.editor-instance .view-lines [class*="ced-"]');
            await boxes.first().waitFor();
            assert.ok((await boxes.count()) >= 10, `${await boxes.count()} boxes`);
            await picture(page, theme.includes('High') ? 'contrast' : 'dark');
          },
        },
        theme,
        page,
      ),
  );
