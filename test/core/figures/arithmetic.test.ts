import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findingsOf } from './findings.js';

/** Kept as readable text; its head says how to read it. */
const SET = join(process.cwd(), 'test', 'core', 'figures', 'arithmetic.txt');

describe('arithmetic of figures', () => {
  let [right, wrong] = [0, 0];
  for (const row of readFileSync(SET, 'utf8').split('\n')) {
    const m = /^(right|wrong)(?: ([a-z-]+))?: (.+?)(?: => (.+))?$/.exec(row);
    if (!m) {
      assert.match(row, /^(?:#.*)?$/, 'a row is right, wrong, a heading or empty');
      continue;
    }
    const [, kind, rule, source, says] = m;
    const text = source!.replaceAll('⏎', '\n');
    if (kind === 'right') right++; else wrong++;
    it(row, () => {
      const found = findingsOf(text);
      if (kind === 'right') return assert.deepEqual(found.map(f => f.message['zh-CN']), []);
      assert.deepEqual(found.map(f => f.rule), [rule], JSON.stringify(found.map(f => f.message['zh-CN'])));
      assert.ok(found[0]!.message['zh-CN'].includes(says!), found[0]!.message['zh-CN']);
    });
  }

  it('has a set worth the name', () => assert.ok(right >= 60 && wrong >= 60, `${right} right, ${wrong} wrong`));
});
