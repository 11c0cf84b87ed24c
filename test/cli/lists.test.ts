import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { COLUMNS } from '../../server/src/host/sheets/table.js';
import { folderWith } from '../host/folder.js';
import { bodyOf, expanded, SOURCES } from '../../server/src/features/snippets.js';
import { policydoc } from './harness.js';

const REPORT = `# 供水情况调研报告

## 一、存在的问题

一是管网老化。31公里管网使用超过20年。

二是检测能力不足。检测人员少。

## 二、对策建议

一是更新改造管网。由市水利局牵头，2027年底前更换31公里管网。

二是提升检测能力。=配齐人员。
`;

describe('policydoc lists', () => {
  it('prints the three lists, each cell words of the draft or a blank', async () => {
    const { out, code } = await policydoc(folderWith({ 'a.md': REPORT }), ['lists', 'a.md']);
    assert.equal(code, 0);
    assert.match(out, /^问题清单\n\n\| 序号 \| 问题 \|/);
    assert.match(
      out,
      /\| 1 \| 更新改造管网 \| 市水利局 \| \{\{任务一的配合单位\}\} \| \{\{任务一的责任人\}\} \| 2027年底前 \|/,
    );
    assert.equal(out.match(/清单\n/g)?.length, 3);
  });

  it('prints one alone, in the language asked for', async () => {
    const { out } = await policydoc(folderWith({ 'a.md': REPORT }), [
      'lists',
      'a.md',
      '--kind',
      'duties',
      '--locale',
      'en',
    ]);
    assert.match(out, /^Duties\n\n\| No\. \| Task \| Lead \|/);
    assert.doesNotMatch(out, /Problem/);
  });

  it('writes a workbook with a sheet each, the same every time, and leaves one that exists', async () => {
    const folder = folderWith({ 'a.md': REPORT });
    const { err, out, code } = await policydoc(folder, ['lists', 'a.md', '-o', 'l.xlsx']);
    assert.deepEqual([code, (err + out).trim()], [0, 'l.xlsx：已写入3张清单。']);
    const bytes = readFileSync(join(folder, 'l.xlsx'));
    const { sheets } = await readXlsx(bytes);
    assert.deepEqual(
      sheets.map(({ name }) => name),
      ['问题清单', '任务清单', '责任清单'],
    );
    assert.equal(sheets[1]!.rows[2]![3], '=配齐人员');
    assert.equal((await policydoc(folder, ['lists', 'a.md', '-o', 'l.xlsx'])).code, 2);
    assert.equal((await policydoc(folder, ['lists', 'a.md', '-o', 'l.xlsx', '--force'])).code, 0);
    assert.ok(bytes.equals(readFileSync(join(folder, 'l.xlsx'))));
  });

  it('writes CSV in which nothing is a formula, and Markdown', async () => {
    const folder = folderWith({ 'a.md': REPORT });
    await policydoc(folder, ['lists', 'a.md', '-o', 'l.csv']);
    assert.match(readFileSync(join(folder, 'l.csv'), 'utf8'), /,'=配齐人员,/);
    await policydoc(folder, ['lists', 'a.md', '-o', 'l.md']);
    assert.match(readFileSync(join(folder, 'l.md'), 'utf8'), /^责任清单\n/m);
  });

  it('says when there is nothing to list, or no such format', async () => {
    const folder = folderWith({ 'a.md': REPORT, 'b.md': '# 调研报告\n\n一切都好。\n' });
    const none = await policydoc(folder, ['lists', 'b.md']);
    assert.deepEqual([none.code, none.out], [2, '']);
    assert.match(none.err, /列不出清单/);
    assert.equal((await policydoc(folder, ['lists', 'a.md', '-o', 'l.doc'])).code, 2);
    assert.equal((await policydoc(folder, ['lists', '.'])).code, 2);
  });
});

describe('policydoc data export', () => {
  const DRAFT =
    '# 供水情况调研报告\n\n## 一、存在的问题\n\n一是{{问题一}}。{{问题一的主要表现}}。抽查的{{问题一样本数}}个村中，有{{问题一涉及数}}个，占{{问题一占比}}%。\n\n截至{{统计截止日期}}，由{{数据提供单位}}提供。\n';

  it('keeps what a department has apart from what the writer is to say', async () => {
    const folder = folderWith({ 'a.md': DRAFT });
    assert.equal((await policydoc(folder, ['data', 'export', 'a.md', '-o', 'd.xlsx'])).code, 0);
    const { sheets } = await readXlsx(readFileSync(join(folder, 'd.xlsx')));
    assert.deepEqual(
      sheets
        .filter(({ name }) => name !== '填表说明')
        .map(({ name, rows }) => [name, rows.slice(1).map(row => row[COLUMNS.indexOf('key')])]),
      [
        ['空缺数据', ['问题一样本数', '问题一涉及数', '问题一占比', '统计截止日期', '数据提供单位']],
        ['文字内容', ['问题一', '问题一的主要表现']],
      ],
    );
    await policydoc(folder, ['data', 'export', 'a.md', '-o', 'd.csv']);
    const csv = readFileSync(join(folder, 'd.csv'), 'utf8').trim().split('\r\n');
    assert.match(csv.at(-1)!, /问题一的主要表现/);
    assert.match(csv[1]!, /问题一样本数/);
  });

  it('of the whole reports that are offered: no prose among the data', async () => {
    for (const source of SOURCES.filter(({ kind }) => kind === 'whole')) {
      const folder = folderWith({ 'a.md': `${expanded(bodyOf(source))}\n` });
      await policydoc(folder, ['data', 'export', 'a.md', '-o', 'd.xlsx']);
      const { sheets } = await readXlsx(readFileSync(join(folder, 'd.xlsx')));
      const data = sheets.find(({ name }) => name === '空缺数据')!.rows.slice(1);
      assert.ok(data.length > 0);
      for (const row of data)
        assert.doesNotMatch(
          String(row[COLUMNS.indexOf('key')]),
          /表现|事例|举措|分析|判断|启示|成效$|^(?:问题|对策)[一二三]$/,
        );
    }
  });
});
