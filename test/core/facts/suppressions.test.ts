import assert from 'node:assert/strict';
import { suppressionsIn } from '../../../server/src/core/facts/suppressions.js';
import { factsIn } from '../../harness/facts.js';
import { mark } from '../../harness/marks.js';

describe('a suppression', () => {
  const cases: [marked: string, says: string][] = [
    [
      '⟦<!-- policydoc-ignore-next-line placeholder-unfilled -- 月底提供 -->⟧\n',
      'next-line placeholder-unfilled 月底提供',
    ],
    ['⟦<!-- policydoc-ignore placeholder-unfilled -->⟧\n', 'file placeholder-unfilled'],
    ['⟦<!-- policydoc-ignore a-b, c-d -- 理由 -->⟧\n', 'file a-b+c-d 理由'],
    ['⟦<!-- policydoc-ignore a-b c-d -->⟧\n', 'file a-b+c-d'],
    ['⟦<!--policydoc-ignore a-b-->⟧\n', 'file a-b'],
    ['⟦<!-- policydoc-ignore -->⟧\n', 'file'],
    ['⟦<!-- policydoc-ignore a-b --\n两行\n理由 -->⟧\n', 'file a-b 两行\n理由'],
    ['甲⟦<!-- policydoc-ignore a-b -->⟧乙', 'file a-b'],
    ['⟦<!-- policydoc-ignore a-b -->⟧⟦<!-- policydoc-ignore-next-line c-d -->⟧\n', 'file a-b | next-line c-d'],
    // A reason that nobody can see is none.
    ['⟦<!-- policydoc-ignore a-b -- \u200b\u2060\ufeff -->⟧\n', 'file a-b'],
    ['⟦<!-- policydoc-ignore a-b -- \u3164\u115f\uffa0 -->⟧\n', 'file a-b'],
    ['⟦<!-- policydoc-ignore a-b -- \u2800\u3000\u00ad -->⟧\n', 'file a-b'],
    ['⟦<!-- policydoc-ignore a-b -- \u202e\u2069\u200f -->⟧\n', 'file a-b'],
    ['⟦<!-- policydoc-ignore a-b -- \u{e0041}\u{e0042}\ufe0f -->⟧\n', 'file a-b'],
    ['⟦<!-- policydoc-ignore a-b -- \u200b甲 -->⟧\n', 'file a-b \u200b甲'],
    ['<!-- 普通注释 -->\n', ''],
    ['<!-- policydoc-ignored a-b -->\n', ''],
    ['`<!-- policydoc-ignore a-b -->`\n', ''],
    ['```\n<!-- policydoc-ignore a-b -->\n```\n', ''],
  ];
  for (const [marked, says] of cases) {
    it(JSON.stringify(marked), () => {
      const text = marked.replace(/[⟦⟧]/g, '');
      const found = factsIn(text, suppressionsIn, 'source');
      assert.equal(mark(text, found), marked);
      assert.equal(
        found.map(({ scope, rules, reason }) => [scope, rules.join('+'), reason].filter(Boolean).join(' ')).join(' | '),
        says,
      );
    });
  }
});
