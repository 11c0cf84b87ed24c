import assert from 'node:assert/strict';
import type {
  CodeAction,
  DocumentHighlight,
  DocumentLink,
  FullDocumentDiagnosticReport,
  InlayHint,
  Location,
  LocationLink,
  SelectionRange,
  SemanticTokens,
  SymbolInformation,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { ListedPlaceholders } from '../../server/src/lsp/protocol.js';
import { Session, VSCODE } from './session.js';

/* One test or two a request: that it arrives, is answered in the client's own form, and counts positions rightly. */

const URI = 'file:///reports/report.md';
const REPORT = `关于机关党建的调研报告
一、基本情况
共有党员{{党员数|人}}。
二、存在的问题
一是制度不健全，《中国共产党样例工作条例》（以下简称《条例》）第三条未落实。
二是人手不足，《条例》第九条未落实，涉及{{党员数|人}}。
`;
const PLACE = { line: 5, character: 9 }; // in the second 《条例》

describe('requests', () => {
  let session: Session;
  afterEach(() => session.stop());

  const start = async (capabilities = VSCODE, text = REPORT): Promise<void> => {
    session = await Session.start(capabilities);
    await session.open(URI, text);
  };
  const ask = <T>(method: string, more: object = {}): Promise<T> =>
    session.client.sendRequest<T>(method, { textDocument: { uri: URI }, ...more });
  const range = (line: number, from: number, to: number) => ({
    start: { line, character: from },
    end: { line, character: to },
  });
  const anywhere = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };

  it('definition: a link with its origin, or a place for a client without links', async () => {
    await start();
    const links = await ask<LocationLink[]>('textDocument/definition', { position: PLACE });
    assert.deepEqual(links, [
      {
        originSelectionRange: range(5, 7, 11),
        targetUri: URI,
        targetRange: range(4, 21, 31),
        targetSelectionRange: range(4, 27, 29),
      },
    ]);
    await session.stop();
    await start({});
    assert.deepEqual(await ask<Location>('textDocument/definition', { position: PLACE }), {
      uri: URI,
      range: range(4, 27, 29),
    });
    assert.equal(await ask('textDocument/definition', { position: { line: 0, character: 0 } }), null);
  });

  it('references: with and without the definition', async () => {
    await start();
    const lines = async (includeDeclaration: boolean): Promise<number[]> =>
      (await ask<Location[]>('textDocument/references', { position: PLACE, context: { includeDeclaration } })).map(
        place => place.range.start.line,
      );
    assert.deepEqual(await lines(true), [4, 5]);
    assert.deepEqual(await lines(false), [5]);
  });

  it('document highlight: where it is defined as written, where it is used as read', async () => {
    await start();
    const found = await ask<DocumentHighlight[]>('textDocument/documentHighlight', { position: PLACE });
    assert.deepEqual(found, [
      { range: range(4, 27, 29), kind: 3 },
      { range: range(5, 8, 10), kind: 2 },
    ]);
  });

  it('rename: says what, then edits this version everywhere', async () => {
    await start();
    assert.deepEqual(session.initialized.capabilities.renameProvider, { prepareProvider: true });
    assert.deepEqual(await ask('textDocument/prepareRename', { position: { line: 2, character: 8 } }), {
      range: range(2, 6, 9),
      placeholder: '党员数',
    });
    const { documentChanges } = await ask<WorkspaceEdit>('textDocument/rename', {
      position: { line: 2, character: 8 },
      newName: '党员总数',
    });
    assert.deepEqual(documentChanges, [
      {
        textDocument: { uri: URI, version: 1 },
        edits: [
          { range: range(2, 6, 9), newText: '党员总数' },
          { range: range(5, 22, 25), newText: '党员总数' },
        ],
      },
    ]);
  });

  it('rename: refuses with a sentence that says why', async () => {
    await start({});
    assert.equal(session.initialized.capabilities.renameProvider, true);
    await assert.rejects(
      ask('textDocument/prepareRename', { position: { line: 0, character: 3 } }),
      /只能重命名法规简称和数据项名称/,
    );
    await assert.rejects(ask('textDocument/rename', { position: PLACE, newName: '《》' }), /不要带书名号/);
  });

  it('selection range: each lies in its parent', async () => {
    await start();
    const [found] = await ask<SelectionRange[]>('textDocument/selectionRange', { positions: [PLACE] });
    const chain: number[] = [];
    for (let at: SelectionRange | undefined = found; at; at = at.parent) chain.push(at.range.start.line);
    assert.deepEqual(found!.range, range(5, 7, 11));
    assert.deepEqual(chain, [5, 5, 5, 5, 5, 3, 0]);
  });

  it('document links: files beside the report, pages of rules', async () => {
    await start(
      VSCODE,
      `---\ndata: 数据/党员 (1).csv\n---\n<!-- policydoc-ignore quotation-differs -- 无 -->\n${REPORT}`,
    );
    const found = await ask<DocumentLink[]>('textDocument/documentLink');
    assert.deepEqual(
      found.map(({ target }) => target && decodeURI(target)),
      ['file:///reports/数据/党员 (1).csv', 'file:///rules/quotation-differs.md'],
    );
  });

  it('workspace symbols: of every open report', async () => {
    await start();
    await session.open('file:///reports/other.md', REPORT.replace('党员{{党员数', '党员{{干部数'));
    await session.open('file:///reports/note.md', '# 条例\n');
    const find = async (query: string): Promise<string[]> =>
      (await session.client.sendRequest<SymbolInformation[]>('workspace/symbol', { query })).map(
        ({ name, containerName }) => `${containerName} ${name}`,
      );
    assert.deepEqual(
      (await find('条例')).filter(name => name.length < 16),
      ['report.md 条例', 'other.md 条例'],
    );
    assert.deepEqual(await find('部数'), ['other.md 干部数']);
    assert.deepEqual(await find('存问题'), ['report.md 二、存在的问题', 'other.md 二、存在的问题']);
  });

  it('inlay hints: verdicts and blanks, none when switched off', async () => {
    await start();
    const labels = async (): Promise<unknown[]> =>
      (await ask<InlayHint[]>('textDocument/inlayHint', { range: anywhere })).map(({ label }) => label);
    assert.deepEqual(await labels(), ['待填 2 处', '待填 1 处', '待填 1 处', '〔○〕', '〔✗ 不存在〕']);
    await session.client.sendNotification('workspace/didChangeConfiguration', {
      settings: { policydoc: { inlayHints: 'off' } },
    });
    assert.deepEqual(await labels(), []);
  });

  it('semantic tokens: whole and in part, none for what is no report', async () => {
    await start();
    const { data } = await ask<SemanticTokens>('textDocument/semanticTokens/full');
    const part = await ask<SemanticTokens>('textDocument/semanticTokens/range', { range: range(2, 0, 20) });
    assert.equal(data.length % 5, 0);
    assert.deepEqual(part.data, [2, 4, 9, 0, 0]);
    await session.change(URI, '共有*人。');
    assert.deepEqual((await ask<SemanticTokens>('textDocument/semanticTokens/full')).data, []);
  });

  it('code actions: lazy, resolved for the version they were offered for, with a snippet for the reason', async () => {
    await start();
    const offered = (): Promise<CodeAction[]> =>
      ask('textDocument/codeAction', { range: range(5, 12, 12), context: { diagnostics: [] } });
    const [fix, first] = await offered();
    assert.equal(fix?.title, '只写法规名称，不写条文（请先核实）');
    assert.equal(first?.title, '忽略此处“引用的条文不存在”（说明理由）');
    assert.deepEqual([first.kind, first.edit, first.isPreferred], ['quickfix', undefined, undefined]);
    const { edit } = await session.client.sendRequest<CodeAction>('codeAction/resolve', first);
    assert.deepEqual(edit?.documentChanges, [
      {
        textDocument: { uri: URI, version: 1 },
        edits: [
          {
            range: range(5, 0, 0),
            snippet: {
              kind: 'snippet',
              value: '<!-- policydoc-ignore-next-line citation-article-absent -- ${1:理由} -->\n',
            },
          },
        ],
      },
    ]);
    await session.change(URI, '', [0, 0, 2]);
    await assert.rejects(session.client.sendRequest('codeAction/resolve', first), /has changed since/);
  });

  it('code actions: with plain edits at once for a client that cannot resolve, by kind, with their diagnostics', async () => {
    await start({
      textDocument: { diagnostic: {}, codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
    });
    const report = await ask<FullDocumentDiagnosticReport>('textDocument/diagnostic');
    const context = (only?: string[]) => ({
      range: range(5, 12, 12),
      context: { diagnostics: report.items, ...(only ? { only } : {}) },
    });
    const [, first] = await ask<CodeAction[]>('textDocument/codeAction', context());
    assert.deepEqual(
      (first?.edit?.changes?.[URI] as TextEdit[] | undefined)?.[0]?.newText,
      '<!-- policydoc-ignore-next-line citation-article-absent -- 理由 -->\n',
    );
    assert.deepEqual(
      first?.diagnostics?.map(({ code }) => code),
      ['citation-article-absent'],
    );
    assert.deepEqual(
      (await ask<CodeAction[]>('textDocument/codeAction', context(['refactor']))).map(({ title }) => title),
      ['合成一段：一是……二是……'],
    );
    assert.equal((await ask<CodeAction[]>('textDocument/codeAction', context(['quickfix']))).length, 3);
  });

  it('code actions: none for a client that knows commands only', async () => {
    await start({});
    assert.equal(await ask('textDocument/codeAction', { range: anywhere, context: { diagnostics: [] } }), null);
  });

  it('diagnostics: one line of 30,000 blanks is an answer an editor can take', async () => {
    await start(VSCODE, '');
    const uri = 'file:///reports/line.md';
    for (const [blanks, listed] of [
      [510, 100],
      [30_000, 100],
    ] as const) {
      await session.open(uri, `关于样例的调研报告\n一、基本情况\n${'全市有企业*户；'.repeat(blanks)}\n`);
      const { items } = await session.client.sendRequest<FullDocumentDiagnosticReport>('textDocument/diagnostic', {
        textDocument: { uri },
      });
      const [item] = items.filter(({ code }) => code === 'placeholder-unfilled');
      assert.match(String(item!.message), new RegExp(`^此范围内有${blanks}处同类问题`));
      assert.equal(item!.relatedInformation?.length, listed);
      assert.match(item!.relatedInformation.at(-1)!.message, new RegExp(`（其后还有 ${blanks - listed} 处，未列出）$`));
      assert.ok(JSON.stringify(items).length < 50_000);
    }
  });

  it('diagnostics: at most 500, with every finding in one of them', async () => {
    await start(VSCODE, `关于样例的调研报告\n一、基本情况\n${'共*人、*户、*处。\n'.repeat(300)}《样例条例》第九条。\n`);
    const { items } = await ask<FullDocumentDiagnosticReport>('textDocument/diagnostic');
    assert.equal(items.length, 301);
    assert.equal(items[0]?.code, 'citation-article-absent');
    assert.equal(
      items.slice(1).reduce((sum, { relatedInformation }) => sum + (relatedInformation?.length ?? 0), 0),
      900,
    );
    assert.match(String(items[1]?.message), /^此范围内有3处同类问题。/);
    assert.deepEqual(items[1]?.range, range(2, 1, 8));
  });

  it('diagnostics: what is no longer in force is struck through', async () => {
    await start(VSCODE, '关于样例的调研报告\n依据《样例废止办法》第三条。\n');
    const { items } = await ask<FullDocumentDiagnosticReport>('textDocument/diagnostic');
    assert.deepEqual(
      items.map(({ code, tags }) => [code, tags]),
      [['citation-repealed', [2]]],
    );
  });

  it('lists: blanks and citations, empty for what is no report', async () => {
    await start();
    const params = { uri: URI };
    const listed = await session.client.sendRequest<ListedPlaceholders>('policydoc/placeholders', params);
    const ids = listed.sections.flatMap(({ placeholders }) => placeholders.map(({ id }) => id));
    assert.equal(new Set(ids).size, 2);
    assert.deepEqual(listed, {
      isChecked: true,
      total: 2,
      sections: [
        {
          title: '一、基本情况',
          range: range(1, 0, 6),
          placeholders: [
            {
              range: range(2, 4, 13),
              label: '党员数',
              id: ids[0],
              words: '共有党员〖{{党员数|人}}〗。',
              missing: '数字',
              unit: '人',
            },
          ],
        },
        {
          title: '二、存在的问题',
          range: range(3, 0, 7),
          placeholders: [
            {
              range: range(5, 20, 29),
              label: '党员数',
              id: ids[1],
              words: listed.sections[1]!.placeholders[0]!.words,
              missing: '数字',
              unit: '人',
            },
          ],
        },
      ],
    });
    const { citations } = await session.client.sendRequest<{
      citations: { label: string; standing: string; verdict: string }[];
    }>('policydoc/citations', params);
    assert.deepEqual(
      citations.map(({ label, standing, verdict }) => [label, standing, verdict]),
      [
        ['《中国共产党样例工作条例》（以下简称《条例》）第三条', 'byNumber', '仅条文存在'],
        ['《条例》第九条', 'wrong', '不存在'],
      ],
    );
    await session.change(URI, '共有*人。');
    assert.deepEqual(await session.client.sendRequest('policydoc/placeholders', params), {
      isChecked: false,
      total: 0,
      sections: [],
    });
    assert.equal(await session.client.sendRequest('policydoc/placeholders', { uri: 'file:///nowhere.md' }), null);
  });

  for (const [encoding, column] of [
    ['utf-8', 13],
    ['utf-32', 4],
    ['utf-16', 5],
  ] as const) {
    it(`counts positions in ${encoding}`, async () => {
      await start(
        { ...VSCODE, general: { positionEncodings: ['utf-7', encoding, 'utf-16'] } },
        '关于样例的调研报告\n现有党𠮷*人é*户\n',
      );
      assert.equal(session.initialized.capabilities.positionEncoding, encoding);
      const placeholders = async () =>
        (await ask<FullDocumentDiagnosticReport>('textDocument/diagnostic')).items.map(item => item.range);
      const change = (...contentChanges: { range: object; text: string }[]): Promise<void> =>
        session.client.sendNotification('textDocument/didChange', {
          textDocument: { uri: URI, version: 2 },
          contentChanges,
        });
      const [first, second] = await placeholders();
      assert.deepEqual(first, range(1, column, column + 1));
      // The same positions come back as edits, the later one first.
      await change({ range: second!, text: '三' }, { range: first!, text: '𠮷五' });
      assert.deepEqual(await placeholders(), []);
      await change({ range: range(1, column, column), text: '共*' });
      assert.deepEqual(await placeholders(), [
        range(1, column + (encoding === 'utf-8' ? 3 : 1), column + (encoding === 'utf-8' ? 4 : 2)),
      ]);
    });
  }
});
