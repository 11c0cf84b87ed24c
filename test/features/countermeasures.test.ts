import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { matchingOf } from '../../server/src/core/rules/shared/matching.js';
import { countermeasureSkeletons } from '../../server/src/features/countermeasures.js';
import { applied } from '../harness/edits.js';
import { analysisOf } from '../harness/analysis.js';

const completed = (text: string): string | null => {
  const skeletons = countermeasureSkeletons(analysisOf(text));
  return skeletons && applied(text, skeletons.edits);
};
const BLANK = '{{具体措施、责任单位和时限}}。';
const HEAD = '一、基本情况\n走访6个县。\n二、存在的问题\n';

const CASES: readonly (readonly [name: string, before: string, after: string | null])[] = [
  [
    'in the middle, the ones behind renumbered',
    `${HEAD}一是管网老化。漏损率偏高。\n二是检测薄弱。人员不足。\n三是收缴困难。用户不愿缴费。\n三、对策建议\n一是更新管网。降低漏损率。\n二是做好收缴。规范缴费。\n以上供参考。\n`,
    `${HEAD}一是管网老化。漏损率偏高。\n二是检测薄弱。人员不足。\n三是收缴困难。用户不愿缴费。\n三、对策建议\n一是更新管网。降低漏损率。\n二是着力解决检测薄弱的问题。${BLANK}\n三是做好收缴。规范缴费。\n以上供参考。\n`,
  ],
  [
    'first and last',
    `${HEAD}一是管网老化。漏损率偏高。\n二是检测薄弱。人员不足。\n三是收缴困难。用户不愿缴费。\n四是水源单一。\n三、对策建议\n一是充实检测人员。\n二是做好收缴。规范缴费。\n`,
    `${HEAD}一是管网老化。漏损率偏高。\n二是检测薄弱。人员不足。\n三是收缴困难。用户不愿缴费。\n四是水源单一。\n三、对策建议\n一是着力解决管网老化的问题。${BLANK}\n二是充实检测人员。\n三是做好收缴。规范缴费。\n四是着力解决水源单一的问题。${BLANK}\n`,
  ],
  [
    'under headings, as headings, with Windows line ends',
    '## 一、存在的问题\r\n\r\n### （一）管网老化\r\n\r\n漏损。\r\n\r\n### （二）检测薄弱\r\n\r\n缺人。\r\n\r\n## 二、对策建议\r\n\r\n### （一）更新管网\r\n\r\n管网更新，降低漏损。\r\n',
    `## 一、存在的问题\r\n\r\n### （一）管网老化\r\n\r\n漏损。\r\n\r\n### （二）检测薄弱\r\n\r\n缺人。\r\n\r\n## 二、对策建议\r\n\r\n### （一）更新管网\r\n\r\n管网更新，降低漏损。\r\n\r\n### （二）着力解决检测薄弱的问题\r\n\r\n${BLANK}\r\n`,
  ],
  [
    'a section without a list',
    `${HEAD}一是管网老化。\n二是检测薄弱。\n三、对策建议\n针对以上问题，建议：\n`,
    `${HEAD}一是管网老化。\n二是检测薄弱。\n三、对策建议\n针对以上问题，建议：\n一是着力解决管网老化的问题。${BLANK}\n二是着力解决检测薄弱的问题。${BLANK}\n`,
  ],
  [
    'no section at all',
    `${HEAD}一是管网老化。\n二是检测薄弱。\n`,
    `${HEAD}一是管网老化。\n二是检测薄弱。\n三、对策建议\n一是着力解决管网老化的问题。${BLANK}\n二是着力解决检测薄弱的问题。${BLANK}\n\n`,
  ],
  [
    'every problem is answered',
    `${HEAD}一是管网老化。\n二是检测薄弱。\n三、对策建议\n一是更新管网。\n二是充实检测人员。\n`,
    null,
  ],
  ['no problems', '三、对策建议\n一是更新管网。\n', null],
  ['nothing', '', null],
];

describe('为每个问题生成对策段落', () => {
  for (const [name, before, expected] of CASES) {
    it(name, () => {
      assert.equal(completed(before), expected);
      // What was written is taken for the answer: there is nothing left to write.
      if (expected !== null) assert.equal(completed(expected), null);
    });
  }

  it('makes no finding but its blanks, wherever a countermeasure is missing from a whole report', () => {
    const report = readFileSync('samples/01-规范文稿.md', 'utf8');
    const { countermeasures } = matchingOf(analysisOf(report).model)!;
    const own = (text: string): string[] =>
      analysisOf(text)
        .findings.map(({ rule }) => rule)
        .filter(rule => !/^(?:citation|quotation|abbreviation)/.test(rule));
    // Without the fourth, the fifth, on responsibility, could be its answer: nobody can tell.
    countermeasures.slice(0, 3).forEach(({ start, end }, taken) => {
      // The ones behind it move up, as a writer would have them.
      const behind = report
        .slice(end)
        .replace(
          /（([二三四五])）(?=[^\n]*\n\n一是)/g,
          (_, n: string) => `（${'一二三四五'['一二三四五'.indexOf(n) - 1]}）`,
        );
      const without = report.slice(0, start).replace(/### $/, '') + behind;
      assert.equal(matchingOf(analysisOf(without).model)!.answers[taken], null);
      const filled = completed(without);
      assert.ok(filled !== null);
      assert.deepEqual(own(filled), ['placeholder-unfilled']);
    });
  });
});
