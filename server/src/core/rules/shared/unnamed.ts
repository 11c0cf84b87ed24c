import { memoize } from '../../memoize.js';
import type { Model } from '../../model.js';
import { rolesIn } from '../../facts/roles.js';
import type { Span } from '../../text/span.js';
import { leaningOf } from '../../lexicon/tone.js';
import { wordsAt } from '../../syntax/document.js';
import { pieceOf, type Piece } from '../../syntax/piece.js';
import { answeringOf, bodyOf, type Said } from './answering.js';
import { likenessOf } from './likeness.js';

/*
 * Lists that neither a heading nor a sentence names: 绕不开的几道坎 and 下一程怎么走. What they are is told by their heads,
 * and by one list answering the other.
 */

/** No more lists are looked at: the comparison costs the product of any two. */
const MOST_LISTS = 8;
/** From here on two items speak of one thing. */
const ALIKE = 3.2;
/**
 * What two lists must have together: one says what is wrong, the other what is done, and it is done about that; less where one
 * of them is named.
 */
const [ENOUGH, ENOUGH_OF_ONE] = [1.3, 0.5];
/** How much the heads of items that nothing marks must tell. */
const LEAST_BARE = 0.3;
/** What the same number of items counts. */
const AS_MANY = 0.2;

interface Item extends Span {
  readonly title: string;
  readonly shape?: string;
}
/** Whether nothing marks it as an item. */
const isBare = ({ shape }: Item): boolean => shape === 'prose' || shape === 'clauses';
export interface Lists<T extends Item> {
  readonly problems: readonly T[];
  readonly countermeasures: readonly T[];
}

/**
 * Of the lists that may be of each, in the order of the text, the one of problems and the one behind it of measures against them; what is
 * known of the two is taken as it is. Both empty where nothing tells.
 */
export function toldByOthers<T extends Item>(
  model: Model,
  lists: { readonly [Role in keyof Lists<T>]: Iterable<readonly T[]> },
  known: Lists<T>,
): Lists<T> {
  const none: Lists<T> = { problems: [], countermeasures: [] };
  const unnamed = (role: keyof Lists<T>): (readonly T[])[] => {
    const found: (readonly T[])[] = [];
    for (const list of lists[role]) {
      if (list.length > 1) found.push(list);
      if (found.length === MOST_LISTS) break;
    }
    return found;
  };
  const enough = known.problems.length + known.countermeasures.length > 0 ? ENOUGH_OF_ONE : ENOUGH;
  const asked = known.problems.length > 0 ? [known.problems] : unnamed('problems');
  const proposed = known.countermeasures.length > 0 ? [known.countermeasures] : unnamed('countermeasures');
  // What a list says of itself is asked once, and not beside each of the others.
  const weighed = (role: keyof Lists<T>, all: readonly (readonly T[])[]): { list: readonly T[]; weight: number }[] =>
    all.map(list => ({ list, weight: known[role].length > 0 ? 0 : weightOf(model, role, list) }));
  const measures = weighed('countermeasures', proposed);
  let best = { weight: -Infinity, ...none };
  for (const { list: problems, weight: ofAsked } of weighed('problems', asked))
    for (const { list: countermeasures, weight: ofProposed } of measures) {
      // 五、让光照到该照的地方, with the measures in it, is none of the problems before it.
      const [first] = countermeasures;
      if (!(problems[0]!.start < first!.start && problems.at(-1)!.end <= first!.start)) continue;
      const own = ofAsked + ofProposed + (problems.length === countermeasures.length ? AS_MANY : 0);
      // No more than all can be answered.
      if (own + 1 < enough || own + 1 <= best.weight) continue;
      const weight = own + answeredShare(model, { problems, countermeasures });
      if (weight > best.weight) best = { weight, problems, countermeasures };
    }
  const { problems, countermeasures, weight } = best;
  return weight >= enough ? { problems, countermeasures } : none;
}

/** How much a list says that it is of the role. */
function weightOf(model: Model, role: keyof Lists<Item>, list: readonly Item[]): number {
  // Of paragraphs that nothing marks the heads alone tell: 比上年增加120件 is of neither, whatever is said behind it.
  const leaning = leaningOf(
    list.map(item => ({
      title: item.title,
      body: isBare(item) ? '' : wordsAt(model.document, item).slice(0, MOST_WORDS),
    })),
  );
  // Where nothing marks the items, that one list answers the other is not enough.
  const own = role === 'problems' ? leaning : -leaning;
  return isBare(list[0]!) && own < LEAST_BARE ? -Infinity : own + announcing(model, list, role);
}
const MOST_WORDS = 160;

/** 走一趟看到的 may head what is wrong, and 我们主张这样改 what is done about it. */
const SAYING = {
  problems: /看到|听到|发现|反映|[之的]话|毛病|隐患|难|坎|痛|愁|忧|坏|怎么了|病|[卡堵缺]在|[?？]|为什么|为何/,
  countermeasures: /主张|怎么|如何|法子|[招策药方]|改[过造变]?|补|安排|做|再|把|让|要|今后|下一|往|答/,
};
const ANNOUNCED = 0.3;
function announcing(model: Model, [first]: readonly Item[], role: keyof Lists<Item>): number {
  const { sections, document } = model;
  const around = sections.findLast(({ start, end, level }) => level > 1 && start < first!.start && first!.start < end);
  const isTitled = around !== undefined && SAYING[role].test(around.title);
  // 仍存在不少薄弱环节： right above it.
  const above = wordsAt(document, { start: Math.max(0, first!.start - LONGEST_LEAD), end: first!.start }).trimEnd();
  const lead = above.slice(Math.max(above.lastIndexOf('。'), above.lastIndexOf('\n')) + 1);
  const isLed = /[：:]$/.test(lead) && rolesIn(lead).includes(role);
  return isTitled || isLed ? ANNOUNCED : 0;
}
const LONGEST_LEAD = 60;

/** How many items of the shorter list speak of what one of the other speaks of. */
function answeredShare({ document }: Model, { problems, countermeasures }: Lists<Item>): number {
  const said = (list: readonly Item[]): Said[] =>
    list.map(item => ({ title: pieceOf(document, item.title), body: pieceOf(document, wordsAt(document, item)) }));
  const [asked, proposed] = [said(problems), said(countermeasures)];
  const compared = latest(asked[0]!.body);
  const last = compared.get(proposed[0]!.body);
  if (last && isSame(last.asked, asked) && isSame(last.proposed, proposed)) return last.share;
  const share = shareAnswered(asked, proposed);
  compared.set(proposed[0]!.body, { asked, proposed, share });
  return share;
}

/** What was compared last of two lists, by what the first item of each says: an edit beside them leaves it as it was. */
interface Compared {
  readonly asked: readonly Said[];
  readonly proposed: readonly Said[];
  readonly share: number;
}
const latest = memoize((_: Piece) => new WeakMap<Piece, Compared>());
const isSame = (one: readonly Said[], other: readonly Said[]): boolean =>
  one.length === other.length &&
  one.every(({ title, body }, i) => title === other[i]!.title && body === other[i]!.body);

function shareAnswered(asked: readonly Said[], proposed: readonly Said[]): number {
  const shared = likenessOf(asked.map(bodyOf), proposed.map(bodyOf));
  const answering = answeringOf(asked, proposed);
  const alike = (p: number, c: number): boolean => shared[p]![c]! + 3 * answering[p]![c]! >= ALIKE;
  const [of, to] = [asked.map((_, p) => p), proposed.map((_, c) => c)];
  return of.length <= to.length
    ? of.filter(p => to.some(c => alike(p, c))).length / of.length
    : to.filter(c => of.some(p => alike(p, c))).length / to.length;
}
