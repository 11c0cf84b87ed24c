import type { Model } from '../../model.js';
import { memoize } from '../../memoize.js';
import { kindsIn, subjectOf } from '../../lexicon/remedy.js';
import { readingOf } from '../../syntax/document.js';
import type { Span } from '../../text/span.js';
import { answeringOf, type Said } from './answering.js';
import { assigned, heaviestAscending, uncrossed, type Assigned, type Pair, type Weight } from './assignment.js';
import { itemsOfRole, type ListItem } from './items.js';
import { likenessOf } from './likeness.js';
import { securedBy } from './securing.js';

/** Which countermeasure answers which problem. */
export interface Matching {
  readonly problems: readonly ListItem[];
  readonly countermeasures: readonly ListItem[];
  /** For each problem the index of the countermeasure that answers it; null when none does. */
  readonly answers: readonly (number | null)[];
  /** The problems that no countermeasure answers. Those whose answer may be the item a list has lost are not among them. */
  readonly unanswered: readonly number[];
  /** Of each of these groups of problems one has no countermeasure: which, the words do not tell. */
  readonly either: readonly (readonly number[])[];
  /** Problems of which some have none, too many to tell: they are not compared. */
  readonly unsure: readonly number[];
  /** Indexes of countermeasures that no problem and no cause asks for. */
  readonly unasked: readonly number[];
  /** Pairs that the words make certain but whose order is not that of the others: indexes of problem and countermeasure. */
  readonly outOfOrder: readonly (readonly [problem: number, countermeasure: number])[];
}

/** Lists longer than any report's: not judged, for the comparison costs their product. */
const MOST_ITEMS = 40;
/** How much of a problem is asked whether it is about what a measure secures. */
const ASKED = 120;

/** No more of a title is looked at. */
const LONGEST_TITLE = 60;
/** What it counts that the measure's title names what the problem is about, or a thing of its kind. */
const [NAMED, OF_KIND] = [0.3, 0.06];

/*
 * Everything below is in odds, as logarithms: 0 is even, 1 is 3 to 1. What each kind of words weighs was fitted to which
 * measure answers which problem in the reports of the tests.
 */
/** That two items whose words have nothing in common belong together, out of several. */
const STRANGERS = -4.5;
/** For the words they share, the title that names the problem, and what is done about such a thing. */
const [SHARED, NAMING, ANSWERING] = [10.5, 3.5, 2.5];
/** For a pair at a place that leaves room for the items around, and for each step off it. */
const [IN_PLACE, PER_STEP] = [6, 1.25];
/** Of an item whose number is all that is left of it. */
const LOST = -3;
/** From here on a measure that answers another problem is taken to answer this one too. */
const TOUCHES = 1;
/** The same where there are two measures fewer than problems, or more: then each is for several. */
const GROUPED = -0.5;
/** From here on the words tell of a pair that its place is another. */
const TOLD = -2;
/** Below it for every problem and cause, none asks for a measure. */
const ASKED_FOR = -1;
/** By which much another reading must be worse to be no reading. */
const CERTAIN = 1;
/** More than these are not told to be the ones of which one has no measure. */
const MOST_EITHER = 2;

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
  return problems.some(({ topic }) => topic !== undefined)
    ? matchedByTopic(model, problems, countermeasures)
    : matched(model, problems, countermeasures, itemsOfRole(model, 'causes').slice(0, MOST_ITEMS));
});

/** Topic by topic: a single problem is answered by what its topic proposes, be it in other words. */
function matchedByTopic(model: Model, problems: readonly ListItem[], countermeasures: readonly ListItem[]): Matching {
  const answers = problems.map((): number | null => null);
  for (const topic of new Set(problems.map(item => item.topic))) {
    const [asked, proposed] = [problems, countermeasures].map(items =>
      items.flatMap((item, i) => (item.topic === topic ? [i] : [])),
    ) as [number[], number[]];
    if (proposed.length === 0) continue;
    const of =
      asked.length === 1 || proposed.length === 1
        ? asked.map(() => 0)
        : matched(
            model,
            asked.map(p => problems[p]!),
            proposed.map(c => countermeasures[c]!),
            [],
          ).answers;
    asked.forEach((p, i) => {
      answers[p] = of[i] === null ? null : proposed[of[i]!]!;
    });
  }
  const unanswered = problems.map((_, p) => p).filter(p => answers[p] === null);
  return { problems, countermeasures, answers, ...NONE, unanswered, unasked: [], outOfOrder: [] };
}

function matched(
  model: Model,
  problems: readonly ListItem[],
  countermeasures: readonly ListItem[],
  causes: readonly ListItem[],
): Matching {
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
  const said = (item: ListItem): Said => ({ title: item.title, body: wordsOf(item, ASKED * 2) });
  const answering = answeringOf([...problems, ...causes].map(said), countermeasures.map(said));
  const secures = countermeasures.map(({ title }) => securedBy(title));
  const isSecuring = (c: number): boolean => secures[c]!.length > 0;
  const isPlaced = (c: number): boolean => !isSecuring(c) && !countermeasures[c]!.isAside;
  const isSecured = (item: ListItem, c: number): boolean =>
    secures[c]!.some(about => about.test(item.title) || about.test(wordsOf(item, ASKED)));
  /** By their words, that a measure answers an item. */
  const odds = [...problems, ...causes].map((item, i) =>
    countermeasures.map((_, c) => {
      if (isSecuring(c) && !secures[c]!.some(about => about.test(item.title))) return STRANGERS;
      const [likeness, naming] = [shared[i]![c]!, named[i]?.[c] ?? 0];
      return STRANGERS + SHARED * Math.sqrt(likeness) + NAMING * Math.sqrt(naming) + ANSWERING * answering[i]![c]!;
    }),
  );
  const isStrange = (item: number, c: number): boolean => odds[item]![c]! <= STRANGERS;
  // Fewer measures than problems: the more are missing, the likelier one is for several.
  const [n, m] = [askers.length, answerers.length];
  const room = n - answerers.filter(c => c === null || isPlaced(c)).length;
  const touches = (p: number, c: number): boolean => odds[p]![c]! >= (room > 1 ? GROUPED : TOUCHES);
  /** A measure whose words tell of another problem is no answer, for its place alone, to one that no measure speaks of. */
  const isOfAnother = (p: number, c: number): boolean =>
    countermeasures.every((_, other) => isStrange(p, other)) && problems.some((_, q) => q !== p && touches(q, c));
  /** 此外，… and a measure that secures others answer what their words say, or nothing. */
  const isPossible = (p: number, c: number): boolean => {
    if (countermeasures[c]!.isAside) return odds[p]![c]! >= TOLD;
    return !isStrange(p, c) || !(isOfAnother(p, c) || (isSecuring(c) && !isSecured(problems[p]!, c)));
  };

  /** What it counts for a pair that its place leaves room for the items around; some have no place of their own. */
  const placed = (p: number, c: number): number =>
    answerers[c] !== null && !isPlaced(answerers[c]!)
      ? IN_PLACE / 2
      : IN_PLACE - PER_STEP * Math.max(0, p - c - Math.max(0, room), c - p + Math.min(0, room));
  const worded = (p: number, c: number): number => {
    const [problem, measure] = [askers[p]!, answerers[c]!];
    return problem === null || measure === null ? LOST : odds[problem]![measure]!;
  };
  // Every pairing below asks for these again and again.
  const weights = askers.map((problem, p) =>
    answerers.map((measure, c) => {
      const isNone = problem !== null && measure !== null && !isPossible(problem, measure);
      return isNone ? NEVER : worded(p, c) + placed(p, c);
    }),
  );
  const weight: Weight = (p, c) => weights[p]![c]!;
  const told = problems.map((_, p) => odds[p]!.reduce((most, value, c) => (value > odds[p]![most]! ? c : most), 0));
  const mostTold = (p: number): number => told[p]!;
  /** What it is worth to leave a problem without a measure of its own: another's may answer it too. */
  const worthAlone = askers.map(problem =>
    problem !== null && touches(problem, mostTold(problem))
      ? Math.max(0, odds[problem]![mostTold(problem)]! - (room > 1 ? 0 : 1))
      : 0,
  );
  const alone = (p: number): number => worthAlone[p]!;
  /** Whom each problem is answered by in a pairing: what it has for itself, else what touches it. */
  const answersIn = (pairs: readonly Pair[]): (number | null)[] => {
    const own = new Map(pairs.map(([p, c]) => [askers[p]!, answerers[c]!]));
    return problems.map((_, p) => own.get(p) ?? (touches(p, mostTold(p)) ? mostTold(p) : null));
  };
  const pairsIn = (columns: readonly number[]): { inOrder: Pair[]; others: Pair[]; pairs: Pair[] } => {
    const all = uncrossed(columns, worded)
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

  const first = assigned(n, m, weight, alone);
  /** The same where this problem must have a measure of its own, or must not. */
  const other = (problem: number, isPaired: boolean): Assigned => {
    const isIt = (p: number): boolean => askers[p] === problem;
    return isPaired
      ? assigned(n, m, weight, p => (isIt(p) ? NEVER : alone(p)))
      : assigned(n, m, (p, c) => (isIt(p) ? NEVER : weight(p, c)), alone);
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
  const { inOrder, others, pairs } = pairsIn(best.columns);
  const answers = answersIn(pairs);
  const unasked = countermeasures
    .map((_, c) => c)
    .filter(
      c =>
        isPlaced(c) && pairs.every(([, measure]) => answerers[measure] !== c) && odds.every(row => row[c]! < ASKED_FOR),
    );
  const { unanswered, either, unsure } = isWhole(answerers) ? withoutAnswer() : NONE;
  for (const p of [...either.flat(), ...unsure]) answers[p] = null;

  /** The problems without a measure: those that are, and where another reading is as good, those among which they are. */
  function withoutAnswer(): Pick<Matching, 'unanswered' | 'either' | 'unsure'> {
    const left = openIn(answers);
    const unanswered = left.filter(p => !isAnswered(p, otherPaired(p)));
    if (unanswered.length === left.length) return { unanswered, either: [], unsure: [] };
    const candidates = problems
      .map((_, p) => p)
      .filter(p => (left.includes(p) ? !unanswered.includes(p) : !touches(p, mostTold(p)) && isClose(other(p, false))));
    return left.length - unanswered.length === 1 && candidates.length <= MOST_EITHER && candidates.length > 1
      ? { unanswered, either: [candidates], unsure: [] }
      : { unanswered, either: [], unsure: candidates };
  }

  /** Whether the words tell the pair: where a list has lost an item, the order is known of what they make sure alone. */
  const isComplete = isWhole(askers) && isWhole(answerers);
  const isSure = (pair: Pair): boolean => worded(...pair) >= (isComplete ? TOLD : TOUCHES);
  const outOfOrder = others.flatMap((pair): Pair[] => {
    const crossed = inOrder.find(other => (other[0] - pair[0]) * (other[1] - pair[1]) < 0);
    // Of two that have changed places, the words of the one may tell it of both.
    const sure = isSure(pair) ? pair : crossed && isExchanged(pair, inOrder) && isSure(crossed) ? crossed : null;
    const [problem, measure] = sure ? [askers[sure[0]]!, answerers[sure[1]]!] : [null, null];
    if (problem === null || measure === null || answers[problem] !== measure || isSecuring(measure)) return [];
    const partner = sure === pair ? crossed : pair;
    if (!isComplete && partner && !isSure(partner)) return [];
    // A measure that answers an earlier problem too stands where that one is, and likewise a later one.
    const isEarly = partner !== undefined && sure![1] < partner[1];
    const answersToo = problems.some((_, q) => (isEarly ? q < problem : q > problem) && touches(q, measure));
    return answersToo ? [] : [[problem, measure]];
  });
  return { problems, countermeasures, answers, unanswered, either, unsure, unasked, outOfOrder };
}

/** No pair. */
const NEVER = -1000;
const NONE: Pick<Matching, 'unanswered' | 'either' | 'unsure'> = { unanswered: [], either: [], unsure: [] };

const isWhole = (indexes: readonly (number | null)[]): boolean => !indexes.includes(null);

/** The indexes of a list with null for every number it has lost: 一、二、四 has lost its third. */
function withLost(items: readonly ListItem[]): (number | null)[] {
  let last = 0;
  const written = new Set(items.map(({ number }) => number));
  return items.flatMap((item, i) => {
    last = Math.max(last, i);
    const isCounted =
      item.number !== null && item.marker !== null && item.form === items[0]!.form && item.form !== '首先，';
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

/** Two neighbours that have changed places: the words of the one pair tell where the other belongs. */
function isExchanged([p, c]: Pair, inOrder: readonly Pair[]): boolean {
  const crossed = inOrder.filter(other => (other[0] - p) * (other[1] - c) < 0);
  return crossed.length === 1 && crossed.every(other => Math.abs(other[0] - p) === 1 && Math.abs(other[1] - c) === 1);
}
