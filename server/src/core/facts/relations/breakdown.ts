import { once } from '../../lazily.js';
import { compare, maySumTo, sum, type Amount } from '../../text/exact.js';
import { amountOf, type Figure } from '../figures.js';
import { isSameKind, isSpan } from '../figures/units.js';
import { textOf, wordsBetween, type Clause, type Sentence } from './clauses.js';
import { areStates, claimOf, isOfOneWhole, isOneMoreTime, shared, YEARS, type Member } from './dimensions.js';
import type { CountedItem, List } from './items.js';
import { isNamedAlike, likelySum, likenessOf } from './likely.js';
import { isConsistentSum, isKnown, type Claim, type Sum } from './sum.js';
import {
  areStandards,
  closingTotals,
  isOfWholePlace,
  isSummed,
  isTotalOf,
  restIn,
  saysHowMuch,
  startOfDivision,
} from './totals.js';

/** What a paragraph has said so far. */
export interface ParagraphContext {
  /** The latest counts, oldest first, at most {@link WINDOW}. */
  readonly earlier: Figure[];
  /** What the latest breakdown was of. */
  whole: Figure | null;
  /** Of what each listed number is a part, where 其中 or the like says so. */
  readonly wholes: Map<Figure, Figure>;
  /** It is about people in office. */
  isStaff: boolean;
  /** The share that stands right behind a count: 男性436人，占53.2%; 男性436人（占53.2%）. */
  readonly shareOf: ReadonlyMap<Figure, Figure>;
}

/** As many earlier numbers as may still be what a list adds up to. */
const WINDOW = 24;

/** The sums that a sentence with these lists claims; `context` is what the paragraph said before, and is brought up to date. */
export function sumsOf(sentence: Sentence, lists: readonly List[], context: ParagraphContext): Sum[] {
  const found: Sum[] = [];
  context.isStaff ||= sentence.says.has('staff');
  const counts: Figure[] = [];
  let at = 0;
  /** The counts of the sentence that stand before clause `first`. */
  const before = (first: number): readonly Figure[] => {
    for (; at < first; at++) counts.push(...sentence.clauses[at]!.figures.filter(f => f.role === 'count'));
    return counts;
  };
  const wholes = new Map<List, Figure>();
  /** Parts of a list that goes on behind one within it: they are none of the inner list. */
  const resumed = new Set<CountedItem>();
  let previousWhole: Figure | null = null;
  for (const list of lists) {
    // One number that nothing leads to is no part of anything.
    if (list.items.length === 1 && list.lead === null && !sentence.owner) continue;
    const own = before(list.first);
    const unit = list.items[0]!.quantity.unit;
    const fitting = [...context.earlier, ...own].filter(f => isSameKind(f.unit, unit)).slice(-WINDOW);
    const nearest = wholeOf(list, sentence, own, fitting) ?? meanBefore(list, sentence);
    if (nearest) wholes.set(list, nearest);
    // 每户大米60元、食用油90元: the first was told to be what one gets, and so are the others.
    const standard = list.lead === null ? sentence.clauses[list.first - 1]?.figures.at(-1) : undefined;
    if (standard?.role === 'average' && standard.unit === unit) continue;
    if (list.outer) {
      const whole = wholes.get(list.outer);
      const going = whole ? goingOn(list, whole, context) : null;
      if (going) {
        found.push(...going.sums);
        for (const item of going.items) resumed.add(item);
      }
    }
    const items = list.items.filter(item => !resumed.has(item));
    const rest: List = items.length === list.items.length ? list : { ...list, items };
    if (nearest?.role === 'count' && list.lead !== '：')
      for (const { quantity } of items) context.wholes.set(quantity, nearest);
    if (items.length > 1) {
      found.push(...closingTotals(rest, fitting), ...returned(rest));
      found.push(...divided(rest, own, sentence), ...distributed(rest, own, sentence));
      if (nearest) found.push(...restOf(rest, nearest, fitting), ...colonOf(rest, nearest));
    }
    const primary = nearest ?? (items.length > 1 ? wholeWithoutLead(rest, sentence, fitting, context) : null);
    const sums = byDimension(rest, primary, fitting, context);
    found.push(...sums);
    if ((list.lead === '其中' || list.lead === '中') && nearest) found.push(...tooLarge(rest, nearest, fitting));
    found.push(...byNumbers(rest, sentence, primary ?? (isSecondOf(rest) ? previousWhole : null), fitting));
    if (nearest && nearest.role === 'count' && list.lead !== '：' && !sentence.isBracket) context.whole = nearest;
    else if (sums.length > 0 && !sentence.isBracket) context.whole = sums[0]!.whole ?? context.whole;
    if (nearest && rest.items.length > 1) previousWhole = nearest;
  }
  if (!sentence.isBracket) {
    context.earlier.push(...before(sentence.clauses.length));
    context.earlier.splice(0, context.earlier.length - WINDOW);
  }
  return distinct(found);
}

/** What a list that something leads to is of. */
function wholeOf(list: List, sentence: Sentence, own: readonly Figure[], fitting: readonly Figure[]): Figure | null {
  const { unit } = list.items[0]!.quantity;
  const { owner } = sentence;
  if (owner && sentence.isBracket) return isSameKind(owner.unit, unit) ? owner : null;
  if (list.lead === '其中') return wholeAmong(list, sentence, fitting);
  const previous = own.at(-1);
  if (!previous || !isSameKind(previous.unit, unit)) return null;
  if (list.lead === '中') return previous;
  return list.lead === '：' && sentence.clauses[list.first - 1]!.figures.at(-1) === previous ? previous : null;
}

/** The whole of what 其中 leads to: the last number before it, but for 其中，农村党员中35岁以下的 the one of 农村党员, if any. */
function wholeAmong({ first, items }: List, sentence: Sentence, fitting: readonly Figure[]): Figure | null {
  const group = groupIn(sentence.clauses[first]!);
  if (group !== null) return fitting.findLast(f => f.label.includes(group)) ?? null;
  return wholeBefore(sentence, first, items[0]!.quantity.unit) ?? (first === 0 ? (fitting.at(-1) ?? null) : null);
}

/** 农村党员 of 农村党员中35岁以下党员480名; null without one. */
function groupIn({ tokens, figures, says }: Clause): string | null {
  if (!says.has('among')) return null;
  const at = tokens.findIndex(t => t.is('among') && t.text !== '之中');
  const first = figures[0];
  if (at < 1 || !first || tokens[at]!.start > first.start) return null;
  const group = textOf(tokens.slice(0, at));
  return /^[一-龥]{2,10}$/.test(group) ? group : null;
}

/** The last number of the unit before 其中; none where that is a threshold: 20名以上…，其中至少5名. */
function wholeBefore({ clauses }: Sentence, first: number, unit: string): Figure | null {
  const nearest = clauses
    .slice(0, first)
    .flatMap(c => c.figures)
    .findLast(f => (f.role === 'count' || f.role === 'band') && isSameKind(f.unit, unit));
  return nearest?.role === 'count' ? nearest : null;
}

/** 人均纯收入16820元，其中工资性收入9588元: what each has is made of what each has. */
function meanBefore({ lead, first, items }: List, { clauses }: Sentence): Figure | null {
  const [mean, ...more] = lead === '其中' ? (clauses[first - 1]?.figures ?? []) : [];
  const isWhole = mean?.role === 'average' && more.length === 0 && mean.unit === items[0]!.quantity.unit;
  return isWhole && items.length > 2 ? { ...mean, role: 'count', madeOf: [mean] } : null;
}

const figuresOf = (items: readonly CountedItem[]): Figure[] => items.map(i => i.quantity);

/** 第二产业66亿元，其中工业41亿元；第三产业126亿元: where a list goes on behind one within it, it is all its parts. */
function goingOn(
  inner: List,
  whole: Figure,
  context: ParagraphContext,
): { sums: Sum[]; items: readonly CountedItem[] } | null {
  const { items: outer } = inner.outer!;
  const readings = inner.items.slice(1).map((_, i) => ({
    items: inner.items.slice(i + 1),
    all: [...outer, ...inner.items.slice(i + 1)],
  }));
  const isSame = (all: readonly CountedItem[]): boolean =>
    all.every(({ quantity: f }) => f.role === whole.role && f.unit === whole.unit);
  for (const { items, all } of readings) {
    const one: Sum = { parts: figuresOf(all), whole, claim: 'complete' };
    if (isSame(all) && one.parts.every(isKnown) && isKnown(whole) && isConsistentSum(one))
      return { sums: [one], items };
  }
  for (const { items, all } of readings) {
    const places = all.every(i => i.place) ? shared(all.map(i => i.place!)) : null;
    const claim =
      places && isSame(all)
        ? claimOf(
            all.map((item, i): Member => ({ place: places[i]!, band: item.band })),
            context.isStaff,
          )
        : 'none';
    if (claim !== 'none') return { sums: [{ parts: figuresOf(all), whole, claim }], items };
  }
  for (const { items, all } of readings) {
    const sums = isSame(all) ? likelySum(figuresOf(all), whole, () => likenessOf(all), 'led') : [];
    if (sums.length > 0) return { sums, items };
  }
  return inner.joint === '；' && readings[0] ? { sums: [], items: readings[0].items } : null;
}

/** 85个党支部分为机关18个、…; 共850件，分别为312件、287件、251件; 按水平分为三组，发达组8个、…. */
function divided({ items, lead, first: at }: List, own: readonly Figure[], { clauses }: Sentence): Sum[] {
  if (lead === '其中' || items.length < 2) return [];
  const first = startOfDivision(items);
  const isLedIn =
    first < 0 && at > 0 && clauses[at - 1]!.says.has('division') && clauses[at - 1]!.figures.every(f => f.isHan);
  if ((first < 0 && !isLedIn) || items.length - Math.max(0, first) < 2) return [];
  const start = Math.max(0, first);
  const unit = items[start]!.quantity.unit;
  const whole = start > 0 ? items[start - 1]!.quantity : own.findLast(f => !f.isHan || isSameKind(f.unit, unit));
  if (!whole || !isSameKind(whole.unit, unit) || whole.role !== 'count') return [];
  const wholeWords = start > 0 ? items[start - 1]!.words : (clauses[at - 1]?.tokens ?? []);
  const leading = items[start]!.words;
  if (!isLedIn && leading[0]?.is('each') && !wholeWords.some(t => t.is('total') || t.text === '总')) return [];
  const end = items.findIndex((item, i) => i > start && isTotalOf(item, items.slice(start, i)));
  return [{ parts: figuresOf(items.slice(start, end < 0 ? undefined : end)), whole, claim: 'complete' }];
}

/** 全县公路1864.5公里，国道、省道和县道分别为96.2公里、143.8公里和1624.5公里: as many numbers as names, of what stands before. */
function distributed({ items: all, lead }: List, own: readonly Figure[], { clauses }: Sentence): Sum[] {
  if (all.length < 2 || lead !== null) return [];
  const at = all.findIndex(
    ({ words, clause }) => clause.says.has('each') && words.some((t, i) => i > 0 && t.is('each')),
  );
  const items = all.slice(Math.max(0, at));
  const [head, ...others] = items;
  const whole = at > 0 ? all[at - 1]!.quantity : own.at(-1);
  if (at < 0 || others.length === 0 || others.some(i => i.words.length > 0)) return [];
  if (!whole || whole.unit !== head!.quantity.unit || whole.role !== 'count') return [];
  // 0—17岁、18—34岁、35岁以上分别为: bands stand in clauses of their own.
  const clause = clauses.indexOf(head!.clause);
  const bands = clauses
    .slice(0, clause)
    .reverse()
    .findIndex(c => c.figures.some(f => f.role !== 'band'));
  const names =
    head!.words.filter((t, i) => t.text === '、' || (t.is('and') && !head!.words[i + 1]?.is('bound'))).length +
    1 +
    (bands < 0 ? clause : bands);
  if (names !== items.length) return [];
  const parts = figuresOf(items);
  return head!.words.some(t => t.is('rest'))
    ? [{ parts, whole, claim: 'complete' }]
    : likelySum(parts, whole, 'unknown', 'enclosed');
}

/** No two of them are known to differ by different things. */
function areOfOneKind(items: readonly CountedItem[]): boolean {
  const places = items.flatMap(i => (i.place ? [i.place] : []));
  return places.length < 2 || shared(places) !== null;
}

/** …、其他5个: then all are named. */
function restOf({ items }: List, whole: Figure, fitting: readonly Figure[]): Sum[] {
  const last = items.at(-1)!;
  if (items.length < 2 || !restIn(last) || last.quantity.role !== 'count') return [];
  return areOfOneKind(items) ? settled(figuresOf(items), 'complete', whole, fitting) : [];
}

/** 党支部85个：机关支部18个、农村支部25个、企业支部40个. A total that closes the list is none of its parts. */
function colonOf({ items, lead }: List, whole: Figure): Sum[] {
  if (lead !== '：' || items.length < 2) return [];
  const end = items.findIndex((item, i) => isTotalOf(item, items.slice(0, i)));
  const parts = end < 0 ? items : items.slice(0, end);
  if (parts.length < 2 || parts.some(i => i.quantity.role !== 'count')) return [];
  return areOfOneKind(parts) && !parts.some(hasProperty) ? [{ parts: figuresOf(parts), whole, claim: 'complete' }] : [];
}

/** The parts of one dimension after another: 男40名、女45名，35岁以下18名、36—45岁25名、46岁以上42名. */
function byDimension(
  list: List,
  primary: Figure | null,
  fitting: readonly Figure[],
  { isStaff, shareOf }: ParagraphContext,
): Sum[] {
  const found: Sum[] = [];
  const { items } = list;
  for (let from = 0; from < items.length - 1; ) {
    let to = from + 1;
    let places = items[from]!.place ? [items[from]!.place] : null;
    for (
      ;
      to < items.length && places && items[to]!.place && items[to]!.quantity.role === items[from]!.quantity.role;
      to++
    ) {
      const more = shared(items.slice(from, to + 1).map(i => i.place!));
      if (!more) break;
      places = more;
    }
    const run = items.slice(from, to);
    const behind = items[to] && isBeyond(list, to) ? undefined : items[to];
    const isAlone = isKnownOrEdge(items[from - 1], primary) && isKnownOrEdge(behind, primary);
    from = to;
    if (!places || run.length < 2 || (places[0]!.dimension === YEARS && list.lead !== '其中')) continue;
    const claim = claimOf(
      run.map((item, i): Member => ({ place: places[i]!, band: item.band })),
      isStaff,
    );
    if (claim === 'none') continue;
    const parts = figuresOf(run);
    const isShare = parts[0]!.role === 'share';
    const claimed: Claim = claim === 'complete' && (isAlone || isShare) ? 'complete' : 'exclusive';
    if (isShare) {
      if (
        parts.every(p => p.unit === '%') &&
        isAlone &&
        (claimed === 'complete' || run[0]!.band || isOfOneWhole(places[0]!))
      )
        found.push({ parts, whole: null, claim: claimed });
      continue;
    }
    const sums = settled(parts, claimed, primary, fitting).filter(s => !s.whole || !isOneMoreTime(s.whole, parts));
    const shares = parts.flatMap(part => shareOf.get(part) ?? []);
    // With no whole told, all the shares of all there is are a hundred.
    if (sums.length === 0 && claimed === 'complete' && shares.length === parts.length)
      found.push({ parts: shares, whole: null, claim: claimed });
    found.push(...sums);
  }
  return found;
}

/** The parts with the whole they add up to: the one that leads to them if it fits, else an earlier one that does, else the first. */
function settled(parts: readonly Figure[], claim: Claim, primary: Figure | null, fitting: readonly Figure[]): Sum[] {
  const one = (whole: Figure): Sum => ({ parts, whole, claim });
  if (primary && isConsistentSum(one(primary))) return [one(primary)];
  const other = parts.every(isKnown)
    ? fitting.findLast(f => isKnown(f) && !parts.includes(f) && isConsistentSum(one(f)))
    : undefined;
  if (other) return [one(other)];
  return primary && !mayBeOfSeveral(parts, claim, fitting) ? [one(primary)] : [];
}

/** 党员85名、群众120名参加，其中男112名、女93名: the whole is told in several numbers. */
function mayBeOfSeveral(parts: readonly Figure[], claim: Claim, fitting: readonly Figure[]): boolean {
  if (!parts.every(isKnown)) return false;
  const known = fitting.filter(isKnown);
  const total = sum(parts.map(p => p.value!));
  for (let n = 2; n <= Math.min(5, known.length); n++) {
    const last = known.slice(-n);
    const whole: Amount = { value: sum(last.map(f => f.value!)), isRounded: last.some(f => f.isRounded) };
    if (maySumTo(parts.map(amountOf), whole) || (claim !== 'complete' && compare(total, whole.value) <= 0)) return true;
  }
  return false;
}

/** A neighbour of no known kind may be one more of the same: 专职18人、兼职25人、志愿者40人. */
const isKnownOrEdge = (item: CountedItem | undefined, whole: Figure | null): boolean =>
  item === undefined ||
  item.place !== null ||
  item.quantity === whole ||
  (item.words.length === 1 && item.words[0]!.is('total'));

/** The whole of a list that nothing leads to: the item before it that says 共有, or what the paragraph broke down before. */
function wholeWithoutLead(
  { items, first }: List,
  { clauses }: Sentence,
  fitting: readonly Figure[],
  context: ParagraphContext,
): Figure | null {
  const head = items[0]!;
  const next = items[1]?.place ?? null;
  if (
    items.length > 2 &&
    next &&
    (!head.place || !shared([head.place, next])) &&
    head.quantity.role === 'count' &&
    isHead(items, first)
  )
    return head.quantity;
  const lead = clauses[first - 1];
  const isLedIn = (lead !== undefined && lead.figures.length === 0 && leadsIn(lead)) || namesDimension(head);
  const isAllOfIt = first === 0 && items.every(i => i.place !== null);
  const isSame = context.whole !== null && isSameKind(context.whole.unit, head.quantity.unit);
  if ((isLedIn || isAllOfIt) && isSame) return context.whole;
  // 流出党员60人。学历结构为：…; 新签约项目42个，总投资186.4亿元。从产业看，…
  // 累计报告563例。病例中男性331例、女性232例: of the one number of the kind told before.
  const isOfGroup = first === 0 && isAllOfIt && groupIn(clauses[0]!) !== null && fitting.length === 1;
  if (isOfGroup) return fitting[0]!;
  const isAnnounced = lead !== undefined && items.length > 1 && announces(lead, items.length);
  return isAnnounced || (lead !== undefined && lead.figures.length === 0 && leadsIn(lead) && context.whole === null)
    ? (fitting.findLast(f => f.role === 'count' && !items.some(i => i.quantity === f)) ?? null)
    : null;
}

/** 从年龄看, 按学历分, 分季度看, 年龄结构: says by what it is told apart. */
function leadsIn({ tokens, says }: Clause): boolean {
  const text = textOf(tokens);
  return /^[从按]/.test(text) || (text.startsWith('分') && text.endsWith('看')) || says.has('dimension');
}
/** 由三部分组成：, 分布在3个乡镇，: says how many parts follow. */
const announces = ({ figures, tokens }: Clause, parts: number): boolean =>
  figures.length < 2 && tokens.some(t => t.kind === 'number' && t.value?.digits === parts && t.value.exponent === 0);

const namesDimension = ({ words, clause }: CountedItem): boolean =>
  clause.says.has('dimension') && words.some(t => t.is('dimension'));

/** 共有党员85名, or at the head of a sentence and no smaller than what follows: 党员85名, 对85名党员进行测评. */
function isHead([head, ...rest]: readonly CountedItem[], first: number): boolean {
  const { words } = head!;
  if (saysHowMuch(words)) return true;
  const isLargest = rest.every(
    i => !i.quantity.value || !head!.quantity.value || compare(i.quantity.value, head!.quantity.value) <= 0,
  );
  if (first !== 0 || !isLargest) return false;
  const text = textOf(words);
  return (
    /^(?:共)?对$/.test(text) ||
    (/^[一-龥]{2,10}$/.test(text) && !words.some(t => t.is('activity') || t.is('rest') || t.is('about')))
  );
}

/** 16个乡镇，其中12个镇、4个乡，288个村委会: by its own noun something else. 28家为规上企业 is a part. */
function isOfItsOwn({ quantity: { unit, end }, words, clause }: CountedItem): boolean {
  if (!'个所处座支'.includes(unit) || words.length > 0) return false;
  return /^(?![为是属系的未已没被有存达不])[一-龥]{2}/.test(textOf(wordsBetween(clause, end, clause.end)));
}

/** 其中…累计达…: more than a part. */
const saysMore = ({ words }: CountedItem): boolean =>
  words.some(t => t.is('total') || t.is('beyond') || t.is('average') || t.is('goal'));
/** 新增铁路639公里，其中高铁370公里，新增公路2600公里: the next deed is a thing of its own; so is what 全市 begins. */
const isOwnDeed = (item: CountedItem, [first]: readonly CountedItem[]): boolean =>
  item !== first && ((startsDeed(item) && !startsDeed(first!)) || isOfWholePlace(item.words));
const startsDeed = ({ words }: CountedItem): boolean => words[0]?.is('deed') === true;

/** 党员85名，其中女党员93名. Behind a semicolon something else may begin: 党员85名，其中女党员30名；群众120名. */
function tooLarge({ items }: List, whole: Figure, fitting: readonly Figure[]): Sum[] {
  if (!isKnown(whole) || whole.isHan) return [];
  // 其中镇14个、乡3个，共有行政村263个、社区41个: what there is besides, and all that follows it.
  const isBesides = ({ words, clause: { mark } }: CountedItem): boolean =>
    mark === '，' && words.some(t => t.is('total') || t.is('owning'));
  const end = items.findIndex((item, i) => isOwnDeed(item, items) || (i > 0 && isBesides(item)));
  return items.slice(0, end < 0 ? undefined : end).flatMap(item => {
    const f = item.quantity;
    // 收入857亿元，其中税收580亿元；支出1,612亿元: behind the semicolon 其中 may be over.
    if (
      f.role !== 'count' ||
      f.unit !== whole.unit ||
      !isKnown(f) ||
      item.clause.mark === '；' ||
      saysMore(item) ||
      isOfItsOwn(item)
    )
      return [];
    const one: Sum = { parts: [f], whole, claim: 'part' };
    return !isConsistentSum(one) &&
      !mayBeOfSeveral([f], 'part', fitting) &&
      fitting.every(other => !isKnown(other) || compare(f.value!, other.value!) > 0)
      ? [one]
      : [];
  });
}

/** 应到代表185名，实到193名; 发放问卷600份，收回620份: no more can come back than went out. Of loans more can. */
function returned({ items }: List): Sum[] {
  return items.slice(1).flatMap((item, i) => {
    const [whole, part] = [items[i]!.quantity, item.quantity];
    const [out, back] = [nameBehind(items[i]!, 'given'), nameBehind(item, 'returned')];
    const isSame = out !== null && back !== null && (back === '' || out.slice(-2) === back.slice(-2));
    const one: Sum = { parts: [part], whole, claim: 'part' };
    return isSame &&
      '份人'.includes(whole.unit) &&
      whole.unit === part.unit &&
      part.role === 'count' &&
      !isConsistentSum(one)
      ? [one]
      : [];
  });
}

/** What stands between 发放 or 收回 and the number; null where the word does not. */
function nameBehind({ words, clause }: CountedItem, of: 'given' | 'returned'): string | null {
  if (!clause.says.has(of)) return null;
  const at = words.findLastIndex(t => t.is(of));
  return at < 0 ? null : textOf(words.slice(at + 1)).replace(/^了/, '');
}

/** 已整改, 正在整改: what is done and what is being done is mostly all there is. */
const PROGRESS = '进度';
function areByProgress(parts: readonly CountedItem[]): boolean {
  const named = parts.filter(p => !restIn(p));
  const places = named.flatMap(p => p.place ?? []);
  return (
    places.length === named.length &&
    (places.every(p => p.dimension === PROGRESS) || (places.length > 1 && areStates(places)))
  );
}
const isSecondOf = ({ items }: List): boolean => items[0]!.clause.mark === '；';
/** 女党员, 35岁以下: what others may be as well. */
const hasProperty = ({ label }: CountedItem): boolean => /^(?:女|少数民族)|以上|以下/.test(label);

/** 21个、48个、57个，已整改113个: behind the stronger mark something else is said. */
function isBeyond({ items }: List, i: number): boolean {
  const { clause } = items[i]!;
  return i > 1 && items[1]!.clause.mark === '、' && clause.mark === '，' && !restIn(items[i]!);
}

/** 31人，行政编制11人、事业编制14人、公益性岗位6人: the head is parted from its parts by the stronger mark. */
const isSetApart = ([first, ...others]: readonly CountedItem[]): boolean =>
  first!.clause.mark === '，' && others.every(o => o.clause.mark === '、');

/** Whether an item differs from others by the same as they do from each other. */
const isOneOf = ({ place }: CountedItem, others: readonly CountedItem[]): boolean =>
  place !== null && others.some(o => o.place !== null && shared([place, o.place]) !== null);

/** The parts that their own numbers show to be all there is, or to have been meant to be. */
function byNumbers(
  list: List,
  { clauses, isBracket }: Sentence,
  primary: Figure | null,
  fitting: readonly Figure[],
): Sum[] {
  const { items: all, lead, first } = list;
  if (all.length < 2) return [];
  const end = all.findIndex(
    (item, i) =>
      isOwnDeed(item, all) ||
      (i > 1 && item.clause.says.has('total') && item.words.some(t => t.is('total'))) ||
      (i === 1 && primary !== null && isSummed(item)),
  );
  const beyond = all.findIndex((_, i) => isBeyond(list, i));
  const isWhole =
    beyond >= 0 && primary !== null && isConsistentSum({ parts: figuresOf(all), whole: primary, claim: 'likely' });
  const ended = beyond < 0 || isWhole ? end : end < 0 ? beyond : Math.min(beyond, end);
  const items = ended < 0 ? all : all.slice(0, ended);
  const last = items.at(-1);
  if (!last || areStandards(items) || items.some(i => i.quantity.role !== 'count' || isSpan(i.quantity.unit)))
    return [];
  const from = clauses[first - 1] ?? clauses[first]!;
  const stretch = clauses.slice(clauses.indexOf(from), clauses.indexOf(last.clause) + 1);
  const behind = clauses.slice(clauses.indexOf(last.clause) + 1);
  if (!restIn(last) && (stretch.some(c => c.says.has('open')) || saysOverlap(behind))) return [];
  const isLed =
    (primary !== null && !items.some(i => i.quantity === primary)) || isBracket || (lead !== null && lead !== '：');
  // The first may be the whole of the others: 反馈问题43个，已完成整改38个，正在推进5个.
  const own = primary ? items.findIndex(i => i.quantity === primary) : 0;
  const [whole, parts] = [primary ?? items[0]!.quantity, items.slice(own + 1)];
  const isProgress = parts.length > 1 && areByProgress(parts);
  if (
    parts.length < 2 ||
    !isKnown(whole) ||
    whole.role !== 'count' ||
    (whole.isHan && !parts.every(p => p.quantity.isHan))
  )
    return [];
  // 市直机关3216名，区直机关1874名，国有企业965名: the first is one of them.
  if (!primary && (isOneOf(items[0]!, parts) || parts[0]!.clause.mark === '、')) return [];
  const figures = figuresOf(parts);
  if (figures.includes(whole) || figures.some(f => f.unit !== whole.unit && !isSameKind(f.unit, whole.unit))) return [];
  if (!figures.every(isKnown)) return [];
  const likeness = once(() => likenessOf(parts));
  const before = clauses[first - 1];
  const isEnclosed =
    isBracket ||
    isProgress ||
    restIn(last) ||
    (before !== undefined && (leadsIn(before) || announces(before, parts.length)));
  const isHeaded = primary !== null || saysHowMuch(items[0]!.words) || items[0]!.words.length === 0;
  const form = isEnclosed
    ? 'enclosed'
    : isLed || (isSetApart(parts) && likeness() !== 'kindred')
      ? 'led'
      : isHeaded
        ? 'headed'
        : isNamedAlike(items) && !items[0]!.words.some(t => t.is('plan'))
          ? 'sibling'
          : 'loose';
  const sums = likelySum(figures, whole, likeness, form);
  // What is less than one of its parts is their whole only if it was miswritten itself.
  const isLess = !primary && figures.some(f => compare(f.value!, whole.value!) >= 0);
  if (
    isLess &&
    (form === 'loose' || form === 'sibling' || parts.length < 3 || sums.some(s => s.mend?.figure !== whole))
  )
    return [];
  // 其中拆除的86户，加固的517户，其他为轻微受损: there are others still, and these are more than all.
  const next = clauses[clauses.indexOf(last.clause) + 1];
  const hasOthers = next?.figures.length === 0 && next.tokens[0]?.is('rest') === true;
  if (hasOthers && isLed && compare(sum(figures.map(f => f.value!)), whole.value!) > 0)
    return [{ parts: figures, whole, claim: 'exclusive' }];
  if (sums.every(isConsistentSum)) return sums;
  const others = fitting.filter(f => f !== whole && !figures.includes(f));
  const isExplained = others.some(f => isKnown(f) && isConsistentSum({ parts: figures, whole: f, claim: 'likely' }));
  return isExplained || mayBeOfSeveral(figures, 'complete', fitting) ? [] : sums;
}

/** 其中4个单位两类问题并存: said behind the parts, up to the stronger mark, that one of them may be another as well. */
function saysOverlap(behind: readonly Clause[]): boolean {
  const end = behind.findIndex(c => c.mark === '；');
  return behind
    .slice(0, end < 0 ? undefined : end)
    .some(c => c.says.has('open') && c.tokens.some(t => t.as('open')?.attributes['overlap'] !== undefined));
}

/**
 * One list may be read in two ways; the one with more parts says more, and of two alike the first. A total before the parts
 * and another behind them are two claims: 党员85名，其中男40名、女46名，共计86名.
 */
function distinct(all: readonly Sum[]): Sum[] {
  const isWrong = (s: Sum): boolean => !isConsistentSum(s);
  // Parts that exclude each other and are less than the whole tell nothing; what their numbers tell comes first.
  const sums = all.filter(
    s =>
      s.claim !== 'exclusive' ||
      isWrong(s) ||
      !all.some(o => o.claim === 'likely' && isWrong(o) && s.parts.every(p => o.parts.includes(p))),
  );
  return sums.filter(
    (s, i) =>
      !sums.some(
        (other, j) =>
          j !== i &&
          s.parts.every(p => other.parts.includes(p)) &&
          (other.parts.length > s.parts.length || (isSameWhole(other.whole, s.whole) && j < i)),
      ),
  );
}

const isSameWhole = (a: Figure | null, b: Figure | null): boolean =>
  a === b || (!!a?.value && !!b?.value && compare(a.value, b.value) === 0);
