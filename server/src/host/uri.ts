import { fileURLToPath, pathToFileURL } from 'node:url';

/** The scheme under which an editor shows the text of a Word document, which it cannot open itself. */
const WORD = 'policydoc-word:';
/** Behind the document's own name, so that its text is taken for Markdown. */
const ENDING = '.md';

/** The path of a `file:` URI, or of the Word document a view is of; null for a text that is no file on this machine. */
export function fileOf(uri: string): string | null {
  try {
    if (isWordView(uri)) {
      const rest = uri.slice(WORD.length, -ENDING.length);
      return fileURLToPath(`file:${rest.startsWith('//') ? '' : '//'}${rest}`);
    }
    return uri.startsWith('file:') ? fileURLToPath(uri) : null;
  } catch {
    return null; // file://host/… on a system without network paths
  }
}

export const uriOf = (file: string): string => pathToFileURL(file).href;

/** The URI of the view of a Word document. */
export const wordViewOf = (file: string): string => uriOf(file).replace(/^file:/, WORD) + ENDING;

/** Whether a document is the text of a Word document, which nobody can edit. */
export const isWordView = (uri: string): boolean => uri.startsWith(WORD) && uri.endsWith(ENDING);
