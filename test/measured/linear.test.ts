import assert from 'node:assert/strict';
import { tableCells } from '../../server/src/core/facts/data-keys/table.js';
import type { Chunk } from '../../server/src/core/syntax/document.js';
import { GENRE } from '../../server/src/core/lexicon/lexicon.js';
import { Reading } from '../../server/src/core/syntax/reading.js';
import fc from 'fast-check';
import { analysisOf } from '../harness/analysis.js';
import { cost, isLinear, isLinearBetween } from '../harness/cost.js';
import { cycle } from '../properties/texts.js';

/** Everything that is said of a text: what the rules find is worked out when somebody asks. */
function checked(text: string): number {
  const { findings, coverage } = analysisOf(text);
  return findings.length + coverage.placeholders;
}

/**
 * Law 1: analyze costs no more than linear time in the text. Each piece, repeated, once made some part of the engine or
 * of the parser search, copy or pair too much.
 */
const PIECES = [
  '*',
  '**',
  '_',
  '《',
  '《甲法》',
  '第',
  '第一',
  '第一条',
  '第一条、',
  '第一条第',
  '（',
  '（（',
  '【',
  '{{',
  '[',
  '![',
  '[^1]: a\n',
  '[a]: b\n',
  '<',
  '<a>',
  '<!--',
  '`',
  '```\n',
  '> ',
  '> a\n> ---\n',
  'a\n---\n',
  '---\na: 1\n',
  'a\n===\n',
  '- ',
  '- a\n',
  '- - - a\n',
  '- 甲\n  - 乙\n',
  '1) a\n',
  '|',
  '|a|\n|-|\n',
  '\n',
  '\r',
  '“',
  '\\',
  '&amp;',
  'X',
  '年 月 日',
  '一是',
  '一是\n',
  '一、\n',
  '首先',
  '前款',
  '（以下简称《条例》）',
  '《条例》（以下简称《条例》）',
  '该法第三条',
  '示例法第三条和',
  '《中华人民共和国示例法》第三条“',
  '《中华人民共和国示例法》第三条规定：“甲，',
  '《中华人民共和国示例法》第三条；第四条；',
  '<!-- policydoc-ignore placeholder-unfilled -->\n*人\n',
  '<!-- policydoc-ignore-next-line citation-ambiguous -->\n*人\n',
  'https://x.cn/',
  '甲',
  '\ud800',
];

describe('law 1: the cost is linear in a text of nothing but', () => {
  for (const piece of PIECES) it(JSON.stringify(piece), () => assert.ok(isLinear(piece, checked)));

  it('any few pieces of reports and noise', () => {
    fc.assert(
      fc.property(cycle, piece => assert.ok(isLinear(piece, checked))),
      { numRuns: 5 },
    );
  });

  it('one of them many times between two others', () => {
    fc.assert(
      fc.property(cycle, cycle, cycle, (before, piece, after) =>
        assert.ok(isLinearBetween(before, piece, after, checked)),
      ),
      { numRuns: 5 },
    );
  });

  for (const [before, piece, after] of [
    ['# 甲', ' ', '乙'],
    ['《甲', '\t', '乙第三条'],
    ['# 甲', '。', '乙'],
    ['甲', '\n', '附'],
    ['**', 'a', '！**'],
    ['<!-- policydoc-ignore a', ' ', '！ -->'],
    ['其中85名，', '共', '甲18名。'],
    ['其中85名，', '（', '\u2028甲18名。'],
    ['---\na: ', '&a ', '\n---\n'],
    ['---\n', '- ', '\n---\n'],
    ['---\na: "', '\\x', '"\n---\n'],
    ['该条例', ' ', '甲'],
    ['由', '从', '1件'],
    ['甲', '甲<!--', '\n\n-->'],
    ['甲', '甲<?', ''],
    ['甲', '甲<![CDATA[', ''],
    ['|', ' ', '|甲|\n|-|-|\n'],
  ] as const) {
    it(`${JSON.stringify(piece)} between ${JSON.stringify(before)} and ${JSON.stringify(after)}`, () =>
      assert.ok(isLinearBetween(before, piece, after, checked)));
  }

  it('brackets in brackets, as deep as the line is long', () => {
    const of = (depth: number): number => cost(() => checked('（【[{'.repeat(depth) + '}]】）'.repeat(depth)));
    of(5_000);
    assert.ok([1, 2, 3].some(() => of(40_000) <= Math.max(of(5_000), 10) * 20));
  });

  it('named blanks without end on one line', () => {
    const of = (count: number): number => cost(() => checked('{{甲}}'.repeat(count)));
    of(2_000);
    assert.ok([1, 2, 3].some(() => of(32_000) <= of(2_000) * 32));
  });

  it('citations without end on one line', () => {
    // What is asked of the text around a passage is noted once for each of them.
    const of = (count: number): number =>
      cost(() => checked('全市共有党员*人，根据《中华人民共和国民法典》第三条，占*%。'.repeat(count)));
    of(3_000);
    assert.ok([1, 2, 3].some(() => of(48_000) <= of(3_000) * 22));
  });

  it('placeholders in one row of a table, each in its own cell', () => {
    const row = `|${'*人|'.repeat(20_000)}`;
    const cellAt = tableCells({
      reading: Reading.of(row),
      lines: [{ start: 0, end: row.length, kind: 'table', depth: 0 }],
      lexicon: GENRE,
    } as unknown as Chunk);
    assert.ok(
      cost(() => {
        for (let at = 1; at < row.length; at += 3) cellAt(0, at);
      }) < 2_000,
    );
  });

  it('one line of half a million characters', () => {
    const line = '全市共有党员*人，根据《中华人民共和国示例法》第三条，占*%。'.repeat(16_500);
    assert.ok(cost(() => checked(line)) < 10_000);
  });
});
