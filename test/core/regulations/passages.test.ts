import assert from 'node:assert/strict';
import fc from 'fast-check';
import { standing } from '../../../server/src/core/regulations/passages.js';

/** The length of the longest common subsequence, by its definition. */
function longest(a: readonly number[], b: readonly number[]): number {
  const [[x, ...rest], [y, ...others]] = [a, b];
  if (x === undefined || y === undefined) return 0;
  return x === y ? 1 + longest(rest, others) : Math.max(longest(rest, b), longest(a, others));
}

describe('the clauses that stand in a provision', () => {
  const clauses = fc.array(fc.nat(4), { maxLength: 7 });

  it('stand there in their order, and are as many as can be', () => {
    fc.assert(
      fc.property(clauses, clauses, (provision, quoted) => {
        const stands = standing(
          Uint32Array.from(provision),
          quoted.map(hash => ({ hash, length: 1 })),
        );
        const found = quoted.filter((_, i) => stands[i]);
        assert.equal(longest(found, provision), found.length);
        assert.equal(found.length, longest(quoted, provision));
      }),
    );
  });
});
