/*
 * Which problem goes with which countermeasure, by what each pair is worth alone: no word is read here. A reading is, for each
 * problem, the measure it has, or -1.
 */

/** What two pairs must gain to be taken to cross each other. */
const CROSSING = 2.1;

/** What each of `n` problems is worth with each of `m` measures, problem by problem, and without one. */
export interface Worth {
  readonly n: number;
  readonly m: number;
  readonly paired: Float64Array;
  readonly alone: Float64Array;
}

/**
 * For each problem the measure, or -1, so that the sum is greatest: the Hungarian method, with room for none. It takes one
 * problem after the other; `instead` gives the same where one of them is worth something else, and begins where that one is
 * taken.
 */
export function assignments(worth: Worth): {
  readonly columns: readonly number[];
  readonly instead: (problem: number, worth: Worth) => readonly number[];
} {
  const { n, m } = worth;
  const width = n + m + 1;
  /** Row by row, rows and columns counted from 1; the columns past the measures are for problems that have none. */
  const costs = new Float64Array((n + 1) * width);
  const put = (row: number, { paired, alone }: Worth): void => {
    const [at, from] = [row * width, (row - 1) * m - 1];
    for (let j = 1; j <= m; j++) costs[at + j] = -paired[from + j]!;
    costs.fill(-alone[row - 1]!, at + m + 1, at + width);
  };
  /**
   * How far the method has come once each row is taken, and in the last place with another worth: the prices of the rows, of
   * the columns, and the row that has each column, 0 for none.
   */
  const length = n + 1 + 2 * width;
  const [prices, owners] = [n + 1, n + 1 + width];
  const taken = new Float64Array((n + 2) * length);
  const [least, from, seen] = [new Float64Array(width), new Uint32Array(width), new Uint8Array(width)];
  /** Takes one more row, from where the method stands at one place on, at another. */
  const take = (row: number, before: number, to: number): void => {
    const [u, v, rowOf] = [to * length, to * length + prices, to * length + owners];
    if (before !== to) taken.copyWithin(u, before * length, (before + 1) * length);
    // The columns past the measures are all alike: of those that nobody has, the first will do.
    let last = m + 1;
    while (taken[rowOf + last] !== 0) last++;
    least.fill(Infinity);
    seen.fill(0);
    taken[rowOf] = row;
    let column = 0;
    do {
      seen[column] = 1;
      const own = taken[rowOf + column]!;
      const [begin, price] = [own * width, taken[u + own]!];
      let delta = Infinity;
      let next = 0;
      for (let j = 1; j <= last; j++) {
        if (seen[j] === 1) continue;
        const reduced = costs[begin + j]! - price - taken[v + j]!;
        if (reduced < least[j]!) {
          least[j] = reduced;
          from[j] = column;
        }
        if (least[j]! < delta) {
          delta = least[j]!;
          next = j;
        }
      }
      for (let j = 0; j <= last; j++) {
        if (seen[j] === 1) {
          taken[u + taken[rowOf + j]!]! += delta;
          taken[v + j]! -= delta;
        } else least[j]! -= delta;
      }
      column = next;
    } while (taken[rowOf + column] !== 0);
    for (; column !== 0; column = from[column]!) taken[rowOf + column] = taken[rowOf + from[column]!]!;
  };
  const columnsAt = (place: number): number[] => {
    const columns = Array<number>(n).fill(-1);
    for (let j = 1; j <= m; j++) {
      const row = taken[place * length + owners + j]!;
      if (row > 0) columns[row - 1] = j - 1;
    }
    return columns;
  };
  for (let row = 1; row <= n; row++) {
    put(row, worth);
    take(row, row - 1, row);
  }
  return {
    columns: columnsAt(n),
    instead: (problem, other) => {
      put(problem + 1, other);
      for (let row = problem + 1; row <= n; row++) take(row, row === problem + 1 ? problem : n + 1, n + 1);
      put(problem + 1, worth);
      return columnsAt(n + 1);
    },
  };
}

/**
 * The same in the order of both: the sum is greatest of all readings that do not cross. Those that `isFree` have no
 * place in the order.
 */
export function assignedInOrder({ n, m, paired, alone }: Worth, isFree: readonly boolean[]): number[] {
  const ordered: number[] = [];
  const others: number[] = [];
  for (let c = 0; c < m; c++) (isFree[c] ? others : ordered).push(c);
  // What a problem is worth without one of the ordered, and which that is.
  const [apart, apartFrom] = [alone.slice(), Array<number>(n).fill(-1)];
  for (const c of others)
    for (let p = 0; p < n; p++)
      if (paired[p * m + c]! > apart[p]!) {
        apart[p] = paired[p * m + c]!;
        apartFrom[p] = c;
      }
  const width = ordered.length + 1;
  /** By problems and ordered measures that are behind: the greatest sum. */
  const sums = new Float64Array((n + 1) * width);
  for (let p = 1; p <= n; p++) {
    const [own, before] = [p * width, (p - 1) * width];
    sums[own] = sums[before]! + apart[p - 1]!;
    for (let k = 1; k < width; k++) {
      const without = sums[before + k]! + apart[p - 1]!;
      const pair = sums[before + k - 1]! + paired[(p - 1) * m + ordered[k - 1]!]!;
      sums[own + k] = Math.max(without, sums[own + k - 1]!, pair);
    }
  }
  const columns = Array<number>(n).fill(-1);
  for (let [p, k] = [n, width - 1]; p > 0; ) {
    const sum = sums[p * width + k]!;
    if (k > 0 && sum === sums[(p - 1) * width + k - 1]! + paired[(p - 1) * m + ordered[k - 1]!]!)
      columns[--p] = ordered[--k]!;
    else if (k > 0 && sum === sums[p * width + k - 1]!) k--;
    else columns[--p] = apartFrom[p]!;
  }
  return columns;
}

/** What a reading is worth. */
export function sumOf(columns: readonly number[], { n, m, paired, alone }: Worth): number {
  let sum = 0;
  for (let p = 0; p < n; p++) sum += columns[p]! < 0 ? alone[p]! : paired[p * m + columns[p]!]!;
  return sum;
}

/** The same reading without the crossings that words do not make sure: two that gain little by it stay in order. */
export function uncrossed(columns: readonly number[], { m, paired: worded }: Pick<Worth, 'm' | 'paired'>): number[] {
  const found = [...columns];
  for (let p = 0; p < found.length; p++) {
    for (let q = p + 1; q < found.length; q++) {
      const c = found[p]!;
      const d = found[q]!;
      if (d < 0 || c <= d) continue;
      const gain = worded[p * m + c]! + worded[q * m + d]! - worded[p * m + d]! - worded[q * m + c]!;
      if (gain < CROSSING) {
        found[p] = d;
        found[q] = c;
      }
    }
  }
  return found;
}

/** How many of the pairs of a reading must go for the others to be in order; those of measures that `isFree` are no matter. */
export function movedIn(columns: readonly number[], isFree: readonly boolean[]): number {
  let count = 0;
  /** By its length less one: the least measure that an ascending row of so many ends with. */
  const ends: number[] = [];
  for (const c of columns) {
    if (c < 0 || isFree[c]) continue;
    count++;
    let length = ends.length;
    while (length > 0 && ends[length - 1]! >= c) length--;
    ends[length] = c;
  }
  return count - ends.length;
}

/** Of the pairs of a reading those of the greatest sum whose measures ascend. */
export function heaviestAscending(columns: readonly number[], { n, m, paired }: Worth): number[] {
  /** By the problem a row of pairs ends with: its sum, and the problem before. */
  const sums = new Float64Array(n);
  const before: number[] = [];
  const heaviest = (end: number, below: number): number => {
    let [found, most] = [-1, 0];
    for (let p = 0; p < end; p++)
      if (columns[p]! >= 0 && columns[p]! < below && sums[p]! > most) {
        found = p;
        most = sums[p]!;
      }
    return found;
  };
  for (let p = 0; p < n; p++) {
    const last = columns[p]! < 0 ? -1 : heaviest(p, columns[p]!);
    before.push(last);
    if (columns[p]! >= 0) sums[p] = (sums[last] ?? 0) + paired[p * m + columns[p]!]!;
  }
  const kept = Array<number>(n).fill(-1);
  for (let p = heaviest(n, Infinity); p >= 0; p = before[p]!) kept[p] = columns[p]!;
  return kept;
}
