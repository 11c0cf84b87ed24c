import { lazily } from '../../lazily.js';
import { memoize } from '../../memoize.js';
import { subjectOf } from '../../lexicon/remedy.js';
import type { Piece } from '../../syntax/piece.js';
import type { Said } from './answering.js';
import {
  assignedInOrder,
  assignments,
  heaviestAscending,
  movedIn,
  sumOf,
  uncrossed,
  type Worth,
} from './assignment.js';
import type { ListItem } from './items.js';
import { oddsOf, secured } from './odds.js';

/** What the pairing reads of an item: the same items, wherever they stand in the text, are paired alike. */
export interface PairedItem extends Said, Pick<ListItem, 'number' | 'form'> {
  readonly isMarked: boolean;
  readonly isAside: boolean;
  /** Where it is told topic by topic, its topic. */
  readonly topic: number | null;
}

export interface Asked {
  readonly problems: readonly PairedItem[];
  readonly countermeasures: readonly PairedItem[];
  readonly causes: readonly PairedItem[];
}

/** Which countermeasure answers which problem, by the indexes of the two lists. */
export interface Pairing {
  /** For each problem the index of the countermeasure that answers it; null when none does. */
  readonly answers: readonly (number | null)[];
  /** The problems that no countermeasure answers. Those whose answer may be the item a list has lost are not among them. */
  readonly unanswered: readonly number[];
  /** Of each of these groups of problems one has no countermeasure: which, the words do not tell. */
  readonly either: readonly (readonly number[])[];
  /** Problems of which some have none, too many to tell: they are not compared. Which they are is worked out when asked for. */
  readonly unsure: readonly number[];
  /** The first of these; null for none. */
  readonly firstUnsure: number | null;
  /** Indexes of countermeasures that no problem and no cause asks for. */
  readonly unasked: readonly number[];
  /** Pairs that the words make certain but whose order is not that of the others: indexes of problem and countermeasure. */
  readonly outOfOrder: readonly (readonly [problem: number, countermeasure: number])[];
}

/** How much of a problem is asked whether it is about what a measure secures. */
const ASKED = 120;

/* Everything below is in odds, and fitted, as in odds.ts. */
/** No more than this tells nothing. */
const STRANGE = 0.15;
/** For any pair, for a measure is there to answer something; and where there are no fewer of them than problems. */
const [PAIRED, PAIRED_ONE_BY_ONE] = [1.6, 2.5];
/** What it costs that none, one or more of the measures do not stand in the order of the problems. */
const DISORDER = [0, 1.6, 1.6];
/** Of an item whose number is all that is left of it. */
const LOST = 1.3;
/** From here on a measure that answers another problem is taken to answer this one too. */
const TOUCHES = 6.9;
/** The same where there are two measures fewer than problems, or more, or it says several things. */
const GROUPED = 3.4;
/** The same where it names the problem. */
const NAMED = 3;
/** How much words must tell of one measure, and by how much more than of any other, to point to it alone. */
const [POINTED, ALONE] = [0.8, 1.2];
/** 人员 alone may be named of any. */
const LEAST_SUBJECT = 4;
/** 更新图书品种，组织读书活动. */
const SEVERAL = /^(?=.{0,18}$).*[，、；]/;
/** What says that a measure answers more than one, or the first of them: 一并解决前两条问题. */
const COMBINING = /一[并举](?:解决|破解|化解)|既[^。]{2,20}又|兼顾|两[条个项方][^。]{0,2}问题/;
const FIRST_SAID = /前([两二三四])[条个项方][^。]{0,2}问题/;
const FIRST_ONES: Readonly<Record<string, number>> = { 两: 2, 二: 2, 三: 3, 四: 4 };
/** 严格停车管理。规范收费标准；加大执法频次。: its first two sentences tell. */
const saysSeveral = (words: string): boolean =>
  words
    .slice(0, ASKED)
    .split('。', 2)
    .some(sentence => sentence.includes('；'));
/** From here on the words tell of a pair that its place is another. */
const TOLD = 1.75;
/** The same where a list has lost an item, and places tell less. */
const SURE = 5;
/** 此外，… is taken to answer a problem from here on. */
const ASIDE = 5;
/** Below it for every problem and cause, none asks for a measure. */
const ASKED_FOR = 3.2;
/** The same of one before a measure that answers something: it may be the first of two that answer the same. */
const BESIDE = -0.65;
/** By which much another reading must be worse to be no reading. */
const CERTAIN = 2.7;
/** More than these are not told to be the ones of which one has no measure. */
const MOST_EITHER = 3;

/** Topic by topic: a single problem is answered by what its topic proposes, be it in other words. */
export function pairedByTopic(problems: readonly PairedItem[], countermeasures: readonly PairedItem[]): Pairing {
  const answers = problems.map((): number | null => null);
  for (const topic of new Set(problems.map(item => item.topic))) {
    const [asked, proposed] = [problems, countermeasures].map(items =>
      items.flatMap((item, i) => (item.topic === topic ? [i] : [])),
    ) as [number[], number[]];
    if (proposed.length === 0) continue;
    const of =
      asked.length === 1
        ? asked.map(() => 0)
        : paired({
            problems: asked.map(p => problems[p]!),
            countermeasures: proposed.map(c => countermeasures[c]!),
            causes: [],
          }).answers;
    // As many as there are difficulties: where words do not tell of all, their order does.
    const isInOrder = asked.length === proposed.length && of.includes(null);
    asked.forEach((p, i) => {
      const c = isInOrder ? i : of[i]!;
      answers[p] = c === null ? null : proposed[c]!;
    });
  }
  const unanswered = problems.map((_, p) => p).filter(p => answers[p] === null);
  return { answers, ...NONE, unanswered, unasked: [], outOfOrder: [] };
}

const subject = memoize(({ text }: Piece) => subjectOf(text));

/** What the words of each pair tell. What is counted with the items that a list has lost is so by `askers` and `answerers`. */
interface Weighed {
  /** The problems with null for every one that is lost, and the measures likewise. */
  readonly askers: readonly (number | null)[];
  readonly answerers: readonly (number | null)[];
  /** What each of them is worth for each, and by its words alone. */
  readonly worth: Worth;
  readonly worded: Worth;
  /** By measure with the lost: whether it has no place in the order. */
  readonly isUnplaced: readonly boolean[];
  /** By measure: whether it has one. */
  readonly isPlaced: readonly boolean[];
  readonly odds: readonly (readonly number[])[];
  /** By problem and measure: whether it answers it beside another. */
  readonly touches: readonly (readonly boolean[])[];
  /** By problem: the measure of the greatest odds. */
  readonly mostTold: readonly number[];
}

function weighed({ problems, countermeasures, causes }: Asked): Weighed {
  const [askers, answerers] = [withLost(problems), withLost(countermeasures)];
  const secures = countermeasures.map(({ title }) => secured(title));
  const isPlaced = countermeasures.map(({ isAside }, c) => secures[c]!.length === 0 && !isAside);
  const isSecured = ({ title, body }: PairedItem, c: number): boolean =>
    secures[c]!.some(about => about.test(title.text) || about.test(body.text.slice(0, ASKED)));
  const odds = oddsOf([...problems, ...causes], countermeasures);
  // Fewer measures than problems: the more are missing, the likelier one is for several.
  const [n, m] = [askers.length, answerers.length];
  const room = n - answerers.filter(c => c === null || isPlaced[c]).length;
  const isForSeveral = countermeasures.map(
    ({ title, body }) => room > 1 || SEVERAL.test(title.text) || saysSeveral(body.text),
  );
  /** 充实执法力量 names all that 执法力量薄弱 is about. */
  const isNamed = (p: number, c: number): boolean => {
    const words = subject(problems[p]!.title);
    return words.length >= LEAST_SUBJECT && countermeasures[c]!.title.text.includes(words);
  };
  /** Whether a measure that answers another problem answers this one too. */
  const isToo = (p: number, c: number): boolean => {
    const value = odds[p]![c]!;
    return value >= NAMED && (value >= TOUCHES || (isForSeveral[c]! && value >= GROUPED) || isNamed(p, c));
  };
  /** How many of the first problems a measure says it answers: 一并解决前两条问题. */
  const firstOnes = countermeasures.map(({ body }) => {
    const [, numeral] = FIRST_SAID.exec(body.text) ?? [];
    return numeral === undefined ? null : FIRST_ONES[numeral]!;
  });
  const isCombining = countermeasures.map(({ body }) => COMBINING.test(body.text));
  /** It says so, and a problem's words point to it alone. */
  const isPointedTo = (p: number, c: number): boolean =>
    (firstOnes[c] == null ? isCombining[c]! : p < firstOnes[c]) &&
    odds[p]![c]! >= POINTED &&
    odds[p]!.every((value, other) => other === c || odds[p]![c]! - value >= ALONE);
  const touches = problems.map((_, p) => countermeasures.map((__, c) => isToo(p, c) || isPointedTo(p, c)));
  const isUnspokenOf = problems.map((_, p) => odds[p]!.every(value => value <= STRANGE));
  const touchesAny = countermeasures.map((_, c) => touches.some(row => row[c]!));
  /**
   * 此外，… and a measure that secures others answer what their words say, or nothing; and a measure whose words tell of another
   * problem is no answer, for its place alone, to one that no measure speaks of.
   */
  const isPossible = (p: number, c: number): boolean => {
    if (firstOnes[c] != null && p >= firstOnes[c]) return false;
    if (countermeasures[c]!.isAside) return odds[p]![c]! >= ASIDE;
    if (odds[p]![c]! > STRANGE) return true;
    return !(isUnspokenOf[p]! && touchesAny[c]!) && (secures[c]!.length === 0 || isSecured(problems[p]!, c));
  };

  const isUnplaced = answerers.map(c => c !== null && !isPlaced[c]!);
  const [paired, worded] = [new Float64Array(n * m).fill(NEVER), new Float64Array(n * m).fill(LOST)];
  askers.forEach((p, i) => {
    answerers.forEach((c, j) => {
      const isKnown = p !== null && c !== null;
      if (isKnown) worded[i * m + j] = odds[p]![c]!;
      if (isKnown && !isPossible(p, c)) return;
      paired[i * m + j] = worded[i * m + j]! + (isUnplaced[j] ? 0 : room > 0 ? PAIRED : PAIRED_ONE_BY_ONE);
    });
  });
  const mostTold = problems.map((_, p) => odds[p]!.indexOf(Math.max(...odds[p]!)));
  /**
   * What it is worth to leave a problem without a measure of its own: another's may answer it too. By its odds alone, for
   * whose the measure then is has odds of its own.
   */
  const worthAlone = askers.map(p =>
    p === null ? 0 : Math.max(0, odds[p]![mostTold[p]!]! - (room > 1 ? GROUPED : TOUCHES)),
  );
  const alone = Float64Array.from(worthAlone);
  const [worth, words] = [paired, worded].map((values): Worth => ({ n, m, paired: values, alone })) as [Worth, Worth];
  return { askers, answerers, worth, worded: words, isUnplaced, isPlaced, odds, touches, mostTold };
}

/** For each problem with the lost the measure it has, or -1, and what that is worth. */
interface Reading {
  readonly columns: readonly number[];
  readonly sum: number;
}

export function paired(asked: Asked): Pairing {
  const { problems, countermeasures } = asked;
  const all = weighed(asked);
  const { askers, answerers, worth, worded, isUnplaced, isPlaced, odds, touches, mostTold } = all;
  const { m } = worth;
  /** Whom each problem is answered by that has none for itself: what touches it. */
  const elsewhere = problems.map((_, p) => (touches[p]![mostTold[p]!] ? mostTold[p]! : null));
  /** Whom each problem is answered by in a reading: what it has for itself, else what touches it. */
  const answersIn = (columns: readonly number[]): (number | null)[] => {
    const answers = [...elsewhere];
    columns.forEach((c, i) => {
      const [p, own] = [askers[i]!, c < 0 ? null : answerers[c]!];
      if (p !== null && own !== null) answers[p] = own;
    });
    return answers;
  };
  /** Of a reading the pairs in the order of both, and others that are pairs all the same. */
  const pairsIn = (columns: readonly number[]): { inOrder: number[]; others: number[]; pairs: number[] } => {
    // Where the measures stand in no order at all, two that cross need not gain much by it.
    const all = (movedIn(columns, isUnplaced) < 2 ? uncrossed(columns, worded) : columns).map((c, p) =>
      c >= 0 && worth.paired[p * m + c]! > NEVER ? c : -1,
    );
    const inOrder = heaviestAscending(all, worth);
    // What only its place would pair, and it crosses others, is no pair.
    const others = all.map((c, p) =>
      c >= 0 && inOrder[p]! < 0 && (worded.paired[p * m + c]! >= TOLD || isExchanged(p, c, inOrder)) ? c : -1,
    );
    return { inOrder, others, pairs: inOrder.map((c, p) => Math.max(c, others[p]!)) };
  };
  const openIn = (answers: readonly (number | null)[]): number[] =>
    problems.map((_, p) => p).filter(p => answers[p] === null);

  /** The best reading: most reports answer in the order of their problems, some but for one, and some in none. */
  const read = (by: Worth, free: readonly number[]): Reading =>
    [assignedInOrder(by, isUnplaced), uncrossed(free, worded), free]
      .map(columns => ({ columns, sum: sumOf(columns, by) - DISORDER[Math.min(movedIn(columns, isUnplaced), 2)]! }))
      .reduce((a, b) => (b.sum > a.sum ? b : a));
  const isComplete = isWhole(askers) && isWhole(answerers);
  const free = assignments(worth);
  const first = read(worth, free.columns);
  /** The same where this problem must have a measure of its own, or must not. */
  const other = (problem: number, isPaired: boolean): Reading => {
    const it = askers.indexOf(problem);
    const by = isPaired
      ? { ...worth, alone: worth.alone.with(it, NEVER) }
      : { ...worth, paired: worth.paired.slice().fill(NEVER, it * m, (it + 1) * m) };
    return read(by, free.instead(it, by));
  };
  const readings = problems.map((): Reading | null => null);
  const otherPaired = (problem: number): Reading => (readings[problem] ??= other(problem, true));
  const known = new Map<Reading, readonly (number | null)[]>();
  const answersOf = (reading: Reading): readonly (number | null)[] => {
    const found = known.get(reading) ?? answersIn(pairsIn(reading.columns).pairs);
    known.set(reading, found);
    return found;
  };
  /** Whether a reading is about as good as the first, and what several problems share answers each by its words. */
  const isClose = (reading: Reading): boolean => {
    if (first.sum - reading.sum >= CERTAIN) return false;
    const answers = answersOf(reading);
    return answers.every((c, p) => c === null || touches[p]![c]! || answers.indexOf(c) === answers.lastIndexOf(c));
  };
  const isAnswered = (p: number, reading: Reading): boolean => isClose(reading) && answersOf(reading)[p] !== null;
  // Of two readings as good as each other that is meant which leaves fewer without a measure.
  const open = openIn(answersOf(first));
  const leavesFewer = (reading: Reading): boolean =>
    isClose(reading) && openIn(answersOf(reading)).length < open.length;
  const fewer = open.find(p => leavesFewer(otherPaired(p)));
  const best = fewer === undefined ? first : otherPaired(fewer);
  const { inOrder, others, pairs: said } = pairsIn(best.columns);
  const pairs = withLast(said, all, isComplete);
  const answers = answersIn(pairs);
  const given = pairs.flatMap(c => answerers[c] ?? []);
  const unasked = countermeasures
    .map((_, c) => c)
    .filter(c => isPlaced[c] && !given.includes(c))
    .filter(c => odds.every(row => row[c]! < (given.some(other => other > c) ? BESIDE : ASKED_FOR)));
  const left = openIn(answers);
  const unanswered = isWhole(answerers) ? left.filter(p => !isAnswered(p, otherPaired(p))) : [];
  /** Where another reading is as good, whether the problem is one of those among which some have no measure. */
  const isDoubtful = isWhole(answerers) && unanswered.length < left.length;
  const doubts = problems.map((): boolean | null => null);
  const isDoubted = (p: number): boolean =>
    (doubts[p] ??=
      isDoubtful && (left.includes(p) ? !unanswered.includes(p) : elsewhere[p] === null && isClose(other(p, false))));
  /** Those of the problems, no more than `most`. */
  const doubted = (most: number): number[] => {
    const found: number[] = [];
    for (let p = 0; p < problems.length && found.length < most; p++) if (isDoubted(p)) found.push(p);
    return found;
  };
  const few = left.length - unanswered.length === 1 ? doubted(MOST_EITHER + 1) : [];
  const either = few.length > 1 && few.length <= MOST_EITHER ? [few] : [];
  const isUnsure = isDoubtful && either.length === 0;

  /** Whether the words tell the pair: where a list has lost an item, the order is known of what they make sure alone. */
  const isSure = ([p, c]: Pair): boolean => worded.paired[p * m + c]! >= (isComplete ? TOLD : SURE);
  const outOfOrder = pairsOf(others).flatMap((pair): Pair[] => {
    const crossed = pairsOf(inOrder).find(other => (other[0] - pair[0]) * (other[1] - pair[1]) < 0);
    // Of two that have changed places, the words of the one may tell it of both.
    const sure = isSure(pair) ? pair : crossed && isExchanged(...pair, inOrder) && isSure(crossed) ? crossed : null;
    const [problem, measure] = sure ? [askers[sure[0]]!, answerers[sure[1]]!] : [null, null];
    if (problem === null || measure === null || !isPlaced[measure]) return [];
    if (answers[problem] !== measure || isDoubted(problem)) return [];
    const partner = sure === pair ? crossed : pair;
    if (!isComplete && partner && !isSure(partner)) return [];
    // A measure that answers an earlier problem too stands where that one is, and likewise a later one.
    const isEarly = partner !== undefined && sure![1] < partner[1];
    const answersToo = problems.some(
      (_, q) =>
        (isEarly ? q < problem : q > problem) &&
        odds[q]![measure]! >= GROUPED &&
        (mostTold[q] === measure || !isComplete),
    );
    return answersToo ? [] : [[problem, measure]];
  });
  return lazily(
    { unanswered, either, firstUnsure: isUnsure ? doubted(1)[0]! : null, unasked, outOfOrder },
    {
      answers: () => answers.map((c, p) => (isDoubted(p) ? null : c)),
      unsure: () => (isUnsure ? doubted(Infinity) : []),
    },
  );
}

type Pair = readonly [problem: number, countermeasure: number];
const pairsOf = (columns: readonly number[]): Pair[] => columns.flatMap((c, p): Pair[] => (c < 0 ? [] : [[p, c]]));

/** Of as many measures as problems, when all others are paired, the last two are too, whose words are their own. */
function withLast(pairs: readonly number[], all: Weighed, isComplete: boolean): readonly number[] {
  const { askers, answerers, isPlaced, odds } = all;
  const placed = answerers.flatMap((c, j) => (c !== null && isPlaced[c] ? [j] : []));
  const [problem, ...moreProblems] = askers.flatMap((_, p) => (pairs[p]! < 0 ? [p] : []));
  const [measure, ...moreMeasures] = placed.filter(c => !pairs.includes(c));
  if (problem === undefined || measure === undefined || moreProblems.length + moreMeasures.length > 0) return pairs;
  const isOf = placed.length === askers.length && isComplete && odds[askers[problem]!]![answerers[measure]!]! > STRANGE;
  return isOf ? pairs.with(problem, measure) : pairs;
}

/** No pair. */
const NEVER = -1000;
const NONE: Pick<Pairing, 'either' | 'unsure' | 'firstUnsure'> = { either: [], unsure: [], firstUnsure: null };

const isWhole = (indexes: readonly (number | null)[]): boolean => !indexes.includes(null);

/** The indexes of a list with null for every number it has lost: 一、二、四 has lost its third. */
function withLost(items: readonly PairedItem[]): (number | null)[] {
  let last = 0;
  const written = new Set(items.map(({ number }) => number));
  return items.flatMap((item, i) => {
    last = Math.max(last, i);
    const isCounted = item.number !== null && item.isMarked && item.form === items[0]!.form && item.form !== '首先，';
    let gap = 0;
    for (let number = last + 1; isCounted && number < item.number! && gap < MOST_LOST; number++)
      if (!written.has(number)) gap++;
    if (isCounted) last = item.number!;
    return [...Array<null>(gap).fill(null), i];
  });
}
/** More than a slip leaves out. */
const MOST_LOST = 3;

/** Two neighbours that have changed places: the words of the one pair tell where the other belongs. */
function isExchanged(p: number, c: number, inOrder: readonly number[]): boolean {
  let crossed = 0;
  for (let q = 0; q < inOrder.length; q++) {
    const d = inOrder[q]!;
    if (d < 0 || (q - p) * (d - c) >= 0) continue;
    if (Math.abs(q - p) !== 1 || Math.abs(d - c) !== 1) return false;
    crossed++;
  }
  return crossed === 1;
}
