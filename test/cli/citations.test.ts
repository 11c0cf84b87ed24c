import assert from 'node:assert/strict';
import { folderWith } from '../host/folder.js';
import { policydoc } from './harness.js';

const TITLE = '《中国共产党党和国家机关基层组织工作条例》';
const DRAFT = [
  '一、存在的问题',
  `一是双向交流不够。${TITLE}（以下简称《条例》）第七章第三十三条规定：“本着有利于优化结构的原则。”`,
  '二是配备不足。《条例》第三十条规定：“一般占机关工作人员总数的百分之一至百分之二。”',
  '三是依据过时。《中华人民共和国合同法》第八条已有要求。',
].join('\n');

const table = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  policydoc(folderWith({ 'a.md': DRAFT }), ['citations', ...args, 'a.md']);

/** Verdict, present place and quotation of each citation, in order. */
const JUDGED = [
  ['misplaced', '第八章第三十三条', 'differs'],
  ['verified', null, 'exact'],
  ['repealed', '《中华人民共和国民法典》', null],
];

describe('policydoc citations', () => {
  it('gives each citation its place, verdict and present place, and the coverage, as JSON', async () => {
    const { code, out, err } = await table('--format', 'json');
    assert.deepEqual([code, err], [0, '']);
    const { files, coverage } = JSON.parse(out) as {
      files: {
        file: string;
        rows: { line: number; verdict: string; present: { 'zh-CN': string } | null; quoteVerdict: string | null }[];
      }[];
      coverage: { citations: { total: number } };
    };
    assert.deepEqual(
      files.map(({ file }) => file),
      ['a.md'],
    );
    assert.deepEqual(
      files[0]!.rows.map(({ verdict, present, quoteVerdict }) => [verdict, present?.['zh-CN'] ?? null, quoteVerdict]),
      JUDGED,
    );
    assert.deepEqual(
      files[0]!.rows.map(({ line }) => line),
      [2, 3, 4],
    );
    assert.equal(coverage.citations.total, 3);
  });

  it('prints a Markdown table a row each, and ends with the coverage', async () => {
    const { code, out, err } = await table();
    assert.deepEqual([code, err], [0, '']);
    const rows = out.split('\n').filter(line => line.startsWith('|'));
    assert.equal(rows.length, 2 + JUDGED.length);
    assert.match(rows[2]!, /\| 2:10 .*位置不符 .*第八章第三十三条 .*引文不符：本着/);
    assert.match(
      out,
      /\n引用核对：共 3 处，内容相符 1，仅条文存在 0，仅核名称 0，有误 1，过时 1，无法核验 0；引文核对：共 2 处，.*\n$/,
    );
  });

  it('writes CSV that Excel opens, with nothing but the table on standard output', async () => {
    const { code, out, err } = await table('--format', 'csv');
    assert.equal(code, 0);
    assert.match(out, /^\uFEFF文件,位置,文中引用,法规,版本,核对结果,现在位置,引文\n/);
    assert.equal(out.trimEnd().split('\n').length, 1 + JUDGED.length);
    assert.match(err, /^policydoc: 引用核对：共 3 处/);
  });

  it('says so where nothing is cited', async () => {
    const { out } = await policydoc(folderWith({ 'a.md': '一、基本情况\n' }), ['citations', 'a.md']);
    assert.match(out, /^## a\.md\n\n没有引用。\n/);
  });
});
