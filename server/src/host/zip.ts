import JSZip from 'jszip';

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
    const { compressedSize = 0, uncompressedSize = 0, compression } = (entry as unknown as Packed)._data ?? {};
    return {
      name: entry.name,
      packed: compressedSize,
      unpacked: uncompressedSize,
      isStored: entry.dir || compression?.magic === '\0\0',
      bytes: () => inflated(entry, uncompressedSize),
    };
  });
  if (read.reduce((sum, { unpacked }) => sum + unpacked, 0) > limits.bytes) throw new TooMuchError();
  return read;
}

/** Counts while it unpacks: what a file says of its own size may be a lie. */
function inflated(entry: JSZip.JSZipObject, most: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const pieces: Uint8Array[] = [];
    let own = 0;
    const stream = (entry as unknown as Streaming).internalStream('uint8array');
    stream
      .on('data', piece => {
        own += piece.length;
        if (own > most) {
          stream.pause();
          reject(new TooMuchError());
        } else {
          pieces.push(piece);
        }
      })
      .on('error', reject)
      .on('end', () => {
        const all = new Uint8Array(own);
        let at = 0;
        for (const piece of pieces) {
          all.set(piece, at);
          at += piece.length;
        }
        resolve(all);
      })
      .resume();
  });
}

/** How many entries the end of a zip counts; null where there is no end. */
function entriesOf(bytes: Uint8Array): number | null {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 0xffff); at--)
    if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 5 && bytes[at + 3] === 6)
      return bytes[at + 10]! + 256 * bytes[at + 11]!;
  return null;
}

/** What of JSZip its types do not tell. */
interface Packed {
  readonly _data?: {
    readonly compressedSize?: number;
    readonly uncompressedSize?: number;
    readonly compression?: { readonly magic?: string };
  };
}
interface Stream {
  on(event: 'data', heard: (piece: Uint8Array) => void): Stream;
  on(event: 'error', heard: (error: Error) => void): Stream;
  on(event: 'end', heard: () => void): Stream;
  pause(): Stream;
  resume(): Stream;
}
interface Streaming {
  internalStream(type: 'uint8array'): Stream;
}
