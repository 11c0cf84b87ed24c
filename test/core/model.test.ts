import assert from 'node:assert/strict';
import { modelOf } from '../../server/src/core/model.js';
import { RegulationIndex } from '../../server/src/core/regulations/regulation-index.js';

const EMPTY = RegulationIndex.of({ version: 1, asOf: '2026-01-01', regulations: [] }, new Uint32Array());

/** The words of every point, without the marks of the heading that ends it. */
const points = (text: string): string[] =>
  modelOf(text, EMPTY, EMPTY.asOf).points.map(({ start, end }) => text.slice(start, end).replace(/\s*#*\s*$/, ''));

describe('the points of a model', () => {
  it('（一） that heads a section reaches to where the section ends, the last one too', () => {
    const text = '## 一、问题\n\n### （一）甲\n\n子。\n\n### （二）乙\n\n丑。\n\n## 二、建议\n\n（一）丙。寅。\n卯。\n';
    assert.deepEqual(points(text), ['（一）甲\n\n子。', '（二）乙\n\n丑。', '（一）丙。寅。\n卯。']);
  });

  it('all in one paragraph are apart, though the first opens it', () => {
    assert.deepEqual(points('一是甲。二是乙。三是丙。\n结尾。'), ['一是甲。', '二是乙。', '三是丙。']);
  });
});

const DATES: [name: string, text: string, ...dates: string[]][] = [
  ['one', '# 关于甲的调研报告\n（2019年6月3日）\n\n甲。\n', '2019-06-03'],
  ['one of which nothing is told', '# 关于甲的调研报告\n\n甲。\n', '2026-01-01'],
  [
    'two, each with its own',
    '# 关于甲的调研报告\n（2019年6月3日）\n\n甲。\n\n# 关于乙的调研报告\n（2024年5月1日）\n\n乙。\n',
    '2019-06-03',
    '2024-05-01',
  ],
  [
    'two, the first dated at its end',
    '# 关于甲的调研报告\n\n甲。\n\n2019年6月3日\n\n# 关于乙的调研报告\n（2024年5月）\n\n乙。\n',
    '2019-06-03',
    '2024-05-31',
  ],
  [
    'two, the second without',
    '# 关于甲的调研报告\n（2019年6月3日）\n\n甲。\n\n# 关于乙的调研报告\n\n乙。\n',
    '2019-06-03',
    '2019-06-03',
  ],
  [
    'two under front matter, which goes first',
    '---\ndate: 2020-02-02\n---\n# 关于甲的调研报告\n（2019年6月3日）\n\n甲。\n\n# 关于乙的调研报告\n（2024年5月1日）\n\n乙。\n',
    '2020-02-02',
    '2020-02-02',
  ],
  [
    'one with numbered parts as high as its title',
    '# 关于甲的调研报告\n\n# 一、情况\n（2019年6月3日）\n',
    '2019-06-03',
  ],
];

describe('the dates of the reports in a text', () => {
  for (const [name, text, ...dates] of DATES)
    it(name, () => {
      const { reports } = modelOf(text, EMPTY, EMPTY.asOf);
      assert.deepEqual(
        reports.map(({ date }) => date),
        dates,
      );
      assert.equal(reports.map(({ start, end }) => text.slice(start, end)).join(''), text);
    });
});
