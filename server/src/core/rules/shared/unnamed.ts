import type { Model } from '../../model.js';
import type { Span } from '../../text/span.js';
import { shareOfTone } from '../../lexicon/tone.js';
import { wordsAt } from '../../syntax/document.js';
import { pieceOf } from '../../syntax/piece.js';
import { answeringOf, bodyOf, type Said } from './answering.js';
import { likenessOf } from './likeness.js';

/*
 * Lists that neither a heading nor a sentence names: 绕不开的几道坎 and 下一程怎么走. What they are is told by their heads,
 * and by one list answering the other.
 */

/** No more lists are looked at: the comparison costs the product of any two. */
const MOST_LISTS = 8;
/** From here on two items speak of one thing. */
const ALIKE = 2.2;
/**
 * What two lists must have together: one says what is wrong, the other what is done, and it is done about that; less where one
 * of them is named.
 */
const [ENOUGH, ENOUGH_OF_ONE] = [1.3, 0.5];
/** What the same number of items counts. */
const AS_MANY = 0.2;

interface Item extends Span {
  readonly title: string;
}
export interface Lists<T extends Item> {
  readonly problems: readonly T[];
  readonly countermeasures: readonly T[];
}

/**
 * Of the lists, in the order of the text, the one of problems and the one behind it of measures against them; what is
 * known of the two is taken as it is. Both empty where nothing tells.
 */
export function toldByOthers<T extends Item>(
  model: Model,
  lists: readonly (readonly T[])[],
  known: Lists<T>,
): Lists<T> {
  const none: Lists<T> = { problems: [], countermeasures: [] };
  const unnamed = lists.filter(list => list.length > 1).slice(0, MOST_LISTS);
  const asked = known.problems.length > 0 ? [known.problems] : unnamed;
  const proposed = known.countermeasures.length > 0 ? [known.countermeasures] : unnamed;
  const pairs = asked.flatMap(problems =>
    proposed
      // 五、让光照到该照的地方, with the measures in it, is none of the problems before it.
      .filter(([first]) => problems[0]!.start < first!.start && problems.at(-1)!.end <= first!.start)
      .map(countermeasures => ({ problems, countermeasures })),
  );
  const weighed = pairs.map(pair => ({ pair, weight: weightOf(model, pair, known) }));
  const enough = asked === unnamed && proposed === unnamed ? ENOUGH : ENOUGH_OF_ONE;
  const best = weighed.reduce((a, b) => (b.weight > a.weight ? b : a), { pair: none, weight: -Infinity });
  return best.weight >= enough ? best.pair : none;
}

function weightOf(model: Model, { problems, countermeasures }: Lists<Item>, known: Lists<Item>): number {
  const [asked, proposed] = [problems, countermeasures].map(list => list.map(({ title }) => title)) as [
    string[],
    string[],
  ];
  // What is named says so.
  const ofAsked = known.problems.length > 0 ? 0 : shareOfTone('fault', asked) - shareOfTone('deed', asked);
  const ofProposed =
    known.countermeasures.length > 0 ? 0 : shareOfTone('deed', proposed) - shareOfTone('fault', proposed) / 2;
  const asMany = problems.length === countermeasures.length ? AS_MANY : 0;
  return ofAsked + ofProposed + asMany + answeredShare(model, { problems, countermeasures });
}

/** How many items of the shorter list speak of what one of the other speaks of. */
function answeredShare(model: Model, { problems, countermeasures }: Lists<Item>): number {
  const said = (list: readonly Item[]): Said[] =>
    list.map(item => ({
      title: pieceOf(model.document, item.title),
      body: pieceOf(model.document, wordsAt(model.document, item)),
    }));
  const [asked, proposed] = [said(problems), said(countermeasures)];
  const shared = likenessOf(asked.map(bodyOf), proposed.map(bodyOf));
  const answering = answeringOf(asked, proposed);
  const alike = (p: number, c: number): boolean => shared[p]![c]! + 3 * answering[p]![c]! >= ALIKE;
  const [of, to] = [problems.map((_, p) => p), countermeasures.map((_, c) => c)];
  return of.length <= to.length
    ? of.filter(p => to.some(c => alike(p, c))).length / of.length
    : to.filter(c => of.some(p => alike(p, c))).length / to.length;
}
