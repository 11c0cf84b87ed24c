import type { PositionEncodingKind, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { TextEdit } from '../core/syntax/document.js';
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
  /** What made it of the version before; null where that is not known. */
  readonly edit: TextEdit | null;
}

/**
 * How `TextDocuments` keeps documents, in place of `vscode-languageserver-textdocument`: we own a line index already.
 * `encoding` is what positions are counted in, known once the client has introduced itself.
 */
export const openDocuments = (encoding: () => PositionEncodingKind) => ({
  create: (uri: string, languageId: string, version: number, text: string): OpenDocument =>
    documentOf(uri, version, text, encoding(), languageId === 'plaintext' ? 'plaintext' : 'markdown'),

  update(
    { uri, lines, text: of, format }: OpenDocument,
    changes: readonly TextDocumentContentChangeEvent[],
    version: number,
  ): OpenDocument {
    let text = of;
    // What all changes leave alone at the beginning and at the end.
    let [head, tail] = [of.length, of.length];
    for (const change of changes) {
      const { start, end } =
        'range' in change ? spanOf({ lines, encoding: encoding() }, change.range) : { start: 0, end: text.length };
      head = Math.min(head, start);
      tail = Math.min(tail, text.length - end);
      text = text.slice(0, start) + change.text + text.slice(end);
      // Each change counts its positions in the text the change before it has left.
      const newEnd = start + change.text.length;
      lines = lines.edited(text, { start, newEnd, by: newEnd - end });
    }
    const edit = { of, start: head, newEnd: text.length - tail, by: text.length - of.length };
    return documentOf(uri, version, text, encoding(), format, edit, lines);
  },
});

/** The engine takes no byte order mark; as a blank it keeps its place, so that the editor's positions hold. */
export function documentOf(
  uri: string,
  version: number,
  source: string,
  encoding: PositionEncodingKind,
  format: Format = 'markdown',
  edit: TextEdit | null = null,
  lines = new Lines(source),
): OpenDocument {
  const text = source.replace(/^\uFEFF/, ' ');
  // A mark that is a blank now is another character than the edit has left there.
  const isSame = text === source;
  return {
    uri,
    version,
    text,
    lines: isSame ? lines : new Lines(text, lines.starts),
    encoding,
    format,
    edit: isSame ? edit : null,
  };
}
