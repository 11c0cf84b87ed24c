import assert from 'node:assert/strict';
import { plain } from '../../../server/src/core/text/exact.js';
import type { Figure } from '../../../server/src/core/facts/figures.js';
import { applied } from '../../harness/edits.js';
import { analysisOf, findingsOf } from './findings.js';

/** Every figure as the text has it, with what is understood of it behind a bar. */
function told(text: string): string {
  let out = '';
  let at = 0;
  for (const f of analysisOf(text).model.figures) {
    out += `${text.slice(at, f.start)}⟦${text.slice(f.start, f.end)}｜${saying(f)}⟧`;
    at = f.end;
  }
  return out + text.slice(at);
}

const end = (value: Figure['value']): string => (value ? plain(value) : '…');
/** As an interval: [18, 60) takes in 18 and not 60. */
const interval = ({ low, high, hasLow, hasHigh, isBlank, isTo }: NonNullable<Figure['bounds']>, unit: string): string =>
  `${hasLow ? '[' : '('}${end(low)},${end(high)}${hasHigh ? ']' : ')'}${unit}${isTo ? ' 至' : ''}${isBlank ? ' 空' : ''}`;
const saying = ({ role, value, unit, isApproximate, isBlank, bounds }: Figure): string =>
  role === 'band'
    ? interval(bounds!, unit)
    : `${isApproximate ? '约' : ''}${isBlank ? '空' : plain(value!)}${unit}${role === 'count' || role === 'cell' ? '' : ` ${role}`}`;

const unmarked = (marked: string): string => marked.replace(/⟦([^｜⟧]*)｜[^⟧]*⟧/g, '$1');

const TABLE: Readonly<Record<string, readonly string[]>> = {
  'numbers and units': [
    '共有党员⟦8,432名｜8432人⟧、支部⟦286个｜286个⟧。',
    '投入⟦1.26亿元｜126000000元⟧，其中⟦6,000万元｜60000000元⟧来自上级。',
    '耕地⟦12.5万亩｜125000亩⟧，道路⟦30公里｜30公里⟧，⟦120 km｜120公里⟧。',
    '全角⟦８５名｜85人⟧，空格⟦575 份｜575份⟧。',
    '培训⟦15,394人次｜15394人次⟧、⟦72学时｜72学时⟧。',
    '班里有⟦40个人｜40人⟧。',
    '投入⟦3千万元｜30000000元⟧，用电⟦300千瓦时｜300千瓦时⟧。',
    '增长⟦２５．５％｜25.5% change⟧。',
    '按照《关于培育100家示范社的意见》，已培育示范社⟦85家｜85家⟧。',
    '甲、乙、丙三镇分别安排经费⟦18｜180000元⟧, ⟦25｜250000元⟧, ⟦40万元｜400000元⟧。',
    '甲、乙任务的整改时限分别为6月底前、⟦3个月｜3个月⟧内。',
    '甲乙分别于6月、9月举办培训⟦3期｜3期⟧。',
    '甲、乙两镇测评得分分别为86、92，涉及⟦12个｜12个⟧支部。',
    '低保户集中在2、5、⟦8组｜8组⟧。',
  ],
  汉字: [
    '全班⟦三十二人｜32人⟧，分⟦四组｜4组⟧。',
    '共有⟦两万名｜20000人⟧党员。',
    '占⟦百分之三十五点二｜35.2% share⟧，⟦千分之五｜5‰ share⟧。',
    '一些单位、第三项、一次性、十分重要、万众一心。',
    '年产值超千万元，数十人、上百户，三五户、七八个村、三四十人，三点五亿元，两亿三千万元。',
    '做到“两个维护”，“三支一扶”人员⟦85名｜85人⟧，限时⟦十分钟｜10分钟⟧。',
  ],
  about: [
    '约⟦300人｜约300人⟧，近⟦3万名｜约30000人⟧，⟦320余人｜约320人⟧，⟦1.2万多户｜约12000户⟧。',
    '不少于⟦50个｜约50个⟧，⟦七成｜约70% share⟧左右，至少⟦3次｜约3次⟧。',
    '⟦35%｜约35% share⟧左右。',
    '有⟦七成｜70% share⟧受访者满意。',
    '签约⟦120个｜120个⟧，预约⟦85人｜85人⟧，节约⟦12万元｜120000元⟧，附近⟦85户｜85户⟧，将近⟦90户｜约90户⟧，大约⟦30户｜约30户⟧，约为⟦3万人｜约30000人⟧。',
  ],
  bands: [
    '⟦35岁｜(…,35]岁⟧以下⟦18名｜18人⟧，⟦36—45岁｜[36,45]岁⟧，⟦46至60岁｜[46,60]岁 至⟧，⟦61周岁｜[61,…)岁⟧及以上。',
    '不满⟦3年｜(…,3)年⟧，⟦3—5年｜[3,5]年⟧，⟦5年｜[5,…)年⟧（含）以上。',
    '⟦3—5万元｜[30000,50000]元⟧，⟦5000—1万元｜[5000,10000]元⟧。',
    '处⟦三年以上十年｜[3,10]年⟧以下有期徒刑。',
    '⟦18周岁以上不满60周岁｜[18,60)岁⟧，⟦60岁｜(60,…)岁⟧（不含）以上，⟦35岁｜(…,35)岁⟧（不含）以下，⟦35岁｜(…,35]岁⟧（含⟦35岁｜35岁⟧）以下。',
    '超过⟦5年｜(5,…)年⟧，未满⟦18岁｜(…,18)岁⟧，小于⟦30岁｜(…,30)岁⟧，大于⟦60岁｜(60,…)岁⟧。',
    '⟦36～45岁｜[36,45]岁⟧，⟦36-45岁｜[36,45]岁⟧，⟦36岁至45岁｜[36,45]岁 至⟧，⟦3到5年｜[3,5]年 至⟧，⟦36 — 45 岁｜[36,45]岁⟧。',
    '⟦*岁｜(…,…]岁 空⟧以下，⟦X—45岁｜[…,45]岁 空⟧，⟦36—X岁｜[36,…]岁 空⟧，⟦XX岁以上不满60岁｜[…,60)岁 空⟧，⟦X岁｜[…,…)岁 空⟧及以上。',
    '⟦30人以上50人｜[30,50]人⟧以下，⟦500万元｜(…,5000000]元⟧以内，⟦100人｜[100,…)人⟧（含）以上。',
    '⟦18岁｜[18,…)岁⟧以上至⟦35岁｜35岁⟧，从⟦90个至30个｜[90,30]个 至⟧。',
    '⟦3—5件｜[3,5]件⟧，⟦0.5—1.5亩｜[0.5,1.5]亩⟧，⟦1—3万亩｜[10000,30000]亩⟧，⟦0.8—1.5万元｜[8000,15000]元⟧，⟦8000—1万人｜[8000,10000]人⟧。',
    '⟦36岁｜36岁⟧，⟦45岁｜(…,45]岁⟧以下。',
    '⟦5年｜[5,…)年⟧以上的⟦10人｜10人⟧，⟦3年以上、5年｜[3,5]年⟧以下的⟦8人｜8人⟧。',
    '超过⟦100人｜约100人⟧，不足⟦50户｜约50户⟧。',
    '⟦60岁｜[60,…)岁⟧以上（含⟦60岁｜60岁⟧）。',
    '工作⟦10年｜[10,…)年⟧以上、⟦35岁｜(…,35]岁⟧以下，单笔收费⟦2元至5万元｜[2,50000]元 至⟧。',
    '⟦36—45岁｜[36,45)岁⟧（不含），⟦18以上不满60周岁｜[18,60)岁⟧。',
  ],
  'changes and shares': [
    '比上年增加⟦12名｜12人 change⟧，增长⟦8.3%｜8.3% change⟧，提高⟦2.5个百分点｜2.5个百分点 change⟧。',
    '增加到⟦150名｜150人⟧，占⟦25.0％｜25.0% share⟧。',
  ],
  blanks: ['党员⟦*名｜空人⟧，占⟦XX%｜空% share⟧，男⟦40名｜40人⟧。'],
  'no figures': [
    '2023年5月6日至24日，第3项、第十二条，〔2023〕5号，1.2.3版，比例1:3，B5纸，3年级，90后。',
    '《2023年3月通过的20条意见》印发，“12345”热线，24×7。',
    '根据《党章》第三十一条第一款，20世纪90年代。',
    '第 3 项、2019年以来、2015年以前、2000年以内，账号6222021234567890123。',
    '−3.2%，为近年来最低增速。',
  ],
  tables: [
    '| 单位 | 男 | 占比 |\n|---|---|---|\n| 甲镇 | ⟦1,204｜1204⟧ | ⟦12.5%｜12.5%⟧ |\n| 乙镇 | ⟦8人｜8人⟧ | 约3 |\n| 丙镇 | — |  |\n| 三 | ⟦12｜12⟧ | 12（含借调2） |',
  ],
};

describe('figuresIn', () => {
  for (const [group, rows] of Object.entries(TABLE)) {
    describe(group, () => {
      for (const row of rows) it(row, () => assert.equal(told(unmarked(row)), row));
    });
  }

  it('names what is counted', () => {
    const labels = (text: string): string[] => analysisOf(text).model.figures.map(f => f.label);
    assert.deepEqual(
      labels('全市共有党员85名，其中女党员30名。'),
      ['全市党员', '女党员'].map((l, i) => (i ? l : '全市共有党员'.replace('共有', ''))),
    );
    assert.deepEqual(labels('85名党务干部参加。'), ['党务干部']);
  });
});

describe('a blank that the other figures determine', () => {
  // Giving a blank a name is offered for every one; here only what would fill it in.
  const offered = (text: string): string[] =>
    analysisOf(text).findings.flatMap(f =>
      (f.fixes ?? []).filter(x => !x.keeps).map(x => `${x.kind} ${x.title['zh-CN']}`),
    );

  it('is offered as a choice, with the sum', () => {
    assert.deepEqual(offered('党务干部85人，其中：专职党务干部40人，兼职党务干部*人。'), [
      'choice 按文中其他数字填入45（85 − 40 = 45）',
    ]);
    assert.deepEqual(offered('党员XX名，其中男党员40名、女党员46名。'), [
      'choice 按文中其他数字填入86（40 + 46 = 86）',
    ]);
    assert.deepEqual(offered('总投资1.6亿元，分为上级资金6,000万元、自筹X亿元。'), [
      'choice 按文中其他数字填入1（1.6 − 0.6 = 1）',
    ]);
    assert.deepEqual(offered('发放问卷600份，收回582份，回收率X%。'), [
      'choice 按文中其他数字填入97.0（582 ÷ 600 ≈ 97.0%）',
    ]);
    assert.deepEqual(
      offered('| 单位 | 男 | 女 | 合计 |\n|---|---|---|---|\n| 甲镇 | 12 | * | 20 |\n| 乙镇 | 15 | 10 | 25 |'),
      ['choice 按文中其他数字填入8（20 − 12 = 8）'],
    );
    assert.deepEqual(offered('党员85名，其中男党员40名，女党员*名，合计85名。'), [
      'choice 按文中其他数字填入45（85 − 40 = 45）',
    ]);
    assert.deepEqual(offered('三镇共安排经费83万元，分别为18、*、40万元。'), [
      'choice 按文中其他数字填入25（83 − 18 − 40 = 25）',
    ]);
    assert.deepEqual(offered('男性占60%，女性占X%。'), ['choice 按文中其他数字填入40（100 − 60 = 40）']);
    assert.deepEqual(offered('一、资金来源\n总投资1.6亿元，分为上级资金6,000万元、自筹X亿元。'), [
      'choice 按文中其他数字填入1（1.6 − 0.6 = 1）',
    ]);
    assert.deepEqual(offered('| 单位 | 投入 |\n|---|---|\n| 甲镇 | 12万元 |\n| 乙镇 | X万元 |\n| 合计 | 20万元 |'), [
      'choice 按文中其他数字填入8（20 − 12 = 8）',
    ]);
    assert.deepEqual(
      offered(
        '| 单位 | 男 | 女 | 合计 |\n|---|---|---|---|\n| 甲镇 | 12 | * | 20 |\n| 乙镇 | 15 | 10 | 25 |\n| 合计 | 27 | 18 | 45 |',
      ),
      ['choice 按文中其他数字填入8（20 − 12 = 8）'],
    );
  });

  it('is not offered where more is blank, where parts need not be all, or where two sums disagree', () => {
    assert.deepEqual(offered('党务干部*人，其中：专职党务干部*人，兼职党务干部40人。'), []);
    assert.deepEqual(offered('党员85名，其中女党员*名，少数民族党员6名。'), []);
    assert.deepEqual(offered('党员约85名，其中男党员40名，女党员*名。'), []);
    assert.deepEqual(offered('全市共有党支部85个，其中机关支部18个、农村支部*个。'), []);
    assert.deepEqual(offered('党员85名，其中男党员90名，女党员*名。'), []);
    assert.deepEqual(offered('党员85名，其中男党员40名，女党员*名，合计86名。'), []);
    assert.deepEqual(offered('发放问卷*份，收回582份，回收率X%。'), []);
    assert.deepEqual(offered('发放问卷600份，收回*份，回收率X%。'), []);
    assert.deepEqual(
      offered(
        '| 单位 | 男 | 女 | 合计 |\n|---|---|---|---|\n| 甲镇 | 12 | * | 20 |\n| 乙镇 | 15 | 10 | 25 |\n| 合计 | 27 | 19 | 45 |',
      ),
      [],
    );
  });

  it('leaves a text without findings of figures once it is taken', () => {
    const text = '党务干部85人，其中：专职党务干部40人，兼职党务干部*人。';
    const [fix] = analysisOf(text).findings[0]!.fixes!;
    assert.deepEqual(findingsOf(applied(text, fix!.edits)), []);
  });
});
