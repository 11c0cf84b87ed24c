import assert from 'node:assert/strict';
import type { Citation } from '../../../server/src/core/model.js';
import { LEVEL_WORD } from '../../../server/src/core/facts/locators.js';
import type { LocatorVerdict } from '../../../server/src/core/regulations/verdict.js';
import { passageLocator } from '../../../server/src/core/wording.js';
import { analysisOf } from '../../harness/analysis.js';
import { inShort } from '../../harness/facts.js';

/** What a citation denotes, in short: the verdict, the edition it was judged by, and why. */
function told({ denotes: { verdict, edition, regulation, candidates, locators, unknown, origin, pending } }: Citation): string {
  const problems = locators.flatMap((located: LocatorVerdict) => located.problems.map(problem => {
    const { exists, standsIn, paragraphs, level } = problem;
    return LEVEL_WORD[level] + (exists ? `${exists.first}–${exists.last}` : '')
      + (standsIn ? `→${standsIn.map(d => d.kind + d.number).join('') || '无'}` : '') + (paragraphs ? paragraphs.join('/') : '');
  }));
  const moves = (origin?.moves ?? []).map(({ now }) => (now ? inShort(passageLocator(now)) : '?'));
  return [
    verdict, unknown, edition ? edition.date.slice(0, 4) : regulation && '-', candidates.map(r => r.title).join('|'),
    ...problems, origin && `was ${origin.edition.date.slice(0, 4)} now ${moves.join('+')}`, pending && `pending ${pending.date.slice(0, 4)}`,
  ].filter(Boolean).join(' ').trim();
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
  ],
  misplaced: [
    ['《中华人民共和国示例法》第二章第八条', 'misplaced 2021 章→章3节2'],
    ['《中华人民共和国示例法》第三章第一节第八条', 'misplaced 2021 节→章3节2'],
    ['《示例市调查研究工作条例》第一章第二条', 'misplaced 2017 章→无'],
    ['《中华人民共和国示例法》第一章第八条第（三）项', 'absent 2021 章→章3节2 项1–2'],
  ],
  superseded: [
    ['《中华人民共和国示例法》第三章第五条', 'superseded 2021 章→章2 was 2015 now 条7'],
    ['《中国共产党示例组织工作条例》第三章第五条', 'superseded 2019 章→章2 was 2010 now ?'],
    ['《中华人民共和国示例法》第四条第二款', 'superseded 2021 款1–1 was 2015 now 条5款2'],
  ],
  repealed: [
    ['《示例问卷管理办法》第二条', 'repealed 2008 was 2008 now 条3'],
    ['《示例问卷管理办法》', 'repealed 2008 was 2008 now'],
    ['---\ndate: 2022-02-28\n---\n《示例问卷管理办法》第二条', 'verified 2008'],
    ['---\ndate: 2022-03-01\n---\n《示例问卷管理办法》第二条', 'repealed 2008 was 2008 now 条3'],
    ['2008年发布的《示例问卷管理办法》第二条', 'verified 2008'],
  ],
  ambiguous: [
    ['《示例评估办法》第二条', 'ambiguous 甲部门示例评估办法|乙部门示例评估办法'],
    ['《中华人民共和国示例法》第六条第（一）项', 'ambiguous 2021 项1/2'],
    ['《中华人民共和国示例法》第六条第（三）项', 'verified 2021'],
    ['《甲部门示例评估办法》第二条', 'verified 2014'],
  ],
  unverifiable: [
    ['《样本市条例》第二条', 'unverifiable regulation'],
    ['《示例资料管理规定》第二条', 'unverifiable text 2016'],
    ['《中华人民共和国示例法典》第五条', 'unverifiable text 2020 条'],
    ['《中华人民共和国示例法典》第三编', 'unverifiable text 2020 编'],
    ['《中华人民共和国示例法》（2018年修正）第三条', 'unverifiable edition -'],
    ['---\ndate: 2014-01-01\n---\n《中华人民共和国示例法》第三条', 'unverifiable edition -'],
    ['修订前的《中华人民共和国示例法》第三条', 'unverifiable edition -'],
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
  ],
  'by the edition': [
    ['2015年公布的《中华人民共和国示例法》第六条', 'verified 2015'],
    ['2015年公布的《中华人民共和国示例法》第七条', 'absent 2015 条1–6'],
    ['《中华人民共和国示例法》（2015年3月15日通过）第六条', 'verified 2015'],
    ['---\ndate: 2018-05-01\n---\n《中华人民共和国示例法》第六条', 'verified 2015'],
    ['---\ndate: 2021-05-31\n---\n《中华人民共和国示例法》第七条', 'absent 2015 条1–6 pending 2021'],
    ['---\ndate: 2021-06-01\n---\n《中华人民共和国示例法》第七条', 'verified 2021'],
    ['---\ndate: 2018年5月1日\n---\n《中华人民共和国示例法》第六条', 'verified 2015'],
    ['---\ndate: 那一天\n---\n《中华人民共和国示例法》第七条', 'verified 2021'],
  ],
  'by what the text says before': [
    ['《中国共产党示例组织工作条例》（以下简称《条例》）施行。《条例》第三条', 'verified 2019', 'verified 2019'],
    ['《条例》第三条。《中国共产党示例组织工作条例》（以下简称《条例》）', 'verified 2019', 'verified 2019'],
    ['《中国共产党示例组织工作条例》（以下简称《条例》）。\n\n《示例市调查研究工作条例》（以下简称《条例》）。《条例》第二条第三款',
      'verified 2019', 'verified 2017', 'verified 2017'],
    ['《中国共产党示例组织工作条例》、《示例市调查研究工作条例》（以下分别简称《甲条例》、《乙条例》）。《甲条例》第八条，《乙条例》第四条',
      'verified 2019', 'verified 2017', 'verified 2019', 'verified 2017'],
    ['《中华人民共和国示例法》第三条规定，该法第十一条规定', 'verified 2021', 'absent 2021 条1–10'],
    ['《示例市调查研究工作条例》第三条规定，该法第四条规定', 'verified 2017', 'unverifiable context'],
    ['《中华人民共和国示例法》第三条规定。\n\n该法第四条规定', 'verified 2021', 'unverifiable context'],
    ['《中华人民共和国示例法》第三条规定“坚持实事求是”，第十一条规定“甲”。', 'verified 2021', 'absent 2021 条1–10'],
    ['《样本市条例》第三条；第四条规定', 'unverifiable regulation', 'unverifiable context'],
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
      analysisOf(`${head}《中华人民共和国示例法》第七条`, { asOf: '2018-01-01' }).model.citations.map(told));
    assert.deepEqual([own, other], [['verified 2021'], ['absent 2015 条1–6 pending 2021']]);
  });

  it('under a name without 《》 that begins where a known name begins', () => {
    const [citation] = analysisOf('必须追究示例法第三条的责任').model.citations;
    assert.equal(citation!.name, '示例法');
  });
});
