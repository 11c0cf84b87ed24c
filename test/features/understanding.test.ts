import assert from 'node:assert/strict';
import { understanding } from '../../server/src/features/understanding.js';
import { analysisOf } from '../harness/analysis.js';

describe('what was understood of a text', () => {
  it('is told by lines: tokens with their classes, figures, what they say of each other, citations', () => {
    const { model } = analysisOf('# 标题\n\n党员85名，其中男40名、女*名。\n\n依据《中华人民共和国示例法》第三条。\n');
    assert.deepEqual(understanding(model, 'en'), [
      '3',
      '  tokens: 党员 85 名/unit ， 其中/lead 男 40 名/unit 、 女 * 名/unit 。',
      '  figures: 85名 count “党员”  40名 count “男”  *名 count “女” ?',
      '  relations: 85名 = 40名 + *名 (complete)',
      '5',
      '  citations: 《中华人民共和国示例法》第三条 → byNumber',
    ]);
  });

  it('tells shares, changes, differences and products', () => {
    const { model } = analysisOf(
      '党员120名，其中女党员30名，占25%。党员由120名增加到150名，增长25%。编制126名，实有97名，缺编29名。奖励129人，每人50元，共计6450元。',
    );
    assert.deepEqual(
      understanding(model, 'zh-CN').filter(line => line.startsWith('  关系')),
      [
        '  关系： 占比 30名 ÷ 120名 = 25% (stated)',
        '  关系： 120名 → 150名 ↑ (direction)',
        '  关系： 120名 → 150名 ↑25% (percent)',
        '  关系： 126名 − 97名 = 29名 (stated)',
        '  关系： 129人 × 50元 = 6450元 (standard)',
      ],
    );
  });

  it('is nothing where there is neither a number nor a citation', () => {
    assert.deepEqual(understanding(analysisOf('工作扎实推进。').model, 'en'), []);
  });
});
