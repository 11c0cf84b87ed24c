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

describe('policydoc init', () => {
  for (const options of EVERY) {
    it(`${options.join(' ') || 'alone'}: writes what is asked for and no more, in both languages, and the check that follows uses it`, async () => {
      for (const locale of ['zh-CN', 'en']) {
        const folder = folderWith({ 'a.md': CLEAN, '归档/旧.md': FLAWED });
        const { code, out, err } = await policydoc(folder, ['init', ...options, '--locale', locale]);
        const written = ['policydoc.config.json', '.policydocignore', ...options.map(option => CI[option])];
        assert.deepEqual([code, err, out.trimEnd().split('\n').length], [0, '', written.length]);
        for (const name of [...Object.values(CI), ...written])
          assert.equal(existsSync(join(folder, name)), written.includes(name), name);
        for (const option of options) assert.doesNotThrow(() => parse(readFileSync(join(folder, CI[option]), 'utf8')));
        const checked = await policydoc(folder, ['check']);
        // The archive is but an example.
        assert.deepEqual([checked.code, checked.err], [1, '']);
        const again = await policydoc(folder, ['init', ...options, '--locale', locale]);
        assert.equal(again.err.trimEnd().split('\n').length, written.length);
      }
    });
  }

  it('tells where CI looks for its files, when that is another folder', async () => {
    const folder = folderWith({ 'sub/a.md': CLEAN });
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
