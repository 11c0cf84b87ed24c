import { factsOf } from './facts/facts.js';
import { LONGEST, openMarksOf, quotationReach } from './facts/quotations.js';
import { memoize } from './memoize.js';
import type { Chunk, PlacedChunk } from './syntax/document.js';

/*
 * Which chunks are one passage: mostly one, all of them where a quotation runs over several.
 */

const openMarks = memoize(({ reading }: Chunk) => openMarksOf(reading.text));

/** How many chunks before a chunk, and behind it, belong to what it quotes. */
interface Reach {
  readonly before: number;
  readonly behind: number;
}
const NO_REACH: Reach = { before: 0, behind: 0 };

/** How far a chunk reached last, and the chunks that were looked at, it among them. */
const latestReach = memoize((_: Chunk): { looked: readonly Chunk[]; own: number; reach: Reach } => ({
  looked: [],
  own: 0,
  reach: NO_REACH,
}));

function reachOf(chunks: readonly PlacedChunk[], i: number): Reach {
  const { chunk } = chunks[i]!;
  const marks = openMarks(chunk);
  if (!marks.isSource && marks.closing.length + marks.opening.length === 0) return NO_REACH;
  const textOf = (k: number): string => chunks[k]!.chunk.reading.text;
  let [from, to] = [i, i + 1];
  for (let length = 0; from > 0 && length <= LONGEST; ) length += textOf(--from).length;
  for (let length = 0; to < chunks.length && length <= LONGEST; ) length += textOf(to++).length;
  const last = latestReach(chunk);
  const isSame =
    last.own === i - from &&
    last.looked.length === to - from &&
    last.looked.every((one, k) => one === chunks[from + k]!.chunk);
  if (!isSame) {
    last.looked = chunks.slice(from, to).map(one => one.chunk);
    last.own = i - from;
    const texts = last.looked.map(({ reading }) => reading.text);
    const reach = quotationReach(
      marks,
      texts.slice(0, last.own).join(''),
      texts[last.own]!,
      texts.slice(last.own + 1).join(''),
    );
    let [before, behind] = [0, 0];
    for (let left = reach.before; left > 0 && before < i; ) left -= textOf(i - ++before).length;
    for (let left = reach.behind; left > 0 && i + 1 + behind < chunks.length; ) left -= textOf(i + ++behind).length;
    last.reach = { before, behind };
  }
  return last.reach;
}

/** Chunks that are one passage: the first of them, and the one behind the last. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** Those of the chunks from one on up to another, over whose edges none reaches. */
export function runsOf(chunks: readonly PlacedChunk[], first: number, last: number): Run[] {
  const runs: Run[] = [];
  for (let i = first; i < last; i++) {
    if (factsOf(chunks[i]!.chunk).countOf('citations') === 0) {
      if ((runs.at(-1)?.to ?? 0) <= i) runs.push({ from: i, to: i + 1 });
      continue;
    }
    const { before, behind } = reachOf(chunks, i);
    let [from, to] = [i - before, i + 1 + behind];
    while (runs.length > 0 && runs.at(-1)!.to > from) {
      const run = runs.pop()!;
      from = Math.min(from, run.from);
      to = Math.max(to, run.to);
    }
    runs.push({ from, to });
  }
  return runs;
}

/**
 * The chunks whose passages may be others than before, where those from one on up to another are: what is changed may be quoted by what
 * stands near, and that reach as far again.
 */
export function reachedFrom(chunks: readonly PlacedChunk[], { from, to }: Run): Run {
  const lengthOf = (i: number): number => chunks[i]!.chunk.reading.text.length;
  let [first, last] = [from, to];
  for (let turn = 0; turn < 2; turn++) {
    for (let length = 0; first > 0 && length <= LONGEST; ) length += lengthOf(--first);
    for (let length = 0; last < chunks.length && length <= LONGEST; ) length += lengthOf(last++);
  }
  return { from: first, to: last };
}
