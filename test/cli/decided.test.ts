import assert from 'node:assert/strict';
import type { Report } from '../../server/src/cli/report/report.js';
import { folderWith } from '../host/folder.js';
import { CLEAN, FLAWED, policydoc } from './harness.js';

/* What is checked decides in part how it is checked. In a job for a change from elsewhere, both came with the change: it is said. */

const NESTED = {
  rules: { 'citation-article-absent': 'off', 'placeholder-unfilled': 'info', 'numbering-broken': 'error' },
  ignore: ['old/*.md'],
};
const FILES = {
  'policydoc.config.json': '{}',
  'a.md': CLEAN,
  'sub/policydoc.config.json': JSON.stringify(NESTED),
  'sub/b.md': FLAWED,
  'sub/old/c.md': FLAWED,
  'sub/d.md': `---\npolicydoc: false\n---\n${FLAWED}`,
  'only/policydoc.config.json': '{"reports": ["e.md"]}',
  'only/e.md': CLEAN,
  'only/f.md': FLAWED,
};

describe('what settings files and texts decided', () => {
  it('is said at the end of a run, with what did it', async () => {
    const { out } = await policydoc(folderWith(FILES), ['check', '.']);
    for (const line of [
      '设置文件 sub/policydoc.config.json：关闭规则 citation-article-absent；降低级别 placeholder-unfilled；忽略 1 个文件。',
      '设置文件 only/policydoc.config.json：1 个文件不作为调研报告检查。',
      '文首写明 policydoc: false 而未检查：sub/d.md。',
    ])
      assert.ok(out.includes(`\n${line}\n`), out);
    assert.doesNotMatch(out, /设置文件 policydoc\.config\.json/);
  });

  it('is in every format, also under --final, and in English', async () => {
    const folder = folderWith(FILES);
    const ran = async (...args: string[]): Promise<string> => (await policydoc(folder, ['check', '.', ...args])).out;
    assert.match(await ran('--final'), /设置文件 sub\/policydoc\.config\.json：关闭规则 citation-article-absent；忽略/);
    assert.match(await ran('--format', 'github'), /设置文件 sub\/policydoc\.config\.json/);
    assert.match(await ran('--format', 'markdown'), /设置文件 sub\/policydoc\.config\.json/);
    const english = await ran('--locale', 'en');
    assert.match(
      english,
      /Settings file sub\/policydoc\.config\.json: turns off citation-article-absent; makes less of/,
    );
    assert.match(english, /Not checked, by policydoc: false in their own front matter: sub\/d\.md\./);
    const { decided } = JSON.parse(await ran('--format', 'json')) as Report;
    assert.deepEqual(decided, [
      {
        file: 'only/policydoc.config.json',
        rulesOff: [],
        lowered: [],
        ignored: 0,
        notReports: 1,
        words: 0,
        declines: false,
      },
      { file: 'sub/d.md', rulesOff: [], lowered: [], ignored: 0, notReports: 0, words: 0, declines: true },
      {
        file: 'sub/policydoc.config.json',
        rulesOff: ['citation-article-absent'],
        lowered: ['placeholder-unfilled'],
        ignored: 1,
        notReports: 0,
        words: 0,
        declines: false,
      },
    ]);
  });

  it('is that of the whole, put together from shards', async () => {
    const folder = folderWith(FILES);
    for (const number of [1, 2, 3])
      await policydoc(folder, ['check', '.', '--shard', `${number}/3`, '--format', `json=p${number}.json`]);
    const whole = (await policydoc(folder, ['check', '.', '--format', 'json'])).out;
    const merged = await policydoc(folder, ['merge', 'p1.json', 'p2.json', 'p3.json', '--format', 'json']);
    assert.deepEqual((JSON.parse(merged.out) as Report).decided, (JSON.parse(whole) as Report).decided);
  });

  it('is also by which words of its own a text is read', async () => {
    const words = { units: { 网格: { as: '个' } }, bodies: ['数管'] };
    const files = { 'sub/policydoc.config.json': JSON.stringify({ words }), 'sub/b.md': CLEAN };
    const ran = async (...args: string[]): Promise<string> =>
      (await policydoc(folderWith(files), ['check', '.', ...args])).out;
    assert.match(await ran(), /设置文件 sub\/policydoc\.config\.json：另按本单位的 2 个用词识别。/);
    assert.match(await ran('--locale', 'en'), /sub\/policydoc\.config\.json: has texts read by 2 words of its own\./);
  });

  it('is nothing where they decided nothing', async () => {
    const { out } = await policydoc(folderWith({ 'policydoc.config.json': '{}', 'a.md': CLEAN }), ['check', '.']);
    assert.doesNotMatch(out, /设置文件|policydoc: false/);
  });
});
