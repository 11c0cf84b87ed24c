import { regulationOf } from '../core/regulations/from-records.js';
import { RegulationIndex } from '../core/regulations/regulation-index.js';
import type { RegulationData, RegulationRecord } from '../core/regulations/records.js';
import { crc32, CRC32_OF_WHOLE } from './crc32.js';

/*
 * The files of the regulation index, as `tools/build-index` writes them, from wherever they were read. `SOURCES.md` beside them
 * tells what they hold. Nothing but the first line of the one is read before somebody asks for a regulation.
 */

export const FACTS = 'regulations.json';
export const FINGERPRINTS = 'fingerprints.bin';

/** What the first line says, before `"regulations":[`. Absent numbers are 0. */
export interface IndexHead extends Omit<RegulationData, 'regulations'> {
  readonly count?: number;
  readonly clauses?: number;
}

/** Where a regulation is: the first byte of its line, its first clause and its first byte of terms. */
const WORDS_OF_PLACE = 3;

export interface DataFile {
  /** As it is to be called when it is damaged. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The CRC-32 of bytes, going on from that of those before them: a machine may have it at hand. */
export type Crc32 = typeof crc32;

/** Throws an Error that names the files when one is damaged: a single bit would make a wrong verdict. */
export function indexOf(facts: DataFile, hashes: DataFile, crc: Crc32 = crc32): RegulationIndex {
  const names = `${facts.name}, ${hashes.name}`;
  // The second file ends with the checksum of both.
  if (crc(hashes.bytes, crc(facts.bytes)) !== CRC32_OF_WHOLE) throw damaged(names, 'wrong checksum');
  const { count = 0, clauses = 0, terms = 0, ...head } = headOf(facts);
  const all = words(hashes).subarray(0, -1);
  // One word a clause, then one byte a clause, then the terms, filled up to whole words.
  const [marksFrom, termsFrom] = [4 * clauses, 5 * clauses];
  const placesFrom = Math.ceil((termsFrom + terms) / 4);
  const namesFrom = placesFrom + WORDS_OF_PLACE * count;
  if (namesFrom > all.length || (count === 0 && namesFrom < all.length))
    throw damaged(names, `${count} regulations of ${clauses} clauses in ${all.length} words`);
  const own = {
    fingerprints: all.subarray(0, clauses),
    marks: hashes.bytes.subarray(marksFrom, termsFrom),
    terms: hashes.bytes.subarray(termsFrom, termsFrom + terms),
  };
  const places = all.subarray(placesFrom, namesFrom);
  const decoder = new TextDecoder();
  return new RegulationIndex({
    ...head,
    count,
    titles: () => Array.from(decoder.decode(facts.bytes).matchAll(TITLE), ([, title]) => title!),
    make: place => {
      const [line, clause, term] = places.subarray(place * WORDS_OF_PLACE, (place + 1) * WORDS_OF_PLACE);
      const end = facts.bytes.indexOf(LINE_END, line);
      const record = JSON.parse(decoder.decode(facts.bytes.subarray(line, end)).replace(/,$/, '')) as RegulationRecord;
      return regulationOf(record, { clause: clause!, term: term! }, own);
    },
    names: all.subarray(namesFrom),
  });
}

const LINE_END = 0x0a;
const TITLE = /^\{"title":"([^"]*)"/gm;

/** Those of an index that knows no regulation may stand in one line. */
function headOf({ name, bytes }: DataFile): IndexHead {
  const end = bytes.indexOf(LINE_END);
  const line = new TextDecoder().decode(end < 0 ? bytes : bytes.subarray(0, end));
  let head: (IndexHead & Pick<RegulationData, 'regulations'>) | null;
  try {
    head = JSON.parse(end < 0 ? line : `${line}]}`) as typeof head;
  } catch (error) {
    throw damaged(name, (error as Error).message);
  }
  if (head?.version !== 1 || !Array.isArray(head.regulations)) throw damaged(name, 'version 1 expected');
  const { regulations, ...rest } = head;
  const hasLines = end >= 0 && bytes.length > end + 1 + EMPTY.length;
  if (regulations.length > 0 || hasLines !== (rest.count ?? 0) > 0)
    throw damaged(name, 'one regulation a line expected');
  return rest;
}

/** The last line. */
const EMPTY = ']}\n';

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
