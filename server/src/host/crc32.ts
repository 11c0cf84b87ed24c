/** CRC-32 of `bytes`, going on from that of the bytes before them: what `node:zlib` has since Node 20.15, where there is none. */
export function crc32(bytes: Uint8Array, before = 0): number {
  made ??= Int32Array.from({ length: 256 }, (_, byte) => {
    for (let bit = 0; bit < 8; bit++) byte = byte & 1 ? (byte >>> 1) ^ 0xedb88320 : byte >>> 1;
    return byte;
  });
  const table = made;
  let crc = ~before;
  for (let i = 0; i < bytes.length; i++) crc = table[(crc ^ bytes[i]!) & 0xff]! ^ (crc >>> 8);
  return ~crc >>> 0;
}

let made: Int32Array | undefined;

/** That of any bytes followed by their own CRC-32, the lowest byte first. */
export const CRC32_OF_WHOLE = 0x2144df1c;
