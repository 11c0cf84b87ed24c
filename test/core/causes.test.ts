import assert from 'node:assert/strict';
import { entries, marks } from '../../server/src/features/grouping.js';
import { analysisOf } from '../harness/analysis.js';

const LAW = '《中华人民共和国示例法》';
/** What a person reads first of each text: the message of an entry and how many findings it stands for. */
const CASES: Record<string, [text: string, ...told: string[]][]> = {
  'an old edition': [
    [
      `${LAW}第一章第七条、第二章第三条。\n${LAW}第三章第五条。\n${LAW}第四条规定：“听取专家意见。”`,
      '3处引用疑依据旧版，最近的是2015年版（现行的是《中华人民共和国示例法》2021年版）。 ×4',
    ],
    // One wrong among several right ones is a slip of its own.
    [
      `${LAW}第一条、第二条。\n${LAW}第三条。\n${LAW}第四条。\n${LAW}第十五条。`,
      '没有第十五条：现有第一条至第十条（《中华人民共和国示例法》2021年版）。 ×1',
    ],
  ],
  'a citation and its quotation': [
    [
      `${LAW}第三章第四条规定：“听取专家意见。”`,
      '章号有误：第四条不在第三章，在第二章“调查”（《中华人民共和国示例法》2021年版）。 ×2',
    ],
  ],
  'a repealed regulation': [
    [
      '《示例问卷管理办法》第二条。\n\n《示例问卷管理办法》第三条。',
      '已经废止：2022年3月1日起由《示例问卷管理条例》代替，第二条的内容现见于其第三条（《示例问卷管理办法》）。 ×2',
    ],
  ],
  'the blanks of a paragraph': [
    ['共*人、*户。\n\n又*处。', '本段有2处空缺尚未填写。 ×2', '“又*处”：数（处）尚未填写。 ×1'],
  ],
};

describe('findings of one cause are told once', () => {
  for (const [group, cases] of Object.entries(CASES)) {
    describe(group, () => {
      for (const [text, ...told] of cases) {
        it(JSON.stringify(text), () => {
          const { findings } = analysisOf(text);
          const own = entries(findings);
          assert.deepEqual(
            own.map(({ message, findings: all }) => `${message['zh-CN']} ×${all.length}`),
            told,
          );
          assert.equal(own.flatMap(entry => entry.findings).length, findings.length, 'every finding stays');
        });
      }
    });
  }

  it('the gravest first', () => {
    const { findings } = analysisOf(`共*人。\n\n${LAW}第十五条。`);
    assert.deepEqual(
      entries(findings).map(({ severity }) => severity),
      ['error', 'warning'],
    );
  });

  it('an editor lists one for each citation and each paragraph, and marks the others', () => {
    const { findings } = analysisOf(`共*人、*户。\n\n${LAW}第三章第四条规定：“听取专家意见。”\n\n${LAW}第十五条。`);
    assert.deepEqual(
      marks(findings).map(({ finding: { rule }, isListed }) => `${rule}${isListed ? '' : ' (hint)'}`),
      [
        'placeholder-unfilled',
        'placeholder-unfilled (hint)',
        'citation-misplaced',
        'quotation-differs (hint)',
        'citation-article-absent',
      ],
    );
  });
});
