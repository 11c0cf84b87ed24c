import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A shown file name as a URI, relative where the name is. */
export const uriOf = (file: string): string =>
  isAbsolute(file)
    ? pathToFileURL(file).href
    : file
        .replace(/\p{Cs}/gu, '\ufffd')
        .split('/')
        .map(encodeURIComponent)
        .join('/');
