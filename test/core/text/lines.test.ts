import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Lines } from '../../../server/src/core/text/lines.js';

describe('Lines', () => {
  const cases: [what: string, text: string, offset: number, place: string][] = [
    ['the empty text', '', 0, '1:1'],
    ['the first character', '甲\n乙', 0, '1:1'],
    ['a line ending belongs to its line', '甲\n乙', 1, '1:2'],
    ['past a line feed', '甲\n乙', 2, '2:1'],
    ['between the two halves of CRLF', '甲\r\n乙', 2, '1:3'],
    ['past CRLF', '甲\r\n乙', 3, '2:1'],
    ['past a lone carriage return', '甲\r乙', 2, '2:1'],
    ['an empty line between two carriage returns', '甲\r\r乙', 2, '2:1'],
    ['a character of two code units counts two', '𠮷甲', 2, '1:3'],
    ['past the end is the end', '甲\n', 99, '2:1'],
    ['before the start is the start', '甲', -1, '1:1'],
  ];
  for (const [what, text, offset, expected] of cases) {
    it(`${what}: ${JSON.stringify(text)} at ${offset} → ${expected}`, () => {
      const { line, column } = new Lines(text).at(offset);
      assert.equal(`${line}:${column}`, expected);
    });
  }

  it('gives the text of each line without its ending', () => {
    const text = '甲\r\n\r乙\n\n丙';
    const lines = new Lines(text);
    const all = Array.from({ length: lines.count }, (_, i) => text.slice(lines.start(i + 1), lines.end(i + 1)));
    assert.deepEqual(all, ['甲', '', '乙', '', '丙']);
  });

  it('takes a place outside the text for the nearest inside', () => {
    const lines = new Lines('甲乙\r\n丙');
    assert.deepEqual(
      [
        [0, 1],
        [1, 9],
        [1, 0],
        [2, 2],
        [2, 9],
        [3, 1],
      ].map(([line, column]) => lines.offset({ line: line!, column: column! })),
      [0, 2, 0, 5, 5, 5],
    );
  });

  it('finds every offset that begins a character of a line again', () => {
    const piece = fc.constantFrom('甲', '𠮷', '\r', '\n', '\r\n', 'a');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), pieces => {
        const lines = new Lines(pieces.join(''));
        for (let line = 1; line <= lines.count; line++) {
          for (let at = lines.start(line); at <= lines.end(line); at++) assert.equal(lines.offset(lines.at(at)), at);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is the same after an edit as of the text that it makes', () => {
    const pieces = fc.array(fc.constantFrom('甲', '\r', '\n', '\r\n', 'a'), { maxLength: 12 }).map(all => all.join(''));
    fc.assert(
      fc.property(pieces, fc.nat(12), fc.nat(4), pieces, (before, from, length, words) => {
        const start = Math.min(from, before.length);
        const end = Math.min(start + length, before.length);
        const text = before.slice(0, start) + words + before.slice(end);
        const edit = { start, newEnd: start + words.length, by: text.length - before.length };
        assert.deepEqual(new Lines(before).edited(text, edit), new Lines(text));
      }),
      { numRuns: 1000 },
    );
  });
});
