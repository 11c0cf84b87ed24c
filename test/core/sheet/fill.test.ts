import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fill, placeholderRows, type SheetRow } from '../../../server/src/core/sheet.js';
import { modelFor } from './model.js';
import { applyEdits } from '../../../server/src/core/text/edit.js';

type Given = Partial<SheetRow>;
const rowOf = (given: Given, i = 0): SheetRow => ({
  id: '',
  key: '',
  value: '',
  unit: '',
  sentence: '',
  draft: '',
  where: `sheet:${i + 2}`,
  ...given,
});

/** The text with `values` put into its placeholders in order, or the problems, in Chinese. */
function filled(text: string, ...values: string[]): string {
  const model = modelFor(text);
  const rows = placeholderRows(model);
  assert.equal(rows.length, values.length, `placeholders of ${text}`);
  const { edits, problems } = fill(
    model,
    rows.map((row, i) => rowOf({ id: row.id, key: row.key, value: values[i]! }, i)),
  );
  return problems.length > 0 ? problems.map(({ message }) => message['zh-CN']).join('\n') : applyEdits(text, edits);
}

const FITS: Readonly<Record<string, readonly (readonly [string, readonly string[], string])[]>> = {
  numbers: [
    ['党员*人。', ['1280'], '党员1280人。'],
    ['党员*人。', [' 1,280 '], '党员1280人。'],
    ['党员*人。', ['１２８０人'], '党员1280人。'],
    ['党员*人。', ['12名'], '党员12人。'],
    ['党员*人。', ['12.0'], '党员12人。'],
    ['党员*人。', ['1.2万'], '党员1.2万人。'],
    ['党员*人。', ['十二'], '党员十二人。'],
    ['占*%。', ['35.50%'], '占35.50%。'],
    ['占*%，增长*%。', ['12', '-3.2'], '占12%，增长-3.2%。'],
    ['投入XX万元。', ['35.6万元'], '投入35.6万元。'],
    ['第XX条规定。', ['十二'], '第十二条规定。'],
    ['*—*岁的*名。', ['31', '45', '8'], '31—45岁的8名。'],
    ['1X.X%', ['12.5'], '12.5%'],
    ['惠及**余户。', ['300'], '惠及300余户。'],
  ],
  'approximate numbers': [
    ['党员*人。', ['约1200'], '党员约1200人。'],
    ['党员*人。', ['近1200人'], '党员近1200人。'],
    ['党员*人。', ['1200余'], '党员1200余人。'],
    ['党员*人。', ['1200多人'], '党员1200多人。'],
    ['党员约*人。', ['约1200'], '党员约1200人。'],
    ['惠及**余户。', ['300余'], '惠及300余户。'],
    ['投入XX万元。', ['近30万元'], '投入近30万元。'],
    ['党员{{党员数|人}}。', ['约1200'], '党员约1200人。'],
    ['党员{{党员数|人}}。', ['1200余人'], '党员1200余人。'],
    ['占*%。', ['近35%'], '占近35%。'],
    ['惠及*人。', ['1.2万余'], '惠及1.2万余人。'],
  ],
  'named placeholders': [
    ['党员{{党员数|人}}。', ['1280'], '党员1280人。'],
    ['党员{{党员数|人}}人。', ['1280'], '党员1280人。'],
    ['党员{{党员数|人}}。', ['1280人'], '党员1280人。'],
    ['惠及{{户数}}余户。', ['300'], '惠及300余户。'],
    [
      '截至{{调研日期}}，{{单位名称}}共有党员{{党员数|人}}。',
      ['2024-05-01', '市委办公室', '3'],
      '截至2024年5月1日，市委办公室共有党员3人。',
    ],
    ['20{{年份}}年', ['2024'], '2024年'],
    ['{{年份}}年', ['2024'], '2024年'],
  ],
  dates: [
    ['20XX年X月X日。', ['2024', '05', '1日'], '2024年5月1日。'],
    ['201X年，20XX年。', ['2019', '24'], '2019年，2024年。'],
    ['二〇二×年×月×日', ['二〇二四', '五', '一'], '二〇二四年五月一日'],
    ['      年  月  日', ['2024-05-01'], '      2024年5月1日'],
    ['2025年  月  日印发', ['2025年3月12日'], '2025年3月12日印发'],
    ['于[完成时间]前完成。', ['2024-05-06'], '于2024年5月6日前完成。'],
    ['（××发〔20××〕×号）', ['清', '2024', '3'], '（清发〔2024〕3号）'],
  ],
  tables: [
    ['| 街道 | 社区/个 |\n|---|---|\n| 枫桥 | * |\n', ['12个'], '| 街道 | 社区/个 |\n|---|---|\n| 枫桥 | 12 |\n'],
    [
      '| 街道 | 社区 |\n|---|---|\n| 枫桥 | {{社区数\\|个}} |\n',
      ['12'],
      '| 街道 | 社区 |\n|---|---|\n| 枫桥 | 12个 |\n',
    ],
  ],
  words: [
    ['××县××镇党委。', ['清河县', '安平镇'], '清河县安平镇党委。'],
    ['联系人：XXX，XXX同志。', ['张三', '李四同志'], '联系人：张三，李四同志。'],
    ['召开【会议名称】。', ['全市组织工作会议'], '召开全市组织工作会议。'],
  ],
};

const MISFITS: readonly (readonly [string, string, RegExp])[] = [
  ['党员*人。', '很多', /^“党员数”的值“很多”不能填入：此处应填数字$/],
  ['党员*人。', '不详', /此处应填数字/],
  ['党员*人。', '12O', /“O”是字母，疑为 0/],
  ['党员*人。', 'l2', /“l”是字母，疑为 1/],
  ['党员*人。', '12.5', /以“人”计的数应为非负整数/],
  ['党员*人。', '-3', /以“人”计的数应为非负整数/],
  ['党员*人。', '12户', /单位应为“人”，给出的是“户”/],
  ['党员*人。', '1,28', /千位分隔符的位置不对/],
  ['投入XX万元。', '35元', /单位应为“万元”，给出的是“元”/],
  ['投入XX万元。', '3万', /单位应为“万元”，给出的是“万”/],
  ['占*%。', '1.2万', /单位应为“%”/],
  ['占*%。', '5个百分点', /单位应为“%”，给出的是“个百分点”/],
  ['惠及{{惠及户数}}余户', '300人', /单位应为“户”，给出的是“人”/],
  ['201X年', '2024', /稿中已写出“201”，值与之不符/],
  ['20XX年', '202', /此处应填四位年份/],
  ['20XX年X月。', '2024', /应填月份/],
  ['1X.X%', '32.5', /稿中已写出“1”/],
  ['      年  月  日', '2024-02-30', /此处应填日期/],
  ['      年  月  日', '2024年5月', /此处应填日期/],
  ['2025年  月  日', '2024-05-01', /稿中已写出“2025年”/],
  ['××县', '清河\n县', /换行或控制字符/],
  ['××县', 'XX', /填入后仍是空缺/],
  ['党员{{党员数}}。', '{{总数}}', /填入后仍是空缺|应填数字/],
  ['| 县 |\n|---|\n| ××县 |', 'a|b', /会打乱所在表格/],
];

describe('fill', () => {
  for (const [group, cases] of Object.entries(FITS)) {
    describe(group, () => {
      for (const [text, values, expected] of cases)
        it(`${text} ← ${values.join(', ')}`, () => assert.equal(filled(text, ...values), expected));
    });
  }

  describe('refuses', () => {
    for (const [text, value, message] of MISFITS) {
      it(`${text} ← ${JSON.stringify(value)}`, () => {
        const model = modelFor(text);
        const rows = placeholderRows(model);
        const { problems } = fill(model, [
          rowOf({ id: rows.at(/X月/.test(text) ? -1 : 0)!.id, key: rows[0]!.placeholder.key ?? '', value }),
        ]);
        assert.equal(problems.length, 1);
        assert.match(problems[0]!.message['zh-CN'], message);
        assert.doesNotMatch(problems[0]!.message.en, /[\u4e00-\u9fff]{8}/);
      });
    }

    const TEXT = '党员*人，群众*人。现有{{户数|户}}。';
    const ids = placeholderRows(modelFor(TEXT)).map(({ id }) => id);
    const SHEETS: readonly (readonly [string, Given[], RegExp])[] = [
      [
        'a sentence that was changed',
        [{ id: ids[0]!.replace(/.-/, '!-'), key: '群体数', value: '5', sentence: '党员〖*〗人。' }],
        /所在的句子已与导出时不同（导出时为“党员〖\*〗人。”），未填/,
      ],
      ['an unknown key', [{ key: '村数', value: '5' }], /^文稿中没有名为“村数”的空缺$/],
      [
        'a key that is only proposed',
        [{ key: '党员数', value: '5' }],
        /它只是第 1 行空缺的建议名。请先将该处改为命名空缺，或用编号 g\w+-1 填写/,
      ],
      [
        'a key with two values',
        [
          { key: '户数', value: '5' },
          { key: '户数', value: '6' },
        ],
        /“户数”有不同的值：“5”（sheet:2）、“6”（sheet:3）/,
      ],
      [
        'an id with two values',
        [
          { id: ids[0]!, value: '5' },
          { id: ids[0]!, value: '6' },
        ],
        /“党员数”有不同的值/,
      ],
      ['a row without a name', [{ value: '5' }], /既|没有编号，也没有键/],
      ['another unit in its column', [{ key: '户数', value: '5', unit: '人' }], /单位应为“户”，给出的是“人”/],
    ];
    for (const [name, given, message] of SHEETS) {
      it(name, () => {
        const { problems } = fill(modelFor(TEXT), given.map(rowOf));
        assert.equal(problems.length, 1);
        assert.match(problems[0]!.message['zh-CN'], message);
      });
    }
  });

  it('takes one value for all placeholders of a key, and a value given twice once', () => {
    const text = '{{党员数|人}}，其中{{党员数|人}}。';
    const { edits, problems, blank } = fill(modelFor(text), [
      rowOf({ key: '党员数', value: '5' }),
      rowOf({ key: '党员数', value: '5 ' }),
    ]);
    assert.deepEqual([problems, blank, applyEdits(text, edits)], [[], [], '5人，其中5人。']);
  });

  it('fills a placeholder that was named since by its key', () => {
    const [row] = placeholderRows(modelFor('20XX年党员*人。'));
    const text = '{{年份}}年党员*人。';
    const { edits, problems } = fill(modelFor(text), [rowOf({ id: row!.id, key: row!.key, value: '2024' })]);
    assert.deepEqual([problems, applyEdits(text, edits)], [[], '2024年党员*人。']);
  });

  it('lists what stays blank and passes over empty cells', () => {
    const { edits, problems, blank } = fill(modelFor('党员*人，群众*人。'), [rowOf({ id: 'gone', value: '  ' })]);
    assert.deepEqual([edits, problems, blank.map(({ key }) => key)], [[], [], ['党员数', '群众数']]);
  });
});

describe('a sheet put in again and again', () => {
  const TEXT = '一、甲\n党员*人，占*%，第*位。\n二、乙\n群众*人，其中*岁以上的*人，共*%。\n';
  const sheetOf = (text: string, values: readonly string[]): SheetRow[] =>
    placeholderRows(modelFor(text)).map((row, i) =>
      rowOf({ id: row.id, key: row.key, sentence: row.words, value: values[i] ?? '' }, i),
    );

  it('fills what is new and passes over what is there', () => {
    const part = fill(modelFor(TEXT), sheetOf(TEXT, ['1,200', '', '', '5人']));
    const once = applyEdits(TEXT, part.edits);
    assert.equal(once, TEXT.replace('党员*', '党员1200').replace('群众*', '群众5'));
    const whole = fill(modelFor(once), sheetOf(TEXT, ['1,200', '35%', '3', '5人', '60', '2', '9']));
    assert.deepEqual([whole.problems, whole.already, whole.blank], [[], 2, []]);
    const twice = applyEdits(once, whole.edits);
    assert.equal(twice, '一、甲\n党员1200人，占35%，第3位。\n二、乙\n群众5人，其中60岁以上的2人，共9%。\n');
    const again = fill(modelFor(twice), sheetOf(TEXT, ['1,200', '35%', '3', '5人', '60', '2', '9']));
    assert.deepEqual([again.problems, again.already, again.edits], [[], 7, []]);
  });

  it('gives the same in any order of filling', () => {
    const values = ['12', '34', '5', '67', '60', '8', '9'];
    fc.assert(
      fc.property(fc.array(fc.uniqueArray(fc.nat(6)), { maxLength: 4 }), rounds => {
        let text = TEXT;
        const given = values.map(() => '');
        for (const round of [...rounds, [0, 1, 2, 3, 4, 5, 6]]) {
          for (const i of round) given[i] = values[i]!;
          const { edits, problems } = fill(modelFor(text), sheetOf(TEXT, given));
          assert.deepEqual(problems, []);
          text = applyEdits(text, edits);
        }
        assert.equal(text, applyEdits(TEXT, fill(modelFor(TEXT), sheetOf(TEXT, values)).edits));
      }),
      { numRuns: 100 },
    );
  });

  const CHANGED: readonly (readonly [string, string])[] = [
    ['another value stands there', '一、甲\n党员13人，占*%，第*位。\n'],
    ['the words around it were changed', '一、甲\n党员12名，占*%，第*位。\n'],
    ['the sentence stands there twice', '党员12人，占*%，第*位。党员12人，占*%，第*位。'],
  ];
  for (const [name, text] of CHANGED) {
    it(`refuses when ${name}`, () => {
      const { problems } = fill(modelFor(text), sheetOf(TEXT, ['12', '34']));
      assert.equal(problems.length, 2);
      assert.match(problems[0]!.message['zh-CN'], /所在的句子已与导出时不同/);
    });
  }
});

describe('the id of a placeholder', () => {
  const idsOf = (text: string): string[] => placeholderRows(modelFor(text)).map(({ id }) => id);

  it('stays when other sentences, white space, markup or the marker change, or the placeholder gets a name', () => {
    const [first, second] = idsOf('党员*人，占*%。');
    for (const text of [
      '前言。党员*人，占*%。后记*个。',
      '**党员** __ 人，占 X%。',
      '党员{{党员数|人}}，占*%。',
      '党员{{党员数|人}}，占{{比例|%}}。',
    ]) {
      assert.deepEqual(idsOf(text).slice(0, 2), [first, second], text);
    }
  });

  it('is another in another sentence, and for a sentence said twice in another section', () => {
    assert.notEqual(idsOf('2023年党员*人。')[0], idsOf('2024年党员*人。')[0]);
    const twice = '一、甲县\n党员*人。\n二、乙县\n党员*人。\n';
    const [a, b] = idsOf(twice);
    assert.notEqual(a, b);
    assert.equal(idsOf('一、甲县\n党员*人。\n二、乙县\n党员3人。\n').includes(b!), false);
  });

  it('never moves to another place when sentences come and go', () => {
    const sentence = fc.constantFrom(
      '党员*人。',
      '群众*人，占*%。',
      '党员*人。党员*人。',
      '一、甲县\n',
      '二、乙县\n',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 10 }), fc.array(sentence, { maxLength: 10 }), (a, b) => {
        const [before, after] = [placeholderRows(modelFor(a.join(''))), placeholderRows(modelFor(b.join('')))];
        assert.equal(new Set(before.map(({ id }) => id)).size, before.length);
        for (const row of before) {
          const same = after.find(({ id }) => id === row.id);
          if (same) assert.equal(same.words, row.words);
        }
      }),
      { numRuns: 300 },
    );
  });
});
