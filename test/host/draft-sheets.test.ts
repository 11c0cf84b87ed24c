import assert from 'node:assert/strict';
import { join } from 'node:path';
import { draftName, readSheetsFor, type DraftSheets } from '../../server/src/host/sheets/draft.js';
import { folderWith } from './folder.js';

const named = (...names: string[]): DraftSheets => ({ named: names, chosen: [], workspace: [] });

describe('the sheets of a draft', () => {
  it('count from the draft; one that cannot be read is named and hides no other', async () => {
    const folder = folderWith({ '数据/a.yaml': '党员数: 1280\n', 'b.csv': '键,值\n户数,12\n', 'bad.json': '{' });
    const { rows, problems } = await readSheetsFor(
      join(folder, 'draft.md'),
      named('数据/a.yaml', '没有.csv', 'bad.json', 'x.doc', 'b.csv', './b.csv'),
    );
    assert.deepEqual(
      rows.map(({ key, value, where }) => [key, value, where]),
      [
        ['党员数', '1280', '数据/a.yaml:1'],
        ['户数', '12', 'b.csv:2'],
      ],
    );
    assert.deepEqual(
      problems.map(({ name }) => name),
      ['没有.csv', 'bad.json', 'x.doc'],
    );
  });

  it('of a draft that was never saved are those that were chosen', async () => {
    const folder = folderWith({ 'b.csv': '键,值\n户数,12\n' });
    const { rows, problems } = await readSheetsFor(null, {
      ...named('b.csv'),
      chosen: [join(folder, 'b.csv')],
    });
    assert.deepEqual(
      rows.map(({ where }) => where),
      ['b.csv:2'],
    );
    assert.equal(problems[0]?.reason.en, 'the draft has not been saved, so it cannot be told where the sheet is');
  });

  it('exported for several drafts gives the rows of this one', async () => {
    const folder = folderWith({ 's.csv': '键,值,文稿\n甲,1,a.md\n乙,2,b.md\n' });
    assert.deepEqual(
      (await readSheetsFor(join(folder, 'a.md'), named('s.csv'))).rows.map(({ key }) => key),
      ['甲'],
    );
  });
});

describe('the draft as its sheet calls it', () => {
  it('is the way from the sheet where they lie together, and its last name alone where they do not', async () => {
    const folder = folderWith({ '甲/项目/.git/HEAD': '', '甲/项目/稿/a.md': '', '甲/散/b.md': '', '乙/c.txt': '' });
    const at = (...names: string[]): string => join(folder, ...names);
    const called: readonly (readonly [draft: string, sheet: string, workspace: string[], name: string])[] = [
      [at('甲/项目/稿/a.md'), at('甲/项目/稿/表.xlsx'), [], 'a.md'],
      [at('甲/项目/稿/a.md'), at('甲/项目/数据/表.xlsx'), [], '../稿/a.md'],
      [at('甲/项目/稿/a.md'), at('甲/表.xlsx'), [], '项目/稿/a.md'],
      [at('甲/项目/稿/a.md'), at('乙/表.xlsx'), [], 'a.md'],
      [at('甲/散/b.md'), at('甲/数据/表.xlsx'), [], 'b.md'],
      [at('甲/散/b.md'), at('甲/数据/表.xlsx'), [at('甲')], '../散/b.md'],
    ];
    for (const [draft, sheet, workspace, name] of called)
      assert.equal(await draftName(draft, sheet, workspace), name, `${draft} ${sheet}`);
    assert.equal(await draftName(null, at('表.xlsx')), '');
  });
});
