import assert from 'node:assert/strict';
import { stripVTControlCharacters } from 'node:util';
import pico from 'picocolors';
import { fileReport } from '../../server/src/cli/report/file-report.js';
import { frame } from '../../server/src/cli/report/frame.js';
import { NO_SUMMARY, sum, summaryOf, type Summary } from '../../server/src/cli/report/report.js';
import { pretty } from '../../server/src/cli/formats/pretty.js';
import { emptyCoverage } from './reports.js';
import { DEFAULT_SETTINGS, type Analysis } from '../../server/src/core/analyze.js';
import type { Locale } from '../../server/src/core/message.js';
import type { Model } from '../../server/src/core/model.js';
import type { Finding } from '../../server/src/core/rules/rule.js';
import { read } from '../../server/src/core/syntax/document.js';
import { Lines } from '../../server/src/core/text/lines.js';
import { folderWith } from '../host/folder.js';
import { FLAWED, policydoc, RULE } from './harness.js';

/** As a terminal counts, for the characters of these tests. */
const columns = (text: string): number =>
  [...text].reduce((sum, character) => sum + (/[\u3000-\uffef👍]/u.test(character) ? 2 : 1), 0);

const at = (text: string, marked: string): { start: number; end: number } => {
  const start = text.indexOf(marked);
  return { start, end: start + marked.length };
};

describe('frame', () => {
  const SHORT: readonly [string, string, string, string, number, number][] = [
    ['Chinese takes two columns', '根据《民法典》第九条', '第九条', '根据《民法典》第九条', 14, 6],
    ['ASCII takes one', 'see art. 9 of it', 'art. 9', 'see art. 9 of it', 4, 6],
    ['both together', '占35%的*人', '*', '占35%的*人', 7, 1],
    ['an emoji takes two', '好👍的*人', '*', '好👍的*人', 6, 1],
    ['a combining mark takes none', 'e\u0301*', '*', 'e\u0301*', 1, 1],
    ['tabs and what a terminal obeys become spaces', 'a\tb\x9b31m*', '*', 'a b 31m*', 7, 1],
    ['only its line', '第一行\r\n第二*行\r\n第三行', '*', '第二*行', 4, 1],
    ['a span over lines is marked to the end of the first', '甲\n乙丙\n丁', '丙\n丁', '乙丙', 2, 2],
    ['an ellipsis of the text is no cut', '经费……万元', '……', '经费……万元', 4, 2],
  ];
  for (const [name, text, marked, line, indent, width] of SHORT) {
    it(name, () => assert.deepEqual(frame(new Lines(text), at(text, marked)), { line, indent, width }));
  }

  it('shows an empty span at the end of the text', () => {
    assert.deepEqual(frame(new Lines('党员'), { start: 2, end: 2 }), { line: '党员', indent: 4, width: 1 });
  });

  it('cuts a long line around the span, and keeps the mark under it', () => {
    const text = `${'前'.repeat(5000)}《民法典》第九千条${'后👍'.repeat(5000)}`;
    const cut = frame(new Lines(text), at(text, '第九千条'));
    assert.match(cut.line, /^…前*《民法典》第九千条[后👍]*…$/u);
    assert.ok(columns(cut.line) <= 80, cut.line);
    assert.equal(columns(cut.line.slice(0, cut.line.indexOf('第九千条'))), cut.indent);
    assert.equal(cut.width, 8);
  });

  it('cuts a long span', () => {
    const text = `根据${'很'.repeat(200)}的规定`;
    const cut = frame(new Lines(text), at(text, '很'.repeat(200)));
    assert.equal(cut.indent, 4);
    assert.match(cut.line, /^根据很+…$/);
    assert.equal(columns(cut.line), cut.indent + cut.width);
    assert.ok(columns(cut.line) <= 80);
  });
});

/** A report of two lines with two findings, as the engine would hand it over. */
function checked(file: string, findings: readonly Finding[]): Checked {
  const text = '一、基本情况\n现有党员*人，根据《民法典》第九千条办理。\n';
  // A report reads no more of a model than this.
  const model = {
    text,
    document: read(text),
    lines: new Lines(text),
    suppressions: [] as Model['suppressions'],
    citations: [] as Model['citations'],
  } as Model;
  return {
    file,
    analysis: { model, settings: DEFAULT_SETTINGS, findings, decisions: [], coverage: emptyCoverage('2026-01-01') },
  };
}

interface Checked {
  readonly file: string;
  readonly analysis: Analysis;
}

const PLACEHOLDER: Finding = {
  rule: 'placeholder-unfilled',
  severity: 'warning',
  start: 11,
  end: 12,
  message: { 'zh-CN': '数字未填', en: 'figure missing' },
  reason: { 'zh-CN': '请填写。', en: 'Fill it in.' },
  cause: { id: 'placeholder', subject: 'placeholder', message: null },
};
const ABSENT: Finding = {
  rule: RULE,
  severity: 'error',
  start: 21,
  end: 25,
  message: { 'zh-CN': '没有第九千条', en: 'no Article 9000' },
  reason: { 'zh-CN': '请\u202e核\x9b31m实。', en: 'Check it.' },
  cause: { id: 'absent', subject: 'absent', message: null },
};

function report(
  locale: Locale,
  isColored: boolean,
  files: readonly [Checked, readonly Finding[]][],
  more: Partial<Summary> = {},
): string {
  const whole = files.map(([{ file, analysis }]) => fileReport(file, analysis, locale));
  const shown = files.map(([{ file, analysis }, findings]) => fileReport(file, { ...analysis, findings }, locale));
  const summary = sum(whole.map(summaryOf).reduce(sum, NO_SUMMARY), more);
  const surroundings = {
    locale,
    colors: pico.createColors(isColored),
    failOn: 'error' as const,
    pages: new Map(),
    terminal: null,
    inRepository: (file: string) => file,
  };
  return pretty.write(
    { version: 1, policydoc: '0.0.0', locale, asOf: '2026-01-01', files: shown, decided: [], summary },
    surroundings,
  );
}

describe('the pretty format', () => {
  const both = checked('甲.md', [PLACEHOLDER, ABSENT]);

  it('groups by file, marks each place at its width, and ends with the coverage', () => {
    const one = checked('b.md', [ABSENT]);
    assert.equal(
      report(
        'zh-CN',
        false,
        [
          [one, [ABSENT]],
          [both, [PLACEHOLDER, ABSENT]],
        ],
        { notReports: 3, ignored: 2, refused: 1 },
      ),
      `b.md
  2:15  错误  没有第九千条  (citation-article-absent)
      请 核 31m实。
     2 | 现有党员*人，根据《民法典》第九千条办理。
       |                            ^^^^^^^^

甲.md
  2:15  错误  没有第九千条  (citation-article-absent)
      请 核 31m实。
     2 | 现有党员*人，根据《民法典》第九千条办理。
       |                            ^^^^^^^^

  警告  空缺1处尚未填写。  (placeholder-unfilled)
      请填写。
    2:5  数字未填  现有党员*人，根据《民法典》第九千条办理…

共检查 2 个文件：错误 2 个，警告 1 个，提示 0 个。
另有 3 个文件不是调研报告，未检查。
另有 2 个文件按配置忽略，未检查。
另有 1 个路径或文件因故未检查，原因见错误输出。
引用核对：共 0 处，内容相符 0，仅条文存在 0，仅核名称 0，有误 0，过时 0，无法核验 0；引文核对：共 0 处，相符 0，不符 0，过时 0，无法核验 0；空缺 0 处；数字核对：已核对 0 组，未核对 0 个；法规数据截至 2026-01-01
`,
    );
  });

  it('speaks English', () => {
    assert.equal(
      report('en', false, [[both, [ABSENT]]]),
      `甲.md
  2:15  error  no Article 9000  (citation-article-absent)
      Check it.
     2 | 现有党员*人，根据《民法典》第九千条办理。
       |                            ^^^^^^^^

1 file checked: 1 error, 1 warning, 0 info.
--quiet shows errors only; 1 other finding not shown.
Citations: 0 in all, 0 with words that stand there, 0 by number only, 0 by name only, 0 wrong, 0 outdated, 0 unverifiable; quotations: 0 in all, 0 exact, 0 wrong, 0 outdated, 0 unverifiable; 0 blanks; figures: 0 compared, 0 not; regulation data as of 2026-01-01
`,
    );
  });

  it('says nothing of a file without findings but counts it', () => {
    assert.match(
      report('zh-CN', false, [[checked('a.md', []), []]]),
      /^共检查 1 个文件：错误 0 个，警告 0 个，提示 0 个。\n引用核对：.*\n$/,
    );
  });

  it('gives the reason of a rule once in a file', () => {
    const other = { ...ABSENT.cause, id: 'another' };
    const again = checked('a.md', [PLACEHOLDER, ABSENT, { ...ABSENT, start: 13, end: 14, cause: other }]);
    const out = report('zh-CN', false, [
      [again, again.analysis.findings],
      [both, [ABSENT]],
    ]);
    assert.equal(out.split('      请 核 31m实。\n').length - 1, 2, 'once in each of the two files');
    assert.equal(out.split('(citation-article-absent)').length - 1, 3);
  });

  it('tells findings of one cause once, with their places', () => {
    const cause = { ...ABSENT.cause, message: { 'zh-CN': '九处都无此条。', en: 'nine' } };
    const nine = Array.from({ length: 9 }, (_, i) => ({ ...ABSENT, start: 7 + i, end: 8 + i, cause }));
    const all = checked('a.md', nine);
    const out = report('zh-CN', false, [[all, all.analysis.findings]]);
    assert.match(
      out,
      /^a\.md\n {2}2:1 {2}错误 {2}九处都无此条。 {2}\(citation-article-absent\)\n {6}2:1 2:2 2:3 2:4 2:5 2:6 2:7 2:8 2:9\n/,
    );
    assert.equal(out.split('(citation-article-absent)').length - 1, 1);
    assert.match(out, /错误 9 个/);
  });

  it('lists the blanks last, in one table', () => {
    const label = { 'zh-CN': '党员数（人）', en: 'members' };
    const all = checked('a.md', [
      { ...PLACEHOLDER, label },
      { ...PLACEHOLDER, start: 13, end: 14, label: { 'zh-CN': '数', en: 'n' } },
      { ...ABSENT, severity: 'info' },
    ]);
    const out = report('zh-CN', false, [[all, all.analysis.findings]]);
    assert.match(
      out,
      /提示[^]*\n {2}警告 {2}空缺2处尚未填写。 {2}\(placeholder-unfilled\)\n {6}请填写。\n {4}2:5 {2}党员数（人） {2}现有.*\n {4}2:7 {2}数 {12}现有/,
    );
  });

  it('tells what is said at each place, where that is not a blank', () => {
    const cause = { ...ABSENT.cause, message: { 'zh-CN': '疑依据旧版。', en: 'old edition' } };
    const all = checked('a.md', [
      { ...ABSENT, cause },
      { ...ABSENT, start: 5, end: 7, rule: 'quotation-differs', cause },
    ]);
    const out = report('zh-CN', false, [[all, all.analysis.findings]]);
    assert.match(
      out,
      /疑依据旧版。 {2}\(citation-article-absent, quotation-differs\)\n {6}2:15 {2}没有第九千条\n {6}1:6 {2}没有第九千条\n/,
    );
  });

  it('only adds colours to what it says without', () => {
    const colored = report('zh-CN', true, [[both, [PLACEHOLDER, ABSENT]]]);
    const plain = report('zh-CN', false, [[both, [PLACEHOLDER, ABSENT]]]);
    assert.notEqual(colored, plain);
    assert.equal(stripVTControlCharacters(colored), plain);
  });
});

describe('colours', () => {
  const CASES: readonly [string, Record<string, string>, boolean, string[], boolean][] = [
    ['for a person', {}, true, [], true],
    ['not for a pipe', {}, false, [], false],
    ['not under NO_COLOR', { NO_COLOR: '1' }, true, [], false],
    ['under an empty NO_COLOR as without', { NO_COLOR: '' }, true, [], true],
    ['for a pipe under FORCE_COLOR', { FORCE_COLOR: '1' }, false, [], true],
    ['not under FORCE_COLOR=0', { FORCE_COLOR: '0' }, true, [], false],
    ['not under --no-color', { FORCE_COLOR: '1' }, true, ['--no-color'], false],
    ['not on a dumb terminal', { TERM: 'dumb' }, true, [], false],
    ['never in JSON', { FORCE_COLOR: '1' }, true, ['--format', 'json'], false],
  ];
  for (const [name, env, isTTY, args, expected] of CASES) {
    it(name, async () => {
      const { out } = await policydoc(folderWith({ 'a.md': FLAWED }), ['check', ...args], { env, isTTY });
      assert.equal(out.includes('\x1b['), expected);
    });
  }
});
