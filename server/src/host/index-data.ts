import { RegulationIndex } from '../core/regulations/index.js';
import type { RegulationData } from '../core/regulations/records.js';

/* The files of the regulation index, as `tools/build-index` writes them, from wherever they were read. */

export const FACTS = 'regulations.json';
export const FINGERPRINTS = 'fingerprints.bin';

export interface DataFile {
  /** As it is to be called when it is damaged. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Throws an Error that names the files when one is damaged. */
export function indexOf(facts: DataFile, hashes: DataFile): RegulationIndex {
  const data = parsed(facts);
  const fingerprints = words(hashes);
  try {
    return new RegulationIndex(data, fingerprints);
  } catch (error) {
    throw damaged(`${facts.name}, ${hashes.name}`, (error as Error).message);
  }
}

function parsed({ name, bytes }: DataFile): RegulationData {
  let data: RegulationData;
  try {
    data = JSON.parse(new TextDecoder().decode(bytes)) as RegulationData;
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
  new Error(`法规索引已损坏：${name} / the regulation index is damaged: ${name} (${why})`);
