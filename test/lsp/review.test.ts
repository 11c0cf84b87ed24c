import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { wordViewOf } from '../../server/src/host/uri.js';
import { loadIndex } from '../../server/src/host/load-index.js';
import { machine } from '../../server/src/lsp/machine.js';
import type { Review } from '../../server/src/lsp/protocol.js';
import { policydoc } from '../cli/harness.js';
import { HIDDEN, p, r, word } from '../harness/word.js';
import { folderWith } from '../host/folder.js';
import { Session, VSCODE } from './session.js';

/* The review sheet of an open document. */

describe('the review sheet over the protocol', () => {
  let session: Session;
  const review = (uri: string): Promise<Review | null> =>
    session.client.sendRequest<Review | null>('policydoc/review', { uri });
  const reviews = (uri: string, ...others: string[]): Promise<Review | null> =>
    session.client.sendRequest<Review | null>('policydoc/review', { uri, others });
  const start = async (locale: string): Promise<void> => {
    session = await Session.start(
      VSCODE,
      {
        loadIndex: async () => loadIndex('server/data'),
        configFor: machine.configFor,
        textOf: machine.textOf,
        wordOf: machine.wordOf,
        uriOf: machine.uriOf,
        write: machine.write,
      },
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

  it('is of several drafts in one file, to the byte that of the command line: one open and changed, one of its file', async () => {
    const [one, two] = ['# 甲调研报告\n共*人。\n', '# 乙调研报告\n共*户、*人。\n'];
    const folder = folderWith({ 'a.md': one, 'b.txt': two, 'c.md': '一张便条。\n' });
    const uri = (name: string): string => pathToFileURL(join(folder, name)).href;
    const { out } = await policydoc(folder, ['review', 'a.md', 'b.txt', '--locale', 'zh-CN']);
    await start('zh-CN');
    await session.open(uri('a.md'), '# 丙调研报告\n');
    await session.change(uri('a.md'), one);
    const made = await reviews(uri('a.md'), uri('b.txt'));
    assert.deepEqual(made?.html, out);
    assert.equal(made.title, '文稿 2 份');
    // A line leads into its own draft.
    assert.match(made.live, /<a id="d1-L2" href="command:policydoc\.showLine\?%5B2%5D">/);
    assert.match(made.live, /<a id="d2-L2" href="command:policydoc\.showLine\?%5B2%2C1%5D">/);
    await assert.rejects(reviews(uri('a.md'), uri('c.md')), /c\.md：本文稿未作检查/);
    await assert.rejects(reviews(uri('a.md'), uri('none.md')), /none\.md：/);
    // Saved over none of them.
    const save = (target: string): Promise<unknown> =>
      session.client.sendRequest('policydoc/saveReview', {
        uri: uri('a.md'),
        others: [uri('b.txt')],
        target: uri(target),
        html: made.html,
      });
    await assert.rejects(save('b.txt'), /不能写到文稿自己身上/);
    assert.equal(readFileSync(join(folder, 'b.txt'), 'utf8'), two);
    await save('审核单.html');
    assert.equal(readFileSync(join(folder, '审核单.html'), 'utf8'), out);
  });

  it('says of a Word document what was not read, shown or not', async () => {
    const folder = folderWith({ 'a.docx': await word(p('甲调研报告') + p(r('共*人。') + r('另有隐情', HIDDEN))) });
    await start('zh-CN');
    const file = join(folder, 'a.docx');
    const closed = await review(pathToFileURL(file).href);
    assert.match(closed!.html, /隐藏文字/);
    await session.open(wordViewOf(file), '甲调研报告\n\n共*人。\n');
    assert.match((await review(wordViewOf(file)))!.html, /隐藏文字/);
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
