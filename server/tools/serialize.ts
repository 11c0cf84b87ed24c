import { crc32 } from 'node:zlib';
import type { RegulationData } from '../src/core/regulations/records.js';

/**
 * The two files of the data folder: valid JSON with one regulation a line; and for the clauses a little-endian 32-bit word
 * each, then a byte each; then the terms, filled up with noughts to whole words; then the CRC-32 of all that stands before it
 * in the one file after the other.
 */
export function serialize(
  data: RegulationData,
  fingerprints: Uint32Array,
  marks: Uint8Array,
  terms: Uint8Array = new Uint8Array(),
): { json: string; bytes: Uint8Array } {
  const { regulations, ...rest } = data;
  const head = JSON.stringify(rest).slice(0, -1);
  const json = `${head},"regulations":[\n${regulations.map(record => JSON.stringify(record)).join(',\n')}\n]}\n`;
  const bytes = new Uint8Array((fingerprints.length + Math.ceil((marks.length + terms.length) / 4) + 1) * 4);
  const view = new DataView(bytes.buffer);
  fingerprints.forEach((hash, i) => view.setUint32(i * 4, hash, true));
  bytes.set(marks, fingerprints.length * 4);
  bytes.set(terms, fingerprints.length * 4 + marks.length);
  const end = bytes.length - 4;
  view.setUint32(end, crc32(bytes.subarray(0, end), crc32(json)), true);
  return { json, bytes };
}
