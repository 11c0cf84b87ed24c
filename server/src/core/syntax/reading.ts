import { partitionPoint } from '../text/search.js';
import type { Span } from '../text/span.js';

/** Stands for what is no prose but stands in between, such as code or a picture: nothing joins over it. */
export const OBJECT = '\ufffc';

/** A stretch of a text that is read as one character, or as nothing: an entity, an escape, markup, the break of a line. */
export interface Change extends Span {
  /** '' or one UTF-16 code unit. */
  readonly as: string;
}

/**
 * What a person reads in a text, and the way back. It is made in two exact steps: `folded` has a character for each of the
 * source, and of that some stretches are dropped, or stand for one character. So each character of the reading *is* a stretch
 * of the source, one behind the other.
 *
 * Offsets are UTF-16. Where something was dropped at the border of a span, it stays outside; what was dropped within is inside.
 */
export class Reading {
  private constructor(
    readonly text: string,
    /** How long the source is. */
    readonly length: number,
    /**
     * The runs of the reading, three numbers each: where it starts in the reading, where in the source, and where it ends there.
     * A run is as long in both, or one character that stands for several. Empty when both texts are the same places.
     */
    readonly runs: readonly number[],
  ) {}

  /** The reading of `folded`, a text of the source's length, with `changes` made to it. They may touch or lie in one another, the outermost counts. */
  static of(folded: string, changes: readonly Change[] = []): Reading {
    if (changes.length === 0) return new Reading(folded, folded.length, NONE);
    const sorted = [...changes].sort((a, b) => a.start - b.start || b.end - a.end || a.as.length - b.as.length);
    const runs: number[] = [];
    let text = '';
    let at = 0;
    for (const { start, end, as } of sorted) {
      if (end <= at) continue;
      // What begins within another only lengthens what is dropped.
      const from = Math.max(at, start);
      if (from > at) {
        runs.push(text.length, at, from);
        text += folded.slice(at, from);
      }
      if (as !== '') {
        runs.push(text.length, from, end);
        text += as;
      }
      at = end;
    }
    if (at < folded.length) {
      runs.push(text.length, at, folded.length);
      text += folded.slice(at);
    }
    return new Reading(text, folded.length, runs);
  }

  /** Whether every offset means the same in both. */
  get isSame(): boolean {
    return this.runs.length === 0 && this.text.length === this.length;
  }

  /** The same reading with further changes, whose spans count in it. */
  with(changes: readonly Change[]): Reading {
    if (changes.length === 0) return this;
    if (this.isSame) return Reading.of(this.text, changes);
    const then = Reading.of(this.text, changes);
    const runs: number[] = [];
    const mine = this.runs;
    let k = 0;
    for (let i = 0; i < then.runs.length; i += 3) {
      const [at, start, end] = [then.runs[i]!, then.runs[i + 1]!, then.runs[i + 2]!];
      const length = (then.runs[i + 3] ?? then.text.length) - at;
      if (length !== end - start) {
        const whole = this.toSource({ start, end });
        runs.push(at, whole.start, whole.end);
        continue;
      }
      // A run of one text is cut where the runs of the other are.
      while (k > 0 && mine[k]! > start) k -= 3;
      while (k + 3 < mine.length && mine[k + 3]! <= start) k += 3;
      for (let from = start; from < end; ) {
        const until = Math.min(end, mine[k + 3] ?? this.text.length);
        const isWide = (mine[k + 3] ?? this.text.length) - mine[k]! !== mine[k + 2]! - mine[k + 1]!;
        const source = isWide ? mine[k + 1]! : mine[k + 1]! + from - mine[k]!;
        runs.push(at + from - start, source, isWide ? mine[k + 2]! : source + until - from);
        from = until;
        if (from < end) k += 3;
      }
    }
    return new Reading(then.text, this.length, runs);
  }

  /** The source of a span of the reading. An empty one is the place right behind the character before it. */
  toSource({ start, end }: Span): Span {
    if (this.runs.length === 0) return this.isSame ? { start, end } : { start: 0, end: 0 };
    if (end > start) return { start: this.#startOf(start), end: this.#endOf(end - 1) };
    const at = start > 0 ? this.#endOf(start - 1) : this.#startOf(0);
    return { start: at, end: at };
  }

  /** What is read of a span of the source: the characters that lie in it, if only in part. */
  toReading({ start, end }: Span): Span {
    if (this.isSame) return { start, end };
    const from = this.#countEnded(start);
    return { start: from, end: Math.max(from, this.#countBegun(end)) };
  }

  /** The run of the `at`th character. */
  #runOf(at: number): number {
    let [low, high] = [0, this.runs.length / 3];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.runs[middle * 3]! <= at) low = middle + 1;
      else high = middle;
    }
    return (low - 1) * 3;
  }

  #isWide(k: number): boolean {
    return (this.runs[k + 3] ?? this.text.length) - this.runs[k]! !== this.runs[k + 2]! - this.runs[k + 1]!;
  }

  #startOf(at: number): number {
    const k = this.#runOf(Math.min(at, this.text.length - 1));
    return this.#isWide(k) ? this.runs[k + 1]! : this.runs[k + 1]! + at - this.runs[k]!;
  }

  #endOf(at: number): number {
    const k = this.#runOf(at);
    return this.#isWide(k) ? this.runs[k + 2]! : this.runs[k + 1]! + at + 1 - this.runs[k]!;
  }

  /** How many characters end at `offset` of the source or before. */
  #countEnded(offset: number): number {
    let [low, high] = [0, this.runs.length / 3];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.runs[middle * 3 + 2]! <= offset) low = middle + 1;
      else high = middle;
    }
    const k = low * 3;
    if (k >= this.runs.length) return this.text.length;
    return this.runs[k]! + (this.#isWide(k) ? 0 : Math.max(0, offset - this.runs[k + 1]!));
  }

  /** How many begin before it. */
  #countBegun(offset: number): number {
    let [low, high] = [0, this.runs.length / 3];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.runs[middle * 3 + 1]! < offset) low = middle + 1;
      else high = middle;
    }
    const k = (low - 1) * 3;
    if (k < 0) return 0;
    const length = (this.runs[k + 3] ?? this.text.length) - this.runs[k]!;
    return this.runs[k]! + (this.#isWide(k) ? 1 : Math.min(length, offset - this.runs[k + 1]!));
  }
}

const NONE: readonly number[] = [];

const within = (place: number, length: number): number => Math.min(length, Math.max(0, place));

/** The readings of pieces that together are a text, as one. */
export class JoinedReading {
  readonly text: string;
  readonly #readings: readonly Reading[];
  readonly #starts: readonly number[];
  readonly #offsets: readonly number[];
  /** Whether every offset means the same in both. */
  readonly isSame: boolean;

  constructor(pieces: readonly { readonly offset: number; readonly reading: Reading }[]) {
    this.#readings = pieces.map(({ reading }) => reading);
    this.#offsets = pieces.map(({ offset }) => offset);
    this.isSame = this.#readings.every(({ isSame }) => isSame);
    let at = 0;
    this.#starts = this.#readings.map(({ text }) => {
      at += text.length;
      return at - text.length;
    });
    this.text = this.#readings.map(({ text }) => text).join('');
  }

  /** As {@link Reading.toSource}. */
  toSource({ start, end }: Span): Span {
    const first = this.#at(this.#starts, start < end || start === 0 ? start : start - 1);
    if (first < 0) return { start: 0, end: 0 };
    const own = this.#toSource(first, { start, end: Math.min(end, this.#starts[first + 1] ?? end) });
    const last = end > start ? this.#at(this.#starts, end - 1) : first;
    if (last === first) return own;
    return { start: own.start, end: this.#toSource(last, { start: this.#starts[last]!, end }).end };
  }

  #toSource(piece: number, { start, end }: Span): Span {
    const [at, offset] = [this.#starts[piece]!, this.#offsets[piece]!];
    const own = this.#readings[piece]!.toSource({ start: start - at, end: end - at });
    return { start: own.start + offset, end: own.end + offset };
  }

  /** As {@link Reading.toReading}. */
  toReading({ start, end }: Span): Span {
    const first = this.#at(this.#offsets, start);
    if (first < 0) return { start: 0, end: 0 };
    const own = this.#toReading(first, start, end);
    if (end <= (this.#offsets[first + 1] ?? Infinity)) return own;
    const from = own.start;
    const last = end > start ? this.#at(this.#offsets, end - 1) : first;
    return { start: from, end: Math.max(from, this.#toReading(last, last === first ? start : 0, end).end) };
  }

  #toReading(piece: number, start: number, end: number): Span {
    const [at, offset] = [this.#starts[piece]!, this.#offsets[piece]!];
    const own = this.#readings[piece]!;
    const [from, until] = [within(start - offset, own.length), within(end - offset, own.length)];
    if (own.isSame) return { start: from + at, end: until + at };
    const span = own.toReading({ start: from, end: until });
    return { start: span.start + at, end: span.end + at };
  }

  /** The last piece that begins no later; of several that begin there, the last, which is not empty. */
  #at(starts: readonly number[], offset: number): number {
    return partitionPoint(starts, start => start <= offset) - 1;
  }
}
