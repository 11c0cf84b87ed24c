import * as vscode from 'vscode';
import type { DocumentParams, SettingsFile, SettingsParams, Status } from '../../server/src/lsp/protocol.js';
import { activeDocument, ask, askOrTell, type Server } from './server.js';
import { inform, pick } from './shown.js';

/** Has a document checked whatever it looks like, until it is closed; one chosen in the explorer is opened. */
export async function checkDocument(
  server: Server,
  documents: vscode.DocumentSelector,
  chosen?: vscode.Uri,
): Promise<void> {
  if (chosen) await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(chosen), { preview: false });
  const active = activeDocument(server, documents);
  if (!active) return void inform(vscode.l10n.t('Open a Markdown or plain-text document first.'));
  const params: DocumentParams = { uri: active.serverUri };
  await ask(server, 'policydoc/checkDocument', params);
}

/** What can be done about a document that is not checked. */
export async function offerCheck(
  server: Server,
  documents: vscode.DocumentSelector,
  news: Status | undefined,
): Promise<void> {
  if (!news || news.isChecked) return;
  if (news.why === 'off') return openSettings();
  const check = { label: vscode.l10n.t('Check this document'), description: vscode.l10n.t('until it is closed') };
  const mark = { label: vscode.l10n.t('Write policydoc: true at its head'), description: vscode.l10n.t('for good') };
  const settings = { label: vscode.l10n.t('Open the settings file of the folder') };
  const isMarkdown = vscode.window.activeTextEditor?.document.languageId === 'markdown';
  const choice = await pick(news.why === 'ignored' ? [settings] : [check, ...(isMarkdown ? [mark] : []), settings]);
  if (choice === check) await checkDocument(server, documents);
  else if (choice === mark) await markAsReport();
  else if (choice === settings) await openConfig(server, documents);
}

/** Says at the head of the document before the user that it is a report. */
export async function markAsReport(): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  const { document } = editor;
  const text = document.getText();
  const head = /^\uFEFF?---[ \t]*\r?\n([^]*?)^---[ \t]*$/m.exec(text);
  const edit = new vscode.WorkspaceEdit();
  const stated = head && /^policydoc[ \t]*:.*$/m.exec(head[0]);
  if (stated) {
    const start = document.positionAt(stated.index);
    edit.replace(document.uri, new vscode.Range(start, start.translate(0, stated[0].length)), 'policydoc: true');
  } else if (head?.index === 0) edit.insert(document.uri, new vscode.Position(1, 0), 'policydoc: true\n');
  else edit.insert(document.uri, new vscode.Position(0, 0), '---\npolicydoc: true\n---\n\n');
  await vscode.workspace.applyEdit(edit);
}

/** Opens the settings file that holds for the document before the user; a new one where there is none. */
export async function openConfig(server: Server, documents: vscode.DocumentSelector): Promise<void> {
  const uri = uriHere(server, documents);
  if (uri === undefined) return void inform(vscode.l10n.t('Open the folder of your reports first.'));
  const found = await settingsFile(server, { uri });
  if (found) await show(found.file);
}

/** Switches a rule off for the folder, and says where it stands. */
export async function disableRule(server: Server, uri: string, rule: string): Promise<void> {
  const written = await settingsFile(server, { uri, set: { rule, severity: 'off' } });
  if (!written) return;
  const open = vscode.l10n.t('Open');
  if ((await inform(written.message, open)) === open) await show(written.file);
}

export const openSettings = async (): Promise<void> => {
  await vscode.commands.executeCommand('workbench.action.openSettings', 'policydoc');
};

const settingsFile = (server: Server, params: SettingsParams): Promise<SettingsFile | null> =>
  askOrTell(server, 'policydoc/settings', params);

const show = async (file: string): Promise<void> => {
  await vscode.window.showTextDocument(vscode.Uri.parse(file), { preview: false });
};

/** What the settings are looked for by: the document, else the folder of the workspace. */
function uriHere({ client }: Server, documents: vscode.DocumentSelector): string | undefined {
  const active = client && activeDocument({ client }, documents);
  if (active?.uri.scheme === 'file') return active.serverUri;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return folder && client?.code2ProtocolConverter.asUri(vscode.Uri.joinPath(folder, 'policydoc.config.json'));
}
