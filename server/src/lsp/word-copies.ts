import { msg, type Message } from '../core/message.js';
import { WordError, type WordSource } from '../word/source.js';
import { filesOf, type Host, type Refusal } from './host.js';

/** The Word document that a document is or shows, as it is now: what is written must not be older. */
export async function wordOf(uri: string, host: Host): Promise<WordSource | Refusal> {
  const file = host.fileOf(uri);
  return file === null ? { reason: WORD.noFile } : host.wordOf(file);
}

/** What is written of a Word document is a copy. */
export interface WordCopy {
  readonly word: WordSource;
  /** Writes what is made of it, whole or not at all; or why there is no such copy. */
  write(made: Promise<Uint8Array>): Promise<Refusal | null>;
}

/** A copy, still to be made, of the document at `uri` in the file `target`; or why there can be none. */
export async function copyInto(target: string, uri: string, host: Host): Promise<WordCopy | Refusal> {
  const file = host.fileOf(target);
  if (file === null) return { reason: WORD.noFile };
  const word = await wordOf(uri, host);
  if ('reason' in word) return word;
  if (!file.toLowerCase().endsWith(word.extension)) return { reason: WORD.extension(word.extension) };
  const write: WordCopy['write'] = async made => {
    try {
      return await host.write(file, filesOf([uri], host), await made);
    } catch (error) {
      if (!(error instanceof WordError)) throw error;
      return { reason: error.reason };
    }
  };
  return { word, write };
}

export const WORD = {
  noFile: msg('Word 文稿只能是本机上的文件', 'a Word document must be a file on this machine'),
  extension: (extension: string): Message =>
    msg(`副本须与原文稿同为 ${extension}`, `the copy must end in ${extension}, as the draft does`),
};
