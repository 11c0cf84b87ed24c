import type { Model } from '../model.js';
import type { Span } from '../text/span.js';
import { itemsOfRole, type Item } from './items.js';

/** Which countermeasure answers which problem. */
export interface Matching {
  readonly problems: readonly Item[];
  readonly countermeasures: readonly Item[];
  /** For each problem the index of the countermeasure that answers it; null when none does. */
  readonly answers: readonly (number | null)[];
  /** Indexes of countermeasures that no problem and no cause asks for. */
  readonly unasked: readonly number[];
  /** Pairs that the words make certain but whose order is not that of the others: indexes of problem and countermeasure. */
  readonly outOfOrder: readonly (readonly [problem: number, countermeasure: number])[];
}

/** Lists longer than any report's: not judged, for the comparison costs their product. */
const MOST_ITEMS = 40;
const MOST_SECTIONS = 12;
/** No more of an item's words is looked at: what it is about is said first. */
const MOST_WORDS = 600;
/** A word of one item alone tells nothing of two, but not to share it makes them a little less alike. */
const UNSHARED = 0.3;
/*
 * Measured on the draft in the cases: these name every problem whose answer is taken out and every two neighbours that
 * change places, and nothing in the draft as it stands. test/core/rules/matching.test.ts holds them to it.
 */
/** What it costs to leave a problem or a countermeasure without its counterpart: words must outweigh the order by that. */
const GAP = 0.03;
/** Likeness that pairs two of those left over, wherever they stand. */
const ALIKE = 0.05;
/** Likeness by which a countermeasure that answers another problem is taken to answer this one too. */
const TOUCHES = 0.2;

/**
 * Officials write the answers in the order of the problems but seldom in the same words. So the order pairs them, unless
 * the words are against it: where a problem or a countermeasure has no counterpart, the others move up, and what is left
 * over is paired by its words. Null when a list is missing or not itemised: then there is nothing to say.
 */
export function matchingOf(model: Model): Matching | null {
  if (model.sections.filter(({ role }) => role === 'problems' || role === 'countermeasures').length > MOST_SECTIONS) return null;
  const problems = itemsOfRole(model, 'problems');
  const countermeasures = itemsOfRole(model, 'countermeasures');
  const isComparable = [problems, countermeasures].every(({ length }) => length > 1 && length <= MOST_ITEMS);
  if (!isComparable) return null;
  const causes = itemsOfRole(model, 'causes').slice(0, MOST_ITEMS);
  const wordsOf = weighing(model.text, [...problems, ...countermeasures, ...causes]);
  const given = countermeasures.map(wordsOf);
  const likenessTo = (items: readonly Item[]): number[][] => items.map(wordsOf).map(words => given.map(c => cosine(words, c)));
  const likeness = likenessTo(problems);

  const answers: (number | null)[] = problems.map(() => null);
  for (const [p, c] of inOrder(likeness)) answers[p] = c;
  const outOfOrder = leftOver(likeness, answers);
  for (const [p, c] of outOfOrder) answers[p] = c;
  const asking = [...likeness, ...likenessTo(causes)];
  const unasked = countermeasures.map((_, c) => c).filter(c => !answers.includes(c) && asking.every(row => row[c]! < ALIKE));
  answers.forEach((answer, p) => {
    const best = indexOfMost(likeness[p]!);
    if (answer === null && likeness[p]![best]! >= TOUCHES) answers[p] = best;
  });
  return { problems, countermeasures, answers, unasked, outOfOrder };
}

type Pair = readonly [problem: number, countermeasure: number];

/** The pairs, both members ascending, that are likest together when every one left out costs GAP. */
function inOrder(likeness: readonly (readonly number[])[]): Pair[] {
  const [rows, columns] = [likeness.length, likeness[0]!.length];
  // best[p][c]: the greatest sum for the problems from p on and the countermeasures from c on.
  const best = range(0, rows + 1).map(p => range(0, columns + 1).map(c => -GAP * (rows - p + columns - c)));
  const paired = (p: number, c: number): number => likeness[p]![c]! + best[p + 1]![c + 1]!;
  for (let p = rows - 1; p >= 0; p--) {
    for (let c = columns - 1; c >= 0; c--) best[p]![c] = Math.max(paired(p, c), best[p + 1]![c]! - GAP, best[p]![c + 1]! - GAP);
  }
  const pairs: Pair[] = [];
  for (let p = 0, c = 0; p < rows && c < columns;) {
    if (best[p]![c] === paired(p, c)) pairs.push([p++, c++]);
    else if (best[p]![c] === best[p + 1]![c]! - GAP) p++;
    else c++;
  }
  return pairs;
}

/** Pairs among those that the order left over, likest first. */
function leftOver(likeness: readonly (readonly number[])[], answers: readonly (number | null)[]): Pair[] {
  const candidates = likeness.flatMap((row, p) => row.flatMap((value, c) => (
    answers[p] === null && !answers.includes(c) && value >= ALIKE ? [{ p, c, value }] : [])));
  const pairs: Pair[] = [];
  for (const { p, c } of candidates.sort((a, b) => b.value - a.value)) {
    if (!pairs.some(pair => pair[0] === p || pair[1] === c)) pairs.push([p, c]);
  }
  return pairs.sort(([a], [b]) => a - b);
}

/** Pairs of neighbouring characters with their weights. */
type Words = ReadonlyMap<string, number>;

/**
 * Weighs the words of a text by how few of `items` use them; those of the first sentence count twice. Chinese is written without blanks: two or three neighbouring characters stand for a word.
 */
function weighing(text: string, items: readonly Item[]): (span: Span) => Words {
  const users = new Map<string, number>();
  for (const { start, end } of items) {
    for (const gram of new Set(grams(text.slice(start, Math.min(end, start + MOST_WORDS))))) users.set(gram, (users.get(gram) ?? 0) + 1);
  }
  return ({ start, end }) => {
    const body = text.slice(start, Math.min(end, start + MOST_WORDS));
    const stop = body.search(/[。；\n]/);
    const title = new Set(grams(stop < 0 ? body : body.slice(0, stop)));
    const words = new Map<string, number>();
    for (const gram of grams(body)) {
      const count = users.get(gram) ?? 1;
      const rarity = count > 1 ? Math.log(items.length / count) ** 2 : UNSHARED * Math.log(items.length) ** 2;
      words.set(gram, rarity * (title.has(gram) ? 2 : 1));
    }
    return words;
  };
}

/** Characters that build sentences rather than name things. */
const PARTICLES = /[的了和与及或对在是不有等要为把被将从到于以其所这那也都就还很更又并且但而之能会可使让做好强高大一二三四五六七八九十]/;

const grams = (text: string): string[] => (text.match(/[\u4e00-\u9fff]+/g) ?? [])
  .flatMap(run => [2, 3].flatMap(n => range(0, run.length - n + 1).map(i => run.slice(i, i + n))))
  .filter(gram => !PARTICLES.test(gram) && !IDLE.has(gram));

/** What every countermeasure says whatever it is about. */
const IDLE = new Set(['加强', '进一', '工作', '建议', '问题', '存在', '方面', '情况', '单位', '部门', '提升', '推动', '落实', '建立', '健全', '完善', '机制', '制度', '切实', '积极', '充分', '不断', '通过', '同时', '因此', '目前']);

function cosine(a: Words, b: Words): number {
  const length = (words: Words): number => Math.sqrt([...words.values()].reduce((sum, w) => sum + w * w, 0));
  let product = 0;
  for (const [gram, weight] of a) product += weight * (b.get(gram) ?? 0);
  return product === 0 ? 0 : product / (length(a) * length(b));
}

const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
const indexOfMost = (row: readonly number[]): number => row.reduce((best, value, i) => (value > row[best]! ? i : best), 0);
