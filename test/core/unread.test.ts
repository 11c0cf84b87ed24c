import assert from 'node:assert/strict';
import { analysisOf } from '../harness/analysis.js';

const UNREAD: [text: string, ...told: string[]][] = [
  ['甲\t10\n乙\t20\n'],
  ['甲\t10\n乙\t20\t30\n', 'tabs 1'],
  ['甲\t10\n乙\t20\n\n正文。\n\n丙\t10\n丁\t20\t30\n', 'tabs 6'],
  ['# 甲\n\n**甲**\t10\n　乙\t20\n'],
  ['甲\t10\n'],
  ['\t缩进的一段\n\t另一段\n'],
  ['正文\n\n```\n甲\t1\n乙\t2\n```\n', 'code 3'],
  ['![图](a.png)\n', 'picture 1'],
  ['| 甲 | 10 |\n|---|---|\n| 乙 | 20 |\n'],
];

describe('what was not read as what it looks like is named', () => {
  for (const [text, ...told] of UNREAD)
    it(JSON.stringify(text), () =>
      assert.deepEqual(
        analysisOf(text).coverage.unread.map(({ kind, line }) => `${kind} ${line}`),
        told,
      ),
    );
});

const BODIES: [text: string, length: number][] = [
  ['', 0],
  ['# 关于样例的调研报告\n', 0],
  ['---\ndate: 2026-01-01\n---\n# 关于样例的调研报告\n\n## 一、基本情况\n\n<!-- 注 -->\n', 0],
  ['# 关于样例的调研报告\n\n正文。\n', 2],
];

describe('the body of a text is what stands besides headings', () => {
  for (const [text, length] of BODIES)
    it(`${JSON.stringify(text)}: ${length}`, () => assert.equal(analysisOf(text).coverage.body, length));
});
