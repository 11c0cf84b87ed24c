import assert from 'node:assert/strict';
import fc from 'fast-check';
import { assignments } from '../../../server/src/core/rules/shared/assignment.js';

/** Mostly alike, as those of items whose words have nothing in common. */
const weight = fc.oneof(fc.constant(1.4), fc.constant(-1000), fc.double({ min: -2, max: 6, noNaN: true }));
const size = 7;
const weights = fc.array(fc.array(weight, { minLength: size, maxLength: size }), { minLength: size, maxLength: size });
const alones = fc.array(fc.constantFrom(0, 0, 1, 2.5), { minLength: size, maxLength: size });

/** The greatest sum of all assignments of the rows from `row` on to columns that are still free. */
function greatest(n: number, m: number, of: (p: number, c: number) => number, alone: readonly number[]): number {
  const from = (p: number, taken: number): number => {
    if (p === n) return 0;
    let most = alone[p]! + from(p + 1, taken);
    for (let c = 0; c < m; c++)
      if (!(taken & (1 << c))) most = Math.max(most, of(p, c) + from(p + 1, taken | (1 << c)));
    return most;
  };
  return from(0, 0);
}

describe('assignments', () => {
  it('have the greatest sum there is', () => {
    fc.assert(
      fc.property(
        weights,
        alones,
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 5 }),
        (all, alone, n, m) => {
          const of = (p: number, c: number): number => all[p]![c]!;
          const { columns } = assignments(n, m, of, p => alone[p]!);
          const sum = columns.reduce((total, c, p) => total + (c < 0 ? alone[p]! : of(p, c)), 0);
          assert.ok(Math.abs(sum - greatest(n, m, of, alone)) < 1e-6);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('with other weights of one row are those of the whole with these', () => {
    fc.assert(
      fc.property(
        weights,
        alones,
        fc.nat(size - 1),
        fc.array(weight, { minLength: size, maxLength: size }),
        (all, alone, row, others) => {
          const of = (p: number, c: number): number => all[p]![c]!;
          const other = (p: number, c: number): number => (p === row ? others[c]! : of(p, c));
          const first = assignments(size, size, of, p => alone[p]!);
          const again = first.instead(row, other, 3);
          assert.deepEqual(again, assignments(size, size, other, p => (p === row ? 3 : alone[p]!)).columns);
          assert.deepEqual(first.instead(row, of, alone[row]!), first.columns);
        },
      ),
      { numRuns: 200 },
    );
  });
});
