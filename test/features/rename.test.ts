import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/core/text/edit.js';
import { rename, renameable } from '../../server/src/features/rename.js';
import { at } from './marks.js';

const DEFINED = '《中国共产党样例工作条例》（以下简称《条例》）';

/** A text with the cursor, the new name, and the text afterwards, or what the refusal says. */
const RENAMES: readonly (readonly [source: string, name: string, expected: string | RegExp])[] = [
  [
    `${DEFINED}。《‸条例》第一条，《条例》第三条。`,
    '党务条例',
    '《中国共产党样例工作条例》（以下简称《党务条例》）。《党务条例》第一条，《党务条例》第三条。',
  ],
  [
    '《中国共产党样例工作条例》（以下简称《‸条例》）。《条例》第一条。',
    ' 样例条例 ',
    '《中国共产党样例工作条例》（以下简称《样例条例》）。《样例条例》第一条。',
  ],
  // Nothing but the name changes, whatever it is dressed in, and over however many lines it is written.
  [
    `${DEFINED}。**《‸条例》第一条**，《**条例**》第三条。`,
    '党务条例',
    '《中国共产党样例工作条例》（以下简称《党务条例》）。**《党务条例》第一条**，《**党务条例**》第三条。',
  ],
  [
    `**${DEFINED}**。按照《‸条例》\n第一条、<u>《条例》</u>第三条。`,
    '党务条例',
    '**《中国共产党样例工作条例》（以下简称《党务条例》）**。按照《党务条例》\n第一条、<u>《党务条例》</u>第三条。',
  ],
  [
    `${DEFINED}。按照《条\n例》第一条，《‸条例》第三条。`,
    '党务条例',
    '《中国共产党样例工作条例》（以下简称《党务条例》）。按照《党务条例》第一条，《党务条例》第三条。',
  ],
  [
    `${DEFINED}。《条\u200b例》第一条，《 ‸条例 》第三条。`,
    '党务条例',
    '《中国共产党样例工作条例》（以下简称《党务条例》）。《党务条例》第一条，《 党务条例 》第三条。',
  ],
  [
    '党员{{‸党员\u200b数|人}}。再说**{{ 党员数 |人}}**。',
    '党员总数',
    '党员{{党员总数|人}}。再说**{{ 党员总数 |人}}**。',
  ],
  ['党员{{‸党员数|人}}。再说{{ 党员数 |人}}。', '党员总数', '党员{{党员总数|人}}。再说{{ 党员总数 |人}}。'],
  ['党员{{‸甲}}、{{乙}}。', '乙', /已有这一名称/],
  [`${DEFINED}、《样例废止办法》（以下简称《办法》）。《‸条例》第一条。`, '办法', /已有这一名称/],
  // 《规矩》 alone would no longer be read as the name of a regulation.
  [`${DEFINED}。落实《‸条例》，做到第一条。`, '规矩', /不能识别/],
  // What was copied comes with its marks.
  ...['《党务条例》', '“党务条例”', ' 《党务条例》 '].map(
    name =>
      [
        `${DEFINED}。《‸条例》第一条。`,
        name,
        '《中国共产党样例工作条例》（以下简称《党务条例》）。《党务条例》第一条。',
      ] as const,
  ),
  [`${DEFINED}。《‸条例》第一条。`, '《条例》办法', /不要带书名号/],
  [`${DEFINED}。《‸条例》第一条。`, ' ', /不能为空/],
  ['党员{{‸甲}}。', '甲|人', /竖线/],
  ['表彰{{‸表彰人数}}。', '“两优一先”人数', '表彰{{“两优一先”人数}}。'],
  ['表彰{{‸“两优一先”人数}}。', '表彰人数', '表彰{{表彰人数}}。'],
  ['《样例‸条例》第一条。', '条例', /此处不能重命名/],
  ['《样例条例》第‸一条。', '第二条', /此处不能重命名/],
  ['共有‸*人。', '五', /此处不能重命名/],
  ['市委办公室（以下简称“市‸委办”）牵头，市委办督办。', '市办', /逐处核对/],
];

describe('rename', () => {
  for (const [source, name, expected] of RENAMES) {
    it(`${source} → ${name}`, () => {
      const { analysis, text, offset } = at(source);
      const renaming = rename(analysis, offset, name);
      if (typeof expected === 'string')
        assert.equal('edits' in renaming ? applyEdits(text, renaming.edits) : renaming.refusal['zh-CN'], expected);
      else assert.match('refusal' in renaming ? renaming.refusal['zh-CN'] : 'renamed', expected);
    });
  }

  it('says what would be renamed', () => {
    const { analysis, text, offset } = at('党员{{党员‸数|人}}。');
    const found = renameable(analysis, offset);
    assert.ok('start' in found);
    assert.equal(text.slice(found.start, found.end), '党员数');
    assert.ok('refusal' in renameable(analysis, 0));
  });
});
