import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { CodeAction, Diagnostic } from 'vscode-languageserver/node';
import { Configs } from '../../server/src/host/config.js';
import { RefusedError } from '../../server/src/host/decode.js';
import { fileOf, uriOf, wordViewOf } from '../../server/src/host/uri.js';
import { readNamedDraft } from '../../server/src/host/sources.js';
import { loadIndex } from '../../server/src/index.js';
import type { Host } from '../../server/src/lsp/host.js';
import { machine } from '../../server/src/lsp/machine.js';
import type { CheckWorkspaceResult, Compared, FilledData, Saved, WordText } from '../../server/src/lsp/protocol.js';
import { readWord } from '../../server/src/word/read.js';
import { policydoc } from '../cli/harness.js';
import { HIDDEN, p, partsOf, r, word } from '../harness/word.js';
import { folderWith } from '../host/folder.js';
import { everything } from '../word/everything.js';
import { HOST, Session, SILENT, VSCODE } from './session.js';

/** With real files, as on a machine. */
const machineIn = (folder: string): Partial<Host> => ({
  loadIndex: async () => loadIndex(resolve('server/data')),
  configFor: async file => ({
    ...SILENT,
    settings: file === null ? SILENT.settings : (await new Configs().nearest(dirname(file))).settings,
  }),
  uriOf: file => (/\.docx$/.test(file) ? wordViewOf(file) : uriOf(file)),
  textsIn: async () => [join(folder, 'a.docx')],
  textOf: async file => (await readNamedDraft(file)).text,
  wordOf: async file =>
    readNamedDraft(file).then(
      ({ word }) => word ?? { reason: { 'zh-CN': '不是', en: 'none' } },
      (error: unknown) => {
        if (!(error instanceof RefusedError)) throw error;
        return { reason: error.reason };
      },
    ),
  sheetsFor: machine.sheetsFor,
  wordFrom: async report => (await import('../../server/src/word/export/write.js')).exported(report, 'report'),
  write: async (file, drafts, content) => {
    if (drafts.includes(file)) return { reason: { 'zh-CN': '自己', en: 'itself' } };
    writeFileSync(file, content);
    return null;
  },
});

describe('Word documents in the editor', () => {
  let session: Session;
  let folder: string;
  afterEach(() => session.stop());

  async function start(bytes: Uint8Array): Promise<void> {
    folder = folderWith({ 'a.docx': bytes });
    session = await Session.start(
      VSCODE,
      { ...HOST, ...machineIn(folder) },
      { locale: 'zh-cn', initializationOptions: { commands: true } },
    );
  }
  const ask = <T>(method: string, params: object): Promise<T> =>
    session.client.sendRequest<T>(`policydoc/${method}`, params);
  const view = (): string => wordViewOf(join(folder, 'a.docx'));

  it('are views that mean their document', () => {
    session = { stop: async () => {} } as unknown as Session;
    for (const file of ['/a/报告 1.docx', '/a/b%.docx']) {
      assert.equal(fileOf(wordViewOf(file)), file);
      // As VS Code spells it.
      assert.equal(fileOf(wordViewOf(file).replace('policydoc-word:///', 'policydoc-word:/')), file);
    }
  });

  it('are shown as the text that check reads, with its findings: law 3', async () => {
    await start(await everything());
    const { text, said } = await ask<WordText>('word', { uri: view() });
    assert.equal(text, (await readWord(await everything())).text);
    assert.ok(said.some(sentence => sentence.includes('标色文字')));
    await session.open(view(), text);
    const { items } = await session.client.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri: view() },
    });
    const { out } = await policydoc(folder, ['check', 'a.docx', '--format', 'json']);
    const { findings } = (
      JSON.parse(out) as {
        files: { findings: { rule: string; message: string; startLine: number; startColumn: number }[] }[];
      }
    ).files[0]!;
    // The editor marks every finding; the words may be those for several of one cause.
    assert.deepEqual(
      items.map(({ code, range }) => [code, range.start.line + 1, range.start.character + 1]),
      findings.map(({ rule, startLine, startColumn }) => [rule, startLine, startColumn]),
    );
    assert.ok(findings.length > 5);
  });

  it('have hovers, an outline, blanks and citations, and nothing that would edit them', async () => {
    await start(
      await word(
        p('关于示例市工作情况的调研报告') + p('一、基本情况') + p('共XX家，《中华人民共和国行政处罚法》第三十三条。'),
      ),
    );
    const { text } = await ask<WordText>('word', { uri: view() });
    await session.open(view(), text);
    const textDocument = { uri: view() };
    const line = text.split('\n').findIndex(it => it.includes('XX'));
    const position = { line, character: text.split('\n')[line]!.indexOf('第三十三条') + 1 };
    assert.ok(await session.client.sendRequest('textDocument/hover', { textDocument, position }));
    assert.equal(
      (await session.client.sendRequest<unknown[]>('textDocument/documentSymbol', { textDocument })).length,
      1,
    );
    assert.equal((await ask<{ citations: unknown[] }>('citations', textDocument)).citations.length, 1);
    const range = { start: { line, character: 0 }, end: { line, character: 5 } };
    // What is said of a finding stands beside the document.
    assert.deepEqual(
      (
        await session.client.sendRequest<CodeAction[]>('textDocument/codeAction', {
          textDocument,
          range,
          context: { diagnostics: [] },
        })
      ).map(({ command, edit }) => [command?.command, edit]),
      [
        ['policydoc.decide', undefined],
        ['policydoc.decide', undefined],
      ],
    );
    assert.equal(await session.client.sendRequest('textDocument/prepareRename', { textDocument, position }), null);
  });

  it('are compared with an earlier draft that is another, and a text with one', async () => {
    const body = (count: string): string =>
      p('关于示例市工作情况的调研报告') + p('一、基本情况') + p(`共有党员${count}人。`);
    await start(await word(body('12')));
    writeFileSync(join(folder, 'b.docx'), await word(body('XX')));
    const before = uriOf(join(folder, 'b.docx'));
    await session.open(view(), (await ask<WordText>('word', { uri: view() })).text);
    await session.open(
      uriOf(join(folder, 'c.md')),
      '# 关于示例市工作情况的调研报告\n\n一、基本情况\n\n共有党员12人。\n',
    );
    for (const uri of [view(), uriOf(join(folder, 'c.md'))]) {
      const { text } = await ask<Compared>('compare', { uri, before });
      assert.match(text, /b\.docx → [ac]\.(?:docx|md)[^]*已填或删去的空缺（原稿）（1处）/);
    }
  });

  it('are written as a copy with comments, and as Markdown, and not over themselves', async () => {
    await start(await everything());
    const target = (name: string): string => uriOf(join(folder, name));
    const saved = await ask<Saved>('saveWord', { uri: view(), target: target('b.docx'), what: 'comments' });
    assert.match(saved.message, /已写入批注 \d+ 条/);
    await policydoc(folder, ['review', 'a.docx', '-o', 'c.docx']);
    const comments = async (name: string): Promise<string> =>
      (await partsOf(readFileSync(join(folder, name)))).get('word/comments.xml')!;
    // The same as those of the command line, but for what it alone knows of its settings.
    assert.equal(
      [...(await comments('b.docx')).matchAll(/<w:comment /g)].length,
      [...(await comments('c.docx')).matchAll(/<w:comment /g)].length,
    );
    await ask<Saved>('saveWord', { uri: view(), target: target('b.md'), what: 'markdown' });
    assert.equal(readFileSync(join(folder, 'b.md'), 'utf8'), (await readWord(await everything())).text);
    await assert.rejects(ask('saveWord', { uri: view(), target: target('a.docx'), what: 'comments' }), /自己/);
  });

  it('are filled in as a copy, as the command line does, or left alone', async () => {
    const bytes = await word(
      p('关于示例工作的调研报告') + p('一、基本情况') + p(r('党员') + r('{{党员数|人}}', '<w:b/>') + r('。')),
    );
    await start(bytes);
    writeFileSync(join(folder, 'd.csv'), '键,值\n党员数,1280\n');
    writeFileSync(join(folder, 'bad.csv'), '键,值\n党员数,许多\n');
    await session.open(view(), (await readWord(bytes)).text);
    const fill = (sheet: string, name: string): Promise<FilledData> =>
      ask('fillData', { uri: view(), sheets: [uriOf(join(folder, sheet))], target: uriOf(join(folder, name)) });
    const { edits, message, problems } = await fill('d.csv', 'b.docx');
    assert.deepEqual([edits, message, problems], [[], '填入 1 处，没有剩余空缺。', []]);
    const { code } = await policydoc(folder, ['data', 'fill', 'a.docx', '--data', 'd.csv', '-o', 'c.docx']);
    assert.equal(code, 0);
    assert.deepEqual(readFileSync(join(folder, 'b.docx')), readFileSync(join(folder, 'c.docx')));
    assert.equal((await fill('bad.csv', 'e.docx')).problems.length, 1);
    assert.ok(!existsSync(join(folder, 'e.docx')));
    await assert.rejects(fill('d.csv', 'e.md'), /同为 \.docx/);
    await assert.rejects(fill('d.csv', 'a.docx'), /自己/);
    assert.deepEqual(readFileSync(join(folder, 'a.docx')), Buffer.from(bytes));
  });

  it('are made of a report that is open', async () => {
    await start(await everything());
    await session.open('file:///r.md', '# 关于示例市工作情况的调研报告\n\n## 一、基本情况\n\n共XX家。\n');
    const saved = await ask<Saved>('saveWord', {
      uri: 'file:///r.md',
      target: uriOf(join(folder, 'r.docx')),
      what: 'report',
    });
    assert.match(saved.message, /尚有空缺 1 处/);
    assert.match((await readWord(readFileSync(join(folder, 'r.docx')))).text, /共XX家/);
    assert.equal(
      await ask('saveWord', { uri: 'file:///gone.md', target: uriOf(join(folder, 's.docx')), what: 'report' }),
      null,
    );
  });

  it('are checked with the workspace, and their findings are on the view', async () => {
    await start(await word(p('关于示例市工作情况的调研报告') + p(r('共XX家') + r('隐', HIDDEN))));
    const result = await ask<CheckWorkspaceResult>('checkWorkspace', { folders: [uriOf(folder)] });
    assert.equal(result.reports, 1);
    assert.equal(session.published.at(-1)!.uri, view());
  });

  it('that cannot be read are refused with the reason', async () => {
    await start(Buffer.from('<html>'));
    await assert.rejects(ask('word', { uri: view() }), /网页/);
  });
});
