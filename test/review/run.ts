import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser } from 'playwright-core';
import { policydoc } from '../cli/harness.js';
import { emptyHeights, framesDuring } from '../vscode/frames.js';

/**
 * The review sheet in a real browser, in both languages: nothing is loaded, no note covers another, nothing runs off the
 * paper. Pictures and an A4 PDF are left in REVIEW_SHOTS when that names a folder, to be looked at.
 */

const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const SAMPLES = ['02-问题文稿.md', '04-表格与命名空缺.md'];

async function look(): Promise<void> {
  const kept = process.env['REVIEW_SHOTS'];
  const folder = kept === undefined ? mkdtempSync(join(tmpdir(), 'policydoc-review-')) : resolve(kept);
  mkdirSync(folder, { recursive: true });
  let sheets = 0;
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  try {
    for (const sample of SAMPLES) {
      for (const locale of ['zh-CN', 'en']) {
        const name = `${sample.slice(0, 2)}.${locale}`;
        const sheet = join(folder, `${name}.html`);
        const { code, err } = await policydoc(resolve('.'), [
          'review',
          `samples/${sample}`,
          '--locale',
          locale,
          '-o',
          sheet,
        ]);
        assert.deepEqual([code, err], [0, '']);
        const page = await browser.newPage({ viewport: { width: 1100, height: 1400 } });
        const asked: string[] = [];
        const said: string[] = [];
        page.on('request', request => asked.push(request.url()));
        page.on('console', message => said.push(message.text()));
        await page.goto(pathToFileURL(sheet).href);
        assert.equal(asked.length, 1, `the sheet asks for ${asked.slice(1).join(', ')}`);
        assert.deepEqual(said, [], 'the browser has something to say of the sheet');
        for (const [media, width] of [
          ['screen', 1100],
          ['screen', 400],
          ['print', 690],
        ] as const) {
          await page.emulateMedia({ media });
          await page.setViewportSize({ width, height: 1400 });
          // A string: what runs in the page is not compiled with the types of a browser.
          const trouble = await page.evaluate(TROUBLE);
          assert.deepEqual(trouble, [], `${name}, ${media}, ${width}px`);
          await page.screenshot({ path: join(folder, `${name}.${media}.${width}.png`), fullPage: true });
        }
        const pdf = join(folder, `${name}.pdf`);
        await page.pdf({ path: pdf, preferCSSPageSize: true, printBackground: true });
        assert.ok(statSync(pdf).size > 10_000);
        await page.close();
        sheets++;
      }
    }
    await isShort(browser, folder);
    console.log(`Sheets sound on screen, on a narrow screen and on paper:\n${sheets} passed, 0 failed`);
  } finally {
    await browser.close();
    if (kept === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * A draft of three pages with 35 blanks and what is wrong in four citations: one who is to sign it reads no more than five, and finds
 * the conclusions on the first.
 */
async function isShort(browser: Browser, folder: string): Promise<void> {
  const [draft, sheet] = [join(folder, '长稿.txt'), join(folder, '长稿.html')];
  writeFileSync(draft, DRAFT);
  const { code, err } = await policydoc(resolve('.'), ['review', draft, '-o', sheet]);
  assert.deepEqual([code, err], [0, '']);
  const page = await browser.newPage();
  await page.goto(pathToFileURL(sheet).href);
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  assert.ok(pages > 1 && pages <= 5, `${pages} pages`);
  const heights = await page.evaluate<number>(`document.querySelector('#conclusions').getBoundingClientRect().bottom`);
  assert.ok(heights < 1000, 'the conclusions are not on the first page');
  await page.close();
  await isThereWhileScrolled(browser, sheet);
}

/**
 * On a telephone's width, however fast it is scrolled, the sheet is there as soon as a page without any style is: a browser has its own
 * first frame or two in which a stretch is not painted yet.
 */
async function isThereWhileScrolled(browser: Browser, sheet: string): Promise<void> {
  const styled = readFileSync(sheet, 'utf8');
  const bare = styled.replace(/<style>[^]*?<\/style>/g, '');
  assert.notEqual(bare, styled);
  const [empty, own] = [await emptyFrames(browser, styled), await emptyFrames(browser, bare)];
  console.log(`scrolled fast, frames with an empty stretch: ${empty}; of the same page without style: ${own}`);
  assert.ok(empty <= own + 3);
}

/** The frames that show a higher stretch without a word than there is anywhere. */
async function emptyFrames(browser: Browser, html: string): Promise<number> {
  const [width, height] = [400, 800];
  const page = await (await browser.newContext({ viewport: { width, height } })).newPage();
  await page.setContent(html);
  await page.mouse.move(width / 2, height / 2);
  const frames = await framesDuring(page, async () => {
    for (let turn = 0; turn < 60; turn++) await page.mouse.wheel(0, turn < 30 ? 700 : -700);
  });
  const heights = await emptyHeights(page, frames, { x: 0, y: 0, width, height });
  await page.context().close();
  assert.ok(frames.length > 5);
  return heights.filter(high => high > 100).length;
}

const BLANKS = Array.from({ length: 17 }, (_, i) => `第${i + 1}类单位*个、人员*名`).join('，');
const SENTENCE =
  '有的单位重业务轻党务，工作力量配备不足，干部队伍年龄偏大，学习培训次数偏少，交流任职渠道不宽，考核激励办法不多。';
const RULE = '《中国共产党党和国家机关基层组织工作条例》';
const DRAFT = `关于机关党务干部队伍建设的调研报告
一、基本情况
现有${BLANKS}，另有*家未报。
二、存在的问题
${'一二三四五六七'.replace(/./g, n => `${n}是力量不足。${SENTENCE.repeat(2)}\n`)}三、对策建议
${'一二三四五六七'.replace(/./g, n => `${n}是充实力量。按照${RULE}第七章第三十三条规定：“本着有利于优化结构、增强活力的原则配备。”${SENTENCE.repeat(2)}\n`)}`;

/** What a reader would stumble on: a page or a table wider than there is room, a note over another, a link to nothing. */
const TROUBLE = `(() => {
  const trouble = [];
  if (document.documentElement.scrollWidth > innerWidth + 1) trouble.push('wider than the window: ' + document.documentElement.scrollWidth);
  const notes = [...document.querySelectorAll('.note')].map(note => [note.id, note.getBoundingClientRect()]);
  notes.forEach(([id, box], i) => {
    if (box.height < 5) trouble.push(id + ' cannot be seen');
    if (i > 0 && box.top < notes[i - 1][1].bottom - 1) trouble.push(id + ' covers the one before');
  });
  for (const table of document.querySelectorAll('table')) if (table.getBoundingClientRect().width > table.parentElement.getBoundingClientRect().width + 1) trouble.push(table.className + ' is wider than the page');
  for (const notes of document.querySelectorAll('.drawn + .notes')) {
    const [table, beside] = [notes.previousElementSibling.getBoundingClientRect(), notes.getBoundingClientRect()];
    if (table.right > beside.left && table.bottom > beside.top) trouble.push('notes lie over the table beside them');
  }
  for (const ref of document.querySelectorAll('a[href]')) if (!document.querySelector(ref.getAttribute('href'))) trouble.push(ref.getAttribute('href') + ' leads nowhere');
  return trouble;
})()`;

await look();
