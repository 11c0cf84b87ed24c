/** Encodings that Node can only read: what a byte pair means is asked of the decoder, and turned round. */
export function encode(encoding: string, text: string): Uint8Array {
  const bytesOf = tableOf(encoding);
  return Uint8Array.from(
    [...text].flatMap(character => {
      if (character < '\x80') return [character.charCodeAt(0)];
      const bytes = bytesOf.get(character);
      if (!bytes) throw new Error(`${character} is not in ${encoding}`);
      return bytes;
    }),
  );
}

const tables = new Map<string, Map<string, number[]>>();

function tableOf(encoding: string): Map<string, number[]> {
  const known = tables.get(encoding);
  if (known) return known;
  const table = new Map<string, number[]>();
  const decoder = new TextDecoder(encoding);
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1 && character !== '\uFFFD') table.set(character, [lead, trail]);
    }
  }
  tables.set(encoding, table);
  return table;
}

export function utf16(text: string, order: 'le' | 'be'): Uint8Array {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

export const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');
