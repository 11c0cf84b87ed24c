import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NEW_CONFIG, settingsFile } from '../../server/src/host/config-edit.js';
import { RefusedError } from '../../server/src/host/decode.js';

describe('the settings file of a draft', () => {
  let root: string;
  let draft: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'policydoc-settings-'));
    mkdirSync(join(root, 'a', 'b'), { recursive: true });
    draft = join(root, 'a', 'b', '稿.md');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));
  const off = { rule: 'placeholder-unfilled', severity: 'off' } as const;

  it('is made in the folder of the workspace, with what a team begins with', async () => {
    const file = await settingsFile(draft, null, [root]);
    assert.equal(file, join(root, 'policydoc.config.json'));
    assert.equal(readFileSync(file, 'utf8'), NEW_CONFIG);
  });

  it('is made beside a draft that belongs to no folder', async () => {
    const file = await settingsFile(draft, off, [join(root, 'elsewhere')]);
    assert.equal(file, join(root, 'a', 'b', 'policydoc.config.json'));
    assert.deepEqual(JSON.parse(readFileSync(file, 'utf8')).rules, { 'placeholder-unfilled': 'off' });
  });

  it('is the nearest one, and all else of it stays as it is', async () => {
    const file = join(root, 'a', 'policydoc.config.json');
    const source = '{\n    "ignore": ["旧稿"],\n    "rules": { "numbering-broken": "info" }\n}\n';
    writeFileSync(file, source);
    assert.equal(await settingsFile(draft, null, [root]), file);
    assert.equal(readFileSync(file, 'utf8'), source);
    assert.equal(await settingsFile(draft, off, [root]), file);
    const written = readFileSync(file, 'utf8');
    assert.ok(written.startsWith('{\n    "ignore": ["旧稿"],\n    "rules": {'), written);
    assert.deepEqual(JSON.parse(written).rules, { 'numbering-broken': 'info', 'placeholder-unfilled': 'off' });
  });

  it('keeps the options of a rule', async () => {
    const file = join(root, 'policydoc.config.json');
    writeFileSync(file, '{ "rules": { "section-missing": ["warning", { "sections": ["problems"] }] } }');
    await settingsFile(draft, { rule: 'section-missing', severity: 'off' }, [root]);
    assert.deepEqual(JSON.parse(readFileSync(file, 'utf8')).rules['section-missing'], [
      'off',
      { sections: ['problems'] },
    ]);
  });

  it('is left alone where it is not as it should be', async () => {
    const file = join(root, 'policydoc.config.json');
    writeFileSync(file, '{ "rules": ');
    await assert.rejects(settingsFile(draft, off, [root]), RefusedError);
    assert.equal(readFileSync(file, 'utf8'), '{ "rules": ');
  });
});
