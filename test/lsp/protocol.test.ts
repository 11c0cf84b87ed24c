import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  ErrorCodes,
  LSPErrorCodes,
  type CodeAction,
  type FullDocumentDiagnosticReport,
  type Hover,
  type Position,
} from 'vscode-languageserver/node';
import { connected, Session, VSCODE } from './session.js';

/* A client that errs, or is odd: answered as the Language Server Protocol says, and the session goes on. */

const URI = 'file:///reports/report.md';
const code =
  (value: number) =>
  (error: { code?: number }): boolean =>
    error.code === value;
const TEXT = '关于样例的调研报告\n一、存在的问题\n𠮷村共*人。依据《中国共产党样例工作条例》第九十九条。\n';
const textDocument = { uri: URI };

describe('the protocol', () => {
  let session: Session;
  const start = async (...positionEncodings: string[]): Promise<void> => {
    session = await Session.start(
      positionEncodings.length > 0 ? { ...VSCODE, general: { positionEncodings } } : VSCODE,
    );
    await session.open(URI, TEXT);
  };
  afterEach(() => session.stop());
  const items = async (): Promise<FullDocumentDiagnosticReport['items']> =>
    (await session.client.sendRequest<FullDocumentDiagnosticReport>('textDocument/diagnostic', { textDocument })).items;
  const hoverAt = (position: Position): Promise<Hover | null> =>
    session.client.sendRequest<Hover | null>('textDocument/hover', { textDocument, position });

  for (const method of ['textDocument/somethingNew', 'policydoc/nothing', '$/unknown']) {
    it(`an unknown request is “method not found”: ${method}`, async () => {
      await start();
      await assert.rejects(session.client.sendRequest(method, {}), code(ErrorCodes.MethodNotFound));
      assert.ok((await items()).length > 0);
    });
  }

  it('an unknown notification is passed over', async () => {
    await start();
    for (const method of ['$/unknown', 'textDocument/didDream']) await session.client.sendNotification(method, {});
    assert.ok((await items()).length > 0);
  });

  it('a character beyond its line is the end of the line; a line beyond the text its end', async () => {
    await start();
    const line = TEXT.split('\n')[2]!;
    await session.edit(
      URI,
      { start: { line: 2, character: 100_000 }, end: { line: 2, character: 200_000 } },
      '又有*户。',
    );
    await session.edit(URI, { start: { line: 70, character: 3 }, end: { line: 80, character: 0 } }, '末行*处。');
    const expected = `${TEXT.split('\n').slice(0, 2).join('\n')}\n${line}又有*户。\n末行*处。`;
    assert.deepEqual(
      (await items()).filter(item => item.code === 'placeholder-unfilled').map(({ range }) => range.start),
      [
        [2, line.indexOf('*')],
        [2, line.length + 2],
        [3, 2],
      ].map(([at, character]) => ({ line: at, character })),
      expected,
    );
    assert.equal(await hoverAt({ line: 900, character: 900 }), null);
  });

  it('a range that runs backwards is the same range', async () => {
    await start();
    const [at] = (await items()).filter(item => item.code === 'placeholder-unfilled');
    await session.edit(URI, { start: at!.range.end, end: at!.range.start }, '5');
    assert.deepEqual(
      (await items()).filter(item => item.code === 'placeholder-unfilled'),
      [],
    );
  });

  // 𠮷 is two code units, four bytes, one character; 村共 two, six, two.
  for (const [offered, chosen, character] of [
    [[], 'utf-16', 4],
    [['utf-8', 'utf-16'], 'utf-8', 10],
    [['utf-32', 'utf-16'], 'utf-32', 3],
    [['utf-7', 'utf-16'], 'utf-16', 4],
    [['utf-7'], 'utf-16', 4],
  ] as const) {
    it(`positions are counted as the client asks: ${offered.join(', ') || 'not said'}`, async () => {
      await start(...offered);
      assert.equal(session.initialized.capabilities.positionEncoding, chosen);
      const placeholder = (await items()).find(item => item.code === 'placeholder-unfilled')!;
      assert.deepEqual(placeholder.range, {
        start: { line: 2, character },
        end: { line: 2, character: character + 1 },
      });
      assert.ok(await hoverAt({ line: 2, character }));
    });
  }

  it('versions need not be consecutive, and an action of an older one is refused', async () => {
    await start();
    const [placeholder] = (await items()).filter(item => item.code === 'citation-article-absent');
    const actions = await session.client.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range: placeholder!.range,
      context: { diagnostics: [] },
    });
    await session.client.sendNotification('textDocument/didChange', {
      textDocument: { ...textDocument, version: 90 },
      contentChanges: [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '# ' }],
    });
    await assert.rejects(
      session.client.sendRequest('codeAction/resolve', actions[0]!),
      code(LSPErrorCodes.ContentModified),
    );
  });

  it('changes count in the order they come in, whatever their version says', async () => {
    await start();
    const change = (version: number, text: string): Promise<void> =>
      session.client.sendNotification('textDocument/didChange', {
        textDocument: { ...textDocument, version },
        contentChanges: [{ text }],
      });
    await change(7, '关于样例的调研报告\n共*人、*户。\n');
    await change(3, '关于样例的调研报告\n共*人。\n');
    assert.equal((await items()).filter(item => item.code === 'placeholder-unfilled').length, 1);
  });

  it('what is said of a document that is not open is passed over; one opened twice is as it was last opened', async () => {
    await start();
    const other = { uri: 'file:///reports/other.md' };
    await session.client.sendNotification('textDocument/didChange', {
      textDocument: { ...other, version: 2 },
      contentChanges: [{ text: '*' }],
    });
    await session.client.sendNotification('textDocument/didClose', { textDocument: other });
    assert.deepEqual(
      (
        await session.client.sendRequest<FullDocumentDiagnosticReport>('textDocument/diagnostic', {
          textDocument: other,
        })
      ).items,
      [],
    );
    await session.open(URI, '关于样例的调研报告\n共*人。\n');
    assert.equal((await items()).filter(item => item.code === 'placeholder-unfilled').length, 1);
  });

  it('a request that is cancelled is answered all the same', async () => {
    await start();
    const cancellation = new CancellationTokenSource();
    const asked = session.client.sendRequest('textDocument/documentSymbol', { textDocument }, cancellation.token);
    cancellation.cancel();
    await asked.catch((error: { code?: number }) => assert.equal(error.code, LSPErrorCodes.RequestCancelled));
    assert.ok((await items()).length > 0);
  });
});

describe('messages that come when they must not', () => {
  const INITIALIZE = { processId: null, rootUri: null, capabilities: {} };
  // As they are sent one after the other, with the code of the error each request is answered with.
  const REQUESTS: readonly (readonly [method: string, params: unknown])[] = [
    ['textDocument/hover', { textDocument: { uri: URI }, position: { line: 0, character: 0 } }],
    ['textDocument/diagnostic', { textDocument: { uri: URI } }],
    ['codeAction/resolve', { title: '' }],
    ['policydoc/checkWorkspace', { folders: [] }],
    ['workspace/executeCommand', { command: 'x' }],
    ['nobody/knows', {}],
  ];
  let client: ReturnType<typeof connected>;
  beforeEach(() => {
    client = connected();
  });
  afterEach(() => client.dispose());
  const opened = (text: string): Promise<void> =>
    client.sendNotification('textDocument/didOpen', {
      textDocument: { uri: URI, languageId: 'markdown', version: 1, text },
    });
  const refused = async (number: number): Promise<void> => {
    for (const [method, params] of REQUESTS)
      await assert.rejects(client.sendRequest(method, params), code(number), method);
  };

  it('before initialize are refused, or dropped', async () => {
    await opened('关于样例的调研报告\n共*人。\n');
    await refused(-32002);
    await assert.rejects(client.sendRequest('shutdown'), code(-32002));
    await client.sendRequest('initialize', INITIALIZE);
    const { items } = await client.sendRequest<FullDocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri: URI },
    });
    assert.deepEqual(items, []);
  });

  it('a second initialize is refused, and changes nothing', async () => {
    await client.sendRequest('initialize', { ...INITIALIZE, locale: 'en' });
    await assert.rejects(client.sendRequest('initialize', INITIALIZE), code(-32600));
    await opened('关于样例的调研报告\n共*人。\n');
    const { items } = await client.sendRequest<FullDocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri: URI },
    });
    assert.match(items.map(({ message }) => message).join(), /[a-z]{3}/);
  });

  it('behind shutdown are refused', async () => {
    await client.sendRequest('initialize', INITIALIZE);
    await client.sendRequest('shutdown');
    await refused(-32600);
    await assert.rejects(client.sendRequest('initialize', INITIALIZE), code(-32600));
    await assert.rejects(client.sendRequest('shutdown'), code(-32600));
  });
});
