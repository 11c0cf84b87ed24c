import type { Decoded, Encoding } from './decode.js';
import { decode } from './decode.js';

/**
 * The bytes of `text` as the file it came from is written; null where its encoding cannot say the text, or would say
 * more than the text changed: reading the bytes back must give it exactly.
 */
export async function encode(text: string, { encoding, bom }: Pick<Decoded, 'encoding' | 'bom'>): Promise<Uint8Array | null> {
  const bytes = await bytesOf(bom ? `\uFEFF${text}` : text, encoding);
  try {
    const back = decode(bytes);
    return back.text === text && back.encoding === encoding && back.bom === bom ? bytes : null;
  } catch {
    return null;
  }
}

async function bytesOf(text: string, encoding: Encoding): Promise<Uint8Array> {
  switch (encoding) {
    case 'utf-8': return Buffer.from(text, 'utf8');
    case 'utf-16le': return Buffer.from(text, 'utf16le');
    case 'utf-16be': return Buffer.from(text, 'utf16le').swap16();
    case 'gb18030': {
      // Node only reads it.
      const { default: iconv } = await import('iconv-lite');
      return iconv.encode(text, 'gb18030', { addBOM: false });
    }
  }
}
