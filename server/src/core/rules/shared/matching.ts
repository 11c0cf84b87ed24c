import type { Model } from '../../model.js';
import { lazily } from '../../lazily.js';
import { memoize } from '../../memoize.js';
import { readingOf, type Chunk } from '../../syntax/document.js';
import { pieceOf } from '../../syntax/piece.js';
import { itemsOfRole, type ListItem } from './items.js';
import { MOST_WORDS } from './likeness.js';
import { paired, pairedByTopic, type Asked, type PairedItem, type Pairing } from './pairing.js';

/** Which countermeasure answers which problem. */
export interface Matching extends Pairing {
  readonly problems: readonly ListItem[];
  readonly countermeasures: readonly ListItem[];
}

/** Lists longer than any report's: not judged, for the comparison costs their product. */
const MOST_ITEMS = 40;

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

function readFor(item: ListItem, { document }: Model): PairedItem {
  const { title, number, form, marker, isAside = false, topic = null } = item;
  const reading = readingOf(document);
  const { start, end } = reading.toReading(item);
  const words = reading.text.slice(start, Math.min(end, start + MOST_WORDS));
  const [said, body] = [pieceOf(document, title), pieceOf(document, words)];
  return { title: said, body, number, form, isAside, topic, isMarked: marker !== null };
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
