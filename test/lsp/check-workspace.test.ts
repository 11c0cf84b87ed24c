import assert from 'node:assert/strict';
import { CancellationTokenSource, WatchKind, type WorkDoneProgressReport } from 'vscode-languageserver/node';
import type { CheckWorkspaceResult } from '../../server/src/lsp/protocol.js';
import type { Host } from '../../server/src/lsp/host.js';
import { SILENT, Session, VSCODE } from './session.js';

const REPORT = '关于样例的调研报告\n一、基本情况\n共*人，《样例条例》第九条。\n';
const NO_FILE = { reason: { 'zh-CN': '文件或文件夹不存在', en: 'no such file or folder' } };

/** A folder in memory. */
const hostOf = (files: Readonly<Record<string, string>>): Partial<Host> => ({
  textsIn: async folder => (folder === '/reports' ? Object.keys(files) : NO_FILE),
  textOf: async file => files[file] ?? NO_FILE,
  configFor: async file => ({ ...SILENT, isIgnored: file?.includes('ignored') ?? false }),
});

describe('checking the workspace', () => {
  let session: Session;
  afterEach(() => session.stop());

  const run = (folders = ['file:///reports'], more: object = {}): Promise<CheckWorkspaceResult> =>
    session.client.sendRequest('policydoc/checkWorkspace', { folders, ...more });
  const shown = (): (readonly [string, number])[] =>
    session.published.map(({ uri, diagnostics }) => [uri, diagnostics.length] as const);

  it('publishes the findings of reports that are not open, and counts what it has seen', async () => {
    session = await Session.start(
      VSCODE,
      hostOf({
        '/reports/a.md': REPORT,
        '/reports/clean.md': '关于样例的调研报告\n',
        '/reports/ignored.md': REPORT,
        '/reports/note.md': '*人',
        '/reports/open.md': '旧',
      }),
    );
    await session.open('file:///reports/open.md', REPORT);
    assert.deepEqual(await run(['file:///reports', 'file:///gone']), {
      reports: 3,
      passedOver: 2,
      counts: { error: 2, warning: 2, info: 0 },
      isCancelled: false,
      refused: [{ path: '/gone', reason: '文件或文件夹不存在' }],
    });
    // The open one shows its findings already.
    assert.deepEqual(shown(), [['file:///reports/a.md', 2]]);
  });

  it('takes back what it published when the file is opened, has changed, or is gone', async () => {
    const files: Record<string, string> = { '/reports/a.md': REPORT, '/reports/b.md': REPORT, '/reports/c.md': REPORT };
    session = await Session.start(VSCODE, hostOf(files));
    await run();
    session.published.length = 0;
    await session.open('file:///reports/%61.md', REPORT); // Clients spell URIs in their own way.
    files['/reports/b.md'] = '关于样例的调研报告\n共*人。\n';
    delete files['/reports/c.md'];
    await session.client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [
        { uri: 'file:///reports/b.md', type: 2 },
        { uri: 'file:///reports/c.md', type: 3 },
      ],
    });
    await session.until(() => session.published.length === 3);
    assert.deepEqual(shown(), [
      ['file:///reports/a.md', 0],
      ['file:///reports/b.md', 1],
      ['file:///reports/c.md', 0],
    ]);
    assert.equal(session.refreshes, 0); // Texts are not settings.
  });

  it('says again what is in a file when it is closed, as it is on the disk', async () => {
    const files: Record<string, string> = { '/reports/a.md': REPORT, '/reports/b.md': REPORT, '/other/c.md': REPORT };
    session = await Session.start(VSCODE, {
      ...hostOf(files),
      textsIn: async () => ['/reports/a.md', '/reports/b.md'],
    });
    await session.open('file:///reports/b.md', REPORT);
    await run();
    await session.open('file:///reports/a.md', REPORT);
    await session.open('file:///other/c.md', REPORT);
    await session.until(() => session.published.length === 2);
    session.published.length = 0;
    files['/reports/a.md'] = '关于样例的调研报告\n共*人。\n';
    for (const uri of ['file:///reports/a.md', 'file:///other/c.md', 'file:///reports/b.md'])
      await session.client.sendNotification('textDocument/didClose', { textDocument: { uri } });
    await session.until(() => session.published.length === 2);
    // Nobody has asked for the third; it would have come by now.
    await session.client.sendRequest('policydoc/checkWorkspace', { folders: [] });
    assert.deepEqual(shown().slice(0, 2), [
      ['file:///reports/a.md', 1],
      ['file:///reports/b.md', 2],
    ]);
    assert.ok(!shown().some(([uri]) => uri.includes('other')));
  });

  it('takes back what it published of all files of a folder that is gone', async () => {
    const files: Record<string, string> = Object.fromEntries(
      ['a.md', 'sub/a.md', 'sub/deep/b.md', 'sub 2/a.md', 'subs.md'].map(name => [`/reports/${name}`, REPORT]),
    );
    session = await Session.start(VSCODE, hostOf(files));
    await run();
    session.published.length = 0;
    for (const name of Object.keys(files)) if (/\/sub[/ ]/.test(name)) delete files[name];
    await session.client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: ['file:///reports/sub', 'file:///reports/sub%202/'].map(uri => ({ uri, type: 3 })),
    });
    await session.until(() => session.published.length === 3);
    // What is not in it keeps its findings; those would have come by now.
    assert.equal((await run()).reports, 2);
    assert.deepEqual(shown(), [
      ['file:///reports/sub/a.md', 0],
      ['file:///reports/sub/deep/b.md', 0],
      ['file:///reports/sub%202/a.md', 0],
      ['file:///reports/a.md', 2],
      ['file:///reports/subs.md', 2],
    ]);
  });

  it('is told of folders that are gone, whatever their names, and reads settings anew with them', async () => {
    session = await Session.start(VSCODE, hostOf({}));
    await session.until(() => session.watchers.length > 0);
    await session.open('file:///reports/sub/deep/a.md', REPORT);
    assert.ok(
      session.watchers.some(({ globPattern, kind = 7 }) => globPattern === '**/*' && kind === WatchKind.Delete),
    );
    await session.client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: ['sub', 'subs', 'sub/deep/a.md', 'sub/b.png', 'sub/d'].map(name => ({
        uri: `file:///reports/${name}`,
        type: 3,
      })),
    });
    await session.client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: 'file:///reports/subs', type: 3 }],
    });
    // An answer comes behind what was to come before it.
    await run([]);
    assert.equal(session.refreshes, 1);
  });

  it('reports progress and ends when it is cancelled', async () => {
    const files = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`/reports/${i}.md`, REPORT]));
    session = await Session.start(VSCODE, hostOf(files));
    const source = new CancellationTokenSource();
    const said: string[] = [];
    session.client.onNotification('$/progress', ({ value }: { value: WorkDoneProgressReport }) => {
      said.push(value.kind);
      if (said.length === 3) source.cancel();
    });
    const result = await session.client.sendRequest<CheckWorkspaceResult>(
      'policydoc/checkWorkspace',
      { folders: ['file:///reports'], workDoneToken: 't' },
      source.token,
    );
    assert.equal(result.isCancelled, true);
    assert.ok(result.reports > 0 && result.reports < 200);
    assert.deepEqual([said[0], said[1]], ['begin', 'report']);
  });

  it('never checks with settings it could not read, and says so', async () => {
    session = await Session.start(VSCODE, {
      ...hostOf({ '/reports/a.md': REPORT }),
      configFor: async () => ({ ...SILENT, problem: { 'zh-CN': '设置文件未生效', en: 'not in use' } }),
    });
    const { reports, refused } = await run();
    assert.deepEqual([reports, refused], [0, [{ path: '/reports/a.md', reason: '设置文件未生效' }]]);
    assert.deepEqual(shown(), []);
  });

  it('leaves a text alone whose front matter says it is no report, whatever the settings say', async () => {
    session = await Session.start(VSCODE, {
      ...hostOf({ '/reports/a.md': `---\npolicydoc: false\n---\n${REPORT}` }),
      configFor: async () => ({ ...SILENT, isReport: true }),
    });
    assert.equal((await run()).passedOver, 1);
  });
});
