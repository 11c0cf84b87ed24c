import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileName } from '../../server/src/host/file-name.js';
import { docx } from '../host/docx-maker.js';
import { encode } from '../host/encoders.js';
import { folderWith } from '../host/folder.js';
import { policydoc, type Ran } from './harness.js';

const LINES = [
  '示例条例',
  '（2020年1月2日示例大会通过）',
  '第一章　总则',
  '第一条　甲，乙。',
  '有下列：',
  '（一）子；',
  '（二）丑。',
  '第二章　附则',
  '第二条　本条例自2020年3月1日起施行。',
];
const PLAIN = LINES.join('\n');
const CANONICAL = (source: string): string => `---
title: "示例条例"
edition: 2020-01-02
effective: 2020-03-01
source: "${source}"
complete: true
---

# 示例条例

（2020年1月2日示例大会通过）

## 第一章 总则

第一条　甲，乙。

有下列：

（一）子；

（二）丑。

## 第二章 附则

第二条　本条例自2020年3月1日起施行。
`;
const TARGET = '示例条例(2020-01-02).md';

const imported = (folder: string, ...args: string[]): Promise<Ran> =>
  policydoc(folder, ['regulations', 'import', ...args, '--locale', 'en']);
const read = (folder: string, name = TARGET): string => readFileSync(join(folder, 'regulations', name), 'utf8');
const written = (folder: string): string[] =>
  existsSync(join(folder, 'regulations')) ? readdirSync(join(folder, 'regulations')).sort() : [];

describe('regulations import', () => {
  const FORMATS: [name: string, bytes: () => string | Uint8Array | Promise<Uint8Array>][] = [
    ['a.txt', () => PLAIN],
    [
      'a.md',
      () =>
        `# 示例条例\r\n\r\n（2020年1月2日示例大会通过）\r\n\r\n## 第一章 总 则\r\n\r\n**第一条** 甲，乙。\r\n\r\n有下列：\r\n\r\n（一）子；\r\n\r\n（二）丑。\r\n\r\n## 第二章　附则\r\n\r\n**第二条** 本条例自2020年3月1日起施行。`,
    ],
    [
      'a.html',
      () =>
        `<html><head><title>网站</title></head><body><nav>首页</nav><div>${LINES.map(line => `<p>&emsp;${line}</p>`).join('\n')}</div><footer>版权</footer>`,
    ],
    ['a.docx', () => docx(LINES)],
    ['b.txt', () => encode('gb18030', PLAIN)],
  ];
  for (const [name, bytes] of FORMATS) {
    it(`makes the same file of ${name}`, async () => {
      const folder = folderWith({ [name]: await bytes() });
      const { code, out, err } = await imported(folder, name);
      assert.deepEqual([code, written(folder)], [0, [TARGET]]);
      assert.equal(read(folder), CANONICAL(name));
      assert.equal(
        out,
        `imported  ${name} → regulations/${TARGET}\n    示例条例 2020-01-02, effective 2020-03-01, 2 chapters, 2 articles\n` +
          '1 imported, 0 replaced, 0 unchanged, 0 duplicates, 0 refused.\n',
      );
      assert.match(err, /not yet used in checks/);
    });
  }

  it('makes the same bytes of what it made', async () => {
    const folder = folderWith({ 'a.txt': PLAIN });
    await imported(folder, 'a.txt');
    const { code, out } = await imported(folder, 'regulations', '-o', 'again', '--format', 'json');
    assert.equal(code, 0);
    assert.equal(readFileSync(join(folder, 'again', TARGET), 'utf8'), read(folder));
    assert.deepEqual(JSON.parse(out), {
      version: 1,
      output: 'again',
      summary: { written: 1, replaced: 0, unchanged: 0, duplicate: 0, refused: 0 },
      files: [
        {
          file: `regulations/${TARGET}`,
          status: 'written',
          target: `again/${TARGET}`,
          reason: null,
          title: '示例条例',
          edition: '2020-01-02',
          effective: '2020-03-01',
          kind: '',
          issuer: '',
          form: 'articles',
          divisions: 2,
          articles: 2,
          missingNumbers: [],
          repeats: [],
        },
      ],
    });
    assert.match(
      (await imported(folder, 'regulations', 'a.txt')).out,
      /0 imported, 0 replaced, 1 unchanged, 1 duplicate, 0 refused/,
    );
  });

  it('keeps by hand what stands in a file of the same words, and replaces other words only when told to', async () => {
    const folder = folderWith({ 'a.txt': PLAIN, 'b.txt': PLAIN.replace('丑', '寅') });
    await imported(folder, 'a.txt');
    const byHand = read(folder).replace('complete', 'aliases: ["示例"]\ncomplete').replaceAll('\n', '\r\n');
    writeFileSync(join(folder, 'regulations', TARGET), byHand);
    assert.match((await imported(folder, 'a.txt')).out, /^unchanged/);
    const refused = await imported(folder, 'b.txt');
    assert.deepEqual([refused.code, read(folder)], [2, byHand]);
    assert.match(refused.err, /b\.txt: regulations\/示例条例\(2020-01-02\)\.md exists with other content; use --force/);
    const forced = await imported(folder, 'b.txt', '--force');
    assert.deepEqual([forced.code, read(folder)], [0, CANONICAL('b.txt').replace('丑', '寅')]);
    assert.match(forced.out, /^replaced/);
  });

  it('finds the same edition in a file of another name, and does not make a second one', async () => {
    const folder = folderWith({
      'a.txt': PLAIN,
      'regulations/别名.md': CANONICAL('别处'),
      'b.txt': PLAIN.replace('丑', '寅'),
    });
    assert.match((await imported(folder, 'a.txt')).out, /^unchanged {2}a\.txt → regulations\/别名\.md/);
    assert.match((await imported(folder, 'b.txt')).err, /regulations\/别名\.md exists with other content/);
    assert.deepEqual(written(folder), ['别名.md']);
  });

  it('imports the others when some are refused, and says why', async () => {
    const folder = folderWith({
      'good.txt': PLAIN,
      'note.md': '# 会议通知\n\n请到会。',
      'undated.txt': PLAIN.replace(/（2020.*）/, ''),
      'bad.docx': '甲',
      'rubbish.txt': Uint8Array.of(0, 1),
      'scan.pdf': '',
      'other.txt': PLAIN.replaceAll('示例条例', '样本条例'),
      'twin.txt': PLAIN.replaceAll('示例条例', '样本条例').replace('丑', '寅'),
    });
    const { code, out, err } = await imported(folder, '.', 'gone.docx', 'scan.pdf');
    assert.deepEqual([code, written(folder)], [2, [TARGET]]);
    assert.match(out, /1 imported, 0 replaced, 0 unchanged, 0 duplicates, 8 refused\.$/m);
    const reasons = err
      .split('\n')
      .filter(line => !/not yet used|not read: formats/.test(line))
      .join('\n');
    assert.equal(
      reasons,
      `policydoc: bad.docx: not a .docx document, or damaged
policydoc: gone.docx: no such file or folder
policydoc: note.md: no provisions were recognised (lines that begin with 第一条 or 一、)
policydoc: other.txt: the same edition as twin.txt with other words; neither was imported, keep one
policydoc: rubbish.txt: it holds zero bytes: not a text file, or UTF-16 without a byte order mark
policydoc: scan.pdf: .pdf files are not supported; save it as .docx, .txt, .md or .html
policydoc: twin.txt: the same edition as other.txt with other words; neither was imported, keep one
policydoc: undated.txt: no edition date was found (the day of adoption, amendment or issue); name it with --edition
`,
    );
    assert.match(err, /1 more file not read: formats such as \.doc, \.pdf/);
  });

  it('takes the date that is named, for one file', async () => {
    const folder = folderWith({ 'a.txt': PLAIN.replace(/（2020.*）/, ''), 'b.txt': PLAIN });
    assert.equal((await imported(folder, 'a.txt', '--edition', '2019-12')).code, 0);
    assert.deepEqual(written(folder), ['示例条例(2019-12).md']);
    assert.match((await imported(folder, '.', '--edition', '2019')).err, /--edition is for a single file/);
    assert.match((await imported(folder, 'a.txt', '--edition', '2019年')).err, /“2019年” of --edition is not a date/);
    assert.deepEqual(written(folder), ['示例条例(2019-12).md']);
  });

  it('says what it could not count', async () => {
    const folder = folderWith({ 'a.txt': '示例条例\n2020年1月2日通过\n第一条 甲。\n第四条 丁。\n第一条 引文。' });
    const { out } = await policydoc(folder, ['regulations', 'import', 'a.txt']);
    assert.match(out, /缺第 2-3 条，引用这些条文时无法核验\n {4}第 1 条另在行首出现/);
  });

  it('leaves nothing behind when it cannot write', async () => {
    const folder = folderWith({ 'a.txt': PLAIN, [`regulations/${TARGET}/x`]: '' });
    const { code, err } = await imported(folder, 'a.txt', '--force');
    assert.equal(code, 2);
    assert.match(err, /a\.txt: it cannot be written: a folder of that name exists/);
    assert.deepEqual(written(folder), [TARGET]);
    const file = folderWith({ 'a.txt': PLAIN, out: '' });
    assert.match((await imported(file, 'a.txt', '-o', 'out')).err, /it cannot be written: a file of that name exists/);
    assert.match((await imported(file, 'a.txt', '-o', 'out/sub')).err, /a part of the path is not a folder/);
    assert.deepEqual(readdirSync(file).sort(), ['a.txt', 'out']);
  });

  it('leaves nothing behind in a folder without rights', async function () {
    if (process.getuid?.() === 0) this.skip(); // Pending, not passed: root may write everywhere.
    const folder = folderWith({ 'a.txt': PLAIN });
    mkdirSync(join(folder, 'regulations'), { mode: 0o555 });
    const { code, err } = await imported(folder, 'a.txt');
    chmodSync(join(folder, 'regulations'), 0o755);
    assert.equal(code, 2);
    assert.match(err, /it cannot be written: permission denied/);
    assert.deepEqual(written(folder), []);
  });

  it('writes nothing outside the folder: not by a title, not through a link', async () => {
    const folder = folderWith({
      'a.txt': PLAIN.replace('示例条例', '../../示例条例'),
      'b.txt': PLAIN,
      'precious.md': '原文',
    });
    mkdirSync(join(folder, 'regulations'));
    symlinkSync(join(folder, 'precious.md'), join(folder, 'regulations', TARGET));
    const { code } = await imported(folder, 'a.txt', 'b.txt', '--force');
    assert.equal(code, 0);
    assert.equal(readFileSync(join(folder, 'precious.md'), 'utf8'), '原文');
    assert.deepEqual(readdirSync(folder).sort(), ['a.txt', 'b.txt', 'precious.md', 'regulations']);
    assert.deepEqual(written(folder), ['__.._示例条例(2020-01-02).md', TARGET]);
  });

  it('shows how far it is to a person only', async () => {
    const run = (env: Record<string, string>, isErrTTY: boolean): Promise<Ran> =>
      policydoc(folderWith({ 'a.txt': PLAIN, 'policydoc.config.json': '{}' }), ['regulations', 'import', 'a.txt'], {
        env,
        isErrTTY,
      });
    assert.match((await run({}, true)).err, /导入法规 .*0\/2/);
    for (const silent of [run({}, false), run({ CI: 'true' }, true), run({ TERM: 'dumb' }, true)])
      assert.equal((await silent).err, '');
  });
});

describe('the name of an imported file', () => {
  const CASES: [title: string, name: string][] = [
    ['中华人民共和国示例法', '示例法(2020).md'],
    ['中国共产党示例条例（试行）', '示例条例（试行）(2020).md'],
    ['中国共产党章程', '中国共产党章程(2020).md'],
    ['中华人民共和国宪法', '宪法(2020).md'],
    ['..\\a/b:c*?"<>|\n', `${'_\\a/b:c*?"<>|\n'.replace(/[\\/:*?"<>|\n]/g, '_')}(2020).md`],
  ];
  for (const [title, name] of CASES) it(JSON.stringify(title), () => assert.equal(fileName(title, '2020'), name));

  it('is short enough for any file system, and still another one for another title', () => {
    const [a, b] = ['甲', '乙'].map(end => fileName(`关于${'示例'.repeat(60)}${end}的规定`, '2020-01-02'));
    assert.ok(Buffer.byteLength(a!) <= 230);
    assert.notEqual(a, b);
  });
});

describe("a team's texts in a check", () => {
  const REPORT =
    '# 关于示例工作的调研报告\n\n一、基本情况\n根据《示例条例》第二条、第三条和第一条第一款第（二）项，开展工作。\n';

  it('count once they are imported', async () => {
    const folder = folderWith({ 'a.txt': PLAIN, 'report.md': REPORT, 'policydoc.config.json': '{}' });
    assert.match((await policydoc(folder, ['check', 'report.md'])).out, /citation-(?:regulation-unknown|unverifiable)/);
    assert.equal((await imported(folder, 'a.txt')).err, '');
    const { out, err } = await policydoc(folder, ['check']);
    assert.match(out, /没有第三条：现有第一条至第二条.*citation-article-absent/);
    assert.equal(err, '');
    assert.match(
      (await policydoc(folder, ['regulations', 'show', '示例条例'])).out,
      /2020-01-02 {2}现行 {2}施行 2020-03-01\n.*条 2，款 3，项 2/,
    );
    assert.match((await policydoc(folder, ['regulations', 'list', '示例条例'])).out, /《示例条例》/);
    assert.match((await policydoc(folder, ['regulations', 'show', '示例条例', '--no-config'])).err, /法规数据中没有/);
    assert.match(
      (await policydoc(folder, ['inspect', 'report.md', '--format', 'json'])).out,
      /"edition": "2020-01-02"/,
    );
  });

  it('are not reports, whatever is checked with them', async () => {
    const folder = folderWith({
      'policydoc.config.json': '{"reports": "all"}',
      'regulations/a.md': CANONICAL('甲'),
      'report.md': REPORT,
    });
    const { out } = await policydoc(folder, ['check', '--format', 'json']);
    assert.deepEqual(
      (JSON.parse(out) as { files: { file: string }[] }).files.map(({ file }) => file),
      ['report.md'],
    );
  });

  it('are told once when they cannot be used, and the check goes on', async () => {
    const folder = folderWith({
      'policydoc.config.json': '{"regulations": ["gone"]}',
      'a.md': REPORT,
      'b.md': REPORT,
      'regulations/x.md': '甲',
      'regulations/y.md': CANONICAL('甲'),
    });
    const { code, out, err } = await policydoc(folder, ['check', '--locale', 'en']);
    assert.equal(code, 2);
    assert.equal(
      err,
      'policydoc: regulations/x.md: not used as a regulation: not a regulation in canonical form: it has no front matter; use policydoc regulations import\n' +
        'policydoc: gone: this folder of regulations cannot be used: no such file or folder\n',
    );
    assert.match(out, /2 files checked/);
  });
});

describe('a public collection', () => {
  const shared = resolve('../shared/regulations');

  it('is imported, and read again the same (pending without ../shared/regulations)', async function () {
    if (!existsSync(shared)) this.skip(); // Pending, not passed: the texts are not part of this repository.
    const folder = folderWith({ 'policydoc.config.json': '{}' });
    const laws = ['社会法', '民法典'].map(name => join(shared, 'lawrefbook', name));
    const first = await imported(folder, ...laws, '--format', 'json');
    const { summary, files } = JSON.parse(first.out) as {
      summary: Record<string, number>;
      files: { title: string; articles: number; file: string }[];
    };
    assert.deepEqual([first.code, summary['refused']], [0, 0], first.err);
    assert.ok(summary['written']! > 20);
    assert.equal(files.find(({ title }) => title === '中华人民共和国民法典')!.articles, 1260);
    const again = await imported(folder, 'regulations', '-o', 'again', '--format', 'json');
    assert.equal(again.code, 0);
    for (const name of written(folder))
      assert.equal(readFileSync(join(folder, 'again', name), 'utf8'), read(folder, name));
    const party = await imported(folder, join(shared, 'party'), '-o', 'party', '--format', 'json');
    for (const { target, file, status } of (
      JSON.parse(party.out) as { files: { target: string; file: string; status: string }[] }
    ).files) {
      if (status !== 'refused')
        assert.equal(readFileSync(join(folder, target), 'utf8'), readFileSync(resolve(folder, file), 'utf8'));
    }
  }).timeout(15_000);
});
