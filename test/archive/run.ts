import assert from 'node:assert/strict';
import { execFileSync, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import JSZip from 'jszip';

/*
 * The archives with a Node of their own, made as a release makes them. That of this machine is unpacked into a folder with a
 * blank in its name and used with nothing on the path but a shell and two of its tools. Needs the registry of npm; ends with 77,
 * "cannot be tested here", without it.
 */

const { version } = JSON.parse(readFileSync('server/package.json', 'utf8')) as { version: string };
const platform = `linux-${process.arch}`;
const home = mkdtempSync(join(tmpdir(), 'policydoc-archive-test-'));

function make(): void {
  const made = spawnSync('node', ['server/archive/archive.mjs', platform, 'win-x64'], { encoding: 'utf8' });
  if (made.status === 0) return;
  if (/\b(?:E404|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT)\b/.test(made.stderr)) {
    console.log('skipped: cannot be tested here, for the packages of Node cannot be had from the npm registry');
    process.exit(77);
  }
  throw new Error(made.stderr);
}

/** The unpacked archive, and a path without Node on which `xdg-open` writes down what it was asked to open. */
function unpacked(): { folder: string; env: Record<string, string>; opened: string } {
  const at = join(home, '甲 乙');
  const bin = join(home, 'bin');
  const opened = join(home, 'opened.txt');
  mkdirSync(at);
  mkdirSync(bin);
  execFileSync('tar', ['-xzf', `release/policydoc-${version}-${platform}.tar.gz`, '-C', at]);
  for (const tool of ['sh', 'dirname', 'readlink'])
    symlinkSync(execFileSync('sh', ['-c', `command -v ${tool}`], { encoding: 'utf8' }).trim(), join(bin, tool));
  writeFileSync(join(bin, 'xdg-open'), `#!/bin/sh\necho "$1" >> '${opened}'\n`);
  chmodSync(join(bin, 'xdg-open'), 0o755);
  return {
    folder: join(at, `policydoc-${version}-${platform}`),
    env: { PATH: bin, HOME: home, LANG: 'zh_CN.UTF-8' },
    opened,
  };
}

let passed = 0;
let failed = 0;
async function check(name: string, test: () => unknown): Promise<void> {
  try {
    await test();
    passed++;
    console.log(`✔ ${name}`);
  } catch (error) {
    failed++;
    console.log(`✖ ${name}\n${error instanceof Error ? error.stack : String(error)}`);
  }
}

async function main(): Promise<void> {
  make();
  const { folder, env, opened } = unpacked();
  const drafts = join(home, '文 稿');
  mkdirSync(drafts);
  copyFileSync('samples/02-问题文稿.md', join(drafts, '问题 文稿.md'));
  const run = (program: string, ...args: string[]): SpawnSyncReturns<string> =>
    spawnSync(join(folder, program), args, { cwd: drafts, env, encoding: 'utf8' });

  await check('there is no Node on the path', () => {
    assert.notEqual(spawnSync('sh', ['-c', 'command -v node'], { env, encoding: 'utf8' }).status, 0);
  });
  await check('the program checks a sample as the installed one does', () => {
    const own = run('policydoc', 'check', '问题 文稿.md');
    const installed = spawnSync(process.execPath, [resolve('server/bin/policydoc.js'), 'check', '问题 文稿.md'], {
      cwd: drafts,
      encoding: 'utf8',
      env: { ...process.env, LANG: 'zh_CN.UTF-8' },
    });
    assert.equal(own.status, 1, own.stderr);
    assert.equal(own.stdout, installed.stdout);
  });
  await check('a draft dragged on it gets its sheet, which is opened', async () => {
    const { status, stderr } = run('检查文稿.sh', join(drafts, '问题 文稿.md'));
    assert.equal(status, 0, stderr);
    const sheet = join(drafts, '问题 文稿-审核单.html');
    assert.match(readFileSync(sheet, 'utf8'), /<title>文稿审核单/);
    for (let i = 0; i < 50 && !existsSync(opened); i++) await new Promise(done => setTimeout(done, 100));
    assert.equal(readFileSync(opened, 'utf8'), `${sheet}\n`);
  });
  await check('without a draft it says what to do', () => {
    const { status, stdout } = run('检查文稿.sh');
    assert.equal(status, 2);
    assert.match(stdout, /请把文稿（\.md、\.txt、\.docx）拖到“检查文稿”上/);
  });
  await check('that for Windows has its Node, the same program, and launchers that any code page reads', async () => {
    const zip = await JSZip.loadAsync(readFileSync(`release/policydoc-${version}-win-x64.zip`));
    const top = `policydoc-${version}-win-x64/`;
    const bytes = async (path: string): Promise<Buffer> => zip.file(top + path)!.async('nodebuffer');
    assert.equal((await bytes('node.exe')).subarray(0, 2).toString(), 'MZ');
    assert.deepEqual(await bytes('app/dist/cli.js'), readFileSync(join(folder, 'app/dist/cli.js')));
    for (const launcher of ['policydoc.cmd', '检查文稿.cmd']) {
      const text = (await bytes(launcher)).toString('latin1');
      assert.match(text, /^[\x00-\x7f]*$/);
      assert.equal(text.split('\r\n').length, text.split('\n').length);
    }
  });
}

try {
  await main();
} finally {
  rmSync(home, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
