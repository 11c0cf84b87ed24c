import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ResultCache } from '../../server/src/host/result-cache.js';
import { folderWith } from './folder.js';

const DAY = 24 * 3600 * 1000;
const TODAY = 20_000 * DAY;

describe('the cache of results', () => {
  let own: string;
  beforeEach(() => {
    own = folderWith({});
  });
  const opened = (days = 0): Promise<ResultCache> => ResultCache.open(own, undefined, TODAY + days * DAY);
  const put = (cache: ResultCache, name: string, key = 'k'): void =>
    cache.put(name, key, { of: name }, `${name}的文字`, `${name}的其余😀`);
  const has = (cache: ResultCache, name: string, key = 'k'): boolean => cache.get(name, key) !== undefined;

  it('gives back what was put, to the key it was put under, in this run and in later ones', async () => {
    const names = ['甲 乙\n.md', 'b.md'];
    const first = await opened();
    for (const name of names) put(first, name);
    await first.close();
    for (const cache of [first, await opened()]) {
      for (const name of names) {
        const { value, text, more } = cache.get(name, 'k')!;
        assert.deepEqual([value, text(), more()], [{ of: name }, `${name}的文字`, `${name}的其余😀`]);
      }
      assert.deepEqual([has(cache, 'b.md', 'other'), has(cache, 'c.md')], [false, false]);
    }
  });

  it('is one file, written once there is something new, and then alone', async () => {
    const first = await opened();
    await first.close();
    assert.equal(existsSync(first.file), false);
    put(first, 'a.md');
    await first.close();
    const { ino } = statSync(first.file);
    const second = await opened();
    has(second, 'a.md');
    await second.close();
    assert.equal(statSync(first.file).ino, ino);
    put(second, 'b.md');
    await second.close();
    assert.notEqual(statSync(first.file).ino, ino);
    assert.ok(has(await opened(), 'a.md'));
  });

  it('forgets what nobody asked about for a month', async () => {
    const first = await opened();
    for (const name of ['asked.md', 'not.md']) put(first, name);
    await first.close();
    const later = await opened(30);
    has(later, 'asked.md');
    put(later, 'new.md');
    await later.close();
    const last = await opened(31);
    put(last, 'newer.md');
    await last.close();
    const left = readFileSync(last.file).toString('utf16le') + readFileSync(last.file).subarray(1).toString('utf16le');
    assert.deepEqual(
      ['asked.md', 'new.md', 'newer.md', 'not.md'].map(name => left.includes(`${name}的文字`)),
      [true, true, true, false],
    );
  });

  it('is what the later of two runs leaves', async () => {
    const [one, other] = [await opened(), await opened()];
    put(one, 'a.md');
    put(other, 'b.md');
    await one.close();
    await other.close();
    const left = await opened();
    assert.deepEqual([has(left, 'a.md'), has(left, 'b.md')], [false, true]);
  });

  it('is made anew where it is not whole, or another user’s', async () => {
    const first = await opened();
    for (const name of ['a.md', 'b.md']) put(first, name);
    await first.close();
    const sound = readFileSync(first.file);
    for (const length of [0, 10, 32, 40, sound.length - 1]) {
      writeFileSync(first.file, sound.subarray(0, length));
      assert.equal(has(await opened(), 'a.md'), false, `${length} bytes`);
    }
    writeFileSync(first.file, sound);
    assert.ok(has(await opened(), 'a.md'));
    writeFileSync(join(own, 'secret'), 'x'.repeat(32));
    const others = await opened();
    assert.equal(has(others, 'a.md'), false);
    put(others, 'c.md');
    await others.close();
    assert.ok(has(await opened(), 'c.md'));
  });
});
