import { ANSWERS } from '../../lexicon/answers.js';
import { CharSet } from '../../text/characters.js';

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

function mattersIn({ title, body }: Said, words: ReadonlyMap<string, readonly number[]>): Map<number, number> {
  const found = new Map<number, number>();
  const look = (text: string, weight: number): void => {
    for (let at = 0; at < text.length; at++) {
      if (!FIRST.isAt(text, at) || !SECONDS.get(text.charCodeAt(at))!.has(text.charCodeAt(at + 1))) continue;
      for (let length = 2; length <= LONGEST && at + length <= text.length; length++) {
        for (const row of words.get(text.slice(at, at + length)) ?? []) {
          found.set(row, Math.max(found.get(row) ?? 0, weight));
        }
      }
    }
  };
  look(title, 1);
  look(body.slice(0, MOST_WORDS), BEHIND);
  return found;
}

function wordsOf(side: 0 | 1): ReadonlyMap<string, readonly number[]> {
  const rows = new Map<string, number[]>();
  ANSWERS.forEach((answer, row) => {
    for (const word of answer[side].split('|')) rows.set(word, [...(rows.get(word) ?? []), row]);
  });
  return rows;
}
const [PROBLEM_WORDS, MEASURE_WORDS] = [wordsOf(0), wordsOf(1)];
const WORDS = [...PROBLEM_WORDS.keys(), ...MEASURE_WORDS.keys()];
const LONGEST = Math.max(...WORDS.map(({ length }) => length));
const FIRST = new CharSet(WORDS.map(word => word[0]).join(''));
/** By the first character of a word, a UTF-16 code unit, which may be the second. */
const SECONDS = new Map<number, Set<number>>();
for (const word of WORDS) {
  const seconds = SECONDS.get(word.charCodeAt(0)) ?? new Set();
  SECONDS.set(word.charCodeAt(0), seconds.add(word.charCodeAt(1)));
}
