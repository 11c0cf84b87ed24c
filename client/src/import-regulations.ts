import * as vscode from 'vscode';
import type { ImportRegulationsParams } from '../../server/src/lsp/protocol.js';
import { askOrTell, tell, type Server } from './server.js';
import { inform, type Output } from './shown.js';

/** Has official texts that the user chooses read into the team's folder, and says what came of it. */
export async function importRegulations(server: Server, output: Output): Promise<void> {
  const { workspaceFolders: folders = [] } = vscode.workspace;
  const folder = folders.length > 1 ? await vscode.window.showWorkspaceFolderPick() : folders[0];
  if (folders.length === 0) return void inform(vscode.l10n.t('Open the folder of your reports first.'));
  if (!folder) return;
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Import Texts of Regulations'),
    canSelectMany: true,
    defaultUri: folder.uri,
    filters: { [vscode.l10n.t('Texts of regulations')]: ['docx', 'md', 'markdown', 'txt', 'html', 'htm'] },
  });
  const { client } = server;
  if (!chosen || !client) return;
  const uriOf = (uri: vscode.Uri): string => client.code2ProtocolConverter.asUri(uri);
  const params: ImportRegulationsParams = { sources: chosen.map(uriOf), folder: uriOf(folder.uri) };
  const imported = await askOrTell(server, 'policydoc/importRegulations', params);
  if (imported) await tell(imported, output);
}
