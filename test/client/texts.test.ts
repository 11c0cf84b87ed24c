import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/* Every text of the extension stands in both languages, and none is left over. The client speaks of its own files only. */

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const json = (path: string): Record<string, string> => JSON.parse(read(path)) as Record<string, string>;
const sources = readdirSync(join(ROOT, 'client/src')).map(name => read(join('client/src', name)));

describe('texts of the extension', () => {
  it('has a Chinese text for every English one of the manifest', () => {
    const used = [...read('package.json').matchAll(/"%([\w.-]+)%"/g)].map(m => m[1]!);
    for (const file of ['package.nls.json', 'package.nls.zh-cn.json'])
      assert.deepEqual(Object.keys(json(file)).sort(), [...new Set(used)].sort(), file);
  });

  it('has a Chinese text, with the same parts left open, for every sentence of the client', () => {
    const used = sources.flatMap(source => [...source.matchAll(/l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g)].map(m => m[1]!));
    assert.ok(used.length > 20);
    const bundle = json('client/l10n/bundle.l10n.zh-cn.json');
    assert.deepEqual(Object.keys(bundle).sort(), [...new Set(used)].sort());
    const open = (text: string): string[] => [...text.matchAll(/\{\d\}/g)].map(m => m[0]).sort();
    for (const [english, chinese] of Object.entries(bundle)) assert.deepEqual(open(chinese), open(english), english);
  });

  it('registers every command that the manifest offers, and names no file that is not there', () => {
    const { contributes, icon } = JSON.parse(read('package.json')) as {
      contributes: { commands: { command: string }[] };
      icon: string;
    };
    for (const { command } of contributes.commands)
      assert.ok(
        sources.some(source => source.includes(`registerCommand('${command}'`)),
        command,
      );
    for (const path of [icon, ...read('package.json').matchAll(/"(client\/icons\/[^"]+)"/g)].map(one =>
      typeof one === 'string' ? one : one[1]!,
    ))
      assert.ok(existsSync(join(ROOT, path)), path);
    assert.equal(readFileSync(join(ROOT, icon)).readUInt32BE(16), 256); // The width of a PNG.
  });
});
