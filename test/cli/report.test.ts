import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SCRIPT, SCRIPT_DIGEST } from '../../server/src/review/reports.js';
import { folderWith } from '../host/folder.js';
import { policydoc } from './harness.js';

const REPORT = '---\npolicydoc: true\n---\n';
const FILES = {
  '甲.md': `${REPORT}《民法典》第九千条规定。党员*人，干部*人。\n`,
  '乙.md': `${REPORT}党员*人。\n`,
  '丙<img src=x onerror=1>.md': `${REPORT}没有问题。\n\n有<script>alert(1)</script>*人。\n`,
};

describe('policydoc report', () => {
  it('writes one page of all texts, with the runs before', async () => {
    const folder = folderWith(FILES);
    const before = await policydoc(folder, ['check', '--format', 'json', '乙.md']);
    writeFileSync(join(folder, '旧.json'), before.out);
    const { code, out } = await policydoc(folder, ['report', '-o', '汇总.html', '--before', '旧.json']);
    assert.equal(code, 0);
    assert.equal(out, '已写入 汇总.html：3 份文稿\n');
    const page = readFileSync(join(folder, '汇总.html'), 'utf8');
    for (const row of [
      '<tr><td>旧.json</td><td class="n">1</td><td class="n">0</td><td class="n">1</td><td class="n">0</td><td class="n">1</td></tr>',
      '<tr><td>本次</td><td class="n">3</td><td class="n">1</td><td class="n">4</td><td class="n">0</td><td class="n">4</td></tr>',
      '<tr><td>空缺未填 (placeholder-unfilled)</td><td class="n">0</td><td class="n">4</td><td class="n">0</td><td class="n">3</td></tr>',
      '<tr><td>《中华人民共和国民法典》</td><td class="n">1</td><td class="n">0</td><td class="n">0</td><td class="n">1</td></tr>',
    ])
      assert.ok(page.includes(row), row);
    assert.deepEqual(
      [...page.matchAll(/data-file="([^"]*)"/g)].map(it => it[1]),
      ['甲.md', '丙&lt;img src=x onerror=1&gt;.md', '乙.md'],
    );
    assert.equal(page.match(/<script/g)!.length, 1, 'no word of a text is a script');
    assert.doesNotMatch(page, /<img/);
  });

  it('lets a browser run its own script and nothing else', () => {
    assert.equal(SCRIPT_DIGEST, createHash('sha256').update(SCRIPT).digest('base64'));
  });

  it('leaves a file alone that it did not write, and its own it writes anew', async () => {
    const folder = folderWith({ ...FILES, '稿.html': '<p>稿</p>' });
    const refused = await policydoc(folder, ['report', '-o', '稿.html']);
    assert.equal(refused.code, 2);
    assert.match(refused.err, /稿\.html 已存在，且不是本程序写的结果/);
    assert.equal(readFileSync(join(folder, '稿.html'), 'utf8'), '<p>稿</p>');
    for (let i = 0; i < 2; i++) assert.equal((await policydoc(folder, ['report', '-o', 'a.html'])).code, 0);
  });

  it('takes no earlier result that is none', async () => {
    const folder = folderWith({ ...FILES, 'x.json': '{}' });
    const { code } = await policydoc(folder, ['report', '-o', 'a.html', '--before', 'x.json']);
    assert.equal(code, 2);
    assert.ok(!existsSync(join(folder, 'a.html')));
  });
});
