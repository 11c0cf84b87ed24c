import * as vscode from 'vscode';

/** Opens the report of the walkthrough as a new document: whatever is tried on it touches no file. */
export async function openSample(extension: vscode.Uri): Promise<void> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'client/walkthrough/示例文稿.md'));
  const document = await vscode.workspace.openTextDocument({
    language: 'markdown',
    content: new TextDecoder().decode(bytes),
  });
  // Beside the walkthrough, which is still to be read.
  await vscode.window.showTextDocument(document, vscode.ViewColumn.Beside);
}
