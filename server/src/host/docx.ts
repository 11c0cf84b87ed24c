import { inWord } from './drafts.js';

/** The text of a regulation in a Word document, a paragraph a line, with the numbers Word makes. Throws a RefusedError. */
export async function docxText(bytes: Uint8Array): Promise<string> {
  const { readWord } = await import('../word/read.js');
  const { text } = await inWord(readWord(bytes));
  // Footnotes would follow the last article.
  return text
    .replace(/^\[\^\d+\]: .*$/gm, '')
    .replace(/\n{2,}/g, '\n')
    .trimEnd();
}
