import assert from 'node:assert/strict';
import { findingsOf } from './findings.js';
import { LABELLED } from './texts.js';

describe('arithmetic of figures', () => {
  for (const { row, text, wrong } of LABELLED) {
    it(row, () => {
      const found = findingsOf(text);
      if (!wrong)
        return assert.deepEqual(
          found.map(f => f.message['zh-CN']),
          [],
        );
      assert.deepEqual(
        found.map(f => f.rule),
        [wrong.rule],
        JSON.stringify(found.map(f => f.message['zh-CN'])),
      );
      assert.ok(found[0]!.message['zh-CN'].includes(wrong.says), found[0]!.message['zh-CN']);
    });
  }

  it('has a set worth the name', () => {
    const wrong = LABELLED.filter(({ wrong }) => wrong).length;
    const right = LABELLED.length - wrong;
    assert.ok(right >= 60 && wrong >= 60, `${right} right, ${wrong} wrong`);
  });
});
