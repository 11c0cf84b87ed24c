import assert from 'node:assert/strict';
import { folderWith } from '../host/folder.js';
import { p, word } from '../harness/word.js';
import { policydoc } from './harness.js';

const REPORT = '# 关于样例的调研报告\n\n一、基本情况\n\n共有党员*人。\n\n二、存在的问题\n\n一是人手不足。\n';

describe('policydoc compare', () => {
  it('says what became of a draft, and ends with 0 where nothing new is wrong', async () => {
    const folder = folderWith({ '送审稿.md': REPORT, '修改稿.txt': REPORT.replace('*', '12') });
    const { out, code } = await policydoc(folder, ['compare', '送审稿.md', '修改稿.txt']);
    assert.equal(code, 0);
    assert.match(out, /^两稿比较：送审稿\.md → 修改稿\.txt\n/);
    assert.match(out, /已填或删去的空缺（原稿）（1处）\n {2}第5行 党员数（人）\n/);
  });

  it('takes Word documents, on either side', async () => {
    const body = (blank: string): string =>
      REPORT.replace('*', blank)
        .split('\n')
        .filter(line => line !== '')
        .map(line => p(line.replace(/^# /, '')))
        .join('');
    const folder = folderWith({
      '送审稿.docx': await word(body('XX')),
      '修改稿.docx': await word(body('12')),
      'a.md': REPORT,
    });
    for (const [before, after] of [
      ['送审稿.docx', '修改稿.docx'],
      ['a.md', '修改稿.docx'],
    ] as const) {
      const { out, code } = await policydoc(folder, ['compare', before, after]);
      assert.equal(code, 0, out);
      // Nobody finds a line in Word: there, a place is a paragraph below a heading.
      const place = before === 'a.md' ? '第5行' : '〔一、基本情况〕第\\d+段';
      assert.match(out, new RegExp(`已填或删去的空缺（原稿）（1处）\n {2}${place} 党员数（人）\n`), before);
    }
    const { out } = await policydoc(folder, ['compare', '送审稿.docx', 'a.md']);
    assert.doesNotMatch(out, /已填或删去的空缺/);
  });

  it('ends with 1 where something new is wrong', async () => {
    const wrong = REPORT.replace('一是人手不足。', '一是人手不足，《中华人民共和国民法典》第九千条未落实。');
    const { out, code } = await policydoc(folderWith({ 'a.md': REPORT, 'b.md': wrong }), ['compare', 'a.md', 'b.md']);
    assert.equal(code, 1);
    assert.match(out, /新增的问题（修改稿）（1处）\n {2}第9行 .*第九千条/);
  });

  it('ends with 2 where a draft cannot be read', async () => {
    const { err, out, code } = await policydoc(folderWith({ 'a.md': REPORT }), ['compare', 'a.md', 'b.md']);
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /b\.md/);
  });
});
