import { LEXICON } from '../../lexicon/lexicon.js';
import type { Token } from '../../lexicon/tokens.js';
import { isUsable, type Figure } from '../figures.js';
import { factorBetween } from '../figures/units.js';
import { textOf, wordsBefore, type Clause, type Sentence } from './clauses.js';
import { eachIn, calledAmong, isNamedFully, isNamedSo, spansIn, type Each } from './each.js';
import {
  isConsistentProduct,
  isHanCount,
  isOfSize,
  isShort,
  isTellingHan,
  likely,
  ONE,
  times,
  type Product,
  saysTotal,
} from './product.js';

/* What each has of a total: 84座电站，平均每个乡镇7座; 全年1,200件，月均100件; 每150名老人配有1名护理员. */

/** So many numbers of the paragraph before a sentence may be what a mean is of. */
const FACTORS = 5;

/**
 * The means a sentence tells. `own` are the paragraph's figures, what stands in brackets among them; `earlier` the counts before the
 * sentence.
 */
export function averagesOf({ clauses }: Sentence, own: readonly Figure[], earlier: readonly Figure[]): Product[] {
  const first = clauses[0]!;
  const here = own.filter(f => f.start >= first.start && f.start < clauses.at(-1)!.end);
  return clauses.flatMap(clause =>
    clause.figures.flatMap((rate): Product[] => {
      if (isOfRise(rate) || (!isUsable(rate) && !isTellingHan(rate))) return [];
      const [behind] = clause.figures.slice(clause.figures.indexOf(rate) + 1);
      const isBase = behind !== undefined && behind.start - rate.end <= NEAR;
      if (rate.role !== 'average' && !isBase) return [];
      const words = wordsBefore(clause, rate);
      if (words.at(-1)?.text.endsWith('每'))
        return isBase ? inverted({ rate, clause, words }, behind, here, earlier) : [];
      if (rate.role !== 'average') return [];
      const one = averageOf({ rate, clause, words }, here, earlier, clauses);
      return one ? [one] : [];
    }),
  );
}

/** 平均班额48人 */
const UNNAMED: Each = { name: '', tens: 0 };

interface Said {
  readonly rate: Figure;
  readonly clause: Clause;
  readonly words: readonly Token[];
}

/** 14个乡镇共有84座，平均每个乡镇7座; 19个村，总收入684万元，村均36万元. */
function averageOf(
  { rate, clause, words }: Said,
  here: readonly Figure[],
  earlier: readonly Figure[],
  clauses: readonly Clause[],
): Product | null {
  const each = eachIn(textOf(words)) ?? UNNAMED;
  const isSaid =
    words.some(t => t.is('average') || LEXICON.sense(t.text, 'worth') !== null) ||
    // 折合每亩140万元
    (LEXICON.longestAt(textOf(words), 0, 'converted')?.text.length ?? 0) > 1;
  if ((!isSaid && each.tens === 0) || words.filter(t => t.is('per')).length > 1) return null;
  if (words.some(t => t.is('compare') || t.is('than'))) return null;
  const isOfPopulation = each.tens !== 0;
  const isCount = (f: Figure): boolean => f.role === 'count' && (isUsable(f) || isHanCount(f));
  const before = here.filter(f => f.end <= rate.start && isCount(f));
  // 日均6.2万次，全年总量2269.2万次
  if (!before.some(f => factorBetween(rate.unit, f.unit) !== null)) before.push(...totalsBehind(rate, clauses));
  const near = [...earlier.filter(f => f.value !== null).slice(-FACTORS), ...before];
  const ofUnit = near.filter(f => factorBetween(rate.unit, f.unit) !== null);
  // 每万人拥有医师27人: both are people, and the population is the greater; 每名社工服务8000人, by their names.
  const isOther = (f: Figure): boolean =>
    (f.unit !== rate.unit || isOfPopulation || isNamedFully(f, each)) && f.value!.digits > 1;
  const called = calledAmong(near.filter(isOther), each);
  const unlike = called.filter(f => f.unit !== rate.unit);
  const named = unlike.length > 0 && !isOfPopulation ? unlike : called;
  const one = (count: Figure, total: Figure): Product => ({
    counts: [count],
    rate,
    more: [],
    by: times({ digits: 1, exponent: each.tens }, factorBetween(rate.unit, total.unit)!),
    total,
    as: 'average',
  });
  const fully = named.filter(f => isNamedFully(f, each));
  const counts = isOfPopulation
    ? (fully.length > 0 ? fully : named).slice(0, 1)
    : named.length > 0
      ? named
      : near.filter(isOther);
  const isFree = (f: Figure): boolean => !((isOfPopulation || isNamedFully(f, each)) && counts.includes(f));
  const totals = ofUnit.filter(isFree);
  const right = totals
    .flatMap(total => counts.filter(count => count !== total).map(count => one(count, total)))
    .filter(isShort)
    .findLast(isConsistentProduct);
  if (right) return right;
  const inSentence = before.filter(f => totals.includes(f));
  const able = inSentence.length > 0 ? inSentence : totals;
  // 分别为1.20亿元、1.50亿元和1.65亿元，三年累计4.35亿元，年均1.45亿元
  const total = able.length > 1 ? able.filter(f => clauses.some(c => c.figures.includes(f) && saysTotal(c, f))) : able;
  if (named.length === 0) {
    const timed = ofStretch({ rate, clause, words }, each, total, clauses);
    if (timed) return timed;
  }
  if (counts.length !== 1 || total.length !== 1 || counts[0] === total[0]) return null;
  const only = one(counts[0]!, total[0]!);
  // 亩产 of 5.4万亩 and 3.78万吨: by its name it can be of nothing else.
  return (
    likely(only, true) ??
    (named.length === 1 && isNamedSo(named[0]!, each) && inSentence.length === 1 && isOfSize(only) ? only : null)
  );
}

/** The next number of the unit, where its words say that it is of all. */
function totalsBehind({ unit, end }: Figure, clauses: readonly Clause[]): Figure[] {
  for (const clause of clauses)
    for (const f of clause.figures) {
      if (f.start < end || factorBetween(unit, f.unit) === null) continue;
      return f.role === 'count' && isUsable(f) && saysTotal(clause, f) ? [f] : [];
    }
  return [];
}

/** 全年1,200件，月均100件: how many months there are nobody need tell. */
function ofStretch(
  { rate, clause, words }: Said,
  each: Each,
  totals: readonly Figure[],
  clauses: readonly Clause[],
): Product | null {
  const [total, ...more] = totals;
  if (!total || more.length > 0) return null;
  const at = clauses.findIndex(c => c.figures.includes(total));
  const said = clauses[at];
  // 2022年1—12月，共兑付5,796万元
  const when = clauses[at - 1]?.figures.length === 0 ? clauses[at - 1]!.tokens : [];
  const spans = spansIn(
    textOf([...when, ...(said?.tokens ?? []), ...(said === clause ? [] : wordsBefore(clause, rate))]),
    each,
  );
  const all = spans.map(
    (span): Product => ({
      counts: [],
      rate,
      more: [],
      by: times(span, factorBetween(rate.unit, total.unit)!),
      total,
      as: 'average',
    }),
  );
  const right = all.find(isConsistentProduct);
  if (right || all.length === 0) return right ?? null;
  return isOfThat(words, said?.tokens ?? []) && isOfSize(all[0]!) ? (likely(all[0]!, true) ?? all[0]!) : null;
}

/** 月均办理, of what was 办理: nothing of its own stands beside what says that it is a mean. */
const isOfThat = (words: readonly Token[], said: readonly Token[]): boolean => {
  const told = textOf(said);
  return words.every(
    t =>
      t.is('average') ||
      t.is('per') ||
      t.is('link') ||
      t.is('about') ||
      t.is('opening') ||
      t.is('when') ||
      t.is('unit') ||
      t.kind === 'number' ||
      LEXICON.sense(t.text, 'worth') !== null ||
      LEXICON.sense(t.text, 'reckoned') !== null ||
      told.includes(t.text.slice(0, 2)),
  );
};

/** 每150名老人配有1名护理员: so many of the ones for one of the others, both told before by their names. */
function inverted(
  { rate, clause }: Said,
  behind: Figure,
  here: readonly Figure[],
  earlier: readonly Figure[],
): Product[] {
  if (!isUsable(behind) || isOfRise(behind)) return [];
  const near = [...earlier.slice(-FACTORS), ...here.filter(f => f.end <= rate.start)].filter(
    f => f.role === 'count' && isUsable(f) && f.value!.digits > 1,
  );
  const own = nounBehind(clause, behind);
  const counts = near.filter(f => f.unit === behind.unit && own.length > 1 && f.label.includes(own));
  const totals = near.filter(f => f.unit === rate.unit && !counts.includes(f));
  const [count, ...others] = counts;
  if (!count || others.length > 0) return [];
  const all = totals.map(
    (total): Product => ({
      counts: [count],
      rate,
      more: [],
      by: ONE,
      total,
      as: 'average',
      ...(behind.value!.digits === 1 && behind.value!.exponent === 0 ? {} : { divisor: behind }),
    }),
  );
  const right = all.findLast(isConsistentProduct);
  if (right) return [right];
  return totals.length === 1 && isOfSize(all[0]!) ? [likely(all[0]!, true) ?? all[0]!] : [];
}
/** So far apart may 每150名老人 and 1名护理员 stand. */
const NEAR = 14;
/** The noun right behind a number's unit, two characters of it. */
const nounBehind = (clause: Clause, f: Figure): string =>
  textOf(clause.tokens.filter(t => t.start >= f.end)).slice(0, 2);

/** 年均增长12%: by how much it grew. */
const isOfRise = ({ unit }: Figure): boolean => unit === '%' || unit === '个百分点';
