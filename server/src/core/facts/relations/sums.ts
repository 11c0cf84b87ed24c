import { toNumber } from '../../text/numerals.js';
import { compare, HUNDRED, maySumTo, sum, type Amount } from '../../text/exact.js';
import { amountOf, type Figure } from '../figures.js';
import { isSameKind } from '../figures/units.js';
import type { Sentence } from './clauses.js';
import { claimOf, isOfOneWhole, shared, YEARS, type Member } from './dimensions.js';
import type { CountedItem, List } from './items.js';

/**
 * What a list says of its parts. `complete`: they are all there is; `exclusive`: none counts what another counts;
 * `part`: each is a part, no more is certain.
 */
export type Claim = 'complete' | 'exclusive' | 'part';

/** These parts and that whole. `whole` is null for 100 per cent. */
export interface Sum {
  readonly parts: readonly Figure[];
  readonly whole: Figure | null;
  readonly claim: Claim;
}

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

const STAFF = /干部|职工|教师|班子|员工|工作人员|工作者|公务员|民警|在岗|在编|教职/;

/** As many earlier numbers as may still be what a list adds up to. */
const WINDOW = 24;

const TOTAL =
  /^(?:近|这)?(?:([一二两三四五六七八九十\d]{1,3})(?:[年项者个]|类[一-龥]{0,8}?)|以上|总|全部|一|(全年))?(?:共计|合计|总计|总共|累计|总数为|总数|共有|共)([一-龥]{0,8})$/;
const REST = /^(?:其他|其它|其余|剩余|余下|另外)/;
const DIVIDED = /^(?:分为|划分为|共分为|分成|由|分别为|分别是|依次为)/;
const EACH = /(?:分别|依次)[一-龥“”]{0,10}$/;
const LEAD_IN =
  /(?:年龄|性别|学历|文化|结构|层次|党龄|工龄|类别|类型|构成|来源|分布|等级|行业|身份|层级|职级)[一-龥]{0,6}$|^\0*(?:从|按)[一-龥]{1,12}$/;
/** A clause that says how much there is in all. */
const HAS = /共|现有|有$|总|下辖|下设|辖|建有|设有|合计|在册|达|为$|登记/;
/** 其中…累计达…: more than a part. */
const NO_PART = /^共|累计|总数|达到|合计|共计|超过|平均|人均|相当|带动|覆盖|惠及/;

/** The sums that a sentence with these lists claims; `context` is what the paragraph said before, and is brought up to date. */
export function sumsOf(sentence: Sentence, lists: readonly List[], context: ParagraphContext): Sum[] {
  const found: Sum[] = [];
  context.isStaff ||= sentence.clauses.some(c => STAFF.test(c.text));
  const counts: Figure[] = [];
  let at = 0;
  /** The counts of the sentence that stand before clause `first`. */
  const before = (first: number): readonly Figure[] => {
    for (; at < first; at++) counts.push(...sentence.clauses[at]!.figures.filter(f => f.role === 'count'));
    return counts;
  };
  for (const list of lists) {
    const own = before(list.first);
    const unit = list.items[0]!.quantity!.unit;
    const fitting = [...context.earlier, ...own].filter(f => isSameKind(f.unit, unit)).slice(-WINDOW);
    const previous = own.at(-1);
    const nearest =
      sentence.owner && sentence.isBracket
        ? isSameKind(sentence.owner.unit, unit)
          ? sentence.owner
          : null
        : list.lead === '其中'
          ? wholeAmong(list, sentence, fitting)
          : list.lead === '中'
            ? previous && isSameKind(previous.unit, unit)
              ? previous
              : null
            : list.lead === '：' &&
                previous &&
                isSameKind(previous.unit, unit) &&
                sentence.clauses[list.first - 1]!.figures.at(-1) === previous
              ? previous
              : null;
    if (nearest?.role === 'count' && list.lead !== '：')
      for (const { quantity } of list.items) context.wholes.set(quantity!, nearest);
    found.push(...closing(list, fitting), ...returned(list));
    found.push(...divided(list, own, sentence));
    if (nearest) found.push(...restOf(list, nearest, fitting), ...colonOf(list, nearest));
    const sums = byDimension(list, nearest ?? wholeWithoutLead(list, sentence, context), fitting, context);
    found.push(...sums);
    if (list.lead === '其中' && nearest) found.push(...tooLarge(list, nearest, fitting));
    if (nearest && nearest.role === 'count' && list.lead !== '：' && !sentence.isBracket) context.whole = nearest;
    else if (sums.length > 0 && !sentence.isBracket) context.whole = sums[0]!.whole ?? context.whole;
  }
  if (!sentence.isBracket) {
    context.earlier.push(...before(sentence.clauses.length));
    context.earlier.splice(0, context.earlier.length - WINDOW);
  }
  return distinct(found);
}

/** The whole of what 其中 leads to: the last number before it, but for 其中，农村党员中35岁以下的 the one of 农村党员, if any. */
function wholeAmong({ first, items }: List, sentence: Sentence, fitting: readonly Figure[]): Figure | null {
  const group = GROUP.exec(sentence.clauses[first]!.text)?.[1];
  if (group !== undefined) return fitting.findLast(f => f.label.includes(group)) ?? null;
  return wholeBefore(sentence, first, items[0]!.quantity!.unit) ?? (first === 0 ? (fitting.at(-1) ?? null) : null);
}

const GROUP =
  /^\0*([一-龥]{2,10}?)(?:当)?(?<![集其途空高初国])中(?![级共心小专学标层央型等期部青国药医年])(?=[\d男女有]|[一-龥]{1,12}\d)/;

/** The last number of the unit before 其中; none where that is a threshold: 20名以上…，其中至少5名. */
function wholeBefore({ clauses }: Sentence, first: number, unit: string): Figure | null {
  const nearest = clauses
    .slice(0, first)
    .flatMap(c => c.figures)
    .findLast(f => (f.role === 'count' || f.role === 'band') && isSameKind(f.unit, unit));
  return nearest?.role === 'count' ? nearest : null;
}

const amountOfWhole = (f: Figure | null): Amount => (f ? amountOf(f) : HUNDRED);
const isKnown = (f: Figure): boolean => f.value !== null && !f.isApproximate;
const figuresOf = (items: readonly CountedItem[]): Figure[] => items.map(i => i.quantity!);

/** Whether the claim can be true; a blank or a number not meant exactly can be anything. */
export function isConsistentSum({ parts, whole, claim }: Sum): boolean {
  if (![...parts, ...(whole ? [whole] : [])].every(isKnown)) return true;
  const amounts = parts.map(amountOf);
  if (maySumTo(amounts, amountOfWhole(whole))) return true;
  const all = claim === 'part' ? null : sum(amounts.map(a => a.value));
  if (all) return claim === 'exclusive' && compare(all, amountOfWhole(whole).value) < 0;
  return amounts.every(a => compare(a.value, amountOfWhole(whole).value) <= 0);
}

/** 机关18个、农村25个、企业40个，共85个: the number at the end is of all before it, or of all from 分为 on. */
function closing({ items: all, lead }: List, fitting: readonly Figure[]): Sum[] {
  const divided = startOfDivision(all);
  const items = divided < 0 ? all : all.slice(divided);
  const last = items.findIndex((item, i) => i >= 2 && isTotalOf(item, items.slice(0, i)));
  if (last < 0) return [];
  const whole = items[last]!.quantity!;
  const parts = figuresOf(items.slice(0, last));
  if (parts.some(f => f.unit !== whole.unit) || whole.role !== 'count') return [];
  // Where the list begins in the middle of something, only its tail may be meant.
  for (let from = 0; from + 2 <= parts.length; from++) {
    const sum: Sum = { parts: parts.slice(from), whole, claim: 'complete' };
    if (parts.slice(from).every(isKnown) && isKnown(whole) && isConsistentSum(sum)) return [sum];
  }
  const begins =
    divided >= 0 ||
    lead !== null ||
    fitting.length === 0 ||
    items[0]!.clause.mark === '' ||
    EACH.test(wordsBefore(items[0]!));
  const leads = (words: string): boolean => HAS.test(words) && !EACH.test(words);
  return begins && !items.slice(0, last).some(i => leads(wordsBefore(i))) ? [{ parts, whole, claim: 'complete' }] : [];
}

/**
 * 共, 三年共, 全年共完成: as many parts as it says, and nothing named but what all the parts are. 全年 is of four quarters;
 * what was done in two of them is no sum.
 */
function isTotalOf(item: CountedItem, parts: readonly CountedItem[]): boolean {
  const m = TOTAL.exec(wordsBefore(item));
  if (!m) return false;
  const [, number, year, what] = m;
  if (number !== undefined && number !== '' && toNumber(number) !== parts.length) return false;
  if (year && parts.length !== 4 && parts.length !== 12 && !parts.every(p => /半年/.test(wordsBefore(p)))) return false;
  // 建成120个，在建30个，累计1150个: those of earlier years as well, unless the parts are the years.
  if (m[0].startsWith('累计') && !EACH.test(wordsBefore(parts[0]!)) && !parts.every(p => PERIOD.test(wordsBefore(p))))
    return false;
  if (!what || parts.every(p => wordsBefore(p).endsWith(what))) return true;
  // 分别发展党员210名、225名，共发展435名: what the first says, the others leave out.
  const [first, ...others] = parts.map(wordsBefore);
  return EACH.test(first!) && first!.includes(what) && others.every(words => words === '');
}

const PERIOD = /(?:年|季度|月|半年)[一-龥]{0,6}$/;

const wordsBefore = ({ clause, quantity }: CountedItem): string =>
  clause.text
    .slice(0, quantity!.start - clause.start)
    .replaceAll('\0', '')
    .replace(/^(?:三者|各项|以上)?/, '');

const startOfDivision = (items: readonly CountedItem[]): number =>
  items.findIndex(item => DIVIDED.test(wordsBefore(item)));

/** 85个党支部分为机关18个、…; 共850件，分别为312件、287件、251件. */
function divided({ items, lead, first: at }: List, own: readonly Figure[], { clauses }: Sentence): Sum[] {
  if (lead === '其中') return [];
  const first = startOfDivision(items);
  if (first < 0 || items.length - first < 2) return [];
  const whole = first > 0 ? items[first - 1]!.quantity! : own.at(-1);
  const unit = items[first]!.quantity!.unit;
  if (!whole || !isSameKind(whole.unit, unit) || whole.role !== 'count') return [];
  const wholeWords = first > 0 ? wordsBefore(items[first - 1]!) : (clauses[at - 1]?.text ?? '');
  const leading = wordsBefore(items[first]!);
  if (/^(?:分别|依次)/.test(leading) && !/共|合计|总|累计/.test(wholeWords)) return [];
  const end = items.findIndex((item, i) => i > first && isTotalOf(item, items.slice(first, i)));
  return [{ parts: figuresOf(items.slice(first, end < 0 ? undefined : end)), whole, claim: 'complete' }];
}

/** No two of them are known to differ by different things. */
function areOfOneKind(items: readonly CountedItem[]): boolean {
  const places = items.flatMap(i => (i.place ? [i.place] : []));
  return places.length < 2 || shared(places) !== null;
}

/** …、其他5个: then all are named. */
function restOf({ items }: List, whole: Figure, fitting: readonly Figure[]): Sum[] {
  const last = items.at(-1)!;
  if (items.length < 2 || !REST.test(last.label) || last.quantity!.role !== 'count') return [];
  return !areOfOneKind(items) ? [] : settled(figuresOf(items), 'complete', whole, fitting);
}

/** 党支部85个：机关18个、农村25个、企业40个. A total that closes the list is none of its parts. */
function colonOf({ items, lead }: List, whole: Figure): Sum[] {
  const end = items.findIndex((item, i) => isTotalOf(item, items.slice(0, i)));
  const parts = end < 0 ? items : items.slice(0, end);
  if (lead !== '：' || parts.length < 2 || parts.some(i => i.quantity!.role !== 'count')) return [];
  return areOfOneKind(parts) && !parts.some(i => /女|少数民族|以上|以下/.test(i.label))
    ? [{ parts: figuresOf(parts), whole, claim: 'complete' }]
    : [];
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
  for (let from = 0; from < items.length; ) {
    let to = from + 1;
    let places = items[from]!.place ? [items[from]!.place] : null;
    for (
      ;
      to < items.length && places && items[to]!.place && items[to]!.quantity!.role === items[from]!.quantity!.role;
      to++
    ) {
      const more = shared(items.slice(from, to + 1).map(i => i.place!));
      if (!more) break;
      places = more;
    }
    const run = items.slice(from, to);
    const isAlone = isKnownOrEdge(items[from - 1], primary) && isKnownOrEdge(items[to], primary);
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
    const sums = settled(parts, claimed, primary, fitting);
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
  /^(?:合计|总计|共计|共)$/.test(wordsBefore(item));

/** The whole of a list that nothing leads to: the item before it that says 共有, or what the paragraph broke down before. */
function wholeWithoutLead({ items, first }: List, { clauses }: Sentence, context: ParagraphContext): Figure | null {
  const head = items[0]!;
  const next = items[1]?.place ?? null;
  if (
    items.length > 2 &&
    next &&
    (!head.place || !shared([head.place, next])) &&
    head.quantity!.role === 'count' &&
    isHead(items, first)
  )
    return head.quantity;
  const lead = clauses[first - 1];
  const isLedIn =
    (lead !== undefined && lead.figures.length === 0 && LEAD_IN.test(lead.text.replace(/(?<!\0)\0+$/, ''))) ||
    LEAD_IN.test(wordsBefore(head));
  const isAllOfIt = first === 0 && items.every(i => i.place !== null);
  const isSame = context.whole !== null && isSameKind(context.whole.unit, head.quantity!.unit);
  return (isLedIn || isAllOfIt) && isSame ? context.whole : null;
}

/** 共有党员85名, or at the head of a sentence and no smaller than what follows: 党员85名, 对85名党员进行测评. */
function isHead([head, ...rest]: readonly CountedItem[], first: number): boolean {
  const words = wordsBefore(head!);
  if (HAS.test(words)) return true;
  const isLargest = rest.every(
    i => !i.quantity!.value || !head!.quantity!.value || compare(i.quantity!.value, head!.quantity!.value) <= 0,
  );
  if (first !== 0 || !isLargest) return false;
  return /^(?:共)?对$/.test(words) || (/^[一-龥]{2,10}$/.test(words) && !/[新另外约]|培训|发展|选派|表彰/.test(words));
}

/** 16个乡镇，其中12个镇、4个乡，288个村委会: by its own noun something else. 28家为规上企业 is a part. */
const isOfItsOwn = (item: CountedItem): boolean => {
  const { unit, end } = item.quantity!;
  return (
    /^[个所处座支]$/.test(unit) &&
    wordsBefore(item) === '' &&
    /^(?![为是属系的未已没被有存达不])[一-龥]{2}/.test(item.clause.text.slice(end - item.clause.start))
  );
};

/** 党员85名，其中女党员93名. Behind a semicolon something else may begin: 党员85名，其中女党员30名；群众120名. */
function tooLarge({ items }: List, whole: Figure, fitting: readonly Figure[]): Sum[] {
  if (!isKnown(whole) || whole.isHan) return [];
  return items.flatMap(item => {
    const f = item.quantity!;
    // 收入857亿元，其中税收580亿元；支出1,612亿元: behind the semicolon 其中 may be over.
    if (
      f.role !== 'count' ||
      f.unit !== whole.unit ||
      !isKnown(f) ||
      item.clause.mark === '；' ||
      NO_PART.test(wordsBefore(item)) ||
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

const GIVEN = /(?:应到|应参加|应参会|应出席|发放|发出|下发)(?:了)?([一-龥]*)$/;
const RETURNED = /(?:实到|实际到会|实际参加|实际参会|收回|回收|返回)(?:了)?([一-龥]*)$/;

/** 应到代表185名，实到193名; 发放问卷600份，收回620份: no more can come back than went out. Of loans more can. */
function returned({ items }: List): Sum[] {
  return items.slice(1).flatMap((item, i) => {
    const [whole, part] = [items[i]!.quantity!, item.quantity!];
    const [out, back] = [GIVEN.exec(wordsBefore(items[i]!)), RETURNED.exec(wordsBefore(item))];
    const isSame = out && back && (back[1] === '' || out[1]!.slice(-2) === back[1]!.slice(-2));
    const one: Sum = { parts: [part], whole, claim: 'part' };
    return isSame &&
      /^[份人名]$/.test(whole.unit) &&
      whole.unit === part.unit &&
      part.role === 'count' &&
      !isConsistentSum(one)
      ? [one]
      : [];
  });
}

/**
 * One list may be read in two ways; the one with more parts says more, and of two alike the first. A total before the parts
 * and another behind them are two claims: 党员85名，其中男40名、女46名，共计86名.
 */
function distinct(sums: readonly Sum[]): Sum[] {
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
