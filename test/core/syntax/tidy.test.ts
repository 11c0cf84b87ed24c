import assert from 'node:assert/strict';
import fc from 'fast-check';
import { read, readingOf } from '../../../server/src/core/syntax/document.js';
import { tidyEdits } from '../../../server/src/core/syntax/tidy.js';
import { applied } from '../../harness/edits.js';
import { text } from '../../properties/texts.js';

const tidied = (source: string): string => applied(source, tidyEdits(read(source)));

const CASES: readonly (readonly [what: string, source: string, tidy: string])[] = [
  [
    'broken lines are joined',
    '全市共有基层党组织一百二十个，其中机关\n党组织四十个，农村党组织六十个，其他二\n十个，覆盖面较广。\n',
    '全市共有基层党组织一百二十个，其中机关党组织四十个，农村党组织六十个，其他二十个，覆盖面较广。\n',
  ],
  [
    'the number of a page goes with them',
    '全市共有基层党组织一百二十个，其中机关\n\n— 3 —\n\n党组织四十个，农村党组织六十个，其他二\n十个，覆盖面较广。\n',
    '全市共有基层党组织一百二十个，其中机关党组织四十个，农村党组织六十个，其他二十个，覆盖面较广。\n',
  ],
  ['so does the mark of a quotation', '> 依据《示例\n> 条例》第三条\n', '> 依据《示例条例》第三条\n'],
  [
    'lines with tabs are a table',
    '人员情况如下：\n单位\t人数\n甲\t12\n乙\t8\n合计\t20\n以上为全部。',
    '人员情况如下：\n\n| 单位 | 人数 |\n|---|---|\n| 甲 | 12 |\n| 乙 | 8 |\n| 合计 | 20 |\n\n以上为全部。',
  ],
  ['what nobody sees is removed', '《示例法》\u200b第三\u00ad条', '《示例法》第三条'],
  ['line ends of Word are ours', '甲。\v乙。\u2028丙。\r\n', '甲。\r\n乙。\r\n丙。\r\n'],
  ['one line, one paragraph: nothing is done', '# 甲\n\n一是乙。\n二是丙。\n', '# 甲\n\n一是乙。\n二是丙。\n'],
];

describe('tidyEdits', () => {
  for (const [what, source, tidy] of CASES) it(what, () => assert.equal(tidied(source), tidy));

  it('are in order, and leave nothing broken to be joined', () => {
    fc.assert(
      fc.property(text, source => {
        let end = 0;
        for (const edit of tidyEdits(read(source))) {
          assert.ok(edit.start >= end && edit.end >= edit.start && edit.end <= source.length);
          end = edit.end;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('change nothing that is read but line ends', () => {
    const paragraph = fc
      .array(
        fc.constantFrom(
          '全市共有党员120名，',
          '依据《示例法》第三条，',
          '占36.9%，',
          '比上年增加*人，',
          '其中女党员较多。',
        ),
        {
          minLength: 4,
          maxLength: 12,
        },
      )
      .map(parts => parts.join('').replace(/(.{24})/g, '$1\n'));
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 3 }), paragraphs => {
        const source = paragraphs.join('\n\n');
        assert.equal(readingOf(read(tidied(source))).text, readingOf(read(source)).text);
      }),
    );
  });
});
