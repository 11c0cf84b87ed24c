import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';

const MAIN = 'out/server/src/cli/main.js';

/** Runs the real process; `isRead` false: whoever reads its output has left. */
async function main(args: readonly string[], isRead = true): Promise<{ code: number; out: string; err: string }> {
  const child = spawn(process.execPath, [MAIN, ...args], { env: {} });
  let out = '';
  let err = '';
  child.stdout.on('data', piece => {
    out += piece;
  });
  child.stderr.on('data', piece => {
    err += piece;
  });
  if (!isRead) child.stdout.destroy();
  const [code] = (await once(child, 'close')) as [number];
  return { code, out, err };
}

describe('main', () => {
  it('gives the process the exit code', async () => {
    const { code, out, err } = await main(['--version']);
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /^\d+\.\d+\.\d+\n$/);
    // Compiled but not bundled, it has no data beside it.
    const without = await main(['check', 'server/package.json']);
    assert.deepEqual([without.code, without.out], [2, '']);
    assert.match(without.err, /^policydoc: 法规数据无法使用/);
  });

  it('ends quietly when its reader has left', async () => {
    assert.deepEqual(await main(['--help'], false), { code: 0, out: '', err: '' });
  });

  describe('on a disk that is full', () => {
    before(function () {
      if (!existsSync('/dev/full')) this.skip();
    });
    /** With standard output or error on it; what came of the other. */
    async function onFull(full: 1 | 2, args: readonly string[]): Promise<{ code: number; said: string }> {
      const disk = openSync('/dev/full', 'w');
      const child = spawn(process.execPath, [MAIN, ...args], {
        env: {},
        stdio: ['ignore', full === 1 ? disk : 'pipe', full === 2 ? disk : 'pipe'],
      });
      let said = '';
      (full === 1 ? child.stderr : child.stdout)!.on('data', piece => {
        said += piece;
      });
      const [code] = (await once(child, 'close')) as [number];
      closeSync(disk);
      return { code, said };
    }

    for (const args of [['--help'], ['--version'], ['check', '--list-rules']]) {
      it(`says in one line that not all was written: ${args.join(' ')}`, async () => {
        const { code, said } = await onFull(1, args);
        assert.equal(code, 2);
        assert.match(said, /^(?:policydoc: [^\n]+\n)*policydoc: 标准输出写不进去（ENOSPC），结果不完整[^\n]+\n$/);
      });
    }

    it('keeps the exit code where only what it has to say of itself is lost', async () => {
      assert.deepEqual(await onFull(2, ['check', 'missing.md']), { code: 2, said: '' });
      assert.equal((await onFull(2, ['--help'])).code, 0);
    });
  });
});
