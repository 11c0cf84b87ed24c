import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, type Page } from 'playwright-core';

/** A page in a browser, as far as this suite needs one: the same for both. */
export interface Tab {
  readonly name: string;
  /** What was asked of the network or of the disk, the page itself and its own blobs aside. */
  readonly asked: string[];
  /** Errors and warnings the browser has told of. */
  readonly said: string[];
  open(url: string): Promise<void>;
  /** The value of an expression, which may be a promise, in the page. */
  value<T>(expression: string): Promise<T>;
  /** A key, or several held together: `F8`, `Control+End`. */
  press(key: string): Promise<void>;
  /** Enter, on the button that has the focus. */
  enter(): Promise<void>;
  type(text: string): Promise<void>;
  point(x: number, y: number): Promise<void>;
  size(width: number, height: number): Promise<void>;
  picture(path: string): Promise<void>;
  /** As it is printed. */
  pdf(path: string): Promise<void>;
  /** The bytes of a file that was saved under this name. */
  saved(name: string): Promise<Buffer>;
  /** Of all its processes, in megabytes; null where it cannot be told. */
  memory(): number | null;
  close(): Promise<void>;
}

const folderOf = (name: string): string => mkdtempSync(join(tmpdir(), `policydoc-${name}-`));

async function savedIn(folder: string, name: string): Promise<Buffer> {
  const file = join(folder, name);
  for (const limit = Date.now() + 10_000; ; await sleep(50)) {
    if (existsSync(file) && statSync(file).size > 0 && !existsSync(`${file}.part`)) return readFileSync(file);
    if (Date.now() > limit)
      throw new Error(`${name} was not saved; there are ${readdirSync(folder).join(', ') || 'no files'}`);
  }
}

const isForeign = (url: string, page: string): boolean => url !== page && !/^(?:blob|data):/.test(url);

/** What the system tells in a file; nothing of a process that has ended meanwhile. */
function told(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Memory of a process and those it has started, in megabytes; null where the system has no such files. */
function memoryBelow(pid: number): number | null {
  try {
    const parents = readdirSync('/proc')
      .filter(name => /^\d+$/.test(name))
      .map(name => {
        const stat = told(`/proc/${name}/stat`);
        return { pid: Number(name), parent: Number(stat.slice(stat.lastIndexOf(')') + 4).split(' ')[0]) };
      });
    const all = new Set([pid]);
    for (let size = 0; size < all.size; ) {
      size = all.size;
      for (const one of parents) if (all.has(one.parent)) all.add(one.pid);
    }
    // Pages that processes share are counted in parts.
    const kilobytes = [...all].map(one => Number(/^Pss:\s+(\d+)/m.exec(told(`/proc/${one}/smaps_rollup`))?.[1] ?? 0));
    return Math.round(kilobytes.reduce((sum, one) => sum + one, 0) / 1024);
  } catch {
    return null;
  }
}

export async function inChromium(path: string): Promise<Tab> {
  const folder = folderOf('chromium');
  const server = await chromium.launchServer({ executablePath: path, args: ['--no-sandbox'] });
  const browser = await chromium.connect(server.wsEndpoint());
  const page: Page = await browser.newPage({ locale: 'zh-CN', viewport: { width: 1360, height: 860 } });
  const [asked, said]: string[][] = [[], []];
  let own = '';
  page.on('request', request => {
    if (isForeign(request.url(), own)) asked!.push(request.url());
  });
  page.on('console', message => {
    if (/error|warning/.test(message.type())) said!.push(message.text());
  });
  page.on('pageerror', error => said!.push(String(error.stack)));
  page.on('dialog', dialog => void dialog.accept());
  page.on('download', download => void download.saveAs(join(folder, download.suggestedFilename())));
  return {
    name: 'Chromium',
    asked: asked!,
    said: said!,
    async open(url) {
      own = url;
      await page.goto(url);
    },
    value: expression => page.evaluate(expression),
    press: key => page.keyboard.press(key),
    enter: () => page.keyboard.press('Enter'),
    type: text => page.keyboard.insertText(text),
    point: (x, y) => page.mouse.move(x, y),
    size: (width, height) => page.setViewportSize({ width, height }),
    picture: async path => void (await page.screenshot({ path })),
    pdf: async path => void (await page.pdf({ path, preferCSSPageSize: true })),
    saved: name => savedIn(folder, name),
    memory: () => memoryBelow(server.process().pid!),
    async close() {
      await browser.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A stock Firefox, by WebDriver BiDi: https://w3c.github.io/webdriver-bidi/ */
export async function inFirefox(path: string): Promise<Tab> {
  const folder = folderOf('firefox');
  const [profile, downloads] = [join(folder, 'profile'), join(folder, 'downloads')];
  for (const one of [profile, downloads]) mkdirSync(one);
  const settings = {
    'intl.accept_languages': 'zh-CN, zh, en',
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    'browser.download.useDownloadDir': true,
    'browser.download.always_ask_before_handling_new_types': false,
    'browser.download.alwaysOpenPanel': false,
    // Nothing of the browser's own goes out either.
    'app.normandy.enabled': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'datareporting.policy.dataSubmissionEnabled': false,
  };
  writeFileSync(
    join(profile, 'user.js'),
    Object.entries(settings)
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
      .join(''),
  );
  const process = spawn(
    path,
    ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0', 'about:blank'],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...globalThis.process.env, MOZ_HEADLESS_WIDTH: '1360', MOZ_HEADLESS_HEIGHT: '950' },
    },
  );
  try {
    return await bidi(process, downloads, folder);
  } catch (error) {
    process.kill();
    throw error;
  }
}

async function bidi(process: ChildProcess, downloads: string, folder: string): Promise<Tab> {
  let address = '';
  for await (const line of createInterface(process.stderr!)) {
    address = /WebDriver BiDi listening on (ws:\S+)/.exec(line)?.[1] ?? '';
    if (address) break;
  }
  process.stderr!.resume();
  const socket = new WebSocket(`${address}/session`);
  await once(socket, 'open');
  const waiting = new Map<number, { resolve(result: never): void; reject(error: Error): void }>();
  const [asked, said]: string[][] = [[], []];
  let own = '';
  let last = 0;
  socket.addEventListener('message', ({ data }) => {
    const { id, result, error, message, method, params } = JSON.parse(String(data));
    if (id !== undefined) {
      if (error) waiting.get(id)!.reject(new Error(`${error}: ${message}`));
      else waiting.get(id)!.resolve(result as never);
      waiting.delete(id);
    } else if (method === 'network.beforeRequestSent') {
      if (isForeign(params.request.url, own)) asked!.push(params.request.url);
    } else if (method === 'log.entryAdded' && /error|warn/.test(params.level)) said!.push(params.text);
  });
  const send = <T>(method: string, params: object): Promise<T> =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject });
      socket.send(JSON.stringify({ id, method, params }));
    });
  await send('session.new', { capabilities: { alwaysMatch: { unhandledPromptBehavior: { default: 'accept' } } } });
  await send('session.subscribe', { events: ['network.beforeRequestSent', 'log.entryAdded'] });
  const { contexts } = await send<{ contexts: { context: string }[] }>('browsingContext.getTree', {});
  const { context } = contexts[0]!;
  const act = (type: string, actions: readonly object[]) =>
    send('input.performActions', {
      context,
      actions: [{ type, id: type, ...(type === 'pointer' && { parameters: { pointerType: 'mouse' } }), actions }],
    });
  return {
    name: 'Firefox',
    asked: asked!,
    said: said!,
    async open(url) {
      own = url;
      await send('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    async value<T>(expression: string) {
      const answer = await send<{ type: string; result: { value: string }; exceptionDetails?: { text: string } }>(
        'script.evaluate',
        {
          expression: `Promise.resolve(${expression}).then(value => JSON.stringify(value ?? null))`,
          target: { context },
          awaitPromise: true,
        },
      );
      if (answer.type !== 'success') throw new Error(answer.exceptionDetails?.text);
      return JSON.parse(answer.result.value) as T;
    },
    // A Firefox without a screen has no window with the focus, and in no other does a key press a button.
    async enter() {
      await send('script.evaluate', {
        expression: 'document.activeElement.click()',
        target: { context },
        awaitPromise: false,
      });
    },
    async press(keys) {
      const codes = keys.split('+').map(key => KEYS[key] ?? key);
      await act('key', [
        ...codes.map(value => ({ type: 'keyDown', value })),
        ...codes.reverse().map(value => ({ type: 'keyUp', value })),
      ]);
    },
    async type(text) {
      await act(
        'key',
        [...text].flatMap(value => [
          { type: 'keyDown', value },
          { type: 'keyUp', value },
        ]),
      );
    },
    point: async (x, y) => void (await act('pointer', [{ type: 'pointerMove', x: Math.round(x), y: Math.round(y) }])),
    size: async (width, height) =>
      void (await send('browsingContext.setViewport', { context, viewport: { width, height } })),
    async picture(path) {
      const { data } = await send<{ data: string }>('browsingContext.captureScreenshot', { context });
      writeFileSync(path, Buffer.from(data, 'base64'));
    },
    async pdf(path) {
      const { data } = await send<{ data: string }>('browsingContext.print', {
        context,
        page: { width: 21, height: 29.7 },
      });
      writeFileSync(path, Buffer.from(data, 'base64'));
    },
    saved: name => savedIn(downloads, name),
    memory: () => memoryBelow(process.pid!),
    async close() {
      const gone = once(process, 'exit');
      await send('browser.close', {}).catch(() => process.kill());
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** As WebDriver codes them. */
const KEYS: Readonly<Record<string, string>> = {
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Enter: '\uE007',
  Escape: '\uE00C',
  Tab: '\uE004',
  Space: ' ',
  Backspace: '\uE003',
  End: '\uE010',
  Home: '\uE011',
  ArrowDown: '\uE015',
  ArrowRight: '\uE014',
  F8: '\uE038',
};
