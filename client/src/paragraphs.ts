import * as vscode from 'vscode';
import type { ParagraphsParams } from '../../server/src/lsp/protocol.js';
import { activeDocument, askOrTell, rangeOf, type Server } from './server.js';
import { inform, pick, warn } from './shown.js';

/** Puts a paragraph of a report in where the cursor is: the list for who does not know what to type. */
export async function insertParagraph(server: Server, documents: vscode.DocumentSelector): Promise<void> {
  const active = activeDocument(server, documents);
  const editor = vscode.window.activeTextEditor;
  const { client } = server;
  if (!active || !client || editor?.document !== active.document)
    return void inform(vscode.l10n.t('Open a Markdown or plain-text document first.'));
  const params: ParagraphsParams = {
    uri: active.serverUri,
    position: client.code2ProtocolConverter.asPosition(editor.selection.active),
  };
  const found = await askOrTell(server, 'policydoc/paragraphs', params);
  if (!found) return;
  const offered = found.paragraphs.map(it => ({ label: it.name, description: it.detail, paragraph: it }));
  const chosen = await pick(offered);
  const paragraph = offered.find(it => it === chosen)?.paragraph;
  if (!paragraph) return;
  if (editor.document.version !== found.version)
    return void warn(vscode.l10n.t('The document has changed meanwhile; nothing was filled in.'));
  const edit = new vscode.WorkspaceEdit();
  edit.set(active.uri, [
    new vscode.SnippetTextEdit(rangeOf(paragraph.range), new vscode.SnippetString(paragraph.insert)),
    ...paragraph.also.map(({ range, newText }) => new vscode.TextEdit(rangeOf(range), newText)),
  ]);
  await vscode.workspace.applyEdit(edit);
}
