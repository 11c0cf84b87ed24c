import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { namePlaceholders, namingEdit, type NamedPlaceholder } from '../../../server/src/core/facts/data-keys.js';
import { placeholdersIn } from '../../../server/src/core/facts/placeholders.js';
import { read } from '../../../server/src/core/syntax/document.js';
import { isLinear } from '../../harness/cost.js';
import { factsIn } from '../../harness/facts.js';
import { placeholderRows } from './placeholder-rows.js';
import { SENTENCES } from './placeholder-sentences.js';

const named = (text: string): NamedPlaceholder[] => namePlaceholders(read(text), factsIn(text, placeholdersIn));

const keysOf = (text: string): string =>
  named(text)
    .map(({ key, unit }) => (unit === null ? key : `${key}|${unit}`))
    .join(' ');

/** The text with every bare placeholder turned into the named one. */
function renamed(text: string): string {
  let out = '';
  let at = 0;
  const document = read(text);
  for (const placeholder of named(text)) {
    if (placeholder.placeholder.key !== null) continue;
    const edit = namingEdit(document, placeholder);
    if (edit.start < at) continue;
    out += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return out + text.slice(at);
}

const NAMED: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'the noun before': [
    ['党员*人。', '党员数|人'],
    ['党员 __ 人，预备党员__名。', '党员数|人 预备党员数|名'],
    ['大学本科*名，高中*名。', '大学本科人数|名 高中人数|名'],
    ['其中：专职党务干部*人。', '专职党务干部数|人'],
    ['全县现有贫困户XX户。', '贫困户数|户'],
    ['投入资金XXX余万元，人均可支配收入达X万元。', '投入资金|万元 人均可支配收入|万元'],
    ['铺设管网XX公里，培训农民**人次。', '铺设管网里程|公里 培训农民人次|人次'],
    ['应参加民主评议人数：____人。', '应参加民主评议人数|人'],
  ],
  'the noun after the measure': [
    ['市委直属机关工委下辖*个党组织。', '党组织数|个'],
    ['*名党务干部中，大学本科*名。', '党务干部数|名 大学本科人数|名'],
    ['来自市直机关的*位专兼职党务工作者参加座谈。', '专兼职党务工作者数|位'],
    ['先后走访X个乡镇、X个村（社区）。', '走访乡镇数|个 村数|个'],
  ],
  'what the clauses before leave to it': [
    ['现场发放调查问卷*份，收回*份，收到意见建议*条。', '发放问卷数|份 收回问卷数|份 收到意见建议数|条'],
    ['女党员*名，占*%。', '女党员数|名 女党员占比|%'],
    ['大专15人，占XX；本科占____。', '大专占比 本科占比'],
    ['办结率为XX，群众满意率达**。', '办结率 群众满意率'],
    ['财政收入XX亿元，同比增长XX%。', '财政收入|亿元 财政收入增长率|%'],
    ['应考____人，实考____人。', '应考人数|人 实考人数|人'],
  ],
  ranges: [
    ['*岁以下的*名；*—*岁的*名。', '年龄段一上限|岁 年龄段一人数|名 年龄段二下限|岁 年龄段二上限|岁 年龄段二人数|名'],
    ['年龄在XX—XX岁之间的占XX%。', '年龄下限|岁 年龄上限|岁 年龄段占比|%'],
    [
      '从事党务工作时间不满*年的*名，*年以上的*名。',
      '党务工作时间段一上限|年 党务工作时间段一人数|名 党务工作时间段二下限|年 党务工作时间段二人数|名',
    ],
    ['工作*至*届的必须要进行交流。', '工作届数下限|届 工作届数上限|届'],
    ['涉及金额*—*万元。', '涉及金额下限|万元 涉及金额上限|万元'],
  ],
  ratios: [
    ['回收率**%，有效率达**%。', '回收率|% 有效率|%'],
    ['占干部总数的 __ %。', '占干部总数比例|%'],
    ['覆盖率由*%提高到*%。', '覆盖率原值|% 覆盖率现值|%'],
  ],
  dates: [
    ['201X年，全镇经济平稳运行。', '年份'],
    ['19XX年X月出生，19XX年X月参加工作。', '出生年份 出生月份 参加工作年份 参加工作月份'],
    ['截至20XX年底。', '截至年份'],
    ['会议时间：20XX年X月X日。', '会议年份 会议月份 会议日'],
    ['中共XX委员会\n      年  月  日', '委员会名称 日期'],
  ],
  'citations and titles': [
    ['根据《××县党员教育管理办法》第XX条规定。', '县名 县党员教育管理办法条号|条'],
    ['××发〔20××〕×号', '发文机关代字 发文年份 发文顺序号|号'],
    ['第**届委员会第*次会议。', '届次|届 会次|次'],
  ],
  'names, places, words': [
    ['联系人：XXX，某某县委，满意率（待补充）。', '联系人姓名 县名 满意率'],
    ['今天召开【会议名称】，罚没款合计[金额]万元。', '会议名称 罚没款金额|万元'],
  ],
  tables: [
    [
      '| 项目 | 数量 | 占比 |\n|---|---|---|\n| 党员 | **名 | **% |\n| 群众 | **名 | **% |\n',
      '党员数量|名 党员占比|% 群众数量|名 群众占比|%',
    ],
  ],
  'columns with a unit': [
    [
      '| 街道 | 超过三千户的社区/个 | 占比（%） | 完成时间 |\n|---|---|---|---|\n| 枫桥 | * | XX | ×年×月 |\n',
      '枫桥超过三千户的社区数|个 枫桥占比|% 枫桥完成年份 枫桥完成月份',
    ],
  ],
  thresholds: [
    ['征求意见的期限一般不少于**日。', '期限下限|日'],
    ['村集体经济收入在*万元以下的村。', '村集体经济收入上限|万元'],
    ['培训护理人员不少于*人次。', '培训护理人员人次|人次'],
  ],
  'keys in use': [
    ['党员{{党员数|人}}。现有党员*人。', '党员数|人 党员数2|人'],
    ['2023年党员*名，2024年党员*名。', '党员数|名 2024年党员数|名'],
    ['党员*人。党员*人。党员*人。', '党员数|人 党员数2|人 党员数3|人'],
  ],
};

describe('namePlaceholders', () => {
  for (const [group, cases] of Object.entries(NAMED)) {
    describe(group, () => {
      for (const [text, expected] of cases) it(text, () => assert.equal(keysOf(text), expected));
    });
  }

  describe('placeholders.txt', () => {
    for (const { marked, names } of placeholderRows()) {
      if (names === null) continue;
      const text = marked.replace(/[⟦⟧]/g, '');
      it(text, () => assert.equal(keysOf(text), names));
    }
  });

  it('gives keys that differ and can be written in braces, for any placeholders in any order', () => {
    const pieces = Object.values(SENTENCES)
      .flat()
      .map(text => text.replace(/[⟦⟧]/g, ''));
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces, '\n', '党员{{党员数|人}}', '党员*人'), { maxLength: 12 }),
        parts => {
          const bare = named(parts.join(''))
            .filter(({ placeholder }) => placeholder.key === null)
            .map(({ key }) => key);
          assert.equal(new Set(bare).size, bare.length);
          for (const key of bare) assert.match(key, /^[^\s{}|]{1,40}$/);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('takes linear time', () => {
    for (const piece of ['党员*人，', '*—*岁的*名，', '党员*人。\n', '| * |', '第*条', '占*%'])
      assert.ok(isLinear(piece, named), piece);
  });
});

describe('namingEdit', () => {
  const CASES: readonly (readonly [string, string])[] = [
    ['党员*人，占*%。', '党员{{党员数|人}}，占{{党员占比|%}}。'],
    ['党员 __ 人。', '党员 {{党员数|人}}。'],
    ['党员\\_\\_\\_**名**。', '党员{{党员数}}**名**。'],
    ['全市共有企业<u>    </u>户。', '全市共有企业<u>{{企业数}}</u>户。'],
    [
      '全市共有基层党组织若干个，全市党员*\n名，比上年有所增加，占比上升。',
      '全市共有基层党组织若干个，全市党员{{党员数}}\n名，比上年有所增加，占比上升。',
    ],
    ['*—*岁的*名。', '{{年龄下限}}—{{年龄上限|岁}}的{{年龄段人数|名}}。'],
    ['| 项目 | 数量 |\n|---|---|\n| 党员 | **名 |\n', '| 项目 | 数量 |\n|---|---|\n| 党员 | {{党员数量\\|名}} |\n'],
    ['201X年，20XX年。', '{{年份}}年，{{年份2}}年。'],
    ['惠及**余户。', '惠及{{惠及户数}}余户。'],
    ['现有党员{{党员数|人}}。', '现有党员{{党员数|人}}。'],
  ];
  for (const [text, expected] of CASES) it(text, () => assert.equal(renamed(text), expected));

  it('leaves named placeholders only, with the keys it proposed', () => {
    for (const sentence of Object.values(SENTENCES).flat()) {
      const text = sentence.replace(/[⟦⟧]/g, '');
      const [before, after] = [named(text).map(({ key }) => key), named(renamed(text))];
      assert.deepEqual(
        after.map(({ placeholder }) => placeholder.key),
        before,
        text,
      );
    }
  });
});

describe('namePlaceholders on the real draft', () => {
  const DRAFT = join(process.cwd(), '..', 'shared', 'cases', '党务干部调研报告.txt');
  before(function () {
    if (!existsSync(DRAFT)) this.skip();
  });

  it('proposes a key for each of its 35 placeholders', () => {
    assert.equal(
      keysOf(readFileSync(DRAFT, 'utf8')),
      [
        '党组织数|个 党员数|人 专兼职党务干部数|人 专职党务干部数|人 兼职党务干部数|人 党务干部数|名',
        '年龄段一上限|岁 年龄段一人数|名 年龄段二下限|岁 年龄段二上限|岁 年龄段二人数|名 年龄段三下限|岁 年龄段三上限|岁 年龄段三人数|名',
        '研究生以上学历人数|名 大学本科人数|名 大学专科人数|名 高中人数|名',
        '党务工作时间段一上限|年 党务工作时间段一人数|名 党务工作时间段二下限|年 党务工作时间段二上限|年 党务工作时间段二人数|名',
        '党务工作时间段三下限|年 党务工作时间段三上限|年 党务工作时间段三人数|名 党务工作时间段四下限|年 党务工作时间段四人数|名',
        '专兼职党务工作者数|位 发放问卷数|份 收回问卷数|份 收到意见建议数|条 单位数|个 工作届数下限|届 工作届数上限|届',
      ].join(' '),
    );
  });
});
