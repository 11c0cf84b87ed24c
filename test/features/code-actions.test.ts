import assert from 'node:assert/strict';
import type { Analysis } from '../../server/src/core/analyze.js';
import type { Finding, Fix } from '../../server/src/core/rules/rule.js';
import {
  codeActions,
  editsOf,
  fixAll,
  lineActions,
  nextBlank,
  type Action,
} from '../../server/src/features/code-actions.js';
import { applyEdits } from '../../server/src/core/text/edit.js';
import * as harness from '../harness/analysis.js';
import { analysisOf } from './marks.js';

const afterwards = (analysis: Analysis, action: Action): string =>
  applyEdits(analysis.model.text, editsOf(analysis, action.key)!);
const offered = (analysis: Analysis, word: string): Action[] => {
  const start = analysis.model.text.indexOf(word);
  return codeActions(analysis, { start, end: start });
};
const silencing = (analysis: Analysis, word: string, how: 'suppress' | 'suppress-all' = 'suppress'): Action =>
  offered(analysis, word).find(({ key }) => key.do === how)!;

const REPORT = '关于样例的调研报告\n一、存在的问题\n一是不严。《样例条例》第九条未落实，涉及*人、*户。\n二是不实。\n';

/** An analysis that says what no rule says today: fixes of both kinds. */
function judged(
  text: string,
  ...fixes: readonly (readonly [kind: Fix['kind'], was: string, becomes: string])[]
): Analysis {
  const analysis = analysisOf(text);
  const findings = fixes.map(([kind, was, becomes]): Finding => {
    const start = text.indexOf(was);
    const span = { start, end: start + was.length };
    const said = { 'zh-CN': `写作${becomes}`, en: `write ${becomes}` };
    return {
      ...span,
      rule: 'placeholder-unfilled',
      severity: 'warning',
      message: said,
      reason: said,
      cause: { id: was, subject: was, message: null },
      fixes: [{ title: said, kind, edits: [{ ...span, text: becomes }] }],
    };
  });
  return { ...analysis, findings };
}

describe('code actions', () => {
  it('offer once what mends several findings, and lead to nothing that does not exist', () => {
    const text = '《中国共产党示例组织工作条例》第二章第六条第九款规定了比例。\n';
    const analysis = harness.analysisOf(text);
    assert.deepEqual(
      analysis.findings.map(({ rule }) => rule),
      ['citation-misplaced', 'citation-paragraph-absent'],
    );
    const start = text.indexOf('第六条');
    const titles = codeActions(analysis, { start, end: start }).flatMap(({ key, title }) =>
      key.do === 'fix' ? [title['zh-CN']] : [],
    );
    assert.deepEqual(titles, ['改为第三章第六条（请先核实）', '只写第六条（请先核实）']);
  });

  it('mark a choice as one, and put what is certain first', () => {
    const analysis = judged('甲乙', ['choice', '甲', '丙'], ['safe', '乙', '丁']);
    const [first, second] = codeActions(analysis, { start: 0, end: 2 });
    assert.deepEqual([first?.title['zh-CN'], first?.isSafe], ['写作丁', true]);
    assert.deepEqual(
      [second?.title['zh-CN'], second?.title.en, second?.isSafe],
      ['写作丙（请先核实）', 'write 丙 (verify first)', false],
    );
    assert.equal(afterwards(analysis, first!), '甲丁');
  });

  it('that change several places are offered at each of them', () => {
    const analysis = analysisOf(REPORT);
    const named = afterwards(
      analysis,
      offered(analysis, '*户').find(({ title }) => title['zh-CN'].includes('2 处空缺'))!,
    );
    assert.equal(named, REPORT.replace('*人、*户', '{{涉及人数|人}}、{{户数|户}}'));
    assert.equal(
      afterwards(analysis, offered(analysis, '*人').find(({ title }) => title['zh-CN'].includes('2 处空缺'))!),
      named,
    );
  });

  it('of a line are asked for where nothing is marked: what is wrong in it, its next blank, and all blanks at once', () => {
    const text =
      '关于样例的调研报告\n一、基本情况\n共有*人。\n按照《中国共产党样例工作条例》第一章第三条，涉及*户，花费*元。\n没有什么。\n';
    const analysis = analysisOf(text);
    const titles = (at: number): string[] =>
      lineActions(analysis, { start: at, end: at }).map(({ title }) => title['zh-CN']);
    const [first, line] = [text.indexOf('共有'), text.indexOf('按照')];
    const all = '将“基本情况”一节的 3 处空缺全部改为命名空缺';
    assert.deepEqual(titles(first), [all]);
    assert.deepEqual(titles(line), [all, '改为第二章第三条（请先核实）', '只写第三条（请先核实）']);
    assert.deepEqual(titles(text.indexOf('第三条')), []);
    assert.deepEqual(titles(text.indexOf('没有')), []);
    const next = (at: number): string | undefined => nextBlank(analysis, at)?.unit ?? undefined;
    assert.deepEqual([next(line), next(text.indexOf('花费')), next(text.indexOf('元。') + 1)], ['户', '元', '户']);
    assert.equal(nextBlank(analysis, text.indexOf('没有')), null);
  });

  it('fix all that is certain, and nothing else', () => {
    const analysis = judged(
      '甲乙丙丁戊',
      ['safe', '甲', '一'],
      ['choice', '丙', '三'],
      ['safe', '丙丁', '三四'],
      ['safe', '丁戊', '五'],
    );
    assert.equal(afterwards(analysis, fixAll(analysis)!), '一乙三四戊');
    assert.equal(fixAll(judged('甲', ['choice', '甲', '乙'])), null);
  });

  it('silence a finding on its line, with room for the reason', () => {
    const analysis = analysisOf(REPORT);
    const action = silencing(analysis, '第九条');
    assert.equal(action.title['zh-CN'], '忽略此处“引用的条文不存在”（说明理由）');
    assert.equal(action.isSafe, false);
    const [edit] = editsOf(analysis, action.key)!;
    assert.equal(edit!.text, '<!-- policydoc-ignore-next-line citation-article-absent -- 理由 -->\n');
    assert.equal(edit!.text.slice(edit!.blank!.start, edit!.blank!.end), '理由');
    assert.deepEqual(
      analysisOf(afterwards(analysis, action)).findings.map(f => f.rule),
      ['placeholder-unfilled', 'placeholder-unfilled'],
    );
  });

  it('add to the comment above, rather than part it from its line', () => {
    const once = afterwards(analysisOf(REPORT), silencing(analysisOf(REPORT), '第九条'));
    const twice = afterwards(analysisOf(once), silencing(analysisOf(once), '*人'));
    assert.match(
      twice,
      /<!-- policydoc-ignore-next-line citation-article-absent,placeholder-unfilled -- 理由 -->\n一是不严/,
    );
    assert.deepEqual(analysisOf(twice).findings, []);
  });

  it('silence a rule in the whole text, below the front matter', () => {
    const analysis = analysisOf(`---\ntitle: 调研报告\n---\n${REPORT}`.replaceAll('\n', '\r\n'));
    const text = afterwards(analysis, silencing(analysis, '*人', 'suppress-all'));
    assert.ok(
      text.startsWith(
        '---\r\ntitle: 调研报告\r\n---\r\n<!-- policydoc-ignore placeholder-unfilled -- 理由 -->\r\n关于',
      ),
    );
    assert.deepEqual(
      analysisOf(text).findings.map(f => f.rule),
      ['citation-article-absent'],
    );
  });

  it('are one a line and rule, however many findings', () => {
    const analysis = analysisOf(REPORT);
    const all = codeActions(analysis, { start: 0, end: REPORT.length });
    assert.deepEqual(
      all.flatMap(({ key }) => ('rule' in key ? [`${key.do} ${key.rule}`] : [])),
      [
        'fix citation-article-absent',
        // Each of the two blanks by itself, then both.
        'fix placeholder-unfilled',
        'fix placeholder-unfilled',
        'fix placeholder-unfilled',
        'suppress citation-article-absent',
        'suppress-all citation-article-absent',
        'suppress placeholder-unfilled',
        'suppress-all placeholder-unfilled',
      ],
    );
  });

  it('put no comment into a table', () => {
    const analysis = analysisOf(
      '关于样例的调研报告\n\n| 项目 | 数量 |\n| --- | --- |\n| 党员 | *人 |\n| 干部 | *人 |\n',
    );
    assert.deepEqual(
      offered(analysis, '*人').map(({ key }) => key.do),
      ['fix', 'fix', 'suppress-all'],
    );
  });

  it('name a blank, or all blanks of its section, with nothing to verify', () => {
    const analysis = analysisOf('一、情况\n党员*人，群众*人。\n二、问题\n干部*人。\n');
    const [one, all] = offered(analysis, '*人').map(action => [action.title['zh-CN'], afterwards(analysis, action)]);
    assert.deepEqual(one, [
      '改为命名空缺 {{党员数|人}}',
      '一、情况\n党员{{党员数|人}}，群众*人。\n二、问题\n干部*人。\n',
    ]);
    assert.deepEqual(all, [
      '将“情况”一节的 2 处空缺全部改为命名空缺',
      '一、情况\n党员{{党员数|人}}，群众{{群众数|人}}。\n二、问题\n干部*人。\n',
    ]);
  });

  it('offer no silencing of what judges silencing', () => {
    const analysis = analysisOf(
      '关于样例的调研报告\n<!-- policydoc-ignore-next-line quotation-differs -- 无 -->\n一、问题\n',
    );
    assert.deepEqual(
      offered(analysis, '<!--').map(({ key }) => key.do),
      ['fix'],
    );
  });

  it('know nothing of what the text no longer has', () => {
    assert.equal(editsOf(analysisOf('无'), { do: 'suppress', rule: 'placeholder-unfilled', start: 3 }), null);
    assert.equal(
      editsOf(analysisOf('无'), { do: 'fix', rule: 'placeholder-unfilled', start: 3, end: 4, fix: 0 }),
      null,
    );
  });

  it('silence every finding of a text of all kinds, one by one, and touch no other', () => {
    const text = `关于样例的调研报告

# 一、基本情况

- 共*人，《样例条例》第九条
- 共*户

> 引文*处

1. 其中*名
   另有*名

　　全角缩进*人
   indented *人

二、存在的问题
一是**强调*人**；二是（一）*项。
《条例》第一条，《样例条例》第一章第三条。
`;
    const analysis = analysisOf(text);
    assert.ok(analysis.findings.length > 8);
    for (const finding of analysis.findings) {
      const action = silencing(analysis, text.slice(finding.start, finding.start + 40).trimEnd());
      const rest = analysisOf(afterwards(analysis, action)).findings;
      const line = ({ start }: Finding): number => analysis.model.lines.at(start).line;
      const key = action.key as { rule: string; start: number };
      const expected = analysis.findings.filter(
        f => f.rule !== key.rule || line(f) !== analysis.model.lines.at(key.start).line,
      );
      assert.deepEqual(
        rest.map(f => f.rule),
        expected.map(f => f.rule),
        afterwards(analysis, action),
      );
    }
  });

  it('name the source of a quotation that has none', () => {
    const analysis = harness.analysisOf('要做到“调查应当深入基层，听取群众意见，不得增加基层负担”。');
    const [action] = codeActions(analysis, { start: 8, end: 8 });
    assert.deepEqual([action?.title['zh-CN'], action?.isSafe], ['注明出处：《中华人民共和国示例法》第四条', false]);
    assert.match(afterwards(analysis, action!), /负担”（《中华人民共和国示例法》第四条）。$/);
  });
});
