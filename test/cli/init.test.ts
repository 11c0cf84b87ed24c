import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { folderWith } from '../host/folder.js';
import { CLEAN, FLAWED, policydoc } from './harness.js';

const CI = {
  '--github': '.github/workflows/policydoc.yml',
  '--gitlab': '.gitlab-ci.yml',
  '--pre-commit': '.pre-commit-config.yaml',
} as const;
const EVERY = Object.keys(CI).reduce<(keyof typeof CI)[][]>(
  (sets, option) => sets.concat(sets.map(set => [...set, option as keyof typeof CI])),
  [[]],
);

const LOCK = '{"packages": {"node_modules/policydoc": {"version": "0.1.0", "integrity": "sha512-x"}}}';

describe('policydoc init', () => {
  it('names no package and fetches none: neither do the hooks and the template', async () => {
    const folder = folderWith({});
    await policydoc(folder, ['init', ...Object.keys(CI)]);
    const files = [
      ...Object.values(CI).map(name => readFileSync(join(folder, name), 'utf8')),
      ...['.pre-commit-hooks.yaml', 'templates/policydoc.gitlab-ci.yml'].map(name => readFileSync(name, 'utf8')),
    ];
    for (const file of files) {
      assert.doesNotMatch(file, /policydoc@|additional_dependencies|npx (?!--no-install )/);
      // Behind the options stands what ends them: a file may be called as one.
      for (const [line] of file.matchAll(/^.*policydoc check.*$/gm)) assert.match(line, / --$/);
    }
    assert.equal((await policydoc(folderWith({ 'package-lock.json': LOCK }), ['init', '--github'])).err, '');
  });

  for (const options of EVERY) {
    it(`${options.join(' ') || 'alone'}: writes what is asked for and no more, in both languages, and the check that follows uses it`, async () => {
      for (const locale of ['zh-CN', 'en']) {
        const folder = folderWith({ 'a.md': CLEAN, '归档/旧.md': FLAWED });
        const { code, out, err } = await policydoc(folder, ['init', ...options, '--locale', locale]);
        const written = ['policydoc.config.json', '.policydocignore', ...options.map(option => CI[option])];
        // Files for CI run what the project has installed, and here that is nothing.
        const notes = options.length > 0 ? 1 : 0;
        const lines = (text: string): number => text.split('\n').length - 1;
        assert.deepEqual([code, lines(err), lines(out)], [0, notes, written.length]);
        if (notes > 0) assert.match(err, /package-lock\.json/);
        for (const name of [...Object.values(CI), ...written])
          assert.equal(existsSync(join(folder, name)), written.includes(name), name);
        for (const option of options) assert.doesNotThrow(() => parse(readFileSync(join(folder, CI[option]), 'utf8')));
        const checked = await policydoc(folder, ['check']);
        // The archive is but an example.
        assert.deepEqual([checked.code, checked.err], [1, '']);
        const again = await policydoc(folder, ['init', ...options, '--locale', locale]);
        assert.equal(lines(again.err), written.length + notes);
      }
    });
  }

  it('tells where CI looks for its files, when that is another folder', async () => {
    const folder = folderWith({ 'sub/a.md': CLEAN, 'sub/package-lock.json': LOCK, 'package-lock.json': LOCK });
    mkdirSync(join(folder, '.git'));
    const sub = join(folder, 'sub');
    assert.match(
      (await policydoc(sub, ['init', '--github'])).err,
      /^policydoc: CI 只读取仓库根目录.*policydoc init.*\n$/,
    );
    assert.doesNotMatch((await policydoc(sub, ['init'])).err, /CI/);
    assert.equal((await policydoc(folder, ['init', '--github'])).err, '');
  });
});
