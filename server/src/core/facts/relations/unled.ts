import { compare } from '../../text/exact.js';
import { LEXICON } from '../../lexicon/lexicon.js';
import type { Token } from '../../lexicon/tokens.js';
import type { Figure } from '../figures.js';
import { isSameKind, isSpan } from '../figures/units.js';
import { textOf, type Clause, type Sentence } from './clauses.js';
import { saysOverlap } from './by-numbers.js';
import { chanceOfMend } from './evidence.js';
import { countedIn, type CountedItem } from './items.js';
import { isNamedAlike, likelySum, likenessOf, type Form, type Likeness } from './likely.js';
import { isConsistentSum, isKnown, type Sum } from './sum.js';
import {
  areStandards,
  hasWithin,
  isOfPlan,
  isOfWholePlace,
  isSinceLong,
  isSummed,
  restIn,
  saysCount,
  saysHowMuch,
} from './totals.js';

/** So many numbers before a list may be what it is of, where no word says which. */
const NEAREST = 3;
/** So many, where one is named. */
const FARTHEST = 12;
/** 总投资12亿元，一期5亿元，年产值18亿元: of numbers that small two make the third by chance. */
const LEAST = 100;
/** As many numbers of all units as may stand before it. */
const WINDOW = 36;
/** As many numbers as a list may have. */
const LONGEST = 24;

/**
 * What numbers of one unit, one behind the other in a sentence, add up to, where nothing leads to them: a number before them in
 * the paragraph, the first of them or the last. Numbers of other units, shares and changes may stand between: 问题50项，资金251万元，
 * 已整改40项，到位215万元，正在整改10项. Only the numbers tell. `found` is what is known of the paragraph already, and stays but
 * for what says less.
 */
export function withUnled(found: readonly Sum[], sentences: readonly Sentence[]): readonly Sum[] {
  if (!mayAddUp(sentences)) return found;
  const sums = unledSums(sentences, found);
  const partsOf = new Map(sums.flatMap(s => (s.whole ? [[s.whole, new Set(s.parts)] as const] : [])));
  // Parts that exclude each other, and are all there is.
  const isSaid = ({ claim, whole, parts }: Sum): boolean =>
    claim === 'exclusive' && whole !== null && parts.every(p => partsOf.get(whole)?.has(p));
  return [...found.filter(s => !isSaid(s) || !isConsistentSum(s)), ...sums];
}

/** Whether three numbers of one kind stand outside of brackets: fewer are no whole and its parts. */
function mayAddUp(sentences: readonly Sentence[]): boolean {
  const counts = new Map<string, number>();
  for (const { isBracket, figures } of sentences)
    for (const f of figures)
      if (!isBracket && f.role === 'count' && isKnown(f)) counts.set(f.unit, (counts.get(f.unit) ?? 0) + 1);
  const units = [...counts];
  return units.some(([unit]) => {
    const alike = units.filter(([other]) => kindOf(other) === kindOf(unit) || isSameKind(other, unit));
    return alike.reduce((all, [, count]) => all + count, 0) > 2;
  });
}

function unledSums(sentences: readonly Sentence[], found: readonly Sum[]): Sum[] {
  const isTold = (s: Sum): boolean => s.claim === 'complete' || s.claim === 'likely' || !isConsistentSum(s);
  const known = new Set(found.filter(isTold).flatMap(({ parts }) => parts));
  const sums: Sum[] = [];
  const earlier: Figure[] = [];
  /** 其中制造业31.5亿元: in a number before it, and in no total beside it. */
  const inside = new Set<Figure>();
  /** The first number of each unit: what the paragraph is about. */
  const heads = new Map<string, Figure>();
  for (const sentence of sentences) {
    if (sentence.isBracket) continue;
    for (const run of runsOf(sentence)) {
      const { items } = run;
      if (items.some(i => known.has(i.quantity)) || areStandards(items) || areSayings(items) || isOfPlan(items))
        continue;
      const before = earlierThan(items, [...earlier, ...sentence.figures]);
      const at = sentence.clauses.indexOf(items[0]!.clause);
      const group = groupBefore(items[0]!.clause) ?? groupAlone(sentence.clauses[at - 1]);
      const named = group === null ? [] : before.filter(f => isNamed(f, group));
      const head = heads.get(kindOf(items[0]!.quantity.unit));
      const whole = named.length > 0 ? named : [...(head ? [head] : []), ...before.slice(-NEAREST)];
      sums.push(...ofRun(run, distinctIn(whole), named.length > 0));
    }
    const outside = inside.size === 0 ? earlier : earlier.filter(f => !inside.has(f));
    sums.push(...totalOf(sentence, outside, known));
    for (const f of insideOf(sentence)) inside.add(f);
    for (const f of sentence.figures) {
      if (f.role !== 'count') continue;
      earlier.push(f);
      if (isKnown(f) && !f.isHan && !heads.has(kindOf(f.unit))) heads.set(kindOf(f.unit), f);
    }
    earlier.splice(0, earlier.length - WINDOW);
  }
  return sums;
}

/**
 * 一季度安置412人。二季度安置287人。…。四个季度加起来，全年安置1560人: what says that it is a total, of the numbers of its unit before
 * it in the paragraph, from any of them on.
 */
function totalOf({ clauses }: Sentence, earlier: readonly Figure[], known: ReadonlySet<Figure>): Sum[] {
  const item = clauses.map(counted).find(i => i && !i.quantity.isHan);
  if (
    !item ||
    !(saysWhole(item.words) || item.words.some(t => t.is('total'))) ||
    (isOfMore(item) && !saysCount(item, item.words[0]?.value?.digits ?? 0))
  )
    return [];
  const whole = item.quantity;
  const all = earlier.filter(f => isKnown(f) && !f.isHan && kindOf(f.unit) === kindOf(whole.unit));
  // 两次活动共: the last so many before it.
  const told = item.words[0]?.value?.digits ?? 0;
  const lately = told > 1 && saysCount(item, told) ? soMany(all, told, item) : null;
  if (lately && !lately.some(f => known.has(f))) return likelySum(lately, whole, 'unknown', 'enclosed');
  if (all.length < 3 || all.some(f => known.has(f))) return [];
  for (let from = 0; all.length - from > 1; from++) {
    const one: Sum = { parts: all.slice(from), whole, claim: 'likely' };
    if (isConsistentSum(one)) return [one];
  }
  return all.every(f => compare(f.value!, whole.value!) < 0) ? likelySum(all, whole, 'unknown', 'headed', 2) : [];
}

/** What stands behind 其中, to the end of the sentence. */
function insideOf({ clauses }: Sentence): readonly Figure[] {
  const at = clauses.findIndex(c => c.lead === '其中');
  return at < 1 ? [] : clauses.slice(at).flatMap(c => c.figures);
}

/** As many numbers as a total says it is of: all there are, or those that are named like it; 移送线索14条，已立案9条 are two things. */
function soMany(all: readonly Figure[], count: number, { words }: CountedItem): readonly Figure[] | null {
  if (all.length === count) return all;
  const name = textOf(words.slice(words.findLastIndex(t => t.is('total')) + 1)).slice(0, NAME);
  const named = name.length === NAME ? all.filter(f => f.label.includes(name)) : [];
  return named.length === count ? named : null;
}
const NAME = 2;

/** 93家反映融资难；64家反映招工难: who says the one may say the other too. */
const areSayings = (items: readonly CountedItem[]): boolean =>
  items.filter(({ quantity, clause }) => clause.tokens.find(t => t.start >= quantity.end)?.is('verb')).length > 1;

/** Each number once. */
const distinctIn = (figures: readonly Figure[]): Figure[] =>
  figures.filter((f, i) => !figures.slice(0, i).some(other => compare(other.value!, f.value!) === 0));

/** 医院 of 在医院中有公立医院1.2万个. */
function groupBefore({ tokens, figures, says }: Clause): string | null {
  if (!says.has('among')) return null;
  const at = tokens.findIndex(t => t.is('among'));
  return at < 1 || !figures[0] || tokens[at]!.start > figures[0].start ? null : groupOf(tokens.slice(0, at));
}

/** 收案 of 收案中, alone between two marks. */
const groupAlone = (clause: Clause | undefined): string | null =>
  clause && clause.figures.length === 0 && clause.tokens.at(-1)!.is('among')
    ? groupOf(clause.tokens.slice(0, -1))
    : null;

const groupOf = (tokens: readonly Token[]): string | null => {
  const words = textOf(tokens[0]?.text === '在' ? tokens.slice(1) : tokens);
  return words.length > 1 ? words : null;
};

/** Whether a number counts what a group is named: its first words and its last stand in the label. */
const isNamed = ({ label }: Figure, group: string): boolean =>
  label.includes(group) || (label.includes(group.slice(0, 1)) && label.endsWith(group.slice(-1)));

/** The latest numbers before a run that it may be of. */
const earlierThan = ([first]: readonly CountedItem[], figures: readonly Figure[]): Figure[] =>
  figures
    .filter(
      f =>
        f.role === 'count' &&
        f.end <= first!.quantity.start &&
        isKnown(f) &&
        f.isHan === first!.quantity.isHan &&
        isSameKind(f.unit, first!.quantity.unit),
    )
    .slice(-FARTHEST);

/** Numbers of one unit, one behind the other. */
interface Run {
  readonly items: CountedItem[];
  /** Behind 其中, if not right behind it: 其中高职院校2所，在校生1.15万人. */
  readonly isLed: boolean;
  /** Between which semicolons its last number stands, and how many of its numbers do. */
  last: number;
  inLast: number;
}

/** 人次 counts people as often as they came. */
const kindOf = (unit: string): string => (unit === '人次' ? '人' : unit);

/** The runs of a sentence, one for each unit and each list that 其中 or a group begins. */
function runsOf({ clauses, says }: Sentence): Run[] {
  if (says.has('standard')) return [];
  const runs: Run[] = [];
  const open = new Map<string, Run>();
  let isLed = false;
  let segment = 0;
  for (const clause of clauses) {
    if (clause.lead || groupBefore(clause) !== null || groupAlone(clause) !== null) {
      open.clear();
      isLed = clause.lead !== null;
    }
    const item = counted(clause);
    if (!item) continue;
    if (isOfWholePlace(item.words)) {
      open.clear();
      isLed = false;
    }
    if (clause.mark === '；') segment++;
    const kind = kindOf(item.quantity.unit);
    const run = open.get(kind);
    // 5A级1家、4A级6家；星级酒店12家: the stronger mark ends what weaker ones join.
    if (run && (run.last === segment || run.inLast < (run.isLed ? 2 : 3))) {
      run.items.push(item);
      run.inLast = run.last === segment ? run.inLast + 1 : 1;
      run.last = segment;
    } else {
      const started: Run = { items: [item], isLed, last: segment, inLast: 1 };
      open.set(kind, started);
      runs.push(started);
    }
  }
  return runs.filter(
    ({ items }) =>
      items.length > 1 &&
      items.length <= LONGEST &&
      (!says.has('open') ||
        (restIn(items.at(-1)!) && !saysOverlap(clauses.slice(clauses.indexOf(items.at(-1)!.clause))))),
  );
}

function counted(clause: Clause): CountedItem | null {
  const item = countedIn(clause);
  return item && !item.isAttached && !isLimit(item.words) ? item : null;
}

/** 高职院校2所，在校生1.15万人；中职学校7所，在校生1.69万人: what stands between tells them apart. */
const likenessIn = ({ parts, form }: Reading): Likeness =>
  parts.every(p => p.label === parts[0]!.label) || (form !== 'led' && isListOfNumbers(parts))
    ? 'unknown'
    : likenessOf(parts);

/** 分别为412家、538家、467家: the first is named with all, and the others by their place. */
const isListOfNumbers = ([first, ...others]: readonly CountedItem[]): boolean =>
  first!.words.some(t => t.is('each')) && others.every(o => o.words.length === 0);

/** 最高不超过1亿元, 最低不少于2000万元: how much there may be. */
const isLimit = (words: readonly Token[]): boolean =>
  LEXICON.wordsOf('limit').some(limit => textOf(words).includes(limit));

interface Reading {
  readonly whole: Figure;
  readonly parts: readonly CountedItem[];
  readonly form: Form;
}

function ofRun({ items, isLed }: Run, before: readonly Figure[], isOfGroup: boolean): Sum[] {
  const [first, last] = [items[0]!, items.at(-1)!];
  // 366天中…: a stretch of time is seldom one of several parts.
  const isTime = isSpan(first.quantity.unit);
  const form: Form = isTime ? 'sibling' : restIn(last) ? 'enclosed' : isOfGroup || isLed ? 'led' : 'headed';
  // 工业用电38亿度，农业用电12亿度，居民用电18亿度: the first is named like the others, and is one of them.
  const loose: Form = isTime || isNamedAlike(items) ? 'sibling' : 'loose';
  const isOneOfThem = isOfGroup || isLed;
  const of = (whole: Figure, parts: readonly CountedItem[], as: Form): Reading => ({ whole, parts, form: as });
  const readings = [
    // 滞纳金计5.04万元，合计89.04万元: what is of all is no part of a number before.
    ...(isSummed(last) ? [] : before.map(whole => of(whole, items, form))),
    ...(isOneOfThem ? [] : [of(first.quantity, items.slice(1), restIn(last) ? 'enclosed' : loose)]),
    ...(isOneOfThem || isOfMore(last)
      ? []
      : [of(last.quantity, items.slice(0, -1), saysWhole(last.words) ? 'headed' : loose)]),
  ].filter(({ parts }) => parts.length > 1);
  const all = readings.map(r => ({
    sums: likelySum(
      r.parts.map(p => p.quantity),
      r.whole,
      () => likenessIn(r),
      r.form,
      readings.length,
    ),
    ...r,
  }));
  const right = all.find(
    ({ sums, whole, form: as }) =>
      sums.length > 0 &&
      sums.every(isConsistentSum) &&
      ((as !== 'loose' && as !== 'sibling') || whole.value!.digits >= LEAST),
  );
  if (right) return right.sums;
  const begun = isLed
    ? before.flatMap(whole =>
        begunOf(
          items.map(i => i.quantity),
          whole,
        ),
      )
    : [];
  if (begun.length > 0) return begun.slice(0, 1);
  return (
    all.find(
      ({ sums, whole, parts }) =>
        sums.length > 0 &&
        mayBeWhole(
          whole,
          parts,
          sums[0]!.mend?.isExchange === true,
          readings.length,
          whole === first.quantity && saysHowMuch(first.words) ? SAID_LESS : isLed ? LED_LESS : LESS,
        ),
    )?.sums ?? []
  );
}

/** 入库14.2亿元，其中以前年度2.9亿元，当年11.3亿元，另有7.3亿元尚未到期: what follows when the whole is made is no part of it. */
function begunOf(parts: readonly Figure[], whole: Figure): Sum[] {
  if (whole.value!.digits < LEAST) return [];
  for (let to = parts.length - 1; to > 1; to--) {
    const one: Sum = { parts: parts.slice(0, to), whole, claim: 'likely' };
    if (isConsistentSum(one)) return [one];
  }
  return [];
}

/** 全年可用财力, 各类补贴, 总投入: of all there is. */
const saysWhole = (words: readonly Token[]): boolean =>
  words.some(t => t.is('total') || t.is('grand') || t.is('having')) ||
  LEXICON.wordsOf('allof').some(whole => textOf(words).includes(whole));

/** 累计15.6亿元, 总任务18万亩中剩余部分: of more than what stands before; 年初贷款余额253.8亿元: of another time. */
const isOfMore = (item: CountedItem): boolean =>
  item.words.some(t => isSinceLong(t) || t.as('time')?.attributes['ago'] !== undefined) || hasWithin(item);

/**
 * So probable may a mend be of what is less than one of its parts, which hardly anybody tells as their whole; of what 其中 leads to;
 * and of what is said to be how much there is.
 */
const [LESS, LED_LESS, SAID_LESS] = [0.03, 0.06, 0.15];

function mayBeWhole(
  whole: Figure,
  parts: readonly CountedItem[],
  isExchange: boolean,
  readings: number,
  least: number,
): boolean {
  const figures = parts.map(p => p.quantity);
  return (
    figures.every(f => compare(f.value!, whole.value!) < 0) ||
    chanceOfMend([...figures, whole], whole.value!, isExchange) * readings <= least
  );
}
