import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import zlib from 'node:zlib';
import type { RegulationIndex } from '../core/regulations/regulation-index.js';
import { FACTS, FINGERPRINTS, indexOf, type DataFile } from './index-data.js';

/** The regulation index of a data folder. Throws an Error that names the file when one is missing or damaged. */
export const loadIndex = (folder: string): RegulationIndex =>
  // An editor may bring a Node that lacks its own.
  indexOf(read(join(folder, FACTS)), read(join(folder, FINGERPRINTS)), zlib.crc32);

function read(name: string): DataFile {
  try {
    return { name, bytes: readFileSync(name) };
  } catch (error) {
    throw new Error(`无法读取法规索引 ${name} / cannot read the regulation index ${name}: ${(error as Error).message}`);
  }
}
