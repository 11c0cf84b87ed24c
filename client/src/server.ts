import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Range, Requests, TextEdit } from '../../server/src/lsp/protocol.js';
import { inform, warn, type Output } from './shown.js';

/** The language server as views and commands see it: something to ask, that may not be there. */
export interface Server {
  /** Null when no server is running. */
  readonly client: BaseLanguageClient | null;
}

/** Asks the server; null when it is not running, or is going down while it is asked. */
export async function ask<M extends keyof Requests>(
  { client }: Server,
  method: M,
  params: Requests[M][0],
  token?: vscode.CancellationToken,
): Promise<Requests[M][1] | null> {
  if (!client?.isRunning()) return null;
  try {
    return await client.sendRequest<Requests[M][1] | null>(method, params, token);
  } catch (error) {
    if (client.isRunning()) throw error;
    return null;
  }
}

/** Asks the server; what it refuses, and that it is not there, the user is told. */
export async function askOrTell<M extends keyof Requests>(
  server: Server,
  method: M,
  params: Requests[M][0],
): Promise<Requests[M][1] | null> {
  try {
    const answer = await ask(server, method, params);
    if (!answer) void warn(vscode.l10n.t('The policy report check is not running'));
    return answer;
  } catch (error) {
    void warn(error instanceof Error ? error.message : String(error));
    return null;
  }
}

export interface ActiveDocument {
  readonly document: vscode.TextDocument;
  readonly uri: vscode.Uri;
  /** Spelled the way the server knows it. */
  readonly serverUri: string;
}

/** The document before the user; undefined when the server is not concerned with it. */
export function activeDocument({ client }: Server, documents: vscode.DocumentSelector): ActiveDocument | undefined {
  const isOurs = (document: vscode.TextDocument): boolean => vscode.languages.match(documents, document) > 0;
  const { activeTextEditor: active, visibleTextEditors: visible } = vscode.window;
  // With the walkthrough or the settings in front no text is active: then it is the report beside them.
  const { document } = active ?? visible.find(editor => isOurs(editor.document)) ?? {};
  if (!client || !document || !isOurs(document)) return undefined;
  return { document, uri: document.uri, serverUri: client.code2ProtocolConverter.asUri(document.uri) };
}

export const rangeOf = ({ start, end }: Range): vscode.Range =>
  new vscode.Range(start.line, start.character, end.line, end.character);

/** Makes the server's edits of a document as one, to be undone at once. */
export function applyEdits(uri: vscode.Uri, edits: readonly TextEdit[]): Thenable<boolean> {
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    uri,
    edits.map(({ range, newText }) => new vscode.TextEdit(rangeOf(range), newText)),
  );
  return vscode.workspace.applyEdit(edit);
}

/** What a tree's entry does when it is chosen. */
export const showing = (uri: vscode.Uri, range: Range): vscode.Command => ({
  command: 'vscode.open',
  title: vscode.l10n.t('Show'),
  arguments: [uri, { selection: rangeOf(range) } satisfies vscode.TextDocumentShowOptions],
});

/** Where the dialogs open; none for a text that was never saved. */
export const folderOf = (uri: vscode.Uri): vscode.Uri | undefined =>
  uri.scheme === 'file' ? vscode.Uri.joinPath(uri, '..') : vscode.workspace.workspaceFolders?.[0]?.uri;

/** Asks where to save what is made of a document: beside it, under its name with `ending` (`-清单.xlsx`) in place of its own. */
export async function saveTarget(
  uri: vscode.Uri,
  ending: string,
  dialog: Pick<vscode.SaveDialogOptions, 'title' | 'filters'>,
): Promise<vscode.Uri | undefined> {
  const folder = folderOf(uri);
  const name = uri.path
    .split('/')
    .at(-1)!
    .replace(/\.[^.]*$/, '');
  return vscode.window.showSaveDialog({
    ...dialog,
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, `${name}${ending}`) } : {}),
  });
}

/** Says what came of something; what stands against it goes to the output, which the user may open. */
export async function tell(
  { message, problems }: { readonly message: string; readonly problems: readonly string[] },
  output: Output,
): Promise<void> {
  if (problems.length === 0) return void inform(message);
  for (const problem of problems) output.warn(problem);
  const log = vscode.l10n.t('Show output');
  if ((await warn(message, log)) === log) output.show();
}
