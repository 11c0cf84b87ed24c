import * as vscode from 'vscode';
import type { ExportDataParams, FillDataParams } from '../../server/src/lsp/protocol.js';
import {
  activeDocument,
  applyEdits,
  askOrTell,
  folderOf,
  saveTarget,
  tell,
  type ActiveDocument,
  type Server,
} from './server.js';
import { inform, pick, warn, type Output } from './shown.js';
import { documentOf, endingOf, offerInWord } from './word.js';

/** Writes the blanks of the active document into a data sheet, where the user says. */
export async function exportData(server: Server, documents: vscode.DocumentSelector): Promise<void> {
  const active = activeDocument(server, documents);
  if (!active || !server.client) return void inform(vscode.l10n.t('Open a policy report first.'));
  const target = await saveTarget(active.uri, `-${vscode.l10n.t('data')}.xlsx`, {
    title: vscode.l10n.t('Export the Blanks as a Data Sheet'),
    filters: { Excel: ['xlsx'], CSV: ['csv'], YAML: ['yaml', 'yml'], JSON: ['json'] },
  });
  if (!target) return;
  const params: ExportDataParams = {
    uri: active.serverUri,
    target: server.client.code2ProtocolConverter.asUri(target),
  };
  const made = await askOrTell(server, 'policydoc/exportData', params);
  if (made) void inform(made.message);
}

/**
 * Puts the values of data sheets into the active document; undo takes them out again. The view of a Word document nobody can edit: there
 * it is a copy, where the user says, that is filled in.
 */
export async function fillData(server: Server, documents: vscode.DocumentSelector, output: Output): Promise<void> {
  const active = activeDocument(server, documents);
  if (!active) return void inform(vscode.l10n.t('Open a policy report first.'));
  const sheets = await sheetsFor(server, active);
  if (!sheets || !server.client) return;
  const word = documentOf(active.uri);
  const copy =
    word &&
    (await saveTarget(word, `-${vscode.l10n.t('filled in')}.${endingOf(word)}`, {
      title: vscode.l10n.t('Save the Filled-In Copy'),
      filters: { Word: [endingOf(word)] },
    }));
  if (word && !copy) return;
  const target = copy && server.client.code2ProtocolConverter.asUri(copy);
  const params: FillDataParams = { uri: active.serverUri, sheets, ...(target === undefined ? {} : { target }) };
  const filled = await askOrTell(server, 'policydoc/fillData', params);
  if (!filled) return;
  if (filled.problems.length > 0) return tell(filled, output);
  const said = [filled.message, ...filled.notes].join(' ');
  if (copy) return offerInWord(copy, said);
  // What was worked out for another version would land in the wrong places.
  if (active.document.version !== filled.version) {
    return void warn(vscode.l10n.t('The document has changed meanwhile; nothing was filled in.'));
  }
  if (filled.edits.length === 0 || (await applyEdits(active.uri, filled.edits))) void inform(said);
}

/**
 * The sheets to use besides those of the front matter, as the server spells them; undefined when the user thinks better
 * of it.
 */
async function sheetsFor(server: Server, { uri, serverUri }: ActiveDocument): Promise<string[] | undefined> {
  const named = await askOrTell(server, 'policydoc/dataSheets', { uri: serverUri });
  if (!named) return undefined;
  if (named.names.length > 0) {
    const own = { label: vscode.l10n.t('The data sheets of the front matter'), description: named.names.join(', ') };
    const more = { label: vscode.l10n.t('Choose further data sheets…') };
    const choice = await pick([own, more]);
    if (choice !== more) return choice && [];
  }
  const folder = folderOf(documentOf(uri) ?? uri);
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Fill In the Blanks from a Data Sheet'),
    canSelectMany: true,
    ...(folder ? { defaultUri: folder } : {}),
    filters: { [vscode.l10n.t('Data sheets')]: ['xlsx', 'csv', 'yaml', 'yml', 'json'] },
  });
  return chosen?.map(sheet => server.client?.code2ProtocolConverter.asUri(sheet) ?? sheet.toString());
}
