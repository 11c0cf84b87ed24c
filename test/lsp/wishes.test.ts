import assert from 'node:assert/strict';
import type { CodeAction, Diagnostic, FullDocumentDiagnosticReport } from 'vscode-languageserver/node';
import type { ListedParagraphs, SettingsFile } from '../../server/src/lsp/protocol.js';
import { applyEdits } from '../../server/src/core/text/edit.js';
import { Session, SILENT, VSCODE } from './session.js';

/* What the user wants besides findings: this document checked, that folder not, a rule no longer, a paragraph put in. */

const URI = 'file:///reports/report.md';
const NOTE = '# 购物清单\n\n苹果*个。\n';
const REPORT = '# 关于样例的调研报告\n\n一、基本情况\n\n共有党员*人。\n\n二、存在的问题\n\n一是人手不足。\n';

describe('wishes of the user', () => {
  let session: Session;
  afterEach(() => session.stop());

  const pull = async (): Promise<Diagnostic[]> =>
    (
      await session.client.sendRequest<FullDocumentDiagnosticReport>('textDocument/diagnostic', {
        textDocument: { uri: URI },
      })
    ).items;
  const status = () => session.statuses.at(-1);
  const blanks = (all: readonly Diagnostic[]): readonly (number | undefined)[] =>
    all.filter(({ code }) => code === 'placeholder-unfilled').map(({ severity }) => severity);

  it('a note is checked once the user wants it, and until it is closed', async () => {
    session = await Session.start(VSCODE);
    await session.open(URI, NOTE);
    assert.deepEqual(await pull(), []);
    assert.deepEqual([status()?.isChecked, status()?.why], [false, 'no-report']);
    assert.ok(await session.client.sendRequest('policydoc/checkDocument', { uri: URI }));
    assert.equal(blanks(await pull()).length, 1);
    assert.deepEqual([status()?.isChecked, status()?.why], [true, null]);
    await session.client.sendNotification('textDocument/didClose', { textDocument: { uri: URI } });
    await session.open(URI, NOTE);
    assert.deepEqual(await pull(), []);
  });

  it('nobody can want a document that is not open', async () => {
    session = await Session.start(VSCODE);
    assert.equal(await session.client.sendRequest('policydoc/checkDocument', { uri: URI }), null);
  });

  for (const [folder, why] of [
    ['file:///reports', 'off'],
    ['file:///report', null],
    ['file:///', 'off'],
  ] as const) {
    it(`where ${folder} is switched off, the report is ${why ?? 'checked'}`, async () => {
      session = await Session.start(VSCODE, {}, { initializationOptions: { off: [folder] } });
      await session.open(URI, REPORT);
      assert.equal((await pull()).length > 0, why === null);
      assert.equal(status()?.why, why);
    });
  }

  it('the editor says how grave a rule is, where no settings file does', async () => {
    session = await Session.start(
      VSCODE,
      { configFor: async () => ({ ...SILENT, settings: { rules: { 'section-missing': 'info' } } }) },
      {
        initializationOptions: {
          rules: {
            'placeholder-unfilled': 'error',
            'section-missing': 'off',
            'numbering-broken': 'grave',
            'no-such': 'off',
          },
        },
      },
    );
    const told = async (): Promise<string[]> =>
      (await pull()).map(({ code, severity }) => `${code} ${severity}`).sort();
    await session.open(URI, REPORT);
    assert.deepEqual(await told(), ['placeholder-unfilled 1', 'section-missing 3']);
    await session.client.sendNotification('workspace/didChangeConfiguration', {
      settings: { policydoc: { rules: { 'placeholder-unfilled': 'off' } } },
    });
    assert.deepEqual(await told(), ['section-missing 3']);
  });

  it('a rule is switched off by a quick fix, for a client that has the command', async () => {
    const set: unknown[] = [];
    const host = {
      settingsFile: async (...all: unknown[]) => {
        set.push(all.slice(0, 2));
        return '/reports/policydoc.config.json';
      },
    };
    session = await Session.start(VSCODE, host, { initializationOptions: { commands: true } });
    await session.open(URI, REPORT);
    const diagnostics = await pull();
    const { range } = diagnostics.find(({ code }) => code === 'placeholder-unfilled')!;
    const actions = await session.client.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: URI },
      range,
      context: { diagnostics, only: ['quickfix'] },
    });
    const last = actions.at(-1)!;
    assert.match(last.title, /^关闭规则“.+”/);
    assert.equal(last.command?.command, 'policydoc.disableRule');
    const [uri, rule] = last.command!.arguments as string[];
    const written = await session.client.sendRequest<SettingsFile>('policydoc/settings', {
      uri,
      set: { rule, severity: 'off' },
    });
    assert.equal(written.file, 'file:///reports/policydoc.config.json');
    assert.match(written.message, /已写入 \/reports\/policydoc\.config\.json$/);
    assert.deepEqual(set, [['/reports/report.md', { rule, severity: 'off' }]]);
  });

  it('settings go by a folder, and know their rules', async () => {
    session = await Session.start(VSCODE);
    const ask = (params: object) => session.client.sendRequest('policydoc/settings', params);
    await assert.rejects(ask({ uri: 'untitled:Untitled-1' }), /请先保存文稿/);
    await assert.rejects(ask({ uri: URI, set: { rule: 'no-such', severity: 'off' } }), /没有这条规则/);
  });

  it('a named blank that was just put in is a hint until the text is saved', async () => {
    session = await Session.start(VSCODE);
    await session.open(URI, REPORT);
    assert.deepEqual(blanks(await pull()), [2]);
    const text = `${REPORT}\n二是{{问题二}}。\n`;
    await session.change(URI, text);
    assert.deepEqual(blanks(await pull()), [2, 4]);
    await session.change(URI, `${text}\n三是缺*人。\n`);
    assert.deepEqual(blanks(await pull()), [2, 4, 2], 'a bare one is what it ever was');
    await session.client.sendNotification('textDocument/didSave', { textDocument: { uri: URI } });
    assert.deepEqual(blanks(await pull()), [2, 2, 2]);
  });

  for (const [where, line] of [
    ['on an empty line', 9],
    ['behind the line that the cursor is in', 8],
  ] as const) {
    it(`a paragraph is put in ${where}`, async () => {
      session = await Session.start(VSCODE);
      const text = `${REPORT}\n`;
      await session.open(URI, text);
      const { paragraphs } = await session.client.sendRequest<ListedParagraphs>('policydoc/paragraphs', {
        uri: URI,
        position: { line, character: 0 },
      });
      const next = paragraphs.find(({ name }) => name === '问题一条')!;
      assert.ok(paragraphs.indexOf(next) < 3, 'what the section wants comes first');
      const offset = ({ line: at, character }: { line: number; character: number }): number =>
        text.split('\n', at).join('\n').length + (at > 0 ? 1 : 0) + character;
      const put = applyEdits(text, [
        { start: offset(next.range.start), end: offset(next.range.end), text: next.insert },
      ]);
      assert.match(put, /一是人手不足。\n\n?二是/);
    });
  }
});
