import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { spawnSync } from 'node:child_process';
import { folderWith, put } from '../host/folder.js';
import { CLEAN, FLAWED, NOTE, policydoc, type Ran } from '../cli/harness.js';

/** Many texts are looked at by workers; nobody can tell from what a run says, writes or leaves behind. */

const WORKERS = { workerFile: resolve('out/server/src/cli/main-check.js'), threads: 2 };

/** Long and short by turns, so that workers end in another order than they began. */
const MANY: Record<string, string | Uint8Array> = {
  '全.md': NOTE,
  'b/broken.md': Uint8Array.of(0, 1, 2),
  'b/zz.md': Uint8Array.of(0xff, 0xff, 0xe4),
};
for (let i = 0; i < 75; i++)
  MANY[`${i % 7}/${i}.md`] = i % 9 === 0 ? FLAWED + '共*人，占*%。\n'.repeat(50) : i % 2 === 0 ? FLAWED : CLEAN;
MANY['3/policydoc.config.json'] = '{ "rules": { "placeholder-unfilled": "off" }, "regulations": ["nowhere"] }';
MANY['4/policydoc.config.json'] = '{ "words": { "units": { "网格": { "as": "个" } } } }';
MANY['4/4.md'] = `${CLEAN}\n共划分820网格，其中城区300网格、农村510网格。\n`;
MANY['5/policydoc.config.json'] = '{ "rules": ';

/** As if the folder were the home of a user who keeps caches in it. */
const ownEnv = (folder: string) => ({ HOME: folder, XDG_CACHE_HOME: join(folder, 'user') });

async function both(
  files: Record<string, string | Uint8Array>,
  ...args: string[]
): Promise<{ alone: Ran; together: Ran; folders: readonly [string, string] }> {
  const folders = [folderWith(files), folderWith(files)] as const;
  const alone = await policydoc(folders[0], ['check', '.', ...args], { env: ownEnv(folders[0]) });
  const together = await policydoc(folders[1], ['check', '.', ...args], { ...WORKERS, env: ownEnv(folders[1]) });
  return { alone, together, folders };
}

describe('workers', function () {
  this.timeout(60_000);

  for (const args of [
    ['--format', 'pretty', '--quiet'],
    ['--format', 'json', '--shard', '1/1', '--cache'],
    ['--format', 'github', '--fix'],
  ]) {
    it(args.join(' '), async () => {
      const { alone, together } = await both(MANY, ...args);
      assert.deepEqual(together, alone);
      assert.equal(alone.code, 2);
      assert.ok(alone.out.length > 1_000 && alone.err.split('\n').length > 10, 'there is much to say');
    });
  }

  it('fill a cache that one thread can use, and the other way round', async () => {
    const { alone, together, folders } = await both(MANY, '--format', 'json', '--cache');
    assert.deepEqual(together, alone);
    assert.equal(
      readdirSync(join(folders[1], 'user/policydoc/results')).length,
      readdirSync(join(folders[0], 'user/policydoc/results')).length,
    );
    assert.deepEqual(
      await policydoc(folders[1], ['check', '.', '--format', 'json', '--cache'], { env: ownEnv(folders[1]) }),
      alone,
    );
    assert.deepEqual(
      await policydoc(folders[0], ['check', '.', '--format', 'json', '--cache'], {
        ...WORKERS,
        env: ownEnv(folders[0]),
      }),
      alone,
    );
  });

  it('are not called for a few', async () => {
    const few = Object.fromEntries(Object.entries(MANY).slice(0, 20));
    const { code } = await policydoc(folderWith(few), ['check', '.'], {
      ...WORKERS,
      workerFile: resolve('out/no-such-worker.js'),
    });
    assert.equal(code, 2);
  });

  it('that fail end the run, saying why', async () => {
    const { code, err } = await policydoc(folderWith(MANY), ['check', '.'], {
      ...WORKERS,
      workerFile: resolve('out/no-such-worker.js'),
    });
    assert.equal(code, 2);
    assert.match(err, /^policydoc: 检查用的工作线程无法启动，未检查：.*no-such-worker[^\n]*\n$/);
  });

  it('that all fail at once end the process with that, and with no error that nobody caught', () => {
    const folder = folderWith({ ...MANY, 'worker.mjs': "throw new Error('broken');" });
    put(folder, {
      'start.mjs': `import { policydoc } from ${JSON.stringify(pathToFileURL(resolve('out/test/cli/harness.js')).href)};
      const world = { workerFile: ${JSON.stringify(join(folder, 'worker.mjs'))}, threads: 4, dataFolder: ${JSON.stringify(resolve('server/data'))} };
      const { code, err } = await policydoc(${JSON.stringify(folder)}, ['check', '.', '--no-config'], world);
      process.exitCode = code;
      process.stderr.write(err);`,
    });
    for (let times = 0; times < 3; times++) {
      const { status, stderr } = spawnSync(process.execPath, [join(folder, 'start.mjs')], { encoding: 'utf8' });
      assert.equal(status, 2, stderr);
      assert.match(stderr, /检查用的工作线程无法启动，未检查：Error: broken\n$/);
      assert.doesNotMatch(stderr, / {4}at /);
    }
  });
});
