import assert from 'node:assert/strict';
import fc from 'fast-check';
import { emphasisMarkers } from '../../../server/src/core/syntax/emphasis.js';

/** The line with its markup taken away; what is left of * and _ stays for the recogniser of placeholders. */
function withoutMarkup(line: string): string {
  let out = '';
  let at = 0;
  for (const { start, end } of emphasisMarkers(line)) {
    out += line.slice(at, start);
    at = end;
  }
  return out + line.slice(at);
}

const MARKUP: readonly (readonly [string, string])[] = [
  ['**一是**加强领导', '一是加强领导'],
  ['**《水法》**规定', '《水法》规定'],
  ['金额以**万元**计', '金额以万元计'],
  ['从**2020**年**10**月', '从2020年10月'],
  ['完成**20**个，占**35.6%**', '完成20个，占35.6%'],
  ['***特别提示***请报送', '特别提示请报送'],
  ['__重点任务__：加强领导', '重点任务：加强领导'],
  ['*注：本表不含预备党员*', '注：本表不含预备党员'],
  ['这是*非常重要*的', '这是非常重要的'],
  ['use *strict* mode', 'use strict mode'],
  ['**县级**部门', '县级部门'],
  ['**人民**群众和**项目**条件', '人民群众和项目条件'],
  ['** 重点 **工作', ' 重点 工作'],
  ['党员**名，**重点**工作', '党员**名，重点工作'],
  ['20**年，**重点**工作', '20**年，重点工作'],
  ['建成**五**个，**3—5**人，', '建成五个，3—5人，'],
  ['**全市企业*户**', '全市企业*户'],
  ['**截至6月底，全市共有企业*户。**', '截至6月底，全市共有企业*户。'],
  ['**一是党员*人，其中*人在外。**同志们好。', '一是党员*人，其中*人在外。同志们好。'],
  ['**党员____名**', '党员____名'],
  ['__企业*户__', '企业*户'],
  ['**一、企业*户**', '一、企业*户'],
  ['**党员*名**：很好，**企业*户**', '党员*名：很好，企业*户'],
  ['（一）**组织设置方面。**现有*个', '（一）组织设置方面。现有*个'],
];

const PLACEHOLDERS: readonly string[] = [
  '20**年，经济平稳；20**年，继续努力',
  '**县**镇**村',
  '**县*镇**村*人',
  '**人，其中*人，**万元',
  '辖**个镇*个村，**万人',
  '**县**局关于**的报告',
  '党员**名，占**%',
  '党员 ** 名，占 ** %',
  '党员*人，占*%',
  '*—*岁的*名',
  '*港办事处，*港办事处',
  '赴**调研**次',
  '下发**〔20**〕**号',
  '应考____人，实考____人',
  '姓名：__性别：__，',
  '姓名：___性别：___',
  '**区发展后劲增强',
  'file_name与a_b',
];

describe('emphasisMarkers', () => {
  for (const [line, plain] of MARKUP)
    it(`takes the markup from ${line}`, () => assert.equal(withoutMarkup(line), plain));
  for (const line of PLACEHOLDERS) it(`leaves ${line}`, () => assert.equal(withoutMarkup(line), line));

  it('gives pairs of equal markers, in order', () => {
    const piece = fc.constantFrom('*', '**', '***', '_', '__', '党员', '人', '20', '年', '，', ' ', '〔', 'a', '县');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 16 }), pieces => {
        const line = pieces.join('');
        const markers = emphasisMarkers(line);
        assert.equal(markers.length % 2, 0);
        let end = 0;
        markers.forEach((marker, i) => {
          assert.ok(marker.start >= end && marker.end <= line.length);
          end = marker.end;
          if (i % 2)
            assert.equal(line.slice(marker.start, marker.end), line.slice(markers[i - 1]!.start, markers[i - 1]!.end));
        });
      }),
    );
  });
});
