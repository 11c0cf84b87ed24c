import type { Model } from '../../model.js';
import { memoize } from '../../memoize.js';
import { readingOf, wordsAt } from '../../syntax/document.js';
import { itemsOfRole, type ListItem } from './items.js';
import { likenessOf } from './likeness.js';

/** Which countermeasure answers which problem. */
export interface Matching {
  readonly problems: readonly ListItem[];
  readonly countermeasures: readonly ListItem[];
  /** For each problem the index of the countermeasure that answers it; null when none does. */
  readonly answers: readonly (number | null)[];
  /** Indexes of countermeasures that no problem and no cause asks for. */
  readonly unasked: readonly number[];
  /** Pairs that the words make certain but whose order is not that of the others: indexes of problem and countermeasure. */
  readonly outOfOrder: readonly (readonly [problem: number, countermeasure: number])[];
}

/** Lists longer than any report's: not judged, for the comparison costs their product. */
const MOST_ITEMS = 40;
/** What closes a list of countermeasures by habit and answers them all. */
const FOR_ALL =
  /组织领导|组织保障|主体责任|领导责任|工作责任|责任落实|压实责任|统筹协调|督[导查促]|考核|氛围|宣传|要素保障|保障(?:措施|机制|体系)|党的领导|政治建设|思想认识/;

/** A title that says no more than that closes the list by habit; it answers a problem only that is of its kind. */
const CLOSING: readonly (readonly [closing: RegExp, problem: RegExp])[] = [
  [
    /(?:组织领导|组织保障|统筹协调|党的领导)$/,
    /领导|组织|重视|统筹|协调|合力|协同|责任|推诿|各自为政|认识|思想|观念|保障/,
  ],
  [/(?:主体责任|领导责任|工作责任|责任落实|压实责任)$/, /责任|落实|推诿|担当|作为|管理|监管|制度|机制|重视/],
  [/(?:督导|督查|督促|检查|考核|考核问责|考核激励)$/, /督|考核|监|落实|执行|管|检查|问责|激励|制度|机制|责任/],
  [/(?:氛围|宣传|宣传引导|舆论引导)$/, /宣传|氛围|知晓|认识|观念|意识|思想|了解|参与|不知|支持|理解/],
];
/** How much of a problem is asked whether it is of the kind. */
const ASKED = 120;

/** Likeness that says something: below it, two texts share words by chance, and order alone pairs them. */
const ALIKE = 0.05;
/**
 * What the order counts for a pair in its proper place. With this much, the draft in the cases has every problem named
 * whose answer is taken out, and every two neighbours that change places; with half, words of chance mislead.
 */
const ORDER = 0.15;
/** Likeness by which a countermeasure that answers another problem is taken to answer this one too. */
const TOUCHES = 0.2;

/**
 * Officials write the answers in the order of the problems but seldom in the same words. So all are paired for the
 * greatest likeness, the order deciding where words do not; a pair without likeness that crosses others is none.
 * Null when a list is missing or not itemised: then there is nothing to say.
 */
export const matchingOf = memoize((model: Model): Matching | null => {
  const problems = itemsOfRole(model, 'problems');
  const countermeasures = itemsOfRole(model, 'countermeasures');
  const isComparable =
    problems.length > 1 &&
    countermeasures.length > 0 &&
    [problems, countermeasures].every(({ length }) => length <= MOST_ITEMS);
  if (!isComparable) return null;
  const causes = itemsOfRole(model, 'causes').slice(0, MOST_ITEMS);
  const closes = CLOSING.find(([closing]) => closing.test(countermeasures.at(-1)!.title))?.[1];
  const isForAll = countermeasures.map(({ title }) => FOR_ALL.test(title));
  const reading = readingOf(model.document);
  const [n, m] = [problems.length, countermeasures.length];
  const shared = likenessOf(
    reading.text,
    [...problems, ...causes].map(item => reading.toReading(item)),
    countermeasures.map(item => reading.toReading(item)),
  );
  /** 此外，… and a closing measure are in no order: each answers what its words say, or nothing. */
  const isPossible = (p: number, c: number): boolean => {
    if (shared[p]![c]! >= ALIKE) return true;
    if (countermeasures[c]!.isAside) return false;
    const { start, end } = problems[p]!;
    return c < m - 1 || !closes || closes.test(wordsAt(model.document, { start, end: Math.min(end, start + ASKED) }));
  };
  const asking = shared.map(row => row.map((value, i) => (value < ALIKE || isForAll[i] ? 0 : value)));
  const likeness = asking.slice(0, n);
  const weight = (p: number, c: number): number =>
    isPossible(p, c) ? likeness[p]![c]! + ORDER * (1 - ((p + 0.5) / n - (c + 0.5) / m) ** 2) : 0;

  const pairs = assigned(n, m, weight)
    .map((c, p): Pair => [p, c])
    .filter(([p, c]) => c >= 0 && isPossible(p, c));
  const inOrder = heaviestAscending(pairs, weight);
  const others = pairs.filter(pair => !inOrder.includes(pair));
  const outOfOrder = others.filter(([p, c]) => likeness[p]![c]! > 0);
  const answers: (number | null)[] = problems.map(() => null);
  for (const [p, c] of [
    ...inOrder,
    ...others.filter(pair => outOfOrder.includes(pair) || (!isForAll[pair[1]] && isExchanged(pair, inOrder))),
  ])
    answers[p] = c;
  const unasked = countermeasures
    .map((_, c) => c)
    .filter(
      c => !answers.includes(c) && !isForAll[c] && !countermeasures[c]!.isAside && asking.every(row => row[c] === 0),
    );
  answers.forEach((answer, p) => {
    const best = likeness[p]!.reduce((most, value, i) => (value > likeness[p]![most]! ? i : most), 0);
    if (answer === null && likeness[p]![best]! >= TOUCHES) answers[p] = best;
  });
  return { problems, countermeasures, answers, unasked, outOfOrder };
});

/** Two neighbours that have changed places: the words of the one pair tell where the other belongs. */
function isExchanged([p, c]: Pair, inOrder: readonly Pair[]): boolean {
  const crossed = inOrder.filter(other => (other[0] - p) * (other[1] - c) < 0);
  return crossed.length === 1 && crossed.every(other => Math.abs(other[0] - p) === 1 && Math.abs(other[1] - c) === 1);
}

type Pair = readonly [problem: number, countermeasure: number];
type Weight = (problem: number, countermeasure: number) => number;

/** For each of `n` the one of `m`, or -1, so that the sum of weights is greatest: the Hungarian method, on a square. */
function assigned(n: number, m: number, weight: Weight): number[] {
  const size = Math.max(n, m);
  const cost = (row: number, column: number): number => (row <= n && column <= m ? -weight(row - 1, column - 1) : 0);
  const [u, v] = [Array<number>(size + 1).fill(0), Array<number>(size + 1).fill(0)];
  const rowOf = Array<number>(size + 1).fill(0);
  for (let row = 1; row <= size; row++) {
    const [least, from, seen] = [
      Array<number>(size + 1).fill(Infinity),
      Array<number>(size + 1).fill(0),
      Array<boolean>(size + 1).fill(false),
    ];
    rowOf[0] = row;
    let column = 0;
    do {
      seen[column] = true;
      let [delta, next] = [Infinity, 0];
      for (let j = 1; j <= size; j++) {
        if (seen[j]) continue;
        const reduced = cost(rowOf[column]!, j) - u[rowOf[column]!]! - v[j]!;
        if (reduced < least[j]!) [least[j], from[j]] = [reduced, column];
        if (least[j]! < delta) [delta, next] = [least[j]!, j];
      }
      for (let j = 0; j <= size; j++) {
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
  }
  const columns = Array<number>(n).fill(-1);
  for (let j = 1; j <= m; j++) if (rowOf[j]! <= n) columns[rowOf[j]! - 1] = j - 1;
  return columns;
}

/** Of the pairs, by their first member ascending, those of the greatest sum of weights whose second members ascend too. */
function heaviestAscending(pairs: readonly Pair[], weight: Weight): Pair[] {
  const chains: { readonly sum: number; readonly pairs: readonly Pair[] }[] = [];
  const heaviest = (of: typeof chains): { readonly sum: number; readonly pairs: readonly Pair[] } =>
    of.reduce((a, b) => (b.sum > a.sum ? b : a), { sum: 0, pairs: [] });
  for (const pair of pairs) {
    const before = heaviest(chains.filter(chain => chain.pairs.at(-1)![1] < pair[1]));
    chains.push({ sum: before.sum + weight(...pair), pairs: [...before.pairs, pair] });
  }
  return [...heaviest(chains).pairs];
}
