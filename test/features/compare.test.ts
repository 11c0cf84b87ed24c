import assert from 'node:assert/strict';
import { byLine, comparedLines, comparison } from '../../server/src/features/compare.js';
import { analysisOf } from './marks.js';

/* Two drafts, and what is said of them: one row a kind of change. */

const HEAD = '# 关于样例的调研报告\n\n一、基本情况\n\n';

/** Of a kind, the lines said, as `line words`. */
const ROWS: readonly (readonly [kind: string, before: string, after: string, expected: readonly string[]])[] = [
  ['solved', '按照《样例条例》第九条。', '按照《样例条例》第一条。', ['5 没有第九条']],
  ['added', '按照《样例条例》第一条。', '按照《样例条例》第九条。', ['5 没有第九条']],
  ['left', '按照《样例条例》第九条。', '先说一句。\n\n按照《样例条例》第九条。', ['7 没有第九条']],
  ['solved', '按照《样例条例》第九条。', '先说一句。\n\n按照《样例条例》第九条。', []],
  ['filled', '共有党员*人。', '共有党员12人。', ['5 党员数（人）']],
  ['stillBlank', '共有党员*人，干部*名。', '共有党员12人，干部*名。', ['5 干部数（名）']],
  ['newBlanks', '共有党员12人。', '共有党员12人，干部*名。', ['5 干部数（名）']],
  ['citationsGone', '按照《样例条例》第一条。', '按照《样例条例》第二条。', ['5 《样例条例》第一条']],
  ['citationsNew', '按照《样例条例》第一条。', '按照《样例条例》第二条。', ['5 《样例条例》第二条']],
  ['citationsNew', '按照《样例条例》第一条。', '甲。\n\n按照 《样例条例》第一条。', []],
];

describe('two drafts compared', () => {
  const compared = (before: string, after: string) => comparison(analysisOf(HEAD + before), analysisOf(HEAD + after));
  for (const [kind, before, after, expected] of ROWS) {
    it(`${kind}: ${before} → ${after.replaceAll('\n', '⏎')}`, () => {
      const found = compared(before, after)[kind as 'solved'];
      assert.equal(found.length, expected.length);
      for (const [i, { line, said }] of found.entries()) {
        const [at, words] = expected[i]!.split(' ');
        assert.equal(String(line), at);
        assert.ok(said['zh-CN'].includes(words!), said['zh-CN']);
      }
    });
  }

  it('figures that each draft has once', () => {
    const { figures } = compared('共有党员12人，干部3名。', '共有党员15人，干部3名。');
    assert.deepEqual(
      figures.map(({ label, before, after }) => `${label} ${before} ${after}`),
      ['党员 12人 15人'],
    );
  });

  it('a draft with itself has nothing but what is left', () => {
    const text = '按照《样例条例》第九条，共有党员*人。';
    const { solved, added, filled, newBlanks, figures, citationsGone, citationsNew, left, stillBlank } = compared(
      text,
      text,
    );
    assert.deepEqual([solved, added, filled, newBlanks, figures, citationsGone, citationsNew].flat(), []);
    assert.ok(left.length > 0 && stillBlank.length === 1);
  });

  for (const [locale, first] of [
    ['zh-CN', /^两稿比较：甲\.md → 乙\.md\n问题：已改 \d+，新增 0，仍在 \d+；空缺：已填或删去 1，新增 0，仍空 0。\n/],
    [
      'en',
      /^Compared: 甲\.md → 乙\.md\nFindings: \d+ solved, 0 new, \d+ left; blanks: 1 filled or gone, 0 new, 0 left\.\n/,
    ],
  ] as const) {
    it(`is told in plain lines (${locale})`, () => {
      const drafts = [
        { name: '甲.md', placeOf: byLine },
        { name: '乙.md', placeOf: byLine },
      ] as const;
      const lines = comparedLines(compared('共有党员*人。', '共有党员12人。'), drafts, locale);
      assert.match(lines.join('\n'), first);
    });
  }
});
