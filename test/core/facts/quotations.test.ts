import assert from 'node:assert/strict';
import { quotationsOf } from '../../../server/src/core/facts/quotations.js';
import { mark, unmark } from '../../harness/marks.js';

/** ‸ marks where the citation ends; it is three characters long: 第三条. */
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
  ['never closed: to the end of the text', '第三条‸规定：“⟦甲。⟧'],
  ['several of one provision', '第三条‸规定：“⟦甲。⟧”“⟦乙。⟧”'],
  ['several joined by 和', '第三条‸规定的“⟦甲⟧”和“⟦乙⟧”'],
  ['里的“', '第三条‸里的“⟦甲⟧”'],
  ['之“', '第三条‸之“⟦甲⟧”'],
  ['what is done by it: 的规定处罚', '第三条‸的规定处罚：“（一）甲的；“（二）乙的。”'],
  ['what is done by it: 规定追究', '第三条‸规定追究，“甲乙丙丁戊己庚辛壬癸的除外'],
  ['amended: words that were', '第三条‸中“甲”修改为“乙”'],
  ['and what is joined by a comma', '第三条‸规定：“⟦甲。⟧”，“⟦乙。⟧”'],
  ['and what is joined by 以及', '第三条‸规定的“⟦甲⟧”以及“⟦乙⟧”'],
  ['several paragraphs, each opened anew', '第三条‸规定：“⟦甲。\n“乙。⟧”丙”'],
  ['several paragraphs, each indented', '第三条‸规定：“⟦甲。\n“乙。⟧”丙”'],
  ['several paragraphs, and the same marks inside', '第三条‸规定：“⟦甲。\n乙“丙”丁。⟧”'],
  ['and what is joined by 并明确：', '第三条‸规定“⟦甲⟧”，并明确：“⟦乙⟧”'],
  ['and not what another says', '第三条‸规定的“⟦甲⟧”，会议强调“乙”'],
  ['nothing between the marks', '第三条‸规定：“”'],
  ['before the citation, in brackets', '“⟦甲。⟧”（第三条‸）'],
  ['before the citation, said to be its words', '“⟦甲。⟧”这是第三条‸的规定'],
  ['before the citation, 见', '“⟦甲。⟧”（见第三条‸）'],
  ['before the citation, 出自', '“⟦甲⟧”，出自第三条‸。'],
  ['before the citation, 见 without brackets', '“⟦甲⟧”，见第三条‸。'],
  ['before the citation, the same marks inside', '“⟦甲“乙”丙⟧”（第三条‸）'],
  ['behind a comma alone, a sentence', '第三条‸，“⟦公文的版式按照国家的标准来执行。⟧”各地照办。'],
  ['behind 规定，…的事项，', '第三条‸规定，应当公开的事项，“⟦公文的版式按照国家的标准来执行。⟧”'],
  ['behind 的职责，包括', '第三条‸的职责，包括“⟦按照国家的标准来执行公文的版式。⟧”'],
  ['none: behind a comma alone, a term', '第三条‸，“土专家”队伍不断壮大。'],
  ['none: behind a comma alone, no sentence', '第三条‸，“按照国家的标准来执行公文的版式”得到落实。'],
  ['none: behind 规定，会议强调', '第三条‸规定，会议要求，“公开”要做好。'],
  ['none: before the citation, which is put into practice', '“甲”这是落实第三条‸的做法'],
  ['none: before the citation, in brackets that go on', '“甲。”（第三条‸等规定）'],
  ['none: before the citation, and nothing opened it', '大家说甲”（第三条‸）'],
  ['none: before the citation, with nothing in it', '“”（第三条‸）'],
  ['none: before the citation, of something else', '“甲”和第三条‸。'],
  ['none: another clause', '第三条‸规定，要重视。会议强调“甲”。'],
  ['none: no word that attributes it', '第三条‸实施以来，“甲”不断'],
  ['none: a clause ends', '第三条‸，“甲”不断'],
  ['none: words that people made of it', '第三条‸里各地总结的“甲”'],
  ['none: another title', '第三条‸和《乙》规定：“甲”'],
  ['none: nothing', '第三条‸'],
  ['none: nothing quoted', '第三条‸规定，应当公开。'],
];

describe('the words attributed to a provision', () => {
  for (const [what, marked] of CASES) {
    it(`${what}: ${JSON.stringify(marked)}`, () => {
      const { text, cursor } = unmark(marked);
      assert.equal(mark(text, quotationsOf(text, { start: cursor! - 3, end: cursor! })), marked.replace('‸', ''));
    });
  }
});

/** Whether the words begin and end as clauses of the provision do: only then may a first or last clause be said not to stand there. */
const WHOLE: [text: string, ...whole: [opens: boolean, closes: boolean][]][] = [
  ['第三条‸规定：“甲。”', [true, true]],
  ['第三条‸规定：“甲”。', [true, true]],
  ['第三条‸规定：“甲”', [true, true]],
  ['第三条‸规定：“甲”，乙。', [true, true]],
  ['第三条‸规定：“甲”的要求。', [true, false]],
  ['第三条‸规定，“甲。”', [true, true]],
  ['第三条‸规定，“甲”。', [true, true]],
  ['第三条‸规定的“甲”', [false, false]],
  ['第三条‸规定的“甲。”', [true, true]],
  ['第三条‸规定的“甲。 ”', [true, true]],
  ['第三条‸规定的“甲”。', [false, false]],
  ['第三条‸规定的“甲。乙”', [false, false]],
  ['第三条‸规定：“甲。”和“乙”', [true, true], [false, false]],
  ['“甲”（第三条‸）', [false, false]],
  ['“甲。”（第三条‸）', [true, true]],
];

describe('the words attributed to a provision are whole', () => {
  for (const [marked, ...whole] of WHOLE) {
    it(`${JSON.stringify(marked)}: ${whole.join(' ')}`, () => {
      const { text, cursor } = unmark(marked);
      assert.deepEqual(
        quotationsOf(text, { start: cursor! - 3, end: cursor! }).map(({ opensWhole, closesWhole }) => [
          opensWhole,
          closesWhole,
        ]),
        whole,
      );
    });
  }
});
