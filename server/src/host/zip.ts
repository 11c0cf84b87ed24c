import JSZip from 'jszip';
import { entriesOf, inflated, saidOf } from '../word/zip.js';

/** What a zip may hold at most. */
export interface ZipLimits {
  readonly parts: number;
  /** Of all parts together, unpacked. */
  readonly bytes: number;
}

export class TooMuchError extends Error {}

export interface ZipPart {
  readonly name: string;
  /** As the zip declares them. */
  readonly packed: number;
  readonly unpacked: number;
  readonly isStored: boolean;
  /** What it holds, unpacked; throws where that is not as long as the zip says. */
  bytes(): Promise<Uint8Array>;
}

/**
 * The parts of a zip. Throws a {@link TooMuchError} beyond the limits, and the error of the reader for what is no sound zip:
 * one with other entries than its end counts, or two of one name, of which another reader might take the other.
 */
export async function partsOf(zip: Uint8Array, limits: ZipLimits): Promise<ZipPart[]> {
  const entries = entriesOf(zip);
  if (entries === null) throw new Error('it has no end');
  if (entries > limits.parts) throw new TooMuchError();
  const { files } = await JSZip.loadAsync(zip, { createFolders: false });
  const parts = Object.values(files);
  if (parts.length !== entries) throw new Error('parts of one name');
  const read = parts.map((entry): ZipPart => {
    const { packed, unpacked, isStored } = saidOf(entry);
    return {
      name: entry.name,
      packed,
      unpacked,
      isStored: entry.dir || isStored,
      bytes: () => inflated(entry, (_, all) => (all > unpacked ? new TooMuchError() : null)),
    };
  });
  if (read.reduce((sum, { unpacked }) => sum + unpacked, 0) > limits.bytes) throw new TooMuchError();
  return read;
}
