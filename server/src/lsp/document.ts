import type { TextDocumentContentChangeEvent } from 'vscode-languageserver/node';
import { Lines } from '../core/text/lines.js';
import { offsetAt } from './positions.js';

/** One version of a text an editor has open. Immutable: an edit makes the next one. */
export interface OpenDocument {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  readonly lines: Lines;
}

/** How `TextDocuments` keeps documents, in place of `vscode-languageserver-textdocument`: we own a line index already. */
export const openDocuments = {
  create: (uri: string, _languageId: string, version: number, text: string): OpenDocument => at(uri, version, text),

  update({ uri, lines, text }: OpenDocument, changes: readonly TextDocumentContentChangeEvent[], version: number): OpenDocument {
    for (const change of changes) {
      if ('range' in change) {
        const [start, end] = [offsetAt(lines, change.range.start), offsetAt(lines, change.range.end)];
        text = text.slice(0, Math.min(start, end)) + change.text + text.slice(Math.max(start, end));
      } else {
        text = change.text;
      }
      // Each change counts its positions in the text the change before it has left.
      lines = new Lines(text);
    }
    return at(uri, version, text);
  },
};

/** The engine takes no byte order mark; as a blank it keeps its place, so that the editor's positions hold. */
function at(uri: string, version: number, source: string): OpenDocument {
  const text = source.replace(/^\uFEFF/, ' ');
  return { uri, version, text, lines: new Lines(text) };
}
