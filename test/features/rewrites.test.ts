import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { applyEdits } from '../../server/src/core/text/edit.js';
import { rewritesAt } from '../../server/src/features/rewrites.js';
import { completions } from '../../server/src/features/completion.js';
import { analysisOf } from '../harness/analysis.js';
import { unmark } from '../harness/marks.js';

/** What the text at ‸ may become, by the words of the choice. */
function offered(marked: string): ReadonlyMap<string, string> {
  const { text, cursor } = unmark(marked);
  const found = rewritesAt(analysisOf(text), { start: cursor!, end: cursor! });
  return new Map(found.map(({ title, edits }) => [title['zh-CN'], applyEdits(text, edits)]));
}
const only = (marked: string, title: RegExp): string | undefined =>
  [...offered(marked)].find(([name]) => title.test(name))?.[1];

/** Dates, numbers and document numbers: what stands at ‸, and what it may become. */
const NUMERALS: readonly (readonly [string, ...string[]])[] = [
  ['二零二六‸年完成', '2026年', '二〇二六年'],
  ['二〇二六‸年完成', '2026年'],
  ['2026年05月0‸6日印发', '2026年5月6日'],
  ['2026年05月‸以来', '2026年5月'],
  ['2026年5月6‸日印发'],
  ['5月6‸号召开', '5月6日'],
  ['‸26年3月启动', '2026年'],
  ['‸26年底完成', '2026年'],
  ['服务期满‸26年'],
  ['抽查了3、‸4个村', '三四'],
  ['抽查了3、‸5个村'],
  ['见表1、2、‸3个样本'],
  ['走访1‸0几个村', '十几'],
  ['走访3‸0几个村', '三十几'],
  ['共有２‸６个村', '26'],
  ['占百分之三‸十', '30%'],
  ['占百分之十二点‸五', '12.5%'],
  ['占3‸0%', '百分之三十'],
  ['占12.‸5%', '百分之十二点五'],
  ['市政办发[2026]5‸号', '〔2026〕5号'],
  ['市政办发（2026）第05‸号', '〔2026〕5号'],
  ['市政办发〔2026〕5‸号'],
  ['“3、‸4个村”'],
  ['《二零二六‸年要点》'],
  ['占三分之‸一'],
  ['第百分之‸条'],
  ['“一带一‸路”'],
  ['十四‸五规划'],
  ['{{2026年0‸5月}}'],
];

describe('rewriting', () => {
  describe('dates, numbers and document numbers by the standards', () => {
    for (const [marked, ...expected] of NUMERALS) {
      it(marked, () => {
        const found = [...offered(`# 调研报告\n\n${marked}。\n`).keys()].filter(name => /GB\/T/.test(name));
        assert.deepEqual(
          found.map(name => /“(.+)”/.exec(name)![1]),
          expected,
        );
      });
    }

    it('change nothing but the place', () => {
      assert.equal(
        only('# 调研报告\n\n会议于5月6‸号召开，5月7号结束。\n', /5月6日/),
        '# 调研报告\n\n会议于5月6日召开，5月7号结束。\n',
      );
    });

    it('not in front matter', () => {
      assert.equal(offered('---\ntitle: 二零二六‸年\n---\n\n正文。\n').size, 0);
    });
  });

  describe('points as paragraphs, as headings, and back', () => {
    const PARAGRAPH =
      '# 调研报告\n\n## 二、存在的问题\n\n一是管网老化。漏损率高。二是人手不足。只有3人。三是资金不够。缺口大。\n\n## 三、对策建议\n\n更新管网。\n';
    const at = (text: string, words: string): string => text.replace(words, `${words}‸`);

    it('paragraphs', () => {
      const apart = only(at(PARAGRAPH, '管网老化'), /分成段落/)!;
      assert.match(apart, /\n一是管网老化。漏损率高。\n\n二是人手不足。只有3人。\n\n三是资金不够。缺口大。\n/);
      assert.equal(only(at(apart, '人手不足'), /合成一段/), PARAGRAPH);
    });

    it('headings', () => {
      const headed = only(at(PARAGRAPH, '管网老化'), /改为小标题/)!;
      assert.match(headed, /\n### （一）管网老化\n\n漏损率高。\n\n### （二）人手不足\n\n只有3人。\n/);
      const back = only(at(headed, '人手不足'), /小标题改为/)!;
      assert.equal(only(at(back, '人手不足'), /合成一段/), PARAGRAPH);
      assert.equal(only(at(back, '人手不足'), /改为小标题/), headed);
    });

    it('bare, in plain text, where the head is the first sentence', () => {
      const plain =
        '供水调研报告\n二、存在的问题\n一是管网老化。漏损率高。\n二是人手不足。只有3人。\n三、对策建议\n更新管网。\n';
      const headed = only(at(plain, '管网老化'), /改为小标题/)!;
      assert.match(headed, /\n（一）管网老化。漏损率高。\n（二）人手不足。只有3人。\n/);
      assert.equal(only(at(headed, '人手不足'), /小标题改为/), plain);
    });

    it('behind a colon', () => {
      const text = '# 调研报告\n\n## 二、问题\n\n主要是：一是管网老化；二是人手不足。\n';
      const apart = only(at(text, '管网老化'), /分成段落/)!;
      assert.match(apart, /\n主要是：\n\n一是管网老化；\n\n二是人手不足。\n/);
      assert.equal(only(at(apart, '人手不足'), /合成一段/), text);
    });

    it('not where something would be lost', () => {
      // Two paragraphs of one point; headings that hold points; points without a text of their own.
      assert.equal(only('## 二、问题\n\n一是甲乙。\n\n又一段。\n\n二是丙‸丁。\n', /合成一段/), undefined);
      assert.equal(
        only('## 二、问题\n\n### （一）甲‸乙\n\n一是子。二是丑。\n\n### （二）丙丁\n\n寅。\n', /小标题改为/),
        undefined,
      );
      assert.equal(only('## 二、问题\n\n一是甲‸乙；二是丙丁。\n', /改为小标题/), undefined);
    });

    it('of the samples: there and back is the same text', () => {
      let tried = 0;
      for (const name of readdirSync('samples')) {
        const text = readFileSync(`samples/${name}`, 'utf8');
        for (const { index } of text.matchAll(/(?<=\n)一是/g)) {
          const marked = `${text.slice(0, index + 2)}‸${text.slice(index + 2)}`;
          for (const [there, back] of [
            [/分成段落/, /合成一段/],
            [/改为小标题/, /小标题改为/],
          ] as const) {
            const after = only(marked, there);
            if (after === undefined) continue;
            const again = index + 5;
            let returned = only(`${after.slice(0, again)}‸${after.slice(again)}`, back);
            assert.ok(returned !== undefined, `${name} ${index}`);
            if (returned !== text) {
              const at2 = index + 5;
              returned = only(`${returned.slice(0, at2)}‸${returned.slice(at2)}`, /合成一段/) ?? returned;
            }
            assert.equal(returned, text, `${name} ${index} ${there.source}`);
            tried++;
          }
        }
      }
      assert.ok(tried >= 10, String(tried));
    });
  });

  describe('a short name', () => {
    const text =
      '# 调研报告\n\n## 一、情况\n\n依照《示例资料管理规定》第一条办理。按照《‸示例资料管理规定》第二条登记。《示例问卷管理条例》第一条另有要求。\n';

    it('is defined at the first place and used at the others', () => {
      assert.equal(
        only(text, /注明简称《规定》/),
        '# 调研报告\n\n## 一、情况\n\n依照《示例资料管理规定》（以下简称《规定》）第一条办理。按照《规定》第二条登记。《示例问卷管理条例》第一条另有要求。\n',
      );
      const rules = analysisOf(only(text, /注明简称《规定》/)!).findings.map(({ rule }) => rule);
      assert.ok(!rules.some(rule => rule.startsWith('abbreviation-')), rules.join());
    });

    it('is none that two would share, none where there is one, none of a name that stands once', () => {
      assert.equal(only(text.replace('示例问卷管理条例', '示例档案管理规定'), /《规定》/), undefined);
      assert.equal(only(text.replace('》第一条办理', '》（以下简称《资料规定》）第一条办理'), /注明简称/), undefined);
      assert.equal(only('# 调研报告\n\n依照《‸示例资料管理规定》办理。\n', /注明简称/), undefined);
    });

    it('a prefix of the state or the party is left out', () => {
      const law =
        '# 调研报告\n\n依照《‸中华人民共和国示例法》第一条和《中华人民共和国示例法》第二条办理，《示例评估法》亦同。\n';
      assert.deepEqual([...offered(law).keys()], ['注明简称《示例法》，后文1处改用简称']);
    });
  });

  describe('the fourth of 发放, 收回, 有效 and their rates', () => {
    const cases: readonly (readonly [string, string | null])[] = [
      ['发放问卷600份，收回588份，回收率{{问卷回‸收率}}%', '98'],
      ['发放问卷600份，收回{{收回‸问卷数}}份，回收率98.17%', '589'],
      ['发放问卷{{发放‸问卷数}}份，收回589份，回收率98.17%', '600'],
      ['发放问卷600份，收回{{收回‸问卷数}}份，回收率98%', null],
      ['发放问卷600份，收回588份，其中有效问卷574份，有效率*‸%', '97.6'],
      ['发放问卷600份，收回588份，其中有效问卷574份，有效回收率*‸%', '95.7'],
      ['发放问卷1,200份，回收问卷1,100份，回收率为{{回收‸率}}%', '91.7'],
      // Several numbers give that rate; two blanks; more came back than were sent.
      ['发放问卷12000份，收回{{收回‸问卷数}}份，回收率98.2%', null],
      ['发放问卷{{发放问卷数}}份，收回{{收回‸问卷数}}份，回收率98%', null],
      ['发放问卷600份，收回688份，回收率{{回收‸率}}%', null],
    ];
    for (const [marked, value] of cases) {
      it(marked, () => {
        const found = [...offered(`# 调研报告\n\n${marked}。\n`).keys()].find(name => name.startsWith('填入'));
        assert.equal(/^填入([\d.]+)/.exec(found ?? '')?.[1] ?? null, value);
        if (!marked.includes('{{')) return;
        const { text, cursor } = unmark(`# 调研报告\n\n${marked}。\n`);
        const [first] = completions(analysisOf(text), cursor!);
        assert.equal(first?.label === value, value !== null);
      });
    }
  });
});
