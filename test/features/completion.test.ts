import assert from 'node:assert/strict';
import type { Completion, Surroundings } from '../../server/src/features/completion.js';
import { completions } from '../../server/src/features/completion.js';
import { expanded, SOURCES } from '../../server/src/features/snippets.js';
import { applyEdits } from '../../server/src/core/text/edit.js';
import { rankOf } from '../../server/src/features/pinyin.js';
import { mark, unmark } from '../harness/marks.js';
import { analysisOf } from '../harness/analysis.js';

/** What is offered where ‸ stands: the one function of these tests that knows how to ask. */
function offered(marked: string, around: Surroundings = {}): { items: readonly Completion[]; text: string } {
  const { text, cursor } = unmark(marked);
  return { items: completions(analysisOf(text), cursor!, around), text };
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
  // What moves up stands behind.
  const rest = applyEdits(
    text.slice(end),
    (first.also ?? []).map(edit => ({ ...edit, start: edit.start - end, end: edit.end - end })),
  );
  return mark(text.slice(0, start) + insert + rest, [{ start, end: start + insert.length }]);
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

/** The next number: at every level, in every section, in the form of those before it, and in the middle. */
const NUMBERS: readonly (readonly [before: string, after: string])[] = [
  [
    '二、存在的问题\n（一）管网老化。\n一是漏损。\n二是爆管。\n‸',
    '二、存在的问题\n（一）管网老化。\n一是漏损。\n二是爆管。\n⟦三是⟧',
  ],
  ['二、存在的问题\n（一）管网老化。\n一是漏损。\n（二‸', '二、存在的问题\n（一）管网老化。\n一是漏损。\n⟦（二）⟧'],
  [
    '## 二、存在的问题\n\n### （一）管网老化\n\n漏损。\n\n### ‸',
    '## 二、存在的问题\n\n### （一）管网老化\n\n漏损。\n\n⟦### （二）⟧',
  ],
  [
    '## 二、存在的问题\n\n### （一）管网老化\n\n漏损。\n\n###‸',
    '## 二、存在的问题\n\n### （一）管网老化\n\n漏损。\n\n⟦### （二）⟧',
  ],
  ['## 二、存在的问题\n\n- 一是管网老化。\n- ‸', '## 二、存在的问题\n\n- 一是管网老化。\n⟦- 二是⟧'],
  ['二、存在的问题\n一是管网老化。‸', '二、存在的问题\n一是管网老化。⟦二是⟧'],
  [
    '二、存在的问题\n主要是：一是管网老化；二是人手不足；‸',
    '二、存在的问题\n主要是：一是管网老化；二是人手不足；⟦三是⟧',
  ],
  ['三、原因分析\n一是认识不够。\n‸', '三、原因分析\n一是认识不够。\n⟦二是⟧'],
  [
    '一、主要做法\n一是坚持高位推动。\n二是坚持保障基本。\n‸',
    '一、主要做法\n一是坚持高位推动。\n二是坚持保障基本。\n⟦三是⟧',
  ],
  ['一、取得的成效\n1. 覆盖面扩大。\n2. 质量提高。\n‸', '一、取得的成效\n1. 覆盖面扩大。\n2. 质量提高。\n⟦3. ⟧'],
  ['三、对策建议\n一要更新管网。\n二要充实人员。\n‸', '三、对策建议\n一要更新管网。\n二要充实人员。\n⟦三要⟧'],
  ['三、对策建议\n(一)更新管网。\n(二)充实人员。\n‸', '三、对策建议\n(一)更新管网。\n(二)充实人员。\n⟦(三)⟧'],
  ['三、对策建议\n（1）更新管网。\n（2）充实人员。\n‸', '三、对策建议\n（1）更新管网。\n（2）充实人员。\n⟦（3）⟧'],
  ['三、对策建议\n①更新管网。\n②充实人员。\n‸', '三、对策建议\n①更新管网。\n②充实人员。\n⟦③⟧'],
  ['三、对策建议\n第一，更新管网。\n第二，充实人员。\n‸', '三、对策建议\n第一，更新管网。\n第二，充实人员。\n⟦第三，⟧'],
  ['三、对策建议\n其一，更新管网。\n其二，充实人员。\n‸', '三、对策建议\n其一，更新管网。\n其二，充实人员。\n⟦其三，⟧'],
  ['三、对策建议\n**一是更新管网。**分三年。\n‸', '三、对策建议\n**一是更新管网。**分三年。\n⟦**二是。**⟧'],
  // The marks of a bold lead as those before it have them.
  ['三、对策建议\n**一是更新管网**。分三年。\n‸', '三、对策建议\n**一是更新管网**。分三年。\n⟦**二是**。⟧'],
  ['三、对策建议\n**一是更新管网：**分三年。\n‸', '三、对策建议\n**一是更新管网：**分三年。\n⟦**二是：**⟧'],
  ['三、对策建议\n**一是更新管网** 分三年。\n‸', '三、对策建议\n**一是更新管网** 分三年。\n⟦**二是**⟧'],
  ['三、对策建议\n**一是**更新管网。分三年。\n‸', '三、对策建议\n**一是**更新管网。分三年。\n⟦**二是**⟧'],
  ['三、对策建议\n**（一）**更新管网。分三年。\n‸', '三、对策建议\n**（一）**更新管网。分三年。\n⟦**（二）**⟧'],
  ['三、对策建议\n**1.更新管网。** 分三年。\n**2‸', '三、对策建议\n**1.更新管网。** 分三年。\n⟦**2.。**⟧'],
  ['三、对策建议\n　　一是更新管网。\n　　‸', '三、对策建议\n　　一是更新管网。\n　　⟦二是⟧'],
  [
    '二、存在的问题\n一是管网老化。\n‸\n二是人手不足。\n三是资金不够。\n三、对策建议\n',
    '二、存在的问题\n一是管网老化。\n⟦二是⟧\n三是人手不足。\n四是资金不够。\n三、对策建议\n',
  ],
  ['二、存在的问题\n一是管网老化。\n‸\n三是资金不够。\n', '二、存在的问题\n一是管网老化。\n⟦二是⟧\n三是资金不够。\n'],
  ['二、存在的问题\n一是甲；‸二是乙；三是丙。\n', '二、存在的问题\n一是甲；⟦二是三是⟧乙；四是丙。\n'],
  [
    '# 供水调研报告\n\n## 一、基本情况\n\n共6个县。\n\n## ‸',
    '# 供水调研报告\n\n## 一、基本情况\n\n共6个县。\n\n⟦## 二、⟧',
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

    it('names the problem that no measure answers, by their words and not by the number', () => {
      const {
        items: [next],
      } = offered('一、存在的问题\n一是管网老化。\n二是水质检测能力不足。\n二、对策建议\n一是提升水质检测能力。\n‸');
      assert.equal(next?.detail?.['zh-CN'], '对应问题：一是管网老化');
      const all = offered(
        '一、存在的问题\n一是管网老化。\n二是人手不足。\n二、对策建议\n一是更新管网。\n二是充实人手。\n‸',
      );
      assert.equal(all.items[0]?.detail?.['zh-CN'], '问题均已有对策');
    });

    it('offers what the next countermeasure may be called, in the words of its problem', () => {
      const text = '一、存在的问题\n一是管网老化。\n二是水质检测能力不足。\n二、对策建议\n一是更新管网。\n‸';
      const { items } = offered(text);
      assert.deepEqual(
        items.slice(0, 4).map(({ label, insert }) => [label, insert]),
        [
          ['二是', '二是'],
          ['二是提升水质检测能力', '二是提升水质检测能力。'],
          ['二是增强水质检测能力', '二是增强水质检测能力。'],
          ['二是提高水质检测能力', '二是提高水质检测能力。'],
        ],
      );
      // With the number typed, the heads alone; under ### without a full stop, in bold with its marks; none for what has no row.
      assert.deepEqual(labels(text.replace('‸', '二是‸')).slice(0, 1), ['二是提升水质检测能力']);
      const headed = offered(text.replace(/^[一二]是/gm, n => `### （${n[0]}）`).replace('‸', '‸'));
      assert.equal(headed.items[1]?.insert, '### （二）提升水质检测能力');
      assert.equal(offered(text.replace('能力不足', '难以捉摸')).items[1]?.label.startsWith('二是') ?? false, false);
    });

    it('goes by the order while the words do not tell', () => {
      const { items } = offered(
        '一、存在的问题\n一是甲甲甲。\n二是乙乙乙。\n三是丙丙丙。\n四是丁丁丁。\n二、对策建议\n一是子子子。\n二是丑丑丑。\n‸',
      );
      assert.equal(items[0]?.detail?.['zh-CN'], '对应问题：三是丙丙丙');
    });

    it('offers the inner list first, then the outer ones', () => {
      assert.deepEqual(
        labels('# 供水调研报告\n\n## 二、存在的问题\n\n### （一）管网老化\n\n一是漏损。\n\n二是爆管。\n\n‸').slice(
          0,
          3,
        ),
        ['三是', '（二）', '三、'],
      );
    });

    it('an accepted number never breaks the count', () => {
      for (const [marked] of [...NUMBERS, ...ACCEPTED]) {
        if (!/[一二（\d]/.test(marked)) continue;
        const { items, text } = offered(`供水调研报告\n${marked}`);
        const rules = (of: string): string[] =>
          analysisOf(of)
            .findings.map(({ rule }) => rule)
            .filter(rule => /numbering|sequence/.test(rule));
        for (const { kind, insert, isSnippet, replace, also = [] } of items) {
          if (kind !== 'point') continue;
          const written = isSnippet ? expanded(insert) : `${insert}新的一点。`;
          const now = applyEdits(text, [...also, { ...replace, text: written }]);
          assert.ok(rules(now).length <= rules(text).length, now);
        }
      }
    });
  });

  for (const [before, after] of NUMBERS) {
    it(before.replaceAll('\n', '⏎'), () => assert.equal(accepted(before), after));
  }

  describe('snippets', () => {
    const REPORT =
      '# 供水情况调研报告\n\n## 一、基本情况\n\n共6个县。\n\n## 二、存在的问题\n\n一是管网老化。漏损率高。\n\n';
    const names = (marked: string, around?: Surroundings): string[] =>
      offered(marked, around)
        .items.filter(({ kind }) => kind === 'snippet')
        .map(({ label }) => label);
    const text = (marked: string, name: string, around?: Surroundings): string => {
      const found = offered(marked, around).items.find(({ label, kind }) => label === name && kind === 'snippet');
      assert.ok(found, name);
      return expanded(found.insert);
    };

    it('by pinyin, initials, English and Chinese', () => {
      for (const typed of ['yuany', 'yyfx', 'pdcauses', '原因分'])
        assert.equal(names(`${REPORT}${typed}‸`)[0], '原因分析', typed);
    });

    it('all of them by their lead, where none is a word', () => {
      assert.ok(names(`${REPORT}pd‸`).length >= 39);
      for (const word of ['report', 'survey', 'quote', 'the', 'p', 'a'])
        assert.deepEqual(names(`${REPORT}${word}‸`), []);
    });

    it('only in reports, or where nothing is written yet: whole reports first', () => {
      assert.deepEqual(names('今天去了一趟县里。\n\nwenti‸'), []);
      assert.deepEqual(names('‸').slice(0, 4), ['调研报告', '经验调研报告', '考察报告', '调研专报']);
      assert.deepEqual(names('dybg‸'), ['调研报告']);
      assert.ok(!names(`${REPORT}‸`).includes('调研报告'));
    });

    it('those first that the section wants, last what is there already', () => {
      const inProblems = names(`${REPORT}‸`);
      assert.deepEqual(inProblems.slice(0, 2), ['问题分层', '问题一条']);
      assert.equal(inProblems.at(-1), '存在的问题');
      assert.match(offered(`${REPORT}cunzai存在‸`).items[0]?.label ?? '', /^$/);
      assert.match(
        offered(`${REPORT}存在的问‸`).items.find(({ label }) => label === '存在的问题')!.detail!['zh-CN'],
        /^本文已有。/,
      );
    });

    it('a section gets the next number, and those behind it move up', () => {
      assert.match(text(`${REPORT}yyfx‸`, '原因分析'), /^## 三、原因分析\n\n/);
      const middle = `${REPORT}yyfx‸\n\n## 三、对策建议\n\n一是更新管网。\n`;
      const { items, text: source } = offered(middle);
      const found = items.find(({ label }) => label === '原因分析')!;
      assert.match(expanded(found.insert), /^## 三、原因分析/);
      assert.deepEqual(
        found.also!.map(({ start, end, text: now }) => [source.slice(start, end), now]),
        [['三、', '四、']],
      );
    });

    it('in the style of the text: bare, bold leads, indents, no numbers, CRLF', () => {
      const plain = '供水情况调研报告\n一、基本情况\n共6个县。\n二、存在的问题\n一是管网老化。\n';
      assert.match(text(`${plain}yyfx‸`, '原因分析', { format: 'plaintext' }), /^三、原因分析\n产生上述问题/);
      const bold = '# 供水情况调研报告\n\n## 一、存在的问题\n\n**一是管网老化。**漏损。\n\n';
      assert.match(text(`${bold}yyfx‸`, '原因分析'), /\n\n\*\*一是思想认识有偏差。\*\*有的单位/);
      assert.match(text(`${bold}wtyt‸`, '问题一条'), /^\*\*二是\{\{问题二\}\}。\*\*\{\{问题二的主要表现\}\}。/);
      const indented = '供水情况调研报告\n　　一、存在的问题\n　　一是管网老化。\n　　二是人手不足。\n';
      assert.match(text(`${indented}wtgd‸`, '问题过渡'), /^　　总的看/);
      const bare = '# 供水情况调研报告\n\n## 基本情况\n\n共6个县。\n\n## 存在的问题\n\n管网老化。\n\n';
      assert.match(text(`${bare}yyfx‸`, '原因分析'), /^## 原因分析\n/);
      assert.match(text(`${REPORT.replaceAll('\n', '\r\n')}yyfx‸`, '原因分析'), /^## 三、原因分析\r\n\r\n/);
    });

    it('the same whatever it is called by: a word on its line looks like a heading, and is none', () => {
      const plain = REPORT.replaceAll(/^#+ /gm, '').replaceAll('\n\n', '\n');
      const behind = '\n三、对策建议\n一是更新管网。\n';
      for (const [before, after, format] of [
        [REPORT, '\n\n## 三、对策建议\n\n一是更新管网。\n', 'markdown'],
        [plain, behind, 'plaintext'],
        [`${plain}（一）管网老化\n漏损率高。\n`, behind, 'plaintext'],
        [plain.replace(/二、.*$/s, ''), `\n二、存在的问题\n一是管网老化。${behind}`, 'markdown'],
      ] as const)
        for (const { name, prefixes } of SOURCES) {
          const said = (typed: string): unknown => {
            const { items } = offered(`${before}${typed}‸${after}`, { format });
            const item = items.find(({ label, kind }) => label === name && kind === 'snippet');
            return item && [item.insert, item.also?.map(({ text: words }) => words)];
          };
          assert.deepEqual(said(name.slice(0, 2)), said(prefixes[0]!), `${before}${name.slice(0, 2)}`);
        }
    });

    it('an item in the form of its list, with its number in the names of its blanks', () => {
      assert.match(text(`${REPORT}wtyt‸`, '问题一条'), /^二是\{\{问题二\}\}。/);
      const headed = REPORT.replace('一是管网老化。漏损率高。', '### （一）管网老化\n\n漏损率高。');
      assert.match(text(`${headed}wtyt‸`, '问题一条'), /^### （二）\{\{问题二\}\}\n\n\{\{问题二的主要表现/);
      const inner = REPORT.replace('一是管网老化。漏损率高。', '### （一）管网老化\n\n一是漏损。\n\n二是爆管。');
      assert.match(text(`${inner}wtyt‸`, '问题一条'), /^三是\{\{问题一之三\}\}。/);
      assert.match(text(`${inner}wtfc‸`, '问题分层'), /^### （二）\{\{问题二\}\}\n\n一是\{\{问题二表现一/);
      const digits = REPORT.replace('一是管网老化。漏损率高。', '1.管网老化。漏损率高。');
      assert.match(text(`${digits}wtyt‸`, '问题一条'), /^2\.\{\{问题二\}\}。/);
    });

    it('behind marks and a number that are typed already', () => {
      assert.equal(
        accepted(`${REPORT}## yyfx‸`)
          .split('\n')
          .find(line => line.includes('原因')),
        '⟦## 三、原因分析',
      );
      assert.equal(
        accepted(`${REPORT}## 三、原因‸`)
          .split('\n')
          .find(line => line.includes('原因分')),
        '⟦## 三、原因分析',
      );
    });

    it('once more: names that are another thing are others', () => {
      const once = `${REPORT}在{{总体名称}}{{总体数}}个中，{{部分名称}}{{部分数}}个，占{{部分占比}}%。\n\n`;
      assert.match(text(`${once}zbsm‸`, '占比说明'), /^在\{\{总体名称之二\}\}\{\{总体数之二\}\}个中/);
      assert.match(text(`${REPORT}为{{调研事项}}。\n\nwtgd‸`, '问题过渡'), /^总的看，\{\{调研事项\}\}/);
      assert.match(text(`${REPORT}案例一：甲。\n\n案例二：乙。\n\ndxal‸`, '典型案例'), /^案例三：\{\{案例三名称\}\}/);
      assert.match(text(`${REPORT}见表1。\n\n表1　甲\n\nflqk‸`, '分类情况表'), /见表2。\n\n表2　/);
    });

    it('in a sentence what goes on in one', () => {
      assert.deepEqual(names(`${REPORT}管网老化严重，zstw‸`), ['转述条文']);
      assert.deepEqual(names(`${REPORT}管网老化严重，yyfx‸`), []);
      assert.deepEqual(names(`${REPORT}管网老化严重，‸`), []);
    });

    it('those of the team behind, as they are', () => {
      const team = [{ name: '本单位结尾', prefixes: ['bdwjw'], description: '本单位的结尾', body: '特此报告。$0' }];
      assert.equal(text(`${REPORT}bdw‸`, '本单位结尾', { team }), '特此报告。');
    });

    it('no table in plain text', () => {
      assert.deepEqual(names(`${REPORT}flqk‸`), ['分类情况表']);
      assert.deepEqual(names(`${REPORT}flqk‸`, { format: 'plaintext' }), []);
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
