import { RegulationIndex } from '../core/regulations/regulation-index.js';
import type { RegulationData } from '../core/regulations/records.js';
import { crc32, CRC32_OF_WHOLE } from './crc32.js';

/* The files of the regulation index, as `tools/build-index` writes them, from wherever they were read. */

export const FACTS = 'regulations.json';
export const FINGERPRINTS = 'fingerprints.bin';

export interface DataFile {
  /** As it is to be called when it is damaged. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a machine may do faster than what runs anywhere. */
export interface Means {
  readonly crc32: (bytes: Uint8Array, before?: number) => number;
  /** Of UTF-8. */
  readonly decode: (bytes: Uint8Array) => string;
}

export const ANYWHERE: Means = { crc32, decode: bytes => new TextDecoder().decode(bytes) };

/** Throws an Error that names the files when one is damaged: a single bit would make a wrong verdict. */
export function indexOf(facts: DataFile, hashes: DataFile, { crc32: crc, decode }: Means = ANYWHERE): RegulationIndex {
  // The second file ends with the checksum of both.
  if (crc(hashes.bytes, crc(facts.bytes)) !== CRC32_OF_WHOLE)
    throw damaged(`${facts.name}, ${hashes.name}`, 'wrong checksum');
  const data = parsed(facts, decode);
  // One word a clause, then one byte a clause, then the terms, filled up to whole words.
  const all = words(hashes).subarray(0, -1);
  const terms = data.terms ?? 0;
  const count = Math.max(0, Math.floor((all.length * 4 - terms) / 5));
  const marks = hashes.bytes.subarray(count * 4, count * 5);
  try {
    return new RegulationIndex(
      data,
      all.subarray(0, count),
      marks,
      hashes.bytes.subarray(count * 5, count * 5 + terms),
    );
  } catch (error) {
    throw damaged(`${facts.name}, ${hashes.name}`, (error as Error).message);
  }
}

function parsed({ name, bytes }: DataFile, decode: Means['decode']): RegulationData {
  let data: RegulationData;
  try {
    data = JSON.parse(decode(bytes)) as RegulationData;
  } catch (error) {
    throw damaged(name, (error as Error).message);
  }
  if (data?.version !== 1 || !Array.isArray(data.regulations)) throw damaged(name, 'version 1 expected');
  return data;
}

/** Little-endian 32-bit words; a copy only when the bytes are not aligned or the machine is big-endian. */
function words({ name, bytes }: DataFile): Uint32Array {
  if (bytes.length % 4 !== 0) throw damaged(name, `length ${bytes.length} is not a multiple of 4`);
  if (new Uint8Array(Uint16Array.of(1).buffer)[0] !== 1) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    return Uint32Array.from({ length: bytes.length / 4 }, (_, i) => view.getUint32(4 * i, true));
  }
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : Uint8Array.from(bytes);
  return new Uint32Array(aligned.buffer, aligned.byteOffset, bytes.length / 4);
}

const damaged = (name: string, why: string): Error =>
  new Error(
    `法规索引已损坏，请重新安装 policydoc：${name} / the regulation index is damaged, install policydoc again: ${name} (${why})`,
  );
