import assert from 'node:assert/strict';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { report } from '../bench/corpus.js';
import { quantile } from '../bench/harness.js';
import { emptyHeights, framesDuring } from './frames.js';
import { goToEndOf, quickOpen, take } from './steps.js';
import { allowTests, ROOT, withWindow } from './window.js';

/*
 * How long a writer waits at 30,000 characters, in the window: from a key to its character, to a list, to fresh findings; and
 * whether the text is there while it is scrolled. The figures are printed, for they are of the machine too. Its own part is the wait
 * for a character, for a list of one entry that an extension has ready, and for a list of VS Code's own server for CSS: all lists are
 * asked for by turns. Only what is far beyond what is promised fails.
 */

const ECHO = 'from a key to its character';
const FINDINGS = 'from a key to fresh findings';

/** What is typed before the key that calls for a list, and that key. */
type Call = readonly [before: string, last: string];
interface Lists {
  readonly what: string;
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Steps to the left of its end. */
  readonly left?: number;
  readonly calls: readonly Call[];
}
/** Milliseconds: what is promised of an idle machine, at the 95th percentile. */
const GOALS: Readonly<Record<string, number>> = {
  [FINDINGS]: 300,
  'our list, Markdown': 100,
  'our list, Markdown, behind 》第': 100,
  'our list, plain text': 100,
};
/** How many times as long it may take, in the median, before something must be wrong. */
const FAR = 15;
const SAMPLES = 24;
/** The lists are asked for by turns, so often each at its turn. */
const ROUNDS = 4;
const AT_A_TURN = 8;
/** Milliseconds between keys: as fast as a fast hand. */
const PACE = 100;

/** A draft, and in its middle a line to type in. */
const lines = report(30_000).trimEnd().split('\n');
const middle = lines.findIndex((line, i) => i > lines.length / 2 && line === '') + 1;
lines.splice(middle, 0, '对照《中华人民共和国公务员法》第11条。', '');
const DRAFT = `${lines.join('\n')}\n`;
/** As long a text of another language server, and in its middle such a line. */
const CSS = 'a { margin: 0 }\nb { padding: 1px }\n'.repeat(900).replace(/^(?:.*\n){900}/, '$&i { color }\n');

/** In the line of the cursor. */
const ERRORS = `document.querySelector('.editor-instance .view-overlays .current-line')?.parentElement.querySelectorAll('.squiggly-error').length`;
const CHARACTERS = `document.querySelector('.editor-instance .view-lines').textContent.length`;
// Its class `visible` comes a tenth of a second after the list.
const LIST = `document.querySelector('.suggest-widget .monaco-list-row')?.checkVisibility({ visibilityProperty: true }) === true`;

/** Has the window wait for the next key, and from it for the frame that shows another value of what is looked for. */
const watch = (page: Page, looksFor: string): Promise<void> =>
  page.evaluate(`(() => {
    const sees = () => ${looksFor};
    const before = sees();
    window.seen = new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error('not seen: ' + sees + ' is still ' + before)), 20_000);
      addEventListener('keydown', ({ timeStamp }) => {
        const { port1, port2 } = new MessageChannel();
        // Behind the painting of the frame.
        port1.onmessage = () => resolve(performance.now() - timeStamp);
        const look = () => (sees() === before ? requestAnimationFrame(look) : port2.postMessage(null));
        requestAnimationFrame(look);
      }, { capture: true, once: true });
    });
  })()`);

/** A key of the keyboard, whatever it writes. */
async function key(page: Page, text: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Input.dispatchKeyEvent', { type: 'keyDown', key: text, text, unmodifiedText: text });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: text });
  await session.detach();
}

/** Milliseconds, by what was waited for. */
const waits = new Map<string, number[]>();
async function measure(page: Page, what: string, looksFor: string, press: () => Promise<void>): Promise<void> {
  await watch(page, looksFor);
  await press();
  waits.set(what, [...(waits.get(what) ?? []), await page.evaluate<number>('window.seen')]);
}

const MARKS: readonly Call[] = [
  ['', '《'],
  ['{', '{'],
];
const WORD: readonly Call[] = [['《安全生产法》', '第']];
const READY: readonly Call[] = [['', '@']];
const LISTS: readonly Lists[] = [
  { what: 'our list, Markdown', file: 'long.md', line: middle + 1, calls: MARKS },
  // Behind a character of a word VS Code asks nobody in Markdown: we have it ask, which is a way to its window and back more.
  { what: 'our list, Markdown, behind 》第', file: 'long.md', line: middle + 1, calls: WORD },
  { what: 'a list of one entry that is ready, Markdown', file: 'long.md', line: middle + 1, calls: READY },
  { what: 'our list, plain text', file: 'long.txt', line: middle + 1, calls: [...MARKS, ...WORD] },
  { what: 'a list of one entry that is ready, plain text', file: 'long.txt', line: middle + 1, calls: READY },
  {
    what: 'a list of one entry that is ready, in a text that nobody checks',
    file: 'long.log',
    line: middle + 1,
    calls: READY,
  },
  { what: "the list of VS Code's own server for CSS", file: 'long.css', line: 901, left: 2, calls: [['', ':']] },
];

/** The list behind each of the keys that call for one; then the text is as it was. */
async function lists(page: Page, { what, file, line, left = 0, calls }: Lists): Promise<void> {
  await quickOpen(page, file);
  await goToEndOf(page, line);
  for (let step = 0; step < left; step++) await page.keyboard.press('ArrowLeft');
  await page.waitForTimeout(1000);
  for (let i = 0; i < AT_A_TURN; i++) {
    const [before, last] = calls[i % calls.length]!;
    for (const character of before) {
      await key(page, character);
      await page.waitForTimeout(PACE);
    }
    await closeList(page);
    await page.waitForTimeout(PACE);
    await measure(page, what, LIST, () => key(page, last));
    await closeList(page);
    for (let taken = 0; taken < before.length + 1; taken++) {
      await page.keyboard.press('Backspace');
      await page.waitForTimeout(PACE);
    }
    await closeList(page);
    await page.waitForTimeout(PACE);
  }
}

async function closeList(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.locator('.suggest-widget.visible').waitFor({ state: 'hidden' });
}

function tell(): void {
  const load = loadavg()[0]!.toFixed(1);
  console.log(`${DRAFT.length} characters; load ${load} on ${availableParallelism()} processors; milliseconds:`);
  for (const [what, all] of waits) {
    const [first, best, middle, late] = [all[0]!, ...[0, 0.5, 0.95].map(share => quantile(all, share))].map(time =>
      time.toFixed(0).padStart(4),
    );
    const goal = GOALS[what] === undefined ? '' : ` (goal: p95 ≤ ${GOALS[what]})`;
    console.log(`  first ${first}  best ${best}  p50 ${middle}  p95 ${late}  ${what}, ${all.length} times${goal}`);
  }
}

await withWindow(
  {
    openFile: 'long.md',
    vsix: join(ROOT, 'policydoc.vsix'),
    files: { 'long.md': DRAFT, 'long.txt': DRAFT, 'long.log': DRAFT, 'long.css': CSS },
    extensionDevelopmentPath: join(ROOT, 'test/vscode/floor'),
  },
  async page => void (await allowTests(page)),
  page =>
    take(
      {
        async 'from a key to its character, and to fresh findings'() {
          await page.locator('.statusbar-item', { hasText: /^✗/ }).waitFor({ timeout: 60_000 });
          await goToEndOf(page, middle + 1);
          for (const _ of '条。') await page.keyboard.press('ArrowLeft');
          for (let i = 0; i < SAMPLES; i += 2) {
            // 第119条, which there is not, and 第11条 again.
            await measure(page, FINDINGS, ERRORS, () => key(page, '9'));
            await closeList(page);
            await measure(page, FINDINGS, ERRORS, () => page.keyboard.press('Backspace'));
          }
          for (let i = 0; i < SAMPLES; i += 2) {
            await measure(page, ECHO, CHARACTERS, () => key(page, '的'));
            await measure(page, ECHO, CHARACTERS, () => page.keyboard.press('Backspace'));
          }
        },
        async 'nothing is empty while the text is scrolled fast'() {
          const { x, y, height } = (await page.locator('.editor-instance .overflow-guard').first().boundingBox())!;
          const text = (await page.locator('.editor-instance .view-lines').first().boundingBox())!;
          const frames = await framesDuring(page, async () => {
            await page.mouse.move(x + 200, y + 200);
            for (let turn = 0; turn < 60; turn++) await page.mouse.wheel(0, turn < 30 ? -700 : 700);
          });
          const heights = await emptyHeights(page, frames, { x: text.x - 4, y, width: 500, height });
          console.log(`${frames.length} frames, at most ${Math.max(...heights)} pixels of height without a word`);
          // A blank line is 19, and two are a paragraph's break with what is scrolled in half.
          assert.ok(frames.length > 5 && Math.max(...heights) < 60, heights.join(' '));
        },
        async 'from a key to its list'() {
          await quickOpen(page, 'long.css');
          await goToEndOf(page, 901);
          for (const _ of ' }') await page.keyboard.press('ArrowLeft');
          // Its server starts with its first text.
          const row = page.locator('.suggest-widget.visible .monaco-list-row').first();
          for (let tries = 20, isThere = false; !isThere; tries--) {
            assert.ok(tries > 0, 'the server for CSS offers nothing');
            await key(page, ':');
            isThere = await row.waitFor({ timeout: 3_000 }).then(
              () => true,
              () => false,
            );
            await closeList(page);
            await page.keyboard.press('Backspace');
          }
          for (let round = 0; round < ROUNDS; round++) for (const one of LISTS) await lists(page, one);
        },
        async 'none of it is far from what is promised'() {
          tell();
          for (const [what, goal] of Object.entries(GOALS))
            assert.ok(quantile(waits.get(what)!, 0.5) < goal * FAR, what);
        },
      },
      'speed',
      page,
    ),
);
