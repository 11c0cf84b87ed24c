import type { PositionEncodingKind, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { Lines } from '../core/text/lines.js';
import type { Format } from '../features/writing-style.js';
import { spanOf, type Encoded } from './positions.js';

/** One version of a text an editor has open. Immutable: an edit makes the next one. */
export interface OpenDocument extends Encoded {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  /** What the editor calls its language: plain text has other habits. */
  readonly format: Format;
}

/**
 * How `TextDocuments` keeps documents, in place of `vscode-languageserver-textdocument`: we own a line index already.
 * `encoding` is what positions are counted in, known once the client has introduced itself.
 */
export const openDocuments = (encoding: () => PositionEncodingKind) => ({
  create: (uri: string, languageId: string, version: number, text: string): OpenDocument =>
    documentOf(uri, version, text, encoding(), languageId === 'plaintext' ? 'plaintext' : 'markdown'),

  update(
    { uri, lines, text, format }: OpenDocument,
    changes: readonly TextDocumentContentChangeEvent[],
    version: number,
  ): OpenDocument {
    for (const change of changes) {
      if ('range' in change) {
        const { start, end } = spanOf({ lines, encoding: encoding() }, change.range);
        text = text.slice(0, start) + change.text + text.slice(end);
      } else {
        text = change.text;
      }
      // Each change counts its positions in the text the change before it has left.
      lines = new Lines(text);
    }
    return documentOf(uri, version, text, encoding(), format);
  },
});

/** The engine takes no byte order mark; as a blank it keeps its place, so that the editor's positions hold. */
export function documentOf(
  uri: string,
  version: number,
  source: string,
  encoding: PositionEncodingKind,
  format: Format = 'markdown',
): OpenDocument {
  const text = source.replace(/^\uFEFF/, ' ');
  return { uri, version, text, lines: new Lines(text), encoding, format };
}
