import assert from 'node:assert/strict';
import type { Tally } from '../../server/src/core/coverage.js';
import { analysisOf } from '../harness/analysis.js';
import { mark } from '../harness/marks.js';

/** Rule and words of each finding. */
const found = (text: string, settings = {}): string[] =>
  analysisOf(text, settings).findings.map(
    ({ rule, severity, start, end }) => `${severity} ${rule} ${text.slice(start, end)}`,
  );

describe('the settings', () => {
  const text = '党员*人。\n根据《中华人民共和国示例法》第十五条。\n';

  it('leave each rule its own severity', () => {
    assert.deepEqual(found(text), ['warning placeholder-unfilled *', 'error citation-article-absent 第十五条']);
  });

  it('give a rule another severity, or switch it off', () => {
    assert.deepEqual(found(text, { rules: { 'placeholder-unfilled': 'error', 'citation-article-absent': 'info' } }), [
      'error placeholder-unfilled *',
      'info citation-article-absent 第十五条',
    ]);
    assert.deepEqual(found(text, { rules: { 'placeholder-unfilled': 'off' } }), [
      'error citation-article-absent 第十五条',
    ]);
  });

  it('are not taken from what every object has', () => {
    assert.equal(found(text, { rules: Object.create({ 'placeholder-unfilled': 'off' }) }).length, 2);
  });
});

describe('the findings', () => {
  it('come in the order of the text, whatever the order of the rules', () => {
    const text = '根据《中华人民共和国示例法》第十五条，党员*人，根据《样本条例》第二条，占*%。';
    assert.equal(
      mark(text, analysisOf(text).findings),
      '根据《中华人民共和国示例法》⟦第十五条⟧，党员⟦*⟧人，根据⟦《样本条例》第二条⟧，占⟦*⟧%。',
    );
  });
});

describe('a suppression', () => {
  const cases: [what: string, text: string, findings: string[]][] = [
    [
      'silences its rule on the next line',
      '<!-- policydoc-ignore-next-line placeholder-unfilled -- 甲 -->\n党员*人。\n',
      [],
    ],
    [
      'not on the line after that',
      '<!-- policydoc-ignore-next-line placeholder-unfilled -- 甲 -->\n党员*人。\n占*%。\n',
      ['warning placeholder-unfilled *'],
    ],
    [
      'not another rule',
      '<!-- policydoc-ignore-next-line citation-ambiguous -- 甲 -->\n党员*人。\n',
      [
        'warning suppression-unused <!-- policydoc-ignore-next-line citation-ambiguous -- 甲 -->',
        'warning placeholder-unfilled *',
      ],
    ],
    [
      'silences its rule in the whole file, before it too',
      '党员*人。\n\n<!-- policydoc-ignore placeholder-unfilled -- 甲 -->\n',
      [],
    ],
    [
      'counts lines by any line ending',
      '<!-- policydoc-ignore-next-line placeholder-unfilled -- 甲 -->\r党员*人。\r',
      [],
    ],
    [
      'silences what judges it',
      '<!-- policydoc-ignore suppression-unused -- 甲 -->\n<!-- policydoc-ignore citation-ambiguous -- 甲 -->\n',
      [],
    ],
    [
      'needs only one of two to be of use',
      '<!-- policydoc-ignore placeholder-unfilled -- 甲 -->\n<!-- policydoc-ignore-next-line placeholder-unfilled -- 甲 -->\n党员*人。\n',
      [],
    ],
  ];
  for (const [what, text, findings] of cases)
    it(`${what}: ${JSON.stringify(text)}`, () => assert.deepEqual(found(text), findings));
});

describe('the coverage', () => {
  const shown = ({ total, verified, wrong, outdated, unverifiable }: Tally): number[] => [
    total,
    verified,
    wrong,
    outdated,
    unverifiable,
  ];

  it('counts every citation once: verified, wrong, outdated or unverifiable', () => {
    const text = [
      '《中华人民共和国示例法》第三条',
      '《中华人民共和国示例法》第十五条',
      '《中华人民共和国示例法》第二章第八条',
      '《示例评估办法》第二条',
      '《中华人民共和国示例法》第三章第五条',
      '《示例问卷管理办法》第二条',
      '《样本市条例》第二条',
      '依照前款规定',
    ].join('。\n');
    assert.deepEqual(shown(analysisOf(text).coverage.citations), [8, 1, 3, 2, 2]);
  });

  it('counts every quotation once', () => {
    const law = '《中华人民共和国示例法》';
    const text = [
      `${law}第三条规定：“调查研究应当坚持实事求是。”`,
      `${law}第三条规定：“调查研究应当坚持群众路线。”`,
      `${law}第三条规定：“报告应当写明调查的时间、地点和对象。”`,
      `${law}第四条规定：“问卷应当写明用途，回收百分之七十以上。”`,
      '《样本市条例》第二条规定：“应当公示。”',
    ].join('\n');
    assert.deepEqual(shown(analysisOf(text).coverage.quotations), [5, 1, 2, 1, 1]);
  });

  it('counts what is suppressed, too: silence is not a pass', () => {
    const text =
      '<!-- policydoc-ignore-next-line citation-article-absent -- 甲 -->\n《中华人民共和国示例法》第十五条，*人。\n';
    const { coverage } = analysisOf(text, { rules: { 'placeholder-unfilled': 'off' } });
    assert.deepEqual([...shown(coverage.citations), coverage.placeholders], [1, 0, 1, 0, 0, 1]);
  });

  it('names the day for which was judged: the report’s, the settings’, the index’s', () => {
    assert.equal(analysisOf('---\ndate: 2020-05-01\n---\n', { asOf: '2019-01-01' }).coverage.asOf, '2020-05-01');
    assert.equal(analysisOf('', { asOf: '2019-01-01' }).coverage.asOf, '2019-01-01');
    assert.equal(analysisOf('').coverage.asOf, '2026-01-01');
  });
});
