import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';

export type Steps = Readonly<Record<string, (page: Page) => Promise<void>>>;

/** Steps in the window's own user interface, one after the other. Ends with the line that every suite ends with. */
export async function take(steps: Steps, where: string, page: Page): Promise<void> {
  let [passed, failed] = [0, 0];
  for (const [name, step] of Object.entries(steps)) {
    try {
      await step(page);
      passed++;
      console.log(`✔ ${where}: ${name}`);
    } catch (error) {
      failed++;
      console.log(`✘ ${where}: ${name}\n${(error as Error).stack}`);
      const picture = process.env['FAILURE_PICTURE'];
      if (picture) await page.screenshot({ path: picture });
    }
  }
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}

/** Where the first wrong citation is. */
export async function wrongCitation(page: Page): Promise<{ x: number; y: number }> {
  const citation = page.locator('.editor-instance .squiggly-error').first();
  await citation.waitFor({ timeout: 60_000 });
  const { x, y, width, height } = await boxOf(citation);
  return { x: x + width / 2, y: y + height / 2 - 4 };
}

/** With the pointer on the first wrong citation, what is said of it. A hover that is asked for too early is dropped. */
export async function hoverOverCitation(page: Page): Promise<void> {
  const said = page.locator('.monaco-hover .hover-contents', { hasText: '核对版本：' }).first();
  for (let tries = 5; ; tries--) {
    const { x, y } = await wrongCitation(page);
    await page.mouse.move(5, 5);
    await page.mouse.move(x, y, { steps: 5 });
    try {
      return await said.waitFor({ timeout: 10_000 });
    } catch (error) {
      if (tries === 1) throw error;
    }
  }
}

/** Takes the entry of the list under a field, once it is the one that Enter takes: entries are sought while others are still there. */
export async function choose(page: Page, words: string): Promise<void> {
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: words }).first().waitFor();
  await page.keyboard.press('Enter');
}

export async function command(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').first().fill(`>${title}`);
  await choose(page, title);
}

/**
 * The cursor has come to a line, and a column of it, counted from 1: what is asked for next is asked for there. Windows that know no
 * Chinese say it in English.
 */
export const cursorIn = (page: Page, line: number, column?: number): Promise<void> =>
  page
    .locator('.statusbar-item', {
      hasText: new RegExp(`(?:行|Ln) ${line}\\D${column === undefined ? '' : `.*(?:列|Col) ${column}(?!\\d)`}`),
    })
    .waitFor();

/** The editor hears the keys. */
const editorIsFocused = (page: Page): Promise<void> =>
  page.locator('.editor-instance .monaco-editor.focused').first().waitFor();

/** The cursor at the end of a line, counted from 1. */
export async function goToEndOf(page: Page, line: number): Promise<void> {
  await page.keyboard.press('Control+G');
  const field = page.locator('.quick-input-widget input').first();
  await field.fill(`:${line}`);
  await choose(page, String(line));
  await field.waitFor({ state: 'hidden' });
  await editorIsFocused(page);
  await page.keyboard.press('End');
  await cursorIn(page, line);
}

/** The text behind a tab, ready to be typed in. */
export async function toTab(page: Page, file: string): Promise<void> {
  await page.locator('.tab', { hasText: file }).click();
  await page.locator('.tab.active', { hasText: file }).waitFor();
  await editorIsFocused(page);
}

/** An entry of the list at the cursor. Its class comes a moment after the list: before it a key is not the list's. */
export const suggestion = (page: Page, words: string): Locator =>
  page.locator('.suggest-widget.visible .monaco-list-row', { hasText: words }).first();

/** A list that is asked for until the server of the text, which may still be starting, has answered. */
export async function offered(page: Page, words: string): Promise<void> {
  for (let tries = 12; ; tries--) {
    await page.keyboard.press('Control+Space');
    const isThere = await suggestion(page, words)
      .waitFor({ timeout: 5_000 })
      .then(
        () => true,
        () => false,
      );
    if (isThere) return;
    assert.ok(tries > 1, `“${words}” is not offered`);
    await page.keyboard.press('Escape');
  }
}

/** A row of a list, once it is chosen. */
const chosen = (row: Locator): Locator => row.and(row.page().locator('.selected'));

/** Where something is, once it stands still long enough to be asked: what an editor shows is drawn anew at any time. */
export async function boxOf(place: Locator): Promise<NonNullable<Awaited<ReturnType<Locator['boundingBox']>>>> {
  for (const limit = Date.now() + 30_000; ; ) {
    await place.waitFor();
    const box = await place.boundingBox();
    if (box) return box;
    assert.ok(Date.now() < limit, 'it is nowhere');
  }
}

/** What an entry of the explorer's menu does with the files that are chosen there. */
export async function fromExplorer(page: Page, files: readonly [string, ...string[]], title: string): Promise<void> {
  const row = (file: string): Locator =>
    page.locator('.explorer-folders-view .monaco-list-row', { hasText: file }).first();
  if (!(await page.locator('.explorer-folders-view').isVisible())) await page.keyboard.press('Control+Shift+E');
  const [first, ...others] = files;
  await row(first).click();
  await chosen(row(first)).waitFor();
  for (const file of others) {
    await row(file).click({ modifiers: ['Control'] });
    await chosen(row(file)).waitFor();
  }
  for (const file of files) await chosen(row(file)).waitFor();
  await row(files.at(-1)!).click({ button: 'right' });
  const item = page.locator('.monaco-menu .action-menu-item', { hasText: title }).first();
  // A menu takes no click of the moment in which it opens: it may be the one that opened it.
  await item.hover();
  await page.waitForTimeout(300);
  await item.click();
  await item.waitFor({ state: 'hidden' });
}

/** A file of the workspace. */
export async function quickOpen(page: Page, file: string): Promise<void> {
  await page.keyboard.press('Control+P');
  await page.locator('.quick-input-widget input').first().fill(file);
  await choose(page, file);
  await page.locator('.tab.active', { hasText: file }).waitFor();
  await editorIsFocused(page);
}
