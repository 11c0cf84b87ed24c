import { crc32 } from 'node:zlib';
import { placesOf } from '../src/core/regulations/from-records.js';
import { packNames } from '../src/core/regulations/packed-names.js';
import type { RegulationData } from '../src/core/regulations/records.js';
import type { IndexHead } from '../src/host/index-data.js';

/**
 * The two files of the data folder: valid JSON with one regulation a line; and, in little-endian 32-bit words, one for each
 * clause; the clauses again, a byte each, then the terms, filled up with noughts to whole words; where each regulation is; the
 * names; then the CRC-32 of all that stands before it in the one file after the other.
 */
export function serialize(
  data: RegulationData,
  fingerprints: Uint32Array,
  marks: Uint8Array,
  terms: Uint8Array = new Uint8Array(),
): { json: string; bytes: Uint8Array } {
  const { regulations, ...rest } = data;
  const sizes: IndexHead = { ...rest, count: regulations.length, clauses: fingerprints.length };
  const lines = [
    `${JSON.stringify(sizes).slice(0, -1)},"regulations":[\n`,
    ...regulations.map((record, i) => `${lineOf(record)}${i < regulations.length - 1 ? ',' : ''}\n`),
    ']}\n',
  ];
  const places = placesOf(regulations);
  let line = 0;
  const words = [
    ...fingerprints,
    ...wordsOf(marks, terms),
    ...regulations.flatMap((_, i) => {
      line += Buffer.byteLength(lines[i]!);
      return [line, places[i]!.clause, places[i]!.term];
    }),
    ...packNames(regulations),
  ];
  const bytes = new Uint8Array(4 * words.length + 4);
  const view = new DataView(bytes.buffer);
  for (const [i, word] of words.entries()) view.setUint32(4 * i, word, true);
  const json = lines.join('');
  view.setUint32(4 * words.length, crc32(bytes.subarray(0, -4), crc32(json)), true);
  return { json, bytes };
}

/** All titles are found without the lines being read. */
function lineOf(record: RegulationData['regulations'][number]): string {
  const line = JSON.stringify(record);
  if (!line.startsWith(`{"title":"${record.title}"`)) throw new Error(`a title that JSON escapes: ${record.title}`);
  return line;
}

function wordsOf(...parts: readonly Uint8Array[]): number[] {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const bytes = new Uint8Array(Math.ceil(length / 4) * 4);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  const view = new DataView(bytes.buffer);
  return Array.from({ length: bytes.length / 4 }, (_, i) => view.getUint32(4 * i, true));
}
