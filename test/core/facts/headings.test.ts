import assert from 'node:assert/strict';
import { headingsIn } from '../../../server/src/core/facts/headings.js';
import { sectionsOf } from '../../../server/src/core/facts/sections.js';
import { factsIn } from '../../harness/facts.js';
import { mark } from '../../harness/marks.js';

/** One line a section: its level, number and title, its role unless that is other. */
function outline(text: string): string[] {
  return sectionsOf(factsIn(text, headingsIn), text.length).map(
    ({ level, number, title, role }) => `${level} ${number ?? '-'} ${title}${role === 'other' ? '' : ` (${role})`}`,
  );
}

const OUTLINE = [
  '1 - 关于示例工作的调研报告',
  '2 1 基本情况 (overview)',
  '2 2 存在的问题 (problems)',
  '3 1 认识不到位',
  '3 2 力量不足',
  '2 3 对策建议 (countermeasures)',
  '3 1 提高认识',
];
const BODY = { a: '全市共有党组织*个。', b: '一是不重视。二是不熟悉。', c: '人手少。', d: '加强学习。' };
const PLAIN = `关于示例工作的调研报告
一、基本情况
${BODY.a}
二、存在的问题
（一）认识不到位。${BODY.b}
（二）力量不足。${BODY.c}
三、对策建议
（一）提高认识。${BODY.d}
`;

describe('both spellings of a report give the same outline', () => {
  const spellings: [what: string, text: string][] = [
    ['plain text, one line a paragraph', PLAIN],
    ['plain text with blank lines', PLAIN.replaceAll('\n', '\n\n')],
    ['Windows line endings', PLAIN.replaceAll('\n', '\r\n')],
    ['indented by two full-width spaces', PLAIN.replace(/^/gm, '　　')],
    [
      '# before each heading',
      PLAIN.replace(/^关于/m, '# $&')
        .replace(/^[一二三]、/gm, '## $&')
        .replace(/^(（.）.*?)。(.*)$/gm, '### $1\n\n$2'),
    ],
    ['one # before all', PLAIN.replace(/^关于/m, '# $&').replace(/^[一二三]、/gm, '# $&')],
    ['bold headings', PLAIN.replace(/^(关于.*|[一二三]、.*)$/gm, '**$1**').replace(/^(（.）.*?。)/gm, '**$1**')],
    ['half-width brackets', PLAIN.replaceAll('（', '(').replaceAll('）', ')')],
  ];
  for (const [what, text] of spellings) it(what, () => assert.deepEqual(outline(text), OUTLINE));

  it('without numbers', () => {
    assert.deepEqual(outline('# 调研报告\n## 基本情况\n## 存在的问题\n### 力量不足\n'), [
      '1 - 调研报告',
      '2 - 基本情况 (overview)',
      '2 - 存在的问题 (problems)',
      '3 - 力量不足',
    ]);
  });

  it('with chapters, as longer reports have them', () => {
    assert.deepEqual(outline('第一章 基本情况\n一、组织\n第二部分：对策建议\n'), [
      '2 1 基本情况 (overview)',
      '3 1 组织',
      '2 2 对策建议 (countermeasures)',
    ]);
  });
});

describe('a heading without words', () => {
  for (const text of ['# <!-- 甲 -->\n', '甲\n\n<https://x.cn>\n---\n', '#\n']) {
    it(JSON.stringify(text), () => {
      for (const { start, end } of factsIn(text, headingsIn))
        assert.ok(0 <= start && start <= end && end <= text.length);
    });
  }
});

describe('the role of a section', () => {
  it('is none inside a section that has one', () => {
    assert.deepEqual(outline('二、存在的问题\n（一）整改措施不力。甲\n'), [
      '2 2 存在的问题 (problems)',
      '3 1 整改措施不力',
    ]);
  });

  it('is none for the title of the report, whatever its words', () => {
    assert.deepEqual(outline('# 加强示例工作的对策建议\n## 存在的问题\n'), [
      '1 - 加强示例工作的对策建议',
      '2 - 存在的问题 (problems)',
    ]);
  });

  it('is its own where every section has one #', () => {
    assert.deepEqual(outline('# 存在的问题\n## 整改不力\n# 建议\n'), [
      '1 - 存在的问题 (problems)',
      '2 - 整改不力',
      '1 - 建议 (countermeasures)',
    ]);
    assert.deepEqual(outline('# 存在的问题\n## 整改不力\n'), ['1 - 存在的问题 (problems)', '2 - 整改不力']);
  });
});

describe('headings are', () => {
  const cases: [what: string, marked: string][] = [
    ['a line with 一、', '⟦一、基本情况⟧\n甲。'],
    ['a line with 一、 and a colon at its end', '⟦一、基本情况⟧：\n甲。'],
    ['a line with 一、 that says how many there are', '⟦二、存在的问题主要有以下几个方面⟧：\n甲。'],
    ['a line with 一、 that names its problem', '⟦一、最明显的短板：人手偏少，设备陈旧⟧\n甲。'],
    ['the same with a half-width colon', '⟦一、最明显的短板:人手偏少⟧\n甲。'],
    ['the first sentence after （一）', '⟦（一）加强领导⟧。各级要重视。'],
    ['a bare title', '⟦存在的问题⟧\n甲。'],
    ['a bare title of the report', '⟦关于示例工作的调研报告⟧\n'],
    ['ATX without the marks', '# ⟦一、甲⟧ #\n'],
    ['setext', '⟦甲⟧\n===\n'],
    ['not 一是', '一是加强领导。\n'],
    ['not a numbered sentence', '一、各级党组织，要重视，\n'],
    ['not an item of a provision', '（一）座谈；\n（二）走访：\n'],
    ['not an item with half-width punctuation', '一、嫌手续多,不愿申报;\n（二）座谈;\n'],
    ['not a numbered sentence that goes on below', '一、有下列情形之一的：\n二、各乡镇要做到：\n'],
    ['not a field of a notice', '一、时间：3月5日\n二、存在的问题：甲不够。\n'],
    ['not in a table', '| 一、甲 |\n|---|\n| 一、乙 |\n'],
    ['not in code', '```\n# 一、甲\n```\n'],
    ['not in a sentence', '存在的问题是有的。\n问题有三：\n'],
    ['not a first sentence longer than a title', `（一）${'甲'.repeat(51)}。乙。\n`],
    ['not an empty number', '一、\n'],
  ];
  for (const [what, marked] of cases) {
    it(`${what}: ${JSON.stringify(marked)}`, () => {
      const text = marked.replace(/[⟦⟧]/g, '');
      assert.equal(mark(text, factsIn(text, headingsIn)), marked);
    });
  }
});

describe('a section', () => {
  it('goes on to the next heading of its level or above', () => {
    const text = '一、甲\n（一）乙。丙\n二、丁\n戊';
    assert.deepEqual(
      sectionsOf(factsIn(text, headingsIn), text.length).map(({ start, end }) => text.slice(start, end)),
      ['一、甲\n（一）乙。丙\n', '（一）乙。丙\n', '二、丁\n戊'],
    );
  });
});
