import { ANSWERS } from '../../lexicon/answers.js';
import { memoize } from '../../memoize.js';
import type { Piece } from '../../syntax/piece.js';

/** No more of what follows a title is looked at. */
const MOST_WORDS = 160;
/** A word behind the title tells less of what an item is about. */
const BEHIND = 0.35;

/** What an item says: its title, and what it says of it. */
export interface Said {
  readonly title: Piece;
  readonly body: Piece;
}
export const bodyOf = ({ body }: Said): Piece => body;

/**
 * For each problem how much what each of the measures proposes is what is done about such a thing, by the matters they speak
 * of: 0, of nothing alike, to 1. A matter that most of them speak of tells nothing.
 */
export function answeringOf(problems: readonly Said[], measures: readonly Said[]): number[][] {
  const [asked, proposed] = [
    problems.map(said => mattersIn(said, ASKED)),
    measures.map(said => mattersIn(said, PROPOSED)),
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

function mattersIn({ title, body }: Said, { first, behind }: Side): Map<number, number> {
  const found = new Map(first(title).map(row => [row, 1]));
  for (const row of behind(body)) if (!found.has(row)) found.set(row, BEHIND);
  return found;
}

/** What the problems speak of, or the measures: the rows whose words stand in a title, and in what is said behind it. */
interface Side {
  readonly first: (title: Piece) => readonly number[];
  readonly behind: (body: Piece) => readonly number[];
}

const rowsIn = (words: Words, most: number): ((piece: Piece) => readonly number[]) =>
  memoize(({ text: whole }) => {
    const text = whole.slice(0, most);
    const found = new Set<number>();
    for (let at = 0; at < text.length; at++)
      for (const { word, rows } of words.get(text.charCodeAt(at))?.get(text.charCodeAt(at + 1)) ?? NONE)
        if (text.startsWith(word, at)) for (const row of rows) found.add(row);
    return [...found];
  });

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
const [ASKED, PROPOSED] = ([0, 1] as const).map((side): Side => {
  const words = wordsOf(side);
  return { first: rowsIn(words, Infinity), behind: rowsIn(words, MOST_WORDS) };
}) as [Side, Side];
