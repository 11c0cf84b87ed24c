import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { headsFor } from '../../../server/src/core/lexicon/remedy.js';

/**
 * Titles of problems and what the measure against each is called, one a line, — where no row fits. The first fifty were
 * written by somebody who did not know the table; read them all before a row is added to it.
 */
const ROWS = readFileSync('test/core/lexicon/heads.txt', 'utf8')
  .trim()
  .split('\n')
  .map(line => line.split(' → ') as [title: string, head: string]);
const BLIND = 50;

describe('heads of measures', () => {
  for (const [title, head] of ROWS) it(title, () => assert.equal(headsFor(title)[0] ?? '—', head));

  it('most titles get one', () => {
    const named = ROWS.slice(0, BLIND).filter(([, head]) => head !== '—').length;
    assert.ok(named / BLIND >= 0.7, `${named} of ${BLIND}`);
  });

  it('is at most three, no two alike', () => {
    for (const [title] of ROWS) {
      const heads = headsFor(title);
      assert.ok(heads.length <= 3, title);
      assert.equal(new Set(heads).size, heads.length, title);
    }
  });

  it('goes by the rows of a team first', () => {
    const own = [{ problem: '单一|不足', noun: '水源', measures: '开辟第二{N}|补充{N}' }];
    assert.deepEqual(headsFor('水源单一', own), ['开辟第二水源', '补充水源']);
    assert.deepEqual(headsFor('水源单一'), []);
    assert.deepEqual(headsFor('部分村水源单一', own), []);
  });
});
