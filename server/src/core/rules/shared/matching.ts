import type { Model } from '../../model.js';
import { lazily } from '../../lazily.js';
import { memoize } from '../../memoize.js';
import { subjectOf } from '../../lexicon/remedy.js';
import { readingOf, type Chunk } from '../../syntax/document.js';
import { pieceOf, type Piece } from '../../syntax/piece.js';
import type { Said } from './answering.js';
import {
  assignedInOrder,
  assignments,
  heaviestAscending,
  uncrossed,
  type Assigned,
  type Pair,
  type Weight,
} from './assignment.js';
import { itemsOfRole, type ListItem } from './items.js';
import { MOST_WORDS } from './likeness.js';
import { oddsOf, secured } from './odds.js';

/** Which countermeasure answers which problem. */
export interface Matching extends Pairing {
  readonly problems: readonly ListItem[];
  readonly countermeasures: readonly ListItem[];
}

/** The same by the indexes of the two lists. */
interface Pairing {
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

/** Lists longer than any report's: not judged, for the comparison costs their product. */
const MOST_ITEMS = 40;
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
  const read = (items: readonly ListItem[]): PairedItem[] => items.map(item => readFor(item, model));
  const pairing = problems.some(({ topic }) => topic !== undefined)
    ? pairedByTopic(read(problems), read(countermeasures))
    : pairedAsBefore(model, {
        problems: read(problems),
        countermeasures: read(countermeasures),
        causes: read(causesBeside(model, problems)),
      });
  const { unanswered, either, firstUnsure } = pairing;
  // Where nothing marks what is a problem, another may stand in the text.
  const isLoose = problems.some(({ shape }) => shape === 'prose');
  const { unasked, outOfOrder } = isLoose ? { unasked: [], outOfOrder: [] } : pairing;
  return lazily(
    { problems, countermeasures, unanswered, either, firstUnsure, unasked, outOfOrder },
    { answers: () => pairing.answers, unsure: () => pairing.unsure },
  );
});

/** 影响数据质量的因素 may be the problems themselves. */
const causesBeside = (model: Model, problems: readonly ListItem[]): ListItem[] =>
  itemsOfRole(model, 'causes')
    .filter(cause => !problems.some(({ start }) => start === cause.start))
    .slice(0, MOST_ITEMS);

/** What the pairing reads of an item: the same items, wherever they stand in the text, are paired alike. */
interface PairedItem extends Said, Pick<ListItem, 'number' | 'form'> {
  readonly isMarked: boolean;
  readonly isAside: boolean;
  /** Where it is told topic by topic, its topic. */
  readonly topic: number | null;
}

function readFor(item: ListItem, { document }: Model): PairedItem {
  const { title, number, form, marker, isAside = false, topic = null } = item;
  const reading = readingOf(document);
  const { start, end } = reading.toReading(item);
  const words = reading.text.slice(start, Math.min(end, start + MOST_WORDS));
  const [said, body] = [pieceOf(document, title), pieceOf(document, words)];
  return { title: said, body, number, form, isAside, topic, isMarked: marker !== null };
}

interface Asked {
  readonly problems: readonly PairedItem[];
  readonly countermeasures: readonly PairedItem[];
  readonly causes: readonly PairedItem[];
}

const isSameList = (one: readonly PairedItem[], other: readonly PairedItem[]): boolean =>
  one.length === other.length &&
  one.every((item, i) => (Object.keys(item) as (keyof PairedItem)[]).every(key => item[key] === other[i]![key]));
const isSame = (one: Asked, other: Asked): boolean =>
  isSameList(one.problems, other.problems) &&
  isSameList(one.countermeasures, other.countermeasures) &&
  isSameList(one.causes, other.causes);

/** What was paired last in the text that begins with a chunk. */
const latest = memoize((_: Chunk): { made: { readonly asked: Asked; readonly pairing: Pairing } | null } => ({
  made: null,
}));

/** An edit beside the items, or behind what is read of them, leaves their pairing as it was. */
function pairedAsBefore({ document }: Model, asked: Asked): Pairing {
  const last = latest(document.chunks[0]!.chunk);
  if (!last.made || !isSame(last.made.asked, asked)) last.made = { asked, pairing: paired(asked) };
  return last.made.pairing;
}

/** Topic by topic: a single problem is answered by what its topic proposes, be it in other words. */
function pairedByTopic(problems: readonly PairedItem[], countermeasures: readonly PairedItem[]): Pairing {
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

const subject = memoize(({ text }: Piece) => subjectOf(text).words);

function paired({ problems, countermeasures, causes }: Asked): Pairing {
  const [askers, answerers] = [withLost(problems), withLost(countermeasures)];
  const secures = countermeasures.map(({ title }) => secured(title));
  const isSecuring = (c: number): boolean => secures[c]!.length > 0;
  const isPlaced = (c: number): boolean => !isSecuring(c) && !countermeasures[c]!.isAside;
  const isSecured = ({ title, body }: PairedItem, c: number): boolean =>
    secures[c]!.some(about => about.test(title.text) || about.test(body.text.slice(0, ASKED)));
  const odds = oddsOf([...problems, ...causes], countermeasures);
  const isStrange = (item: number, c: number): boolean => odds[item]![c]! <= STRANGE;
  // Fewer measures than problems: the more are missing, the likelier one is for several.
  const [n, m] = [askers.length, answerers.length];
  const room = n - answerers.filter(c => c === null || isPlaced(c)).length;
  const subjects = problems.map(({ title }) => subject(title));
  /** 充实执法力量 names all that 执法力量薄弱 is about. */
  const isNamed = (p: number, c: number): boolean =>
    subjects[p]!.length >= LEAST_SUBJECT && countermeasures[c]!.title.text.includes(subjects[p]!);
  const isForSeveral = countermeasures.map(
    item => room > 1 || SEVERAL.test(item.title.text) || saysSeveral(item.body.text),
  );
  /** From which odds on a measure that answers another problem answers this one too. */
  const too = (p: number, c: number): number => (isNamed(p, c) ? NAMED : isForSeveral[c] ? GROUPED : TOUCHES);
  /** How many of the first problems a measure says it answers: 一并解决前两条问题. */
  const firstOnes = countermeasures.map(({ body }) => {
    const [, numeral] = FIRST_SAID.exec(body.text) ?? [];
    return numeral === undefined ? null : FIRST_ONES[numeral]!;
  });
  /** It says so, and a problem's words point to it alone. */
  const isPointedTo = (p: number, c: number): boolean =>
    odds[p]![c]! >= POINTED &&
    (firstOnes[c] != null ? p < firstOnes[c] : COMBINING.test(countermeasures[c]!.body.text)) &&
    odds[p]!.every((value, other) => other === c || odds[p]![c]! - value >= ALONE);
  const touches = (p: number, c: number): boolean => odds[p]![c]! >= too(p, c) || isPointedTo(p, c);
  /** A measure whose words tell of another problem is no answer, for its place alone, to one that no measure speaks of. */
  const isOfAnother = (p: number, c: number): boolean =>
    countermeasures.every((_, other) => isStrange(p, other)) && problems.some((_, q) => q !== p && touches(q, c));
  /** 此外，… and a measure that secures others answer what their words say, or nothing. */
  const isPossible = (p: number, c: number): boolean => {
    if (firstOnes[c] != null && p >= firstOnes[c]) return false;
    if (countermeasures[c]!.isAside) return odds[p]![c]! >= ASIDE;
    return !isStrange(p, c) || !(isOfAnother(p, c) || (isSecuring(c) && !isSecured(problems[p]!, c)));
  };

  const isUnplaced = (c: number): boolean => answerers[c] !== null && !isPlaced(answerers[c]!);
  const worded = (p: number, c: number): number => {
    const [problem, measure] = [askers[p]!, answerers[c]!];
    return problem === null || measure === null ? LOST : odds[problem]![measure]!;
  };
  // Every pairing below asks for these again and again.
  const weights = askers.map((problem, p) =>
    answerers.map((measure, c) => {
      const isNone = problem !== null && measure !== null && !isPossible(problem, measure);
      return isNone ? NEVER : worded(p, c) + (isUnplaced(c) ? 0 : room > 0 ? PAIRED : PAIRED_ONE_BY_ONE);
    }),
  );
  const weight: Weight = (p, c) => weights[p]![c]!;
  const mostOdds = problems.map((_, p) => odds[p]!.reduce((most, value, c) => (value > odds[p]![most]! ? c : most), 0));
  const mostTold = (p: number): number => mostOdds[p]!;
  /**
   * What it is worth to leave a problem without a measure of its own: another's may answer it too. By its odds alone, for
   * whose the measure then is has odds of its own.
   */
  const worthAlone = askers.map(problem =>
    problem === null ? 0 : Math.max(0, odds[problem]![mostTold(problem)]! - (room > 1 ? GROUPED : TOUCHES)),
  );
  const alone = (p: number): number => worthAlone[p]!;
  /** Whom each problem is answered by in a pairing: what it has for itself, else what touches it. */
  const answersIn = (pairs: readonly Pair[]): (number | null)[] => {
    const own = new Map(pairs.map(([p, c]) => [askers[p]!, answerers[c]!]));
    return problems.map((_, p) => own.get(p) ?? (touches(p, mostTold(p)) ? mostTold(p) : null));
  };
  const pairsIn = (columns: readonly number[]): { inOrder: Pair[]; others: Pair[]; pairs: Pair[] } => {
    // Where the measures stand in no order at all, two that cross need not gain much by it.
    const all = (movedIn(columns) < 2 ? uncrossed(columns, worded) : columns)
      .map((c, p): Pair => [p, c])
      .filter(([p, c]) => c >= 0 && weight(p, c) > NEVER);
    const inOrder = heaviestAscending(all, weight);
    // What only its place would pair, and it crosses others, is no pair.
    const others = all.filter(
      pair => !inOrder.includes(pair) && (worded(...pair) >= TOLD || isExchanged(pair, inOrder)),
    );
    return { inOrder, others, pairs: [...inOrder, ...others].sort(([p], [q]) => p - q) };
  };
  const openIn = (answers: readonly (number | null)[]): number[] =>
    problems.map((_, p) => p).filter(p => answers[p] === null);

  /** The best reading: most reports answer in the order of their problems, some but for one, and some in none. */
  const read = (weigh: Weight, worth: (p: number) => number, free: readonly number[]): Assigned => {
    const ordered = assignedInOrder(n, m, weigh, worth, isUnplaced);
    const sumOf = (p: number, c: number): number => (c < 0 ? worth(p) : weigh(p, c));
    const summed = (columns: readonly number[]): Assigned => ({
      columns,
      sum: columns.reduce((sum, c, p) => sum + sumOf(p, c), 0),
    });
    return [ordered, summed(uncrossed(free, worded)), summed(free)]
      .map(({ columns, sum }) => ({ columns, sum: sum - DISORDER[Math.min(movedIn(columns), 2)]! }))
      .reduce((a, b) => (b.sum > a.sum ? b : a));
  };
  const movedIn = (columns: readonly number[]): number => {
    const all = columns.map((c, p): Pair => [p, c]).filter(([, c]) => c >= 0 && !isUnplaced(c));
    return all.length - heaviestAscending(all, () => 1).length;
  };
  const isComplete = isWhole(askers) && isWhole(answerers);
  const free = assignments(n, m, weight, alone);
  const first = read(weight, alone, free.columns);
  /** The same where this problem must have a measure of its own, or must not. */
  const other = (problem: number, isPaired: boolean): Assigned => {
    const it = askers.indexOf(problem);
    const weigh: Weight = isPaired ? weight : (p, c) => (p === it ? NEVER : weight(p, c));
    const worth = isPaired ? (p: number): number => (p === it ? NEVER : alone(p)) : alone;
    return read(weigh, worth, free.instead(it, weigh, worth(it)));
  };
  const paired = problems.map((): Assigned | null => null);
  const otherPaired = (problem: number): Assigned => (paired[problem] ??= other(problem, true));
  const known = new Map<Assigned, readonly (number | null)[]>();
  const answersOf = (reading: Assigned): readonly (number | null)[] => {
    const found = known.get(reading) ?? answersIn(pairsIn(reading.columns).pairs);
    known.set(reading, found);
    return found;
  };
  /** Whether a pairing is about as good as the first, and what several problems share answers each by its words. */
  const isClose = (reading: Assigned): boolean => {
    if (first.sum - reading.sum >= CERTAIN) return false;
    const answers = answersOf(reading);
    return answers.every((c, p) => c === null || touches(p, c) || answers.indexOf(c) === answers.lastIndexOf(c));
  };
  const isAnswered = (p: number, reading: Assigned): boolean => isClose(reading) && answersOf(reading)[p] !== null;
  // Of two readings as good as each other that is meant which leaves fewer without a measure.
  const open = openIn(answersOf(first));
  const best =
    open
      .map(otherPaired)
      .filter(isClose)
      .find(reading => openIn(answersOf(reading)).length < open.length) ?? first;
  const { inOrder, others, pairs: told } = pairsIn(best.columns);
  const pairs = [...told, ...lastOf(told)];
  const answers = answersIn(pairs);
  const given = pairs.flatMap(([, measure]) => answerers[measure] ?? []);
  const unasked = countermeasures
    .map((_, c) => c)
    .filter(c => isPlaced(c) && !given.includes(c))
    .filter(c => odds.every(row => row[c]! < (given.some(other => other > c) ? BESIDE : ASKED_FOR)));
  /** Of as many measures as problems, when all others are paired, the last two: whose words are their own. */
  function lastOf(pairs: readonly Pair[]): Pair[] {
    const placed = answerers.flatMap((c, i) => (c !== null && isPlaced(c) ? [i] : []));
    const [problem, ...moreProblems] = askers.flatMap((_, p) => (pairs.some(pair => pair[0] === p) ? [] : [p]));
    const [measure, ...moreMeasures] = placed.filter(c => !pairs.some(pair => pair[1] === c));
    const isLast = problem !== undefined && measure !== undefined && moreProblems.length + moreMeasures.length === 0;
    const isOf = isLast && placed.length === n && isComplete && !isStrange(askers[problem]!, answerers[measure]!);
    return isOf ? [[problem, measure]] : [];
  }
  const left = openIn(answers);
  const unanswered = isWhole(answerers) ? left.filter(p => !isAnswered(p, otherPaired(p))) : [];
  /** Where another reading is as good, whether the problem is one of those among which some have no measure. */
  const isDoubtful = isWhole(answerers) && unanswered.length < left.length;
  const doubts = problems.map((): boolean | null => null);
  const isDoubted = (p: number): boolean =>
    (doubts[p] ??=
      isDoubtful &&
      (left.includes(p) ? !unanswered.includes(p) : !touches(p, mostTold(p)) && isClose(other(p, false))));
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
  const isSure = (pair: Pair): boolean => worded(...pair) >= (isComplete ? TOLD : SURE);
  const outOfOrder = others.flatMap((pair): Pair[] => {
    const crossed = inOrder.find(other => (other[0] - pair[0]) * (other[1] - pair[1]) < 0);
    // Of two that have changed places, the words of the one may tell it of both.
    const sure = isSure(pair) ? pair : crossed && isExchanged(pair, inOrder) && isSure(crossed) ? crossed : null;
    const [problem, measure] = sure ? [askers[sure[0]]!, answerers[sure[1]]!] : [null, null];
    if (problem === null || measure === null || !isPlaced(measure)) return [];
    if (answers[problem] !== measure || isDoubted(problem)) return [];
    const partner = sure === pair ? crossed : pair;
    if (!isComplete && partner && !isSure(partner)) return [];
    // A measure that answers an earlier problem too stands where that one is, and likewise a later one.
    const isEarly = partner !== undefined && sure![1] < partner[1];
    const answersToo = problems.some(
      (_, q) =>
        (isEarly ? q < problem : q > problem) &&
        odds[q]![measure]! >= GROUPED &&
        (mostTold(q) === measure || !isComplete),
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
function isExchanged([p, c]: Pair, inOrder: readonly Pair[]): boolean {
  const crossed = inOrder.filter(other => (other[0] - p) * (other[1] - c) < 0);
  return crossed.length === 1 && crossed.every(other => Math.abs(other[0] - p) === 1 && Math.abs(other[1] - c) === 1);
}
