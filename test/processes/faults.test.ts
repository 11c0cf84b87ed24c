import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, lstatSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { GENERATOR } from '../../server/src/review/page.js';
import { readWord } from '../../server/src/word/read.js';
import { beforeReading, withFault } from '../harness/faulty-fs.js';
import { NO_REGULATIONS } from '../harness/index-files.js';
import { p, word } from '../harness/word.js';
import { folderWith, put, type Files } from '../host/folder.js';
import { asNobody, CLEAN, FLAWED, policydoc, withFixingRule, type Ran } from '../cli/harness.js';

/** Of law 7: whatever befalls a command that writes, afterwards every file is the old one or the new one. */

const TWO_SPACES = '# 关于合同管理的调研报告\n\n一、基本情况\n现有  党员{{党员数}}人。\n';
const REGULATION = '示例条例\n（2020年1月2日示例大会通过）\n第一条　甲，乙。\n第二条　丙。\n';
const SHEET = { 'figures.csv': '键,值\n党员数,12\n' };

/** A report as a Word document, and one that was commented before. */
const WORD = await word(p('关于合同管理的调研报告') + p('现有党员{{党员数}}人，共XX家。'));
const COMMENTED = await (await readWord(WORD)).annotated([{ start: 0, end: 3, paragraphs: ['旧'] }]);

/** By the name of a command: the files it finds, and its arguments. It writes over something wherever it may. */
const LISTING = '# 供水调研报告\n\n## 一、存在的问题\n\n一是管网老化。\n\n二是人手不足。\n';
const WRITERS: Readonly<Record<string, readonly [Files, readonly string[]]>> = {
  'check --fix': [{ 'a.md': TWO_SPACES, 'b.md': `\uFEFF${TWO_SPACES}` }, ['check', '--fix']],
  'check --update-baseline': [
    { 'a.md': FLAWED, 'policydoc-baseline.json': '{"version": 1, "files": {}}' },
    ['check', '--update-baseline'],
  ],
  'check --format': [
    { 'a.md': FLAWED, 'out.json': '[]' },
    ['check', '--format', 'json=out.json', '--format', 'sarif=new.sarif'],
  ],
  'check --cache': [{ 'a.md': FLAWED, 'b.md': CLEAN, 'user/policydoc/secret': 's'.repeat(32) }, ['check', '--cache']],
  'data export': [{ 'a.md': TWO_SPACES, 'out.csv': 'old' }, ['data', 'export', 'a.md', '-o', 'out.csv', '--force']],
  lists: [{ 'a.md': LISTING, 'out.csv': 'old' }, ['lists', 'a.md', '-o', 'out.csv', '--force']],
  'data fill -o': [
    { 'a.md': TWO_SPACES, ...SHEET, 'out.md': 'old' },
    ['data', 'fill', 'a.md', '--data', 'figures.csv', '-o', 'out.md', '--force'],
  ],
  'data fill --in-place': [
    { 'a.md': TWO_SPACES, ...SHEET },
    ['data', 'fill', 'a.md', '--data', 'figures.csv', '--in-place'],
  ],
  'regulations import': [
    {
      'in/a.txt': REGULATION,
      'in/b.txt': REGULATION.replace('示例', '样例'),
      'regulations/示例条例(2020-01-02).md': 'old',
    },
    ['regulations', 'import', 'in', '--force'],
  ],
  review: [{ 'a.md': FLAWED, 'sheet.html': `<!-- ${GENERATOR} -->\n` }, ['review', 'a.md', '-o', 'sheet.html']],
  'review of Word': [{ 'a.docx': WORD, 'out.docx': COMMENTED }, ['review', 'a.docx', '-o', 'out.docx']],
  'data fill -o of Word': [
    { 'a.docx': WORD, ...SHEET, 'out.docx': COMMENTED },
    ['data', 'fill', 'a.docx', '--data', 'figures.csv', '-o', 'out.docx', '--force'],
  ],
  'data fill --in-place of Word': [
    { 'a.docx': WORD, ...SHEET },
    ['data', 'fill', 'a.docx', '--data', 'figures.csv', '--in-place'],
  ],
  convert: [{ 'a.docx': WORD }, ['convert', 'a.docx', '-o', 'out.md']],
  export: [{ 'a.md': TWO_SPACES, 'out.docx': COMMENTED }, ['export', 'a.md', '-o', 'out.docx', '--force']],
  init: [{ 'a.md': CLEAN }, ['init', '--github']],
};
/** No regulations: they take longer to load than all the rest. */
const DATA = NO_REGULATIONS;

const run = (folder: string, args: readonly string[], dataFolder: string): Promise<Ran> =>
  withFixingRule(() =>
    policydoc(folder, args, { dataFolder, env: { HOME: folder, XDG_CACHE_HOME: join(folder, 'user') } }),
  );

/** What stands in a folder, by name. */
function contents(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name =>
    statSync(join(folder, name)).isFile(),
  );
  return Object.fromEntries(names.sort().map(name => [name, readFileSync(join(folder, name), 'latin1')]));
}

const TEMPORARY = /(?:^|\/)\.policydoc-[0-9a-f]{12}\.tmp$/;

function assertOldOrNew(
  now: Record<string, string>,
  before: Record<string, string>,
  after: Record<string, string>,
): void {
  for (const [name, content] of Object.entries(now))
    assert.ok(content === before[name] || content === after[name], `${name} is neither`);
  for (const name of Object.keys(before)) assert.ok(name in now, `${name} is gone`);
}

/** The files as they were: in the same folder, for a cache goes by the whole path. */
function restore(folder: string, files: Files): void {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  put(folder, files);
}

/** The files as they are before and after a run that nothing befalls. */
async function beforeAndAfter(
  folder: string,
  args: readonly string[],
  dataFolder: string,
): Promise<[Record<string, string>, Record<string, string>]> {
  const before = contents(folder);
  const { code, err } = await run(folder, args, dataFolder);
  assert.notEqual(code, 2, err);
  const after = contents(folder);
  assert.notDeepEqual(after, before);
  return [before, after];
}

describe('law 7: afterwards every file is the old one or the new one', () => {
  for (const [name, [files, args]] of Object.entries(WRITERS)) {
    it(`${name}: the disk is full at any step, which is said, and nothing is left behind`, async () => {
      const [data, folder] = [folderWith(DATA), folderWith(files)];
      const [before, after] = await beforeAndAfter(folder, args, data);
      for (let step = 1, isOver = false; !isOver; step++) {
        restore(folder, files);
        const {
          result: { code, err },
          hasStruck,
        } = await withFault({ step, kind: 'ENOSPC' }, () => run(folder, args, data));
        isOver = !hasStruck;
        assertOldOrNew(contents(folder), before, after);
        if (hasStruck) assert.match(err, /磁盘空间不足/);
        // What the cache cannot keep is no fault of the reports.
        assert.equal(code === 2, hasStruck && name !== 'check --cache', err);
        assert.ok(step < 40);
      }
    });

    it(`${name}: the process ends at any step`, async () => {
      const [data, folder] = [folderWith(DATA), folderWith(files)];
      const [before, after] = await beforeAndAfter(folder, args, data);
      for (let step = 1, isOver = false; !isOver; step++) {
        restore(folder, files);
        const { hasStruck } = await withFault({ step, kind: 'death' }, () => run(folder, args, data));
        isOver = !hasStruck;
        const now = contents(folder);
        const left = Object.keys(now).filter(it => TEMPORARY.test(it));
        assert.ok(left.length <= 1, left.join());
        for (const one of left) delete now[one];
        assertOldOrNew(now, before, after);
        assert.ok(step < 40);
      }
    });

    it(`${name}: the folder is read-only`, async function () {
      if (process.platform === 'win32') this.skip();
      const data = folderWith(DATA);
      chmodSync(data, 0o755);
      const folder = folderWith(files);
      const folders = [
        folder,
        ...readdirSync(folder, { recursive: true, encoding: 'utf8' })
          .map(it => join(folder, it))
          .filter(it => statSync(it).isDirectory()),
      ];
      for (const it of folders) chmodSync(it, 0o555);
      const before = contents(folder);
      const { code, err } = await asNobody(() => run(folder, args, data));
      for (const it of folders) chmodSync(it, 0o755);
      assert.deepEqual(contents(folder), before);
      assert.match(err, /没有写入权限/);
      assert.equal(code === 2, name !== 'check --cache');
    });
  }

  for (const name of [
    'check --fix',
    'check --update-baseline',
    'data fill --in-place',
    'regulations import',
    'review of Word',
    'data fill --in-place of Word',
    'export',
  ]) {
    it(`${name}: SIGKILL when a file is half written`, async function () {
      if (process.platform === 'win32') this.skip();
      const [files, args] = WRITERS[name]!;
      const folder = folderWith(files);
      const before = contents(folder);
      const { signal, stderr } = spawnSync(process.execPath, ['out/test/processes/killed.js', folder, ...args], {
        encoding: 'utf8',
      });
      assert.equal(signal, 'SIGKILL', stderr);
      const now = contents(folder);
      const left = Object.keys(now).filter(it => TEMPORARY.test(it));
      assert.equal(left.length, 1);
      delete now[left[0]!];
      assert.deepEqual(now, before);
    });
  }

  it('a device that is full, by a link to it: said, and neither is replaced', async function () {
    if (process.platform !== 'linux') this.skip();
    const folder = folderWith({ 'a.md': FLAWED });
    symlinkSync('/dev/full', join(folder, 'out.json'));
    const { code, err } = await policydoc(folder, ['check', '--format', 'json=out.json']);
    assert.deepEqual([code, err], [2, 'policydoc: out.json：无法写入：磁盘空间不足\n']);
    assert.ok(lstatSync('/dev/full').isCharacterDevice() && lstatSync(join(folder, 'out.json')).isSymbolicLink());
  });

  it('a limit of the system on the size of files', function () {
    if (process.platform !== 'linux') this.skip();
    const folder = folderWith({ 'a.md': FLAWED.repeat(20), 'out.json': '[]' });
    // The rest of the file is refused once 4 KB of it are written.
    const { status, stderr } = spawnSync(
      'sh',
      [
        '-c',
        'ulimit -f 8; exec "$@"',
        'sh',
        process.execPath,
        resolve('server/bin/policydoc.js'),
        'check',
        '--format',
        'json=out.json',
      ],
      {
        cwd: folder,
        encoding: 'utf8',
        env: { PATH: process.env['PATH'] },
      },
    );
    assert.deepEqual([status, stderr], [2, 'policydoc: out.json：无法写入：超过允许的文件大小\n']);
    assert.deepEqual(contents(folder), {
      'a.md': Buffer.from(FLAWED.repeat(20)).toString('latin1'),
      'out.json': '[]',
    });
  });

  it('a file that goes between being found and being read: said by its name, and the others are checked', async () => {
    const folder = folderWith({ 'a.md': FLAWED, 'b.md': FLAWED, 'c.md': CLEAN });
    const { code, out, err } = await beforeReading(
      path => path.endsWith('a.md'),
      () => rmSync(join(folder, 'b.md')),
      () => policydoc(folder, ['check', '--format', 'json']),
    );
    assert.deepEqual([code, err], [2, 'policydoc: b.md：文件或文件夹不存在\n']);
    assert.deepEqual(
      (JSON.parse(out) as { files: { file: string }[] }).files.map(({ file }) => file),
      ['a.md', 'c.md'],
    );
  });

  it('a folder in whose place a link comes between reading a file and writing it: the other file is not touched', async () => {
    const folder = folderWith({ 'r/a.md': TWO_SPACES, 'other/a.md': `${TWO_SPACES}另有一句。\n` });
    let reads = 0;
    const { code, err } = await beforeReading(
      path => path.endsWith('a.md') && ++reads === 2,
      () => {
        renameSync(join(folder, 'r'), join(folder, 'away'));
        symlinkSync(join(folder, 'other'), join(folder, 'r'));
      },
      () => run(folder, ['check', 'r', '--fix'], folderWith(DATA)),
    );
    assert.equal(code, 2);
    assert.match(err, /^policydoc: r\/a\.md：文件已被改动/);
    assert.deepEqual(
      ['away/a.md', 'other/a.md'].map(name => readFileSync(join(folder, name), 'utf8')),
      [TWO_SPACES, `${TWO_SPACES}另有一句。\n`],
    );
  });

  it('two runs on one cache: both say what a run without says, and so does one that finds what they left', async () => {
    const folder = folderWith(
      Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`r/${i}.md`, i % 2 ? FLAWED : CLEAN])),
    );
    const user = folderWith({});
    const args = [resolve('server/bin/policydoc.js'), 'check', 'r', '--format', 'json'];
    const started = async (more: readonly string[]): Promise<string> => {
      const child = spawn(process.execPath, [...args, ...more], { cwd: folder, env: { XDG_CACHE_HOME: user } });
      let said = '';
      child.stdout.on('data', piece => {
        said += piece;
      });
      child.stderr.on('data', piece => {
        said += piece;
      });
      await once(child, 'close');
      return said;
    };
    const [plain, ...both] = await Promise.all([[], ['--cache'], ['--cache']].map(started));
    assert.deepEqual([...both, await started(['--cache'])], [plain, plain, plain]);
    assert.deepEqual(readdirSync(join(user, 'policydoc/results')).sort(), ['.gitignore', 'results.cache']);
  });
});
