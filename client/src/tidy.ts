import * as vscode from 'vscode';
import type { DocumentParams, Tidying, TidyMethod } from '../../server/src/lsp/protocol.js';
import { activeDocument, ask, rangeOf, type Server } from './server.js';
import { inform, warn } from './shown.js';

/** Writes the active text as it is read: broken lines joined, tables made, invisible characters removed. One edit, to be undone at once. */
export async function tidyPasted(server: Server, documents: vscode.DocumentSelector): Promise<void> {
  const active = activeDocument(server, documents);
  const editor = vscode.window.activeTextEditor;
  if (!active || !editor) return void inform(vscode.l10n.t('Open a policy report first.'));
  const params: DocumentParams = { uri: active.serverUri };
  const found = await ask<Tidying>(server, 'policydoc/tidy' satisfies TidyMethod, params);
  if (!found) return void warn(vscode.l10n.t('The policy report check is not running'));
  if (found.edits.length === 0) return void inform(vscode.l10n.t('There is nothing to tidy in this text.'));
  // What was worked out for another version would land in the wrong places.
  if (editor.document.version !== found.version) {
    return void warn(vscode.l10n.t('The document has changed meanwhile; nothing was filled in.'));
  }
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    active.uri,
    found.edits.map(({ range, newText }) => new vscode.TextEdit(rangeOf(range), newText)),
  );
  await vscode.workspace.applyEdit(edit);
}
