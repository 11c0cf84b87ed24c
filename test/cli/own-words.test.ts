import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith } from '../host/folder.js';
import { policydoc } from './harness.js';

/* A team's own words hold for every command that reads drafts, and for those in and below the folder of the settings. */

const CONFIG = 'policydoc.config.json';
const WORDS = JSON.stringify({ words: { units: { 网格: { as: '个' } }, bodies: ['数管'] } });
const DRAFT = '# 关于网格的调研报告\n\n全县划分820网格，其中城区300网格、农村510网格。\n\n全县共划分*网格。\n';

describe("a team's own words on the command line", () => {
  it('are read by check, in the folder of the settings alone', async () => {
    const folder = folderWith({ [`a/${CONFIG}`]: WORDS, 'a/a.md': DRAFT, 'b.md': DRAFT });
    const { out } = await policydoc(folder, ['check', '.', '--compact']);
    assert.match(out, /^a\/a\.md:3:15: .*300 \+ 510 = 810，文中合计 820/m);
    assert.doesNotMatch(out, /^b\.md:3:/m);
  });

  it('are part of what a cached result rests on', async () => {
    const [folder, user] = [folderWith({ 'a.md': DRAFT }), folderWith({})];
    const sums = async (): Promise<number> => {
      const world = { env: { XDG_CACHE_HOME: user } };
      const { out } = await policydoc(folder, ['check', '.', '--compact', '--cache'], world);
      return out.split('figures-sum-mismatch').length - 1;
    };
    assert.equal(await sums(), 0);
    writeFileSync(join(folder, CONFIG), WORDS);
    assert.equal(await sums(), 1);
    assert.equal(await sums(), 1);
  });

  it('name the unit of a blank on its sheet, and the sheet fills it', async () => {
    const folder = folderWith({ [CONFIG]: WORDS, 'a.md': DRAFT });
    await policydoc(folder, ['data', 'export', 'a.md', '-o', 'a.json']);
    const sheet = JSON.parse(readFileSync(join(folder, 'a.json'), 'utf8')) as {
      blanks: { unit: string; value: string }[];
    };
    assert.deepEqual(
      sheet.blanks.map(({ unit }) => unit),
      ['网格'],
    );
    sheet.blanks[0]!.value = '820';
    writeFileSync(join(folder, 'a.json'), JSON.stringify(sheet));
    const { code, err } = await policydoc(folder, ['data', 'fill', 'a.md', '--data', 'a.json', '-o', 'b.md']);
    assert.equal(code, 0, err);
    assert.match(readFileSync(join(folder, 'b.md'), 'utf8'), /全县共划分820网格。/);
  });

  it('are settings: one that is broken refuses the draft that would be filled', async () => {
    const folder = folderWith({ [CONFIG]: '{"words": {"units": {"人": {}}}}', 'a.md': DRAFT, 'a.json': '{}' });
    const { code, err } = await policydoc(folder, ['data', 'fill', 'a.md', '--data', 'a.json', '-o', 'b.md']);
    assert.equal(code, 2);
    assert.match(err, /\/words\/units\/人：内置的词中已有这个词/);
  });
});
