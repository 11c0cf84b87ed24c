import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RegulationIndex } from '../core/regulations/index.js';
import type { RegulationData } from '../core/regulations/records.js';

/**
 * The regulation index of a data folder (`regulations.json` and `fingerprints.bin`, as `tools/build-index` writes them).
 * Throws an Error that names the file when one is missing or damaged.
 */
export function loadIndex(folder: string): RegulationIndex {
  const facts = join(folder, 'regulations.json');
  const hashes = join(folder, 'fingerprints.bin');
  const data = parsed(facts, read(facts));
  const fingerprints = words(hashes, read(hashes));
  try {
    return new RegulationIndex(data, fingerprints);
  } catch (error) {
    throw damaged(`${facts}, ${hashes}`, (error as Error).message);
  }
}

function read(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new Error(`无法读取法规索引 ${file} / cannot read the regulation index ${file}: ${(error as Error).message}`);
  }
}

function parsed(file: string, bytes: Buffer): RegulationData {
  let data: RegulationData;
  try {
    data = JSON.parse(bytes.toString('utf8')) as RegulationData;
  } catch (error) {
    throw damaged(file, (error as Error).message);
  }
  if (data?.version !== 1 || !Array.isArray(data.regulations)) throw damaged(file, 'version 1 expected');
  return data;
}

/** Little-endian 32-bit words; a copy only when the buffer is not aligned or the machine is big-endian. */
function words(file: string, bytes: Buffer): Uint32Array {
  if (bytes.length % 4 !== 0) throw damaged(file, `length ${bytes.length} is not a multiple of 4`);
  if (new Uint8Array(Uint16Array.of(1).buffer)[0] !== 1) bytes = Buffer.from(bytes).swap32();
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : Uint8Array.from(bytes);
  return new Uint32Array(aligned.buffer, aligned.byteOffset, bytes.length / 4);
}

const damaged = (file: string, why: string): Error =>
  new Error(`法规索引已损坏：${file} / the regulation index is damaged: ${file} (${why})`);
