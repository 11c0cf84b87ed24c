import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs, { appendFileSync, mkdirSync, renameSync, rmSync, symlinkSync, truncateSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { RefusedError } from '../../server/src/host/decode.js';
import { isMissing, readFound, readNamed } from '../../server/src/host/open.js';
import { userCacheFolder } from '../../server/src/host/result-cache.js';
import { beforeReading } from '../harness/faulty-fs.js';
import { folderWith } from './folder.js';

const pipe = (path: string): void => assert.equal(spawnSync('mkfifo', [path]).status, 0);
const swapped = (path: string, target: string): void => {
  renameSync(path, `${path}.away`);
  symlinkSync(target, path);
};

const insteadOf = (path: string, make: (path: string) => unknown): void => {
  rmSync(path);
  make(path);
};

/** What is done to `root/r/a.md`, of ten bytes, before it is read from `root`; what is said, or null where it is read. */
const CASES: readonly (readonly [string, (root: string) => void, RegExp | null])[] = [
  ['nothing', () => undefined, null],
  ['it is a link', root => swapped(join(root, 'r/a.md'), '../secret'), /symbolic link/],
  ['its folder is a link', root => swapped(join(root, 'r'), 'out'), /symbolic link/],
  ['it is a folder', root => insteadOf(join(root, 'r/a.md'), mkdirSync), /a folder, not a file/],
  ['it is a pipe', root => insteadOf(join(root, 'r/a.md'), pipe), /a pipe, a device/],
  ['it is gone', root => rmSync(join(root, 'r/a.md')), /no such file/],
  ['it is larger than such files are', root => truncateSync(join(root, 'r/a.md'), 5000), /more than 4 KB/],
  ['it is exactly as large', root => truncateSync(join(root, 'r/a.md'), 4096), null],
];

describe('a file that was found', () => {
  const world = (): string => folderWith({ 'r/a.md': '0123456789', secret: 'secret', 'out/a.md': 'secret' });
  const read = (root: string): string =>
    readFound(join(root, 'r/a.md'), { most: 4096, within: root }).bytes.toString('latin1').slice(0, 10);

  for (const [name, change, said] of CASES) {
    for (const when of ['before it is looked at', 'between looking and opening']) {
      it(`${name}, ${when}`, async function () {
        if (process.platform === 'win32') this.skip();
        const root = world();
        const work = async (): Promise<string> => read(root);
        if (when === 'before it is looked at') change(root);
        const answer = (): Promise<string> =>
          when === 'before it is looked at'
            ? work()
            : beforeReading(
                path => path.endsWith('a.md'),
                () => change(root),
                work,
              );
        if (said === null) assert.match(await answer(), /^[0-9\0]{10}$/);
        else
          await assert.rejects(answer, (error: unknown) => error instanceof RefusedError && said.test(error.reason.en));
      });
    }
  }

  it('that grows as long as it is read is refused, and so is a stream without end', async function () {
    const root = world();
    const real = fs.readSync;
    let reads = 0;
    fs.readSync = ((...args: Parameters<typeof real>) => {
      reads++;
      appendFileSync(join(root, 'r/a.md'), 'x'.repeat(1000));
      return real(...args);
    }) as typeof real;
    syncBuiltinESMExports();
    try {
      assert.throws(() => read(root), /more than 4 KB/);
      assert.ok(reads < 20);
    } finally {
      fs.readSync = real;
      syncBuiltinESMExports();
    }
    if (process.platform === 'win32') this.skip();
    await assert.rejects(readNamed('/dev/zero', 4096), /more than 4 KB/);
  });

  it('may stand behind a link that was named, and its absence is told from all else', function () {
    if (process.platform === 'win32') this.skip();
    const root = world();
    symlinkSync('r', join(root, 'named'));
    assert.equal(readFound(join(root, 'named/a.md'), { most: 99, within: join(root, 'named') }).bytes.length, 10);
    for (const [name, expected] of [
      ['none', true],
      ['secret/none', true],
      ['r', false],
    ] as const)
      assert.throws(
        () => readFound(join(root, name), { most: 99 }),
        (error: unknown) => isMissing(error) === expected,
      );
  });
});

describe('the user’s folder for caches', () => {
  const FOLDERS: readonly (readonly [NodeJS.Platform, Record<string, string>, string | null])[] = [
    ['linux', { HOME: '/home/u' }, '/home/u/.cache/policydoc'],
    ['linux', { HOME: '/home/u', XDG_CACHE_HOME: '/c' }, '/c/policydoc'],
    ['linux', { HOME: '/home/u', XDG_CACHE_HOME: 'c' }, '/home/u/.cache/policydoc'],
    ['linux', { HOME: '/home/u', XDG_CACHE_HOME: '' }, '/home/u/.cache/policydoc'],
    ['linux', {}, null],
    ['darwin', { HOME: '/Users/u' }, '/Users/u/Library/Caches/policydoc'],
    ['win32', { HOME: '/x', LOCALAPPDATA: '/AppData/Local' }, '/AppData/Local/policydoc'],
    ['win32', { HOME: '/x' }, null],
  ];
  for (const [platform, env, expected] of FOLDERS) {
    it(`${platform} ${JSON.stringify(env)}`, function () {
      if (process.platform === 'win32') this.skip();
      assert.equal(userCacheFolder(env, platform), expected);
    });
  }
});
