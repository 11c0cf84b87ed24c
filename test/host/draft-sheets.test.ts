import assert from 'node:assert/strict';
import { join } from 'node:path';
import { readSheetsFor } from '../../server/src/host/sheets/draft.js';
import { folderWith } from './folder.js';

describe('the sheets of a draft', () => {
  it('count from the draft; one that cannot be read is named and hides no other', async () => {
    const folder = folderWith({ '数据/a.yaml': '党员数: 1280\n', 'b.csv': '键,值\n户数,12\n', 'bad.json': '{' });
    const { rows, problems } = await readSheetsFor(join(folder, 'draft.md'), [
      '数据/a.yaml',
      '没有.csv',
      'bad.json',
      'x.doc',
      'b.csv',
      './b.csv',
    ]);
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

  it('of a draft that was never saved are those whose path is whole', async () => {
    const folder = folderWith({ 'b.csv': '键,值\n户数,12\n' });
    const { rows, problems } = await readSheetsFor(null, ['b.csv', join(folder, 'b.csv')]);
    assert.deepEqual(
      rows.map(({ where }) => where),
      ['b.csv:2'],
    );
    assert.equal(problems[0]?.reason.en, 'the draft has not been saved, so it cannot be told where the sheet is');
  });

  it('exported for several drafts gives the rows of this one', async () => {
    const folder = folderWith({ 's.csv': '键,值,文稿\n甲,1,a.md\n乙,2,b.md\n' });
    assert.deepEqual(
      (await readSheetsFor(join(folder, 'a.md'), ['s.csv'])).rows.map(({ key }) => key),
      ['甲'],
    );
  });
});
