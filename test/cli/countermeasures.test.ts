import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { folderWith } from '../host/folder.js';
import { policydoc } from './harness.js';

const DRAFT =
  '关于某项工作的调研报告\r\n一、基本情况\r\n走访6个县。\r\n二、存在的问题\r\n一是检测能力不足。\r\n二是水源单一。\r\n三、对策建议\r\n以上供参考。\r\n';
const DRAFTED =
  '三、对策建议\r\n一是提升检测能力。{{对策一的具体举措}}。\r\n二是针对“水源单一”问题，{{对策二}}。{{对策二的具体举措}}。\r\n以上供参考。\r\n';

const ask = (cwd: string, ...args: string[]) => policydoc(cwd, ['countermeasures', 'a.txt', ...args]);

describe('policydoc countermeasures', () => {
  it('lists what it would draft, and writes nothing', async () => {
    const cwd = await folderWith({ 'a.txt': DRAFT });
    const { code, out } = await ask(cwd, '--dry-run');
    assert.equal(code, 1);
    assert.match(out, /第 5 行 一是检测能力不足 → 提升检测能力/);
    assert.match(out, /可起草对策 2 条（未写入）/);
    assert.equal(await readFile(join(cwd, 'a.txt'), 'utf8'), DRAFT);
  });

  it('writes another file, or the draft, and nothing twice', async () => {
    const cwd = await folderWith({ 'a.txt': DRAFT });
    assert.equal((await ask(cwd, '-o', 'b.txt')).code, 0);
    assert.ok((await readFile(join(cwd, 'b.txt'), 'utf8')).endsWith(DRAFTED));
    assert.equal((await ask(cwd, '-o', 'b.txt')).code, 2);
    assert.equal((await ask(cwd, '--in-place')).code, 0);
    const once = await readFile(join(cwd, 'a.txt'), 'utf8');
    assert.ok(once.endsWith(DRAFTED));
    const { code, out } = await ask(cwd, '--in-place');
    assert.equal(code, 0);
    assert.match(out, /所列问题都有对策/);
    assert.equal(await readFile(join(cwd, 'a.txt'), 'utf8'), once);
  });

  it('drafts for one problem, by the rows of the team', async () => {
    const cwd = await folderWith({ 'a.txt': DRAFT });
    const heads = [{ problem: '单一', noun: '水源', measure: '开辟第二{N}' }];
    await writeFile(
      join(cwd, 'policydoc.config.json'),
      JSON.stringify({ rules: { 'problem-without-countermeasure': ['warning', { heads }] } }),
    );
    assert.equal((await ask(cwd, '--problem', '2', '--in-place')).code, 0);
    const text = await readFile(join(cwd, 'a.txt'), 'utf8');
    assert.match(text, /一是开辟第二水源。\{\{对策一的具体举措\}\}。\r\n以上/);
    assert.doesNotMatch(text, /提升检测能力/);
  });

  it('refuses what it cannot do', async () => {
    const cwd = await folderWith({ 'a.txt': DRAFT });
    for (const args of [[], ['--dry-run', '--in-place'], ['--dry-run', '--problem', '3'], ['-o', 'a.txt']])
      assert.equal((await ask(cwd, ...args)).code, 2, args.join(' '));
    assert.equal(await readFile(join(cwd, 'a.txt'), 'utf8'), DRAFT);
  });
});
