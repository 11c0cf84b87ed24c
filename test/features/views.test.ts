import assert from 'node:assert/strict';
import { citationList } from '../../server/src/features/citation-list.js';
import { placeholderList } from '../../server/src/features/placeholder-list.js';
import { grouped, groupMessage } from '../../server/src/features/grouping.js';
import { standingOf } from '../../server/src/core/coverage.js';
import { inlayHints } from '../../server/src/features/inlay-hints.js';
import { documentLinks } from '../../server/src/features/document-links.js';
import { semanticTokens } from '../../server/src/features/semantic-tokens.js';
import { analysisOf as ofExample } from '../harness/analysis.js';
import { mark } from '../harness/marks.js';
import { analysisOf } from './marks.js';

const whole = (text: string) => ({ start: 0, end: text.length });

/** A text, and it again with what is shown behind words; of headings put in 〔 〕. */
const HINTS: readonly (readonly [text: string, expected: string])[] = [
  ['按照《样例条例》第一条、第九条。', '按照《样例条例》第一条、第九条〔✗ 不存在〕。'],
  ['按照《样例条例》第一条。', '按照《样例条例》第一条〔○〕。'],
  ['按照《某某省无名条例》第一条。', '按照《某某省无名条例》第一条〔？无法核验〕。'],
  ['《样例条例》第一条规定：“完全不对。”', '《样例条例》第一条〔✗ 引文不符〕规定：“完全不对。”'],
  [
    '# 关于样例的调研报告\n一、基本情况\n共*人、*户。\n二、存在的问题\n无。\n',
    '# 关于样例的调研报告〔待填 2 处〕\n一、基本情况〔待填 2 处〕\n共*人、*户。\n二、存在的问题\n无。\n',
  ],
];

const shown = (label: { readonly 'zh-CN': string }): string =>
  label['zh-CN'].startsWith('〔') ? label['zh-CN'] : `〔${label['zh-CN']}〕`;

/** The same where every citation is to have its words. */
const ALL: readonly (readonly [text: string, expected: string])[] = [
  ['按照《样例条例》第一条。', '按照《样例条例》第一条〔○ 仅条文存在〕。'],
  ['按照《样例条例》第一条、第九条。', '按照《样例条例》第一条、第九条〔✗ 不存在〕。'],
];

describe('hints', () => {
  for (const [text, expected] of HINTS) {
    it(text, () => {
      let said = text;
      for (const { offset, label } of inlayHints(analysisOf(text), whole(text)).reverse())
        said = `${said.slice(0, offset)}${shown(label)}${said.slice(offset)}`;
      assert.equal(said, expected);
    });
  }

  for (const [text, expected] of ALL) {
    it(`with every verdict: ${text}`, () => {
      let said = text;
      for (const { offset, label } of inlayHints(analysisOf(text), whole(text), null, true).reverse())
        said = `${said.slice(0, offset)}${shown(label)}${said.slice(offset)}`;
      assert.equal(said, expected);
    });
  }

  it('are none where the words stand there, unless all are wanted', () => {
    const text = '《中华人民共和国示例法》第三条规定：“调查研究应当坚持实事求是。”';
    const [verdict] = ofExample(text).model.citations.map(standingOf);
    const labels = (isAll: boolean): string[] =>
      inlayHints(ofExample(text), whole(text), null, isAll).map(({ label }) => label['zh-CN']);
    assert.equal(verdict, 'inSubstance');
    assert.deepEqual([labels(false), labels(true)], [[], ['〔✓〕']]);
  });

  it('are those of the range asked for', () =>
    assert.deepEqual(inlayHints(analysisOf(HINTS[1]![0]), { start: 0, end: 3 }), []));
});

/** One kind of token, and the text with these marked. */
const TOKENS: readonly (readonly [type: string, expected: string])[] = [
  ['regulation', '按照⟦《样例条例》⟧第一条、第二条，共*人'],
  ['locator', '按照《样例条例》⟦第一条⟧、⟦第二条⟧，共*人'],
  ['citation', '按照《样例条例》第一条⟦、⟧第二条，共*人'],
  ['placeholder', '按照《样例条例》第一条、第二条，共⟦*⟧人'],
  ['abbreviation', '《样例条例》（以下简称《⟦条例⟧》）第一条'],
  ['citation', '《样例条例》⟦（以下简称《⟧条例⟦》）⟧第一条'],
  ['regulation', '⟦《中国共产党⟧\n⟦样例工作条例》⟧第一条'],
  ['ordinal', '# ⟦一、⟧问题\n⟦一是⟧不严；⟦二是⟧不实。\n⟦（一）⟧加强领导。抓落实。\n'],
  ['placeholder', '《样例条例》第一条规定：“共⟦*⟧人。”'],
];

describe('tokens', () => {
  for (const [type, expected] of TOKENS) {
    it(`${type}: ${expected}`, () => {
      const text = expected.replaceAll(/[⟦⟧]/g, '');
      assert.equal(
        mark(
          text,
          semanticTokens(analysisOf(text), whole(text)).filter(token => token.type === type),
        ),
        expected,
      );
    });
  }

  it('say what is no longer in force', () => {
    const text = '依据《样例废止办法》、《样例条例》。';
    assert.deepEqual(
      semanticTokens(analysisOf(text), whole(text)).map(({ isOutdated }) => isOutdated),
      [true, false],
    );
  });

  it('never overlap, in any order of things', () => {
    const text =
      '# 一、问题\n《样例条例》（以下简称《条例》）第*条、第（一）项，（二）某某：“第一，*人”；该条例第三条。\n'.repeat(
        3,
      );
    semanticTokens(analysisOf(text), whole(text)).reduce((before, token) => {
      assert.ok(before.end <= token.start && token.start < token.end);
      return token;
    });
  });
});

describe('links', () => {
  const linked = (text: string): string => mark(text, documentLinks(analysisOf(text)));
  it('lead to the files that the front matter names', () =>
    assert.equal(
      linked('---\ndata: 数据/党员.csv\nregulations:\n  - ./法规\n  - 《样例条例》\ndate: 2024-05-01\n---\n正文'),
      '---\ndata: ⟦数据/党员.csv⟧\nregulations:\n  - ⟦./法规⟧\n  - 《样例条例》\ndate: 2024-05-01\n---\n正文',
    ));
  it('lead to the rules that comments silence', () =>
    assert.equal(
      linked(
        '<!-- policydoc-ignore-next-line placeholder-unfilled, no-such-rule, quotation-differs -- quotation-differs -->\n*人',
      ),
      '<!-- policydoc-ignore-next-line ⟦placeholder-unfilled⟧, no-such-rule, ⟦quotation-differs⟧ -- quotation-differs -->\n*人',
    ));
  it('lead nowhere else', () =>
    assert.deepEqual(documentLinks(analysisOf('---\ndata: https://example.org/a.csv\n---\n《样例条例》')), []));
});

describe('grouping', () => {
  const text =
    '关于样例的调研报告\n一、基本情况\n共*人、*户，《样例条例》第九条。\n共*个。\n二、存在的问题\n有*处、*项，《样例条例》第八条、第七条。\n';
  const analysis = analysisOf(text);
  const shown = (limit: number): string[] =>
    grouped(analysis.findings, analysis, limit).map(({ start, end }) => text.slice(start, end));

  it('shows each finding by itself as long as all are seen', () =>
    assert.deepEqual(shown(8), ['*', '*', '第九条', '*', '*', '*', '第八条', '第七条']));
  it('else takes the blanks of a line together, errors first', () =>
    assert.deepEqual(shown(7), ['第九条', '第八条', '第七条', '*人、*', '*', '*处、*']));
  it('else all of a line', () => assert.deepEqual(shown(5), ['第九条', '第八条、第七条', '*人、*', '*', '*处、*']));
  it('else all of a section', () => assert.deepEqual(shown(4).length, 4));
  it('else all of a stretch of lines', () =>
    assert.deepEqual([shown(3).length, shown(2).length, shown(1).length], [2, 2, 2]));
  it('loses none', () => {
    for (let limit = 1; limit < 10; limit++) {
      const all = grouped(analysis.findings, analysis, limit).flatMap(({ findings }) => findings);
      assert.deepEqual(new Set(all), new Set(analysis.findings));
    }
  });
  it('keeps to the limit whatever the text', () => {
    const huge = analysisOf(`关于样例的调研报告\n${'一、基本情况\n共*人，《样例条例》第九条。\n'.repeat(1200)}`);
    const groups = grouped(huge.findings, huge);
    assert.ok(groups.length > 250 && groups.length <= 500, String(groups.length));
    assert.equal(
      groups.reduce((sum, { findings }) => sum + findings.length, 0),
      huge.findings.length,
    );
    assert.ok(huge.findings.length >= 2400);
  });
  it('says how many there are', () =>
    assert.match(
      groupMessage(grouped(analysis.findings, analysis, 7)[3]!)['zh-CN'],
      /^此范围内有2处同类问题。第一处：/,
    ));
});

describe('lists', () => {
  it('blanks by heading, by the names that their words give them', () => {
    const found = placeholderList(
      analysisOf('共*个。\n# 关于样例的调研报告\n一、基本情况\n现有党员*人，其中专职*名。{{覆盖率|%}}\n'),
    );
    assert.deepEqual(
      found.map(({ title, placeholders }) => [
        title,
        placeholders.map(({ label, missing, unit, line }) => [label, missing['zh-CN'], unit, line]),
      ]),
      [
        ['', [['数', '数字', '个', 1]]],
        [
          '一、基本情况',
          [
            ['党员数', '数字', '人', 4],
            ['专职人数', '数字', '名', 4],
            ['覆盖率', '数字', '%', 4],
          ],
        ],
      ],
    );
  });

  it('say which of several blanks they mean', () => {
    const [section] = placeholderList(analysisOf('  *—*岁的*名\n'));
    assert.deepEqual(
      section!.placeholders.map(({ words }) => words),
      ['〖*〗—*岁的*名', '*—〖*〗岁的*名', '*—*岁的〖*〗名'],
    );
  });

  it('citations with verdict and quotations', () => {
    const found = citationList(
      analysisOf(
        '《样例条例》第一条规定：“完全不对。”《样例条例》第九条。《某某省无名条例》第一条。《样例废止办法》。',
      ),
    );
    assert.deepEqual(
      found.map(({ label, standing, verdict, quotations }) => [
        label,
        standing,
        verdict['zh-CN'],
        quotations.map(q => [q.label, q.standing]),
      ]),
      [
        ['《样例条例》第一条', 'wrong', '引文不符', [['“完全不对。”', 'wrong']]],
        ['《样例条例》第九条', 'wrong', '不存在', []],
        ['《某某省无名条例》第一条', 'unverifiable', '无法核验', []],
        ['《样例废止办法》', 'outdated', '已废止', []],
      ],
    );
  });

  it('citations say what may stand in their place, each once, with the words as they are and as they would be', () => {
    const mended = (text: string): string[][] =>
      citationList(analysisOf(text)).map(({ mendings }) =>
        mendings.map(({ title, change }) => `${title['zh-CN']}: ${change}`),
      );
    assert.deepEqual(
      mended(
        '《中国共产党样例工作条例》第一章第三条。《样例条例》第一条。《中国共产党样例工作条例》第二条第五款。《某某省无名条例》第一条。',
      ),
      [
        ['改为第二章第三条（请先核实）: 第一章第三条 → 第二章第三条', '只写第三条（请先核实）: 第一章第三条 → 第三条'],
        [],
        ['只写第二条（请先核实）: 第二条第五款 → 第二条'],
        [],
      ],
    );
  });
});
