import type { Edit } from '../core/text/edit.js';
import { decode, RefusedError, type Decoded, type Encoding } from './decode.js';
import { REFUSALS } from './texts.js';

/**
 * The bytes of `text` as the file it came from is written; null where its encoding cannot say the text, or would say
 * more than the text changed: reading the bytes back must give it exactly.
 */
export async function encode(
  text: string,
  { encoding, bom }: Pick<Decoded, 'encoding' | 'bom'>,
): Promise<Uint8Array | null> {
  const bytes = (await encoderOf(encoding))(bom ? `\uFEFF${text}` : text);
  try {
    const back = decode(bytes);
    return back.text === text && back.encoding === encoding && back.bom === bom ? bytes : null;
  } catch {
    return null;
  }
}

/**
 * The bytes of a text after `edits`. Only the words put in are encoded; every other byte is the one that was there, so a file
 * stays as it was down to its byte order mark, its line ends and its choice among equal encodings of a character.
 */
export async function spliced(
  bytes: Uint8Array,
  { text, encoding, bom }: Decoded,
  edits: readonly Edit[],
): Promise<Uint8Array> {
  const offsets = byteOffsets(
    bytes,
    text,
    encoding,
    bom,
    edits.flatMap(({ start, end }) => [start, end]),
  );
  const encode = await encoderOf(encoding);
  const pieces: Uint8Array[] = [];
  let at = 0;
  edits.forEach(({ text: words }, i) => {
    pieces.push(bytes.subarray(at, offsets[2 * i]!), encode(words));
    at = offsets[2 * i + 1]!;
  });
  pieces.push(bytes.subarray(at));
  return Buffer.concat(pieces);
}

/** Throws a RefusedError when the bytes would not be read again as `text`: no file is written that says something else. */
export function assertReads(bytes: Uint8Array, text: string): void {
  if (decode(bytes).text !== text) throw new RefusedError(REFUSALS.notEncodable);
}

async function encoderOf(encoding: Encoding): Promise<(words: string) => Uint8Array> {
  if (encoding === 'utf-8') return words => Buffer.from(words, 'utf8');
  if (encoding === 'utf-16le') return words => Buffer.from(words, 'utf16le');
  if (encoding === 'utf-16be') return words => Buffer.from(words, 'utf16le').swap16();
  // Node decodes GB18030 and does not encode it.
  const { default: iconv } = await import('iconv-lite');
  return words => iconv.encode(words, 'gb18030', { addBOM: false });
}

/** Where the characters at `wanted`, ascending offsets in the text, begin in the bytes. */
function byteOffsets(
  bytes: Uint8Array,
  text: string,
  encoding: Encoding,
  bom: boolean,
  wanted: readonly number[],
): number[] {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return wanted.map(offset => 2 * (offset + (bom ? 1 : 0)));
  let at = bom ? (encoding === 'utf-8' ? 3 : 4) : 0;
  let unit = 0;
  return wanted.map(offset => {
    for (; unit < offset; unit += text.codePointAt(unit)! > 0xffff ? 2 : 1)
      at += encoding === 'utf-8' ? utf8Length(text.codePointAt(unit)!) : gbLength(bytes, at);
    return at;
  });
}

const utf8Length = (code: number): number => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);

/** A byte below 0x81 stands for itself; the second byte tells two from four. */
const gbLength = (bytes: Uint8Array, at: number): number => (bytes[at]! <= 0x80 ? 1 : bytes[at + 1]! <= 0x39 ? 4 : 2);
