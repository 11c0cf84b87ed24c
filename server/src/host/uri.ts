import { fileURLToPath, pathToFileURL } from 'node:url';

/** The path of a `file:` URI; null for a text that is no file on this machine. */
export function fileOf(uri: string): string | null {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : null;
  } catch {
    return null; // file://host/… on a system without network paths
  }
}

export const uriOf = (file: string): string => pathToFileURL(file).href;
