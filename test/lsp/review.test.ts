import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadIndex } from '../../server/src/host/load-index.js';
import { machine } from '../../server/src/lsp/machine.js';
import type { Review } from '../../server/src/lsp/protocol.js';
import { policydoc } from '../cli/harness.js';
import { folderWith } from '../host/folder.js';
import { Session, VSCODE } from './session.js';

/* The review sheet of an open document. */

describe('the review sheet over the protocol', () => {
  let session: Session;
  const review = (uri: string): Promise<Review | null> =>
    session.client.sendRequest<Review | null>('policydoc/review', { uri });
  const start = async (locale: string): Promise<void> => {
    session = await Session.start(
      VSCODE,
      { loadIndex: async () => loadIndex('server/data'), configFor: machine.configFor },
      { locale },
    );
  };
  afterEach(() => session.stop());

  for (const locale of ['zh-CN', 'en']) {
    it(`is to the byte that of the command line (${locale})`, async () => {
      const text = readFileSync('samples/02-问题文稿.md', 'utf8');
      const folder = folderWith({ 'a.md': text, 'policydoc.config.json': '{"rules":{"section-missing":"off"}}' });
      const { code, out } = await policydoc(folder, ['review', 'a.md', '--locale', locale]);
      assert.equal(code, 0);
      await start(locale);
      const uri = pathToFileURL(join(folder, 'a.md')).href;
      await session.open(uri, text);
      assert.deepEqual((await review(uri))?.html, out);
    });
  }

  it('is of the text as it stands in the editor', async () => {
    await start('en');
    await session.open('untitled:a', '# 甲调研报告\n共*人。\n');
    await session.change('untitled:a', '# 乙调研报告\n共*人。\n');
    const made = await review('untitled:a');
    assert.equal(made?.title, '乙调研报告');
    assert.match(made!.html, /<p class="name" lang="zh-CN">乙调研报告<\/p>/);
    // Beside the draft a line leads to the text, and can be found from there.
    assert.match(made!.live, /<a id="L2" href="command:policydoc\.showLine\?%5B2%5D">2<\/a>/);
    assert.doesNotMatch(made!.html, /command:|id="L/);
  });

  it('is refused where nothing was checked, and where the settings cannot be read', async () => {
    await start('en');
    await session.open('untitled:a', '一张便条。\n');
    await assert.rejects(review('untitled:a'), /this document is not checked/);
    const folder = folderWith({ 'policydoc.config.json': '{' });
    writeFileSync(join(folder, 'a.md'), '# 甲调研报告\n');
    const uri = pathToFileURL(join(folder, 'a.md')).href;
    await session.open(uri, '# 甲调研报告\n');
    await assert.rejects(review(uri), /The settings file is not in use/);
    assert.equal(await review('untitled:other'), null);
  });
});
