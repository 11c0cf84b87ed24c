import assert from 'node:assert/strict';
import type { DocumentLink, Hover, InlayHint } from 'vscode-languageserver/node';
import type { TeamFolder } from '../../server/src/host/team-regulations.js';
import type { Config, Host } from '../../server/src/lsp/host.js';
import { machine } from '../../server/src/lsp/machine.js';
import type { DataSheets, FilledData, Saved } from '../../server/src/lsp/protocol.js';
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { HOSTILE } from '../harness/hostile.js';
import { actsInMarkdown } from '../harness/output-readers.js';
import { folderWith } from '../host/folder.js';
import { HOST, Session, SILENT, VSCODE } from './session.js';

/* What comes from somebody else's folder does nothing in an editor, and is read only where the user trusts it: S1, S4, S12. */

const { loadIndex } = HOST;
const KEY = '党员数';
const REPORT = (data: string): string => `---\npolicydoc: true\ndata: ${data}\n---\n共有{{${KEY}|人}}。\n`;
const oneLine = (text: string): string => text.replace(/[\r\n\u2028\u2029\x85]/g, ' ');

describe('hostile words', () => {
  let session: Session;
  afterEach(() => session.stop());

  const hoverAt = async (uri: string, line: number, character: number): Promise<string> => {
    const found = await session.client.sendRequest<Hover | null>('textDocument/hover', {
      textDocument: { uri },
      position: { line, character },
    });
    return found === null ? '' : (found.contents as { value: string }).value;
  };

  it('of a data sheet are words in a hover', async () => {
    let words = '';
    session = await Session.start(VSCODE, {
      sheetsFor: async () => ({
        rows: [{ id: '', key: KEY, value: words, unit: '', sentence: '', draft: '', where: `${words}:2` }],
        problems: [{ name: words, reason: { 'zh-CN': words, en: words } }],
      }),
    });
    for (const [i, hostile] of HOSTILE.entries()) {
      if (hostile.trim() === '') continue;
      words = hostile;
      const uri = `file:///d/${i}.md`;
      await session.open(uri, REPORT('x.csv'));
      const value = await hoverAt(uri, 4, 4);
      assert.match(value, /值/);
      assert.deepEqual(actsInMarkdown(value), [], JSON.stringify(hostile));
    }
  });

  it('of a draft are words in a hover', async () => {
    session = await Session.start(VSCODE);
    let seen = 0;
    for (const [i, hostile] of HOSTILE.entries()) {
      const uri = `file:///d/${i}.md`;
      const name = oneLine(hostile).replace(/[《》]/g, '');
      await session.open(
        uri,
        `---\npolicydoc: true\n---\n按照《${name}条例》第三条办理，依据《示例条例》（以下简称《${name}》）。\n共{{${name}}}。\n`,
      );
      for (const [line, character] of [
        [3, 4],
        [3, 18 + name.length],
        [4, 3],
      ] as const) {
        const value = await hoverAt(uri, line, character);
        if (value !== '') seen++;
        assert.deepEqual(actsInMarkdown(value), [], `${JSON.stringify(hostile)} ${line}\n${value}`);
      }
    }
    assert.ok(seen > HOSTILE.length, String(seen));
  });
});

describe('a workspace that is not trusted', () => {
  let session: Session;
  afterEach(() => session.stop());
  const trust = (isTrusted: unknown): Promise<void> =>
    session.client.sendNotification('policydoc/trust', { isTrusted });
  const hints = async (uri: string): Promise<unknown[]> =>
    (
      await session.client.sendRequest<InlayHint[]>('textDocument/inlayHint', {
        textDocument: { uri },
        range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
      })
    ).map(({ label }) => label);

  async function untrusted(data: string, host: Partial<Host> = {}): Promise<{ uri: string; folder: string }> {
    const folder = folderWith({ 'x.csv': `键,值\n${KEY},7\n`, 'own.csv': `键,值\n${KEY},8\n` });
    session = await Session.start(
      VSCODE,
      { ...machine, loadIndex, ...host },
      { initializationOptions: { isTrusted: false } },
    );
    const uri = pathToFileURL(join(folder, 'd.md')).href;
    await session.open(uri, REPORT(data));
    return { uri, folder };
  }

  it('has nothing read that a draft names, until it is trusted', async () => {
    let asked = 0;
    const { uri } = await untrusted('x.csv', {
      sheetsFor: (draft, sheets) => {
        asked += sheets.named.length;
        return machine.sheetsFor(draft, sheets);
      },
      namedFile: async () => assert.fail('a link was followed'),
    });
    assert.deepEqual(await hints(uri), []);
    assert.deepEqual(
      await session.client.sendRequest<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri } }),
      [],
    );
    const { problems, edits } = await session.client.sendRequest<FilledData>('policydoc/fillData', { uri, sheets: [] });
    assert.deepEqual(edits, []);
    assert.match(problems[0]!, /^x\.csv：工作区未受信任/);
    assert.equal(asked, 0);
    await trust('true');
    assert.deepEqual(await hints(uri), []);
    await trust(true);
    assert.deepEqual(await hints(uri), ['= 7 人']);
    await trust(false);
    assert.deepEqual(await hints(uri), []);
  });

  it('says so on hover, and takes what the user chooses', async () => {
    const { uri, folder } = await untrusted('[]');
    const filled = await session.client.sendRequest<FilledData>('policydoc/fillData', {
      uri,
      sheets: [pathToFileURL(join(folder, 'own.csv')).href],
    });
    assert.deepEqual(
      filled.edits.map(({ newText }) => newText),
      ['8人'],
    );
    await session.change(uri, REPORT('x.csv'));
    assert.deepEqual((await session.client.sendRequest<DataSheets>('policydoc/dataSheets', { uri })).names, ['x.csv']);
    const { contents } = await session.client.sendRequest<Hover>('textDocument/hover', {
      textDocument: { uri },
      position: { line: 4, character: 4 },
    });
    assert.match((contents as { value: string }).value, /未受信任/);
  });

  it('cannot be said to be trusted by its own settings', async () => {
    const { uri } = await untrusted('x.csv');
    await session.client.sendNotification('workspace/didChangeConfiguration', {
      settings: { policydoc: { isTrusted: true } },
    });
    assert.deepEqual(await hints(uri), []);
  });

  it('has no folder read that its settings name, and says that the check is not whole', async () => {
    const own: TeamFolder = { path: '/t/regulations', named: null };
    const named: TeamFolder = { path: '/t/laws', named: { name: 'laws', by: '/t' } };
    const config: Config = { ...SILENT, regulations: [own, named] };
    const read: string[][] = [];
    const { uri } = await untrusted('[]', {
      configFor: async () => config,
      teamTexts: async folders => {
        read.push(folders.map(({ path }) => path));
        return { editions: [], problems: [] };
      },
    });
    await hints(uri);
    await session.until(() => /未受信任/.test(session.statuses.at(-1)?.problem ?? ''));
    await assert.rejects(session.client.sendRequest('policydoc/review', { uri }), /未受信任/);
    await trust(true);
    await hints(uri);
    await session.until(() => session.statuses.at(-1)?.problem === null);
    assert.deepEqual(read, [['/t/regulations'], ['/t/regulations', '/t/laws']]);
  });
});

describe('files that a draft names', () => {
  let session: Session;
  afterEach(() => session.stop());

  it('are linked where they lie with it, and nowhere else', async () => {
    const folder = folderWith({ 'w/x.csv': '', 'out.csv': '', 'w/.hidden/x.yml': '' });
    symlinkSync(join(folder, 'out.csv'), join(folder, 'w/away.csv'));
    session = await Session.start(VSCODE, { ...machine, loadIndex });
    const uri = pathToFileURL(join(folder, 'w/d.md')).href;
    const names = [
      'x.csv',
      '../out.csv',
      '//evil.example/share/x.csv',
      '/etc/x.csv',
      'away.csv',
      'C:/x.csv',
      '.hidden/x.yml',
    ];
    await session.open(uri, REPORT(JSON.stringify(names)));
    const links = await session.client.sendRequest<DocumentLink[]>('textDocument/documentLink', {
      textDocument: { uri },
    });
    assert.deepEqual(
      links.map(({ target }) => target),
      [pathToFileURL(join(folder, 'w/x.csv')).href],
    );
  });
});

describe('what an editor saves', () => {
  let session: Session;
  afterEach(() => session.stop());

  it('is written by the server, whole or not at all, and not over the draft', async () => {
    const folder = folderWith({ 'd.md': REPORT('[]'), 'old.html': 'old', 'sub/x': '' });
    session = await Session.start(VSCODE, { ...machine, loadIndex });
    const at = (name: string): string => pathToFileURL(join(folder, name)).href;
    const save = (target: string): Promise<Saved> =>
      session.client.sendRequest<Saved>('policydoc/saveReview', { uri: at('d.md'), target, html: '<!doctype html>新' });
    chmodSync(join(folder, 'd.md'), 0o600);
    await save(at('sub/new.html'));
    if (process.platform !== 'win32') assert.equal(statSync(join(folder, 'sub/new.html')).mode & 0o077, 0);
    const inode = statSync(join(folder, 'old.html')).ino;
    assert.deepEqual(await save(at('old.html')), { message: '审核单已保存。' });
    assert.equal(readFileSync(join(folder, 'old.html'), 'utf8'), '<!doctype html>新');
    // Another file took its place: nobody ever saw half of it.
    assert.notEqual(statSync(join(folder, 'old.html')).ino, inode);
    await assert.rejects(save(at('d.md')), /不能写到文稿自己身上/);
    await assert.rejects(save(at('sub')), /文件夹/);
    await assert.rejects(save(at('none/x.html')), /所在文件夹不存在/);
    await assert.rejects(save('untitled:x.html'), /本机文件/);
    assert.equal(readFileSync(join(folder, 'd.md'), 'utf8'), REPORT('[]'));
    assert.ok(!existsSync(join(folder, 'none')));
    assert.deepEqual(readdirSync(folder).sort(), ['d.md', 'old.html', 'sub']);
  });
});
