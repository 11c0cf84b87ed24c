import assert from 'node:assert/strict';
import { tableCells } from '../../server/src/core/facts/keys/table.js';
import type { Chunk } from '../../server/src/core/syntax/document.js';
import { analysisOf } from '../harness/analysis.js';

/**
 * Law 1: analyze costs no more than linear time in the text. Each piece, repeated, once made some part of the engine or of
 * the parser search, copy or pair too much. Processor time is measured, not the clock, and four times the text may cost
 * ten times as much: a quadratic part would cost sixteen times.
 */
const PIECES = [
  '*', '**', '_', '《', '《甲法》', '第', '第一', '第一条', '第一条、', '第一条第', '（', '（（', '【', '{{', '[', '![', '[^1]: a\n', '[a]: b\n', '<', '<a>',
  '<!--', '`', '```\n', '> ', '> a\n> ---\n', 'a\n---\n', '---\na: 1\n', 'a\n===\n', '- ', '- a\n', '- - - a\n', '- 甲\n  - 乙\n', '1) a\n', '|', '|a|\n|-|\n',
  '\n', '\r', '“', '\\', '&amp;', 'X', '年 月 日', '一是', '一是\n', '一、\n', '首先', '前款', '（以下简称《条例》）', '《条例》（以下简称《条例》）', '该法第三条',
  '示例法第三条和', '《中华人民共和国示例法》第三条“', '《中华人民共和国示例法》第三条规定：“甲，', '《中华人民共和国示例法》第三条；第四条；',
  '<!-- policydoc-ignore placeholder-unfilled -->\n*人\n', '<!-- policydoc-ignore-next-line citation-ambiguous -->\n*人\n', 'https://x.cn/', '甲', '\ud800',
];
const LENGTH = 5_000;
/** Less than this is too little to compare. */
const FEW_MS = 200;

const cost = (text: string): number => costOf(() => analysisOf(text));

function costOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** How many times as much four times the text costs; 0 when it costs little. */
function growth(piece: string): number {
  const long = piece.repeat(Math.ceil(4 * LENGTH / piece.length));
  const costOfAll = cost(long);
  return costOfAll < FEW_MS ? 0 : costOfAll / cost(long.slice(0, long.length / 4));
}

describe('law 1: the cost is linear in a text of nothing but', () => {
  for (const piece of PIECES) {
    it(JSON.stringify(piece), () => {
      // A pause of the machine may spoil one measurement; a quadratic part spoils all.
      assert.ok([1, 2, 3].some(() => growth(piece) <= 10), `${4 * LENGTH} characters cost more than ten times ${LENGTH}`);
    });
  }

  it('gaps in one row of a table, each in its own cell', () => {
    const prose = `|${'*人|'.repeat(20_000)}`;
    const cellAt = tableCells({ prose, lines: [{ start: 0, end: prose.length, kind: 'table', depth: 0 }] } as unknown as Chunk);
    assert.ok(costOf(() => { for (let at = 1; at < prose.length; at += 3) cellAt(0, at); }) < 2_000);
  });

  it('one line of a million characters', () => {
    const line = '全市共有党员*人，根据《中华人民共和国示例法》第三条，占*%。'.repeat(33_000);
    assert.ok(cost(line) < 20_000);
  });
});
