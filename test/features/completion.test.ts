import assert from 'node:assert/strict';
import type { Completion } from '../../server/src/features/completion.js';
import { completions } from '../../server/src/features/completion.js';
import { expanded } from '../../server/src/features/snippets.js';
import { rankOf } from '../../server/src/features/pinyin.js';
import { mark, unmark } from '../harness/marks.js';
import { analysisOf } from '../harness/analysis.js';

/** What is offered where ‸ stands: the one function of these tests that knows how to ask. */
function offered(marked: string): { items: readonly Completion[]; text: string } {
  const { text, cursor } = unmark(marked);
  return { items: completions(analysisOf(text), cursor!), text };
}
const labels = (marked: string): string[] =>
  offered(marked)
    .items.filter(({ kind }) => kind !== 'snippet')
    .map(({ label }) => label);

/** The text with the first thing offered put in, its place marked. */
function accepted(marked: string): string {
  const {
    items: [first],
    text,
  } = offered(marked);
  assert.ok(first);
  const { start, end } = first.replace;
  const insert = first.isSnippet ? expanded(first.insert) : first.insert;
  return mark(text.slice(0, start) + insert + text.slice(end), [{ start, end: start + insert.length }]);
}

/** What comes first, and that it is put where the cursor is without leaving anything behind. */
const ACCEPTED: readonly (readonly [before: string, after: string])[] = [
  ['根据《示例资料‸', '根据《⟦示例资料管理规定》⟧'],
  ['根据《示例资料‸》的规定', '根据《⟦示例资料管理规定⟧》的规定'],
  ['根据《示例资‸料》的规定', '根据《⟦示例资料管理规定⟧》的规定'],
  ['根据《slzl‸》', '根据《⟦示例资料管理规定⟧》'],
  ['根据《中国共产党示例‸', '根据《⟦中国共产党示例组织工作条例》⟧'],
  ['根据《zggcdslzz‸', '根据《⟦中国共产党示例组织工作条例》⟧'],
  ['《中国共产党示例组织工作条例》第三‸', '《中国共产党示例组织工作条例》⟦第三章⟧'],
  ['《中国共产党示例组织工作条例》第三章第‸', '《中国共产党示例组织工作条例》第三章⟦第六条⟧'],
  ['《中国共产党示例组织工作条例》第7‸', '《中国共产党示例组织工作条例》⟦第七条⟧'],
  [
    '《中国共产党示例组织工作条例》（以下简称《条例》）。《条例》第8‸',
    '《中国共产党示例组织工作条例》（以下简称《条例》）。《条例》⟦第八条⟧',
  ],
  ['《中华人民共和国示例法》第六条第‸', '《中华人民共和国示例法》第六条⟦第一款⟧'],
  ['《中华人民共和国示例法》第六条第二款第‸', '《中华人民共和国示例法》第六条第二款⟦第（一）项⟧'],
  ['《中国共产党示例组织工作条例》第三条第（‸', '《中国共产党示例组织工作条例》第三条⟦第（一）项⟧'],
  ['共有{{党员总数|人}}。其中{{‸', '共有{{党员总数|人}}。其中{{⟦党员总数|人}}⟧'],
  ['共有{{党员总数|人}}。其中{{dyzs‸}}', '共有{{党员总数|人}}。其中{{⟦党员总数|人⟧}}'],
  ['| 项目 | 数 |\n|---|---|\n| 党员 | {{ffwj‸ |', '| 项目 | 数 |\n|---|---|\n| 党员 | {{⟦发放问卷数\\|份}}⟧ |'],
  ['二、存在的问题\n一是管网老化。\n‸', '二、存在的问题\n一是管网老化。\n⟦二是⟧'],
  ['二、存在的问题\n‸', '二、存在的问题\n⟦一是⟧'],
  [
    '二、存在的问题\n一是管网老化。\n二是人手不足。\n三‸\n三、对策建议\n',
    '二、存在的问题\n一是管网老化。\n二是人手不足。\n⟦三是⟧\n三、对策建议\n',
  ],
  [
    '## 二、存在的问题\n\n### （一）管网老化\n\n漏损。\n\n‸',
    '## 二、存在的问题\n\n### （一）管网老化\n\n漏损。\n\n⟦### （二）⟧',
  ],
  [
    '二、存在的问题\n（一）管网老化。\n（二）人手不足。\n三、对策建议\n‸',
    '二、存在的问题\n（一）管网老化。\n（二）人手不足。\n三、对策建议\n⟦（一）⟧',
  ],
];

describe('completion', () => {
  for (const [before, after] of ACCEPTED) {
    it(before.replaceAll('\n', '⏎'), () => assert.equal(accepted(before), after));
  }

  describe('inside 《', () => {
    it('offers what the report cites and its abbreviations before the index', () => {
      assert.deepEqual(
        labels('依照《示例问卷管理条例》和《中国共产党示例组织工作条例》（以下简称《组织条例》），以及《‸').slice(0, 3),
        ['中国共产党示例组织工作条例', '示例问卷管理条例', '组织条例'],
      );
    });

    it('offers short titles too, and the repealed last and marked', () => {
      assert.deepEqual(labels('《示例法‸'), ['示例法', '示例法典', '中华人民共和国示例法', '中华人民共和国示例法典']);
      const { items } = offered('《示例问卷‸');
      assert.deepEqual(
        items.map(({ label, isOutdated }) => [label, isOutdated ?? false]),
        [
          ['示例问卷管理条例', false],
          ['示例问卷管理办法', true],
        ],
      );
      assert.match(items[1]!.detail!['zh-CN'], /已废止/);
    });

    it('does not offer the name being written, nor a name that several share', () => {
      assert.deepEqual(labels('《不存在的‸》'), []);
      assert.ok(!labels('《示例评估‸').includes('示例评估办法'));
    });

    it('is filtered by initials, every reading of a character counting', () => {
      assert.deepEqual(labels('《zggcdslzz‸'), ['中国共产党示例组织工作条例']);
      assert.equal(rankOf('银行业监督管理法', 'yhy'), 2);
      assert.equal(rankOf('长江保护法', 'cjbh'), 2);
      assert.equal(rankOf('重大行政决策程序暂行条例', 'zdxz'), 2);
      assert.equal(rankOf('中国共产党章程', 'zc'), 3);
      assert.equal(rankOf('民法典', 'x'), null);
    });
  });

  describe('after 》第', () => {
    it('offers the chapters, then the articles, with where they stand', () => {
      const { items } = offered('《中国共产党示例组织工作条例》第‸');
      assert.deepEqual(
        items.map(({ label }) => label),
        ['第一章', '第二章', '第三章', '第四章', ...'一二三四五六七八'.split('').map(n => `第${n}条`)],
      );
      assert.equal(items[2]!.detail!['zh-CN'], '第三章“干部队伍”，第六条至第七条');
      assert.match(items.find(({ label }) => label === '第四条')!.detail!['zh-CN'], /^第二章“组织设置”，共2款/);
    });

    it('offers nothing of a regulation that is unknown, or known by date alone', () => {
      assert.deepEqual(labels('《没有这部条例》第‸'), []);
      assert.deepEqual(labels('《示例资料管理规定》第‸'), []);
    });

    it('knows 之一, and a list beyond a bracket', () => {
      assert.ok(labels('《中华人民共和国示例法》第5‸').includes('第五条之一'));
      assert.deepEqual(labels('《中国共产党示例组织工作条例》（2019年修订）第二章第‸'), ['第四条', '第五条']);
    });
  });

  describe('at the start of a line', () => {
    it('says which problem the next countermeasure is for', () => {
      const {
        items: [next],
      } = offered('一、存在的问题\n一是管网老化。\n二是人手不足。\n二、对策建议\n一是更新管网。\n‸');
      assert.equal(next?.label, '二是');
      assert.equal(next?.detail?.['zh-CN'], '对应问题：二是人手不足');
    });

    it('offers snippets by pinyin, initials, English and Chinese', () => {
      for (const typed of ['went', 'czwt', 'prob', '存在']) {
        assert.deepEqual(
          offered(`${typed}‸`).items.map(({ label }) => label),
          ['存在的问题'],
          typed,
        );
      }
    });
  });

  it('offers nothing in the middle of a sentence, in code, in a comment or in front matter', () => {
    for (const text of [
      '我们认为‸，',
      '二、存在的问题\n一是老化‸。',
      '`《示例‸`',
      '<!-- 《示例‸ -->',
      '---\ntitle: 甲\n‸\n---\n',
      '```\n《示例‸\n```\n',
    ]) {
      assert.deepEqual(offered(text).items, [], text);
    }
  });
});
