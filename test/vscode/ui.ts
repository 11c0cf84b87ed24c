import assert from 'node:assert/strict';
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import type { Area } from './frames.js';
import { command, hoverOverCitation, take, toTab, wrongCitation } from './steps.js';
import { ROOT, withWindow } from './window.js';

/*
 * The packaged extension, installed as a user would, through the user interface: what no command of an extension host can
 * reach. `node out/test/vscode/ui.js --pictures FOLDER` leaves the pictures of README and of the walkthrough there; that of the walkthrough is kept in 256 colours (pngquant), for it is in the package.
 */
const {
  values: { pictures },
} = parseArgs({ options: { pictures: { type: 'string' } } });
if (pictures !== undefined) mkdirSync(pictures, { recursive: true });
const picture = async (page: Page, name: string, clip?: Area): Promise<void> => {
  if (pictures === undefined) return;
  await page.waitForTimeout(1500);
  await page.screenshot({ path: join(pictures, `${name}.png`), ...(clip ? { clip } : {}) });
};
const VSIX = join(ROOT, 'policydoc.vsix');
const text = (page: Page, words: string) => page.locator('.editor-instance .view-line', { hasText: words });

await withWindow(
  { openFile: 'report.md', vsix: VSIX },
  async () => {},
  page =>
    take(
      {
        async 'the package is under 6.5 MB'() {
          assert.ok(statSync(VSIX).size < 6_500_000);
        },
        async 'findings, hover, problems and views stand side by side'() {
          await page.locator('.editor-instance .squiggly-error').first().waitFor({ timeout: 60_000 });
          await page.keyboard.press('Control+Shift+M');
          await page.locator('.markers-panel .monaco-list-row', { hasText: 'policydoc' }).first().waitFor();
          // By force: the badge with the number of blanks lies over the icon.
          await page.locator('.activitybar a.action-label[aria-label*="政策文稿检查"]').click({ force: true });
          await page.locator('.pane-header[aria-label*="引用核对"]').waitFor();
          await page.locator('.pane-body .monaco-list-row', { hasText: '党员' }).first().waitFor();
          await hoverOverCitation(page);
          await picture(page, 'editor');
          // That of the walkthrough.
          await picture(page, 'findings', { x: 352, y: 36, width: 848, height: 330 });
          await page.mouse.move(5, 5);
        },
        async 'a quick fix is chosen from the menu'() {
          const { x, y } = await wrongCitation(page);
          await page.mouse.click(x, y);
          const entry = page.locator('.action-widget:visible .monaco-list-row', { hasText: '忽略此处' }).first();
          for (let tries = 3; ; tries--) {
            await page.keyboard.press('Control+.');
            // Asked for again, but not soon: in an open list it takes the first entry.
            if (
              await entry.waitFor({ timeout: 10_000 }).then(
                () => true,
                () => false,
              )
            )
              break;
            assert.ok(tries > 1, 'no quick fix is offered');
            await page.keyboard.press('Escape');
          }
          // The last: what the finding knows is offered first.
          await entry.click();
          await text(page, 'policydoc-ignore-next-line').waitFor();
          await page.keyboard.press('Control+Z');
        },
        async 'the review sheet is shown beside the text'() {
          await page.keyboard.press('Control+J');
          await command(page, '打开审核单');
          const sheet = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
          await sheet.locator('h1', { hasText: '文稿审核单' }).waitFor();
          assert.ok((await sheet.locator('.note').count()) > 2);
          await picture(page, 'review');
        },
        async 'a data sheet is chosen in the dialog, and fills in'() {
          await toTab(page, 'report.md');
          await command(page, '用数据表填写空缺');
          const field = page.locator('.quick-input-widget input').first();
          await page.locator('.quick-input-list .monaco-list-row', { hasText: '填报.csv' }).first().waitFor();
          await field.press('End');
          await field.pressSequentially('填报.csv');
          await page.keyboard.press('Enter');
          await page.locator('.notification-toast', { hasText: '填入 1 处' }).waitFor();
          await text(page, '培训面达到85%').waitFor();
        },
        async 'the page of the extension shows its pictures'() {
          // Where they are published is stood in for: what is asked for is the file of the repository.
          await page.route(/\/raw\/HEAD\//, route =>
            route.fulfill({ path: join(ROOT, new URL(route.request().url()).pathname.replace(/^.*\/HEAD\//, '')) }),
          );
          await page.keyboard.press('Control+Shift+X');
          await page.locator('.extensions-list .monaco-list-row', { hasText: '政策文稿检查' }).first().click();
          const shown = async (): Promise<number> => {
            for (const frame of page.frames()) {
              const isOurs = await frame.locator('h2', { hasText: 'Check policy reports' }).count();
              if (isOurs === 0) continue;
              return frame
                .locator('img')
                .evaluateAll(
                  images =>
                    images.filter(image => (image as unknown as { naturalWidth: number }).naturalWidth > 500).length,
                );
            }
            return 0;
          };
          // A frame may go while it is asked: then it shows nothing.
          for (let tries = 60, seen = 0; seen < 2; tries--) {
            assert.ok(tries > 0, `${seen} pictures are shown`);
            await page.waitForTimeout(500);
            seen = await shown().catch(() => 0);
          }
          await picture(page, 'page');
        },
      },
      'by hand',
      page,
    ),
);
