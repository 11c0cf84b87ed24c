import assert from 'node:assert/strict';
import type {
  Diagnostic,
  DocumentDiagnosticReport,
  DocumentSymbol,
  FoldingRange,
  Hover,
  SymbolInformation,
} from 'vscode-languageserver/node';
import { readCanonical, type TeamEdition } from '../../server/src/core/regulations/team.js';
import { SILENT, Session, VSCODE } from './session.js';

const URI = 'file:///report.md';
const REPORT = `关于机关党建的调研报告
一、基本情况
共有党员*人。
二、存在的问题
一是制度不健全，《样例条例》第三条未落实。
二是人手不足。
`;

describe('language server', () => {
  let session: Session;
  afterEach(() => session.stop());

  const pull = (previousResultId?: string) =>
    session.client.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri: URI },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  const items = async (): Promise<Diagnostic[]> => {
    const report = await pull();
    assert.equal(report.kind, 'full');
    return report.items;
  };
  const placeholders = async (): Promise<Diagnostic[]> =>
    (await items()).filter(({ code }) => code === 'placeholder-unfilled');

  it('is pulled by a client that can pull, and pushes nothing to it', async () => {
    session = await Session.start(VSCODE);
    assert.ok(session.initialized.capabilities.diagnosticProvider);
    await session.open(URI, REPORT);
    const [placeholder] = await placeholders();
    assert.deepEqual(placeholder?.range, { start: { line: 2, character: 4 }, end: { line: 2, character: 5 } });
    assert.equal(placeholder?.source, 'policydoc');
    assert.equal(placeholder?.codeDescription?.href, 'file:///rules/placeholder-unfilled.md');
    assert.match(String(placeholder?.message), /\n/);
    await session.change(URI, '380', [2, 4, 5]);
    assert.deepEqual(await placeholders(), []);
    await session.change(URI, '两名*岁以下', [5, 0, 2]);
    assert.deepEqual(
      (await placeholders()).map(({ range }) => range.start),
      [{ line: 5, character: 2 }],
    );
    assert.deepEqual(session.published, []);
  });

  it('answers "unchanged" to a client that knows the result', async () => {
    session = await Session.start(VSCODE);
    await session.open(URI, REPORT);
    const first = await pull();
    const again = await pull(first.resultId);
    assert.deepEqual(again, { kind: 'unchanged', resultId: first.resultId });
    await session.change(URI, '380', [2, 4, 5]);
    assert.equal((await pull(first.resultId)).kind, 'full');
  });

  it('and to one that knows what an edit has not changed, by the name of what it knows', async () => {
    session = await Session.start(VSCODE);
    await session.open(URI, REPORT);
    const first = await pull();
    // Behind all that is found on its line.
    await session.change(URI, '。', [2, 7, 7]);
    assert.deepEqual(await pull(first.resultId), { kind: 'unchanged', resultId: first.resultId });
    await session.change(URI, '现在', [2, 0, 0]);
    const moved = await pull(first.resultId);
    assert.equal(moved.kind, 'full');
    // As at first, and told by another name: what a client has is what it was told last.
    await session.change(URI, '', [2, 0, 2]);
    assert.equal((await pull(moved.resultId)).kind, 'full');
    assert.equal((await pull('another')).kind, 'full');
    assert.equal((await pull()).kind, 'full');
  });

  it('pushes to a client that cannot pull, and takes all back when the document is closed', async () => {
    session = await Session.start({});
    assert.equal(session.initialized.capabilities.diagnosticProvider, undefined);
    await session.open(URI, REPORT);
    await session.until(() => session.published.length === 1);
    assert.ok(session.published[0]!.diagnostics.length > 0);
    await session.client.sendNotification('textDocument/didClose', { textDocument: { uri: URI } });
    await session.until(() => session.published.length === 2);
    assert.deepEqual(session.published[1], { uri: URI, diagnostics: [] });
  });

  it('applies edits of several places in one change, in text with CRLF and surrogate pairs', async () => {
    session = await Session.start(VSCODE);
    await session.open(URI, REPORT.replaceAll('\n', '\r\n').replace('党员', '𠮷员'));
    assert.deepEqual(
      (await placeholders()).map(({ range }) => range.start),
      [{ line: 2, character: 5 }],
    );
    await session.client.sendNotification('textDocument/didChange', {
      textDocument: { uri: URI, version: 9 },
      contentChanges: [
        { range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } }, text: '' },
        { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 2 } }, text: '现有' },
      ],
    });
    assert.deepEqual(
      (await placeholders()).map(({ range }) => range.start),
      [{ line: 1, character: 5 }],
    );
  });

  it('hovers in Markdown, or in plain text for a client without it', async () => {
    const hover = { textDocument: { uri: URI }, position: { line: 4, character: 15 } };
    session = await Session.start(VSCODE);
    await session.open(URI, REPORT);
    const rich = await session.client.sendRequest<Hover>('textDocument/hover', hover);
    assert.deepEqual(rich.range, { start: { line: 4, character: 8 }, end: { line: 4, character: 17 } });
    assert.match(
      (rich.contents as { value: string }).value,
      /^\*\*《中国共产党样例工作条例》\*\*\n\n- 类别：党内法规\n/,
    );
    await session.stop();
    session = await Session.start({});
    await session.open(URI, REPORT);
    const plain = await session.client.sendRequest<Hover>('textDocument/hover', hover);
    assert.match((plain.contents as { value: string }).value, /^《中国共产党样例工作条例》\n类别：党内法规\n/);
    const nothing = { textDocument: { uri: URI }, position: { line: 3, character: 4 } };
    assert.equal(await session.client.sendRequest('textDocument/hover', nothing), null);
  });

  it('gives the outline as a tree, or flat to a client that knows no trees', async () => {
    const request = { textDocument: { uri: URI } };
    session = await Session.start(VSCODE);
    await session.open(URI, REPORT);
    const [title] = await session.client.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', request);
    assert.deepEqual(
      title?.children?.map(({ name }) => name),
      ['一、基本情况', '二、存在的问题'],
    );
    // What the heading says already is not said again.
    assert.equal(title?.children?.[1]?.detail, undefined);
    await session.stop();
    session = await Session.start({});
    await session.open(URI, REPORT);
    const flat = await session.client.sendRequest<SymbolInformation[]>('textDocument/documentSymbol', request);
    assert.deepEqual(flat.map(({ name, containerName }) => [name, containerName]).at(-1), [
      '二是人手不足',
      '二、存在的问题',
    ]);
  });

  it('folds by lines', async () => {
    session = await Session.start(VSCODE);
    await session.open(URI, REPORT);
    const ranges = await session.client.sendRequest<FoldingRange[]>('textDocument/foldingRange', {
      textDocument: { uri: URI },
    });
    assert.deepEqual(
      ranges.map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [0, 5],
        [1, 2],
        [3, 5],
      ],
    );
  });

  it('says nothing of a text that is no report, unless told to check everything', async () => {
    session = await Session.start(VSCODE);
    const note = '今天来了*个人。\n';
    await session.open(URI, note);
    assert.deepEqual(await items(), []);
    await session.until(() => session.statuses.length === 1);
    const [status] = session.statuses;
    assert.deepEqual(
      [status?.isReport, status?.isChecked, status?.counts],
      [false, false, { error: 0, warning: 0, info: 0 }],
    );
    await session.client.sendNotification('workspace/didChangeConfiguration', {
      settings: { policydoc: { reports: 'all' } },
    });
    assert.equal((await placeholders()).length, 1);
    assert.equal(session.refreshes, 1);
  });

  it('tells the coverage after every analysis, in the language of the editor', async () => {
    session = await Session.start(VSCODE, {}, { locale: 'en-GB' });
    await session.open(URI, REPORT);
    const [placeholder] = await placeholders();
    assert.match(String(placeholder?.message), /blank/);
    await session.until(() => session.statuses.length === 1);
    assert.match(
      session.statuses[0]!.coverageLine,
      /^Citations: 1 by number only \(regulation data as of 2025-06-30\)$/,
    );
    await session.stop();
    session = await Session.start(VSCODE, {}, { locale: 'zh-tw' });
    await session.open(URI, REPORT);
    await items();
    await session.until(() => session.statuses.length === 1);
    assert.match(session.statuses[0]!.coverageLine, /^引用核对：仅条文存在 1（法规数据截至 2025-06-30）$/);
  });

  it('tells how a document stands no later than its findings, and behind a list that somebody waits for', async () => {
    session = await Session.start(VSCODE);
    await session.open(URI, REPORT);
    await session.client.sendRequest('textDocument/completion', {
      textDocument: { uri: URI },
      position: { line: 0, character: 0 },
    });
    assert.equal(session.statuses.length, 0);
    await items();
    assert.equal(session.statuses.length, 1);
    await session.change(URI, '', [0, 0, 1]);
    await session.client.sendRequest('textDocument/hover', {
      textDocument: { uri: URI },
      position: { line: 0, character: 0 },
    });
    await session.until(() => session.statuses.length === 2);
  });

  it('points to the other place a finding speaks of', async () => {
    session = await Session.start(VSCODE);
    await session.open(URI, `${REPORT}《样例条例》（以下简称《条例》）、《样例废止办法》（以下简称《条例》）。\n`);
    const redefined = (await items()).find(({ code }) => code === 'abbreviation-redefined');
    assert.deepEqual(redefined?.relatedInformation, [
      {
        location: { uri: URI, range: { start: { line: 6, character: 12 }, end: { line: 6, character: 14 } } },
        message: '此前的注明',
      },
    ]);
  });

  it('reads the settings again when their file changes, and asks the client to pull anew', async () => {
    let isIgnored = false;
    session = await Session.start(VSCODE, { configFor: async () => ({ ...SILENT, isIgnored }) });
    await session.open(URI, REPORT);
    assert.equal((await placeholders()).length, 1);
    isIgnored = true;
    assert.equal((await placeholders()).length, 1);
    await session.client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: 'file:///policydoc.config.json', type: 2 }],
    });
    await session.until(() => session.refreshes === 1);
    assert.deepEqual(await items(), []);
  });

  it("reads a text by a team's own words, and again when they change", async () => {
    let words = {};
    session = await Session.start(VSCODE, {
      configFor: async () => ({ ...SILENT, settings: { rules: {}, words } }),
    });
    await session.open(URI, `${REPORT}\n全县划分820网格，其中城区300网格、农村510网格。\n`);
    const sums = async (): Promise<number> =>
      (await items()).filter(({ code }) => code === 'figures-sum-mismatch').length;
    assert.equal(await sums(), 0);
    words = { units: { 网格: { as: '个' } } };
    await session.client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: 'file:///policydoc.config.json', type: 2 }],
    });
    await session.until(() => session.refreshes === 1);
    assert.equal(await sums(), 1);
  });

  it("checks against a team's own texts, and reads them again when one changes", async () => {
    const folder = { path: '/team/regulations', named: { name: 'regulations', by: '/team' } };
    const text = (words: string) =>
      `---\ntitle: "样例办文规定"\nedition: 2024-03-01\n---\n\n# 样例办文规定\n\n第一条　${words}\n\n第二条　公文应当及时。\n`;
    let words = '公文应当准确。';
    session = await Session.start(VSCODE, {
      configFor: async () => ({ ...SILENT, regulations: [folder] }),
      teamTexts: async folders => {
        assert.deepEqual(folders, [folder]);
        return { editions: [readCanonical('/team/regulations/a.md', text(words)) as TeamEdition], problems: [] };
      },
    });
    await session.open(URI, `${REPORT.replace('三是', '')}三是不准确。《样例办文规定》第一条规定：“公文应当准确。”\n`);
    const differs = async (): Promise<number> =>
      (await items()).filter(({ code }) => code === 'quotation-differs').length;
    assert.equal(await differs(), 0);
    words = '公文应当简明。';
    await session.client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: 'file:///elsewhere/a.md', type: 2 }],
    });
    assert.equal(await differs(), 0);
    await session.client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: 'file:///team/regulations/a.md', type: 2 }],
    });
    assert.equal(await differs(), 1);
  });

  it('keeps an analysis as long as nothing changed, also where a folder of the team cannot be used', async () => {
    session = await Session.start(VSCODE, {
      configFor: async () => ({ ...SILENT, regulations: [{ path: '/team/regulations', named: null }] }),
      teamTexts: async () => ({
        editions: [],
        problems: [{ path: '/team/regulations', reason: { 'zh-CN': '坏', en: 'broken' }, severity: 'error' }],
      }),
    });
    await session.open(URI, REPORT);
    const first = await pull();
    assert.deepEqual(await pull(first.resultId), { kind: 'unchanged', resultId: first.resultId });
    assert.equal(session.statuses.at(-1)?.problem, '/team/regulations：坏');
  });

  it('goes on without regulation data: it says so, and verifies nothing', async () => {
    session = await Session.start(VSCODE, {
      loadIndex: async () => {
        throw new Error('no such file');
      },
    });
    await session.open(URI, REPORT);
    await items();
    await session.until(() => session.messages.length === 1 && session.statuses.length === 1);
    assert.match(session.messages[0]!, /法规数据无法读取，所有引用均未核对：no such file/);
    const { coverage, problem } = session.statuses[0]!;
    assert.deepEqual([coverage.citations.verified, coverage.citations.unverifiable], [0, 1]);
    assert.equal(problem, session.messages[0]);
  });

  it('survives a request that fails', async () => {
    let isBroken = true;
    session = await Session.start(VSCODE, {
      configFor: async () => {
        if (isBroken) throw new Error('broken');
        return SILENT;
      },
    });
    await session.open(URI, REPORT);
    await assert.rejects(pull(), /broken/);
    isBroken = false;
    await session.client.sendNotification('workspace/didChangeWatchedFiles', { changes: [] });
    assert.equal((await placeholders()).length, 1);
  });
});
