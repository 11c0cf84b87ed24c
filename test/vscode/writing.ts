import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { bodyOf, expanded, SOURCES } from '../../server/src/features/snippets.js';
import { choose, command, goToEndOf, offered, suggestion, take } from './steps.js';
import { ROOT, withWindow } from './window.js';

/*
 * A report written by hand, from an empty file: what is offered, and what it leaves. `--pictures FOLDER` leaves the series
 * of README there.
 */
const {
  values: { pictures },
} = parseArgs({ options: { pictures: { type: 'string' } } });
if (pictures !== undefined) mkdirSync(pictures, { recursive: true });
const picture = async (page: Page, name: string): Promise<void> => {
  await page.waitForTimeout(pictures === undefined ? 0 : 1500);
  if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${name}.png`) });
};
const text = (page: Page, words: string) => page.locator('.editor-instance .view-line', { hasText: words });

/** The place behind the last character of the line of the whole report that has these words. */
function goTo(page: Page, words: string): Promise<void> {
  const whole = expanded(bodyOf(SOURCES.find(({ name }) => name === '调研报告')!)).split('\n');
  return goToEndOf(page, whole.findIndex(line => line.includes(words)) + 1);
}

await withWindow(
  { workspace: 'writing', openFile: 'report.md', vsix: join(ROOT, 'policydoc.vsix') },
  async () => {},
  page =>
    take(
      {
        async 'an empty file is offered whole reports'() {
          await page.locator('.editor-instance .view-lines').first().click();
          await offered(page, '调研报告');
          await suggestion(page, '考察报告').waitFor();
          await picture(page, 'writing-1');
          await page.keyboard.press('Enter');
          await text(page, '二、存在的问题').first().waitFor();
        },
        async 'a name is typed once, and stands wherever it is meant'() {
          await page.keyboard.type('农村供水');
          await page.keyboard.press('Tab');
          await text(page, '为全面掌握农村供水情况').first().waitFor();
          await picture(page, 'writing-2');
          // Of the choice, then of the stops.
          for (let times = 0; times < 3; times++) {
            await page.keyboard.press('Escape');
            await page.waitForTimeout(200);
          }
        },
        async 'a further problem has the next number, in its heading and in its blanks'() {
          await goTo(page, '{{问题三的典型事例}}');
          await page.keyboard.press('Enter');
          await page.keyboard.press('Enter');
          await page.keyboard.type('wt');
          await offered(page, '问题分层');
          await picture(page, 'writing-3');
          await suggestion(page, '问题分层').click();
          await text(page, '（四）{{问题四}}').first().waitFor();
          await page.keyboard.press('Escape');
        },
        async 'the list of tasks is made of what is written'() {
          await command(page, '列出清单');
          await page.locator('.quick-input-list .monaco-list-row', { hasText: '责任清单' }).first().click();
          await choose(page, '在新文档中列出');
          await text(page, '牵头单位').first().waitFor();
          await picture(page, 'writing-4');
        },
      },
      'writing by hand',
      page,
    ),
);
