import type JSZip from 'jszip';

/* What is asked of a zip before it is believed, of a Word document and of a workbook alike. */

/** How many entries the end of a zip counts; null where there is no end. */
export function entriesOf(bytes: Uint8Array): number | null {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 0xffff); at--)
    if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 5 && bytes[at + 3] === 6)
      return bytes[at + 10]! + 256 * bytes[at + 11]!;
  return null;
}

/** What the zip says of an entry: how long it is, packed and unpacked, and whether it is packed at all. */
export function saidOf(entry: JSZip.JSZipObject): { packed: number; unpacked: number; isStored: boolean } {
  const { compressedSize = 0, uncompressedSize = 0, compression } = (entry as unknown as Packed)._data ?? {};
  return { packed: compressedSize, unpacked: uncompressedSize, isStored: compression?.magic === '\0\0' };
}

/**
 * What an entry holds, unpacked piece by piece, for what a file says of its own size may be a lie: `refused` is told the length of each
 * piece and of all so far, and its error ends it.
 */
export function inflated(
  entry: JSZip.JSZipObject,
  refused: (piece: number, all: number) => Error | null,
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const pieces: Uint8Array[] = [];
    let own = 0;
    const stream = (entry as unknown as Streaming).internalStream('uint8array');
    stream
      .on('data', piece => {
        own += piece.length;
        const error = refused(piece.length, own);
        if (error) {
          stream.pause();
          reject(error);
        } else pieces.push(piece);
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
