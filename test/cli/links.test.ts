import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { folderWith, type Files } from '../host/folder.js';
import { CLEAN, FLAWED, policydoc } from './harness.js';

const REGULATION = '示例条例\n（2020年1月2日示例大会通过）\n第一条　甲，乙。\n第二条　丙。\n';
const CANONICAL =
  '---\ntitle: "示例条例"\nedition: 2020-01-02\ncomplete: true\n---\n\n# 示例条例\n\n第一条　甲，乙。\n\n第二条　丙。\n';
const CITING = CLEAN.replace('《中华人民共和国民法典》第五百零九条', '《示例条例》第九条');
const OUTSIDE: Files = {
  'outside/secret.md': FLAWED,
  'outside/texts/t.md': CANONICAL,
  'outside/regulation.txt': REGULATION,
  'outside/base.json': '{"version": 1, "files": {}}',
  'outside/config.json': '{"rules": {"citation-article-absent": "off"}}',
  'outside/dir/x': '',
};

/**
 * Name; the links, each to a place outside; other files; arguments that name no link, what is said, the exit code; the arguments
 * that name it, and the exit code then.
 */
const CASES: readonly (readonly [
  string,
  Record<string, string>,
  Files,
  readonly string[],
  RegExp,
  number,
  readonly string[],
  number,
])[] = [
  ['a report', { 'link.md': 'secret.md' }, { 'a.md': CLEAN }, ['check'], /^$/, 0, ['check', 'link.md'], 1],
  ['a folder of reports', { linked: '' }, { 'a.md': CLEAN }, ['check'], /^$/, 0, ['check', 'linked'], 1],
  [
    'a report in a list',
    { 'link.md': 'secret.md' },
    { list: 'link.md' },
    ['check', '--files-from', 'list'],
    /^$/,
    0,
    ['check', 'link.md'],
    1,
  ],
  [
    'a configuration',
    { 'policydoc.config.json': 'config.json' },
    { 'a.md': FLAWED },
    ['check'],
    /config\.json：是符号链接/,
    2,
    ['check', '--config', 'policydoc.config.json'],
    0,
  ],
  [
    'the folder of regulations',
    { regulations: 'texts' },
    { 'a.md': CITING, 'policydoc.config.json': '{}' },
    ['check'],
    /regulations：法规文件夹无法使用：是符号链接/,
    0,
    // A settings file that names it is no user who does.
    ['check', '--config', 'named.json'],
    2,
  ],
  [
    'a text in it',
    { 'regulations/t.md': 'texts/t.md' },
    { 'a.md': CITING, 'policydoc.config.json': '{}', 'regulations/u.md': CANONICAL.replaceAll('示例', '样例') },
    ['check'],
    /t\.md：未用作法规文本：是符号链接/,
    0,
    ['check'],
    0,
  ],
  [
    'the cache',
    { '.policydoc-cache': 'dir' },
    { 'a.md': CLEAN },
    ['check', '--cache-location', '.'],
    /缓存.*是符号链接/,
    0,
    ['check', '--cache-location', '.policydoc-cache'],
    0,
  ],
  [
    'the baseline',
    { 'policydoc-baseline.json': 'base.json' },
    { 'a.md': FLAWED },
    ['check', '--update-baseline'],
    /基线 policydoc-baseline\.json：是符号链接/,
    2,
    ['check', '--update-baseline', '--baseline', 'policydoc-baseline.json'],
    0,
  ],
  [
    'a text to import',
    { 'in/r.txt': 'regulation.txt' },
    { 'in/s.txt': REGULATION.replace('示例', '样例') },
    ['regulations', 'import', 'in', '--format', 'json'],
    /尚未使用/,
    0,
    ['regulations', 'import', 'in/r.txt'],
    0,
  ],
  [
    'the folder to import into',
    { regulations: 'dir' },
    { 's.txt': REGULATION },
    ['regulations', 'import', 's.txt'],
    /s\.txt：是符号链接/,
    2,
    ['regulations', 'import', 's.txt', '-o', 'regulations'],
    0,
  ],
  ['a folder for CI', { '.github': 'dir' }, {}, ['init', '--github'], /policydoc\.yml：是符号链接/, 2, ['init'], 0],
];

const contents = (folder: string): unknown =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).map(it => [
    it.parentPath,
    it.name,
    it.isFile() && readFileSync(join(it.parentPath, it.name), 'utf8'),
  ]);

describe('a link that leads out of the folder is followed only where it is named:', () => {
  for (const [name, links, files, found, said, code, named, codeNamed] of CASES) {
    it(name, async function () {
      if (process.platform === 'win32') this.skip();
      const root = folderWith({
        ...OUTSIDE,
        ...Object.fromEntries(Object.entries(files).map(([file, content]) => [`work/${file}`, content])),
        'work/named.json': '{"regulations": ["regulations"]}',
      });
      const work = join(root, 'work');
      for (const [link, target] of Object.entries(links)) {
        mkdirSync(dirname(join(work, link)), { recursive: true });
        symlinkSync(join(root, 'outside', target), join(work, link));
      }
      const before = contents(join(root, 'outside'));
      const world = { env: { XDG_CACHE_HOME: join(root, 'user') } };
      const ran = await policydoc(work, found, world);
      assert.match(ran.err, said);
      assert.equal(ran.code, code, ran.out + ran.err);
      assert.doesNotMatch(ran.out, /secret|没有第九条|r\.txt/);
      assert.deepEqual(contents(join(root, 'outside')), before);
      const asked = await policydoc(work, named, world);
      assert.equal(asked.code, codeNamed, asked.out + asked.err);
    });
  }
});
