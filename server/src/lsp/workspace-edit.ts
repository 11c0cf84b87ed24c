import type { ClientCapabilities, SnippetTextEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Edit } from '../core/text/edit.js';
import type { ActionEdit } from '../features/edits.js';
import type { OpenDocument } from './document.js';
import { rangeOf } from './positions.js';

/**
 * Edits of one version of a document. A client that knows versions applies them to that one only; one that knows
 * snippets selects what is to be typed over.
 */
export function workspaceEdit(
  document: OpenDocument,
  edits: readonly (Edit | ActionEdit)[],
  { workspace }: ClientCapabilities,
): WorkspaceEdit {
  const { uri, version } = document;
  const can = workspace?.workspaceEdit;
  const plain = (edit: Edit): TextEdit => ({ range: rangeOf(document, edit), newText: edit.text });
  if (!can?.documentChanges) return { changes: { [uri]: edits.map(plain) } };
  const rich = (edit: ActionEdit): TextEdit | SnippetTextEdit =>
    edit.blank && can.snippetEditSupport
      ? { range: rangeOf(document, edit), snippet: { kind: 'snippet', value: snippet(edit.text, edit.blank) } }
      : plain(edit);
  return { documentChanges: [{ textDocument: { uri, version }, edits: edits.map(rich) }] };
}

const snippet = (text: string, { start, end }: { readonly start: number; readonly end: number }): string =>
  `${escaped(text.slice(0, start))}\${1:${escaped(text.slice(start, end))}}${escaped(text.slice(end))}`;
const escaped = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
