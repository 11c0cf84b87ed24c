import { ANSWERS } from '../../lexicon/answers.js';

/** No more of what follows a title is looked at. */
const MOST_WORDS = 160;
/** A word behind the title tells less of what an item is about. */
const BEHIND = 0.35;

/** What an item says: its title, and what it says of it. */
export interface Said {
  readonly title: string;
  readonly body: string;
}

/**
 * For each problem how much what each of the measures proposes is what is done about such a thing, by the matters they speak
 * of: 0, of nothing alike, to 1. A matter that most of them speak of tells nothing.
 */
export function answeringOf(problems: readonly Said[], measures: readonly Said[]): number[][] {
  const [asked, proposed] = [
    problems.map(said => mattersIn(said, PROBLEM_WORDS)),
    measures.map(said => mattersIn(said, MEASURE_WORDS)),
  ];
  const [ofAsked, ofProposed] = [rarities(asked), rarities(proposed)];
  return asked.map(problem => {
    const spokenOf = [...problem];
    return proposed.map(measure => {
      let left = 1;
      for (const [row, weight] of spokenOf)
        left *= 1 - weight * (measure.get(row) ?? 0) * (ofAsked[row]! * ofProposed[row]!);
      return 1 - left;
    });
  });
}

/** How little each row is spoken of: 1 by one of them, nothing by all. */
function rarities(all: readonly ReadonlyMap<number, number>[]): Float64Array {
  const [sums, most] = [new Float64Array(ANSWERS.length), new Float64Array(ANSWERS.length)];
  for (const matters of all)
    for (const [row, weight] of matters) {
      sums[row]! += weight;
      most[row] = Math.max(most[row]!, weight);
    }
  return sums.map((sum, row) =>
    all.length === 1 || most[row] === 0 ? 1 : 1 - (sum - most[row]!) / (all.length * most[row]!),
  );
}

function mattersIn({ title, body }: Said, words: Words): Map<number, number> {
  const found = new Map<number, number>();
  const look = (text: string, weight: number): void => {
    for (let at = 0; at < text.length; at++)
      for (const { word, rows } of words.get(text.charCodeAt(at))?.get(text.charCodeAt(at + 1)) ?? NONE)
        if (text.startsWith(word, at)) for (const row of rows) found.set(row, Math.max(found.get(row) ?? 0, weight));
  };
  look(title, 1);
  look(body.slice(0, MOST_WORDS), BEHIND);
  return found;
}

/** A word, and the rows it stands in. */
interface Known {
  readonly word: string;
  readonly rows: readonly number[];
}
/** By their first two characters, UTF-16 code units, the shortest first; those of one character are none. */
type Words = ReadonlyMap<number, ReadonlyMap<number, readonly Known[]>>;
const NONE: readonly Known[] = [];

function wordsOf(side: 0 | 1): Words {
  const rows = new Map<string, number[]>();
  ANSWERS.forEach((answer, row) => {
    for (const word of answer[side].split('|')) rows.set(word, [...(rows.get(word) ?? []), row]);
  });
  const words = new Map<number, Map<number, Known[]>>();
  for (const [word, own] of [...rows].filter(([word]) => word.length > 1).sort(([a], [b]) => a.length - b.length)) {
    const [first, second] = [word.charCodeAt(0), word.charCodeAt(1)];
    const begun = words.get(first) ?? new Map<number, Known[]>();
    words.set(first, begun.set(second, [...(begun.get(second) ?? []), { word, rows: own }]));
  }
  return words;
}
const [PROBLEM_WORDS, MEASURE_WORDS] = [wordsOf(0), wordsOf(1)];
