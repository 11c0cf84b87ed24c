import assert from 'node:assert/strict';
import { notChecked } from '../../server/src/features/not-checked.js';
import { documentSymbols, type OutlineSymbol } from '../../server/src/features/document-symbols.js';
import { hover } from '../../server/src/features/hover.js';
import { inlayHints } from '../../server/src/features/inlay-hints.js';
import { analysisOf } from '../harness/analysis.js';

const HEAD = '关于某项工作的调研报告\n一、基本情况\n走访6个县。\n二、存在的问题\n';
const LISTED = `${HEAD}一是人员不足。二是经费紧张。三是制度不健全。四是宣传不够。\n三、对策建议\n一是强化人员、经费保障。二是健全制度。\n`;

describe('problems and countermeasures across from each other', () => {
  const shown = (isAll: boolean): string[] =>
    inlayHints(analysisOf(LISTED), { start: 0, end: LISTED.length }, null, isAll).map(
      ({ offset, label }) =>
        `${LISTED.slice(0, offset)
          .split(/[。\n]/)
          .at(-1)} ${label['zh-CN']}`,
    );

  it('are shown where there is none, and behind each for who wants all', () => {
    assert.deepEqual(shown(false), ['四是宣传不够 → 无对策']);
    assert.deepEqual(shown(true), [
      '一是人员不足 → 对策一',
      '二是经费紧张 → 对策一',
      '三是制度不健全 → 对策二',
      '四是宣传不够 → 无对策',
      '一是强化人员、经费保障 ← 问题一、二',
      '二是健全制度 ← 问题三',
    ]);
  });

  it('are told by pointing at one', () => {
    const told = (words: string): string[] => {
      const found = hover(analysisOf(LISTED), LISTED.indexOf(words) + 1);
      return [found!.title['zh-CN'], ...found!.rows.map(({ label, value }) => `${label['zh-CN']}：${value['zh-CN']}`)];
    };
    assert.deepEqual(told('二是经费紧张'), ['对应问题', '对应对策：一是强化人员、经费保障（第7行）']);
    assert.deepEqual(told('一是强化'), ['对应对策', '对应问题：一是人员不足（第5行）；二是经费紧张（第5行）']);
    assert.deepEqual(told('四是宣传不够'), ['对应问题', '对应对策：没有']);
    assert.equal(hover(analysisOf(LISTED), LISTED.indexOf('走访')), null);
  });
});

/** A walk along a river, of which nobody can tell what is a problem. */
const PROSE =
  '渡口在镇子东头，船工老李六点到岗，先把缆绳理好，再把跳板擦一遍。赶集的人陆续下坡，有人挑菜，有人推车。\n'.repeat(9);

describe('problems and countermeasures that are not compared', () => {
  const CASES: readonly (readonly [name: string, text: string, line: number | null, says: string])[] = [
    ['compared', LISTED, null, ''],
    ['problems in prose', `${HEAD}人员不足，经费也紧张。\n三、对策建议\n一是充实人员。二是保障经费。\n`, 4, '问题部分'],
    ['measures in prose', `${HEAD}一是人员不足。二是经费紧张。\n三、对策建议\n充实人员，保障经费。\n`, 6, '对策部分'],
    ['no measures at all', `${HEAD}人员不足，经费也紧张。\n`, null, ''],
    ['nothing listed, and nothing named', `关于渡口的调研报告\n${PROSE}`, 1, '报告没有认出'],
    [
      'parts named by nothing',
      `关于渡口的调研报告\n一、渡口的早晨\n${PROSE}二、渡口的晚上\n${PROSE}`,
      1,
      '报告没有认出',
    ],
    ['little written yet', '关于渡口的调研报告\n一、渡口的早晨\n船工老李六点到岗。\n', null, ''],
    ['what was done and what it teaches', `关于渡口的调研报告\n一、主要做法\n${PROSE}二、几点启示\n${PROSE}`, null, ''],
    ['the same text of another genre', `关于渡口的通知\n${PROSE}`, null, ''],
    ['another genre', '关于某项工作的通知\n一、存在的问题\n人员不足。\n二、对策建议\n抓好落实。\n', null, ''],
  ];
  for (const [name, text, line, says] of CASES)
    it(name, () => {
      const analysis = analysisOf(text);
      const { unread } = analysis.coverage;
      assert.deepEqual(
        unread.map(one => one.line),
        line === null ? [] : [line],
      );
      const said = notChecked(analysis.coverage, [{ file: 'a.md', coverage: analysis.coverage }], [], []);
      const told = said.map(message => message['zh-CN']).filter(words => words.includes('未比对'));
      assert.equal(told.length, line === null ? 0 : 1);
      if (line !== null) assert.match(told[0]!, new RegExp(`^a\\.md 第 ${line} 行(?:的|起的)${says}`));
      const entries = (symbols: readonly OutlineSymbol[]): readonly OutlineSymbol[] =>
        symbols.flatMap(symbol => [symbol, ...entries(symbol.children)]);
      const marked = entries(documentSymbols(analysis)).filter(({ detail }) => detail?.['zh-CN'].includes('未比对'));
      assert.equal(marked.length, line === null ? 0 : 1);
    });
});

describe('problems of which one has no measure, and nothing tells which', () => {
  const text = `${HEAD}一是甲甲。二是乙乙。三是丙丙。四是丁丁。\n三、对策建议\n一是子子。二是丑丑。三是寅寅。\n`;
  it('are said not to be compared, and no pair of them is shown', () => {
    const analysis = analysisOf(text);
    assert.deepEqual(analysis.coverage.unread, [{ kind: 'pairs', line: 5 }]);
    assert.deepEqual(inlayHints(analysis, { start: 0, end: text.length }, null, true), []);
    const said = notChecked(analysis.coverage, [{ file: 'a.md', coverage: analysis.coverage }], [], []);
    assert.equal(said.filter(message => /^a\.md 第 5 行起的几个问题.*未比对$/.test(message['zh-CN'])).length, 1);
  });
});
