import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CLEAN, FLAWED } from '../cli/harness.js';
import { folderWith, put } from '../host/folder.js';

const PROGRAM = resolve('server/bin/policydoc.js');

describe('whatever a command does, it ends within a second when it is told to', function () {
  this.timeout(120_000);
  before(function () {
    if (process.platform === 'win32') this.skip();
  });
  const DRAFT = `# 关于合同管理的调研报告\n\n一、基本情况\n${'根据《中华人民共和国民法典》第五百零九条，合同应当履行，占12.5%，现有*人。\n'.repeat(60_000)}`;
  const SHEET = `键,值\n${Array.from({ length: 49_000 }, (_, i) => `甲${i},1`).join('\n')}`;
  const LONG: readonly (readonly [string, readonly string[]])[] = [
    ['waiting for standard input', ['check', '-']],
    ['waiting for a list', ['check', '--files-from', '-']],
    ...(
      [
        ['check', 'pipe'],
        ['check', 'a.md', '--config', 'pipe'],
        ['check', '--files-from', 'pipe'],
        ['check', 'a.md', '--baseline', 'pipe'],
        ['check', 'a.md', '--format', 'json=pipe'],
        ['check', 'a.md', '--output-file', 'pipe'],
        ['inspect', 'pipe'],
        ['citations', 'pipe'],
        ['review', 'pipe'],
        ['review', 'a.md', '-o', 'pipe'],
        ['merge', 'pipe'],
        ['data', 'fill', 'a.md', '--data', 'pipe.csv', '--in-place'],
        ['data', 'fill', 'pipe', '--data', 'a.csv', '--in-place'],
        ['regulations', 'import', 'pipe.txt'],
      ] as const
    ).map(args => [`at a pipe: ${args.join(' ')}`, args] as const),
    ...(
      [
        ['check', 'big.md'],
        ['check', 'big.md', '--fix-dry-run'],
        ['inspect', 'big.md'],
        ['citations', 'big.md'],
        ['review', 'big.md', '-o', 'sheet.html'],
        ['data', 'export', 'big.md', '-o', 'placeholders.csv'],
        ['data', 'fill', 'big.md', '--data', 'big.csv', '-o', 'out.md'],
      ] as const
    ).map(args => [`a long text: ${args.join(' ')}`, args] as const),
    ['matching names', ['check', 'many']],
  ];
  let work: string;
  let slow: number;
  beforeEach(() => {
    work = folderWith({ 'a.md': FLAWED, 'a.csv': '键,值\n甲,1\n', 'big.md': DRAFT, 'big.csv': SHEET });
    for (const name of ['pipe', 'pipe.csv', 'pipe.txt'])
      assert.equal(spawnSync('mkfifo', [join(work, name)]).status, 0);
    const idle = performance.now();
    spawnSync(process.execPath, ['-e', '0']);
    slow = performance.now() - idle;
  });
  for (const [name, args] of LONG) {
    it(name, async () => {
      if (args.includes('many')) {
        const names = Array.from({ length: 3000 }, (_, i) => `many/${String(i).padStart(4, '0')}${'a'.repeat(200)}.md`);
        put(work, Object.fromEntries(names.map(it => [it, CLEAN])));
        put(work, { 'many/.gitignore': `${`${'*a'.repeat(400)}b\n`.repeat(75)}` });
      }
      const child = spawn(process.execPath, [PROGRAM, ...args], {
        cwd: work,
        env: {},
        stdio: ['pipe', 'ignore', 'pipe'],
      });
      let err = '';
      child.stderr.on('data', piece => {
        err += piece;
      });
      const closed = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
      // Until it has read and is at what takes long.
      await new Promise(done => setTimeout(done, Math.max(900, 12 * slow)));
      assert.equal(child.exitCode, null, `it is still at work: ${err}`);
      const began = performance.now();
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
      const [code, signal] = await closed;
      clearTimeout(late);
      const took = performance.now() - began;
      assert.ok(took < Math.max(1000, 3 * slow), `${took} ms`);
      assert.ok(code === 2 || signal === 'SIGTERM', `${code} ${signal}`);
      assert.deepEqual(
        readdirSync(work).filter(it => /tmp$|^(?:sheet|out|placeholders)/.test(it)),
        [],
      );
    });
  }
});
