/*
 * Which problem goes with which countermeasure, by what each pair weighs alone: no word is read here.
 */

/** What two pairs must gain to be taken to cross each other. */
const CROSSING = 2.1;

export type Pair = readonly [problem: number, countermeasure: number];
/** For each problem the measure, or -1, and what that is worth. */
export interface Assigned {
  readonly columns: readonly number[];
  readonly sum: number;
}
export type Weight = (problem: number, countermeasure: number) => number;

/**
 * For each of `n` the one of `m`, or -1, so that the sum of weights is greatest, `alone` for one that has none: the Hungarian
 * method, with room for none. It takes one of the `n` after the other; `instead` gives the same with other weights of one of
 * them, and begins where that one is taken.
 */
export function assignments(
  n: number,
  m: number,
  weight: Weight,
  alone: (problem: number) => number,
): {
  readonly columns: readonly number[];
  readonly instead: (problem: number, weight: Weight, alone: number) => readonly number[];
} {
  const size = n + m;
  const width = size + 1;
  /** Row by row, rows and columns counted from 1; the columns past the measures are for problems that have none. */
  const costs = new Float64Array((n + 1) * width);
  const put = (row: number, weight: Weight, alone: number): void => {
    for (let j = 1; j <= size; j++) costs[row * width + j] = j > m ? -alone : -weight(row - 1, j - 1);
  };
  const least = new Float64Array(width);
  const [from, seen] = [new Uint32Array(width), new Uint8Array(width)];
  /** Takes one more row. */
  const take = (row: number, { u, v, rowOf }: Taken): void => {
    // The columns past the measures are all alike: of those that nobody has, the first will do.
    let last = m + 1;
    while (rowOf[last] !== 0) last++;
    least.fill(Infinity);
    seen.fill(0);
    rowOf[0] = row;
    let column = 0;
    do {
      seen[column] = 1;
      const [begin, own] = [rowOf[column]! * width, u[rowOf[column]!]!];
      let [delta, next] = [Infinity, 0];
      for (let j = 1; j <= last; j++) {
        if (seen[j]) continue;
        const reduced = costs[begin + j]! - own - v[j]!;
        if (reduced < least[j]!) [least[j], from[j]] = [reduced, column];
        if (least[j]! < delta) [delta, next] = [least[j]!, j];
      }
      for (let j = 0; j <= last; j++) {
        if (seen[j]) {
          u[rowOf[j]!]! += delta;
          v[j]! -= delta;
        } else {
          least[j]! -= delta;
        }
      }
      column = next;
    } while (rowOf[column] !== 0);
    for (; column !== 0; column = from[column]!) rowOf[column] = rowOf[from[column]!]!;
  };
  const columnsOf = ({ rowOf }: Taken): number[] => {
    const columns = Array<number>(n).fill(-1);
    for (let j = 1; j <= m; j++) if (rowOf[j]! > 0) columns[rowOf[j]! - 1] = j - 1;
    return columns;
  };
  const copy = ({ u, v, rowOf }: Taken): Taken => ({ u: u.slice(), v: v.slice(), rowOf: rowOf.slice() });
  const state = { u: new Float64Array(n + 1), v: new Float64Array(width), rowOf: new Uint32Array(width) };
  /** What stood before each row was taken. */
  const before: Taken[] = [];
  for (let row = 1; row <= n; row++) {
    put(row, weight, alone(row - 1));
    before[row] = copy(state);
    take(row, state);
  }
  return {
    columns: columnsOf(state),
    instead: (problem, otherWeight, otherAlone) => {
      const other = copy(before[problem + 1]!);
      put(problem + 1, otherWeight, otherAlone);
      for (let row = problem + 1; row <= n; row++) take(row, other);
      put(problem + 1, weight, alone(problem));
      return columnsOf(other);
    },
  };
}

/** How far the method has come: the prices of rows and of columns, and the row that has each column, 0 for none. */
interface Taken {
  readonly u: Float64Array;
  readonly v: Float64Array;
  readonly rowOf: Uint32Array;
}

/**
 * The same in the order of both: the sum is greatest of all assignments that do not cross. Those that `isFree` have no
 * place in the order.
 */
export function assignedInOrder(
  n: number,
  m: number,
  weight: Weight,
  alone: (problem: number) => number,
  isFree: (countermeasure: number) => boolean,
): Assigned {
  const ordered = Array.from({ length: m }, (_, c) => c).filter(c => !isFree(c));
  const others = Array.from({ length: m }, (_, c) => c).filter(isFree);
  // What a problem is worth without one of the ordered, and which that is.
  const apart = Array.from({ length: n }, (_, p): readonly [value: number, column: number] =>
    others.reduce<readonly [number, number]>(
      (best, c) => (weight(p, c) > best[0] ? [weight(p, c), c] : best),
      [alone(p), -1],
    ),
  );
  const width = ordered.length + 1;
  /** By problems and ordered measures that are behind: the greatest sum. */
  const sums = new Float64Array((n + 1) * width);
  for (let p = 1; p <= n; p++) {
    for (let k = 0; k < width; k++) {
      const without = sums[(p - 1) * width + k]! + apart[p - 1]![0];
      const skipped = k > 0 ? sums[p * width + k - 1]! : -Infinity;
      const paired = k > 0 ? sums[(p - 1) * width + k - 1]! + weight(p - 1, ordered[k - 1]!) : -Infinity;
      sums[p * width + k] = Math.max(without, skipped, paired);
    }
  }
  const columns = Array<number>(n).fill(-1);
  for (let [p, k] = [n, width - 1]; p > 0; ) {
    const sum = sums[p * width + k]!;
    if (k > 0 && sum === sums[(p - 1) * width + k - 1]! + weight(p - 1, ordered[k - 1]!)) {
      columns[--p] = ordered[--k]!;
    } else if (k > 0 && sum === sums[p * width + k - 1]!) k--;
    else columns[--p] = apart[p]![1];
  }
  return { columns, sum: sums[n * width + width - 1]! };
}

/** The same without the crossings that words do not make sure: two that gain little by it stay in order. */
export function uncrossed(columns: readonly number[], worded: Weight): number[] {
  const found = [...columns];
  for (let p = 0; p < found.length; p++) {
    for (let q = p + 1; q < found.length; q++) {
      const [c, d] = [found[p]!, found[q]!];
      if (d < 0 || c <= d) continue;
      const gain = worded(p, c) + worded(q, d) - worded(p, d) - worded(q, c);
      if (gain < CROSSING) [found[p], found[q]] = [d, c];
    }
  }
  return found;
}

/** Of the pairs, by their first member ascending, those of the greatest sum of weights whose second members ascend too. */
export function heaviestAscending(pairs: readonly Pair[], weight: Weight): Pair[] {
  const chains: { readonly sum: number; readonly pairs: readonly Pair[] }[] = [];
  const heaviest = (of: typeof chains): { readonly sum: number; readonly pairs: readonly Pair[] } =>
    of.reduce((a, b) => (b.sum > a.sum ? b : a), { sum: 0, pairs: [] });
  for (const pair of pairs) {
    const before = heaviest(chains.filter(chain => chain.pairs.at(-1)![1] < pair[1]));
    chains.push({ sum: before.sum + weight(...pair), pairs: [...before.pairs, pair] });
  }
  return [...heaviest(chains).pairs];
}
