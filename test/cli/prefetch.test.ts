import assert from 'node:assert/strict';
import { prefetch } from '../../server/src/cli/check/prefetch.js';

describe('what is begun ahead of its turn', () => {
  async function* counted(most: number, log: string[]): AsyncGenerator<number> {
    for (let i = 1; i <= most; i++) {
      log.push(`read ${i}`);
      yield i;
    }
  }

  /** What happens in which order; `fails` is the one that cannot be begun. */
  async function order(capacity: number, fails = 0): Promise<string> {
    const log: string[] = [];
    const begin = async (i: number): Promise<number> => {
      if (i === fails) throw new Error(`no ${i}`);
      return i;
    };
    try {
      for await (const i of prefetch(counted(4, log), begin, () => capacity)) log.push(`use ${i}`);
    } catch (error) {
      log.push((error as Error).message);
    }
    return log.join(', ');
  }

  it('is as much as there is room for, and comes in order', async () => {
    assert.equal(await order(0), 'read 1, use 1, read 2, use 2, read 3, use 3, read 4, use 4');
    assert.equal(await order(2), 'read 1, read 2, read 3, use 1, read 4, use 2, use 3, use 4');
    assert.equal(await order(9), 'read 1, read 2, read 3, read 4, use 1, use 2, use 3, use 4');
  });

  it('fails in its turn, and nothing behind it is begun', async () => {
    assert.equal(await order(0, 3), 'read 1, use 1, read 2, use 2, read 3, no 3');
    assert.equal(await order(9, 3), 'read 1, read 2, read 3, use 1, use 2, no 3');
  });
});
