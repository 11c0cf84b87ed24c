import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';

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
});
