import assert from 'node:assert/strict';
import { citationsIn } from '../../../server/src/core/facts/citations.js';
import { factsIn, inShort } from '../../harness/facts.js';
import { mark } from '../../harness/marks.js';

/** What is cited, marked: from the name to the last locator. No regulation is known here: this is what the text says. */
const SENTENCES: Record<string, string[]> = {
  'with 《》': [
    '根据⟦《甲法》第三条⟧规定',
    '⟦《甲工作条例》第七章第三十三条⟧规定：“乙”',
    '⟦《甲法》第五条第一款第（二）项⟧',
    '⟦《甲法》第五条、第六条和第八条⟧规定',
    '⟦《甲法》第四条至第七条⟧',
    '⟦《甲法》 第三条⟧',
    '⟦《甲法》的第三条⟧',
    '⟦《甲法》中第三条⟧',
    '⟦《甲法》总则编第三条⟧',
    '⟦《甲工作条例》（以下简称《条例》）第三条⟧规定',
    '⟦《甲工作条例》（中发〔2019〕1号）第三条⟧',
    '⟦《甲法》（2018年修正）第三条⟧',
    '⟦《关于〈甲法〉的解释》第三条⟧',
    '⟦《关于《甲法》的解释》第三条⟧',
    '⟦《甲条例（试行）》第三条⟧',
    '⟦《甲法》第3条⟧',
    '⟦《甲 法》第三条⟧',
    '⟦《甲条例》第三条⟧和⟦《乙办法》第四条⟧',
    '认真贯彻⟦《甲条例》⟧和⟦《乙办法》⟧',
    '（⟦《甲法》第三条⟧）',
    '“依照⟦《甲法》第三条⟧办理”',
    '- 依照⟦《甲法》第三条⟧\n- 依照⟦《乙法》第四条⟧',
    '| ⟦《甲法》第三条⟧ |\n|---|\n| ⟦《乙法》第四条⟧ |',
    '**依照⟦《甲法》第三条⟧**',
    '## 一、⟦《甲条例》⟧的贯彻情况',
    '> 依照⟦《甲法》第三条⟧',
    '⟦《中华人民共和国\n甲法》第三条⟧',
    '⟦《甲工作规划（2021—2025年）》⟧',
    '⟦《关于加强甲工作的意见》⟧',
  ],
  'without 《》': [
    '依照⟦刑法第二百九十一条之一⟧的规定',
    '根据⟦民法典第三条⟧',
    '违反⟦治安管理处罚法第三条⟧规定',
    '按照⟦党章第三条⟧要求',
    '依据⟦宪法第三条⟧',
    '⟦刑法第三条⟧、⟦民法典第四条⟧',
    '依照⟦中华人民共和国刑法第三条⟧',
    '依照⟦刑法第三条第一款⟧和⟦刑事诉讼法第四条⟧',
    '⟦安全生产法第三条⟧明确',
  ],
  'of itself and of one named before': [
    '⟦本条例第三条⟧所称',
    '依照⟦本办法第五条第二款⟧',
    '依照⟦该条例第三条⟧',
    '⟦同法第三条⟧规定',
    '依照⟦前款⟧规定',
    '⟦前款第二项至第五项⟧事实',
    '⟦前两款⟧规定',
    '⟦本条前款⟧',
    '⟦该条第二款⟧规定',
    '⟦上述办法第三条⟧',
    '⟦前款（一）、（三）项⟧',
    '⟦前两项⟧规定',
    '⟦前条⟧规定',
  ],
  'without a name': [
    '⟦《甲法》第三条⟧规定“乙”，⟦第四条⟧规定“丙”。',
    '⟦《甲法》第三条⟧规定；⟦第五条第二款⟧规定。',
    '依照⟦第三条第二款⟧的规定处罚',
    '依照⟦第三条之一⟧处罚',
    '违反⟦第三条⟧规定的',
    '符合⟦第四条、第五条⟧条件',
  ],
  'none: other titles': [
    '签订《甲协议》第三条',
    '《甲合同书》第三条约定',
    '读《红楼梦》第三回',
    '《甲日报》报道',
    '《甲文集》第三卷',
    '学习《孙子兵法》',
    '电视剧《甲》',
    '《承诺书》',
    '按照合同第三条约定',
  ],
  'none: other numbers': [
    '第三产业第四季度',
    '第一条经验是重视',
    '第三项工作',
    '获第一章',
    '第三次会议第四届',
    '第十条 本法自公布之日起施行。',
    '第三章 附则',
    '本条例共三十条',
    '该条河流',
    '前一条路',
    '前三项工作已经完成',
    '三条措施',
    '`《甲法》第三条`',
    '<!-- 《甲法》第三条 -->',
    '```\n《甲法》第三条\n```',
    '《甲法',
    '第*条',
  ],
};

describe('citationsIn marks', () => {
  for (const [group, sentences] of Object.entries(SENTENCES)) {
    describe(group, () => {
      for (const marked of sentences) {
        it(JSON.stringify(marked), () => {
          const text = marked.replace(/[⟦⟧]/g, '');
          assert.equal(mark(text, factsIn(text, citationsIn)), marked);
        });
      }
    });
  }
});

/** How it is named, the name, where it points, and what else is said with it. */
const TOLD: [text: string, told: string][] = [
  ['《甲法》第三条', 'title 甲法 条3'],
  ['《甲 法》', 'title 甲法'],
  ['《条例》第三条', 'abbreviation 条例 条3'],
  ['依照刑法第三条', 'short 刑法 条3'],
  ['本条例第三条', 'self 本条例 条3'],
  ['该办法第三条', 'pronoun 该办法 条3'],
  ['前款第二项', 'relative 前款 项2'],
  ['《甲法》第三条规定，第四条规定', 'title 甲法 条3 | implicit 条4'],
  ['《甲法》第三条第一款规定；第二款规定', 'title 甲法 条3款1 | implicit 条3款2'],
  ['《甲条例》（以下简称《条例》）第三条', 'title 甲条例 条3 defines 条例'],
  ['《甲条例》（中发〔2019〕1号，以下简称《条例》）', 'title 甲条例 defines 条例'],
  ['《甲条例》、《乙办法》（以下分别简称《条例》、《办法》）', 'title 甲条例 | title 乙办法 defines 办法'],
  ['《甲法》（2018年修正）第三条', 'title 甲法 条3 edition 2018'],
  ['2018年修订的《甲法》第三条', 'title 甲法 条3 edition 2018'],
  ['2018年10月26日修正的《甲法》', 'title 甲法 edition 2018'],
  ['修订前的《甲法》第三条', 'title 甲法 条3 edition former'],
  ['原《甲法》第三条', 'title 甲法 条3 edition former'],
  ['高原《甲法》第三条', 'title 甲法 条3'],
  ['依照原刑法第三条', 'short 刑法 条3 edition former'],
];

describe('citationsIn tells', () => {
  for (const [text, told] of TOLD) {
    it(`${text} → ${told}`, () => {
      assert.equal(factsIn(text, citationsIn).map(({ nameKind, name, relative, locators, edition, defines }) => [
        nameKind, name, relative, ...locators.map(inShort), edition && `edition ${edition}`, defines && `defines ${defines}`,
      ].filter(Boolean).join(' ')).join(' | '), told);
    });
  }

  it('where the name is written', () => {
    const text = '依照《甲 法》第三条和刑法第四条';
    assert.equal(mark(text, factsIn(text, citationsIn).flatMap(c => c.nameSpan ?? [])), '依照⟦《甲 法》⟧第三条和⟦刑法⟧第四条');
  });
});
