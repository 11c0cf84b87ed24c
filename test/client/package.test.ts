import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listFiles, PackageManager } from '@vscode/vsce';

/* What goes into the package: all that is started, and nothing that only we need. */

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

describe('the package', () => {
  let files: ReadonlySet<string>;
  before(async () => {
    // Its types know less than it takes.
    const options = { cwd: ROOT, packageManager: PackageManager.None, readmePath: 'client/README.md' };
    files = new Set(await listFiles(options));
  });

  it('holds every module that the language server may load', () => {
    const seen = new Set<string>();
    const follow = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      assert.ok(files.has(file), `${file} is not in the package`);
      const source = readFileSync(join(ROOT, file), 'utf8');
      for (const [, path] of source.matchAll(/\brequire\(["'](\.\.?\/[^"']+\.cjs)["']\)/g))
        follow(normalize(join(dirname(file), path!)).replaceAll('\\', '/'));
    };
    follow('server/dist/lsp.cjs');
    assert.ok(seen.size > 1);
  });

  it('holds the extension, its data, its texts and its pictures', () => {
    for (const file of [
      'client/dist/extension.cjs',
      'server/data/regulations.json',
      'server/data/fingerprints.bin',
      'server/policydoc.schema.json',
      'package.nls.zh-cn.json',
      'client/l10n/bundle.l10n.zh-cn.json',
      'client/icons/icon.png',
      'client/icons/policydoc.svg',
      'client/walkthrough/sample.md',
      'client/walkthrough/sample.nls.zh-cn.md',
      'client/walkthrough/示例文稿.md',
    ])
      assert.ok(files.has(file), file);
  });

  it('has a page of its own, Chinese first, whose pictures are in the repository', () => {
    const page = readFileSync(join(ROOT, 'client/README.md'), 'utf8');
    assert.match(page, /^# 政策文稿检查\n/);
    const pictures = [...page.matchAll(/!\[.+\]\((.+)\)/g)].map(m => normalize(join('client', m[1]!)));
    assert.ok(pictures.length > 1);
    for (const picture of pictures) assert.match(picture.replaceAll('\\', '/'), /^docs\/\w+\.png$/);
    assert.ok(files.has('client/README.md') && !files.has('README.md'));
  });

  it('holds no source, no map, no test and nothing of node_modules', () => {
    assert.deepEqual(
      [...files].filter(file => /\.(?:ts|map)$|^(?:test|node_modules|samples|out)\//.test(file)),
      [],
    );
  });
});
