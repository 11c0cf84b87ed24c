import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { parse } from 'yaml';
import { ResultCache } from '../../server/src/host/result-cache.js';
import { CLEAN, FLAWED } from '../cli/harness.js';
import { folderWith, put, type Files } from '../host/folder.js';
import { VSCODE } from '../lsp/session.js';

/** A folder from elsewhere may hold anything: files made to hang, to lie, to be overwritten with or to be believed. */

const PROGRAM = resolve('server/bin/policydoc.js');

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
  readonly ms: number;
}

/** Runs the program as installed; one that has not ended after `seconds` is killed, which `signal` tells. */
async function run(
  cwd: string,
  args: readonly string[],
  env: Record<string, string> = {},
  seconds = 20,
): Promise<Ended> {
  const began = performance.now();
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    cwd,
    env: { XDG_CACHE_HOME: join(cwd, '../user'), NODE_NO_WARNINGS: '1', ...env },
    timeout: seconds * 1000,
    killSignal: 'SIGKILL',
  });
  child.stdin.end();
  let [out, err] = ['', ''];
  child.stdout.on('data', piece => {
    out += piece;
  });
  child.stderr.on('data', piece => {
    err += piece;
  });
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return { code, signal, out, err, ms: performance.now() - began };
}

/** The folder that is checked, with whatever lies beside it. */
function workWith(files: Files, beside: Files = {}): string {
  const root = folderWith(beside);
  mkdirSync(join(root, 'work'));
  put(join(root, 'work'), files);
  return join(root, 'work');
}

const pipe = (path: string): void => {
  mkdirSync(dirname(path), { recursive: true });
  assert.equal(spawnSync('mkfifo', [path]).status, 0);
};
const permissions = (path: string): string => (statSync(path).mode & 0o777).toString(8);
const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map(name => join(folder, name))
        .filter(path => statSync(path).isFile())
    : [];

describe('a folder from elsewhere', function () {
  this.timeout(120_000);
  before(function () {
    if (process.platform === 'win32') this.skip();
  });

  describe('S2: results that came with it are not believed', () => {
    /** In bytes: any of them may be that of a line's end. */
    const SIGNATURE = 32;
    /** Signs what is in a cache with another secret, for want of the user's, and without findings. */
    async function forge(folder: string): Promise<number> {
      const files = filesIn(folder).filter(path => path.endsWith('.cache'));
      for (const path of files) {
        const bytes = readFileSync(path);
        const from = bytes.indexOf('\n', SIGNATURE) + 1;
        const [name, key, , length] = JSON.parse(bytes.toString('utf8', SIGNATURE, from)) as [
          string,
          string,
          number,
          number,
        ];
        const value = JSON.parse(bytes.toString('utf16le', from, from + length)) as { gist: object };
        const gist = { ...value.gist, counts: {}, total: { error: 0, warning: 0, info: 0 }, findings: 0 };
        const forged = await ResultCache.open(folderWith({}), folder);
        assert.equal(forged.file, path);
        forged.put(name, key, { ...value, gist }, '', '[]');
        await forged.close();
      }
      return files.length;
    }
    const errorsIn = async (work: string, ...args: string[]): Promise<number> => {
      const { out } = await run(work, ['check', 'a.md', '--format', 'json', ...args]);
      return (JSON.parse(out) as { summary: { errors: number } }).summary.errors;
    };

    it('not in the folder that a run without a name for one uses', async () => {
      const work = workWith({ 'a.md': FLAWED });
      assert.equal(await errorsIn(work, '--cache'), 1);
      await forge(work);
      assert.equal(await errorsIn(work, '--cache'), 1);
      assert.deepEqual(readdirSync(work), ['a.md'], 'nothing is written beside the draft');
    });

    it('nor in one that is named', async () => {
      const work = workWith({ 'a.md': FLAWED });
      assert.equal(await errorsIn(work, '--cache-location', 'kept'), 1);
      assert.equal(await forge(join(work, 'kept')), 1);
      assert.equal(await errorsIn(work, '--cache-location', 'kept'), 1);
    });

    it('nor, by the gate, at all', async () => {
      const work = workWith({ 'a.md': FLAWED });
      await run(work, ['check', 'a.md', '--final', '--cache']);
      assert.deepEqual(filesIn(dirname(work)), [join(work, 'a.md')]);
    });

    it('nor where a setting has the user’s caches in it', async () => {
      const work = workWith({ 'a.md': FLAWED });
      const { code, err } = await run(work, ['check', '--cache'], { XDG_CACHE_HOME: join(work, '.cache') });
      assert.deepEqual([code, existsSync(join(work, '.cache'))], [1, false]);
      assert.match(err, /缓存文件夹设在所检查的文件夹中/);
    });

    it('what is kept is for the user alone, and no repository takes it in', async () => {
      const work = workWith({ 'a.md': FLAWED, '.policydoc-cache/.gitignore': '' });
      await run(work, ['check', '--cache-location', '.']);
      await run(work, ['check', '--cache']);
      for (const folder of [join(work, '.policydoc-cache'), join(work, '../user/policydoc/results')]) {
        assert.equal(permissions(folder), '700');
        assert.equal(readFileSync(join(folder, '.gitignore'), 'utf8'), '*\n');
        const entries = filesIn(folder).filter(path => path.endsWith('.cache'));
        assert.deepEqual(entries.map(permissions), ['600']);
      }
      assert.equal(existsSync(join(work, '.gitignore')), false);
    });
  });

  describe('S3: ignore files are matched in bounded time', () => {
    const NAME = `${'a'.repeat(200)}.md`;
    const DEEP = `${'a/'.repeat(60)}a.md`;
    const BOMBS: readonly (readonly [string, Files])[] = [
      ['stars in .gitignore', { [NAME]: CLEAN, '.gitignore': '*a*a*a*a*a*b\n' }],
      ['stars in .policydocignore', { [NAME]: CLEAN, '.policydocignore': '*a*a*a*a*a*a*b\n' }],
      ['question marks and sets', { [NAME]: CLEAN, '.gitignore': '*[ab]*[!c]*?*a*[a-z]*?b\n' }],
      ['folders', { [DEEP]: CLEAN, '.gitignore': `${'**/a/'.repeat(9)}b\n` }],
      ['folders, anchored', { [DEEP]: CLEAN, '.gitignore': `/a/**/a/**/a/**/a/**/a/**/a/**/a/**/a/**/b\n` }],
      [
        'globs of the configuration',
        {
          [NAME]: CLEAN,
          'policydoc.config.json': JSON.stringify({
            ignore: Array.from({ length: 900 }, (_, i) => `*a*a*${'b'.repeat(i % 50)}c`),
          }),
        },
      ],
      ['many lines', { [NAME]: CLEAN, '.gitignore': '*a*a*a*b\n'.repeat(3000) }],
    ];
    for (const [name, files] of BOMBS) {
      it(name, async () => {
        const { code, signal, err } = await run(workWith(files), ['check', '.']);
        assert.deepEqual([code, signal, err], [0, null, '']);
      });
    }

    it('the line that was refused is named, the others hold', async () => {
      const work = workWith({ 'a.md': CLEAN, 'b.md': FLAWED, '.policydocignore': `${'a*'.repeat(600)}\nb.md\n` });
      const { code, err } = await run(work, ['check', '.']);
      assert.deepEqual([code, err], [0, 'policydoc: .policydocignore：第 1 行超过 1000 个字符，未使用\n']);
    });

    it('and the language server answers', async () => {
      const work = workWith({ [NAME]: FLAWED, '.gitignore': '*a*a*a*a*a*a*b\n' });
      const server = spawn(process.execPath, [PROGRAM, 'lsp', '--stdio'], { timeout: 20_000, killSignal: 'SIGKILL' });
      const client = createProtocolConnection(
        new StreamMessageReader(server.stdout),
        new StreamMessageWriter(server.stdin),
      );
      client.onRequest('client/registerCapability', () => null);
      client.listen();
      const folder = pathToFileURL(work).href;
      const workspaceFolders = [{ uri: folder, name: 'work' }];
      await client.sendRequest('initialize', {
        processId: null,
        rootUri: folder,
        workspaceFolders,
        capabilities: VSCODE,
      });
      await client.sendNotification('initialized', {});
      const answer = client.sendRequest('policydoc/checkWorkspace', { folders: [folder] });
      assert.ok(await Promise.race([answer, once(server, 'exit').then(() => null)]), 'it was killed');
      server.kill('SIGKILL');
    });
  });

  describe('S6: the name of a file is no option, and no draft is written over', () => {
    it('by what pre-commit runs', async () => {
      const hooks = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as { entry: string }[];
      for (const { entry } of hooks) {
        const work = workWith({ 'victim.md': FLAWED, '--format=json=victim.md': CLEAN });
        await run(work, [...entry.split(' ').slice(1), '--format=json=victim.md', 'victim.md']);
        assert.equal(readFileSync(join(work, 'victim.md'), 'utf8'), FLAWED);
      }
    });

    const FILES: Files = {
      'a.md': FLAWED,
      'b.md': '别人的稿子。\n',
      'c.txt': '手记\n',
      'policydoc.config.json': '{}',
      'figures.csv': '键,值\n',
    };
    const KEPT: readonly (readonly string[])[] = [
      ['check', 'a.md', '--format', 'json=a.md'],
      ['check', 'a.md', '--format', 'json=a.md', '--force'],
      ['check', '.', '--format', 'json=./a.md', '--force'],
      ['check', 'link.md', '--format', 'json=a.md', '--force'],
      ['check', 'a.md', '--format', 'json=link.md', '--force'],
      ['check', 'a.md', '--output-file', 'b.md'],
      ['check', 'a.md', '--format', 'markdown=b.md'],
      ['check', 'a.md', '--format', 'pretty=c.txt'],
      ['check', 'a.md', '--format', 'sarif=policydoc.config.json'],
      ['check', 'a.md', '--format', 'gitlab=figures.csv'],
      ['review', 'a.md', '-o', 'a.md'],
      ['review', 'a.md', '-o', 'b.md'],
      ['data', 'export', 'a.md', '-o', 'figures.csv'],
      ['data', 'fill', 'a.md', '--data', 'figures.csv', '-o', 'b.md'],
      ['data', 'fill', 'a.md', '--data', 'figures.csv', '-o', 'figures.csv', '--force'],
      ['data', 'fill', 'a.md', '--data', 'figures.csv', '-o', 'a.md', '--force'],
    ];
    for (const args of KEPT) {
      it(args.join(' '), async () => {
        const work = workWith(FILES);
        symlinkSync('a.md', join(work, 'link.md'));
        const { code } = await run(work, args);
        assert.equal(code, 2);
        for (const [name, content] of Object.entries(FILES))
          assert.equal(readFileSync(join(work, name), 'utf8'), content, name);
      });
    }

    it('what was ours is written over, and what is asked for', async () => {
      const work = workWith({ 'a.md': FLAWED, 'b.md': '别人的稿子。\n' });
      const formats = ['pretty', 'json', 'sarif', 'gitlab', 'junit', 'markdown', 'github'];
      const args = ['check', 'a.md', ...formats.map(format => `--format=${format}=out.${format}`)];
      for (const more of [[], [], ['--locale', 'en'], []])
        assert.equal((await run(work, [...args, ...more])).code, 1, more.join());
      assert.equal((await run(work, ['check', 'a.md', '--format', 'markdown=b.md', '--force'])).code, 1);
      assert.match(readFileSync(join(work, 'b.md'), 'utf8'), /^# 政策文稿检查/);
    });
  });

  describe('S7: what was found is opened as a plain file or not at all', () => {
    const SHEETED = '---\ndata: z.yaml\n---\n# 关于合同管理的调研报告\n\n一、基本情况\n现有{{党员数}}人。\n';
    const WHERE: readonly (readonly [
      name: string,
      path: string,
      files: Files,
      args: readonly string[],
      code: number,
    ])[] = [
      ['a configuration', 'policydoc.config.json', { 'a.md': CLEAN }, ['check', '.'], 2],
      ['an ignore file of ours', '.policydocignore', { 'a.md': CLEAN }, ['check', '.'], 0],
      ['one of Git’s', '.gitignore', { 'a.md': CLEAN }, ['check', '.'], 0],
      [
        'a text of a regulation',
        'regulations/x.md',
        { 'a.md': CLEAN, 'policydoc.config.json': '{}' },
        ['check', '.'],
        0,
      ],
      ['a sheet that a draft names', 'z.yaml', { 'a.md': SHEETED }, ['data', 'fill', 'a.md', '-o', 'out.md'], 2],
      ['the usual baseline', 'policydoc-baseline.json', { 'a.md': CLEAN }, ['check', '--update-baseline'], 2],
      ['the repository', '.git', { 'a.md': CLEAN }, ['check', '--changed-since', 'main'], 2],
      ['its head', '.git/HEAD', { 'a.md': CLEAN, '.git/config': '' }, ['check', '--changed-since', 'main'], 2],
      [
        'its branches',
        '.git/packed-refs',
        { 'a.md': CLEAN, '.git/HEAD': 'ref: refs/heads/main\n' },
        ['check', '--changed-since', 'main'],
        2,
      ],
      [
        'a text to import',
        'in/x.txt',
        { 'in/y.txt': '示例条例\n（2020年1月2日示例大会通过）\n第一条　甲，乙。\n第二条　丙。\n' },
        ['regulations', 'import', 'in'],
        0,
      ],
      ['a draft', 'x.md', { 'a.md': CLEAN }, ['check', '.'], 0],
    ];
    const WHAT: readonly (readonly [string, (path: string) => void])[] = [
      ['a pipe', pipe],
      ['a link to a device without end', path => symlinkSync('/dev/zero', path)],
      ['a link to what the system says of a process', path => symlinkSync('/proc/self/environ', path)],
    ];
    for (const [name, path, files, args, expected] of WHERE) {
      for (const [kind, make] of WHAT) {
        it(`${name}: ${kind}`, async () => {
          const work = workWith(files);
          mkdirSync(dirname(join(work, path)), { recursive: true });
          make(join(work, path));
          const { code, signal, out, err } = await run(work, args, { SECRET: 'XDG_SECRET' });
          assert.deepEqual([code, signal], [expected, null], err);
          assert.doesNotMatch(out + err, /XDG_SECRET|内部错误/);
        });
      }
    }

    it('a draft of ten gigabytes that takes no room is refused by its name, the others are checked', async () => {
      const work = workWith({ 'a.md': CLEAN, 'huge.md': '' });
      truncateSync(join(work, 'huge.md'), 10 * 2 ** 30);
      const { code, err } = await run(work, ['check', '.']);
      assert.deepEqual([code, err], [2, 'policydoc: huge.md：超过 32 MB，未读取\n']);
    });

    it('a device without end that was named is refused too', async () => {
      const { code, signal, err } = await run(workWith({}), ['check', '/dev/zero']);
      assert.deepEqual([code, signal], [2, null]);
      assert.match(err, /超过 32 MB/);
    });

    it('a configuration, an ignore file and a regulation are no larger than such files are', async () => {
      const work = workWith({
        'a.md': CLEAN,
        '.policydocignore': '# \n'.repeat(50_000),
        'policydoc.config.json': '{"regulations": ["regulations"]}',
        'regulations/x.md': ' '.repeat(9 * 2 ** 20),
      });
      const { code, err } = await run(work, ['check', '.']);
      assert.equal(code, 0);
      assert.match(err, /\.policydocignore：忽略文件未使用：超过 64 KB/);
      assert.match(err, /x\.md：未用作法规文本：超过 8 MB/);
      put(work, { 'policydoc.config.json': `{}${' '.repeat(300_000)}` });
      assert.match((await run(work, ['check', '.'])).err, /policydoc\.config\.json：超过 256 KB/);
    });
  });

  describe('S11: no output is readable by more people than its draft', () => {
    const OUTPUTS: readonly (readonly [string, readonly string[]])[] = [
      ['sheet.html', ['review', 'a.md', '-o', 'sheet.html']],
      ['final.md', ['data', 'fill', 'a.md', '--data', 'f.csv', '-o', 'final.md']],
      ['g.xlsx', ['data', 'export', 'a.md', '-o', 'g.xlsx']],
      ['o.json', ['check', 'a.md', '--format', 'json=o.json']],
      ['o.sarif', ['check', '.', '--output-file', 'o.sarif', '--format', 'sarif']],
      ['policydoc-baseline.json', ['check', '--update-baseline']],
      ['m.json', ['merge', 'part.json', '--format', 'json=m.json']],
    ];
    for (const [mode, expected] of [
      [0o600, '600'],
      [0o640, '640'],
      [0o644, '644'],
      [0o400, '600'],
    ] as const) {
      it(`${mode.toString(8)}, whether there was one or not`, async () => {
        const before = process.umask(0o022);
        const work = workWith({ 'a.md': FLAWED, 'f.csv': '键,值\n' });
        chmodSync(join(work, 'f.csv'), 0o644);
        chmodSync(join(work, 'a.md'), mode);
        try {
          await run(work, ['check', 'a.md', '--shard', '1/1', '--format', 'json=part.json']);
          for (const [name, args] of OUTPUTS) {
            for (const again of [[], name === 'final.md' || name === 'g.xlsx' ? ['--force'] : []]) {
              const { err } = await run(work, [...args, ...again]);
              assert.equal(permissions(join(work, name)), expected, `${name} ${err}`);
              chmodSync(join(work, name), 0o666);
            }
          }
        } finally {
          process.umask(before);
        }
      });
    }

    it('that of a sheet counts as well, and so does the group', async () => {
      const work = workWith({ 'a.md': FLAWED, 'f.csv': '键,值\n' });
      chmodSync(join(work, 'a.md'), 0o644);
      chmodSync(join(work, 'f.csv'), 0o600);
      await run(work, ['data', 'fill', 'a.md', '--data', 'f.csv', '-o', 'out.md']);
      assert.equal(permissions(join(work, 'out.md')), '600');
      if (process.geteuid?.() !== 0) return;
      chownSync(join(work, 'a.md'), 0, 12345);
      chmodSync(join(work, 'a.md'), 0o640);
      await run(work, ['review', 'a.md', '-o', 'sheet.html']);
      assert.equal(permissions(join(work, 'sheet.html')), '600');
    });

    it('a draft that is written back keeps its owner, its group and its mode', async function () {
      if (process.geteuid?.() !== 0) this.skip();
      const work = workWith({ 'a.md': FLAWED.replace('合同应当', '{{甲}}应当'), 'f.csv': '键,值\n甲,合同\n' });
      chownSync(join(work, 'a.md'), 12345, 12346);
      chmodSync(join(work, 'a.md'), 0o640);
      const { code, err } = await run(work, ['data', 'fill', 'a.md', '--data', 'f.csv', '--in-place']);
      assert.equal(code, 0, err);
      const { uid, gid } = statSync(join(work, 'a.md'));
      assert.deepEqual([uid, gid, permissions(join(work, 'a.md'))], [12345, 12346, '640']);
      assert.match(readFileSync(join(work, 'a.md'), 'utf8'), /合同应当/);
    });

    it('what is meant for others tells no path of this machine and no user', async () => {
      const work = workWith({}, { 'home/somebody/a.md': FLAWED });
      const draft = join(work, '../home/somebody/a.md');
      await run(work, ['review', draft, '-o', 'sheet.html']);
      await run(work, ['review', draft, '-o', 'sheet.md']);
      await run(work, ['data', 'export', draft, '-o', 'g.csv']);
      await run(work, ['data', 'export', draft, '-o', 'g.json']);
      for (const name of ['sheet.html', 'sheet.md', 'g.csv', 'g.json'])
        assert.doesNotMatch(readFileSync(join(work, name), 'utf8'), /somebody/, name);
    });
  });

  it('a key that every object has is a key like any other', async () => {
    const hidden = '{"__proto__": {"rules": {"citation-article-absent": "off"}, "ignore": ["**"]}}';
    for (const config of [
      hidden,
      hidden.replace('__proto__', '\\u005f_proto__'),
      '{"rules": {"__proto__": "off"}}',
      '{"constructor": {"prototype": {}}}',
    ]) {
      const { code, err } = await run(workWith({ 'a.md': FLAWED, 'policydoc.config.json': config }), ['check', '.']);
      assert.equal(code, 2, config);
      assert.match(err, /没有这一项设置|没有这一条规则/);
    }
    const text = FLAWED.replace('# ', '---\n__proto__: {policydoc: false}\nconstructor: 1\n---\n# ');
    assert.equal((await run(workWith({ 'a.md': text }), ['check', '.'])).code, 1);
    const work = workWith({ __proto__: '' });
    put(
      work,
      Object.fromEntries([
        ['__proto__', FLAWED],
        ['s.json', '{"toString": "1", "constructor": "2"}'],
      ]),
    );
    await run(work, ['check', './__proto__', '--update-baseline']);
    assert.equal((await run(work, ['check', './__proto__', '--baseline', 'policydoc-baseline.json'])).code, 0);
    put(work, { 'a.md': FLAWED.replace('合同应当', '{{toString}}{{constructor}}应当') });
    assert.equal((await run(work, ['data', 'fill', 'a.md', '--data', 's.json', '--in-place'])).code, 0);
    assert.match(readFileSync(join(work, 'a.md'), 'utf8'), /12应当/);
  });
});
