import * as vscode from 'vscode';
import { activeDocument, askOrTell, type Server } from './server.js';
import { inform } from './shown.js';

/** How the active document was read, beside it and never saved: what a report of a false alarm needs. */
export async function showUnderstanding(server: Server, documents: vscode.DocumentSelector): Promise<void> {
  const active = activeDocument(server, documents);
  if (!active) return void inform(vscode.l10n.t('Open a policy report first.'));
  const made = await askOrTell(server, 'policydoc/understanding', { uri: active.serverUri });
  if (!made) return;
  const shown = await vscode.workspace.openTextDocument({ content: made.text });
  await vscode.window.showTextDocument(shown, { viewColumn: vscode.ViewColumn.Beside, preview: true });
}
