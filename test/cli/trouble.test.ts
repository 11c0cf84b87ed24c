import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { NO_REGULATIONS } from '../harness/index-files.js';
import { folderWith, type Files } from '../host/folder.js';
import { asNobody, CLEAN, FLAWED, NOTE, policydoc, RULE } from './harness.js';

const CONFIG = 'policydoc.config.json';
const PICTURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0);

/** Name, files, arguments, what standard error says, the files that were checked all the same. */
const CASES: readonly (readonly [string, Files, string[], RegExp[], string[]])[] = [
  [
    'a path that does not exist',
    { 'a.md': FLAWED },
    ['no.md', 'a.md'],
    [/^policydoc: no\.md：文件或文件夹不存在$/],
    ['a.md'],
  ],
  [
    'a folder without texts',
    { 'a.md': FLAWED, 'b/c.pdf': '' },
    ['a.md', 'b'],
    [/^policydoc: b：其中没有可检查的文件/],
    ['a.md'],
  ],
  ['a folder without reports', { 'a.md': NOTE, 'b.md': NOTE }, [], [/没有检查任何文件.*--all/], []],
  [
    'a binary file',
    { 'a.md': FLAWED, 'b.md': PICTURE, 'c.md': CLEAN },
    [],
    [/^policydoc: b\.md：含有空字节/],
    ['a.md', 'c.md'],
  ],
  [
    'a file in no known encoding',
    { 'a.md': FLAWED, 'b.md': Uint8Array.of(0xff, 0xff, 0xff) },
    [],
    [/^policydoc: b\.md：无法确定文字编码/],
    ['a.md'],
  ],
  [
    'a configuration that is not JSON',
    { 'a.md': FLAWED, 'b/c.md': FLAWED, 'b/d.md': FLAWED, [`b/${CONFIG}`]: '{"rules":\n}' },
    [],
    [
      /^policydoc: 配置文件 b\/policydoc\.config\.json：第 2 行第 1 列：JSON 语法错误/,
      /^policydoc: b\/c\.md：配置文件有误，未检查$/,
      /^policydoc: b\/d\.md：配置文件有误，未检查$/,
    ],
    ['a.md'],
  ],
  [
    'a configuration with an unknown rule',
    { 'a.md': FLAWED, [CONFIG]: '{"rules": {"nope": "off"}}' },
    [],
    [
      /^policydoc: 配置文件 policydoc\.config\.json：第 1 行：\/rules\/nope：没有这一条规则；可用的有：/,
      /^policydoc: a\.md：配置文件有误，未检查$/,
    ],
    [],
  ],
  [
    'a configuration that is named and missing',
    { 'a.md': FLAWED },
    ['--config', 'no.json'],
    [/^policydoc: 配置文件 no\.json：文件或文件夹不存在$/, /^policydoc: a\.md：/],
    [],
  ],
];

interface Output {
  files: { file: string }[];
  summary: { refused: number };
}

describe('policydoc check, when something is wrong,', () => {
  for (const [name, files, args, errors, checked] of CASES) {
    it(`names ${name}, checks the rest and ends with 2`, async () => {
      const { code, out, err } = await policydoc(folderWith(files), ['check', '--format', 'json', ...args]);
      const lines = err.trimEnd().split('\n');
      assert.equal(lines.length, errors.length, err);
      errors.forEach((error, i) => assert.match(lines[i]!, error));
      assert.deepEqual(
        (JSON.parse(out) as Output).files.map(({ file }) => file),
        checked,
      );
      assert.equal(code, 2);
    });
  }

  it('counts what it refused in the summary', async () => {
    const folder = folderWith({ 'a.md': FLAWED, 'b.md': PICTURE, 'n.md': NOTE });
    const json = await policydoc(folder, ['check', '--format', 'json', '.', 'no']);
    assert.equal((JSON.parse(json.out) as Output).summary.refused, 2);
    const pretty = await policydoc(folder, ['check', '.', 'no']);
    assert.match(pretty.out, /另有 2 个路径或文件因故未检查/);
    assert.match(pretty.out, /另有 1 个文件不是调研报告，未检查/);
  });

  it('says that the regulation data is missing or damaged', async () => {
    // Another day, and sound JSON still.
    const flipped = {
      'flipped/regulations.json': NO_REGULATIONS['regulations.json'].replace('2026', '2027'),
      'flipped/fingerprints.bin': NO_REGULATIONS['fingerprints.bin'],
    };
    const folder = folderWith({ 'a.md': CLEAN, 'data/regulations.json': '{', 'data/fingerprints.bin': '', ...flipped });
    for (const dataFolder of [join(folder, 'none'), join(folder, 'data'), join(folder, 'flipped')]) {
      for (const args of [
        ['check', 'a.md'],
        ['inspect', 'a.md'],
        ['regulations', 'list'],
        ['regulations', 'show', '民法典'],
      ]) {
        const { code, out, err } = await policydoc(folder, args, { dataFolder });
        assert.equal(code, 2);
        assert.equal(out, '');
        assert.match(err, /^policydoc: 法规数据无法使用：.*regulations\.json/);
      }
    }
  });

  it('reads an empty file', async () => {
    const { code, out, err } = await policydoc(folderWith({ 'a.md': '' }), ['check', 'a.md']);
    assert.equal(err, '');
    assert.match(out, /^共检查 1 个文件：错误 0 个/);
    assert.equal(code, 0);
  });

  it('names a file it may not read, and checks the rest', async function () {
    if (process.platform === 'win32') this.skip();
    const folder = folderWith({ 'a.md': FLAWED, 'b.md': FLAWED });
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'b.md'), 0);
    const { code, out, err } = await asNobody(() => policydoc(folder, ['check', '--format', 'json']));
    assert.equal(err, 'policydoc: b.md：没有读取权限\n');
    assert.deepEqual(
      (JSON.parse(out) as Output).files.map(({ file }) => file),
      ['a.md'],
    );
    assert.equal(code, 2);
  });

  it('checks 2 MB on one line in bounded time, also with thousands of findings', async function () {
    this.timeout(60_000);
    const sentence = '根据《中华人民共和国民法典》第五百零九条，现有党员一百二十人，占百分之三十五。';
    const line = sentence.repeat(Math.ceil(2_000_000 / Buffer.byteLength(sentence)));
    const folder = folderWith({
      'a.md': line.replace(/第五百零九条/g, (right, at: number) => (at % 5 === 0 ? '第九千条' : right)),
    });
    const started = performance.now();
    const { code, out } = await policydoc(folder, ['check', 'a.md']);
    assert.ok(performance.now() - started < 20_000, `${performance.now() - started} ms`);
    assert.ok(out.split(`(${RULE})`).length > 3000);
    assert.ok(Math.max(...out.split('\n').map(shown => shown.length)) < 1000, 'the line is cut');
    assert.equal(code, 1);
  });
});
