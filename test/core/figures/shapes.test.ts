import assert from 'node:assert/strict';
import type { Figure } from '../../../server/src/core/facts/figures.js';
import { isColon, ratiosIn, termOf } from '../../../server/src/core/facts/relations/ratio.js';
import { amountsOf, isConsistentSum, together, type Claim } from '../../../server/src/core/facts/relations/sum.js';
import { tokenize } from '../../../server/src/core/lexicon/tokens.js';
import { plain } from '../../../server/src/core/text/exact.js';

/** The parts of each ratio of one whole as they are written; behind ! what would make it right. */
const ratios = (text: string): string[] =>
  ratiosIn(tokenize(text)).map(
    ({ parts, mend, whole, claim }) =>
      `${whole === null ? claim : '?'} ${parts.map(({ start, end }) => text.slice(start, end)).join(' ')}${mend ? ' !' : ''}`,
  );

describe('ratios of one whole', () => {
  for (const [text, ...expected] of [
    ['三次产业结构为12.5:40.2:47.3。', 'likely 12.5 40.2 47.3'],
    ['结构为12.5：40.2：47.3', 'likely 12.5 40.2 47.3'],
    ['结构为12.5∶40.2∶47.3，', 'likely 12.5 40.2 47.3'],
    ['由15.2:43.6:41.2调整为14.6:44.1:41.3', 'likely 15.2 43.6 41.2', 'likely 14.6 44.1 41.3'],
    // Rounded each.
    ['33.3:33.3:33.3', 'likely 33.3 33.3 33.3'],
    // Two digits exchanged.
    ['14.6:44.1:43.1', 'likely 14.6 44.1 43.1 !'],
    // No hundred, and none by one slip.
    ['12:14:17'],
    ['1:2:3'],
    // A part is no more than the whole.
    ['50:130:20'],
    ['100:10:10'],
    ['0:0:100', 'likely 0 0 100'],
    // Two terms are a ratio of two things, seven are none; what is left of them neither.
    ['40:60'],
    ['10:20:20:20:15:15', 'likely 10 20 20 20 15 15'],
    ['5:10:20:20:20:15:15'],
    // What stands between is a colon, and the terms are digits.
    ['20:30，50'],
    ['20:30-50'],
    ['20-30:50'],
    ['甲:20:30:50', 'likely 20 30 50'],
    ['20:30:50:乙', 'likely 20 30 50'],
    ['二十:三十:五十'],
    ['20:30:五十'],
    ['1234567890123456:30:50'],
    ['20:30:'],
    [''],
  ] as const)
    it(text || 'nothing', () => assert.deepEqual(ratios(text), expected));

  it('have terms that may have been rounded, and are known', () => {
    const [term] = tokenize('12.5');
    const { isRounded, isApproximate, isBlank, isHan, start, end } = termOf(term!, 'share', '%');
    assert.deepEqual([isRounded, isApproximate, isBlank, isHan, start, end], [true, false, false, false, 0, 4]);
  });

  it('have colons of any width', () => {
    assert.deepEqual(
      ['1:2', '1：2', '1∶2', '甲:', '1，2', ''].map(text => isColon(tokenize(text)[1])),
      [true, true, true, true, false, false],
    );
  });
});

/** 12.5 from an offset on; ~ for one that may have been rounded, ? for one that is not meant exactly. */
function figure(written: string, start = 0): Figure {
  const [token] = tokenize(written.replace(/[~?]/, ''));
  const isRounded = written.endsWith('~');
  return { ...termOf(token!, 'count', '个'), start, end: start + 4, isRounded, isApproximate: written.endsWith('?') };
}

describe('sums', () => {
  it('are one figure from the first part to the last, rounded where any is', () => {
    const parts = [figure('3', 20), figure('4.5~', 10), figure('1', 30)];
    const { start, end, value, isRounded, madeOf } = together(parts);
    assert.deepEqual([start, end, plain(value!), isRounded, madeOf], [10, 34, '8.5', true, parts]);
    assert.equal(together([figure('3'), figure('4')]).isRounded, false);
  });

  it('have parts as fine as the finest of their magnitude', () => {
    const parts = [figure('3'), figure('2.5'), { ...figure('4'), magnitude: 4 }];
    assert.deepEqual(
      amountsOf(parts).map(({ value }) => value.exponent),
      [-1, -1, 0],
    );
    assert.deepEqual(
      amountsOf(parts).map(({ value }) => plain(value)),
      ['3.0', '2.5', '4'],
    );
    assert.deepEqual(
      amountsOf(parts, () => ({ digits: 7, exponent: 0 })).map(({ value }) => plain(value)),
      ['7.0', '7.0', '7'],
    );
  });

  for (const [parts, whole, ...consistent] of [
    // For lists that are complete, exclusive, likely and of parts.
    ['3 4', '7', true, true, true, true],
    ['3 4', '8', false, true, false, true],
    ['3 4', '6', false, false, false, true],
    ['3 7', '6', false, false, false, false],
    ['6 6', '6', false, false, false, true],
    ['3.0~ 4.0~', '7.1', true, true, true, true],
    ['3? 4', '8', true, true, true, true],
    ['3 4', '8?', true, true, true, true],
    ['40 60', null, true, true, true, true],
    ['40 70', null, false, false, false, true],
    ['40 50', null, false, true, false, true],
  ] as const)
    it(`${parts} of ${whole ?? '100%'}`, () => {
      const claims: readonly Claim[] = ['complete', 'exclusive', 'likely', 'part'];
      const sum = { parts: parts.split(' ').map(one => figure(one)), whole: whole === null ? null : figure(whole) };
      assert.deepEqual(
        claims.map(claim => isConsistentSum({ ...sum, claim })),
        consistent,
      );
    });
});
