import assert from 'node:assert/strict';
import fc from 'fast-check';
import { read, readingOf } from '../../../server/src/core/syntax/document.js';
import { folded, INVISIBLE } from '../../../server/src/core/syntax/fold.js';
import { parse } from '../../../server/src/core/syntax/parse.js';
import { OBJECT, Reading, type Change } from '../../../server/src/core/syntax/reading.js';
import { edited, edits, text } from '../../properties/texts.js';

const change = fc
  .record({ start: fc.nat(30), length: fc.integer({ min: 1, max: 6 }), as: fc.constantFrom('', '', '人', OBJECT) })
  .map(({ start, length, as }): Change => ({ start, end: start + length, as }));
const changes = fc.array(change, { maxLength: 8 });
const within = (source: string, all: readonly Change[]): Change[] => all.filter(({ end }) => end <= source.length);
const SOURCE = fc.string({ unit: fc.constantFrom('甲', '乙', '1', ' ', '\n', '𠮷'), maxLength: 30 });

/** The way back, a character at a time: where each stands in the source. */
const places = (reading: { text: string; toSource: Reading['toSource'] }): { start: number; end: number }[] =>
  Array.from({ length: reading.text.length }, (_, i) => reading.toSource({ start: i, end: i + 1 }));

/** Each character is a stretch of the source of its own, behind the one before it; and leads there and back. */
function assertWayBack(reading: Pick<Reading, 'text' | 'toSource' | 'toReading'>, length: number): void {
  let end = 0;
  places(reading).forEach((place, i) => {
    assert.ok(place.start >= end && place.end > place.start && place.end <= length, `character ${i}`);
    end = place.end;
    assert.deepEqual(reading.toReading(place), { start: i, end: i + 1 });
  });
}

describe('a reading', () => {
  it('has a place of its own for each of its characters, in order, and knows it both ways', () => {
    fc.assert(
      fc.property(SOURCE, changes, (source, all) =>
        assertWayBack(Reading.of(source, within(source, all)), source.length),
      ),
    );
  });

  it('is of what was not changed the source itself', () => {
    fc.assert(
      fc.property(SOURCE, changes, (source, all) => {
        const own = within(source, all);
        const reading = Reading.of(source, own);
        places(reading).forEach(({ start, end }, i) => {
          if (!own.some(one => one.start < end && start < one.end)) assert.equal(reading.text[i], source[start]);
        });
      }),
    );
  });

  it('takes a span to all that lies between its ends, what was dropped at its borders not', () => {
    fc.assert(
      fc.property(SOURCE, changes, fc.nat(30), fc.nat(30), (source, all, a, b) => {
        const reading = Reading.of(source, within(source, all));
        const [start, end] = [Math.min(a, b), Math.max(a, b)].map(at => Math.min(at, reading.text.length)) as [
          number,
          number,
        ];
        const place = reading.toSource({ start, end });
        if (start === end) return assert.equal(place.start, place.end);
        const all_ = places(reading);
        assert.deepEqual(place, { start: all_[start]!.start, end: all_[end - 1]!.end });
        return assert.deepEqual(reading.toReading(place), { start, end });
      }),
    );
  });

  it('changed twice is the reading of the first', () => {
    fc.assert(
      fc.property(SOURCE, changes, changes, (source, first, second) => {
        const one = Reading.of(source, within(source, first));
        const own = within(one.text, second);
        const [two, apart] = [one.with(own), Reading.of(one.text, own)];
        assert.equal(two.text, apart.text);
        places(two).forEach((place, i) =>
          assert.deepEqual(place, one.toSource(apart.toSource({ start: i, end: i + 1 }))),
        );
        assertWayBack(two, source.length);
      }),
    );
  });

  it('of nothing is nothing, wherever one asks', () => {
    const nothing = Reading.of('甲乙', [{ start: 0, end: 2, as: '' }]);
    assert.deepEqual(nothing.toSource({ start: 0, end: 0 }), { start: 0, end: 0 });
    assert.deepEqual(nothing.toReading({ start: 0, end: 2 }), { start: 0, end: 0 });
  });
});

describe('of a text', () => {
  /** Escapes, references, code and blanks that their format shows stand for one character; any other is itself, or its fold. */
  const STANDS_FOR =
    /^(?:\\[^]|&[^;\s]+;|\r\n?|[ \u00a0]| *\n[^]*|`[^]*|!\[[^]*|<[^>]*>|(?:https?|www)[^]*|[~`]{3}[^]*)/;

  it('every character is that of its place, or what it is folded to', () => {
    fc.assert(
      fc.property(text, source => {
        const { reading } = parse(source);
        const fold = folded(source);
        places(reading).forEach(({ start, end }, i) => {
          const own = source.slice(start, end);
          if (reading.text[i] !== fold[start] || end > start + 1)
            assert.ok(
              STANDS_FOR.test(own) || [OBJECT, '|', '＿', '\n', ' '].includes(reading.text[i]!),
              JSON.stringify([own, reading.text[i]]),
            );
        });
      }),
      { numRuns: 400 },
    );
  });

  it('what nobody sees is not read', () => {
    fc.assert(
      fc.property(text, source => assert.ok(!parse(source).reading.text.match(INVISIBLE))),
      { numRuns: 200 },
    );
  });

  it('the lines are those of the reading, in order, and none is blank', () => {
    fc.assert(
      fc.property(text, source => {
        const { reading, lines } = parse(source);
        let end = -1;
        for (const line of lines) {
          assert.ok(line.start > end && line.end > line.start);
          end = line.end;
          const words = reading.text.slice(line.start, line.end);
          assert.ok(/[^ ]/.test(words) && !words.includes('\n'));
          assert.ok(line.start === 0 || reading.text[line.start - 1] === '\n');
          assert.ok(line.end === reading.text.length || reading.text[line.end] === '\n');
        }
      }),
      { numRuns: 400 },
    );
  });

  it('the whole is read as its chunks are, from scratch and after edits', () => {
    fc.assert(
      fc.property(text, edits, (first, sequence) => {
        let source = first;
        let document = read(source);
        for (const edit of sequence) {
          source = edited(source, edit);
          document = read(source, document);
          const [own, scratch] = [readingOf(document), readingOf(read(source))];
          assert.equal(own.text, scratch.text);
          assertWayBack(own, source.length);
          assert.deepEqual(places(own), places(scratch));
          assert.equal(own.text, document.chunks.map(({ chunk }) => parse(chunk.text).reading.text).join(''));
        }
      }),
      { numRuns: 60 },
    );
  });
});
