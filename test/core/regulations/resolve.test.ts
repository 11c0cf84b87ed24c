import assert from 'node:assert/strict';
import type { Citation } from '../../../server/src/core/model.js';
import { LEVEL_WORD } from '../../../server/src/core/facts/locators.js';
import type { Regulation } from '../../../server/src/core/regulations/regulation-index.js';
import type { LocatorVerdict } from '../../../server/src/core/regulations/verdict.js';
import { passageLocator } from '../../../server/src/core/wording.js';
import { analysisOf } from '../../harness/analysis.js';
import { inShort } from '../../harness/facts.js';
import { mark, unmark } from '../../harness/marks.js';

const titles = (regulations: readonly Regulation[]): string => regulations.map(({ title }) => title).join('|');

/** What a citation denotes, in short: the verdict, the edition it was judged by, and why. */
function told({
  denotes: { verdict, edition, regulation, candidates, near, locators, unknown, origin, pending },
}: Citation): string {
  const problems = locators.flatMap((located: LocatorVerdict) =>
    located.problems.map(problem => {
      const { exists, standsIn, paragraphs, level } = problem;
      return (
        LEVEL_WORD[level] +
        (exists ? `${exists.first}–${exists.last}` : '') +
        (standsIn ? `→${standsIn.map(d => d.kind + d.number).join('') || '无'}` : '') +
        (paragraphs ? paragraphs.join('/') : '')
      );
    }),
  );
  const moves = (origin?.moves ?? []).map(({ now }) => (now ? inShort(passageLocator(now)) : '?'));
  return [
    verdict,
    unknown,
    edition ? edition.date.slice(0, 4) : regulation && '-',
    candidates.length > 0 && `of ${titles(candidates)}`,
    near.length > 0 && `near ${titles(near)}`,
    ...problems,
    origin && `was ${origin.edition.date.slice(0, 4)} now ${moves.join('+')}`,
    pending && `pending ${pending.date.slice(0, 4)}`,
  ]
    .filter(Boolean)
    .join(' ')
    .trim();
}

/** One line a citation of the text. */
const CASES: Record<string, [text: string, ...told: string[]][]> = {
  verified: [
    ['《中华人民共和国示例法》', 'verified 2021'],
    ['《中华人民共和国示例法》第十条', 'verified 2021'],
    ['《示例法》第三条', 'verified 2021'],
    ['依照示例法第五条之一', 'verified 2021'],
    ['《中华人民共和国示例法》第五条第一款第（三）项', 'verified 2021'],
    ['《中华人民共和国示例法》第五条第三项', 'verified 2021'],
    ['《中华人民共和国示例法》第八条第（一）项第2目', 'verified 2021'],
    ['《中华人民共和国示例法》第三章第二节第八条', 'verified 2021'],
    ['《中华人民共和国示例法》第三章第二节', 'verified 2021'],
    ['《中华人民共和国示例法》第四条至第七条', 'verified 2021'],
    ['《中国共产党示例组织工作条例》第三章第七条', 'verified 2019'],
    ['《示例组织工作条例》第八条', 'verified 2019'],
    ['《示例市调查研究工作条例》第二条第三款', 'verified 2017'],
    ['《中华人民共和国示例法典》第二编第一章第八条', 'verified 2020'],
    ['《关于改进示例调查研究的意见》第二条', 'verified 2023'],
    ['《中华人民共和国示例法典》第一章第二节', 'verified 2020'],
  ],
  absent: [
    ['《中华人民共和国示例法》第十一条', 'absent 2021 条1–10'],
    ['《中华人民共和国示例法》第五条之二', 'absent 2021 条1–10'],
    ['《中华人民共和国示例法》第五章', 'absent 2021 章1–4'],
    ['《中华人民共和国示例法》第三章第三节', 'absent 2021 节1–2'],
    ['《中华人民共和国示例法》第二章第一节', 'absent 2021 节'],
    ['《中华人民共和国示例法》第一编', 'absent 2021 编'],
    ['《中华人民共和国示例法》第五条第三款', 'absent 2021 款1–2'],
    ['《中华人民共和国示例法》第五条第（四）项', 'absent 2021 项1–3'],
    ['《中华人民共和国示例法》第五条第二款第（一）项', 'absent 2021 项'],
    ['《中华人民共和国示例法》第八条第（一）项第3目', 'absent 2021 目1–2'],
    ['《中华人民共和国示例法》第八条至第十二条', 'absent 2021 条1–10'],
    ['《中华人民共和国示例法》第三条、第十二条', 'absent 2021 条1–10'],
    ['《示例市调查研究工作条例》第一章', 'absent 2017 章'],
    ['《示例公示办法（试行）》第三章', 'absent 2019 章1–2'],
    ['《示例公示办法（试行）》第七条第（三）项', 'absent 2019 项1–2'],
  ],
  misplaced: [
    ['《中华人民共和国示例法》第二章第八条', 'misplaced 2021 章→章3节2'],
    ['《中华人民共和国示例法》第三章第一节第八条', 'misplaced 2021 节→章3节2'],
    ['《示例市调查研究工作条例》第一章第二条', 'misplaced 2017 章→无'],
    ['《中华人民共和国示例法》第一章第八条第（三）项', 'absent 2021 章→章3节2 项1–2'],
    ['《示例救助条例》第二章第四条', 'misplaced 2018 章→章4'],
  ],
  superseded: [
    ['《中华人民共和国示例法》第三章第五条', 'superseded 2021 章→章2 was 2015 now 条7'],
    ['《中国共产党示例组织工作条例》第三章第五条', 'superseded 2019 章→章2 was 2010 now ?'],
    ['《中华人民共和国示例法》第四条第二款', 'superseded 2021 款1–1 was 2015 now 条5款2'],
    ['《示例公示办法（试行）》第五条第（二）项', 'superseded 2019 项 was 2010 now 条7项1'],
  ],
  repealed: [
    ['《示例问卷管理办法》第二条', 'repealed 2008 was 2008 now 条3'],
    ['《示例问卷管理办法》', 'repealed 2008 was 2008 now'],
    ['---\ndate: 2022-02-28\n---\n《示例问卷管理办法》第二条', 'verified 2008'],
    ['---\ndate: 2022-03-01\n---\n《示例问卷管理办法》第二条', 'repealed 2008 was 2008 now 条3'],
    ['2008年发布的《示例问卷管理办法》第二条', 'verified 2008'],
    ['2010年发布的《示例问卷管理办法》第二条', 'unverifiable edition -'],
    ['---\ndate: 2001-01-01\n---\n《示例问卷管理办法》第二条', 'unverifiable edition -'],
    ['《示例问卷管理办法》第九条', 'repealed 2008 条1–4 was 2008 now'],
    ['《示例登记规定》第二条', 'repealed 2003 was 2003 now'],
  ],
  ambiguous: [
    ['《示例评估办法》第二条', 'ambiguous of 甲部门示例评估办法|乙部门示例评估办法'],
    ['《中华人民共和国示例法》第六条第（一）项', 'ambiguous 2021 项1/2'],
    ['《中华人民共和国示例法》第六条第（三）项', 'verified 2021'],
    ['《甲部门示例评估办法》第二条', 'verified 2014'],
  ],
  unverifiable: [
    ['《样本市条例》第二条', 'unverifiable regulation'],
    ['《示例市调查研究工做条例》第二条', 'unverifiable regulation near 示例市调查研究工作条例'],
    ['依照样本规定第二条', 'unverifiable regulation'],
    ['2014年修订的《示例公示办法（试行）》第三条', 'unverifiable edition -'],
    ['《示例救助条例》第三条第二款', 'unverifiable text 2018 款'],
    ['《示例救助条例》第一章第一条', 'unverifiable text 2018 章'],
    ['《示例救助条例》第三章第四条', 'unverifiable text 2018 章'],
    ['《示例救助条例》第四章第三条', 'unverifiable text 2018 章'],
    ['《示例资料管理规定》第二条', 'unverifiable text 2016'],
    ['《中华人民共和国示例法典》第五条', 'unverifiable text 2020 条'],
    ['《中华人民共和国示例法典》第三编', 'unverifiable text 2020 编'],
    ['《中华人民共和国示例法》（2018年修正）第三条', 'unverifiable edition -'],
    ['---\ndate: 2014-01-01\n---\n《中华人民共和国示例法》第三条', 'unverifiable edition -'],
    ['---\ndate: 2016-01-01\n---\n修订前的《中华人民共和国示例法》第三条', 'unverifiable edition -'],
    ['《关于改进示例调查研究的意见》第九条', 'unverifiable text 2023 条'],
    ['《中华人民共和国示例法》第二款', 'unverifiable text 2021 款'],
    ['依照该条例第三条', 'unverifiable context'],
    ['依照本条例第三条', 'unverifiable context'],
    ['依照前款规定', 'unverifiable context'],
    ['依照《条例》第三条', 'unverifiable context'],
  ],
  "in a regulation's own text": [
    ['# 示例市调查研究工作条例\n\n依照本条例第二条第三款', 'verified 2017'],
    ['# 示例市调查研究工作条例\n\n依照本条例第九十九条', 'unverifiable context'],
    ['# 示例市调查研究工作条例\n\n依照本规定第二条', 'unverifiable context'],
    ['# 样本市条例\n\n依照本条例第二条', 'unverifiable context'],
    ['# 示例公示办法（试行）\n\n依照本办法第三条', 'verified 2019'],
  ],
  'by the edition': [
    ['2015年公布的《中华人民共和国示例法》第六条', 'verified 2015'],
    ['2015年公布的《中华人民共和国示例法》第七条', 'absent 2015 条1–6'],
    ['《中华人民共和国示例法》（2015年3月15日通过）第六条', 'verified 2015'],
    ['---\ndate: 2018-05-01\n---\n《中华人民共和国示例法》第六条', 'verified 2015'],
    [
      '# 关于甲的调研报告\n（2018年5月1日）\n\n《中华人民共和国示例法》第六条\n\n# 关于乙的调研报告\n（2022年5月）\n\n《中华人民共和国示例法》第七条',
      'verified 2015',
      'verified 2021',
    ],
    ['---\ndate: 2021-05-31\n---\n《中华人民共和国示例法》第七条', 'absent 2015 条1–6 pending 2021'],
    ['---\ndate: 2021-06-01\n---\n《中华人民共和国示例法》第七条', 'verified 2021'],
    ['---\ndate: 2018年5月1日\n---\n《中华人民共和国示例法》第六条', 'verified 2015'],
    ['---\ndate: 那一天\n---\n《中华人民共和国示例法》第七条', 'verified 2021'],
  ],
  'by a former edition': [
    ['原《中华人民共和国示例法》第六条', 'verified 2015'],
    ['原 《中华人民共和国示例法》第六条', 'verified 2015'],
    ['修订之前的《中华人民共和国示例法》第七条', 'absent 2015 条1–6'],
    ['破旧的《中华人民共和国示例法》第七条', 'verified 2021'],
    ['2015年版《中华人民共和国示例法》第六条', 'verified 2015'],
    ['《中华人民共和国示例法（2015年公布）》第六条', 'verified 2015'],
    ['《中华人民共和国示例法》（２０１５年公布）第六条', 'verified 2015'],
    ['原《示例问卷管理办法》第二条', 'repealed 2008 was 2008 now 条3'],
  ],
  'by all that is written': [
    ['《中华人民共和国示例法》第四条至第三条', 'absent 2021 条'],
    ['《中华人民共和国示例法》第三条至第四条', 'verified 2021'],
    ['《中华人民共和国示例法》附件第三条', 'unverifiable annex 2021'],
    ['《中华人民共和国示例法典》总则编第二条', 'verified 2020'],
    ['《中华人民共和国示例法典》分则编第二条', 'misplaced 2020 编→编1章1'],
    ['《中华人民共和国示例法》第五条第一款，该条第三款', 'verified 2021', 'absent 2021 款1–2'],
    ['《中华人民共和国示例法》第五条第一款，同条第二款', 'verified 2021', 'verified 2021'],
    ['年底前编制预算，《中华人民共和国示例法》第三条', 'verified 2021'],
    ['支付前款项，《中华人民共和国示例法》第三条', 'verified 2021'],
  ],
  'by what the text says before': [
    ['《中国共产党示例组织工作条例》（以下简称条例）。目前条例第九十九条', 'verified 2019', 'absent 2019 条1–8'],
    ['但示例法第三条有规定', 'verified 2021'],
    ['因此示例法第十一条有规定', 'absent 2021 条1–10'],
    ['《中国共产党示例组织工作条例》（以下简称《条例》）施行。《条例》第三条', 'verified 2019', 'verified 2019'],
    ['《条例》第三条。《中国共产党示例组织工作条例》（以下简称《条例》）', 'verified 2019', 'verified 2019'],
    [
      '《中国共产党示例组织工作条例》（以下简称《条例》）。\n\n《示例市调查研究工作条例》（以下简称《条例》）。《条例》第二条第三款',
      'verified 2019',
      'verified 2017',
      'verified 2017',
    ],
    [
      '《中国共产党示例组织工作条例》、《示例市调查研究工作条例》（以下分别简称《甲条例》、《乙条例》）。《甲条例》第八条，《乙条例》第四条',
      'verified 2019',
      'verified 2017',
      'verified 2019',
      'verified 2017',
    ],
    ['《中华人民共和国示例法》第三条规定，该法第十一条规定', 'verified 2021', 'absent 2021 条1–10'],
    ['《示例市调查研究工作条例》第三条规定，该法第四条规定', 'verified 2017', 'unverifiable context'],
    ['《中华人民共和国示例法》第三条规定。\n\n该法第四条规定', 'verified 2021', 'unverifiable context'],
    ['《中华人民共和国示例法》第三条规定“坚持实事求是”，第十一条规定“甲”。', 'verified 2021', 'absent 2021 条1–10'],
    ['《样本市条例》第三条；第四条规定', 'unverifiable regulation', 'unverifiable regulation'],
    [
      '《中国共产党示例组织工作条例》（以下简称《条例》）。《条例》第八条。\n\n《示例市调查研究工作条例》（以下简称《条例》）。',
      'verified 2019',
      'verified 2019',
      'verified 2017',
    ],
    ['《样本市条例》（以下简称《条例》）。《条例》第二条', 'unverifiable regulation', 'unverifiable regulation'],
    ['《示例公示办法（试行）》第三条规定，该办法第九条规定', 'verified 2019', 'absent 2019 条1–8'],
    [
      '《示例市调查研究工作条例》第三条、《样本市条例》第八条规定，该条例第九条规定',
      'verified 2017',
      'unverifiable regulation',
      'unverifiable regulation',
    ],
    [
      '《示例市调查研究工作条例》第三条、《中华人民共和国示例法》第八条规定，该条例第四条规定',
      'verified 2017',
      'verified 2021',
      'verified 2017',
    ],
    ['违反《中华人民共和国示例法》第三条规定，或者第十一条规定的', 'verified 2021', 'absent 2021 条1–10'],
    [
      '《中华人民共和国示例法》第三条规定了原则，会议对照第十一条规定作了部署。',
      'verified 2021',
      'unverifiable context',
    ],
  ],
};

describe('a citation denotes', () => {
  for (const [group, cases] of Object.entries(CASES)) {
    describe(group, () => {
      for (const [text, ...expected] of cases) {
        it(JSON.stringify(text), () => assert.deepEqual(analysisOf(text).model.citations.map(told), expected));
      }
    });
  }

  it('what it denotes on the day the settings name, unless the report names its own', () => {
    const [own, other] = ['---\ndate: 2022-01-01\n---\n', ''].map(head =>
      analysisOf(`${head}《中华人民共和国示例法》第七条`, { asOf: '2018-01-01' }).model.citations.map(told),
    );
    assert.deepEqual([own, other], [['verified 2021'], ['absent 2015 条1–6 pending 2021']]);
  });
});

/**
 * The citation marked, and in it its name, which without 《》 begins where the index knows a name to begin: its kind, and
 * the name understood.
 */
const NAMES: Record<string, [marked: string, ...told: string[]][]> = {
  'without 《》, shorter than what stands there': [
    ['必须追究⟦⟦示例法⟧第三条⟧的责任', 'short 示例法'],
    ['重温⟦⟦党章⟧第一条⟧', 'short 党章'],
    ['推进会宣讲⟦⟦示例市调查研究工作条例⟧第三条⟧', 'short 示例市调查研究工作条例'],
  ],
  'without 《》, longer than a sentence tells': [
    ['按照⟦⟦关于改进示例调查研究的意见⟧第二条⟧', 'short 关于改进示例调查研究的意见'],
  ],
  'without 《》, all that stands there': [
    ['依照⟦⟦中华人民共和国甲部门示例评估办法⟧第二条⟧', 'short 中华人民共和国甲部门示例评估办法'],
    ['依照⟦⟦样本省示例法⟧第三条⟧', 'short 样本省示例法'],
    ['依照⟦⟦劳动示例法⟧第三条⟧', 'short 劳动示例法'],
    ['依照⟦⟦镇级示例问卷管理办法⟧第二条⟧', 'short 镇级示例问卷管理办法'],
    ['依照⟦⟦样本规定⟧第二条⟧', 'short 样本规定'],
  ],
  'with 《》': [
    ['⟦⟦《中华人民共和国示例法》⟧第三条⟧', 'title 中华人民共和国示例法'],
    ['⟦⟦《示例法》⟧第三条⟧', 'short 示例法'],
    ['⟦⟦《样本市条例》⟧第三条⟧', 'title 样本市条例'],
    [
      '⟦⟦《中华人民共和国示例法》⟧（以下简称《示例》）⟧，⟦⟦《示例》⟧第三条⟧',
      'title 中华人民共和国示例法',
      'abbreviation 示例',
    ],
  ],
  'not at all': [
    ['⟦⟦《样本市条例》⟧第三条⟧规定；⟦第四条⟧规定', 'title 样本市条例', 'implicit 样本市条例'],
    ['⟦⟦《样本市条例》⟧第三条⟧规定，但⟦第四条⟧另有规定', 'title 样本市条例', 'implicit 样本市条例'],
    [
      '⟦⟦《中华人民共和国示例法》⟧第三条⟧规定了原则，会议对照⟦第四条⟧规定作了部署',
      'title 中华人民共和国示例法',
      'implicit',
    ],
    ['依照⟦第三条第一款⟧的规定', 'implicit'],
    ['依照⟦前款⟧规定', 'relative'],
  ],
};

describe('a citation is named', () => {
  for (const [group, cases] of Object.entries(NAMES)) {
    describe(group, () => {
      for (const [marked, ...expected] of cases) {
        it(marked, () => {
          const { text } = unmark(marked);
          const { citations } = analysisOf(text).model;
          assert.equal(
            mark(
              text,
              citations.flatMap(citation => [citation, citation.nameSpan ?? citation]),
            ),
            marked,
          );
          assert.deepEqual(
            citations.map(({ nameKind, name }) => `${nameKind} ${name}`.trimEnd()),
            expected,
          );
        });
      }
    });
  }
});
