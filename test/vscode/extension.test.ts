import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { codeOf, codes, diagnosticsOf, open, report, until } from './documents.js';

/*
 * Inside a real VS Code, over the packaged bundles and the real regulation data. Everything is asked for until it is
 * there: VS Code drops requests while other extensions still register providers.
 */

describe('the extension in VS Code', () => {
  it('marks blanks and wrong citations, with the rule as code and its page behind it', async () => {
    const { uri } = await open('report.md');
    const found = await until(
      () => diagnosticsOf(uri),
      all => codes(all).includes('placeholder-unfilled') && codes(all).includes('citation-article-absent'),
    );
    const placeholder = found.find(one => codeOf(one) === 'placeholder-unfilled')!;
    assert.equal(placeholder.range.start.line, 4);
    assert.match(String((placeholder.code as { target?: vscode.Uri }).target), /placeholder-unfilled\.md$/);
  });

  it('follows an edit', async () => {
    const document = await open('report.md');
    const before = await until(
      () => diagnosticsOf(document.uri),
      all => all.length > 0,
    );
    const placeholder = before.find(one => codeOf(one) === 'placeholder-unfilled')!;
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, placeholder.range, '12');
    await vscode.workspace.applyEdit(edit);
    await until(
      () => diagnosticsOf(document.uri),
      all => all.length === before.length - 1,
    );
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('explains a citation', async () => {
    const { uri, text } = await report();
    const at = text.positionAt(text.getText().indexOf('第三十六条'));
    const hovers = await until(
      () => vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, at),
      all => all.length > 0,
    );
    const said = hovers
      .flatMap(({ contents }) => contents)
      .map(content => (typeof content === 'string' ? content : content.value))
      .join('\n');
    assert.match(said, /《中国共产党党和国家机关基层组织工作条例》/);
    assert.match(said, vscode.env.language.startsWith('zh') ? /核对结论：/ : /Verdict: /);
  });

  it('shows the outline', async () => {
    const { uri } = await report();
    const names = (list: readonly vscode.DocumentSymbol[]): string[] =>
      list.flatMap(({ name, children }) => [name, ...names(children)]);
    await until(
      () => vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', uri),
      list => names(list ?? []).includes('二是培训不够'),
    );
  });

  it('leaves a text alone that is no report', async () => {
    const { uri } = await open('note.md');
    const { uri: other } = await report();
    await until(
      () => diagnosticsOf(other),
      all => all.length > 0,
    );
    assert.deepEqual(diagnosticsOf(uri), []);
  });

  it('checks plain text that was never saved', async () => {
    const content = '关于民生工作的调研报告\n一、存在的问题\n受访群众*人。\n';
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content });
    await vscode.window.showTextDocument(document);
    await until(
      () => diagnosticsOf(document.uri),
      all => codes(all).includes('placeholder-unfilled'),
    );
  });

  it('opens the sample of the walkthrough as a new document, and checks it', async () => {
    await vscode.commands.executeCommand('policydoc.openSample');
    const { uri, isUntitled } = vscode.window.activeTextEditor!.document;
    assert.equal(isUntitled, true);
    await until(
      () => diagnosticsOf(uri),
      all => codes(all).includes('citation-repealed'),
    );
  });

  it('comes back after a restart', async () => {
    const { uri } = await report();
    await vscode.commands.executeCommand('policydoc.restart');
    await until(
      () => diagnosticsOf(uri),
      all => all.length > 0,
    );
  });

  it('goes on when its server crashes', async function () {
    if (process.platform !== 'linux') this.skip(); // Processes are looked for in /proc.
    const document = await report();
    const before = await until(
      () => diagnosticsOf(document.uri),
      all => codes(all).includes('placeholder-unfilled'),
    );
    const [crashed] = servers();
    process.kill(crashed!, 'SIGKILL');
    await until(
      () => Promise.resolve(servers()),
      all => all.length === 1 && all[0] !== crashed,
    );
    // The findings that stood there say nothing of the new one: those of an edit do.
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, before.find(one => codeOf(one) === 'placeholder-unfilled')!.range, '12');
    await vscode.workspace.applyEdit(edit);
    await until(
      () => diagnosticsOf(document.uri),
      all => all.length === before.length - 1,
    );
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('takes everything back when it is switched off', async () => {
    const { uri } = await report();
    await until(
      () => diagnosticsOf(uri),
      all => all.length > 0,
    );
    const settings = vscode.workspace.getConfiguration('policydoc');
    await settings.update('enable', false, vscode.ConfigurationTarget.Global);
    await until(
      () => diagnosticsOf(uri),
      all => all.length === 0,
    );
    await settings.update('enable', undefined, vscode.ConfigurationTarget.Global);
    await until(
      () => diagnosticsOf(uri),
      all => all.length > 0,
    );
  });
});

/** The language servers that this extension host has started. */
function servers(): number[] {
  const read = (pid: string, file: string): string => {
    try {
      return readFileSync(`/proc/${pid}/${file}`, 'utf8');
    } catch {
      return ''; // Ended while it was looked at.
    }
  };
  return readdirSync('/proc')
    .filter(
      pid =>
        /^\d+$/.test(pid) &&
        read(pid, 'cmdline').includes('server/dist/lsp.cjs') &&
        Number(/^PPid:\s+(\d+)$/m.exec(read(pid, 'status'))?.[1]) === process.pid,
    )
    .map(Number);
}
