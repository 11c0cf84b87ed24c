import assert from 'node:assert/strict';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { applyEdits } from '../../server/src/core/text/edit.js';
import { decode } from '../../server/src/host/decode.js';
import { assertReads, spliced } from '../../server/src/host/encode.js';
import { utf16, utf8 } from './encoders.js';

const ENCODERS: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'utf-8': utf8,
  'utf-8 with a mark': text => utf8(`\uFEFF${text}`),
  'utf-16le': text => utf16(text, 'le'),
  'utf-16be': text => utf16(text, 'be'),
  gb18030: text => iconv.encode(text, 'gb18030'),
  'gb18030 with a mark': text => Buffer.concat([Buffer.of(0x84, 0x31, 0x95, 0x33), iconv.encode(text, 'gb18030')]),
};

/** One, two, three and four bytes in UTF-8; one, two and four in GB18030; one and two units in UTF-16. */
const words = fc
  .array(fc.constantFrom('党', '员', '人', 'a', '7', '\r\n', '\n', 'é', '〖', '㐀', '𠮷', '😀', '€', '，'), {
    maxLength: 12,
  })
  .map(parts => parts.join(''));

describe('spliced', () => {
  for (const [name, encode] of Object.entries(ENCODERS)) {
    it(`puts words into ${name} and leaves every other byte`, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.tuple(words, words, words), { maxLength: 5 }), words, async (parts, tail) => {
          const head = '关于基层党组织建设情况的调研报告。';
          let text = head;
          const edits = parts.map(([kept, gone, put]) => {
            const start = text.length + kept.length;
            text += kept + gone;
            return { start, end: text.length, text: put };
          });
          text += tail;
          const bytes = encode(text);
          const out = await spliced(bytes, decode(bytes), edits);
          assert.equal(decode(out).text, applyEdits(text, edits));
          assert.deepEqual(Buffer.from(out), Buffer.from(encode(applyEdits(text, edits))));
        }),
        { numRuns: 200 },
      );
    });
  }

  it('keeps bytes that this library would write otherwise', async () => {
    // 0xA8BC and 0xA2E3 are read alike by all and written otherwise by some.
    const bytes = Buffer.concat([
      iconv.encode('关于党员', 'gb18030'),
      Buffer.of(0xa8, 0xbc, 0xa2, 0xe3, 0x81, 0x35, 0xf4, 0x37),
      iconv.encode('*人，情况如下。', 'gb18030'),
    ]);
    const decoded = decode(bytes);
    const at = decoded.text.indexOf('*');
    const out = await spliced(bytes, decoded, [{ start: at, end: at + 1, text: '12' }]);
    assert.deepEqual(Buffer.from(out), Buffer.from(bytes.toString('latin1').replace('*', '12'), 'latin1'));
  });

  it('refuses bytes that would read otherwise', () => {
    assert.throws(() => assertReads(utf8('党员'), '党群'), /cannot be expressed/);
  });
});
