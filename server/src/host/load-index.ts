import buffer from 'node:buffer';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import zlib from 'node:zlib';
import type { RegulationIndex } from '../core/regulations/regulation-index.js';
import { ANYWHERE, FACTS, FINGERPRINTS, indexOf, type DataFile, type Means } from './index-data.js';

/** An editor may bring a Node that lacks them. */
const NATIVE: Means = {
  crc32: zlib.crc32 ?? ANYWHERE.crc32,
  decode: buffer.transcode ? bytes => buffer.transcode(bytes, 'utf8', 'utf16le').toString('utf16le') : ANYWHERE.decode,
};

/** The regulation index of a data folder. Throws an Error that names the file when one is missing or damaged. */
export const loadIndex = (folder: string): RegulationIndex =>
  indexOf(read(join(folder, FACTS)), read(join(folder, FINGERPRINTS)), NATIVE);

function read(name: string): DataFile {
  try {
    return { name, bytes: readFileSync(name) };
  } catch (error) {
    throw new Error(`无法读取法规索引 ${name} / cannot read the regulation index ${name}: ${(error as Error).message}`);
  }
}
