import assert from 'node:assert/strict';
import { masked } from '../../../server/src/core/text/mask.js';
import { unmark } from '../../harness/marks.js';

describe('masked', () => {
  const cases: [marked: string, shown: string][] = [
    ['甲乙', '甲乙'],
    ['甲⟦乙⟧丙', '甲·丙'],
    ['⟦甲\r\n乙⟧', '·\r\n·'],
    ['⟦甲⟦乙⟧丙⟧丁', '···丁'],
    ['⟦甲⟧⟦乙⟧', '··'],
    ['⟦𠮷⟧甲', '··甲'],
    ['甲⟦⟧乙', '甲乙'],
  ];
  for (const [marked, shown] of cases) {
    it(`${JSON.stringify(marked)} → ${JSON.stringify(shown)}`, () => {
      const { text, spans } = unmark(marked);
      assert.equal(masked(text, spans).replaceAll('\0', '·'), shown);
      assert.equal(masked(text, [...spans].reverse()).length, text.length);
    });
  }

  it('takes spans that overlap, in any order', () => {
    assert.equal(
      masked('一二三四五', [
        { start: 2, end: 4 },
        { start: 1, end: 3 },
      ]).replaceAll('\0', '·'),
      '一···五',
    );
  });
});
