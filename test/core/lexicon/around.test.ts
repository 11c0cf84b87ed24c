import assert from 'node:assert/strict';
import { beginning, ending, withoutEnd, withoutStart } from '../../../server/src/core/lexicon/affixes.js';
import {
  anyLabelEndsAt,
  fieldEndsAt,
  labelEndsAt,
  personLabelEndsAt,
} from '../../../server/src/core/lexicon/fields.js';
import { GENRE, Lexicon } from '../../../server/src/core/lexicon/lexicon.js';
import { countedAt, measureAt } from '../../../server/src/core/lexicon/measures.js';

describe('words at the end and at the beginning of a text', () => {
  it('the longest that ends at an offset, of any of the classes', () => {
    assert.equal(GENRE.endingAt('全县共有党员', 4, 'total'), '共有');
    assert.equal(GENRE.endingAt('全县共有党员', 4, 'having', 'total', 'share'), '共有');
    assert.equal(GENRE.endingAt('全县共有党员', 3, 'total'), '共');
    assert.equal(GENRE.endingAt('共', 1, 'total', 'office'), '共');
    assert.equal(GENRE.endingAt('全县', 2, 'total'), '');
    assert.equal(GENRE.endingAt('', 0, 'total'), '');
  });

  it('a word of a sentence has its own meanings, not those that are looked up elsewhere', () => {
    const classes = GENRE.longestAt('户', 0)!.senses.map(({ of }) => of);
    assert.ok(classes.includes('unit') && !classes.includes('lone'), classes.join());
    assert.equal(GENRE.longestAt('户', 0, 'lone')?.text, '户');
    assert.ok(GENRE.sense('户', 'lone') && GENRE.sense('户', 'unit'));
    assert.equal(GENRE.sense('户口', 'unit'), null);
  });

  it('not one that is the end of an ordinary word, or the beginning of a longer one', () => {
    assert.equal(ending('该村东邻', 'toward'), '邻');
    assert.equal(ending('两地直接', 'toward'), '');
    assert.equal(ending('两地', 'toward'), '');
    assert.equal(beginning('组织部牵头', 'doing'), '');
    assert.equal(beginning('牵头负责', 'doing'), '牵头');
    assert.equal(beginning('甲', 'doing'), '');
    assert.equal(beginning('县委', 'place', 'org'), '');
    assert.equal(beginning('街道办', 'org', 'place'), '街道');
    assert.equal(beginning('街道办', 'place', 'org'), '街道');
    assert.equal(ending('全县高中', 'level'), '高中');
    assert.equal(beginning('条例规定', 'type'), '条例');
  });

  it('what is left without them, however many', () => {
    assert.equal(withoutEnd('党员总数达到为', 'tofigure'), '党员总数');
    assert.equal(withoutEnd('党员', 'tofigure'), '党员');
    assert.equal(withoutStart('其中另外党员', 'leading'), '党员');
    assert.equal(withoutStart('党员', 'leading'), '党员');
    assert.equal(withoutStart('其中', 'leading'), '');
  });
});

describe('a lexicon of a few lines', () => {
  // Made anew in each, so that a change of how it is made shows.
  const few = (): Lexicon =>
    new Lexicon([
      ['甲 甲乙', 'unit', 'as=人 counted'],
      ['甲 丙 丙', 'lone', ''],
      ['丁 戊戊戊 己', 'unit', ''],
    ]);

  it('knows its words by their classes, in the order of the lines', () => {
    const own = few();
    assert.deepEqual(own.wordsOf('unit'), ['甲', '甲乙', '丁', '戊戊戊', '己']);
    assert.deepEqual(own.wordsOf('share'), []);
    assert.deepEqual(own.classes, ['unit', 'lone']);
  });

  it('and what the table says of each', () => {
    const own = few();
    assert.deepEqual(own.sense('甲乙', 'unit'), { of: 'unit', attributes: { as: '人', counted: '' } });
    assert.deepEqual(own.sense('丁', 'unit'), { of: 'unit', attributes: {} });
    assert.deepEqual(own.longestAt('甲乙丙', 0), {
      text: '甲乙',
      senses: [{ of: 'unit', attributes: { as: '人', counted: '' } }],
    });
    assert.equal(own.longestAt('丙', 0), null);
    assert.equal(own.longestAt('丙', 0, 'lone')?.text, '丙');
    assert.equal(own.endingAt('丁甲乙', 3, 'unit'), '甲乙');
    assert.equal(own.endingAt('丁甲乙', 2, 'unit'), '甲');
    assert.equal(own.endingAt('戊戊戊', 3, 'unit'), '戊戊戊');
    assert.equal(own.endingAt('甲', 1, 'share', 'unit'), '甲');
    assert.equal(own.endingAt('丙', 1, 'unit', 'lone'), '丙');
    assert.deepEqual(
      own.longestAt('甲', 0, 'lone')?.senses.map(({ of }) => of),
      ['lone'],
    );
    assert.equal(own.longestAt('甲', 0)?.text, '甲');
    assert.equal(own.longestAt('甲丙', 1), null);
    assert.equal(own.sense('甲', 'share'), null);
  });

  it('tells what stands twice in one class', () => {
    assert.deepEqual(few().repeated, ['丙 (lone)']);
  });

  it('with no further words is itself', () => {
    assert.equal(GENRE.with([]), GENRE);
  });
});

describe('measures', () => {
  for (const [text, measure] of [
    ['人，', '人'],
    ['万元资金', '万元'],
    ['亿', '亿'],
    ['十个', '十个'],
    ['万人次', '万人次'],
    ['个百分点', '个百分点'],
    ['km，', 'km'],
    ['kmart', ''],
    ['的', ''],
    ['', ''],
    ['项目', '项'],
    ['人A类', '人'],
    ['A', ''],
    ['Ab', ''],
  ] as const)
    it(`${text}: ${measure}`, () => assert.equal(measureAt(GENRE, text, 0), measure));

  it('not one that another word begins with', () => {
    assert.equal(countedAt(GENRE, '项目', 0), '');
    assert.equal(countedAt(GENRE, '项工作', 0), '项');
    assert.equal(countedAt(GENRE, '共项目', 1), '');
  });
});

describe('the labels of a form', () => {
  const asked = (text: string, ends: (text: string, end: number) => boolean): boolean => ends(text, text.length);
  for (const [text, isField, isLabel, isPerson, isAny] of [
    ['联系电话', true, false, false, false],
    ['联系电话：', false, true, false, true],
    ['联系电话:', false, true, false, true],
    ['填报人：', false, true, true, true],
    ['审核员：', false, true, false, true],
    ['组长：', false, true, true, true],
    ['列席：', false, false, true, true],
    ['法定代表人（签字）：', false, true, true, true],
    ['负责人（请一律用钢笔正楷签字）：', false, false, false, false],
    ['审批意见：', false, false, false, true],
    ['一二三四五六七八：', false, false, false, true],
    ['一二三四五六七八九：', false, false, false, false],
    ['意：', false, false, false, false],
    ['甲，一二意见：', false, false, false, false],
    ['负责人（请用钢笔正楷签字）：', false, true, true, true],
    ['（签字）：', false, false, false, false],
    ['主要做法如下，包括：', false, false, false, false],
    ['这一条说得太长太长：', false, false, false, false],
    ['姓名：张敏  审批意见：', false, false, false, true],
    ['：', false, false, false, false],
    ['', false, false, false, false],
  ] as const)
    it(text || 'nothing', () =>
      assert.deepEqual(
        [fieldEndsAt, labelEndsAt, personLabelEndsAt, anyLabelEndsAt].map(ends => asked(text, ends)),
        [isField, isLabel, isPerson, isAny],
      ),
    );
});
