import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  assignedInOrder,
  assignments,
  heaviestAscending,
  movedIn,
  sumOf,
  type Worth,
} from '../../../server/src/core/rules/shared/assignment.js';

/** Mostly alike, as those of items whose words have nothing in common. */
const weight = fc.oneof(fc.constant(1.4), fc.constant(-1000), fc.double({ min: -2, max: 6, noNaN: true }));
const worthOf = (n: number, m: number): fc.Arbitrary<Worth> =>
  fc
    .tuple(
      fc.array(weight, { minLength: n * m, maxLength: n * m }),
      fc.array(fc.constantFrom(0, 0, 1, 2.5), { minLength: n, maxLength: n }),
    )
    .map(([paired, alone]) => ({ n, m, paired: Float64Array.from(paired), alone: Float64Array.from(alone) }));
const few = fc.integer({ min: 1, max: 5 });
const worths = fc.tuple(few, few).chain(([n, m]) => worthOf(n, m));
const rooms = fc.array(fc.boolean(), { minLength: 5, maxLength: 5 });

/** All readings: for each problem a measure that no other has, or -1. */
function* readings({ n, m }: Worth, columns: readonly number[] = []): Iterable<readonly number[]> {
  if (columns.length === n) yield columns;
  else
    for (let c = -1; c < m; c++) if (c < 0 || !columns.includes(c)) yield* readings({ n, m } as Worth, [...columns, c]);
}
const ascends = (columns: readonly number[]): boolean => columns.every((c, i) => i === 0 || c > columns[i - 1]!);
const kept = (columns: readonly number[], isFree: readonly boolean[]): number[] =>
  columns.filter(c => c >= 0 && !isFree[c]);
const isAbout = (actual: number, expected: number): void => assert.ok(Math.abs(actual - expected) < 1e-6);

describe('assignments', () => {
  it('have the greatest sum there is', () => {
    fc.assert(
      fc.property(worths, worth => {
        const sums = Array.from(readings(worth), columns => sumOf(columns, worth));
        isAbout(sumOf(assignments(worth).columns, worth), Math.max(...sums));
      }),
      { numRuns: 200 },
    );
  });

  it('with another worth of one problem are those of the whole with it', () => {
    const size = 7;
    fc.assert(
      fc.property(
        worthOf(size, size),
        fc.nat(size - 1),
        fc.array(weight, { minLength: size, maxLength: size }),
        (worth, problem, others) => {
          const other = { ...worth, paired: worth.paired.slice(), alone: worth.alone.with(problem, 3) };
          other.paired.set(others, problem * size);
          const first = assignments(worth);
          const again = first.instead(problem, other);
          assert.deepEqual(again, assignments(other).columns);
          assert.deepEqual(first.instead(problem, worth), first.columns);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('in order have the greatest sum of those whose measures ascend; free ones may be anywhere, and of several problems', () => {
    fc.assert(
      fc.property(worths, rooms, (worth, isFree) => {
        const columns = assignedInOrder(worth, isFree);
        assert.ok(ascends(kept(columns, isFree)));
        const placed = Array.from(readings(worth)).filter(one => ascends(kept(one, isFree)));
        const most = Math.max(...placed.map(one => sumOf(one, worth)));
        if (isFree.slice(0, worth.m).includes(true)) assert.ok(sumOf(columns, worth) >= most - 1e-6);
        else isAbout(sumOf(columns, worth), most);
      }),
      { numRuns: 200 },
    );
  });

  it('are as far from their order as pairs must go, and keep the heaviest that ascend', () => {
    fc.assert(
      fc.property(worths, rooms, fc.nat(), (worth, isFree, which) => {
        const all = Array.from(readings(worth));
        const columns = all[which % all.length]!;
        const subsets = Array.from({ length: 2 ** worth.n }, (_, bits) =>
          columns.map((c, p) => (bits & (1 << p) ? c : -1)),
        );
        const ordered = subsets.filter(one => ascends(kept(one, isFree))).map(one => kept(one, isFree).length);
        assert.equal(movedIn(columns, isFree), kept(columns, isFree).length - Math.max(...ordered));
        const inOrder = { ...worth, alone: worth.alone.map(() => 0) };
        const sums = subsets.filter(one => ascends(kept(one, []))).map(one => sumOf(one, inOrder));
        const found = heaviestAscending(columns, worth);
        assert.ok(found.every((c, p) => c < 0 || c === columns[p]) && ascends(kept(found, [])));
        isAbout(sumOf(found, inOrder), Math.max(...sums));
      }),
      { numRuns: 200 },
    );
  });
});
