import assert from 'node:assert/strict';
import { analyze } from '../../server/src/core/analyze.js';
import { valuesByKey, type SheetRow } from '../../server/src/core/sheet.js';
import { completions } from '../../server/src/features/completion.js';
import type { DraftData } from '../../server/src/features/draft-data.js';
import { inlayHints } from '../../server/src/features/inlay-hints.js';
import { hover } from '../../server/src/features/hover.js';
import { analysisOf, at } from './marks.js';
import { SAMPLE_INDEX } from './sample-index.js';

/* What the data sheets of a draft have for its named blanks: behind them, on hover, and while one is written. */

const row = (key: string, value: string, unit: string, line: number): SheetRow => ({
  id: '',
  key,
  value,
  unit,
  sentence: '',
  draft: '',
  where: `数据.csv:${line}`,
});
const data = (rows: readonly SheetRow[], problems: DraftData['problems'] = []): DraftData => ({
  names: ['数据.csv'],
  values: valuesByKey(rows),
  problems,
});
const DATA = data([
  row('党员数', '1,234', '', 2),
  row('占比', '35%', '%', 3),
  row('户数', '12', '户', 4),
  row('户数', '15', '户', 5),
  row('空的', ' ', '', 6),
  row('户数', '12', '户', 7),
]);

/** A text, and it again with what is shown behind words put in 〔 〕. */
const HINTS: readonly (readonly [text: string, expected: string])[] = [
  ['共有{{党员数|人}}。', '共有{{党员数|人}}〔= 1,234 人〕。'],
  ['共有{{党员数}}，占{{占比}}。', '共有{{党员数}}〔= 1,234〕，占{{占比}}〔= 35%〕。'],
  ['共有{{户数}}、{{空的}}、{{没有}}、*人。', '共有{{户数}}〔？数据不一致：12 户、15 户〕、{{空的}}、{{没有}}、*人。'],
];

/** A text with the cursor, and what is said of the value there. */
const ROWS: readonly (readonly [source: string, data: DraftData | null, expected: readonly string[]])[] = [
  ['共有{{党员‸数|人}}。', DATA, ['值：1,234 人', '出处：数据.csv:2']],
  [
    '共有{{户‸数}}。',
    DATA,
    ['值：12 户', '出处：数据.csv:4', '值：15 户', '出处：数据.csv:5', '数据表：几处的值不一致，不能填入'],
  ],
  ['共有{{没‸有}}。', DATA, ['值：数据表中没有（数据.csv）']],
  ['共有{{没‸有}}。', null, []],
  ['共有‸*人。', DATA, []],
  // Not "none": nobody could look.
  [
    '共有{{党员‸数}}。',
    data([], [{ name: '数据.csv', reason: { 'zh-CN': '文件不存在', en: 'no such file' } }]),
    ['数据表：数据.csv 未能读取：文件不存在'],
  ],
];

describe('the data of a draft', () => {
  for (const [text, expected] of HINTS) {
    it(`stands behind its blanks: ${text}`, () => {
      let said = text;
      for (const { offset, label } of inlayHints(analysisOf(text), { start: 0, end: text.length }, DATA).reverse())
        said = `${said.slice(0, offset)}〔${label['zh-CN']}〕${said.slice(offset)}`;
      assert.equal(said, expected);
    });
  }

  for (const [source, given, expected] of ROWS) {
    it(`is shown on hover: ${source}`, () => {
      const { analysis, offset } = at(source);
      const said = hover(analysis, offset, given)!.rows.map(
        ({ label, value }) => `${label['zh-CN']}：${value['zh-CN']}`,
      );
      assert.deepEqual(
        said.filter(line => /^(?:值|出处|数据表)：/.test(line)),
        expected,
      );
    });
  }

  it('is offered inside {{ behind the names used already, each with its value and unit', () => {
    const text = '共有{{党员数|人}}，{{';
    const found = completions(analyze(text, { index: SAMPLE_INDEX, settings: { rules: {} } }), text.length, {
      data: DATA,
    }).slice(0, 3);
    assert.deepEqual(
      found.map(({ label, insert, detail }) => [label, insert, detail?.['zh-CN']]),
      [
        ['党员数', '党员数|人}}', '1,234 人（数据.csv:2）'],
        ['占比', '占比|%}}', '35%（数据.csv:3）'],
        ['户数', '户数|户}}', '12 户、15 户（数据.csv:4、数据.csv:5）'],
      ],
    );
  });

  it('is found by initials', () => {
    const text = '{{dys';
    assert.equal(completions(analysisOf(text), text.length, { data: DATA })[0]?.label, '党员数');
  });
});
