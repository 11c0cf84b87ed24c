import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { aligned, columns, wrapped } from '../../server/src/cli/columns.js';
import { folderWith } from '../host/folder.js';
import { FLAWED, policydoc } from './harness.js';

describe('lines of a terminal', () => {
  const ROWS: readonly [string, string, number, readonly string[]][] = [
    ['Chinese breaks anywhere', '请核实所引是哪一条', 10, ['请核实所引', '是哪一条']],
    ['a mark stays with what it closes', '请核实所引。一般', 10, ['请核实所', '引。一般']],
    ['and with what it opens', '核实（见前文）', 6, ['核实', '（见前', '文）']],
    ['a word is not broken', 'see the rule', 9, ['see the', 'rule']],
    ['what has no place to break is broken', '！！！！！！', 4, ['！！', '！！', '！！']],
    ['nothing is one empty line', '', 10, ['']],
  ];
  for (const [name, text, room, lines] of ROWS) it(name, () => assert.deepEqual(wrapped(text, room), lines));

  it('the first may be shorter', () => assert.deepEqual(wrapped('一二三四五六', 8, 4), ['一二', '三四五六']));

  it('cells stand under each other, numbers at the right', () => {
    assert.deepEqual(
      aligned([
        ['级别', '文件'],
        ['7', '甲'],
        ['12', '乙乙乙'],
      ]),
      ['级别  文件', '   7  甲', '  12  乙乙乙'],
    );
  });

  for (const width of [50, 60, 80, 132])
    it(`a check fits ${width} columns, in both languages`, async () => {
      for (const locale of ['zh-CN', 'en']) {
        const { out } = await policydoc('samples', ['check', '--locale', locale], { isTTY: true, columns: width });
        const plain = out.replace(/\x1b\[\d+m/g, '');
        const over = plain.split('\n').filter(line => columns(line) > width);
        assert.deepEqual(over, []);
        assert.ok(readdirSync('samples').length > 3);
      }
    });

  it('nothing is wrapped in a pipe', async () => {
    const { out } = await policydoc('samples', ['check']);
    assert.ok(out.split('\n').some(line => columns(line) > 132));
  });
});

describe('what to do next', () => {
  const DRAFT = '---\npolicydoc: true\n---\n';
  const ROWS: readonly [string, string, RegExp | null][] = [
    ['nothing, where nothing is wrong', `${DRAFT}全市有党员12人。\n`, null],
    ['ask for the figures', `${DRAFT}全市有党员*人。\n`, /下一步：policydoc data export 甲\.md -o 数据\.xlsx/],
    [
      'read why',
      `${DRAFT}${FLAWED.split('\n').slice(-3).join('\n')}《民法典》第九千条规定。\n`,
      /下一步：policydoc explain citation-article-absent /,
    ],
  ];
  for (const [name, text, expected] of ROWS)
    it(name, async () => {
      const { out } = await policydoc(folderWith({ '甲.md': text }), ['check', '甲.md'], { isTTY: true, columns: 200 });
      if (expected) assert.match(out, expected);
      else assert.doesNotMatch(out, /下一步/);
    });

  it('is not said in a pipe', async () => {
    const { out } = await policydoc(folderWith({ '甲.md': `${DRAFT}全市有党员*人。\n` }), ['check', '甲.md']);
    assert.doesNotMatch(out, /下一步/);
  });
});

describe('many reports', () => {
  const files = Object.fromEntries(
    Array.from({ length: 22 }, (_, i) => [
      `${String(i).padStart(2, '0')}.md`,
      `---\npolicydoc: true\n---\n《民法典》第九千条规定。党员*人。\n`,
    ]),
  );

  it('end with an overview', async () => {
    const { out } = await policydoc(folderWith(files), ['check']);
    assert.match(
      out,
      /\n各类问题\n {2}错误 {2}警告 {2}提示 {2}涉及文件 {2}规则\n {4}22 {5}0 {5}0 {8}22 {2}引用的条文不存在 \(citation-article-absent\)\n/,
    );
    assert.match(out, /问题最多的 20 个文件（有问题的共 22 个）/);
    assert.match(
      out,
      /引用有误或过时的法规（1 部）\n.*\n {4}22 {5}0 {4}22 {2}《中华人民共和国民法典》\n\n共检查 22 个文件/,
    );
  });

  it('few do not', async () => {
    const { out } = await policydoc(folderWith({ '00.md': files['00.md']! }), ['check']);
    assert.doesNotMatch(out, /各类问题/);
  });

  it('may be asked for alone', async () => {
    const { out } = await policydoc(folderWith(files), ['check', '--format', 'summary']);
    assert.match(out, /^各类问题\n/);
    const none = await policydoc(folderWith({ 'a.md': '---\npolicydoc: true\n---\n没有问题。\n' }), [
      'check',
      '--format',
      'summary',
    ]);
    assert.match(none.out, /^没有问题。\n\n共检查 1 个文件/);
  });

  it('one line a cause with --compact', async () => {
    const { out } = await policydoc(folderWith({ '甲.md': files['00.md']! }), ['check', '--compact', '甲.md']);
    assert.match(
      out,
      /^甲\.md:4:6: 错误: 没有第九千条.*\(citation-article-absent\)\n甲\.md:4:15: 警告: .*\(placeholder-unfilled\)\n共检查/,
    );
  });
});
