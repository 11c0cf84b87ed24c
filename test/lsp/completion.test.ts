import assert from 'node:assert/strict';
import type {
  ClientCapabilities,
  CodeAction,
  CompletionItem,
  CompletionList,
  TextEdit,
} from 'vscode-languageserver/node';
import { SOURCES } from '../../server/src/features/snippets.js';
import type { Countermeasures, Lists, Renumbered } from '../../server/src/lsp/protocol.js';
import { unmark } from '../harness/marks.js';
import { Session, SILENT, VSCODE } from './session.js';

/* Completion and the paragraphs of countermeasures, over the protocol: that they arrive in the client's own form. */

const URI = 'file:///report.md';
const EXPANDING: ClientCapabilities = {
  ...VSCODE,
  textDocument: {
    ...VSCODE.textDocument,
    completion: {
      completionItem: { snippetSupport: true, documentationFormat: ['markdown'], tagSupport: { valueSet: [1] } },
    },
  },
};
const REPORT = `关于机关党建的调研报告
一、基本情况
共有党员{{党员总数|人}}。
二、存在的问题
一是制度不健全。
二是人手不足。
三、对策建议
一是健全制度。
`;

describe('completion over the protocol', () => {
  let session: Session;
  afterEach(() => session.stop());

  /** What is offered where ‸ stands. */
  async function offered(
    marked: string,
    capabilities = EXPANDING,
    more: { context?: object; initializationOptions?: unknown } = {},
  ): Promise<CompletionList> {
    const { text, cursor } = unmark(marked);
    session = await Session.start(capabilities, {}, { initializationOptions: more.initializationOptions });
    await session.open(URI, text);
    const before = text.slice(0, cursor!).split('\n');
    const position = { line: before.length - 1, character: before.at(-1)!.length };
    const context = { triggerKind: 1, ...more.context };
    return session.client.sendRequest<CompletionList>('textDocument/completion', {
      textDocument: { uri: URI },
      position,
      context,
    });
  }

  it('is asked for by the marks that open a name, a provision, a blank, and by a new line', async () => {
    session = await Session.start(VSCODE);
    assert.deepEqual(session.initialized.capabilities.completionProvider?.triggerCharacters, ['《', '第', '{', '\n']);
  });

  it('edits the whole name in the brackets, and lets no filter of the editor drop it', async () => {
    const { isIncomplete, items } = await offered(`${REPORT}依照《ylgz‸条例》办理。\n`);
    assert.equal(isIncomplete, true);
    const [first] = items;
    assert.equal(first?.label, '样例工作条例');
    assert.equal(first?.filterText, 'ylgz');
    assert.deepEqual(first?.textEdit, {
      range: { start: { line: 8, character: 3 }, end: { line: 8, character: 9 } },
      newText: '样例工作条例',
    });
  });

  it('strikes through what is repealed, for a client that can', async () => {
    const { items } = await offered(`${REPORT}《样例废止‸`);
    assert.deepEqual(
      items.map(({ label, tags }) => [label, tags]),
      [['样例废止办法', [1]]],
    );
  });

  it('offers provisions behind a name, each with where it stands', async () => {
    const { items } = await offered(`${REPORT}《样例条例》第‸`);
    assert.deepEqual(
      items.map(({ label }) => label),
      ['第一章', '第二章', '第一条', '第二条', '第三条', '第四条'],
    );
    assert.match(items[4]!.detail!, /第二章“职责”/);
  });

  it('offers the next point and snippets; behind a new line what goes on with a list alone', async () => {
    const all = await offered(`${REPORT}‸`);
    assert.equal(all.items[0]?.label, '二是');
    assert.equal(all.items.filter(({ insertTextFormat }) => insertTextFormat === 2).length, SOURCES.length - 5);
    await session.stop();
    const line = await offered(`${REPORT}‸`, EXPANDING, { context: { triggerKind: 2, triggerCharacter: '\n' } });
    assert.deepEqual(
      line.items.map(({ label }) => label),
      // With what the measure may be called, by the words of its problem.
      ['二是', '二是充实人手', '二是配齐配强人手', '四、'],
    );
  });

  it('offers paragraphs where nothing is written, as a snippet or as text, unless the client wants none', async () => {
    const first = async (
      capabilities: ClientCapabilities,
      initializationOptions?: unknown,
    ): Promise<CompletionItem> => {
      const { items } = await offered('diaoy‸', capabilities, { initializationOptions });
      return items[0]!;
    };
    const written = ({ textEdit }: CompletionItem): string => (textEdit as TextEdit).newText;
    const snippet = await first(EXPANDING);
    assert.equal(snippet.insertTextFormat, 2);
    assert.match(written(snippet), /^# 关于\$\{1:\{\{调研事项\\\}\\\}\}情况的调研报告/);
    await session.stop();
    const text = await first(VSCODE);
    assert.equal(text.insertTextFormat, undefined);
    assert.match(written(text), /^# 关于\{\{调研事项\}\}情况的调研报告\n\n为全面掌握\{\{调研事项\}\}情况/);
    await session.stop();
    assert.equal(await first(EXPANDING, { snippets: false }), undefined);
  });

  it("offers a team's own, where the workspace is trusted", async () => {
    const own = { name: '本单位结尾', prefixes: ['bdwjw'], description: '', body: '特此报告。$0' };
    const host = {
      configFor: async () => ({ ...SILENT, snippets: [{ name: 'own.json', by: '/' }] }),
      teamSnippets: async () => ({ snippets: [own], problems: [] }),
    };
    for (const isTrusted of [true, false]) {
      session = await Session.start(EXPANDING, host, { initializationOptions: { isTrusted } });
      await session.open(URI, `${REPORT}bdw`);
      const { items } = await session.client.sendRequest<CompletionList>('textDocument/completion', {
        textDocument: { uri: URI },
        position: { line: 8, character: 3 },
      });
      assert.deepEqual(
        items.map(({ label }) => label),
        isTrusted ? ['本单位结尾'] : [],
      );
      // The last one is stopped behind the test.
      if (isTrusted) await session.stop();
    }
  });

  it('moves up the numbers behind an item that is put in the middle', async () => {
    const { items } = await offered(REPORT.replace('二是人手', '‸\n二是人手'));
    assert.deepEqual(
      [items[0]?.label, items[0]?.additionalTextEdits],
      ['二是', [{ range: { start: { line: 6, character: 0 }, end: { line: 6, character: 2 } }, newText: '三是' }]],
    );
  });

  it('puts numbers in order, as an action where one is at fault and for the command', async () => {
    session = await Session.start(VSCODE);
    await session.open(URI, REPORT.replace('二是人手', '三是人手').replace('三、', '四、'));
    const range = { start: { line: 5, character: 1 }, end: { line: 5, character: 1 } };
    const actions = await session.client.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: URI },
      range,
      context: { diagnostics: [] },
    });
    assert.ok(actions.some(({ title }) => title === '重排此处序号'));
    assert.ok(actions.some(({ title }) => title === '重排全文序号'));
    const found = await session.client.sendRequest<Renumbered>('policydoc/renumber', { uri: URI });
    assert.deepEqual(
      found.edits.map(({ newText }) => newText),
      ['二是', '三、'],
    );
    assert.equal(found.message, null);
  });

  it('lists what the text says, as Markdown or into a file, or says that there is nothing to list', async () => {
    const written: [string, number][] = [];
    session = await Session.start(VSCODE, {
      writeTables: async (file, _draft, lists) => {
        written.push([file, lists.length]);
        return null;
      },
    });
    await session.open(URI, REPORT);
    const { markdown } = await session.client.sendRequest<Lists>('policydoc/lists', { uri: URI, kinds: ['duties'] });
    assert.match(markdown, /^责任清单\n[^]*\| 1 \| 健全制度 \|/);
    const kinds = ['problems', 'tasks', 'duties'];
    await session.client.sendRequest('policydoc/saveLists', { uri: URI, kinds, target: 'file:///l.xlsx' });
    assert.deepEqual(written, [['/l.xlsx', 3]]);
    await session.open('file:///b.md', '# 调研报告\n');
    await assert.rejects(session.client.sendRequest('policydoc/lists', { uri: 'file:///b.md', kinds }), /列不出清单/);
  });

  it('offers names in reports only', async () => {
    assert.deepEqual((await offered('今天读了《样例‸')).items, []);
  });

  it('writes the missing countermeasure as a code action and for the command, for this version', async () => {
    session = await Session.start(VSCODE);
    await session.open(URI, REPORT);
    const range = { start: { line: 6, character: 2 }, end: { line: 6, character: 2 } };
    const actions = await session.client.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: URI },
      range,
      context: { diagnostics: [] },
    });
    const action = actions.find(({ title }) => title === '为每个问题生成对策段落');
    assert.ok(action);
    const { edit } = await session.client.sendRequest<CodeAction>('codeAction/resolve', action);
    const written = [
      {
        range: { start: { line: 7, character: 7 }, end: { line: 7, character: 7 } },
        newText: '\n二是充实人手。{{对策二的具体举措}}。',
      },
    ];
    assert.deepEqual(edit?.documentChanges, [{ textDocument: { uri: URI, version: 1 }, edits: written }]);
    const found = await session.client.sendRequest<Countermeasures>('policydoc/countermeasures', { uri: URI });
    assert.deepEqual(found, { version: 1, problems: 1, edits: written });
  });
});
