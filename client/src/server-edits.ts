import * as vscode from 'vscode';
import type {
  CountermeasuresMethod,
  DocumentParams,
  Range,
  RenumberMethod,
  TidyMethod,
} from '../../server/src/lsp/protocol.js';
import { activeDocument, ask, rangeOf, type Server } from './server.js';
import { inform, warn } from './shown.js';

interface Answer {
  /** The version of the document that the edits are for. */
  readonly version: number;
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
  /** What else is to be known of it. */
  readonly message?: string | null;
}

/** Writes a paragraph for each problem of the active report that no countermeasure answers, and shows the first. */
export async function writeCountermeasures(server: Server, documents: vscode.DocumentSelector): Promise<void> {
  const method: CountermeasuresMethod = 'policydoc/countermeasures';
  const first = await apply(server, documents, method, vscode.l10n.t('Every problem listed has a countermeasure.'));
  if (first) vscode.window.activeTextEditor?.revealRange(first, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Writes the active text as it is read: broken lines joined, tables made, invisible characters removed. */
export async function tidyPasted(server: Server, documents: vscode.DocumentSelector): Promise<void> {
  const method: TidyMethod = 'policydoc/tidy';
  await apply(server, documents, method, vscode.l10n.t('There is nothing to tidy in this text.'));
}

/** Counts every list of the active report anew, in the order in which its items stand; says what points at a number. */
export async function renumber(server: Server, documents: vscode.DocumentSelector): Promise<void> {
  const method: RenumberMethod = 'policydoc/renumber';
  await apply(server, documents, method, vscode.l10n.t('All numbers are in order.'));
}

/** Makes the server's edits of the active report as one, to be undone at once. The range of the first; null when nothing was done. */
async function apply(
  server: Server,
  documents: vscode.DocumentSelector,
  method: CountermeasuresMethod | TidyMethod | RenumberMethod,
  nothing: string,
): Promise<vscode.Range | null> {
  const active = activeDocument(server, documents);
  const editor = vscode.window.activeTextEditor;
  if (!active || !editor) return told(inform(vscode.l10n.t('Open a policy report first.')));
  const params: DocumentParams = { uri: active.serverUri };
  const found = await ask<Answer>(server, method, params);
  if (!found) return told(warn(vscode.l10n.t('The policy report check is not running')));
  const [first] = found.edits;
  if (!first) return told(inform(nothing));
  // What was worked out for another version would land in the wrong places.
  if (editor.document.version !== found.version) {
    return told(warn(vscode.l10n.t('The document has changed meanwhile; nothing was filled in.')));
  }
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    active.uri,
    found.edits.map(({ range, newText }) => new vscode.TextEdit(rangeOf(range), newText)),
  );
  await vscode.workspace.applyEdit(edit);
  if (found.message) void inform(found.message);
  return rangeOf(first.range);
}

/** Nobody waits for a message to be closed. */
const told = (_shown: unknown): null => null;
