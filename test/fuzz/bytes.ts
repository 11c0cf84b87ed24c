import fc from 'fast-check';
import JSZip from 'jszip';
import { hostileText } from '../harness/hostile.js';

/** What costs a reader most where it stands many times, or is never closed. */
const SHAPES = [
  '<w:sdt><w:sdtContent>',
  '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
  '<w:p xmlns:a="u" b="c"',
  '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hosts">]>',
  '<!ENTITY a "&b;&b;&b;&b;">',
  '<table><tr><td>第一条 ',
  '<p><b><i><font color=a>',
  '<svg><title><math>',
  '<!-- policydoc-ignore citation-article-absent -- \u200b -->',
  '<!-- policydoc-ignore-next-line citation-article-absent -- 甲 -->',
  '\t\t\t\t\t\t\t\t\u3000\u3000\u3000\u3000',
];

/** One piece of damage: where, as a fraction, and what is done there. */
const damage = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.nat(8), fc.nat(300)),
  bit: fc.nat(7),
  how: fc.constantFrom('flip', 'flip', 'flip', 'cut', 'drop', 'repeat', 'write'),
  words: fc.oneof(
    fc.constantFrom(
      '\0',
      '"',
      "'",
      ',',
      ';',
      '\n',
      '\r',
      '\ufeff',
      '[',
      '{',
      '}',
      ']',
      ':',
      '&a ',
      '*a',
      '? ',
      '- ',
      '!!js/function ',
      '<<: ',
      '---\n',
      '|',
      '<',
      '>',
      '&',
      '&#0;',
      '&#x110000;',
      '</',
      '/>',
      '<!--',
      '<![CDATA[',
      '<!DOCTYPE x [<!ENTITY a "&a;">]>',
      '&a;',
      '-1',
      '0',
      '1e999',
      '99999999999',
      'null',
      'true',
      '__proto__',
      'constructor',
      'XFD1048576',
      '第',
      '条',
      '=',
    ),
    fc.string({ unit: 'binary', maxLength: 4 }),
    fc.constantFrom(...SHAPES),
    hostileText,
  ),
});
type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never;

export const damages = fc.array(damage, { minLength: 1, maxLength: 4 });

/** The bytes after all that was done to them. */
export const damaged = (bytes: Uint8Array, all: readonly Damage[]): Uint8Array => all.reduce(after, bytes);

function after(bytes: Uint8Array, { at: fraction, length, bit, how, words }: Damage): Uint8Array {
  const at = Math.floor(fraction * bytes.length);
  const [before, piece, rest] = [bytes.subarray(0, at), bytes.subarray(at, at + length), bytes.subarray(at + length)];
  switch (how) {
    case 'flip':
      return bytes.map((byte, i) => (i === at ? byte ^ (1 << bit) : byte));
    case 'cut':
      return before;
    case 'drop':
      return Buffer.concat([before, rest]);
    case 'repeat':
      return Buffer.concat([before, ...Array<Uint8Array>(1 + bit * 20).fill(piece), rest]);
    case 'write':
      return Buffer.concat([before, Buffer.from(words), bytes.subarray(at)]);
  }
}

/** A zip whose part, chosen by a fraction, was damaged; the zip itself is sound. */
export async function damagedInside(zip: Uint8Array, part: number, all: readonly Damage[]): Promise<Uint8Array> {
  const book = await JSZip.loadAsync(zip);
  const names = Object.keys(book.files).filter(name => !book.files[name]!.dir);
  const name = names[Math.min(names.length - 1, Math.floor(part * names.length))]!;
  book.file(name, damaged(await book.file(name)!.async('uint8array'), all));
  return book.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}
