import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { report, until } from './documents.js';

/*
 * Commands that ask where, in a real VS Code: its own dialog takes what it proposes when it is accepted, for lack of a hand
 * to choose otherwise.
 */

describe('dialogs in VS Code', () => {
  const at = (name: string): vscode.Uri => vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, name);
  const textOf = (name: string): Promise<string> =>
    Promise.resolve(vscode.workspace.fs.readFile(at(name))).then(
      bytes => Buffer.from(bytes).toString('utf8'),
      () => '',
    );
  const accept = (): Thenable<unknown> =>
    vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  // The desktop's own dialogs take no command.
  before(() =>
    vscode.workspace.getConfiguration('files').update('simpleDialog.enable', true, vscode.ConfigurationTarget.Global),
  );
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('exports the blanks where the user says', async () => {
    await report();
    const exporting = vscode.commands.executeCommand('policydoc.exportData');
    await until(
      async () => {
        await accept();
        return textOf('report-数据.xlsx');
      },
      text => text.startsWith('PK'),
    );
    await exporting;
  });

  it('shows the review sheet, made anew on request, and saves it', async () => {
    const { text } = await report();
    await vscode.commands.executeCommand('policydoc.review');
    const sheets = (): vscode.Tab[] =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .filter(({ input }) => input instanceof vscode.TabInputWebview);
    const [sheet] = await until(sheets, all => all.length > 0);
    assert.match(sheet!.label, /^(?:审核单：|Review sheet: )关于机关党务干部队伍建设的调研报告$/);
    await vscode.window.showTextDocument(text);
    await vscode.commands.executeCommand('policydoc.review');
    assert.equal(sheets().length, 1);
    const saving = vscode.commands.executeCommand('policydoc.saveReview');
    const html = await until(
      async () => {
        await accept();
        return textOf('report-审核单.html');
      },
      all => all !== '',
    );
    await saving;
    assert.match(html, /^<!doctype html>[^]*<meta http-equiv="Content-Security-Policy" content="default-src 'none'/);
    assert.match(html, /第九十九条/);
  });
});
