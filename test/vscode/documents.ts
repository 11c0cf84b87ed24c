import * as vscode from 'vscode';

/** The documents of the test workspace, and asking until an answer is there. */

export async function open(name: string): Promise<vscode.TextDocument> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder!.uri, name));
  await vscode.window.showTextDocument(document);
  return document;
}

export async function report(): Promise<{ uri: vscode.Uri; text: vscode.TextDocument }> {
  const text = await open('report.md');
  return { uri: text.uri, text };
}

export const diagnosticsOf = (uri: vscode.Uri): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'policydoc');
export const codeOf = ({ code }: vscode.Diagnostic): string => String(typeof code === 'object' ? code.value : code);
export const codes = (all: readonly vscode.Diagnostic[]): string[] => all.map(codeOf);

export async function until<T>(ask: () => T | Thenable<T>, holds: (answer: T) => boolean): Promise<T> {
  for (const limit = Date.now() + 20_000; ; ) {
    const answer = await ask();
    if (holds(answer)) return answer;
    if (Date.now() > limit) throw new Error(`still waiting; the last answer was ${JSON.stringify(answer)}`);
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}
