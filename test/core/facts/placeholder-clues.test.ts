import assert from 'node:assert/strict';
import { bracketsIn } from '../../../server/src/core/facts/placeholders/brackets.js';
import * as brackets from '../../../server/src/core/facts/placeholders/bracket-clues.js';
import { deciding, type Clue } from '../../../server/src/core/facts/placeholders/clue.js';
import { rawPlaceholdersIn } from '../../../server/src/core/facts/placeholders.js';
import { Gap, KINDS } from '../../../server/src/core/facts/placeholders/kind.js';
import { LineTraits, Mark } from '../../../server/src/core/facts/placeholders/mark.js';
import { FAMILIES, runsOf } from '../../../server/src/core/facts/placeholders/markers.js';
import { PHRASES, placesOf } from '../../../server/src/core/facts/placeholders/words.js';
import { GENRE } from '../../../server/src/core/lexicon/lexicon.js';
import { readingOf, read } from '../../../server/src/core/syntax/document.js';

/** What stands between ⟦ and ⟧, in the reading of the text without them: what a recogniser is given. */
function marked(example: string): { readonly line: LineTraits; readonly start: number; readonly end: number } {
  const [before, site, after] = example.replace('⏎', '\n').split(/[⟦⟧]/);
  assert.ok(after !== undefined, `${example}: one ⟦ and one ⟧`);
  const reading = readingOf(read(`${before}${site}${after}`));
  const { start, end } = reading.toReading({ start: before!.length, end: before!.length + site!.length });
  const from = reading.text.lastIndexOf('\n', start - 1) + 1;
  const above = from > 0 ? reading.text.slice(0, from - 1) : undefined;
  return { line: new LineTraits(reading.text.slice(from), GENRE, above), start: start - from, end: end - from };
}

/** Each example is decided by the clue it stands beside, and every clue has one. */
function eachDecides<Site>(
  clues: readonly Clue<Site, unknown>[],
  siteOf: (line: LineTraits, start: number, end: number) => Site | undefined,
): void {
  assert.equal(new Set(clues.map(clue => clue.name)).size, clues.length, 'names differ');
  for (const clue of clues) {
    it(`${clue.name}: ${clue.examples.join('  ')}`, () => {
      assert.ok(clue.examples.length > 0);
      for (const example of clue.examples) {
        const { line, start, end } = marked(example);
        const site = siteOf(line, start, end);
        assert.ok(site !== undefined, `${example}: there is nothing to judge`);
        assert.equal(deciding(clues, site).name, clue.name, example);
      }
    });
  }
}

describe('clues of placeholders: each example is decided by its own', () => {
  for (const family of FAMILIES) {
    const { form, chars, clues } = family;
    describe(`${form} ${chars}`, () => {
      eachDecides(clues, (line, start, end) =>
        runsOf(line.text, family).some(run => run.start === start && run.end === end)
          ? new Mark(line, { start, end })
          : undefined,
      );
    });
  }

  const lists = { EMPTY: brackets.EMPTY, ROUND: brackets.ROUND, TORTOISE: brackets.TORTOISE, CORNER: brackets.CORNER };
  for (const [name, clues] of Object.entries({
    ...lists,
    ANGLE: brackets.ANGLE,
    BRACE: brackets.BRACE,
    SQUARE: brackets.SQUARE,
  })) {
    describe(name, () => {
      eachDecides(clues, (line, start, end) =>
        bracketsIn(line).find(b => b.start === start && b.end === end && brackets.cluesFor(b) === clues),
      );
    });
  }

  describe('kinds', () => {
    eachDecides(KINDS, (line, start, end) => {
      const placeholder = rawPlaceholdersIn(line).find(p => p.start === start && p.end === end);
      return placeholder && new Gap(line, placeholder);
    });
  });

  describe('phrases', () => {
    for (const phrase of PHRASES) {
      it(`${phrase.name}: ${phrase.examples.join('  ')}`, () => {
        assert.ok(phrase.examples.length > 0);
        for (const example of phrase.examples) {
          const { line, start, end } = marked(example);
          const found = PHRASES.find(one =>
            placesOf(one, line).some(place => place.start === start && place.end === end),
          );
          assert.equal(found?.name, phrase.name, example);
        }
      });
    }
  });
});
