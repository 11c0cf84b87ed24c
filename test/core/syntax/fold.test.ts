import assert from 'node:assert/strict';
import fc from 'fast-check';
import { folded } from '../../../server/src/core/syntax/fold.js';

const CASES: readonly (readonly [what: string, source: string, folded: string])[] = [
  ['lines drawn with other characters', '党员▁▁人，﹏﹏县', '党员＿＿人，＿＿县'],
  ['letters that look like an X', 'ⅹⅹ县Χ镇х人', 'xx县X镇x人'],
  ['digits, letters, ％ and ． of full width', '１２．５％，ＸＸ县ａ', '12.5%，XX县a'],
  ['radicals of a PDF', '⼀⼆⼗⼈⺠⻓⻅⻋⼾⽣⺟', '一二十人民长见车户生母'],
  ['compatibility ideographs', '\uf900\uf9dd', '豈\u5229'],
  ['blanks of every kind', '甲\u00a0乙\u2009丙\u3000丁\u202f戊', '甲 乙 丙 丁 戊'],
  ['line ends of every kind', '甲\v乙\f丙\u0085丁\u2028戊\u2029己', '甲\n乙\n丙\n丁\n戊\n己'],
  ['not the ends of lines that are', '甲\r\n乙\r丙\n', '甲\r\n乙\r丙\n'],
  [
    'a comma of full width between thousands',
    '３，２６０人，2，846亿元，12，345，678元',
    '3,260人，2,846亿元，12,345,678元',
  ],
  [
    'not one between clauses',
    '增加12，30人；2024，全市；100，200，300人；3，2600',
    '增加12，30人；2024，全市；100，200，300人；3，2600',
  ],
  [
    'the words of a locator, beside a number',
    '第九十九條第（二）項，頭條、專項、項目',
    '第九十九条第（二）项，頭條、專項、項目',
  ],
  [
    'the number of a provision in financial numerals',
    '第玖拾玖条、第（叁）項、第壹佰零贰條之一，第陆章；伍拾条，第伍届，收入壹仟条',
    '第九十九条、第（三）项、第一百零二条之一，第六章；伍拾条，第伍届，收入壹仟条',
  ],
  [
    'the dot of a heading’s number',
    '一．基本情况\n## 二. 问题\n十.5、一.甲',
    '一、基本情况\n## 二、 问题\n十.5、一.甲',
  ],
];

describe('folded', () => {
  for (const [what, source, expected] of CASES) it(what, () => assert.equal(folded(source), expected));

  it('is as long as the text, and folded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), source => {
        assert.equal(folded(source).length, source.length);
        assert.equal(folded(folded(source)), folded(source));
      }),
      { numRuns: 2000 },
    );
  });
});
