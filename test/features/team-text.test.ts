import assert from 'node:assert/strict';
import { analyze, DEFAULT_SETTINGS, type Analysis } from '../../server/src/core/analyze.js';
import { extended } from '../../server/src/core/regulations/overlay.js';
import { readCanonical, type TeamEdition } from '../../server/src/core/regulations/team.js';
import { provisionPlace } from '../../server/src/features/definition.js';
import { difference, differenceText } from '../../server/src/features/difference.js';
import { hover } from '../../server/src/features/hover.js';
import { unmark } from '../harness/marks.js';
import { testIndex } from '../harness/regulations.js';

const FILE = `---
title: "示例机关办文规定"
edition: 2024-03-01
effective: 2024-03-01
---

# 示例机关办文规定

## 第一章 总则

第一条　公文应当准确、简明。

第二条　公文办理应当及时，不得积压。

引用法规应当核对原文。

第三条　办文人员应当：

（一）核对数据；

（二）核对引文。
`;

const edition = readCanonical('/team/办文规定.md', FILE);
assert.ok(!('reason' in edition));
const index = extended(testIndex(), [edition as TeamEdition]);

function at(marked: string): { analysis: Analysis; cursor: number; text: string } {
  const { text, cursor } = unmark(marked);
  return { analysis: analyze(text, { index, settings: DEFAULT_SETTINGS }), cursor: cursor ?? 0, text };
}

describe('with the text of a regulation at hand', () => {
  it('a hover shows the article, line by line', () => {
    const { analysis, cursor } = at('按照《示例机关办文规定》第三‸条');
    assert.deepEqual(hover(analysis, cursor)?.words, [
      '第三条　办文人员应当：',
      '（一）核对数据；',
      '（二）核对引文。',
    ]);
  });

  for (const [quoted, row] of [
    ['公文办理应当尽快，不得积压。引用法规应当核对原文', '最相近的条文：'],
    ['公文办理应当及时，不得积压', '文字所在：'],
  ] as const)
    it(`a hover says whether the words stand there or are only near: ${quoted}`, () => {
      const { analysis, cursor } = at(`《示例机关办文规定》第一条规定：“${quoted.slice(0, 2)}‸${quoted.slice(2)}。”`);
      const rows = hover(analysis, cursor)!.rows.map(({ label, value }) => `${label['zh-CN']}：${value['zh-CN']}`);
      assert.ok(
        rows.some(it => it.startsWith(row)),
        rows.join('\n'),
      );
    });

  it('and without it shows none', () => {
    const { analysis, cursor } = at('按照《中华人民共和国示例法》第三‸条');
    assert.deepEqual(hover(analysis, cursor)?.words, []);
  });

  it('a citation leads to the article in its file', () => {
    const { analysis, cursor } = at('按照《示例机关办文规定》第一条、第二‸条');
    const place = provisionPlace(analysis, cursor);
    assert.deepEqual(
      [place?.file, FILE.split('\n')[place!.line - 1]],
      ['/team/办文规定.md', '第二条　公文办理应当及时，不得积压。'],
    );
  });

  it('a quotation that differs is shown beside the text, and its exact words are a choice', () => {
    const { analysis, text } = at('《示例机关办文规定》第二条第一款规定：“公文办理应当尽快，不得积压。”');
    const [quotation] = analysis.model.quotations;
    assert.equal(differenceText(difference(analysis.model, quotation!)!), '公文办理应当[-及时-]{+尽快+}，不得积压。');
    const [finding] = analysis.findings;
    const [fix, ...more] = finding!.fixes!;
    assert.deepEqual([finding!.rule, fix!.kind, more.length], ['quotation-differs', 'choice', 1]);
    const [edit] = fix!.edits;
    assert.equal(
      text.slice(0, edit!.start) + edit!.text + text.slice(edit!.end),
      '《示例机关办文规定》第二条第一款规定：“公文办理应当及时，不得积压。”',
    );
  });

  it('nothing is compared that is attributed to several 款, or to one with 项', () => {
    for (const cited of ['第二条', '第三条', '第一条、第二条第一款']) {
      const { analysis } = at(`《示例机关办文规定》${cited}规定：“公文办理应当尽快，不得积压，违者必究。”`);
      assert.equal(difference(analysis.model, analysis.model.quotations[0]!), null, cited);
    }
  });
});
