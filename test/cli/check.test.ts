import assert from 'node:assert/strict';
import { join } from 'node:path';
import { encode, utf16 } from '../host/encoders.js';
import { folderWith, type Files } from '../host/folder.js';
import { CLEAN, FLAWED, NOTE, policydoc, RULE } from './harness.js';

const CONFIG = 'policydoc.config.json';
const as = (severity: string): string => JSON.stringify({ rules: { [RULE]: severity } });

/** Name, files, arguments, exit code, the files with the number of findings in each. */
type Case = readonly [string, Files, string[], 0 | 1 | 2, Record<string, number>];

const EXIT_CODES: readonly Case[] = [
  ['a clean report is 0', { 'a.md': CLEAN }, [], 0, { 'a.md': 0 }],
  ['an error is 1', { 'a.md': FLAWED }, [], 1, { 'a.md': 1 }],
  ['a warning is 0', { 'a.md': FLAWED, [CONFIG]: as('warning') }, [], 0, { 'a.md': 1 }],
  [
    'a warning under --fail-on warning is 1',
    { 'a.md': FLAWED, [CONFIG]: as('warning') },
    ['--fail-on', 'warning'],
    1,
    { 'a.md': 1 },
  ],
  ['an error under --fail-on info is 1', { 'a.md': FLAWED }, ['--fail-on', 'info'], 1, { 'a.md': 1 }],
  [
    'an info under --fail-on warning is 0',
    { 'a.md': FLAWED, [CONFIG]: as('info') },
    ['--fail-on', 'warning'],
    0,
    { 'a.md': 1 },
  ],
  [
    'an info under --fail-on info is 1',
    { 'a.md': FLAWED, [CONFIG]: as('info') },
    ['--fail-on', 'info'],
    1,
    { 'a.md': 1 },
  ],
  [
    'as many warnings as allowed are 0',
    { 'a.md': FLAWED, [CONFIG]: as('warning') },
    ['--max-warnings', '1'],
    0,
    { 'a.md': 1 },
  ],
  [
    'more warnings than allowed are 1',
    { 'a.md': FLAWED, [CONFIG]: as('warning') },
    ['--max-warnings', '0'],
    1,
    { 'a.md': 1 },
  ],
  ['an info is no warning', { 'a.md': FLAWED, [CONFIG]: as('info') }, ['--max-warnings', '0'], 0, { 'a.md': 1 }],
  ['--quiet hides a warning', { 'a.md': FLAWED, [CONFIG]: as('warning') }, ['--quiet'], 0, { 'a.md': 0 }],
  [
    '--quiet does not change the exit code',
    { 'a.md': FLAWED, [CONFIG]: as('warning') },
    ['--quiet', '--fail-on', 'warning'],
    1,
    { 'a.md': 0 },
  ],
  ['--quiet shows an error', { 'a.md': FLAWED }, ['--quiet'], 1, { 'a.md': 1 }],
  ['a rule that is off is silent', { 'a.md': FLAWED, [CONFIG]: as('off') }, ['--fail-on', 'info'], 0, { 'a.md': 0 }],
];

const CHOSEN: readonly Case[] = [
  ['only reports in a folder', { 'a.md': FLAWED, 'README.md': NOTE }, ['.'], 1, { 'a.md': 1 }],
  ['every file with --all', { 'a.md': CLEAN, 'README.md': NOTE }, ['--all'], 1, { 'README.md': 1, 'a.md': 0 }],
  ['a file that is named', { 'a.md': CLEAN, 'README.md': NOTE }, ['README.md'], 1, { 'README.md': 1 }],
  ['a file named twice, once', { 'a.md': FLAWED }, ['a.md', '.', './a.md'], 1, { 'a.md': 1 }],
  [
    'a note named besides its folder',
    { 'a.md': CLEAN, 'README.md': NOTE },
    ['.', 'README.md'],
    1,
    { 'README.md': 1, 'a.md': 0 },
  ],
  [
    'a note whose front matter says it is a report',
    { 'a.md': `---\npolicydoc: true\n---\n${NOTE}` },
    [],
    1,
    { 'a.md': 1 },
  ],
  [
    'no report whose front matter says it is none, also when named',
    { 'a.md': `---\npolicydoc: false\n---\n${FLAWED}`, 'b.md': CLEAN },
    ['a.md', 'b.md'],
    0,
    { 'b.md': 0 },
  ],
  [
    'every file where the configuration says so',
    { 'a.md': NOTE, [CONFIG]: '{"reports": "all"}' },
    [],
    1,
    { 'a.md': 1 },
  ],
  [
    'the files the configuration lists, and no other',
    { 'a.md': FLAWED, 'b/c.md': NOTE, [CONFIG]: '{"reports": ["b/*"]}' },
    [],
    1,
    { 'b/c.md': 1 },
  ],
  [
    'no file the configuration ignores, also when named',
    { 'a.md': FLAWED, 'b.md': CLEAN, [CONFIG]: '{"ignore": ["a.*"]}' },
    ['a.md', 'b.md'],
    0,
    { 'b.md': 0 },
  ],
  [
    'files in the order of code units',
    { 'b.md': CLEAN, 'B.md': CLEAN, '乙.md': CLEAN, 'a/z.md': CLEAN, '甲.md': CLEAN },
    ['乙.md', '.'],
    0,
    { 'B.md': 0, 'a/z.md': 0, 'b.md': 0, '乙.md': 0, '甲.md': 0 },
  ],
  [
    'each file by its nearest configuration',
    { 'a.md': FLAWED, 'b/c.md': FLAWED, [`b/${CONFIG}`]: as('off') },
    [],
    1,
    { 'a.md': 1, 'b/c.md': 0 },
  ],
  [
    'all files by the configuration that is named',
    { 'a.md': FLAWED, [CONFIG]: as('off'), 'other.json': as('error') },
    ['--config', 'other.json'],
    1,
    { 'a.md': 1 },
  ],
  ['all files without configuration', { 'a.md': FLAWED, [CONFIG]: as('off') }, ['--no-config'], 1, { 'a.md': 1 }],
  [
    'every encoding',
    {
      'gb.txt': encode('gb18030', FLAWED),
      'le.txt': utf16(FLAWED, 'le'),
      'be.txt': utf16(FLAWED, 'be'),
      'bom.md': `\uFEFF${FLAWED}`,
    },
    [],
    1,
    { 'be.txt': 1, 'bom.md': 1, 'gb.txt': 1, 'le.txt': 1 },
  ],
];

interface Output {
  files: { file: string; findings: { rule: string; startLine: number; startColumn: number }[] }[];
  summary: Record<string, unknown>;
}

describe('policydoc check', () => {
  for (const [title, cases] of [
    ['exit codes', EXIT_CODES],
    ['checks', CHOSEN],
  ] as const) {
    describe(title, () => {
      for (const [name, files, args, code, expected] of cases) {
        it(name, async () => {
          const ran = await policydoc(folderWith(files), ['check', '--format', 'json', ...args]);
          assert.equal(ran.err, '');
          const found = (JSON.parse(ran.out) as Output).files.map(({ file, findings }) => [file, findings.length]);
          assert.deepEqual(found, Object.entries(expected));
          assert.equal(ran.code, code);
        });
      }
    });
  }

  it('gives the same place in every encoding', async () => {
    const folder = folderWith({
      'a.md': FLAWED,
      'b.md': `\uFEFF${FLAWED}`,
      'c.md': utf16(FLAWED, 'be'),
      'd.md': encode('gb18030', FLAWED),
    });
    const { out } = await policydoc(folder, ['check', '--format', 'json']);
    const findings = (JSON.parse(out) as Output).files.map(file => JSON.stringify(file.findings));
    assert.equal(findings.length, 4);
    assert.equal(new Set(findings).size, 1);
  });

  it('reads standard input under the name it is given', async () => {
    const folder = folderWith({ [`docs/${CONFIG}`]: as('off') });
    const plain = await policydoc(folder, ['check', '--format', 'json', '-'], { stdin: NOTE });
    assert.deepEqual(
      (JSON.parse(plain.out) as Output).files.map(({ file, findings }) => [file, findings.length]),
      [['<stdin>', 1]],
    );
    assert.equal(plain.code, 1);
    const named = await policydoc(folder, ['check', '--format', 'json', '-', '--stdin-filename', 'docs/a.md'], {
      stdin: NOTE,
    });
    assert.deepEqual(
      (JSON.parse(named.out) as Output).files.map(({ file, findings }) => [file, findings.length]),
      [['docs/a.md', 0]],
    );
  });

  it('names a file outside the current folder as it was asked for', async () => {
    const folder = folderWith({ 'a.md': CLEAN, 'sub/b.md': CLEAN });
    const names = async (path: string): Promise<string[]> =>
      (JSON.parse((await policydoc(join(folder, 'sub'), ['check', '--format', 'json', path])).out) as Output).files.map(
        ({ file }) => file,
      );
    assert.deepEqual(await names('../a.md'), ['../a.md']);
    assert.deepEqual(await names(join(folder, 'a.md')), [join(folder, 'a.md')]);
    assert.deepEqual(await names(join(folder, 'sub')), ['b.md']);
  });

  it('gives the same bytes for the same input', async () => {
    const folder = folderWith({ 'a.md': FLAWED, 'b.md': CLEAN, 'c.md': NOTE });
    for (const format of ['json', 'pretty']) {
      const [first, second] = [
        await policydoc(folder, ['check', '--format', format]),
        await policydoc(folder, ['check', '--format', format]),
      ];
      assert.deepEqual(first, second);
    }
  });
});
