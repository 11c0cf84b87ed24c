import assert from 'node:assert/strict';
import fc from 'fast-check';
import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { RefusedError } from '../../server/src/host/decode.js';
import { discover } from '../../server/src/host/discover.js';
import { folderWith, put, type Files } from './folder.js';

async function found(folder: string, path: string): Promise<string[]> {
  const { files } = await discover(join(folder, path));
  return files.map(file => relative(folder, file)).sort();
}

const CASES: readonly [string, Files, string, string[]][] = [
  [
    'texts of every ending, at any depth',
    { 'a.md': '', 'b/c.markdown': '', 'b/d/e.txt': '', 'f.MD': '', 'g.docx': '', h: '' },
    '.',
    ['a.md', 'b/c.markdown', 'b/d/e.txt', 'f.MD', 'g.docx'],
  ],
  [
    'Word documents, and not what Word keeps beside an open one',
    { 'a.docx': '', 'b/C.DOCM': '', '~$a.docx': '', 'b/~$C.docm': '', 'd.doc': '', 'e.wps': '' },
    '.',
    ['a.docx', 'b/C.DOCM'],
  ],
  ['only what is in the folder', { 'a.md': '', 'b/c.md': '' }, 'b', ['b/c.md']],
  ['a folder whose name looks like a pattern', { '[x](y)/{a,b}/c.md': '' }, '[x](y)', ['[x](y)/{a,b}/c.md']],
  [
    'no installed packages and no hidden folders',
    { 'a.md': '', 'node_modules/p/README.md': '', '.git/x.md': '' },
    '.',
    ['a.md'],
  ],
  ['no file that Git ignores', { '.gitignore': 'out/\n', 'a.md': '', 'out/b.md': '' }, '.', ['a.md']],
  [
    'no file in .policydocignore, anchored as in Git',
    { '.policydocignore': '/old\n草稿*\n', 'a.md': '', 'old/b.md': '', 'c/old/d.md': '', 'c/草稿1.md': '' },
    '.',
    ['a.md', 'c/old/d.md'],
  ],
  [
    'no file in a .policydocignore above the folder',
    { '.policydocignore': 'docs/old\n', 'docs/a.md': '', 'docs/old/b.md': '' },
    'docs',
    ['docs/a.md'],
  ],
  [
    'a file named itself, whatever ignores it',
    { '.policydocignore': '*\n', '.gitignore': '*\n', 'a.rst': '' },
    'a.rst',
    ['a.rst'],
  ],
];

/** Where the file system takes `Draft` for `draft`, one of them could not be. */
const CAPITALS: (typeof CASES)[number] = [
  'names in ignore files as the file system tells them apart',
  {
    '.gitignore': 'draft/\n*.TXT\n[a-c]x.md\n',
    '.policydocignore': 'Old\n',
    'Draft/a.md': '',
    'b.txt': '',
    'BX.md': '',
    'old/a.md': '',
    'd/draft/a.md': '',
    'd/b.TXT': '',
    'ax.md': '',
    'Old/a.md': '',
  },
  '.',
  ['BX.md', 'Draft/a.md', 'b.txt', 'old/a.md'],
];

const REFUSED: readonly [string, Files, string, RegExp][] = [
  ['a path that does not exist', {}, 'no.md', /不存在/],
  ['a folder without texts', { 'a.pdf': '', '~$a.docx': '' }, '.', /没有可检查的文件/],
  [
    'a folder that is ignored from above, and says so',
    { '.policydocignore': '/old\n', 'old/a.md': '' },
    'old',
    /^该文件夹被忽略文件（\.gitignore、\.policydocignore）排除/,
  ],
  ['a folder below one that is', { '.policydocignore': 'old\n', 'old/a/b/c.md': '' }, 'old/a/b', /^该文件夹被忽略文件/],
  ['a folder Git ignores', { '.git/HEAD': '', '.gitignore': 'out/\n', 'out/a.md': '' }, 'out', /^该文件夹被忽略文件/],
  [
    'a folder in which everything is ignored',
    { '.policydocignore': '*\n', 'a.md': '' },
    '.',
    /另有文件或文件夹被忽略文件（\.gitignore、\.policydocignore）排除/,
  ],
  [
    'one in which all folders are',
    { '.policydocignore': 'b\n', 'b/a.md': '' },
    '.',
    /另有文件或文件夹被忽略文件（\.gitignore、\.policydocignore）排除/,
  ],
  [
    'one in which all texts of a folder are',
    { '.policydocignore': '*.md\n', 'b/a.md': '', 'b/c.pdf': '' },
    '.',
    /另有文件或文件夹被忽略文件（\.gitignore、\.policydocignore）排除/,
  ],
];

describe('discover', () => {
  for (const [name, files, path, expected] of process.platform === 'linux' ? [...CASES, CAPITALS] : CASES) {
    it(`finds ${name}`, async () => assert.deepEqual(await found(folderWith(files), path), expected));
  }
  for (const [name, files, path, reason] of REFUSED) {
    it(`refuses ${name}`, async () => {
      await assert.rejects(
        found(folderWith(files), path),
        (error: unknown) => error instanceof RefusedError && reason.test(error.reason['zh-CN']),
      );
    });
  }

  it('tells a file that was named from one that was found', async () => {
    const folder = folderWith({ 'a.md': '' });
    assert.equal((await discover(folder)).named, false);
    assert.equal((await discover(join(folder, 'a.md'))).named, true);
  });

  it('ignores what Git does', async function () {
    this.timeout(120_000);
    const git = (...args: readonly string[]) => spawnSync('git', ['-C', folder, ...args], { encoding: 'utf8' });
    const name = fc.constantFrom(
      'a',
      'b',
      'ab',
      'a b',
      '*',
      '?',
      'a*',
      '*b',
      '**',
      '[ab]',
      '[!a]',
      'a?',
      '\\a',
      'a.md',
      '*.md',
      'B',
    );
    const line = fc
      .tuple(
        fc.constantFrom('', '!', ''),
        fc.constantFrom('', '/'),
        fc.array(name, { minLength: 1, maxLength: 3 }),
        fc.constantFrom('', '/', ' ', '/**'),
      )
      .map(([not, root, names, end]) => not + root + names.join('/') + end);
    const lines = fc
      .array(fc.oneof(line, fc.constantFrom('', '# a', '\\#', '\\!a')), { maxLength: 4 })
      .map(all => all.join('\n'));
    const folders = ['', 'a/', 'b/', 'ab/', 'a/b/', 'a/b/a/'];
    const texts = Object.fromEntries(
      folders.flatMap(folder => ['a.md', 'b.md', 'ab.md'].map(file => [folder + file, ''])),
    );
    const folder = folderWith(texts);
    if (git('init', '-q').status !== 0) this.skip();
    await fc.assert(
      fc.asyncProperty(lines, lines, async (above, below) => {
        put(folder, { '.gitignore': above, 'a/.gitignore': below });
        const { stdout } = git('ls-files', '-z', '--others', '--exclude-standard', '--', '*.md');
        const ours = await found(folder, '.').catch((error: unknown) => {
          if (error instanceof RefusedError) return [];
          throw error;
        });
        assert.deepEqual(ours, stdout.split('\0').filter(Boolean).sort());
      }),
      { numRuns: 60 },
    );
  });

  it('does not follow links in a folder, so a loop ends', async () => {
    const folder = folderWith({ 'a.md': '' });
    mkdirSync(join(folder, 'b'));
    symlinkSync(folder, join(folder, 'b', 'loop'));
    assert.deepEqual(await found(folder, '.'), ['a.md']);
  });
});
