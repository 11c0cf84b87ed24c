import type { Token } from '../../lexicon/tokens.js';
import type { WordClass } from '../../lexicon/words.js';
import type { Figure } from '../figures.js';
import { isLeading, isLink } from '../figures/labels.js';
import { isSameKind, isSpan } from '../figures/units.js';
import { kindsIn, textOf, wordsBefore, wordsBetween, type Clause, type Sentence } from './clauses.js';
import { memoize } from '../../memoize.js';
import { placeOf, type DimensionValue } from './dimensions.js';
import { isKnown } from './sum.js';

/** A clause as an entry of a list: one quantity, what it counts, and by what it differs from its neighbours. */
class Item {
  #label: string | null;
  #place: DimensionValue | null | undefined;

  constructor(
    readonly clause: Clause,
    /** Its one number; null when the clause has none or several. */
    readonly quantity: Figure | null,
    readonly band: Figure | null,
    /** The words before its number. */
    readonly words: readonly Token[],
    /** It only says more of the item before: 占35.3%, 比上年增长5%. */
    readonly isAttached: boolean,
    /** What it counts, if another than its words say. */
    label: string | null = null,
  ) {
    this.#label = label;
  }

  get label(): string {
    this.#label ??= this.quantity ? labelOf(this.clause, this.quantity, this.words) : '';
    return this.#label;
  }

  /** Worked out where an item has a neighbour to be told apart from. */
  get place(): DimensionValue | null {
    if (this.#place === undefined) this.#place = this.#placed();
    return this.#place;
  }

  #placed(): DimensionValue | null {
    const { quantity, band, words, clause } = this;
    const bands = clause.figures.filter(f => f.role === 'band').length;
    const isClear = quantity && bands < 2 && !(bands === 1 && !band) && (!band || isBandLabel(words));
    return isClear ? placeOf(this.label, quantity.unit, band) : null;
  }
}

/** An item that has its number. */
export type CountedItem = Item & { readonly quantity: Figure };

/** The numbers of some items. */
export const quantitiesOf = (items: readonly CountedItem[]): Figure[] => items.map(i => i.quantity);

export interface List {
  readonly items: readonly CountedItem[];
  /** The index, among the sentence's clauses, of the first item's. */
  readonly first: number;
  readonly lead: Clause['lead'] | '：' | null;
  /** What parts its items from each other. */
  readonly joint: string;
  /** The list within which this one says more of one part: …，其中工业41亿元；第三产业126亿元. */
  readonly outer: List | null;
}

/** The item of a clause, where it has a count that is meant exactly. */
export function countedIn(clause: Clause): CountedItem | null {
  const item = itemOf(clause);
  return item.quantity?.role === 'count' && isKnown(item.quantity) ? (item as CountedItem) : null;
}

/** What a clause is as an entry of a list, whose others count in `unit`: of two numbers or more it may be what tells which is meant. */
export const itemOf = (clause: Clause, unit: string | null = null): Item =>
  unit === null || clause.figures.length < 2 ? itemAlone(clause) : madeItem(clause, unit);
const itemAlone = memoize((clause: Clause) => madeItem(clause, null));

function madeItem(clause: Clause, unit: string | null): Item {
  const { says } = clause;
  if (clause.figures.length === 0) return new Item(clause, null, null, [], isAttaching(clause));
  // 比上年支出148万元减少24万元: what is compared with is none of them.
  const mayCompare = says.has('compare') || says.has('than');
  const isCompared = (f: Figure): boolean =>
    mayCompare && wordsBefore(clause, f).some(t => t.is('compare') || (t.is('than') && !t.is('bound')));
  const all = clause.figures.filter((f, i) => f.role === 'count' && !isCompared(f) && !isBaseOf(clause, f, i));
  const shares = clause.figures.filter(f => f.role === 'share' && f.unit !== '个百分点');
  const told = all.length + shares.length > 1 ? withoutAsides(clause, all) : all;
  // 两项之和为92.1%: how many shares, and no count.
  const free = shares.length === 1 && told.every(f => f.isHan) && says.has('total') ? [] : told;
  // 12所乡镇卫生院940张: how many there are that have so many.
  const [one, ...alike] = free.length === 2 ? free.filter(f => f.unit === unit && !f.isHan) : [];
  const counts = one && alike.length === 0 && free.indexOf(one) === 1 ? [one] : free;
  const bands = clause.figures.filter(f => f.role === 'band');
  const isAttached =
    counts.length === 0 &&
    (isAttaching(clause) ||
      isRate(clause, shares) ||
      (shares.length === 0 && clause.figures.some(f => f.role === 'change')));
  const only =
    counts.length === 1 ? counts[0]! : counts.length === 0 && shares.length === 1 && !isAttached ? shares[0]! : null;
  const quantity = only && (only.role === 'count' || isStatedShare(clause, only)) ? only : null;
  const band = quantity && bands.length === 1 && bands[0]!.start < quantity.start ? bands[0]! : null;
  const words = quantity
    ? clause.tokens.filter(t => t.end <= quantity.start && !(band && t.start < band.end && band.start < t.end))
    : [];
  return new Item(clause, quantity, band, words, isAttached);
}

/** 占可用财力33.50亿元的82.5%: of what a share is, and no part of it. */
function isBaseOf(clause: Clause, base: Figure, at: number): boolean {
  const share = clause.figures[at + 1];
  if (share?.unit !== '%' || clause.figures.length !== 2) return false;
  const [of, ...more] = wordsBetween(clause, base.end, share.start);
  return of?.text === '的' && more.length === 0;
}

/** 整改率95.8%: says more of what stands before it. */
const isRate = (clause: Clause, [share, ...others]: readonly Figure[]): boolean =>
  share !== undefined && others.length === 0 && /率[为达到是]*$/.test(textOf(wordsBefore(clause, share)));

/** 占35.3%, 分别占…, 比上年增长…, 人均…: what says more of the clause before. */
function isAttaching({ tokens }: Clause): boolean {
  const first = tokens.find(
    t => !(t.is('each') || t.text === '仅' || t.text === '均' || t.text === '约' || t.text === '只'),
  );
  return first?.isAny(ATTACHING) === true;
}
const ATTACHING: ReadonlySet<WordClass> = new Set([
  'share',
  'goal',
  'compare',
  'than',
  'compared',
  'change',
  'average',
]);

/** 三年共4,535万元, 三项共26.7万亩, 三个小组分别走访120户: what only says when, of how many parts, by how many. */
function withoutAsides(clause: Clause, counts: readonly Figure[]): readonly Figure[] {
  const left = counts.filter(f => !isSpan(f.unit) && !wordsBetween(clause, f.end, clause.end)[0]?.is('total'));
  const digits = left.filter(f => !f.isHan);
  return digits.length > 0 ? digits : left;
}

/** 女性占35%, 占比为35%, 回收率35%: a percentage of something, and no amount. */
function isStatedShare(clause: Clause, share: Figure): boolean {
  const words = wordsBefore(clause, share);
  const end = words.findLastIndex(t => !(t.is('link') && !t.is('share')));
  if (textOf(words.slice(Math.max(0, end), end + 1)).endsWith('率')) return true;
  // “非常满意”36%, “满意”41%
  if (words.at(-1)?.text === '”' && words.some(t => t.text === '“')) return true;
  return words.some(t => t.is('share') || t.is('total'));
}

/** The words before the number without those of its band; the words behind it when there are none before. */
function labelOf(clause: Clause, quantity: Figure, before: readonly Token[]): string {
  const own = quantity.role === 'share' ? before.slice(0, shareStart(before)) : before;
  const text = bare(own);
  if (text !== '') return text;
  const behind = wordsBetween(
    clause,
    quantity.end,
    clause.figures.find(f => f.start >= quantity.end)?.start ?? clause.end,
  );
  const end = behind.findIndex(t => t.is('share') || t.kind === 'mark');
  return bare(end < 0 ? behind : behind.slice(0, end));
}

/** Where 占, or 的占比, begins. */
const shareStart = (words: readonly Token[]): number => {
  const at = words.findIndex(t => t.is('share'));
  return at < 0 ? words.length : at;
};

/** The words of a label, without what only leads to its number and who has it: 其中的男党员有 → 男党员; 全市共有党员 → 党员. */
export function bare(tokens: readonly Token[]): string {
  const words = tokens.filter(t => t.kind !== 'mark' || t.text === '、');
  let from = 0;
  let to = words.length;
  while (to > from && (isLink(words[to - 1]!) || words[to - 1]!.is('people'))) to--;
  // 病例中男性
  const among = words.findLastIndex((t, i) => t.is('among') && i > 0 && i < to - 1);
  if (among > 0) from = among + 1;
  const owner = words.findLastIndex((t, i) => i > 0 && i < to - 1 && isOwner(t, words[i + 1]!));
  if (owner >= from) from = owner + 1;
  while (from < to && (isLeading(words[from]!) || words[from]!.is('having'))) from++;
  // 截至8月底已销号
  let when = from;
  while (when < to && (words[when]!.kind === 'number' || isWhen(words[when]!))) when++;
  if (when > from && when < to && isWhen(words[when - 1]!)) from = when;
  return textOf(words.slice(from, to));
}

/** 截至11月底: the list goes on behind it. */
const saysWhen = ({ tokens, figures }: Clause): boolean =>
  figures.length === 0 && tokens.every(t => t.kind === 'number' || isWhen(t) || t.is('opening') || t.is('time'));
const isWhen = (token: Token): boolean => token.is('when') || token.text === '年';

/** 全市共有, 城区有, 资金由: what stands before it has what stands behind it. */
const isOwner = (token: Token, next: Token): boolean =>
  token.is('owning') || ((token.text === '有' || token.text === '由') && next.kind !== 'number');

/** 年龄在…以下的, 党龄…以上的党员: nothing that could make a second quantity of it. */
const isBandLabel = (words: readonly Token[]): boolean =>
  textOf(words).length <= 24 &&
  !words.some(t => t.is('change') || t.is('average') || t.is('total') || t.is('activity'));

/**
 * Runs of neighbouring items with one unit. A new one begins behind 其中, behind a colon and where a weaker mark joined
 * the items. 集体访48批350人次、个体访304批936人次 are two: of 批, and of 人次.
 */
export function listsOf({ clauses }: Sentence): List[] {
  if (!clauses.some(isDouble)) return runsOf(clauses).map(withoutCommonNoun);
  const seconds = clauses.map(clause => (isDouble(clause) ? secondOf(clause) : { ...clause, figures: [] }));
  return [
    ...runsOf(clauses.map(clause => (isDouble(clause) ? { ...clause, figures: clause.figures.slice(0, 1) } : clause))),
    ...runsOf(seconds),
  ]
    .map(withoutCommonNoun)
    .sort((a, b) => a.first - b.first);
}

/** 41个村已通过验收，38个村正在建设: what all of them are tells none apart. */
function withoutCommonNoun(list: List): List {
  const [first, ...others] = list.items;
  if (others.length === 0 || list.items.some(i => i.words.length > 0)) return list;
  let length = 0;
  while (length < first!.label.length && others.every(o => o.label[length] === first!.label[length])) length++;
  if (length === 0 || list.items.some(i => i.label.length === length)) return list;
  const items = list.items.map(item => {
    const { clause, quantity, band, words, isAttached, label } = item;
    return new Item(clause, quantity, band, words, isAttached, label.slice(length)) as CountedItem;
  });
  return { ...list, items };
}

/** 48批350人次: one thing counted in two ways; 二季度35件 is not. */
function isDouble({ figures, tokens }: Clause): boolean {
  const [a, b] = figures;
  return (
    figures.length === 2 &&
    a!.role === 'count' &&
    b!.role === 'count' &&
    !a!.isHan &&
    !isSameKind(a!.unit, b!.unit) &&
    !isSpan(a!.unit) &&
    !tokens.some(t => t.start >= a!.end && t.end <= b!.start)
  );
}

/** The clause as if the first number were not in it. */
function secondOf(clause: Clause): Clause {
  const [first, second] = clause.figures;
  const tokens = clause.tokens.filter(t => t.end <= first!.start || t.start >= first!.end);
  return { ...clause, figures: [second!], tokens, says: kindsIn(tokens) };
}

/** Whether the next number of a sentence stands behind a semicolon. */
function goesOn(clauses: readonly Clause[], at: number): boolean {
  const next = clauses.slice(at + 1).find(c => c.figures.length > 0 || c.mark !== '，' || c.lead);
  return next !== undefined && next.mark === '；' && next.figures.length > 0;
}

/** The unit of the one number of a clause. */
const onlyUnitOf = (clause: Clause | undefined): string | null =>
  clause?.figures.length === 1 ? clause.figures[0]!.unit : null;

function runsOf(clauses: readonly Clause[]): List[] {
  const lists: List[] = [];
  let open: { items: CountedItem[]; first: number; joint: string; lead: List['lead']; outer: List | null } | null =
    null;
  let pending: List['lead'] = null;
  let isAside = false;
  const close = (): List | null => {
    const list = open;
    open = null;
    if (list) lists.push(list);
    return list;
  };
  clauses.forEach((clause, i) => {
    const item = itemOf(clause, open?.items.at(-1)?.quantity.unit ?? onlyUnitOf(clauses[i + 1]));
    if ((item.isAttached && !clause.lead) || saysWhen(clause)) return;
    const { quantity } = item;
    // 专业队254人，承担首战扑救任务；半专业队634人: what says more of a part, up to the stronger mark.
    if (open && clause.figures.length === 0 && clause.mark === '，' && !clause.lead && goesOn(clauses, i)) {
      isAside = true;
      return;
    }
    const last = open?.items.at(-1)?.quantity;
    const isNext =
      open !== null &&
      quantity !== null &&
      isSameKind(last!.unit, quantity.unit) &&
      !clause.lead &&
      clause.mark !== '：' &&
      // The first mark between two items is the level of the list: 男40名，占47%；女45名，占53%。
      !(clause.mark === '；' && open.joint !== '' && open.joint !== '；') &&
      !(isAside && clause.mark !== '；');
    // 党员92人；研究生18人、本科84人: the weaker mark begins a list within what stronger ones part.
    if (isNext && open!.joint === '；' && clause.mark === '、') {
      const started = open!.items.pop()!;
      close();
      open = {
        items: [started, item as CountedItem],
        first: clauses.indexOf(started.clause),
        joint: '、',
        lead: null,
        outer: null,
      };
      return;
    }
    isAside = false;
    if (isNext) {
      open!.joint ||= clause.mark;
      open!.items.push(item as CountedItem);
      return;
    }
    const before = close();
    // 460份问卷中，从身份看，…: what leads to words without a number leads to what comes behind them.
    const leading = clause.lead ?? (clause.mark === '：' ? '：' : null) ?? pending;
    pending = !quantity && clause.figures.length === 0 ? leading : null;
    if (!quantity) return;
    const isWithin = clause.lead === '其中' && before !== null && before.lead !== null && before.items.length > 0;
    open = {
      items: [item as CountedItem],
      first: i,
      joint: '',
      lead: leading,
      outer: isWithin ? before : null,
    };
  });
  close();
  return lists;
}
