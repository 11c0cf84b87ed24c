import assert from 'node:assert/strict';
import { quotationAfter } from '../../../server/src/core/facts/quotations.js';
import { mark, unmark } from '../../harness/marks.js';

/** ‸ marks where the citation ends. */
const CASES: [what: string, marked: string][] = [
  ['规定：“', '第三条‸规定：“⟦甲。⟧”'],
  ['规定“', '第三条‸规定“⟦甲⟧”。'],
  ['中明确规定：“', '第三款‸中明确规定：“⟦甲。⟧”'],
  ['指出，“', '第三条‸指出，“⟦甲⟧”'],
  ['规定的“', '第三条‸规定的“⟦甲⟧”'],
  ['的“', '第三条‸的“⟦甲⟧”'],
  ['中“', '第三条‸中“⟦甲⟧”'],
  ['nothing between', '第三条‸“⟦甲⟧”'],
  ['corner brackets', '第三条‸规定：「⟦甲⟧」'],
  ['straight marks', '第三条‸规定："⟦甲⟧"'],
  ['marks inside', '第三条‸规定：“⟦甲‘乙’丙⟧”'],
  ['the same marks inside', '第三条‸规定：“⟦甲“乙”丙⟧”丁”'],
  ['over two lines', '第三条‸规定：“⟦甲\n乙⟧”'],
  ['never closed: to the end of the line', '第三条‸规定：“⟦甲。⟧\n乙。'],
  ['none: another clause', '第三条‸规定，要重视。会议强调“甲”。'],
  ['none: no word that attributes it', '第三条‸实施以来，“甲”不断'],
  ['none: another title', '第三条‸和《乙》规定：“甲”'],
  ['none: nothing', '第三条‸'],
  ['none: nothing quoted', '第三条‸规定，应当公开。'],
];

describe('the words attributed to a provision', () => {
  for (const [what, marked] of CASES) {
    it(`${what}: ${JSON.stringify(marked)}`, () => {
      const { text, cursor } = unmark(marked);
      const quote = quotationAfter(text, cursor!);
      assert.equal(mark(text, quote ? [quote] : []), marked.replace('‸', ''));
    });
  }
});
