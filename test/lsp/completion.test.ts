import assert from 'node:assert/strict';
import type { ClientCapabilities, CodeAction, CompletionList } from 'vscode-languageserver/node';
import type { Countermeasures } from '../../server/src/lsp/protocol.js';
import { unmark } from '../harness/marks.js';
import { Session, VSCODE } from './session.js';

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

  it('offers the next point and snippets; behind a new line the point alone', async () => {
    const all = await offered(`${REPORT}‸`);
    assert.equal(all.items[0]?.label, '二是');
    assert.equal(all.items.filter(({ insertTextFormat }) => insertTextFormat === 2).length, 9);
    await session.stop();
    const line = await offered(`${REPORT}‸`, EXPANDING, { context: { triggerKind: 2, triggerCharacter: '\n' } });
    assert.deepEqual(
      line.items.map(({ label }) => label),
      ['二是'],
    );
  });

  it('offers snippets to clients that can expand them and do not have them, in any text', async () => {
    const has = async (capabilities: ClientCapabilities, initializationOptions?: unknown): Promise<boolean> => {
      const { items } = await offered('diaoy‸', capabilities, { initializationOptions });
      return items.length > 0;
    };
    assert.equal(await has(EXPANDING), true);
    await session.stop();
    assert.equal(await has(VSCODE), false);
    await session.stop();
    assert.equal(await has(EXPANDING, { snippets: false }), false);
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
        newText: '\n二是着力解决人手不足的问题。{{具体措施、责任单位和时限}}。',
      },
    ];
    assert.deepEqual(edit?.documentChanges, [{ textDocument: { uri: URI, version: 1 }, edits: written }]);
    const found = await session.client.sendRequest<Countermeasures>('policydoc/countermeasures', { uri: URI });
    assert.deepEqual(found, { version: 1, problems: 1, edits: written });
  });
});
