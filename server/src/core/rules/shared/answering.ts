import { ANSWERS } from '../../lexicon/answers.js';

/** No more of what follows a title is looked at. */
const MOST_WORDS = 160;
/** A word behind the title tells less of what an item is about. */
const BEHIND = 0.5;

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
  const rarity = ANSWERS.map((_, row) => share(asked, row) * share(proposed, row));
  return asked.map(problem =>
    proposed.map(measure => {
      let left = 1;
      for (const [row, weight] of problem) left *= 1 - weight * (measure.get(row) ?? 0) * rarity[row]!;
      return 1 - left;
    }),
  );
}

/** How little a row is spoken of: 1 by one of them, nothing by all. */
function share(all: readonly ReadonlyMap<number, number>[], row: number): number {
  const weights = all.map(matters => matters.get(row) ?? 0);
  const sum = weights.reduce((a, b) => a + b, 0);
  const most = Math.max(...weights);
  return all.length === 1 || most === 0 ? 1 : 1 - (sum - most) / ((all.length - 1) * most);
}

function mattersIn({ title, body }: Said, words: ReadonlyMap<string, readonly number[]>): Map<number, number> {
  const found = new Map<number, number>();
  const look = (text: string, weight: number): void => {
    for (let at = 0; at < text.length; at++) {
      if (!HEADS.has(text.slice(at, at + 2))) continue;
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
const LONGEST = Math.max(...[...PROBLEM_WORDS.keys(), ...MEASURE_WORDS.keys()].map(({ length }) => length));
/** What any of the words begins with. */
const HEADS: ReadonlySet<string> = new Set(
  [...PROBLEM_WORDS.keys(), ...MEASURE_WORDS.keys()].map(word => word.slice(0, 2)),
);
