import type { Page } from 'playwright-core';

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

/** With the pointer on the first wrong citation, what is said of it. */
export async function hoverOverCitation(page: Page): Promise<void> {
  const citation = page.locator('.editor-instance .squiggly-error').first();
  await citation.waitFor({ timeout: 60_000 });
  const box = (await citation.boundingBox())!;
  await page.mouse.move(5, 5);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2 - 4, { steps: 5 });
  await page.locator('.monaco-hover .hover-contents', { hasText: '核对结论：' }).first().waitFor();
}

export async function command(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').first().fill(`>${title}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor();
  await page.keyboard.press('Enter');
}
