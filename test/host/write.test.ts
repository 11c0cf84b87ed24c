import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RefusedError } from '../../server/src/host/decode.js';
import { writeAtomically } from '../../server/src/host/write.js';
import { folderWith } from './folder.js';

describe('law 7: a file is written whole or not at all', () => {
  it('in the place of the one before, with nothing left beside it', async () => {
    const folder = folderWith({ 'a.md': '旧' });
    await writeAtomically(join(folder, 'a.md'), '新');
    assert.equal(readFileSync(join(folder, 'a.md'), 'utf8'), '新');
    assert.deepEqual(readdirSync(folder), ['a.md']);
  });

  it('and when it cannot be written, all is as it was', async () => {
    const folder = folderWith({ 'a.md': '旧' });
    mkdirSync(join(folder, 'b.md'));
    await assert.rejects(writeAtomically(join(folder, 'b.md'), '新'), RefusedError);
    await assert.rejects(writeAtomically(join(folder, 'none', 'c.md'), '新'), RefusedError);
    assert.deepEqual(readdirSync(folder).sort(), ['a.md', 'b.md']);
    assert.equal(readFileSync(join(folder, 'a.md'), 'utf8'), '旧');
  });
});
