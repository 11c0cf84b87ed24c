import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from './documents.js';

/* A draft and its data sheet in a real VS Code: values behind the blanks, followed when the sheet changes, and put in by the command. */

describe('data sheets in VS Code', () => {
  const at = (name: string): vscode.Uri => vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, name);
  const write = (name: string, text: string): Thenable<void> =>
    vscode.workspace.fs.writeFile(at(name), Buffer.from(text));

  it('shows values, follows the sheet, fills them in and takes them back', async () => {
    await write('数据.csv', '键,值\n干部数,12\n');
    await write('draft.md', '---\npolicydoc: true\ndata: 数据.csv\n---\n共有{{干部数|人}}。\n');
    const document = await vscode.workspace.openTextDocument(at('draft.md'));
    await vscode.window.showTextDocument(document);
    const labels = async (): Promise<unknown[]> =>
      (
        await vscode.commands.executeCommand<vscode.InlayHint[]>(
          'vscode.executeInlayHintProvider',
          document.uri,
          new vscode.Range(0, 0, document.lineCount, 0),
        )
      ).map(({ label }) => label);
    await until(labels, all => all.includes('= 12 人'));
    await write('数据.csv', '键,值\n干部数,15\n');
    await until(labels, all => all.includes('= 15 人'));

    const before = document.getText();
    const filling = vscode.commands.executeCommand('policydoc.fillData');
    // The list of what to fill from takes a moment to come up; its first entry is the front matter's sheets.
    await until(
      async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return document.getText();
      },
      text => text.includes('共有15人。'),
    );
    await filling;
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});
