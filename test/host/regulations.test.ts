import assert from 'node:assert/strict';
import { RegulationIndex } from '../../server/src/core/regulations/regulation-index.js';
import { TeamOverlays } from '../../server/src/host/regulations.js';
import type { TeamFolder } from '../../server/src/host/team-regulations.js';

describe('indexes with the texts of a team over them', () => {
  const index = RegulationIndex.of({ version: 1, asOf: '', regulations: [] }, new Uint32Array());
  const folder = (path: string): TeamFolder => ({ path, named: null });
  const reading = (): { read: string[]; overlays: TeamOverlays } => {
    const read: string[] = [];
    const overlays = new TeamOverlays(async folders => {
      read.push(folders.map(({ path }) => path).join(' '));
      return { editions: [], problems: [{ path: 'x', reason: { 'zh-CN': '坏', en: 'bad' }, severity: 'error' }] };
    });
    return { read, overlays };
  };

  it('are one for each set of folders, read once however often it is asked for', async () => {
    const { read, overlays } = reading();
    const [a, again, b, both] = await Promise.all(
      [['a'], ['a'], ['b'], ['a', 'b']].map(paths => overlays.over(index, paths.map(folder))),
    );
    assert.equal(a, again);
    assert.equal(new Set([a, b, both]).size, 3);
    assert.deepEqual(read, ['a', 'b', 'a b']);
    assert.deepEqual([a!.folders, a!.problems.length], [[folder('a')], 1]);
  });

  it('are made anew when something in the folders may have changed', async () => {
    const { read, overlays } = reading();
    const before = await overlays.over(index, [folder('a')]);
    assert.ok(overlays.hasRead('a') && !overlays.hasRead('b'));
    overlays.forget();
    assert.ok(!overlays.hasRead('a'));
    assert.notEqual(await overlays.over(index, [folder('a')]), before);
    assert.deepEqual(read, ['a', 'a']);
  });
});
