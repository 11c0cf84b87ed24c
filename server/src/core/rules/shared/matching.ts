import type { Model } from '../../model.js';
import { memoize } from '../../memoize.js';
import { kindsIn, subjectOf } from '../../lexicon/remedy.js';
import { SECURING, SECURING_BESIDES } from '../../lexicon/remedies.js';
import { readingOf } from '../../syntax/document.js';
import type { Span } from '../../text/span.js';
import { itemsOfRole, type ListItem } from './items.js';
import { likenessOf } from './likeness.js';

/** Which countermeasure answers which problem. */
export interface Matching {
  readonly problems: readonly ListItem[];
  readonly countermeasures: readonly ListItem[];
  /** For each problem the index of the countermeasure that answers it; null when none does. */
  readonly answers: readonly (number | null)[];
  /** The problems that no countermeasure answers. Those whose answer may be the item a list has lost are not among them. */
  readonly unanswered: readonly number[];
  /** Indexes of countermeasures that no problem and no cause asks for. */
  readonly unasked: readonly number[];
  /** Pairs that the words make certain but whose order is not that of the others: indexes of problem and countermeasure. */
  readonly outOfOrder: readonly (readonly [problem: number, countermeasure: number])[];
}

/** Lists longer than any report's: not judged, for the comparison costs their product. */
const MOST_ITEMS = 40;
/** How much of a problem is asked whether it is about what a measure secures. */
const ASKED = 120;

/** Likeness that says something: below it, two texts share words by chance, and order alone pairs them. */
const ALIKE = 0.05;
/**
 * What the order counts for a pair in its proper place. With this much, the draft in the cases has every problem named
 * whose answer is taken out, and every two neighbours that change places; with half, words of chance mislead.
 */
const ORDER = 0.15;
/**
 * Likeness by which a countermeasure that answers another problem is taken to answer this one too: where its title names
 * what the problem is about, and where it does not.
 */
const [TOUCHES, UNNAMED] = [0.2, 0.25];
/** The same where there are two measures fewer than problems, or more: then each is for several. */
const GROUPED = 0.15;
/** No more of a title is looked at. */
const LONGEST_TITLE = 60;
/** What two pairs must gain in likeness to be taken to cross each other. */
const CROSSING = 0.11;
/** Likeness of all their words by which a pair is said to be out of order. */
const SURE = 0.1;
/** What it counts that the measure's title names what the problem is about, or a thing of its kind. */
const [NAMED, OF_KIND] = [0.3, 0.06];

/**
 * Officials write the answers in the order of the problems but seldom in the same words. So all are paired for the
 * greatest likeness, the order deciding where words do not; a pair without likeness that crosses others is none. What one
 * measure answers besides, its words tell. Null when a list is missing or not itemised: then there is nothing to say.
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
  const [askers, answerers] = [withLost(problems), withLost(countermeasures)];
  const reading = readingOf(model.document);
  const { text } = reading;
  const toReading = (item: ListItem): Span => reading.toReading(item);
  const wordsOf = (item: ListItem, most: number): string => {
    const { start, end } = toReading(item);
    return text.slice(start, Math.min(end, start + most));
  };
  const shared = likenessOf(text, [...problems, ...causes].map(toReading), countermeasures.map(toReading));
  const named = namingOf(problems, countermeasures);
  const secures = countermeasures.map(({ title }) => securedBy(title));
  const isSecured = (item: ListItem, c: number): boolean =>
    secures[c]!.some(about => about.test(item.title) || about.test(wordsOf(item, ASKED)));
  /** How much the words of a measure answer those of an item. */
  const evidence = [...problems, ...causes].map((item, i) =>
    countermeasures.map((_, c) => {
      const value = shared[i]![c]! + (named[i]?.[c] ?? 0);
      return value < ALIKE || (secures[c]!.length > 0 && !secures[c]!.some(about => about.test(item.title)))
        ? 0
        : value;
    }),
  );
  const isGrouped = problems.length > secures.filter(({ length }) => length === 0).length + 1;
  /** Whether a measure that answers another problem is taken to answer this one too. */
  const touches = (p: number, c: number): boolean =>
    evidence[p]![c]! >= TOUCHES && (named[p]![c]! > OF_KIND || shared[p]![c]! >= (isGrouped ? GROUPED : UNNAMED));
  /** What is lost may be anything; 此外，… and a measure that secures others answer what their words say, or nothing. */
  const isPossible = (p: number, c: number): boolean => {
    const [problem, measure] = [askers[p]!, answerers[c]!];
    if (problem === null || measure === null || evidence[problem]![measure]! > 0) return true;
    return (
      !countermeasures[measure]!.isAside &&
      !isOfAnother(problem, measure) &&
      (secures[measure]!.length === 0 || isSecured(problems[problem]!, measure))
    );
  };
  /** A measure whose words tell of another problem is no answer, for its place alone, to one that no measure speaks of. */
  const isOfAnother = (p: number, c: number): boolean =>
    evidence[p]!.every(value => value === 0) && problems.some((_, q) => q !== p && evidence[q]![c]! >= TOUCHES);
  const [n, m] = [askers.length, answerers.length];
  const likeness = (p: number, c: number): number => {
    const [problem, measure] = [askers[p]!, answerers[c]!];
    return problem === null || measure === null ? 0 : evidence[problem]![measure]!;
  };
  const weight = (p: number, c: number): number =>
    isPossible(p, c) ? likeness(p, c) + ORDER * (1 - ((p + 0.5) / n - (c + 0.5) / m) ** 2) : 0;

  /** A title may name in passing what another problem is about: that alone makes no crossing. */
  const told = (p: number, c: number): number => {
    const [problem, measure] = [askers[p]!, answerers[c]!];
    return likeness(p, c) === 0 ? 0 : shared[problem!]![measure!]! + named[problem!]![measure!]! / 2;
  };
  const pairs = uncrossed(assigned(n, m, weight), told)
    .map((c, p): Pair => [p, c])
    .filter(([p, c]) => c >= 0 && isPossible(p, c));
  const inOrder = heaviestAscending(pairs, weight);
  const others = pairs.filter(pair => !inOrder.includes(pair));
  const isExchangedPair = ([p, c]: Pair): boolean =>
    !(answerers[c] !== null && secures[answerers[c]!]!.length > 0) && isExchanged([p, c], inOrder);
  const kept = [...inOrder, ...others.filter(pair => likeness(...pair) > 0 || isExchangedPair(pair))];

  const answers: (number | null)[] = problems.map(() => null);
  for (const [p, c] of kept) {
    const [problem, measure] = [askers[p]!, answerers[c]!];
    if (problem !== null && measure !== null) answers[problem] = measure;
  }
  const paired = kept.map(([p, c]) => [askers[p]!, answerers[c]!] as const);
  const unasked = countermeasures
    .map((_, c) => c)
    .filter(
      c =>
        paired.every(([, measure]) => measure !== c) &&
        secures[c]!.length === 0 &&
        !countermeasures[c]!.isAside &&
        evidence.every(row => row[c] === 0),
    );
  answers.forEach((answer, p) => {
    const best = evidence[p]!.reduce((most, value, i) => (value > evidence[p]![most]! ? i : most), 0);
    if (answer === null && touches(p, best)) answers[p] = best;
  });
  const isComplete = isWhole(askers) && isWhole(answerers);
  /** Whether the words tell the pair: where an item has lost its number, those of the titles, for one has the words of two. */
  const isSure = ([p, c]: Pair): boolean => {
    const [problem, measure] = [askers[p]!, answerers[c]!];
    if (problem === null || measure === null) return false;
    const name = named[problem]![measure]!;
    return isComplete ? Math.max(name, shared[problem]![measure]!) >= SURE : name > OF_KIND;
  };
  const outOfOrder = others.flatMap((pair): Pair[] => {
    const [p, c] = pair;
    const crossed = inOrder.find(other => (other[0] - p) * (other[1] - c) < 0);
    // Of two that have changed places, the words of the one may tell it of both.
    const told = isSure(pair) ? pair : crossed && isExchangedPair(pair) && isSure(crossed) ? crossed : null;
    if (!told) return [];
    const [problem, measure] = [askers[told[0]]!, answerers[told[1]]!];
    // A measure that answers an earlier problem too stands where that one is.
    const answersToo = problems.some(
      (_, q) =>
        q !== problem &&
        touches(q, measure) &&
        inOrder.every(
          ([a, b]) => askers[a] === null || answerers[b] === null || (askers[a]! - q) * (answerers[b]! - measure) >= 0,
        ),
    );
    return answersToo ? [] : [[problem, measure]];
  });
  // What a list has lost may be the answer to any.
  const unanswered = problems.map((_, p) => p).filter(p => answers[p] === null && isWhole(answerers));
  return { problems, countermeasures, answers, unanswered, unasked, outOfOrder };
});

const isWhole = (indexes: readonly (number | null)[]): boolean => !indexes.includes(null);

/** The indexes of a list with null for every number it has lost: 一、二、四 has lost its third. */
function withLost(items: readonly ListItem[]): (number | null)[] {
  let last = 0;
  const written = new Set(items.map(({ number }) => number));
  return items.flatMap((item, i) => {
    last = Math.max(last, i);
    const isCounted =
      item.number !== null && item.form !== null && item.form === items[0]!.form && item.form !== '首先，';
    let gap = 0;
    for (let number = last + 1; isCounted && number < item.number! && gap < MOST_LOST; number++)
      if (!written.has(number)) gap++;
    if (isCounted) last = item.number!;
    return [...Array<null>(gap).fill(null), i];
  });
}
/** More than a slip leaves out. */
const MOST_LOST = 3;

/**
 * How much the title of each measure names what each problem is about: 强化人员、经费保障 names 经费 of 经费紧张. What all
 * measures name tells nothing.
 */
function namingOf(problems: readonly ListItem[], countermeasures: readonly ListItem[]): number[][] {
  const titles = countermeasures.map(({ title }) => title.slice(0, LONGEST_TITLE));
  const titleKinds = titles.map(kindsIn);
  const all = [...titles, ...problems.map(({ title }) => title)];
  // What most of them speak of, 党务干部 in a report on them, tells no two apart.
  const isGeneral = (pair: string): boolean => {
    const users = all.filter(title => title.includes(pair)).length;
    return GENERAL.has(pair) || (users > 3 && users > all.length * MOST_USERS);
  };
  const subjects = problems.map(({ title }) => {
    const { words, kinds } = subjectOf(title.slice(0, LONGEST_TITLE));
    return {
      words,
      kinds,
      pairs: pairsOf(words).filter(pair => !isGeneral(pair) && !(words.length > 3 && OF_FORM.has(pair))),
    };
  });
  return subjects.map(({ words, kinds, pairs }) => {
    const covered = titles.map(title => {
      // 行政处罚 of another problem is what 统一行政处罚标准 names, and not 行政 of 行政检查.
      const own = pairs.filter(pair => {
        if (!title.includes(pair)) return false;
        const length = commonAround(words, title, pair);
        return subjects.every(other => other.words === words || commonAround(other.words, title, pair) <= length);
      });
      return coverage(words, own, title);
    });
    const alike = titleKinds.map(own => (kinds.some(kind => own.includes(kind)) ? 1 : 0));
    return titles.map((_, c) => NAMED * peculiar(covered, c) + OF_KIND * peculiar(alike, c));
  });
}

/** How long the words around a pair of characters are that both have; 0 where one has not even that. */
function commonAround(words: string, title: string, pair: string): number {
  const [i, j] = [words.indexOf(pair), title.indexOf(pair)];
  if (i < 0 || j < 0) return 0;
  let [from, to] = [0, pair.length];
  while (i + from > 0 && j + from > 0 && words[i + from - 1] === title[j + from - 1]) from--;
  while (i + to < words.length && words[i + to] === title[j + to]) to++;
  return to - from;
}

/** A value less what the others have on the average. */
function peculiar(values: readonly number[], at: number): number {
  if (values.length === 1) return values[0]!;
  const others = values.reduce((sum, value) => sum + value, -values[at]!) / (values.length - 1);
  return Math.max(0, values[at]! - others);
}

/** They tell what kind of thing it is, not which. */
const OF_FORM = new Set(['机制', '制度', '体系', '水平', '能力', '质量', '管理', '责任', '落实']);

/** Every two neighbouring characters. */
const pairsOf = (words: string): string[] => Array.from({ length: words.length - 1 }, (_, i) => words.slice(i, i + 2));

/** Which part of the words stands in the title, by such of their pairs as tell something. */
function coverage(words: string, pairs: readonly string[], title: string): number {
  const covered = new Set<number>();
  for (const pair of pairs) {
    if (!title.includes(pair)) continue;
    const at = words.indexOf(pair);
    covered.add(at).add(at + 1);
  }
  return covered.size / words.length;
}
/** A share of all titles above which a word is what the report is about. */
const MOST_USERS = 0.3;
const GENERAL = new Set(['工作', '问题', '方面', '情况', '建设', '力度', '加强', '存在', '需要']);

/** What problems a measure is about that only sees others through; none for a measure of its own matter. */
function securedBy(title: string): RegExp[] {
  const found = new Set<RegExp>();
  const rest = title.replace(/[*_“”]/g, '').replace(SECURING_WORD, word => {
    found.add(SECURED.get(word)!);
    return '';
  });
  return rest.replace(BESIDES, '') === '' ? [...found] : [];
}
const SECURED = new Map(
  SECURING.flatMap(([measures, problems]) => {
    const about = new RegExp(problems);
    return measures.split('|').map((word): [string, RegExp] => [word, about]);
  }),
);
const SECURING_WORD = new RegExp([...SECURED.keys()].sort((a, b) => b.length - a.length).join('|'), 'g');
const BESIDES = new RegExp(SECURING_BESIDES, 'g');

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

/** The same without the crossings that words do not make sure: two that gain little by it stay in order. */
function uncrossed(columns: readonly number[], likeness: Weight): number[] {
  const found = [...columns];
  for (let p = 0; p < found.length; p++) {
    for (let q = p + 1; q < found.length; q++) {
      const [c, d] = [found[p]!, found[q]!];
      if (d < 0 || c <= d) continue;
      const gain = likeness(p, c) + likeness(q, d) - likeness(p, d) - likeness(q, c);
      if (gain < CROSSING) [found[p], found[q]] = [d, c];
    }
  }
  return found;
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
