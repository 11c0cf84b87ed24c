import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { readingOf } from '../../server/src/core/syntax/document.js';
import { LIST_KINDS, listsOf, markdownOf } from '../../server/src/features/lists.js';
import { codeActions, editsOf } from '../../server/src/features/code-actions.js';
import { applyEdits } from '../../server/src/core/text/edit.js';
import { analysisOf } from '../harness/analysis.js';

const REPORT = `# 供水情况调研报告

## 二、存在的问题

一是管网老化。抽查的46公里管网中，有31公里使用超过20年。12个村漏损率超过三成。

二是水质检测能力不足。检测人员少。《示例条例》第三条规定，水厂应当每日检测1次。

三是收费困难。群众不愿交。

## 三、对策建议

一是更新改造管网。由市水利局牵头，市财政局配合，2027年底前更换31公里管网。

二是提升水质检测能力。由各县供水公司负责，2027年6月底前配齐检测人员。

三是完善收费办法。一要推行智能水表，由市水利局负责，2027年3月底前完成；二要公示水价。
`;
const cells = (text: string, kind: (typeof LIST_KINDS)[number]): string[][] =>
  listsOf(analysisOf(text), kind)[0]!.rows.map(row => row.map(cell => cell.text));

describe('lists from the text', () => {
  it('问题清单: a row a problem, with what the text says of it', () => {
    assert.deepEqual(cells(REPORT, 'problems'), [
      [
        '1',
        '管网老化',
        '抽查的46公里管网中，有31公里使用超过20年',
        '抽查的46公里管网中，有31公里使用超过20年',
        '{{问题一的涉及范围}}',
        '更新改造管网',
      ],
      ['2', '水质检测能力不足', '检测人员少', '{{问题二的数据或者事例}}', '{{问题二的涉及范围}}', '提升水质检测能力'],
      ['3', '收费困难', '群众不愿交', '{{问题三的数据或者事例}}', '{{问题三的涉及范围}}', '完善收费办法'],
    ]);
  });

  it('任务清单: a row for each measure, and for each within one', () => {
    assert.deepEqual(
      cells(REPORT, 'tasks').map(([, problem, task, , goal, time]) => [problem, task, goal, time]),
      [
        ['管网老化', '更新改造管网', '{{任务一的预期目标}}', '2027年底前'],
        ['水质检测能力不足', '提升水质检测能力', '{{任务二的预期目标}}', '2027年6月底前'],
        ['收费困难', '推行智能水表', '{{任务三的预期目标}}', '2027年3月底前'],
        ['收费困难', '公示水价', '{{任务四的预期目标}}', '{{任务四的完成时限}}'],
      ],
    );
  });

  it('责任清单: who leads, who helps, by when; who is not named is a blank', () => {
    assert.deepEqual(cells(REPORT, 'duties'), [
      ['1', '更新改造管网', '市水利局', '市财政局', '{{任务一的责任人}}', '2027年底前'],
      ['2', '提升水质检测能力', '各县供水公司', '{{任务二的配合单位}}', '{{任务二的责任人}}', '2027年6月底前'],
      ['3', '推行智能水表', '市水利局', '{{任务三的配合单位}}', '{{任务三的责任人}}', '2027年3月底前'],
      ['4', '公示水价', '{{任务四的牵头单位}}', '{{任务四的配合单位}}', '{{任务四的责任人}}', '{{任务四的完成时限}}'],
    ]);
  });

  it('of a sample: four problems, 31名 by 2027年3月底前', () => {
    const text = readFileSync('samples/01-规范文稿.md', 'utf8');
    const problems = cells(text, 'problems');
    assert.equal(problems.length, 4);
    assert.match(problems[1]![3]!, /有31名尚未参加过任职培训/);
    const training = cells(text, 'tasks').find(row => row[2] === '全员轮训')!;
    assert.deepEqual(training.slice(4), ['完成31名新任党支部书记的任职培训', '2027年3月底前']);
    assert.deepEqual(
      cells(text, 'duties')
        .find(row => row[1] === '全员轮训')!
        .slice(2, 4),
      ['市委市直机关工委', '市委党校'],
    );
  });

  it('every cell is a stretch of the text or a blank of its own', () => {
    const texts = [REPORT, ...readdirSync('samples').map(name => readFileSync(`samples/${name}`, 'utf8'))];
    for (const text of texts) {
      const analysis = analysisOf(text);
      const reading = readingOf(analysis.model.document);
      for (const kind of LIST_KINDS) {
        const blanks: string[] = [];
        for (const row of listsOf(analysis, kind)[0]?.rows ?? []) {
          for (const { text: words, from } of row.slice(1)) {
            if (!from) {
              assert.match(words, /^\{\{(?:问题|对策|任务)[一二三四五六七八九十]+(?:的[\u4e00-\u9fff]+)?\}\}$/);
              blanks.push(words);
              continue;
            }
            const { start, end } = reading.toReading(from);
            assert.equal(reading.text.slice(start, end), words);
          }
        }
        assert.equal(new Set(blanks).size, blanks.length, kind);
      }
    }
  });

  it('as a table of Markdown, in which no word is markup', () => {
    const table = markdownOf(listsOf(analysisOf(REPORT), 'duties')[0]!, 'zh-CN');
    assert.match(table, /^责任清单\n\n\| 序号 \| 工作任务 \| 牵头单位 \|/);
    assert.equal(table.trimEnd().split('\n').length, 8);
    const { findings } = analysisOf(table);
    assert.deepEqual([...new Set(findings.map(({ rule }) => rule))], ['placeholder-unfilled']);
  });

  it('each report of a file has its own, by its name', () => {
    const other = REPORT.replace(/^# .*$/m, '# 关于农村养老情况的调研报告');
    const analysis = analysisOf(`${REPORT}\n${other}`);
    const own = listsOf(analysisOf(other), 'problems')[0]!;
    const lists = listsOf(analysis, 'problems');
    assert.deepEqual(
      lists.map(({ title, report, rows }) => [title['zh-CN'], report, rows.length]),
      [
        ['问题清单（一）', /^# (.*)$/m.exec(REPORT)![1], own.rows.length],
        ['问题清单（二）', '关于农村养老情况的调研报告', own.rows.length],
      ],
    );
    // What was written is the same, and no blank has the name of one of the other's.
    const [first, second] = lists.map(({ rows }) => rows.flat().map(({ text }) => text));
    assert.deepEqual(
      second!.map(text => text.replace('{{报告二', '{{')),
      own.rows.flat().map(({ text }) => text),
    );
    const isBlank = (text: string): boolean => text.startsWith('{{');
    assert.deepEqual(
      first!.filter(text => isBlank(text) && second!.includes(text)),
      [],
    );
    assert.match(markdownOf(lists[1]!, 'zh-CN'), /^问题清单（二）：关于农村养老情况的调研报告\n/);
  });

  it('are not made where nothing is listed', () => {
    for (const kind of LIST_KINDS) assert.deepEqual(listsOf(analysisOf('# 调研报告\n\n一切都好。\n'), kind), []);
  });
});

describe('a countermeasure without an owner', () => {
  it('gets blanks for who and when, behind its own paragraph', () => {
    const text = REPORT.replace('由各县供水公司负责，2027年6月底前配齐检测人员。', '配齐检测人员。');
    const analysis = analysisOf(text);
    const start = text.indexOf('二是提升');
    const action = codeActions(analysis, { start, end: start }).find(({ key }) => key.do === 'name-owner')!;
    assert.equal(action.title['zh-CN'], '补写责任单位、时限（留空缺）');
    const after = applyEdits(text, editsOf(analysis, action.key)!);
    assert.match(after, /配齐检测人员。由\{\{对策二的牵头单位\}\}牵头，\{\{对策二的完成时限\}\}前完成。\n/);
    assert.ok(analysisOf(after).findings.every(({ rule }) => rule !== 'countermeasure-without-owner'));
  });
});
