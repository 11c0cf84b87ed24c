import * as vscode from 'vscode';
import type { ListKind, ListsParams } from '../../server/src/lsp/protocol.js';
import { activeDocument, askOrTell, saveTarget, type Server } from './server.js';
import { inform, pick } from './shown.js';

/** Lists what the active report gives: problems, tasks, duties or all three, in a new document or in a file. */
export async function listFromText(server: Server, documents: vscode.DocumentSelector): Promise<void> {
  const active = activeDocument(server, documents);
  if (!active || !server.client) return void inform(vscode.l10n.t('Open a policy report first.'));
  const kinds = await choose<readonly ListKind[]>([
    [vscode.l10n.t('List of problems'), ['problems']],
    [vscode.l10n.t('List of tasks'), ['tasks']],
    [vscode.l10n.t('List of duties'), ['duties']],
    [vscode.l10n.t('All three lists'), ['problems', 'tasks', 'duties']],
  ]);
  const place =
    kinds &&
    (await choose<'document' | 'file'>([
      [vscode.l10n.t('In a new document'), 'document'],
      [vscode.l10n.t('Save as a workbook…'), 'file'],
    ]));
  if (!kinds || !place) return;
  const params: ListsParams = { uri: active.serverUri, kinds };
  if (place === 'document') {
    const made = await askOrTell(server, 'policydoc/lists', params);
    if (!made) return;
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: made.markdown });
    await vscode.window.showTextDocument(document, vscode.ViewColumn.Beside);
    return;
  }
  const target = await saveTarget(active.uri, `-${vscode.l10n.t('lists')}.xlsx`, {
    title: vscode.l10n.t('Lists from the Text'),
    filters: { Excel: ['xlsx'], CSV: ['csv'], Markdown: ['md'] },
  });
  if (!target || !server.client) return;
  const saved = await askOrTell(server, 'policydoc/saveLists', {
    ...params,
    target: server.client.code2ProtocolConverter.asUri(target),
  });
  if (saved) void inform(saved.message);
}

async function choose<T>(offers: readonly (readonly [label: string, value: T])[]): Promise<T | undefined> {
  const items = offers.map(([label]) => ({ label }));
  const chosen = await pick(items);
  return chosen && offers[items.indexOf(chosen as (typeof items)[number])]?.[1];
}
