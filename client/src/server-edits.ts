import * as vscode from 'vscode';
import { activeDocument, applyEdits, ask, rangeOf, type Server } from './server.js';
import { inform, warn } from './shown.js';

/** Writes a paragraph for each problem of the active report that no countermeasure answers, and shows the first. */
export async function writeCountermeasures(server: Server, documents: vscode.DocumentSelector): Promise<void> {
  const first = await apply(
    server,
    documents,
    'policydoc/countermeasures',
    vscode.l10n.t('Every problem listed has a countermeasure.'),
  );
  if (first) vscode.window.activeTextEditor?.revealRange(first, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Writes the active text as it is read: broken lines joined, tables made, invisible characters removed. */
export async function tidyPasted(server: Server, documents: vscode.DocumentSelector): Promise<void> {
  await apply(server, documents, 'policydoc/tidy', vscode.l10n.t('There is nothing to tidy in this text.'));
}

/** Counts every list of the active report anew, in the order in which its items stand; says what points at a number. */
export async function renumber(server: Server, documents: vscode.DocumentSelector): Promise<void> {
  await apply(server, documents, 'policydoc/renumber', vscode.l10n.t('All numbers are in order.'));
}

/** Makes the server's edits of the active report as one, to be undone at once. The range of the first; null when nothing was done. */
async function apply(
  server: Server,
  documents: vscode.DocumentSelector,
  method: 'policydoc/countermeasures' | 'policydoc/tidy' | 'policydoc/renumber',
  nothing: string,
): Promise<vscode.Range | null> {
  const active = activeDocument(server, documents);
  const editor = vscode.window.activeTextEditor;
  if (!active || !editor) return told(inform(vscode.l10n.t('Open a policy report first.')));
  const found = await ask(server, method, { uri: active.serverUri });
  if (!found) return told(warn(vscode.l10n.t('The policy report check is not running')));
  const [first] = found.edits;
  if (!first) return told(inform(nothing));
  // What was worked out for another version would land in the wrong places.
  if (editor.document.version !== found.version) {
    return told(warn(vscode.l10n.t('The document has changed meanwhile; nothing was filled in.')));
  }
  await applyEdits(active.uri, found.edits);
  if ('message' in found && found.message) void inform(found.message);
  return rangeOf(first.range);
}

/** Nobody waits for a message to be closed. */
const told = (_shown: unknown): null => null;
