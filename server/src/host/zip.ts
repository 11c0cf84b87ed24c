import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';

/** What a zip may hold at most. */
export interface ZipLimits {
  readonly parts: number;
  /** Of all parts together, unpacked. */
  readonly bytes: number;
}

export class TooMuchError extends Error {}

/**
 * The parts of a zip, one after the other, each with what it holds, if that is asked for. Throws a {@link TooMuchError} beyond
 * the limits, and the error of the reader for what is no sound zip: a part that is not as long as the zip says, or two of
 * one name, of which another reader might take the other.
 */
export async function* partsOf(
  bytes: Uint8Array,
  limits: ZipLimits,
): AsyncGenerator<{ readonly entry: Entry; pieces(): AsyncIterable<Buffer> }> {
  const zip: ZipFile = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    lazyEntries: true,
  });
  const names = new Set<string>();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    total += entry.uncompressedSize;
    if (total > limits.bytes || names.size >= limits.parts) throw new TooMuchError();
    if (names.has(entry.fileName)) throw new Error(`two parts are called ${entry.fileName}`);
    names.add(entry.fileName);
    yield {
      entry,
      async *pieces() {
        for await (const piece of await zip.openReadStreamPromise(entry)) yield piece as Buffer;
      },
    };
  }
}
