import * as vscode from 'vscode';
import type { CompareParams } from '../../server/src/lsp/protocol.js';
import { activeDocument, askOrTell, folderOf, type Server } from './server.js';
import { inform } from './shown.js';

/** Shows what became of an earlier draft, which the user chooses, in the document before her. */
export async function compareDrafts(server: Server, documents: vscode.DocumentSelector): Promise<void> {
  const active = activeDocument(server, documents);
  if (!active || !server.client) return void inform(vscode.l10n.t('Open a policy report first.'));
  const folder = folderOf(active.uri);
  const [earlier] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Choose the Earlier Draft'),
      ...(folder ? { defaultUri: folder } : {}),
      filters: { [vscode.l10n.t('Drafts')]: ['md', 'markdown', 'txt', 'docx'] },
    })) ?? [];
  if (!earlier) return;
  const params: CompareParams = {
    uri: active.serverUri,
    before: server.client.code2ProtocolConverter.asUri(earlier),
  };
  const compared = await askOrTell(server, 'policydoc/compare', params);
  if (!compared) return;
  const shown = await vscode.workspace.openTextDocument({ language: 'plaintext', content: compared.text });
  await vscode.window.showTextDocument(shown, vscode.ViewColumn.Beside);
}
