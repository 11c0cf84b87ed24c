import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { matchingOf } from '../../server/src/core/rules/shared/matching.js';
import { countermeasureDrafts } from '../../server/src/features/countermeasures.js';
import { applied } from '../harness/edits.js';
import { analysisOf } from '../harness/analysis.js';

const completed = (text: string): string | null => {
  const found = countermeasureDrafts(analysisOf(text));
  return found && applied(text, found.edits);
};
const HEAD = '一、基本情况\n走访6个县。\n二、存在的问题\n';

const CASES: readonly (readonly [name: string, before: string, after: string | null])[] = [
  [
    'in the middle, the ones behind renumbered; what fits no row is quoted whole',
    `${HEAD}一是管网老化。漏损率偏高。\n二是检测全靠外县。人员不足。\n三是收缴困难。用户不愿缴费。\n三、对策建议\n一是更新管网。降低漏损率。\n二是做好收缴。规范缴费。\n以上供参考。\n`,
    `${HEAD}一是管网老化。漏损率偏高。\n二是检测全靠外县。人员不足。\n三是收缴困难。用户不愿缴费。\n三、对策建议\n一是更新管网。降低漏损率。\n二是针对“检测全靠外县”问题，{{对策二}}。{{对策二的具体举措}}。\n三是做好收缴。规范缴费。\n以上供参考。\n`,
  ],
  [
    'first and last',
    `${HEAD}一是管网老化。漏损率偏高。\n二是检测薄弱。人员不足。\n三是收缴困难。用户不愿缴费。\n四是水源单一。\n三、对策建议\n一是充实检测人员。\n二是做好收缴。规范缴费。\n`,
    `${HEAD}一是管网老化。漏损率偏高。\n二是检测薄弱。人员不足。\n三是收缴困难。用户不愿缴费。\n四是水源单一。\n三、对策建议\n一是更新改造管网。{{对策一的具体举措}}。\n二是充实检测人员。\n三是做好收缴。规范缴费。\n四是针对“水源单一”问题，{{对策四}}。{{对策四的具体举措}}。\n`,
  ],
  [
    'under headings, as headings, with Windows line ends',
    `## 一、存在的问题\r\n\r\n### （一）管网老化\r\n\r\n漏损。\r\n\r\n### （二）检测力量薄弱\r\n\r\n缺人。\r\n\r\n## 二、对策建议\r\n\r\n### （一）更新管网\r\n\r\n管网更新，降低漏损。\r\n`,
    `## 一、存在的问题\r\n\r\n### （一）管网老化\r\n\r\n漏损。\r\n\r\n### （二）检测力量薄弱\r\n\r\n缺人。\r\n\r\n## 二、对策建议\r\n\r\n### （一）更新管网\r\n\r\n管网更新，降低漏损。\r\n\r\n### （二）充实检测力量\r\n\r\n{{对策二的具体举措}}。\r\n`,
  ],
  [
    'a section without a list, before what closes the report',
    `${HEAD}一是管网老化。\n二是检测力量薄弱。\n三、对策建议\n针对以上问题，建议：\n以上意见，供参考。\n附件：1.名单\n2.表\n\n县水利局\n2026年3月2日\n`,
    `${HEAD}一是管网老化。\n二是检测力量薄弱。\n三、对策建议\n针对以上问题，建议：\n一是更新改造管网。{{对策一的具体举措}}。\n二是充实检测力量。{{对策二的具体举措}}。\n以上意见，供参考。\n附件：1.名单\n2.表\n\n县水利局\n2026年3月2日\n`,
  ],
  [
    'before 保障措施, which moves up',
    `${HEAD}一是管网老化。\n二是检测力量薄弱。\n三、保障措施\n（一）加强组织领导。成立专班。\n\n县水利局\n2026年3月2日\n`,
    `${HEAD}一是管网老化。\n二是检测力量薄弱。\n三、对策建议\n一是更新改造管网。{{对策一的具体举措}}。\n二是充实检测力量。{{对策二的具体举措}}。\n四、保障措施\n（一）加强组织领导。成立专班。\n\n县水利局\n2026年3月2日\n`,
  ],
  [
    'in one paragraph, clause by clause, as 二要',
    `${HEAD}一是管网老化。二是检测力量薄弱。三是水费收缴率低。\n三、对策建议\n一要更新管网；二要提高水费收缴率。\n特此报告。\n`,
    `${HEAD}一是管网老化。二是检测力量薄弱。三是水费收缴率低。\n三、对策建议\n一要更新管网；二要充实检测力量，{{对策二的具体举措}}；三要提高水费收缴率。\n特此报告。\n`,
  ],
  [
    'behind the last clause',
    `${HEAD}一是管网老化；二是检测力量薄弱；三是水费收缴率低。\n三、对策建议\n一要更新管网；二要充实检测力量。\n特此报告。\n`,
    `${HEAD}一是管网老化；二是检测力量薄弱；三是水费收缴率低。\n三、对策建议\n一要更新管网；二要充实检测力量；三要提高水费收缴率，{{对策三的具体举措}}。\n特此报告。\n`,
  ],
  [
    'bold leads, and who and when where the others tell',
    `${HEAD}**一是管网老化。**漏水。\n\n**二是检测力量薄弱。**缺人。\n\n**三是水费收缴率低。**没人收。\n\n三、对策建议\n\n**一是更新管网。**由县水利局牵头，2027年底前完成。\n\n**二是提高水费收缴率。**由县财政局牵头，2026年6月底前完成。\n`,
    `${HEAD}**一是管网老化。**漏水。\n\n**二是检测力量薄弱。**缺人。\n\n**三是水费收缴率低。**没人收。\n\n三、对策建议\n\n**一是更新管网。**由县水利局牵头，2027年底前完成。\n\n**二是充实检测力量。**{{对策二的具体举措}}。由{{对策二的牵头单位}}牵头，{{对策二的完成时限}}前完成。\n\n**三是提高水费收缴率。**由县财政局牵头，2026年6月底前完成。\n`,
  ],
  [
    'headings of plain text, before the section that closes the report',
    `${HEAD}（一）管网老化\n漏水。\n（二）检测力量薄弱\n缺人。\n三、原因分析\n投入不足。\n四、结语\n任重道远。\n`,
    `${HEAD}（一）管网老化\n漏水。\n（二）检测力量薄弱\n缺人。\n三、原因分析\n投入不足。\n四、对策建议\n（一）更新改造管网\n{{对策一的具体举措}}。\n（二）充实检测力量\n{{对策二的具体举措}}。\n五、结语\n任重道远。\n`,
  ],
  [
    'no section at all; two judgements, and marks',
    `${HEAD}1.管网老化，抢修不及时。\n2.“重建轻管”现象突出。\n3.检测力量薄弱。\n`,
    `${HEAD}1.管网老化，抢修不及时。\n2.“重建轻管”现象突出。\n3.检测力量薄弱。\n三、对策建议\n1.针对“管网老化，抢修不及时”问题，{{对策一}}。{{对策一的具体举措}}。\n2.着力解决“重建轻管”问题。{{对策二的具体举措}}。\n3.充实检测力量。{{对策三的具体举措}}。\n`,
  ],
  [
    'every problem is answered',
    `${HEAD}一是管网老化。\n二是检测薄弱。\n三、对策建议\n一是更新管网。\n二是充实检测人员。\n`,
    null,
  ],
  [
    'two problems that ask for the same are answered by one',
    `${HEAD}一是执法力量不足。缺编。\n二是执法经费紧张。少。\n三是执法力量薄弱。弱。\n三、对策建议\n一是加大执法经费投入。保障。\n`,
    `${HEAD}一是执法力量不足。缺编。\n二是执法经费紧张。少。\n三是执法力量薄弱。弱。\n三、对策建议\n一是充实执法力量。{{对策一的具体举措}}。\n二是加大执法经费投入。保障。\n`,
  ],
  [
    'each report of a file by itself',
    `# 关于供水的调研报告\n${HEAD}一是管网老化。漏水。\n\n# 关于养老的调研报告\n${HEAD}一是养老床位不足。缺。\n二是护理人员流失。走。\n三、对策建议\n一是增加养老床位。建。\n`,
    `# 关于供水的调研报告\n${HEAD}一是管网老化。漏水。\n三、对策建议\n一是更新改造管网。{{报告一对策一的具体举措}}。\n\n# 关于养老的调研报告\n${HEAD}一是养老床位不足。缺。\n二是护理人员流失。走。\n三、对策建议\n一是增加养老床位。建。\n二是稳定护理人员队伍。{{报告二对策二的具体举措}}。\n`,
  ],
  [
    'in a block quote, as the others there are',
    `${HEAD}> **管网老化。** 漏水。\n>\n> **检测力量薄弱。** 缺人。\n>\n> **水费收缴率低。** 没人收。\n\n三、对策建议\n\n> **更新管网。** 分三年做。\n>\n> **提高水费收缴率。** 上门收。\n`,
    `${HEAD}> **管网老化。** 漏水。\n>\n> **检测力量薄弱。** 缺人。\n>\n> **水费收缴率低。** 没人收。\n\n三、对策建议\n\n> **更新管网。** 分三年做。\n>\n> **充实检测力量。** {{对策三的具体举措}}。\n>\n> **提高水费收缴率。** 上门收。\n`,
  ],
  [
    'by offices: who does it is the writer’s to say',
    `${HEAD}县水利局：管网老化。漏水。\n县卫健局：检测力量薄弱。缺人。\n县财政局：水费收缴率低。没人收。\n县住建局：二次供水水箱无人清洗。\n三、对策建议\n县水利局：更新管网。分三年做。\n县财政局：提高水费收缴率。上门收。\n县住建局：清洗二次供水水箱。每季一次。\n`,
    null,
  ],
  ['no problems', '三、对策建议\n一是更新管网。\n', null],
  ['nothing', '', null],
];

/** How a measure is dressed, and how the one drafted behind it is: ordinal, marks, and what stands before its words. */
const DRESSED: readonly (readonly [given: string, drafted: string])[] = [
  ['**一是更新管网**。分三年改造。', '**二是充实检测力量**。'],
  ['**一是**更新管网。分三年改造。', '**二是**充实检测力量。'],
  ['**一是更新管网：**分三年改造。', '**二是充实检测力量：**'],
  ['**一是更新管网**：分三年改造。', '**二是充实检测力量**：'],
  ['**（一）更新管网**\n\n分三年改造。', '**（二）充实检测力量**\n\n'],
  ['**（一）**更新管网。分三年改造。', '**（二）**充实检测力量。'],
  ['1. **更新管网。** 分三年改造。', '2. **充实检测力量。** '],
  ['1. **更新管网**：分三年改造。', '2. **充实检测力量**：'],
  ['- **更新管网**：分三年改造。', '- **充实检测力量**：'],
  ['1.更新管网：分三年改造。', '2.充实检测力量：'],
  ['一是更新管网，分三年改造。', '二是充实检测力量。'],
  ['### 1. 更新管网\n\n分三年改造。', '### 2. 充实检测力量\n\n'],
];

describe('a drafted measure is dressed as the others', () => {
  for (const [given, drafted] of DRESSED)
    it(given.replaceAll('\n', '⏎'), () => {
      const last = given
        .replace('一', '二')
        .replace('1', '2')
        .replace('更新管网', '加大宣传力度')
        .replace('分三年改造', '入户宣传政策');
      const text = `# 供水调研报告\n\n## 一、存在的问题\n\n一是管网老化。\n\n二是检测力量不足。\n\n三是宣传不够。\n\n## 二、对策建议\n\n${given}\n\n${last}\n`;
      const after = completed(text);
      assert.ok(after?.includes(`${given}\n\n${drafted}{{对策`), after ?? 'nothing');
    });
});

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
        .filter(rule => !/^(?:citation|quotation|abbreviation|countermeasure-without-owner)/.test(rule));
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
      assert.deepEqual([...new Set(own(filled))], ['placeholder-unfilled']);
    });
  });
});
