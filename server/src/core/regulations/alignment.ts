import { memoize } from '../memoize.js';
import type { Article, ClauseRange, Edition, Item, Paragraph } from './regulation-index.js';

/** A clause to look for: its fingerprint, and how many UTF-16 code units it has, which is what a match is worth. */
export interface Wanted {
  readonly hash: number;
  readonly length: number;
}

/** A clause of a quotation, and how it follows the one before it. */
export interface Sought extends Wanted {
  /** …… stands before it, or something else that hides words: that words are left out there is said. */
  readonly isAfterOmission: boolean;
  /** 3 of （三） written before it; null when none is. */
  readonly number: number | null;
}

/** Where the clauses of a quotation stand in a provision: an ascending place for each. */
export interface Alignment {
  /** Counted from the first clause of the edition. */
  readonly at: readonly number[];
  /** The clauses before which words are left out though nothing says so, by their index; 0 never. */
  readonly omissions: readonly number[];
  /** The clauses that stand in an item of another number than the one written before them, by their index. */
  readonly misnumbered: readonly number[];
}

/**
 * Finds `sought`, in this order, in the words of one provision, which may be several ranges: the lead of a 款 and one of
 * its items, two 款 cited together. Every occurrence of a clause is tried. One clause follows another when it stands
 * right behind it; behind ……, wherever later; from the end of the lead of a 款 to the beginning of any of its items;
 * from the end of an item to the beginning of a later one whose number is written; and from the end of one range to the
 * beginning of the next. Only where no path of that kind is left, words are taken to be left out. Null when they do not
 * stand there in this order at all. Ranges ascend.
 */
export function align(edition: Edition, ranges: readonly ClauseRange[], sought: readonly Sought[]): Alignment | null {
  const places = occurrences(edition, ranges, sought);
  const layers: Map<number, number>[] = [];
  const omissions: number[] = [];
  const misnumbered: number[] = [];
  for (const [i, { hash, isAfterOmission, number }] of sought.entries()) {
    const before = layers[i - 1];
    const all = places.get(hash) ?? [];
    const fitting = number === null ? all : all.filter(at => isNumbered(itemAt(edition, at), number));
    let layer = reached(fitting, before, at => {
      if (!before || before.has(at - 1)) return before ? at - 1 : at;
      if (isAfterOmission) return latestBefore(before, at);
      return allowedJump(before, at, itemAt(edition, at), ranges, number !== null);
    });
    if (layer.size === 0 && before) {
      layer = reached(fitting, before, at => latestBefore(before, at));
      if (layer.size > 0) omissions.push(i);
    }
    if (layer.size === 0 && fitting.length < all.length) {
      layer = reached(all, before, at => (before ? latestBefore(before, at) : at));
      if (layer.size > 0) misnumbered.push(i);
    }
    if (layer.size === 0) return null;
    layers.push(layer);
  }
  const at: number[] = [];
  let place = layers.at(-1)?.keys().next().value;
  for (let i = layers.length - 1; i >= 0 && place !== undefined; i--) {
    at.unshift(place);
    place = layers[i]!.get(place);
  }
  return { at, omissions, misnumbered };
}

/** Whether the words stand there as they are quoted. */
export const isWhole = (alignment: Alignment | null): alignment is Alignment =>
  alignment !== null && alignment.omissions.length === 0 && alignment.misnumbered.length === 0;

/** The places of `all` that can be reached, each with the place it is reached from. */
function reached(
  all: readonly number[],
  before: ReadonlyMap<number, number> | undefined,
  from: (at: number) => number | null,
): Map<number, number> {
  const found = new Map<number, number>();
  for (const at of all) {
    const previous = from(at);
    if (previous !== null && (!before || previous < at)) found.set(at, previous);
  }
  return found;
}

function latestBefore(places: ReadonlyMap<number, number>, at: number): number | null {
  let best: number | null = null;
  for (const place of places.keys()) if (place < at && (best === null || place > best)) best = place;
  return best;
}

function allowedJump(
  before: ReadonlyMap<number, number>,
  at: number,
  beginning: PlacedItem | undefined,
  ranges: readonly ClauseRange[],
  isNumberWritten: boolean,
): number | null {
  if (beginning?.isStart) {
    const { lead, earlierEnds } = beginning;
    if (before.has(lead.to - 1)) return lead.to - 1;
    if (isNumberWritten) for (const end of earlierEnds) if (before.has(end - 1)) return end - 1;
  }
  const range = ranges.findIndex(({ from }) => from === at);
  for (const { to } of ranges.slice(0, Math.max(0, range))) if (before.has(to - 1)) return to - 1;
  return null;
}

function occurrences(
  edition: Edition,
  ranges: readonly ClauseRange[],
  sought: readonly Sought[],
): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>(sought.map(({ hash }) => [hash, []]));
  for (const range of ranges) {
    const hashes = edition.fingerprints(range);
    for (let i = 0; i < hashes.length; i++) places.get(hashes[i]!)?.push(range.from + i);
  }
  return places;
}

/** An item as one of its clauses sees it. */
interface PlacedItem {
  readonly number: number;
  /** Whether the clause is its first. */
  readonly isStart: boolean;
  /** The words that lead to it. */
  readonly lead: ClauseRange;
  /** Where the items before it in its 款 end. */
  readonly earlierEnds: readonly number[];
}

/** （三） before a clause of a 款 with items says which item begins there; where there are none, it says nothing. */
const isNumbered = (item: PlacedItem | undefined, number: number): boolean =>
  !item || (item.isStart && item.number === number);

/** The item in which a clause stands, and what the clause is of it; undefined where it stands in none. */
function itemAt(edition: Edition, at: number): PlacedItem | undefined {
  const article = edition.holding(at);
  return article ? itemsOf(article).get(at) : undefined;
}

/** The clauses of an article that stand in an item. */
const itemsOf = memoize(({ paragraphs }: Article): ReadonlyMap<number, PlacedItem> => {
  const found = new Map<number, PlacedItem>();
  for (const paragraph of paragraphs) {
    const lead = leadOf(paragraph);
    paragraph.items.forEach((item, i) => {
      const earlierEnds = paragraph.items.slice(0, i).map(({ clauses }) => clauses.to);
      for (let at = item.clauses.from; at < item.clauses.to; at++)
        found.set(at, { number: item.number, isStart: at === item.clauses.from, lead, earlierEnds });
    });
  }
  return found;
});

/** The words of a 款 before its first 项. */
export const leadOf = ({ clauses, items }: Paragraph): ClauseRange => ({
  from: clauses.from,
  to: items[0]?.clauses.from ?? clauses.to,
});

/** The article, 款 and 项 in which all the places stand, as far down as one holds them; an item with the lead to it. */
export function placeOf(
  edition: Edition,
  at: readonly number[],
): { article: Article; paragraph: number | null; item: number | null } | null {
  const holds = ({ from, to }: ClauseRange): boolean => at.every(place => from <= place && place < to);
  const article = at.length > 0 ? edition.holding(at[0]!) : null;
  if (!article || !holds(article.clauses)) return null;
  const index = article.paragraphs.findIndex(p => holds(p.clauses));
  const paragraph = article.paragraphs[index];
  if (!paragraph) return { article, paragraph: null, item: null };
  const lead = leadOf(paragraph);
  const beyond = at.filter(place => place >= lead.to);
  const item = paragraph.items.find(
    ({ clauses }: Item) => beyond.length > 0 && beyond.every(place => clauses.from <= place && place < clauses.to),
  );
  return { article, paragraph: index + 1, item: item?.number ?? null };
}
