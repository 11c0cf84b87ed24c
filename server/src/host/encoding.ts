/** How a file is written, so that it can be written back the same way. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';
