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
  return asked.map(({ rows, weights }) =>
    proposed.map(measure => {
      let left = 1;
      for (const row of rows) left *= 1 - weights[row]! * measure.weights[row]! * (ofAsked[row]! * ofProposed[row]!);
      return 1 - left;
    }),
  );
}

/** How little each row is spoken of: 1 by one of them, nothing by all. */
function rarities(all: readonly Matters[]): Float64Array {
  const [sums, most] = [new Float64Array(ANSWERS.length), new Float64Array(ANSWERS.length)];
  for (const { rows, weights } of all)
    for (const row of rows) {
      sums[row]! += weights[row]!;
      most[row] = Math.max(most[row]!, weights[row]!);
    }
  return sums.map((sum, row) =>
    all.length === 1 || most[row] === 0 ? 1 : 1 - (sum - most[row]!) / (all.length * most[row]!),
  );
}

/** What an item speaks of, and how much: 0 of all other rows. */
interface Matters {
  readonly rows: readonly number[];
  readonly weights: Float64Array;
}

function mattersIn({ title, body }: Said, { first, behind }: Side): Matters {
  const rows: number[] = [];
  const weights = new Float64Array(ANSWERS.length);
  const add = (row: number, weight: number): void => {
    if (weights[row] !== 0) return;
    weights[row] = weight;
    rows.push(row);
  };
  for (const row of first(title)) add(row, 1);
  for (const row of behind(body)) add(row, BEHIND);
  return { rows, weights };
}

/** What the problems speak of, or the measures: the rows whose words stand in a title, and in what is said behind it. */
interface Side {
  readonly first: (title: Piece) => readonly number[];
  readonly behind: (body: Piece) => readonly number[];
}

const rowsIn = (words: Words, most: number): ((piece: Piece) => readonly number[]) =>
  memoize(({ text }) => {
    const found: number[] = [];
    const end = Math.min(text.length, most);
    for (let at = 0; at + 1 < end; at++) {
      const known = words[slotAt(text, at)];
      if (known)
        for (const { word, rows } of known)
          if (at + word.length <= end && text.startsWith(word, at))
            for (const row of rows) if (!found.includes(row)) found.push(row);
    }
    return found;
  });

/** A word, and the rows it stands in. */
interface Known {
  readonly word: string;
  readonly rows: readonly number[];
}
/** By where their first two characters lead to, others among them, the shortest first; those of one character are none. */
type Words = readonly (readonly Known[] | undefined)[];
const SLOTS = 0x2000;
const slotAt = (text: string, at: number): number => (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1)) & (SLOTS - 1);

function wordsOf(side: 0 | 1): Words {
  const rows = new Map<string, number[]>();
  ANSWERS.forEach((answer, row) => {
    for (const word of answer[side].split('|')) rows.set(word, [...(rows.get(word) ?? []), row]);
  });
  const words = Array<readonly Known[] | undefined>(SLOTS).fill(undefined);
  for (const [word, own] of [...rows].filter(([word]) => word.length > 1).sort(([a], [b]) => a.length - b.length)) {
    const slot = slotAt(word, 0);
    words[slot] = [...(words[slot] ?? []), { word, rows: own }];
  }
  return words;
}
const [ASKED, PROPOSED] = ([0, 1] as const).map((side): Side => {
  const words = wordsOf(side);
  return { first: rowsIn(words, Infinity), behind: rowsIn(words, MOST_WORDS) };
}) as [Side, Side];
